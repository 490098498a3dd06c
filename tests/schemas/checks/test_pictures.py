"""The picture of a step is a file beside the record; what is none is pointed at, and seen anew when it comes."""

from __future__ import annotations

from pathlib import Path

import pytest

from schemas.checked import checked
from schemas.picture import MOST_BYTES, PictureFile
from tests.schemas.content import BOOK, TODAY, Content

LEAK = f"{BOOK}/procedures/night-leak.yaml"
FILE = "meter-cupboard.png"
PICTURE = f"{BOOK}/procedures/{FILE}"


def test_the_picture_of_the_sample_is_read(content: Content) -> None:
    """A PNG beside the record is its picture, in the size that it has."""
    picture = content.library().picture("greentown-after-sales/procedures/night-leak", FILE)

    assert content.check() == []
    assert isinstance(picture, PictureFile)
    assert (picture.kind, picture.width, picture.height) == ("png", 720, 360)


@pytest.mark.parametrize(
    ("content_of_file", "title"),
    [
        (b"<svg/>", f"'{FILE}' is not a whole PNG or JPEG picture [picture-no-picture]"),
        (b"\x89PNG" + bytes(MOST_BYTES), f"the picture '{FILE}' is too large: 1.0 MB [picture-too-large]"),
        (None, f"there is no picture '{FILE}' in procedures [picture-missing]"),
    ],
)
def test_what_cannot_be_shown_is_found(content: Content, content_of_file: bytes | None, title: str) -> None:
    """Whatever a browser or a printer could not show is an error at the name of the file."""
    (content.root / PICTURE).unlink()
    if content_of_file is not None:
        content.write(PICTURE, content_of_file)

    assert content.titles() == [f"{content.place(LEAK, FILE)}: error: {title}"]


def test_a_picture_that_comes_later_is_seen(content: Content, tmp_path: Path) -> None:
    """What was found without it is not kept once it is there."""
    there = content.root / PICTURE
    picture = there.read_bytes()
    there.unlink()
    before = [finding.rule for finding in checked(content.root, TODAY).findings if finding.severity == "error"]
    there.write_bytes(picture)
    after = [finding.rule for finding in checked(content.root, TODAY).findings if finding.severity == "error"]

    assert (before, after) == (["picture-missing"], [])
