"""Files that somebody sends to do harm, or by mistake: none of them is a filled form."""

from __future__ import annotations

import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable, Mapping
from functools import cache
from io import BytesIO
from typing import Final

from filled.filling import fill_form
from schemas.loader import load_library
from tests.schemas.content import LIBRARY

MB: Final = 1024 * 1024
DOCUMENT: Final = "word/document.xml"
TYPES: Final = "[Content_Types].xml"
_PACKAGE_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>'
_LAUGHS: Final = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@cache
def good() -> bytes:
    """A form as it should be."""
    library = load_library(LIBRARY).require()
    entry = library.find("GT-R-KF-13", "greentown-after-sales")
    assert entry is not None
    return fill_form(library, entry, {"head": {"serial": "张三"}})


def parts() -> dict[str, bytes]:
    """The parts of a good form."""
    with zipfile.ZipFile(BytesIO(good())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(content: Mapping[str, bytes] | list[tuple[str, bytes]]) -> bytes:
    """A zip of *content*; a list may have a name twice."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in content.items() if isinstance(content, Mapping) else content:
            archive.writestr(name, part)
    return buffer.getvalue()


def with_parts(**more: bytes) -> bytes:
    """A good form with parts added or replaced; `__` in a name stands for `/`, `_dot_` for `.`."""
    return packed(parts() | {name.replace("__", "/").replace("_dot_", "."): part for name, part in more.items()})


def replaced(part: str, old: str, new: str, encoding: str = "utf-8") -> bytes:
    """A good form with a text of a part replaced, and the part in another encoding."""
    content = parts()
    text = content[part].decode()
    assert old in text
    changed = text.replace(old, new, 1)
    if encoding != "utf-8":
        changed = changed.replace('encoding="UTF-8"', f'encoding="{encoding}"', 1)
    return packed(content | {part: changed.encode(encoding)})


def doctype(subset: str, use: str = "", encoding: str = "utf-8") -> bytes:
    """A good form whose document begins with a doctype; *use* stands in its first text."""
    content = parts()
    text = content[DOCUMENT].decode()
    start = text.index("<w:document")
    changed = f"{text[:start]}<!DOCTYPE w:document {subset}>{text[start:]}".replace("张三", use or "张三")
    if encoding != "utf-8":
        changed = changed.replace('encoding="UTF-8"', f'encoding="{encoding}"', 1)
    return packed(content | {DOCUMENT: changed.encode(encoding)})


def relation(kind: str, target: str, mode: str = "External", part: str = "word/_rels/document.xml.rels") -> bytes:
    """A good form with a relationship added."""
    content = parts()
    line = f'<Relationship Id="rId99" Type="{_OFFICE}/{kind}" Target="{target}" TargetMode="{mode}"/>'
    start = f'{_DECLARATION}<Relationships xmlns="{_PACKAGE_RELATIONS}"></Relationships>'.encode()
    before = content.get(part, start)
    return packed(content | {part: before.replace(b"</Relationships>", line.encode() + b"</Relationships>")})


def in_body(markup: str) -> bytes:
    """A good form with markup at the end of its body."""
    return replaced(DOCUMENT, "</w:body>", f"{markup}</w:body>")


def encrypted() -> bytes:
    """A good form whose parts say that they are encrypted."""
    data = bytearray(good())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(signature, at + 4)
    return bytes(data)


def lying_size() -> bytes:
    """A document of 50 MB that says in the directory that it has 1000 bytes."""
    data = bytearray(with_parts(word__document_dot_xml=b"<a>" + b" " * 50 * MB + b"</a>"))
    at = data.rfind(b"word/document.xml") - 46
    struct.pack_into("<L", data, at + 24, 1000)
    return bytes(data)


def bad_crc() -> bytes:
    """A document whose bytes are not those that were packed."""
    data = bytearray(good())
    at = data.rfind(b"word/document.xml") - 46
    struct.pack_into("<L", data, at + 16, zlib.crc32(b"something else"))
    return bytes(data)


def million_parts() -> bytes:
    """A directory that lists far more parts than any document has."""
    return packed({f"media/{number}.png": b"" for number in range(3000)})


def outside() -> bytes:
    """A part whose name leads out of the package."""
    return packed([*parts().items(), ("../../etc/cron.d/job", b"x")])


def twice() -> bytes:
    """Two documents: what a person sees need not be what a program reads."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return packed([*parts().items(), (DOCUMENT, parts()[DOCUMENT].replace("张三".encode(), "李四".encode()))])


def workbook() -> bytes:
    """A workbook with the properties of a form."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    return replaced(TYPES, "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", kind)


def macro_document() -> bytes:
    """A document of the macro-enabled type."""
    kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
    return replaced(TYPES, "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", kind)


HOSTILE: Final[Mapping[str, tuple[Callable[[], bytes], str]]] = {
    "empty": (lambda: b"", "it is empty"),
    "text": (lambda: "姓名：张三".encode(), "it is not a Word document (.docx)"),
    "pdf": (lambda: b"%PDF-1.7\n1 0 obj", "it is a PDF, not a Word document (.docx)"),
    "old-word": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512),
        "it is an old .doc or has a password; save it as .docx without one",
    ),
    "truncated": (lambda: good()[:-3000], "it is incomplete or damaged"),
    "bad-crc": (bad_crc, "it is incomplete or damaged"),
    "too-big": (lambda: good() + bytes(21 * MB), "it is larger than 20 MB"),
    "lying-size": (lying_size, "it is incomplete or damaged"),
    "many-parts": (million_parts, "it holds more than 500 parts"),
    "two-documents": (twice, "it holds the part word/document.xml twice"),
    "outside": (outside, "a part of it has a name that leads outside: ../../etc/cron.d/job"),
    "encrypted": (encrypted, "a part of it is encrypted: [Content_Types].xml"),
    "long-text": (
        lambda: in_body("<w:p><w:r><w:t>" + "大" * 100 * MB + "</w:t></w:r></w:p>"),
        "it unpacks to more than 100 MB",
    ),
    "bomb": (
        lambda: with_parts(word__media__a_dot_png=bytes(30 * MB)),
        "word/media/a.png in it is packed suspiciously small",
    ),
    "media": (
        lambda: with_parts(**{f"word__media__{n}_dot_png": bytes(60 * MB) for n in range(2)}),
        "it unpacks to more than 100 MB",
    ),
    "large-document": (
        lambda: in_body("".join(f"<w:p><w:r><w:t>{n * 7919}</w:t></w:r></w:p>" for n in range(150_000))),
        "word/document.xml in it is larger than 5 MB",
    ),
    "many-elements": (
        lambda: in_body("".join(f"<a{n % 997}/>" for n in range(390_000))),
        "word/document.xml in it has too many elements",
    ),
    "many-texts": (
        lambda: in_body("".join(f"<a/>{n}" for n in range(160_000))),
        "word/document.xml in it has too many elements",
    ),
    "hidden-texts": (
        lambda: in_body("".join(f"<a/>{n}>" for n in range(160_000))),
        "word/document.xml in it has too many elements",
    ),
    "many-names": (
        lambda: in_body("".join(f"<a{n}/>" for n in range(270_000))),
        "word/document.xml in it has more than 2000 names of elements",
    ),
    "many-attribute-names": (
        lambda: in_body("".join(f"<w:p a{n} = ''/>" for n in range(2_000))),
        "word/document.xml in it has more than 2000 names of elements",
    ),
    "many-namespaces": (
        lambda: in_body("".join(f"<a xmlns='n:{n}'/>" for n in range(2_000))),
        "word/document.xml in it has more than 2000 names of elements",
    ),
    "many-attributes": (
        lambda: in_body("<w:p " + " ".join(f'a{n}="{n}"' for n in range(230_000)) + "/>"),
        "word/document.xml in it has too many elements",
    ),
    "deep": (
        lambda: in_body("<w:p>" * 5000 + "</w:p>" * 5000),
        "word/document.xml in it is not well-formed XML, or is nested too deep",
    ),
    "malformed": (
        lambda: in_body("<w:p>"), "word/document.xml in it is not well-formed XML, or is nested too deep"
    ),
    "entity-file": (
        lambda: doctype('[<!ENTITY x SYSTEM "file:///etc/passwd">]', "&x;"),
        "word/document.xml in it has a doctype or defines entities",
    ),
    "entity-http": (
        lambda: doctype('[<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]'),
        "word/document.xml in it has a doctype or defines entities",
    ),
    "billion-laughs": (
        lambda: doctype(f'[<!ENTITY l0 "ha">{_LAUGHS}]', "&l9;"),
        "word/document.xml in it has a doctype or defines entities",
    ),
    "entity-utf-16": (
        lambda: doctype('[<!ENTITY x SYSTEM "file:///etc/passwd">]', "&x;", "utf-16"),
        "word/document.xml in it is not UTF-8",
    ),
    "entity-ebcdic": (
        lambda: packed(parts() | {DOCUMENT: '<?xml version="1.0" encoding="cp037"?><!DOCTYPE a><a/>'.encode("cp037")}),
        "word/document.xml in it is not UTF-8",
    ),
    "doctype-in-properties": (
        lambda: replaced("docProps/custom.xml", "<Properties", "<!DOCTYPE x><Properties"),
        "docProps/custom.xml in it has a doctype or defines entities",
    ),
    "macros": (lambda: with_parts(word__vbaProject_dot_bin=b"x"), "it holds macros (word/vbaProject.bin)"),
    "docm": (macro_document, "it is a macro-enabled document; save it as .docx"),
    "active-x": (
        lambda: with_parts(word__activeX__activeX1_dot_xml=b"<a/>"),
        "another file or an active control is embedded in it (word/activeX/activeX1.xml)",
    ),
    "embedded": (
        lambda: with_parts(word__embeddings__oleObject1_dot_bin=b"x"),
        "another file or an active control is embedded in it (word/embeddings/oleObject1.bin)",
    ),
    "alt-chunk": (
        lambda: relation("aFChunk", "chunk.html", "Internal"),
        "another file or an active control is embedded in it (aFChunk)",
    ),
    "template": (
        lambda: relation("attachedTemplate", "http://127.0.0.1:9/t.dotm", part="word/_rels/settings.xml.rels"),
        (
            "it refers to a template (t.dotm); in Word, under Developer > Document Template, choose Normal and save, "
            "or copy what is filled in to a fresh copy of the form"
        ),
    ),
    "picture": (lambda: relation("image", "file://127.0.0.1/a.png"), "it refers to a file outside (image)"),
    "two-bodies": (
        lambda: relation("officeDocument", "word/settings.xml", "Internal", "_rels/.rels"), "it holds two documents"
    ),
    "no-document": (
        lambda: packed({name: part for name, part in parts().items() if name != DOCUMENT}),
        "it lacks word/document.xml",
    ),
    "workbook": (workbook, "it is not a Word document but XLSX"),
    "zip": (lambda: packed({"readme.txt": b"x"}), "it is not a Word document but ZIP"),
    "odt": (lambda: packed({"mimetype": b"x", "content.xml": b"<a/>"}), "it is not a Word document but ODT"),
    "strict": (
        lambda: replaced(
            DOCUMENT, "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
        "it was saved as Strict Open XML; save it as an ordinary .docx",
    ),
    "no-properties": (
        lambda: packed({name: part for name, part in parts().items() if name != "docProps/custom.xml"}),
        "it is not a form of this library",
    ),
    "other-library": (
        lambda: replaced("docProps/custom.xml", "greentown-after-sales/forms/", "other/forms/"),
        "its form, other/forms/key-loan-register, is not in this library",
    ),
    "blank-variant": (
        lambda: replaced("docProps/custom.xml", ">fill<", ">blank<"),
        "it is the variant to print, which has nothing to read",
    ),
    "practice-copy": (
        lambda: replaced("docProps/custom.xml", ">fill<", ">practice<"),
        "it is the practice copy of a course, and no record",
    ),
}  # fmt: skip
"""Each file by name: how it is made, and the reason it is refused with."""


def _control(tag: str, content: str) -> str:
    return f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'


def _run(number: int) -> str:
    return f"<w:r><w:t>{number * 7919}</w:t></w:r>"


def _nested(content: str, depth: int, before: str, after: str) -> str:
    return before * depth + content + after * depth


_LONG_TEXT: Final = "".join(str(number * 7919) for number in range(500_000))[:3_800_000]
HEAVY: Final[Mapping[str, Callable[[], bytes]]] = {
    "attributes": lambda: in_body("".join(f'<w:p{n % 997} a="{n}" b="{n}"/>' for n in range(56_000))),
    "elements": lambda: in_body("".join(f"<a{n % 997}/>" for n in range(285_000))),
    "texts": lambda: in_body("".join(f"<a/>{n}" for n in range(142_000))),
    "half-texts": lambda: in_body("".join(f"<a/>{n}<a/>" for n in range(95_000))),
    "same-tag": lambda: in_body(f"<w:p>{''.join(_control('head.serial', _run(n)) for n in range(14_500))}</w:p>"),
    "no-tag": lambda: in_body(
        f"<w:tbl><w:tr><w:tc><w:p>{''.join(_control('', _run(n)) for n in range(14_500))}</w:p></w:tc></w:tr></w:tbl>"
    ),
    "nested": lambda: in_body(
        "<w:p>"
        + _nested(
            f"<w:r><w:t>{_LONG_TEXT}</w:t></w:r>", 100,
            '<w:sdt><w:sdtPr><w:tag w:val="head.serial"/></w:sdtPr><w:sdtContent>', "</w:sdtContent></w:sdt>",
        )
        + "</w:p>"
    ),
    "changed-text": lambda: in_body(
        "<w:p>"
        + _nested(
            f"<w:r><w:t>del </w:t></w:r>{''.join(_control(f't{n}', _run(n)) for n in range(14_500))}", 200,
            "<w:smartTag>", "</w:smartTag>",
        )
        + "</w:p>"
    ),
    "nested-tables": lambda: in_body(
        _nested(
            "<w:p>"
            + "".join(
                _control("", f'<w:bookmarkStart w:id="1" w:name="f_loans__room__{n % 12}"/>{_run(n)}')
                for n in range(8_000)
            )
            + "</w:p>",
            75, "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>",
        )
    ),
    "huge-tag": lambda: in_body(f"<w:p>{_control(_LONG_TEXT, _run(1))}</w:p>"),
    "field-codes": lambda: in_body(
        f"<w:p>{''.join(f'<w:r><w:instrText>{n * 7919}</w:instrText></w:r>' for n in range(24_000))}</w:p>"
    ),
    "long-styles": lambda: with_parts(word__other_dot_xml=f"<a>{_LONG_TEXT}</a>".encode()),
    "bookmarks": lambda: in_body(
        "<w:p>"
        + _control("", "")
        + "".join(f'<w:bookmarkStart w:id="{n}" w:name="f_{n}"/>' for n in range(14_500))
        + "</w:p>"
    ),
}  # fmt: skip
"""Files within every limit that are made to be slow: read, with whatever is in them, in bounded memory and time."""
