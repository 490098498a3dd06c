"""The parts of a package that do not depend on the form, or only on its language and variant."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from generators.docx.styles import DECLARATION, NAMESPACE
from generators.docx.wml import attribute, escape
from schemas.languages import TAGS

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
_FONTS: Final = (
    # name, other name, panose, charset, family, pitch
    ("宋体", "SimSun", "02010600030101010101", "86", "auto", "variable"),
    ("微软雅黑", "Microsoft YaHei", "020B0503020204020204", "86", "swiss", "variable"),
    ("Arial", "Helvetica", "020B0604020202020204", "00", "swiss", "variable"),
    ("Segoe UI Symbol", "Segoe UI Emoji", "020B0502040204020203", "00", "swiss", "variable"),
)


@cache
def font_table() -> str:
    """`word/fontTable.xml`: the fonts with the names and kinds a substitute is chosen by."""
    rows = "".join(
        [
            f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:panose1 w:val="{panose}"/>'
            f'<w:charset w:val="{charset}"/><w:family w:val="{family}"/><w:pitch w:val="{pitch}"/></w:font>'
            for name, other, panose, charset, family, pitch in _FONTS
        ]
    )
    return f"{DECLARATION}<w:fonts {NAMESPACE}>{rows}</w:fonts>"


@cache
def settings(lang: str, protected: bool, *, mirrored: bool = False) -> str:
    """`word/settings.xml`.

    Args:
        lang: the language of the form.
        protected: lets only content controls take text (no password: a guard against slips).
        mirrored: whether left and right margins change places on every second page.
    """
    protection = '<w:documentProtection w:edit="forms" w:enforcement="1"/>' if protected else ""
    margins = "<w:mirrorMargins/>" if mirrored else ""
    return (
        f'{DECLARATION}<w:settings {NAMESPACE}><w:zoom w:percent="100"/>{margins}{protection}'
        '<w:defaultTabStop w:val="420"/><w:characterSpacingControl w:val="compressPunctuation"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{TAGS.of(lang)}" w:eastAsia="{TAGS.zh}"/><w:decimalSymbol w:val="."/>'
        '<w:listSeparator w:val=","/></w:settings>'
    )


def custom_properties(values: Mapping[str, str]) -> str:
    """`docProps/custom.xml`: what a reader of a filled copy needs to know which form it was."""
    rows = "".join(
        [
            f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{attribute(name)}">'
            f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
            for number, (name, value) in enumerate(values.items(), 2)
        ]
    )
    return (
        f'{DECLARATION}<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">'
        f"{rows}</Properties>"
    )
