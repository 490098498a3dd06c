"""Flowcharts drawn by the real D2 from real records: what they say, where things stand, and what they cannot do."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from lxml import etree

from generators.flow import d2
from generators.flow.answers import around
from generators.flow.boxes import node_box
from generators.flow.chart import Edge, Flowchart, Node
from generators.flow.draw import draw
from generators.flow.fit import fit
from generators.flow.jumps import with_jumps
from generators.flow.loops import close_loops
from generators.flow.measure import width
from generators.flow.routes import Placed
from generators.flow.sections import SectionLimits, components, cut
from generators.flowchart import chart_of, flowchart_svg
from schemas.entry import Entry
from schemas.library import Library
from schemas.loader import load_library
from schemas.procedure import Procedure
from schemas.references import LocalRef
from schemas.scalars import Text
from schemas.ways import Limit

ROOT = Path(__file__).parents[1] / "data" / "library"
COMPLAINT = "greentown-after-sales/procedures/complaint-handling"
HOLD = "call-scripts/scripts/hold-and-call-back"
NIGHT_LEAK = "greentown-after-sales/procedures/night-leak"
NO_SOUND = "call-scripts/troubleshooting/no-sound"
HOSTILE = "<script>alert('1')</script> \"q\" ${x} |md # y | & direction: right\nshape: circle; {a.b} \x00\x1b"


@pytest.fixture(scope="module")
def library() -> Library:
    loaded = load_library(ROOT).library
    assert loaded is not None
    return loaded


def svg_of(library: Library, address: str, lang: str = "zh", *, strips: bool = False) -> str:
    view = library.view(lang)
    svg = flowchart_svg(view, view.entries[address], strips=strips)
    assert svg is not None
    return svg


def chart(library: Library, address: str, lang: str = "zh") -> Flowchart:
    view = library.view(lang)
    found = chart_of(view, view.entries[address])
    assert found is not None
    return found


def words(element: etree._Element) -> str:
    """Everything an element says."""
    return " ".join(str(text) for text in element.itertext())


def texts(svg: str, css: str = "") -> list[str]:
    """Every text of the picture, its lines joined, or only those of one class."""
    found = etree.fromstring(svg).iter("{*}text")
    return [words(text) for text in found if css in (text.get("class") or "")]


def node_of(svg: str, anchor: str) -> etree._Element:
    return next(link for link in etree.fromstring(svg).iter("{*}a") if link.get("href") == f"#{anchor}")


def spider(answers: int, depth: int = 2) -> Flowchart:
    """A question with many answers, each followed by a chain of steps."""
    nodes = [Node("q", "哪一种情况？", "decision", "decide", "判断")]
    edges = []
    for arm in range(answers):
        nodes += [Node(f"s{arm}-{step}", f"第 {arm} 种的第 {step} 步") for step in range(depth)]
        edges.append(Edge("q", f"s{arm}-0", f"情况 {arm}"))
        edges += [Edge(f"s{arm}-{step}", f"s{arm}-{step + 1}") for step in range(depth - 1)]
    return Flowchart("蜘蛛", "zh", tuple(nodes), tuple(edges), numbered=True)


class TestWhatItSays:
    def test_every_step_is_a_link_to_its_step_on_the_page(self, library: Library) -> None:
        """Each node leads to the anchor of its step or node, once."""
        record = library.entries[COMPLAINT].record
        assert isinstance(record, Procedure)

        links = [link.get("href", "") for link in etree.fromstring(svg_of(library, COMPLAINT)).iter("{*}a")]

        assert sorted(links) == sorted(f"#step-{step.id}" for step in record.steps)

    def test_a_node_says_who_within_what_time_on_which_form(self, library: Library) -> None:
        """Role, time and form codes stand in the node, so colour alone never carries them."""
        grade = node_of(svg_of(library, COMPLAINT), "step-grade")

        said = words(grade)
        assert "客服前台" in said
        assert "30 分钟内" in said
        assert "GT-R-KF-27" in said

    def test_roles_have_colours_by_order_of_appearance_and_a_legend(self, library: Library) -> None:
        """The first role of the procedure is role-1, and the legend names it."""
        svg = svg_of(library, COMPLAINT)

        assert "role-1" in (node_of(svg, "step-receive").get("class") or "")
        legend = [group for group in etree.fromstring(svg) if "flow-key role-1" in (group.get("class") or "")]
        assert words(legend[0]) == "客服前台"

    def test_a_branch_prints_its_answer_on_the_arrow(self, library: Library) -> None:
        """Every answer of every decision is a label."""
        labels = texts(svg_of(library, COMPLAINT), "flow-label")

        assert {"能", "不能", "认可", "不认可"} <= set(labels)

    @pytest.mark.parametrize(
        ("lang", "most", "after"), [("zh", "最多 2 次", "超过 2 次"), ("en", "at most 2 times", "after 2 times")]
    )
    def test_a_loop_is_dashed_and_says_how_often(self, library: Library, lang: str, most: str, after: str) -> None:
        """The arrow going back carries its limit, and another says where it goes after that."""
        svg = svg_of(library, COMPLAINT, lang)

        dashed = [group for group in etree.fromstring(svg).iter("{*}g") if group.get("class") == "flow-answer is-loop"]
        assert [words(group) for group in dashed] == [most]
        assert after in texts(svg, "flow-label")

    def test_both_languages_are_drawn_from_the_same_record(self, library: Library) -> None:
        """The English view gives English texts and the same links."""
        chinese, english = svg_of(library, COMPLAINT), svg_of(library, COMPLAINT, "en")

        assert "客服前台" in chinese
        assert re.search(r"[一-龥]", "".join(texts(english, "flow-tag"))) is None
        assert sorted(re.findall(r'href="[^"]+"', chinese)) == sorted(re.findall(r'href="[^"]+"', english))

    def test_a_script_has_a_beginning_for_each_entry(self, library: Library) -> None:
        """The start and the node that can be entered on its own each have a pill."""
        pills = [node.title for node in chart(library, HOLD).nodes if node.shape == "pill"]

        assert pills[0] == "开始"
        assert len(pills) > 1

    def test_a_blank_in_a_text_shows_its_title(self, library: Library) -> None:
        """`{time}` is shown as 〔时间〕, never as a brace."""
        about = " ".join(node.about for node in chart(library, HOLD).nodes)

        assert "〔时间〕" in about
        assert "{time}" not in about

    def test_a_troubleshooting_graph_begins_with_its_symptom(self, library: Library) -> None:
        """A symptom needs no start pill; a hand-over names the role."""
        nodes = {node.id: node for node in chart(library, NO_SOUND).nodes}

        assert nodes["silence"].start
        assert "^silence" not in nodes
        assert nodes["headset"].shape == "decision"
        assert nodes["hand-over"].tag.startswith("转交")
        assert nodes["hand-over"].end

    def test_other_kinds_have_no_chart(self, library: Library) -> None:
        """A form has no graph."""
        forms = library.of_kind("forms")

        assert [flowchart_svg(library, form) for form in forms] == [None] * len(forms)


class TestLoops:
    def test_a_limit_without_an_arrow_back_is_shown_in_its_node(self) -> None:
        """When nothing goes back, no arrow can carry the limit."""
        limits = {"a": Limit(times=2, then=LocalRef("b"))}

        edges, unplaced = close_loops([Edge("a", "b")], ["a", "b"], limits, "zh", "leaving")

        assert unplaced == {"a"}
        assert [edge.label for edge in edges] == ["超过 2 次"]

    def test_a_script_counts_the_arrows_that_come_back(self) -> None:
        """The limit of a node stands on the arrow that returns to it, after the answer."""
        limits = {"ask": Limit(times=1, then=LocalRef("end"))}
        edges = [Edge("ask", "wait"), Edge("wait", "ask", "再问")]

        marked, unplaced = close_loops(edges, ["ask", "wait", "end"], limits, "zh", "reaching")

        assert not unplaced
        assert Edge("wait", "ask", "再问\n最多 1 次", back=True) in marked

    def test_an_arrow_to_nowhere_is_left_out(self) -> None:
        """A reference that resolves to nothing is a finding of the check, not a crash of the drawing."""
        edges, _ = close_loops([Edge("a", "gone"), Edge("a", "b")], ["a", "b"], {}, "zh", "leaving")

        assert edges == (Edge("a", "b"),)

    def test_a_node_that_leads_to_itself_can_be_drawn(self) -> None:
        """An arrow from a node to itself is a loop with a word on it."""
        edges, _ = close_loops([Edge("a", "a")], ["a"], {}, "en", "leaving")

        assert edges == (Edge("a", "a", "again", back=True),)
        assert "again" in draw(fit(Flowchart("t", "en", (Node("a", "Try"),), edges)))


class TestWhereThingsStand:
    @pytest.mark.parametrize("address", [COMPLAINT, HOLD, NO_SOUND])
    @pytest.mark.parametrize("lang", ["zh", "en"])
    def test_nothing_covers_anything(self, library: Library, address: str, lang: str) -> None:
        """Boxes, labels and arrows keep clear of one another, apart from an arrow and the boxes it joins."""
        assert_clear(fit(chart(library, address, lang)).placed)

    @pytest.mark.parametrize("answers", [2, 5, 9])
    def test_a_broad_chart_is_cut_until_it_fits_a_desk(self, answers: int) -> None:
        """However many answers a question has, the drawing stays within 820 pixels and nothing overlaps."""
        placed = fit(spider(answers)).placed

        assert placed.around.width <= 820
        assert_clear(placed)

    def test_a_short_procedure_fits_a_phone(self, library: Library) -> None:
        """A procedure of sixteen steps needs no scrolling sideways at 390 pixels."""
        svg = svg_of(library, COMPLAINT)

        assert int(re.findall(r'width="(\d+)"', svg)[0]) <= 420
        assert "is-wide" not in svg

    def test_reading_order_is_from_top_to_bottom(self, library: Library) -> None:
        """Every arrow that does not go back leads downwards."""
        for route in fit(chart(library, COMPLAINT)).placed.routes:
            assert route.edge.back == (route.points[-1][1] < route.points[0][1])

    def test_a_box_is_as_large_as_its_text(self) -> None:
        """No line of a box is broader than the box, by the widths that the layout was given."""
        node = Node(
            "a",
            "请先报告，" * 9 + "Antidisestablishmentarianism",
            "decision",
            tag="服务中心经理",
            forms=("GT-R-KF-26",) * 3,
        )

        box = node_box(node, 150, "zh")

        assert all(width(line.text, 14) <= box.width for line in box.lines)
        assert max(line.y for line in box.lines) < box.height

    def test_strips_are_cut_where_only_arrows_cross(self, library: Library) -> None:
        """For paper the chart is several pictures; each node is whole in one of them, and together they are as tall."""
        whole, strips = svg_of(library, COMPLAINT), svg_of(library, COMPLAINT, strips=True)

        pieces = list(etree.fromstring(f"<x>{strips}</x>"))
        assert len(pieces) > 5
        assert sum(int(piece.get("height", "")) for piece in pieces) == pytest.approx(
            int(etree.fromstring(whole).get("height", "")), abs=len(pieces)
        )
        assert sorted(re.findall(r'href="[^"]+"', strips)) == sorted(re.findall(r'href="[^"]+"', whole))


def assert_clear(placed: Placed) -> None:
    labels = [(route.edge, route.label) for route in placed.routes if route.label]
    for one, other in combinations([*placed.frames.values(), *(label for _, label in labels)], 2):
        assert not one.meets(other), (one, other)
    for route in placed.routes:
        strangers = [f for id_, f in placed.frames.items() if id_ not in (route.edge.source, route.edge.target)]
        strangers += [label for edge, label in labels if edge != route.edge]
        for segment in route.segments:
            assert not any(around(segment).meets(stranger, -1) for stranger in strangers), route


class TestSections:
    def test_a_whole_chart_is_left_alone(self) -> None:
        """Nothing is cut while nothing is too much."""
        small = spider(3)

        assert with_jumps(small, cut(small, SectionLimits())) is small

    def test_a_question_with_too_many_answers_becomes_a_menu(self) -> None:
        """Each answer is a line that leads to the section it begins, and the section says where one came from."""
        broad = spider(9)

        sections = with_jumps(broad, cut(broad, SectionLimits(8, 8, 6)))

        nodes = {node.id: node for node in sections.nodes}
        assert [answer.text for answer in nodes["q"].answers] == [f"情况 {arm}" for arm in range(9)]
        assert nodes["q"].answers[1].to == "→ 4 · 第 1 种的第 0 步"
        assert nodes["q<s1-0"].title == "1 → 情况 1"
        assert len(components(sections)) == 10

    def test_an_arrow_that_reaches_far_becomes_a_jump(self) -> None:
        """The cut arrow keeps its answer and ends in a small node that names and links its target."""
        chain = spider(1, 6)
        far = replace(chain, edges=(*chain.edges, Edge("q", "s0-5", "跳过")))
        far = replace(far, nodes=tuple(replace(node, href=f"#node-{node.id}") for node in far.nodes))

        jumping = with_jumps(far, cut(far, SectionLimits(reach=3)))

        jump = next(node for node in jumping.nodes if node.shape == "jump")
        assert (jump.title, jump.href) == ("→ 7 · 第 0 种的第 5 步", "#node-s0-5")
        assert Edge("q", jump.id, "跳过") in jumping.edges

    def test_every_answer_survives_the_cut(self) -> None:
        """No arrow is lost: each is an arrow, a jump or a line of a menu."""
        broad = spider(9)

        sections = with_jumps(broad, cut(broad, SectionLimits(3, 2, 4)))

        said = {edge.label for edge in sections.edges} | {a.text for node in sections.nodes for a in node.answers}
        assert {f"情况 {arm}" for arm in range(9)} <= said


class TestHostileText:
    @pytest.fixture
    def svg(self, library: Library) -> str:
        return flowchart_svg(library, hostile(library.entries[COMPLAINT])) or ""

    def test_it_stays_text(self, svg: str) -> None:
        """Markup, D2's own words and quotes in titles, answers and questions are shown as they were typed."""
        assert "<script" not in svg
        shown = words(etree.fromstring(svg))
        assert "<script>alert" in shown
        assert "$〔x〕" in shown
        assert "direction: right" in shown

    def test_it_brings_in_nothing_that_a_page_would_run(self, svg: str) -> None:
        """The picture has no style, no script, no id and no reference but to anchors of its own page."""
        for element in etree.fromstring(svg).iter():
            assert etree.QName(element).localname in {
                "svg",
                "g",
                "a",
                "title",
                "rect",
                "path",
                "circle",
                "text",
                "tspan",
            }
            assert not {name for name in element.attrib if name in ("style", "id") or str(name).startswith("on")}
            assert str(element.get("href", "#")).startswith("#")

    def test_it_never_reaches_d2(self, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
        """D2 is handed names of ours and numbers only."""
        asked: list[str] = []
        run = d2._run

        def listen(source: str) -> bytes:
            asked.append(source)
            return run(source)

        monkeypatch.setattr(d2, "_run", listen)

        flowchart_svg(library, hostile(library.entries[COMPLAINT]))

        line = re.compile(r'direction: down|[ne]\d+: "" \{width: \d+; height: \d+\}|[ne]\d+ (->|<-) [ne]\d+')
        assert asked
        assert [row for source in asked for row in source.splitlines() if not line.fullmatch(row)] == []


def hostile(entry: Entry) -> Entry:
    """The procedure with a hostile text wherever a chart shows one."""
    record = entry.record
    assert isinstance(record, Procedure)
    text = Text(HOSTILE)
    steps = tuple(
        step.model_copy(
            update={
                "title": text,
                "ask": step.ask and text,
                "branches": {id_: b.model_copy(update={"text": text}) for id_, b in step.branches.items()},
            }
        )
        for step in record.steps
    )
    return replace(entry, record=record.model_copy(update={"steps": steps, "title": text}))
