"""More files that are no filled form: zips that two programs read differently, and what Word would fetch or run."""

from __future__ import annotations

import random
import stat
import struct
import zipfile
from collections.abc import Callable, Mapping
from functools import partial
from io import BytesIO
from typing import Final

from tests.filled.hostile_files import DOCUMENT, TYPES, good, in_body, packed, parts, relation, replaced

_END: Final = b"PK\x05\x06"
_MAIN: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_STYLES: Final = "word/styles.xml"
_AROUND: Final = "something else was put before or behind the document in it"
_MACRO_TYPE: Final = "it is a macro-enabled document; save it as .docx"
_UNTAGGED: Final = "<w:p><w:sdt><w:sdtContent/></w:sdt></w:p>"
_HEADER: Final = "word/header1.xml"


def field(code: str) -> bytes:
    """A good form with a field that Word works out when it opens the file."""
    runs = (
        '<w:fldChar w:fldCharType="begin"/>',
        f"<w:instrText>{code}</w:instrText>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    return in_body(f"<w:p>{''.join(f'<w:r>{run}</w:r>' for run in runs)}</w:p>")


def torn_field() -> bytes:
    """The name of a field in two runs, one of them with a number for a letter."""
    runs = "".join(f"<w:r><w:instrText>{text}</w:instrText></w:r>" for text in ("DDE", "&#65;UTO c:\\\\x"))
    return in_body(f"<w:p>{runs}</w:p>")


def with_entry(name: str, content: bytes = b"x", **attributes: int) -> bytes:
    """A good form with an entry of its own kind."""
    buffer = BytesIO(good())
    entry = zipfile.ZipInfo(name)
    for key, value in attributes.items():
        setattr(entry, key, value)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(entry, content)
    return buffer.getvalue()


def moved(before: bytes) -> bytes:
    """A good form behind other bytes; its directory still says where everything was."""
    return before + good()


def zip64_end() -> bytes:
    """A good form whose directory is said to be elsewhere."""
    data = good()
    at = data.rfind(_END)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, at, 1)
    return data[:at] + locator + data[at:]


def zip64_entry() -> bytes:
    """A document whose size stands in an extra field, and is 2⁶² there."""
    data = bytearray(good())
    at = data.rfind(DOCUMENT.encode()) - 46
    extra = struct.pack("<HHQ", 1, 8, 1 << 62)
    data[at + 46 + len(DOCUMENT) : at + 46 + len(DOCUMENT)] = extra
    struct.pack_into("<L", data, at + 24, 0xFFFFFFFF)
    struct.pack_into("<H", data, at + 30, len(extra))
    end = data.rfind(_END)
    struct.pack_into("<L", data, end + 12, struct.unpack_from("<L", data, end + 12)[0] + len(extra))
    return bytes(data)


def two_ends() -> bytes:
    """A comment of the zip that looks like the end of another zip, in which nothing is."""
    data = good()
    other = struct.pack("<4s4H2LH", _END, 0, 0, 0, 0, 0, 0, 0)
    return data[:-2] + struct.pack("<H", len(other)) + other


def other_local_name() -> bytes:
    """A document that has another name where it stands than in the directory."""
    data = bytearray(good())
    at = data.find(DOCUMENT.encode())
    data[at : at + len(DOCUMENT)] = b"word/documenu.xml"
    return bytes(data)


