"""A procedure read as a chart: steps coloured by who does them, decisions, loops."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generators.flow.chart import Edge, Flowchart, Node
from generators.flow.loops import close_loops
from generators.flow.words import FlowWords, at_most
from schemas.anchors import anchor
from schemas.clock import within
from schemas.entry import Entry
from schemas.library import Library
from schemas.procedure import Procedure, Step
from schemas.ways import Limit

_ROLE_TONES = 8
_START = "^start"  # no id of a record can begin with ^


def procedure_chart(view: Library, entry: Entry) -> Flowchart:
    """The chart of the procedure *entry*, in the language of *view*."""
    procedure = entry.record
    assert isinstance(procedure, Procedure)
    tones = _tones(procedure)
    start = FlowWords(view.lang).start
    if procedure.plan is not None:
        start = view.plain(procedure.plan.trigger, entry)
    nodes = [Node(_START, start, "pill", "start", about=start)]
    nodes += [_node(view, entry, step, tones[step.by]) for step in procedure.steps]
    limits = {str(step.id): step.limit for step in procedure.steps if step.limit}
    edges, unplaced = close_loops(_edges(view, entry, procedure), [n.id for n in nodes], limits, view.lang, "leaving")
    legend = tuple((tone, view.actor_title(actor, entry.handbook)) for actor, tone in tones.items())
    return Flowchart(
        view.plain(procedure.title, entry), view.lang, with_limits(nodes, unplaced, limits, view.lang), edges, legend
    )


def form_names(view: Library, entry: Entry, references: tuple[str, ...]) -> tuple[str, ...]:
    """Each form's code, or its title when it has none, once."""
    forms = ((reference, view.find(reference, entry.handbook)) for reference in references)
    named = (
        view.heading(form.address, "").code or view.title(form.address) if form else reference
        for reference, form in forms
    )
    return tuple(dict.fromkeys(named))


def with_limits(nodes: list[Node], unplaced: frozenset[str], limits: dict[str, Limit], lang: str) -> tuple[Node, ...]:
    """The nodes, with a limit that no arrow carries shown in its node."""
    chips = {id_: at_most(limits[id_].times, lang) for id_ in unplaced}
    return tuple(replace(node, chips=(*node.chips, chips[node.id])) if node.id in chips else node for node in nodes)


def _tones(procedure: Procedure) -> dict[str, str]:
    """A colour class for each actor, by order of appearance."""
    actors = dict.fromkeys(step.by for step in procedure.steps)
    return {actor: f"role-{index % _ROLE_TONES + 1}" for index, actor in enumerate(actors)}


def _node(view: Library, entry: Entry, step: Step, tone: str) -> Node:
    who = view.actor_title(step.by, entry.handbook)
    time = within(view, entry, step.within)
    chips = (time,) if time else ()
    forms = form_names(view, entry, step.every_form)
    heading = view.plain(step.ask or step.heading, entry)
    together = [view.actor_title(actor, entry.handbook) for actor in step.with_]
    about = " · ".join([heading, *dict.fromkeys([who, *together]), *chips, *forms])
    return Node(
        id=str(step.id),
        title=heading,
        shape="decision" if step.is_decision else "card",
        tone=tone,
        tag=who,
        chips=chips,
        forms=forms,
        href=f"#{anchor('step', step.id)}",
        about=about,
        end=step.end,
    )


def _edges(view: Library, entry: Entry, procedure: Procedure) -> Iterator[Edge]:
    steps = procedure.steps
    yield Edge(_START, str(steps[0].id))
    for step, following in zip(steps, [*(later.id for later in steps[1:]), None], strict=True):
        for branch in step.branches.values():
            yield Edge(str(step.id), str(branch.to), view.plain(branch.text, entry))
        if step.then:
            yield Edge(str(step.id), str(step.then))
        elif following and not step.branches and not step.end:
            yield Edge(str(step.id), str(following))
