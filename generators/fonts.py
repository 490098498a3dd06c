"""A Chinese font to draw charts with, found through fontconfig, or among the fonts of a machine without it."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from schemas.findings import HandbookError
from schemas.words import Bilingual

# matplotlib brings numpy along, and takes longer to load than most commands take
if TYPE_CHECKING:
    from matplotlib.font_manager import FontPath, FontProperties
    from typst import Fonts

FAMILIES: Final = (
    "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "SimHei",
    "WenQuanYi Micro Hei", "WenQuanYi Zen Hei",
)  # fmt: skip
"""What a chart would like to be written in, best first."""
_SECONDS: Final = 20


class NoChineseFontError(HandbookError):
    """There is no font that a Chinese chart could be written in."""

    def __init__(self) -> None:
        super().__init__(
            "no-chinese-font",
            Bilingual(
                "没有中文字体，画不了图。安装：apt install fonts-noto-cjk fontconfig",
                "no Chinese font to draw the chart with. Install one: apt install fonts-noto-cjk fontconfig",
            ),
        )


@cache
def chinese_font() -> FontProperties:
    """A font with Chinese characters in their mainland forms.

    Raises:
        NoChineseFontError: there is none; the message says how to install one.
    """
    from matplotlib.font_manager import FontProperties

    font_path = _by_fontconfig() or _by_name()
    if font_path is None:
        raise NoChineseFontError
    return FontProperties(fname=font_path)


def missing_in(font: FontProperties, text: str) -> str:
    """The characters of *text* that *font* has not, each once; those that nobody sees are no matter."""
    has = _letters(str(font.get_file()))
    return "".join(letter for letter in dict.fromkeys(text) if letter.isprintable() and ord(letter) not in has)


@cache
def _letters(font_path: str) -> frozenset[int]:
    """The characters that a font has."""
    from matplotlib import font_manager

    return frozenset(font_manager.get_font(font_path).get_charmap())


@cache
def typst_fonts() -> Fonts:
    """The fonts beside the Chinese one, so that its bold face is among them, as Typst takes them."""
    from typst import Fonts  # 45 MB that only books and sheets of one page need

    file = Path(str(chinese_font().get_file()))
    return Fonts(include_system_fonts=False, font_paths=[str(file.parent)])


@cache
def typst_family() -> str:
    """What Typst calls the Chinese font."""
    return str(chinese_font().get_name())


def _by_fontconfig() -> FontPath | None:
    """The best match of fontconfig; a collection holds several fonts, so its index counts."""
    from matplotlib.font_manager import FontPath

    program = shutil.which("fc-match")
    if program is None:
        return None
    pattern = f"{','.join(FAMILIES)},sans-serif:lang=zh-cn"
    try:
        output = subprocess.run(  # noqa: S603 - the program is fc-match, its words are our own
            [program, "-f", "%{file}\n%{index}\n%{lang}", pattern], capture_output=True, text=True, check=True,
            timeout=_SECONDS, errors="replace",
        ).stdout  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return None
    file, index, languages = [*output.split("\n"), "", "", ""][:3]
    return FontPath(file, int(index or 0)) if "zh-cn" in languages.split("|") else None


def _by_name() -> FontPath | None:
    from matplotlib.font_manager import FontPath, fontManager

    for family in FAMILIES:
        for font in fontManager.ttflist:
            if font.name == family:
                return FontPath(font.fname, font.index)
    return None
