"""A page is rendered again when something it shows has changed, and only then."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generators.page import drafts, render_pages, rendered
from generators.printing.prints import Prints
from schemas.keeper import Keeper, View
from schemas.loader import load_library
from tests.edits import Edits
from tests.schemas.content import CATALOGUE, COMPLAINTS, FRONT_DESK, KEYS, LIBRARY, SETTINGS, TITLE_PAGE, Content

BOOK = "greentown-after-sales"
COMPLAINT = f"{BOOK}/procedures/complaint-handling.html"


class Box(dict[str, bytes]):
    """A store in memory."""

    def put(self, key: str, value: bytes) -> None:
        """As `Store.put`."""
        self[key] = value


class Noticing(Keeper):
    """A keeper that notices which pages are rendered, as `zh page`."""

    def __init__(self, store: Box) -> None:
        super().__init__(store, "1")
        self.pages: set[str] = set()

    def renew(self, key: str, view: View, make: Callable[[], bytes]) -> bytes:
        """As `Keeper.renew`."""
        if key.startswith("page/"):
            self.pages.add(f"{view.subject} {key.removeprefix('page/')}")
        return super().renew(key, view, make)


class Site:
    """The pages of a library that is edited, kept from one rendering to the next."""

    def __init__(self, root: Path, charts: Path, store: Box) -> None:
        self.root = root
        self._charts = charts
        self._store = store

    def renewed(self, prints: Prints | None = None) -> set[str]:
        """Which pages are rendered now; all of them are the same as those that are rendered from nothing."""
        keeper, prints = Noticing(self._store), prints or Prints()
        kept = load_library(self.root).require().kept_by(keeper)
        clean = load_library(self.root).require()
        assert list(render_pages(kept, self._charts, prints)) == list(render_pages(clean, self._charts, prints))
        kept.remember()
        return keeper.pages


@pytest.fixture(scope="module")
def charts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where flowcharts are kept, which no test here is about."""
    return tmp_path_factory.mktemp("charts")


@pytest.fixture(scope="module")
def all_pages(charts: Path) -> Box:
    """Every page of the small library, as it is kept."""
    store = Box()
    assert len(Site(LIBRARY, charts, store).renewed()) > 40
    return store


@pytest.fixture
def site(content: Content, charts: Path, all_pages: Box) -> Site:
    """The small library, every page of which is kept."""
    return Site(content.root, charts, Box(all_pages))


def both(*pages: str) -> set[str]:
    """Pages in both languages."""
    return {f"{lang} {page}" for lang in ("zh", "en") for page in pages}


def test_nothing_is_rendered_when_nothing_has_changed(site: Site) -> None:
    """Every page is taken as it is kept."""
    assert site.renewed() == set()


def test_a_word_of_a_step_renews_the_page_of_its_procedure(site: Site, content: Content) -> None:
    """Not those of the roles and the forms of the step, nor any list."""
    content.change(COMPLAINTS, "请业主坐下说完", "请业主坐下慢慢说完")

    assert site.renewed() == both(COMPLAINT)


def test_a_translation_renews_pages_of_its_language_alone(site: Site, content: Content) -> None:
    """What is only said otherwise in English leaves every Chinese page as it is."""
    content.change(CATALOGUE, "Offer the resident a seat", "Offer the resident a good seat")

    assert site.renewed() == {f"en {COMPLAINT}"}


def test_the_title_of_a_step_renews_the_pages_that_list_it(site: Site, content: Content) -> None:
    """Those of who does it, of who does what, of the forms it takes and of the cards after which it follows."""
    content.change(COMPLAINTS, "title: 受理\n", "title: 受理登记\n")

    assert site.renewed() == both(
        COMPLAINT, f"{BOOK}/roles/front-desk.html", f"{BOOK}/who.html", f"{BOOK}/forms/complaint-register.html",
        "cards/fire.html", "cards/gas.html",
    )  # fmt: skip


def test_a_greeting_renews_the_first_page(site: Site, content: Content) -> None:
    """`library.yaml` is read by the page that shows it."""
    content.change(SETTINGS, "greeting: 客人在面前", "greeting: 业主在面前")

    assert site.renewed() == both("index.html")


def test_a_value_of_the_project_renews_the_pages_that_say_it(site: Site, content: Content) -> None:
    """`handbook.yaml` as a whole is read by no page but that of the handbook."""
    content.change(TITLE_PAGE, "name: 示范园区", "name: 花园")

    assert site.renewed() == both(
        f"{BOOK}/index.html", f"{BOOK}/forms/key-loan-register.html", f"{BOOK}/forms/duty-roster.html"
    )


def test_a_print_renews_the_pages_that_offer_it(site: Site) -> None:
    """The PDF of a form stands on its own page, in the lists of forms and in the day of the roles that fill it."""
    pdf = f"{BOOK}/GT-R-KF-13-key-loan-register-blank.pdf"

    assert site.renewed(Prints(frozenset([pdf]))) == both(
        f"{BOOK}/forms/key-loan-register.html", "forms.html", "form-kinds.html",
        f"{BOOK}/roles/front-desk.html", f"{BOOK}/roles/service-supervisor.html",
    )  # fmt: skip


def test_a_reworded_question_of_a_record_renews_its_page(site: Site, content: Content) -> None:
    """So does whatever else only the record's own page shows; the first page, where it is asked as an example."""
    content.change(KEYS, "装修队要拿业主钥匙进去怎么登记", "装修队要拿钥匙怎么登记")
    content.change(FRONT_DESK, "mission: 业主见到的第一个人", "mission: 业主见到的头一个人")

    pages = both(f"{BOOK}/forms/key-loan-register.html", f"{BOOK}/roles/front-desk.html")
    assert site.renewed() == {*pages, "zh index.html"}


@pytest.mark.parametrize("seed", range(3))
def test_what_is_kept_equals_what_is_rendered_from_nothing(seed: int, site: Site) -> None:
    """After any edit, page for page."""
    edits = Edits(site.root, seed)

    for _ in range(4):
        edits.make()
        site.renewed()


@pytest.mark.prove
@pytest.mark.parametrize("seed", range(100, 110))
def test_what_is_kept_equals_what_is_rendered_from_nothing_at_length(seed: int, site: Site) -> None:
    """Two hundred edits, twenty on top of one another."""
    edits = Edits(site.root, seed)

    for _ in range(20):
        edits.make()
        site.renewed()


def test_a_page_that_is_lost_is_rendered_once_more(charts: Path, all_pages: Box) -> None:
    """What is known of it may be there without the page itself: somebody has made room."""
    kept = load_library(LIBRARY).require().kept_by(Keeper(all_pages, "1"))
    pages = list(rendered(drafts(kept), charts))
    without = Box({key: value for key, value in all_pages.items() if b"<" not in value})
    kept = load_library(LIBRARY).require().kept_by(Keeper(without, "1"))

    lost = list(rendered(drafts(kept), charts))
    assert [page.mark for page in lost] == [page.mark for page in pages]
    assert [page.page for page in lost] == [page.page for page in pages]
