"""The smallest theme Office accepts. No style refers to it; it is there because a document must have one."""

from __future__ import annotations

from functools import cache
from typing import Final

from generators.docx.faces import CHINESE
from generators.docx.styles import DECLARATION

_COLOURS: Final = (
    ("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", "404040"), ("lt2", "F2F2F2"), ("accent1", "404040"),
    ("accent2", "595959"), ("accent3", "737373"), ("accent4", "8C8C8C"), ("accent5", "A6A6A6"), ("accent6", "BFBFBF"),
    ("hlink", "0563C1"), ("folHlink", "954F72"),
)  # fmt: skip
_FILL: Final = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE: Final = f'<a:ln w="6350">{_FILL}</a:ln>'
_EFFECT: Final = "<a:effectStyle><a:effectLst/></a:effectStyle>"


@cache
def theme() -> str:
    """`word/theme/theme1.xml`: greys, and the form's own fonts."""
    colours = "".join([f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS])
    return (
        f'{DECLARATION}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Form">'
        f'<a:themeElements><a:clrScheme name="Form">{colours}</a:clrScheme><a:fontScheme name="Form">'
        f"<a:majorFont>{_font(CHINESE.heading)}</a:majorFont><a:minorFont>{_font(CHINESE.body)}</a:minorFont>"
        f'</a:fontScheme><a:fmtScheme name="Form"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{_LINE * 3}</a:lnStyleLst><a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def _font(name: str) -> str:
    return f'<a:latin typeface="{name}"/><a:ea typeface="{name}"/><a:cs typeface=""/>'
