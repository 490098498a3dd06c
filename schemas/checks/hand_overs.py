"""Hand-overs: nobody hands over to himself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from schemas.document import Location
from schemas.entry import Entry
from schemas.findings import Finding
from schemas.library import Library
from schemas.markup import parse
from schemas.messages import Times
from schemas.procedure import Procedure, Step
from schemas.scalars import Text
from schemas.troubleshooting import Troubleshooting

_HANDS_OVER: Final = re.compile("(?:转交|转给|转派给?|移交给?|交给|交由|报给|上报|升级给)[“「《]?$")


def check_hand_overs(library: Library, entry: Entry) -> Iterator[Finding]:
    """Findings for steps and nodes that hand over to whoever does them already."""
    if isinstance(entry.record, Procedure):
        for number, step in enumerate(entry.record.steps):
            yield from _step(library, entry, step, ("steps", number))
    elif isinstance(entry.record, Troubleshooting) and "roles" not in library.broken_kinds:
        yield from _nodes(library, entry, entry.record)


def _step(library: Library, entry: Entry, step: Step, here: Location) -> Iterator[Finding]:
    role = library.role(step.by, entry.handbook)
    if role is None:
        return
    for key, text in (("do", step.do), ("say", step.say)):
        if text is not None and _hands_over_to(library, entry, text, role):
            yield entry.document.finding((*here, key), Times.HANDS_OVER_TO_ITSELF, role=role.record.title)


def _hands_over_to(library: Library, entry: Entry, text: Text, role: Entry) -> bool:
    """Whether *text* hands over to *role*, by its title or by a link to it."""
    before = ""
    for piece in parse(text):
        if piece.kind == "link":
            if _is(library.find(piece.value, entry.handbook), role) and _HANDS_OVER.search(before):
                return True
            before = ""
        else:
            before = f"{before}{piece.value}"
            title = str(role.record.title)
            if any(_HANDS_OVER.search(before[: match.start()]) for match in re.finditer(re.escape(title), before)):
                return True
    return False


def _is(entry: Entry | None, other: Entry) -> bool:
    return entry is not None and entry.address == other.address


def _nodes(library: Library, entry: Entry, record: Troubleshooting) -> Iterator[Finding]:
    """Findings for nodes that hand over to the one role whose duty this record is."""
    doing = {use.entry.address for use in library.uses(entry) if use.entry.kind == "roles"}
    for id_, node in record.nodes.items():
        role = library.role(node.escalate, entry.handbook) if node.escalate else None
        if role is not None and doing == {role.address}:
            location = ("nodes", str(id_), "escalate")
            yield entry.document.finding(location, Times.HANDS_OVER_TO_ITSELF, role=role.record.title)