def packed_as(method: int) -> bytes:
    """A good form packed by a method that no word processor uses."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, part in parts().items():
            archive.writestr(name, part)
    return buffer.getvalue()


def many_large_parts() -> bytes:
    """Relationships in parts of almost four MB each, packed too little to be a bomb."""
    noise = random.Random(1)  # noqa: S311 - nothing is kept secret with it
    lines = [f'<R a="{noise.getrandbits(16)}{"x" * 80}"/>' for _ in range(40_000)]
    part = f"<Relationships>{''.join(lines)}</Relationships>".encode()
    return packed(parts() | {f"word/_rels/p{number}.xml.rels": part for number in range(24)})


def typed_as(name: str, kind: str) -> bytes:
    """A good form with a part whose content type is not what its name says."""
    override = f'<Override PartName="/{name}" ContentType="{kind}"/></Types>'
    content = parts()
    content[TYPES] = content[TYPES].replace(b"</Types>", override.encode())
    return packed(content | {name: b"x"})


def typed_twice() -> bytes:
    """A document with two content types: a program may go by either."""
    content = parts()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.glossary+xml"
    text = content[TYPES].decode()
    start = text.index("<Override")
    override = f'<Override PartName="/{DOCUMENT.upper()}" ContentType="{kind}"/>'
    return packed(content | {TYPES: (text[:start] + override + text[start:]).encode()})


def nul_name() -> bytes:
    """A part whose name ends where a C program stops reading."""
    data = packed([*parts().items(), ("word/aaaa.xml", b"<a/>")])
    return data.replace(b"word/aaaa.xml", b"word/aa\0a.xml")


_UTF_7: Final = b"+ADwAIQ-DOCTYPE a+AD4-<a/>"


def declared(declaration: str, body: bytes) -> bytes:
    """A good form with styles that begin with *declaration*."""
    return packed(parts() | {_STYLES: declaration.encode() + body})


TRICKS: Final[Mapping[str, tuple[Callable[[], bytes], str]]] = {
    "rtf": (lambda: rb"{\rtf1\ansi \'d0\'d5}", "it is not a Word document (.docx)"),
    "html": (lambda: b"<html><body><table>", "it is not a Word document (.docx)"),
    "spaces": (lambda: b" " * 1000, "it is not a Word document (.docx)"),
    "only-an-end": (lambda: b"PK\x05\x06" + bytes(18), "it is not a Word document but ZIP"),
    "zip64-end": (zip64_end, "it is packed in a way no form is (ZIP64)"),
    "zip64-entry": (zip64_entry, "it unpacks to more than 100 MB"),
    "two-ends": (two_ends, _AROUND),
    "prepended": (lambda: moved(b"PK\x03\x04" + bytes(500)), _AROUND),
    "appended": (lambda: good() + b"<script>" * 20, _AROUND),
    "second-zip": (lambda: good() + packed(parts()), _AROUND),
    "script-before": (lambda: moved(b"#!/bin/sh\nexit\n"), "it is not a Word document (.docx)"),
    "other-local-name": (other_local_name, "it is incomplete or damaged"),
    "lzma": (lambda: packed_as(zipfile.ZIP_LZMA), "it is packed in a way no form is (LZMA)"),
    "bzip2": (lambda: packed_as(zipfile.ZIP_BZIP2), "it is packed in a way no form is (BZIP2)"),
    "same-name-in-capitals": (
        lambda: packed([*parts().items(), ("Word/Document.XML", b"<a/>")]),
        "it holds the part word/document.xml twice",
    ),
    "absolute": (
        lambda: packed([*parts().items(), ("/etc/passwd", b"x")]),
        "a part of it has a name that leads outside: /etc/passwd",
    ),
    "drive": (
        lambda: packed([*parts().items(), ("C:/Windows/x", b"x")]),
        "a part of it has a name that leads outside: C:/Windows/x",
    ),
    "backslash": (
        lambda: packed([*parts().items(), ("word\\..\\..\\x", b"x")]),
        "a part of it has a name that leads outside: word\\..\\..\\x",
    ),
    "nul-name": (nul_name, "a part of it has a name that leads outside: word/aa a.xml"),
    "symlink": (
        lambda: with_entry(
            "word/media/a.png", b"/etc/passwd", external_attr=(stat.S_IFLNK | 0o777) << 16, create_system=3
        ),
        "a part of it is a link to a file elsewhere: word/media/a.png",
    ),
    "nested-zip": (
        lambda: with_entry("word/media/a.zip", packed({"a": b"x"})),
        "another file or an active control is embedded in it (word/media/a.zip)",
    ),
    "nested-document": (
        lambda: with_entry("word/inner.docx", good()),
        "another file or an active control is embedded in it (word/inner.docx)",
    ),
    "program": (
        lambda: with_entry("word/media/a.png.exe"),
        "another file or an active control is embedded in it (word/media/a.png.exe)",
    ),
    "many-large-parts": (many_large_parts, "its parts of text are larger than 8 MB together"),
    "many-controls": (
        lambda: in_body("".join(f"<w:sdt><w:sdtContent/></w:sdt>{n * 7919}" for n in range(80_000))),
        "it has more than 15000 fields",
    ),
    "many-bookmarks": (
        lambda: in_body("".join(f'<w:bookmarkStart w:id="{n}" w:name="f_{n}"/>' for n in range(50_000)) + _UNTAGGED),
        "it has more than 15000 fields",
    ),
    "deep-relations": (
        lambda: packed(parts() | {"word/_rels/a.xml.rels": b"<a>" * 5000 + b"</a>" * 5000}),
        "word/_rels/a.xml.rels in it is not well-formed XML, or is nested too deep",
    ),
    "entity-in-styles": (
        lambda: replaced(_STYLES, "<w:styles", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:styles'),
        "word/styles.xml in it has a doctype or defines entities",
    ),
    "entity-in-header": (
        lambda: replaced(_HEADER, "<w:hdr", '<!DOCTYPE a [<!ENTITY x "y">]><w:hdr'),
        "word/header1.xml in it has a doctype or defines entities",
    ),
    "utf-16-header": (
        lambda: packed(parts() | {_HEADER: '<?xml version="1.0"?><!DOCTYPE a><a/>'.encode("utf-16")}),
        "word/header1.xml in it is not UTF-8",
    ),
    "utf-7": (lambda: replaced(DOCUMENT, "UTF-8", "UTF-7"), "word/document.xml in it is not UTF-8"),
    **{
        f"encoding-{name}": (partial(declared, declaration, body), f"{_STYLES} in it is not UTF-8")
        for name, (declaration, body) in {
            "far-away": (f'<?xml version="1.0"{" " * 2000}encoding="UTF-7"?>', _UTF_7),
            "in-lines": ('<?xml\nversion="1.0"\n\tencoding\n=\n"UTF-7"\n?>', _UTF_7),
            "single-quotes": ("<?xml version='1.0' encoding='UTF-7' standalone='yes'?>", _UTF_7),
            "two": ('<?xml version="1.0" encoding="UTF-8" encoding="UTF-7"?>', _UTF_7),
            "in-version": ("<?xml version='1.0 encoding=\"UTF-8\"' encoding='UTF-7'?>", _UTF_7),
            "utf-16": ('<?xml version="1.0" encoding="UTF-16"?>', b"<a/>"),
            "gbk": ('<?xml version="1.0" encoding="GBK"?>', "<a>值日表</a>".encode("gbk")),
            "gbk-unsaid": ("", "<a>值日表</a>".encode("gbk")),
            "latin": ('<?xml version="1.0" encoding="ISO-8859-1"?>', b"<a>\xe9</a>"),
            "unknown": ('<?xml version="1.0" encoding="nonsense"?>', b"<a/>"),
            "unfinished": ('<?xml version="1.0" encoding="UTF-8"', b"<a/>"),
            "half-pair": ("", b"<a>\xed\xa0\x80</a>"),
            "overlong": ("", b"<a>\xc0\xbc</a>"),
            "nul": ("", b"<a>\0</a>"),
            "utf-32": ("", "<a/>".encode("utf-32")),
            "utf-16-bare": ("", "<a/>".encode("utf-16-be")),
            "ebcdic": ("", "<a/>".encode("cp037")),
        }.items()
    },
    "unused-part": (
        lambda: packed(parts() | {_STYLES: b"<a><b></a>"}),
        f"{_STYLES} in it is not well-formed XML, or is nested too deep",
    ),
    "declared-late": (
        lambda: packed(parts() | {_STYLES: b' <?xml version="1.0" encoding="UTF-7"?><a/>'}),
        f"{_STYLES} in it is not well-formed XML, or is nested too deep",
    ),
    "dde": (
        lambda: field('DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"'),
        "a field in it would fetch something from outside (DDEAUTO)",
    ),
    "torn-dde": (torn_field, "a field in it would fetch something from outside (DDEAUTO)"),
    "simple-field": (
        lambda: in_body('<w:p><w:fldSimple w:instr=" INCLUDETEXT http://127.0.0.1:9/a "/></w:p>'),
        "a field in it would fetch something from outside (INCLUDETEXT)",
    ),
    "picture-field": (
        lambda: field("INCLUDEPICTURE http://127.0.0.1:9/a.png"),
        "a field in it would fetch something from outside (INCLUDEPICTURE)",
    ),
    "field-in-header": (
        lambda: replaced(
            _HEADER, "</w:hdr>", "<w:p><w:r><w:instrText>LINK Excel.Sheet.8 a.xls</w:instrText></w:r></w:p></w:hdr>"
        ),
        "a field in it would fetch something from outside (LINK)",
    ),
    "header-picture": (
        lambda: relation("image", "http://127.0.0.1:9/a.png", part="word/_rels/header1.xml.rels"),
        "it refers to a file outside (image)",
    ),
    "share": (
        lambda: relation("image", "file://///127.0.0.1/share/a.png", "Internal"),
        "it refers to a file outside (image)",
    ),
    "ole-link": (lambda: relation("oleObject", "http://127.0.0.1:9/a.xls"), "it refers to a file outside (oleObject)"),
    "ole-inside": (
        lambda: relation("oleObject", "media/a.bin", "Internal"),
        "another file or an active control is embedded in it (oleObject)",
    ),
    "frame": (
        lambda: relation("frame", "http://127.0.0.1:9/a.html", part="word/_rels/webSettings.xml.rels"),
        "it refers to a file outside (frame)",
    ),
    "mail-merge": (
        lambda: relation("mailMergeSource", "file:///a.mdb", part="word/_rels/settings.xml.rels"),
        "it refers to a file outside (mailMergeSource)",
    ),
    "sub-document": (lambda: relation("subDocument", "a.docx"), "it refers to a file outside (subDocument)"),
    "padded-mode": (
        lambda: relation("image", "http://127.0.0.1:9/a.png", " External "),
        "it refers to a file outside (image)",
    ),
    "dotm": (
        lambda: replaced(TYPES, _MAIN, "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"),
        _MACRO_TYPE,
    ),
    "macros-by-type": (lambda: typed_as("word/a.png", "application/vnd.ms-office.vbaProject"), _MACRO_TYPE),
    "typed-twice": (typed_twice, "/word/document.xml in it has two types"),
    "target-outside": (
        lambda: replaced("_rels/.rels", 'Target="word/document.xml"', 'Target="../../etc/passwd"'),
        "it lacks ../../etc/passwd",
    ),
}
"""Each file by name: how it is made, and the reason it is refused with."""
