"""What a file really is that is no text: Word, PDF, a picture, told by how its bytes begin."""

from __future__ import annotations

import re
from typing import Final

from schemas.words import Bilingual

_ZIP: Final = b"PK\x03\x04"
_IN_ZIPS: Final = (
    (b"word/", Bilingual("Word 文件（.docx）", "a Word document (.docx)")),
    (b"xl/", Bilingual("Excel 表格（.xlsx）", "an Excel workbook (.xlsx)")),
    (b"ppt/", Bilingual("幻灯片（.pptx）", "a presentation (.pptx)")),
    (b"mimetypeapplication/vnd.oasis.opendocument", Bilingual("OpenDocument 文件", "an OpenDocument file")),
)
_ARCHIVE: Final = Bilingual("压缩包", "an archive")
_PICTURE: Final = Bilingual("图片", "a picture")
_BEGINNINGS: Final = (
    (re.compile(rb"%PDF-"), Bilingual("PDF 文件", "a PDF file")),
    (
        re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        Bilingual("旧版的 Word 或 Excel 文件", "an old Word or Excel file"),
    ),
    (re.compile(rb"\{\\rtf"), Bilingual("RTF 文件", "an RTF document")),
    (re.compile(rb"\s*<(?:!doctype|html)\b", re.IGNORECASE), Bilingual("网页", "a web page")),
    (re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|RIFF....WEBP|BM....\0\0\0\0|II\*\0|MM\0\*", re.DOTALL), _PICTURE),
    (re.compile(rb"....ftyp(?:heic|heix|mif1|avif)", re.DOTALL), _PICTURE),
    (re.compile(rb"7z\xbc\xaf|Rar!\x1a|\x1f\x8b|BZh[1-9]1AY|\xfd7zXZ\0"), _ARCHIVE),
)


def other_format(content: bytes) -> Bilingual | None:
    """What *content* is in words, if it is of a format that people take for a text; None where it may be one."""
    if content.startswith(_ZIP):
        return next((words for sign, words in _IN_ZIPS if sign in content), _ARCHIVE)
    return next((words for beginning, words in _BEGINNINGS if beginning.match(content)), None)
