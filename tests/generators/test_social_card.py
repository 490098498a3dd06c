"""What a chat shows of a link to a page: its title, what it is about, and a picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from lxml import html
from PIL import Image

from generators.assets import site_assets
from generators.frames import Surrounding, Theme, themes
from generators.page import Draft, drafts
from generators.site_config import SOCIAL_CARD
from schemas.languages import PREFIX
from schemas.library import Library
from schemas.loader import load_library
from tests.generators.sites import PROJECT, make_root

AT = "https://handbook.example/desk/"
NOWHERE = Surrounding("", "")


@dataclass(frozen=True, slots=True)
class Published:
    """A library and the frames of its pages."""

    library: Library
    themes: dict[str, Theme]

    def page(self, draft: Draft) -> Any:
        """A page in its frame, parsed."""
        frame = self.themes[draft.view.lang].frame(draft.url)
        return html.fromstring(frame.around(draft.render(None), NOWHERE, str(draft.view.settings.title)))


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The small library, which says at which address it is published."""
    root = make_root(tmp_path_factory.mktemp("published"))
    settings = root / "handbook" / "library.yaml"
    settings.write_text(f"{settings.read_text('utf-8')}\nbase_url: {AT}\n", "utf-8")
    library = load_library(root).require()
    return Published(library, themes(root, library, site_assets(PROJECT / "site" / "docs")))


def one_of_each(library: Library) -> list[Draft]:
    """A page of every kind in every language: of the library, of a handbook, of each kind of record."""
    found: dict[tuple[str, str], Draft] = {}
    for draft in drafts(library):
        kind = draft.entry.kind if draft.entry else draft.url.rpartition("/")[2]
        found.setdefault((draft.view.lang, kind), draft)
    return list(found.values())


def told(page: Any) -> dict[str, str]:
    """What the page says of itself to others."""
    return {meta.get("property"): meta.get("content") for meta in page.xpath("//meta[@property]")}


def test_every_kind_of_page_has_its_card(known: Published) -> None:
    """Title, description and picture, each its own; and no address but that of the site."""
    seen = set()
    for draft in one_of_each(known.library):
        page, where = known.page(draft), f"{draft.view.lang} {draft.url}"
        said = told(page)

        assert said["og:title"] == page.findtext(".//title"), where
        assert said["og:description"] == page.xpath("string(//meta[@name='description']/@content)"), where
        assert said["og:description"].strip(), where
        assert said["og:site_name"] == str(draft.view.settings.title), where
        assert said["og:type"] == ("website" if draft.url == "index.html" else "article"), where
        assert said["og:url"] == AT + PREFIX.of(draft.view.lang) + draft.url, where
        assert said["og:image"] == AT + SOCIAL_CARD, where
        assert page.xpath("//link[@rel='canonical']/@href") == [said["og:url"]], where
        whole = [each for each in page.xpath("//@href | //@src | //@content") if "://" in each]
        assert [each for each in whole if not each.startswith(AT)] == [], where
        seen.add((draft.view.lang, said["og:title"]))
    assert len(seen) == len(one_of_each(known.library))


def test_the_picture_is_there_and_as_large_as_chats_want_it() -> None:
    """Among the files of the site; 1200 by 630, no more than 300 KB."""
    path = PROJECT / "site" / "docs" / SOCIAL_CARD
    with Image.open(path) as picture:
        assert picture.size == (1200, 630)
    assert path.stat().st_size <= 300_000
