"""How text looks as far as that decides whether it is read: struck out, hidden, unseen, in a font of signs.

What a run says itself counts first. Otherwise the styles of its letters, its paragraph and its table say it, each with
those that it is based on; a toggle (strike-out, hidden) that several of these turn on is off again, as Word has it, and
one that the defaults of the document turn on stays on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from lxml import etree

from filled.reading.symbols import is_symbolic
from filled.wordml import VAL, W14, W, is_on

_STRUCK, _DOUBLE, _HIDDEN, _FONTS = f"{W}strike", f"{W}dstrike", f"{W}vanish", f"{W}rFonts"
_STYLED, _RUN_PR, _PARAGRAPH_PR, _TABLE_PR = f"{W}rStyle", f"{W}rPr", f"{W}pPr", f"{W}tblPr"
_COLOUR, _SIZE, _SHADE, _MARKER = f"{W}color", f"{W}sz", f"{W}shd", f"{W}highlight"
_FILL, _NO_FILL = f"{W14}textFill", f"{W14}noFill"
_PAPER: Final = frozenset({"ffffff", "white"})
_MARKED: Final = {"black": "000000", "yellow": "ffff00", "red": "ff0000", "none": ""}
"""What a text marker is as a colour."""
_BARE: Final = frozenset({"", "auto", "none", *_PAPER})
_SMALLEST: Final = 2
"""Half points: letters of this size are dots."""
_FACES: Final = tuple(f"{W}{name}" for name in ("ascii", "hAnsi", "cs", "eastAsia"))
_TELLING: Final = frozenset({_STRUCK, _DOUBLE, _HIDDEN})
_FAINT: Final = frozenset({_COLOUR, _SIZE, _FILL})


class Own(NamedTuple):
    """What one place says of how text looks; None where it says nothing."""

    struck: bool | None = None
    double: bool | None = None
    hidden: bool | None = None
    font: str | None = None
    faint: bool | None = None

    def over(self, base: Own) -> Own:
        """This, and what *base* says where this says nothing."""
        return Own(
            base.struck if self.struck is None else self.struck,
            base.double if self.double is None else self.double,
            base.hidden if self.hidden is None else self.hidden,
            base.font if self.font is None else self.font,
            base.faint if self.faint is None else self.faint,
        )


class Look(NamedTuple):
    """How text looks."""

    struck: bool = False
    hidden: bool = False
    font: str = ""
    faint: bool = False


_NOTHING: Final = Own()
_PLAIN: Final = Look()


@dataclass(frozen=True, slots=True)
class Looks:
    """The styles of a document, as far as they decide how text looks.

    Attributes:
        defaults: what holds where nothing else is said.
        styles: what each style says, with all that it is based on, by kind (`paragraph`, `character`, `table`) and id.
        usual: the style of each kind that holds where none is named.
        is_plain: whether nothing in them strikes out, hides or draws signs.
    """

    defaults: Own = _NOTHING
    styles: Mapping[tuple[str, str], Own] = field(default_factory=dict)
    usual: Mapping[str, Own] = field(default_factory=dict)
    is_plain: bool = True

    def look(self, properties: etree._Element | None, paragraph: etree._Element | None) -> Look:
        """How a run with these *properties* looks in *paragraph*."""
        direct = _NOTHING if properties is None else own(properties)
        if self.is_plain:
            look = _shown(direct, ()) if direct != _NOTHING else _PLAIN
        else:
            look = _shown(direct, self._levels(properties, paragraph), self.defaults)
        return look._replace(faint=False) if look.faint and _is_on_shade(paragraph) else look

    def _levels(self, properties: etree._Element | None, paragraph: etree._Element | None) -> tuple[Own, ...]:
        table = None if paragraph is None else next(paragraph.iterancestors(f"{W}tbl"), None)
        return (
            self._style("character", properties),
            self._style("paragraph", _part(paragraph, _PARAGRAPH_PR)),
            _NOTHING if table is None else self._style("table", _part(table, _TABLE_PR)),
        )

    def _style(self, kind: str, properties: etree._Element | None) -> Own:
        named = None if properties is None else properties.find(_NAMED[kind])
        usual = self.usual.get(kind, _NOTHING)
        return usual if named is None else self.styles.get((kind, named.get(VAL) or ""), usual)


_NAMED: Final = {"character": _STYLED, "paragraph": f"{W}pStyle", "table": f"{W}tblStyle"}


def _part(node: etree._Element | None, name: str) -> etree._Element | None:
    return None if node is None else node.find(name)


def _shown(direct: Own, levels: Iterable[Own], defaults: Own = _NOTHING) -> Look:
    levels = tuple(levels)
    struck, hidden = (
        mine if mine is not None else bool(default) or sum(bool(level) for level in said) % 2 == 1
        for mine, default, said in (
            (direct.struck, defaults.struck, [level.struck for level in levels]),
            (direct.hidden, defaults.hidden, [level.hidden for level in levels]),
        )
    )
    nearest = direct
    for level in (*levels, defaults):
        nearest = nearest.over(level)
    return Look(struck or bool(nearest.double), hidden, nearest.font or "", bool(nearest.faint))


def own(properties: etree._Element) -> Own:
    """What `w:rPr` says itself."""
    struck = double = hidden = font = None
    for child in properties:
        tag = child.tag
        if tag == _STRUCK:
            struck = is_on(child)
        elif tag == _DOUBLE:
            double = is_on(child)
        elif tag == _HIDDEN:
            hidden = is_on(child)
        elif tag == _FONTS:
            font = _font(child)
    return Own(struck, double, hidden, font, _is_faint(properties))


def _is_faint(properties: etree._Element) -> bool | None:
    """Whether nobody sees letters: as white as the paper, without a filling, tiny; None where nothing is said of it."""
    size, fill = properties.find(_SIZE), properties.find(_FILL)
    if size is not None and (size.get(VAL) or "").isdecimal() and int(size.get(VAL) or "") <= _SMALLEST:
        return True
    if fill is not None and fill.find(_NO_FILL) is not None:
        return True
    colour, marker = _said(properties, _COLOUR, VAL), _said(properties, _MARKER, VAL)
    behind = _MARKED.get(marker, marker) or _said(properties, _SHADE, f"{W}fill")
    if behind in _BARE:
        return colour in _PAPER if colour else None
    return colour == behind


def _said(properties: etree._Element | None, name: str, attribute: str) -> str:
    """What *name* in *properties* says by an attribute, in small letters; empty where it is not there."""
    node = None if properties is None else properties.find(name)
    return "" if node is None else (node.get(attribute) or "").casefold()


def _is_on_shade(paragraph: etree._Element | None) -> bool:
    """Whether a paragraph, or a cell around it, has a colour behind it."""
    if paragraph is None:
        return False
    cells = (cell.find(f"{W}tcPr") for cell in paragraph.iterancestors(f"{W}tc"))
    return any(_said(part, _SHADE, f"{W}fill") not in _BARE for part in (paragraph.find(_PARAGRAPH_PR), *cells))


def _font(fonts: etree._Element) -> str | None:
    """The font of signs among *fonts*, else an ordinary one; None where they only name those of the theme."""
    names = [name for face in _FACES if (name := fonts.get(face))]
    return next(filter(is_symbolic, names), names[0] if names else None)


def is_plain(properties: etree._Element) -> bool:
    """Whether `w:rPr` itself says nothing of whether text is read."""
    return not any(
        child.tag in _TELLING
        or (child.tag == _FONTS and is_symbolic(_font(child) or ""))
        or (child.tag in _FAINT and _is_faint(properties))
        for child in properties
    )


def looks_of(styles: etree._Element) -> Looks:
    """The looks that the styles part of a document gives."""
    said: dict[tuple[str, str], tuple[Own, str]] = {}
    usual: dict[str, str] = {}
    for style in styles.iterchildren(f"{W}style"):
        kind, id_ = style.get(f"{W}type") or "paragraph", style.get(f"{W}styleId") or ""
        properties, base = style.find(_RUN_PR), style.find(f"{W}basedOn")
        mine = _NOTHING if properties is None else own(properties)
        said[kind, id_] = mine, "" if base is None else base.get(VAL) or ""
        if is_on_by(style, f"{W}default"):
            usual[kind] = id_
    defaults = styles.find(f"{W}docDefaults/{W}rPrDefault/{_RUN_PR}")
    default = _NOTHING if defaults is None else own(defaults)
    if not any(map(_tells, (default, *(mine for mine, _ in said.values())))):
        return Looks()
    resolved = _resolved(said)
    return Looks(default, resolved, {kind: resolved[kind, id_] for kind, id_ in usual.items()}, is_plain=False)


def _tells(said: Own) -> bool:
    return bool(said.struck or said.double or said.hidden or said.faint) or is_symbolic(said.font or "")


def is_on_by(node: etree._Element, name: str) -> bool:
    """Whether the attribute *name* of *node* is there and on."""
    return node.get(name) is not None and is_on(node, name)


def _resolved(said: Mapping[tuple[str, str], tuple[Own, str]]) -> dict[tuple[str, str], Own]:
    """What each style says with all that it is based on; a circle ends where it began."""
    resolved: dict[tuple[str, str], Own] = {}
    for start in said:
        chain: dict[tuple[str, str], Own] = {}
        at = start
        while at in said and at not in chain and at not in resolved:
            chain[at], base = said[at]
            at = at[0], base
        below = resolved.get(at, _NOTHING)
        for style, mine in reversed(chain.items()):
            below = resolved[style] = mine.over(below)
    return resolved
