"""Flowcharts as pictures: drawn as the site draws them, in pieces that each fit a page and cut no box in two.

Word shows an SVG only beside a PNG of it, and LibreOffice 7.4 shows the PNG alone; so there is the PNG, at 220 dots an
inch. Typst draws it: it is here for the sheets of one page, takes SVG as it is and gives the same bytes each time.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final

from lxml import etree
from PIL import Image

from generators.fonts import typst_family, typst_fonts
from schemas.picture import PictureFile

DPI: Final = 220
_CSS_DPI: Final = 96
_COLOURS: Final = 64
_RULE: Final = re.compile(r"([^{}]+)\{([^{}]*)\}")
_VAR: Final = re.compile(r"var\((--[\w-]+)(?:,\s*([^()]*))?\)")
_BLOCK: Final = re.compile(r"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|/\*.*?\*/", re.DOTALL)
_COMPOUND: Final = re.compile(r"^([a-z]*)((?:\.[\w-]+)*)$")
_KEPT: Final = frozenset(
    {"fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "font-size",
     "font-weight", "text-anchor"}
)  # fmt: skip
_SOURCE: Final = """#let said = json(bytes(sys.inputs.said))
#for piece in said {
  page(width: piece.width * 0.75pt, height: piece.height * 0.75pt, margin: 0pt, fill: white,
    image(bytes(piece.svg), format: "svg", width: 100%, height: 100%))
}
"""


@dataclass(frozen=True, slots=True)
class Chart:
    """A flowchart as the page of its record has it: the drawing, and the view boxes of its pieces if it has several."""

    svg: str
    pieces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChartPiece:
    """A piece of a chart as PNG, and its size on the screen."""

    content: PictureFile
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule of a style sheet: what it applies to, outermost first, and what it says."""

    compounds: tuple[tuple[str, frozenset[str]], ...]
    says: Mapping[str, str]

    @property
    def weight(self) -> tuple[int, int]:
        """The more specific rule wins."""
        return sum(len(names) for _, names in self.compounds), sum(bool(tag) for tag, _ in self.compounds)


def drawn(chart: Chart, styles: str) -> list[ChartPiece]:
    """The pieces of a chart.

    Args:
        chart: what is drawn.
        styles: the style sheet of the site's charts: colours and sizes are said there and nowhere else.
    """
    root = etree.fromstring(chart.svg.encode())
    _apply(root, _rules(styles), {})
    root.set("font-family", typst_family())
    boxes = chart.pieces or (str(root.get("viewBox")),)
    pieces = [_piece(root, box) for box in boxes]
    return [
        ChartPiece(_few_colours(png), each["width"], each["height"])
        for each, png in zip(pieces, _pngs(pieces), strict=True)
    ]


def _piece(root: Any, box: str) -> dict[str, Any]:
    *_, width, height = map(float, box.split())
    root.set("viewBox", box)
    root.set("width", f"{width:.0f}")
    root.set("height", f"{height:.0f}")
    return {"svg": etree.tostring(root, encoding="unicode"), "width": width, "height": height}


def _pngs(pieces: Sequence[Mapping[str, Any]]) -> list[bytes]:
    import typst  # 45 MB that only books and sheets need

    said = json.dumps(pieces, ensure_ascii=False)
    made = typst.compile(
        _SOURCE.encode(), font_paths=typst_fonts(), sys_inputs={"said": said}, format="png", ppi=float(DPI)
    )
    return made if isinstance(made, list) else [made]


def _few_colours(png: bytes) -> PictureFile:
    """A chart has few colours; so it takes a fifth of the room."""
    with Image.open(BytesIO(png)) as picture:
        few = picture.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
    saved = BytesIO()
    few.save(saved, "PNG", optimize=True, dpi=(DPI, DPI))
    return PictureFile(saved.getvalue(), "png", few.width, few.height)


def _rules(styles: str) -> list[_Rule]:
    """The rules of a style sheet that hold in the light and on any screen, the least specific first."""
    rules = [rule for found in _RULE.finditer(_BLOCK.sub("", styles)) for rule in _parsed(*found.groups())]
    return sorted(rules, key=lambda rule: rule.weight)


def _parsed(selectors: str, says: str) -> Iterator[_Rule]:
    pairs = (line.partition(":") for line in says.split(";") if ":" in line)
    said = {name.strip(): value.strip() for name, _, value in pairs}
    for selector in selectors.split(","):
        compounds = [_COMPOUND.match(compound) for compound in selector.split()]
        found = [match for match in compounds if match is not None]
        if len(found) == len(compounds):
            yield _Rule(tuple((match[1], frozenset(filter(None, match[2].split(".")))) for match in found), said)


def _apply(element: Any, rules: Sequence[_Rule], around: Mapping[str, str]) -> None:
    """Say on every element what the style sheet says of it; *around* are the variables that it inherits."""
    if not isinstance(element.tag, str):
        return
    said: dict[str, str] = {}
    for rule in rules:
        if _matches(element, rule.compounds):
            said.update(rule.says)
    variables = {**around, **{name: value for name, value in said.items() if name.startswith("--")}}
    for name in sorted(_KEPT & said.keys()):
        element.set(name, _resolved(said[name], variables))
    for child in element:
        _apply(child, rules, variables)


def _matches(element: Any, compounds: Sequence[tuple[str, frozenset[str]]]) -> bool:
    *outer, own = compounds
    if not _is(element, own):
        return False
    for ancestor in element.iterancestors():
        if outer and _is(ancestor, outer[-1]):
            outer.pop()
    return not outer


def _is(element: Any, compound: tuple[str, frozenset[str]]) -> bool:
    tag, names = compound
    return (not tag or etree.QName(element).localname == tag) and names <= set((element.get("class") or "").split())


def _resolved(value: str, variables: Mapping[str, str]) -> str:
    while found := _VAR.search(value):
        said = variables.get(found[1]) or found[2] or ""
        value = value[: found.start()] + said + value[found.end() :]
    return value.removesuffix("px")
