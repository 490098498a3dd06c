"""The company's logo is a picture beside the title page; what is none is pointed at."""

from __future__ import annotations

from io import BytesIO

import pytest
import segno
from PIL import Image

from schemas.picture import MOST_BYTES
from tests.schemas.content import BOOK, TITLE_PAGE, Content

SHORT = "short: 示例物业}"


def png() -> bytes:
    """A small picture."""
    buffer = BytesIO()
    segno.make_qr("logo").save(buffer, kind="png", scale=4)
    return buffer.getvalue()


def jpeg() -> bytes:
    """A picture 300 pixels wide and 120 high."""
    buffer = BytesIO()
    Image.new("RGB", (300, 120), "white").save(buffer, "jpeg")
    return buffer.getvalue()


def damaged_png() -> bytes:
    """A picture whose ends are right and whose middle is not what it was."""
    picture = bytearray(png())
    picture[len(picture) // 2] ^= 0xFF
    return bytes(picture)


def named(content: Content, name: str) -> str:
    """Name a logo on the title page; where that is."""
    content.change(TITLE_PAGE, SHORT, f"short: 示例物业, logo: {name}}}")
    return content.place(TITLE_PAGE, name)


class TestLogo:
    @pytest.mark.parametrize(
        ("name", "picture", "size"),
        [("logo.png", png(), (116, 116)), ("l.jpg", jpeg(), (300, 120))],
        ids=["png", "jpeg"],
    )
    def test_picture(self, content: Content, name: str, picture: bytes, size: tuple[int, int]) -> None:
        """A PNG and a JPEG are taken, and their size is read from the picture itself."""
        named(content, name)
        content.write(f"{BOOK}/{name}", picture)
        logo = content.library().logo("greentown-after-sales")

        assert content.check() == []
        assert logo is not None
        assert (logo.width, logo.height) == size

    def test_none(self, content: Content) -> None:
        """A company need not have one."""
        assert content.library().logo("greentown-after-sales") is None

    @pytest.mark.parametrize("name", ["logo.png", "../library.yaml"])
    def test_missing(self, content: Content, name: str) -> None:
        """A name that no file beside the title page has is pointed at, as is a path that leads away."""
        place = named(content, name)

        assert content.check("zh") == [
            (
                f"{place}: 错误: handbook/greentown-after-sales 里没有标志图片“{name}” [logo-missing]\n"
                "    把 PNG 或 JPEG 图片放在 handbook.yaml 旁边，company.logo 只写文件名。"
            )
        ]
        assert content.check("en") == [
            (
                f"{place}: error: there is no logo '{name}' in handbook/greentown-after-sales [logo-missing]\n"
                "    Put a PNG or JPEG picture beside handbook.yaml; company.logo holds its file name only."
            )
        ]

    def test_too_large(self, content: Content) -> None:
        """A picture of more than a megabyte is refused before it is read."""
        place = named(content, "logo.png")
        content.write(f"{BOOK}/logo.png", png() + b"\0" * (MOST_BYTES + 500_000))

        assert content.check("zh") == [
            (
                f"{place}: 错误: 标志图片“logo.png”有 1.5 MB，太大 [logo-too-large]\n"
                "    每张表单都带着它，最大 1 MB；印出来高 8 毫米，200 像素高就够。"
            )
        ]
        assert content.check("en") == [
            (
                f"{place}: error: the logo 'logo.png' is too large: 1.5 MB [logo-too-large]\n"
                "    Every form carries it: 1 MB at most. It is printed 8 mm high, so 200 pixels are enough."
            )
        ]

    @pytest.mark.parametrize(
        "picture",
        [b"", b"<svg xmlns='http://www.w3.org/2000/svg'/>", png()[:-1], png()[:20], jpeg()[:-2], b"\xff\xd8\xff\xd9",
         jpeg().replace(b"\xff\xe0\0\x10", b"\xff\xe0\xff\xff"), damaged_png()],
        ids=["empty", "svg", "cut-png", "head-of-png", "cut-jpeg", "empty-jpeg", "jpeg-of-lies", "damaged-png"],
    )  # fmt: skip
    def test_no_picture(self, content: Content, picture: bytes) -> None:
        """What is neither a PNG nor a JPEG, or only the beginning of one, is pointed at."""
        place = named(content, "logo.png")
        content.write(f"{BOOK}/logo.png", picture)

        assert content.check("zh") == [
            (
                f"{place}: 错误: “logo.png”不是完整的 PNG 或 JPEG 图片 [logo-no-picture]\n"
                "    Word 和 WPS 只认这两种：SVG、PDF 等请先转成 PNG。"
            )
        ]
        assert content.check("en") == [
            (
                f"{place}: error: 'logo.png' is not a whole PNG or JPEG picture [logo-no-picture]\n"
                "    Word and WPS take these two: turn an SVG, a PDF and the like into a PNG first."
            )
        ]
