"""Text within a paragraph: what the pages mark with elements and classes, as pieces that paper can show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from generators.docx import wml
from schemas.punctuation import Marks
from schemas.words import ByLanguage

Face = Literal["", "bold", "soft"]
Glue = Literal["", "space", "dot", "line"]
"""What stands between a piece and what is before it, where anything is."""

UNSEEN: Final = frozenset(
    {"actions", "downloads", "ecard__book", "has-script", "mini", "mycourse", "player", "sr", "together"}
)
"""Classes of what nobody can use on paper: buttons, downloads, what only a screen reader says."""
_UNSEEN_TAGS: Final = frozenset(
    {"button", "input", "label", "noscript", "script", "select", "style", "svg", "template"}
)
LABELS: Final = frozenset({"article__no", "module__no", "node__no", "step__no", "work__no"})
"""Classes of the number that hangs before a paragraph."""
_GLUES: Final = {"": "", "space": " ", "dot": " · ", "line": "\n"}
_GLUED: Final[dict[str, Glue]] = {
    "chip": "dot", "ecard__of": "space", "note": "line", "soft": "space", "mark": "space", "node__start": "space",
    "node__kind": "space",
}  # fmt: skip
_BOLD: Final = frozenset({"b", "strong", "dt", "th"})
_SOFT: Final = frozenset({"basis", "code", "must", "note", "private", "soft"})
_FOLLOWED: Final = frozenset({"code", "kind", "no"})
"""Classes of what a space follows."""
_ARROW: Final = "→ "
_TO_WRITE_ON: Final = {"onpaper__box": "□ ", "onpaper__line": wml.line_to_write(5)}
_ENDS: Final = tuple("：:，,。.；;、？?！!“（(→")
_QUOTES: Final = ByLanguage(("“", "”"), ("“", "”"))
_SLOT: Final = ByLanguage(("〔", "〕"), ("[", "]"))
BREAK: Final = "\x0b"
"""A line break of the author: those of the HTML are white space."""
_WHITE: Final = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text: how it looks, where it leads, and what stands before it."""

    text: str
    face: Face = ""
    href: str = ""
    glue: Glue = ""


def classes(element: Any) -> frozenset[str]:
    """The classes of an element."""
    return frozenset((element.get("class") or "").split())


def is_unseen(element: Any) -> bool:
    """Whether paper has nothing of an element."""
    if not isinstance(element.tag, str) or element.tag in _UNSEEN_TAGS or element.get("hidden") is not None:
        return True
    return bool(classes(element) & UNSEEN)


def text_of(element: Any) -> str:
    """What an element says, on one line."""
    return _WHITE.sub(" ", "".join(element.itertext())).strip()


def spans(element: Any, lang: str, look: Span = Span("")) -> list[Span]:
    """The pieces of an inline *element*, without what follows it."""
    own = classes(element)
    if is_unseen(element) or own & LABELS:
        return []
    if "i" in own and element.tag == "span":
        return [replace(look, text=_ARROW, glue="space")] if "i-arrow" in own else []
    if element.tag == "br":
        return [Span(BREAK)]
    look = _look(element, own, look)
    pieces = [*_before(element, own, lang, look), *_within(element, lang, look), *_after(element, own, lang, look)]
    glue = next((glue for name, glue in _GLUED.items() if name in own), "space" if element.tag == "small" else "")
    first = next((at for at, piece in enumerate(pieces) if piece.text.strip()), None)
    if glue and first is not None:
        pieces[first] = replace(pieces[first], glue=glue)
    return pieces


def _look(element: Any, own: frozenset[str], within: Span) -> Span:
    face = within.face
    if element.tag in _BOLD:
        face = "bold"
    elif element.tag == "small" or own & _SOFT:
        face = face or "soft"
    href = str(element.get("href") or "") if element.tag == "a" else within.href
    return Span("", face, href if href.startswith("#") else "")


def _before(element: Any, own: frozenset[str], lang: str, look: Span) -> Iterator[Span]:
    if "turn" in own and "turn--choice" not in own:
        yield replace(look, text=_ARROW, glue="space")
    yield from (replace(look, text=text) for name, text in _TO_WRITE_ON.items() if name in own)
    if around := _around(element, own, lang):
        yield replace(look, text=around[0])


def _within(element: Any, lang: str, look: Span) -> Iterator[Span]:
    if element.text:
        yield replace(look, text=element.text)
    for child in element:
        yield from spans(child, lang, look)
        if child.tail:
            yield replace(look, text=child.tail)


def _after(element: Any, own: frozenset[str], lang: str, look: Span) -> Iterator[Span]:
    if around := _around(element, own, lang):
        yield replace(look, text=around[1])
    if element.tag == "i":  # the number of a step
        yield replace(look, text=". ")
    elif own & _FOLLOWED:
        yield replace(look, text=" ")
    if _asks_for_colon(element, own):
        yield replace(look, text=Marks(lang).colon)
    parent = element.getparent()
    if element.tag == "b" and parent is not None and "turn--choice" in classes(parent):
        yield Span(f" {_ARROW}")


def _around(element: Any, own: frozenset[str], lang: str) -> tuple[str, str] | None:
    """What stands around the words that are said, and around a blank that the speaker fills."""
    if "slot" in own:
        return _SLOT.of(lang)
    return _QUOTES.of(lang) if element.tag == "q" else None


def _asks_for_colon(element: Any, own: frozenset[str]) -> bool:
    """Whether a word in bold stands right before what it names: on the site a colour parts the two."""
    if text_of(element).endswith(_ENDS):
        return False
    if element.tag == "dt" or own & {"tag", "lead-in"}:
        return True
    follower, tail = element.getnext(), element.tail or ""
    if element.tag != "b" or not _is_first(element):
        return False
    if tail:
        return not tail[0].isspace() and not tail.startswith(_ENDS)
    return follower is not None and follower.tag != "p" and not _is_turn(follower)


def _is_first(element: Any) -> bool:
    """Whether nothing but an icon stands before it."""
    parent = element.getparent()
    if parent is None or (parent.text or "").strip():
        return False
    before = list(element.itersiblings(preceding=True))
    return all("i" in classes(each) and not (each.tail or "").strip() for each in before)


def _is_turn(follower: Any) -> bool:
    return "turn" in classes(follower) or any("i-arrow" in classes(each) for each in follower.iter())


def joined(pieces: Iterable[Span]) -> list[Span]:
    """*pieces* with their spaces as a browser shows them, and with what stands between them."""
    line: list[Span] = []
    for piece in pieces:
        text = "\n" if piece.text == BREAK else _WHITE.sub(" ", piece.text)
        before = line[-1].text[-1:] if line else ""
        if piece.glue and text.strip():
            text = text.lstrip(" ")
            if line and before != "\n":
                _trim(line)
                is_ended = not line or line[-1].text.endswith(_ENDS)
                line.append(Span(" " if is_ended and piece.glue == "dot" else _GLUES[piece.glue], "soft"))
        elif text.startswith(" ") and before in ("", " ", "\n"):
            text = text[1:]
        if text:
            line.append(replace(piece, text=text, glue=""))
    _trim(line)
    return line


def _trim(line: list[Span]) -> None:
    """Take spaces off the end of *line*."""
    while line and not line[-1].text.rstrip(" "):
        line.pop()
    if line:
        line[-1] = replace(line[-1], text=line[-1].text.rstrip(" "))
