"""The built site, in frames of real mkdocs builds: complete, linked, repeatable, nothing done where nothing changed."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest
from lxml import html
from PIL import Image

from generators import frames
from schemas.findings import HandbookError
from tests.filled.hostile import hostile
from tests.generators.sites import build_forms, build_site, load, make_root
from tests.links import dead_links
from tests.once import Once

COMPLAINTS = "greentown-after-sales/procedures/complaint-handling.html"


@pytest.fixture(scope="session")
def built(once: Once) -> Path:
    """A root whose site has been built, with its forms; tests that change something copy it."""

    def make(root: Path) -> None:
        library = load(make_root(root))
        build_forms(library, root / "build", office=False)
        build_site(root, library)

    return once.folder("site-without-prints", make)


@pytest.fixture
def copy(built: Path, tmp_path: Path) -> Path:
    """A copy of the built root, time stamps included."""
    return Path(shutil.copytree(built, tmp_path / "root"))


def pages(root: Path) -> Iterator[tuple[str, html.HtmlElement]]:
    """Every page of the built site by its path; the page of lost addresses knows no place of its own."""
    folder = root / "build" / "site"
    for path in sorted(folder.rglob("*.html")):
        if path.name != "404.html":
            yield path.relative_to(folder).as_posix(), html.fromstring(path.read_bytes())


def contents(root: Path) -> dict[str, bytes]:
    """Every file of the built site."""
    folder = root / "build" / "site"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_both_languages_stand_in_one_site(built: Path) -> None:
    """Chinese is at the top, English at the same paths under `en/`."""
    paths = {path for path, _ in pages(built)}
    chinese = {path for path in paths if not path.startswith("en/")}

    assert {f"en/{path}" for path in chinese} == paths - chinese
    assert len(chinese) == len(load(built).entries) + 11 + 2 * 3


def test_every_link_leads_to_a_file_and_an_anchor(built: Path) -> None:
    """No link of any page or style is dead, and none names another host; a list may be narrowed down."""
    assert dead_links(built / "build" / "site") == []


def test_pages_run_and_style_nothing_inline(built: Path) -> None:
    """A content-security policy without hashes and without `unsafe-inline` takes nothing from any page."""
    for path, tree in pages(built):
        inline = [script for script in tree.xpath("//script[not(@src)]") if script.get("type") != "application/json"]
        assert inline == [], path
        assert tree.xpath("//style | //@style") == [], path
        assert [name for e in tree.iter() for name in e.attrib if name.startswith("on")] == [], path


def test_without_an_address_no_card_names_one(built: Path) -> None:
    """A chat is told title and description; a picture takes a whole address, so there is none."""
    for path, tree in pages(built):
        told = {meta.get("property"): meta.get("content") for meta in tree.xpath("//meta[@property]")}
        assert told.keys() == {"og:site_name", "og:type", "og:title", "og:description"}, path
        assert not [text for text in told.values() if "://" in text], path


def test_the_language_switch_leads_to_the_same_page(built: Path) -> None:
    """From each page a relative link leads to its translation and back."""
    for path, tree in pages(built):
        (link,) = tree.xpath("//a[@data-keep-hash]/@href")
        there = normpath(join(dirname(path), link))
        assert there == (path[3:] if path.startswith("en/") else f"en/{path}")


def test_the_menu_marks_where_one_is(built: Path) -> None:
    """The menu of a record is that of its handbook, with the record itself marked."""
    tree = dict(pages(built))[COMPLAINTS]

    assert tree.xpath("//nav[contains(@class, 'nav')]//a[@aria-current='page']/text()") == ["客户投诉处理管理办法"]
    assert not tree.xpath("//nav[contains(@class, 'nav')]//a[contains(@href, 'call-scripts/scripts')]")


def refuse(root: Path, lang: str, digest: str) -> None:
    """In the place of mkdocs where it may not run."""
    raise AssertionError("mkdocs was started")


def test_nothing_is_run_or_written_when_nothing_changed(
    built: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second build starts no mkdocs and writes no file."""
    monkeypatch.setattr(frames, "_run_mkdocs", refuse)
    before = {path: path.stat().st_mtime_ns for path in copy.rglob("*") if path.is_file()}

    again = build_site(copy, load(copy))

    assert not again.written
    assert {path: path.stat().st_mtime_ns for path in copy.rglob("*") if path.is_file()} == before


def test_a_changed_record_changes_its_pages_alone(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reworded mission rewrites that role's page in the language it was reworded in, no other record's, no frame."""
    monkeypatch.setattr(frames, "_run_mkdocs", refuse)
    role = copy / "handbook/greentown-after-sales/roles/service-officer.yaml"
    text = role.read_text("utf-8")
    mission = re.search(r"^mission: (.+)$", text, re.MULTILINE)
    assert mission is not None
    role.write_text(text.replace(mission[1], "把每一件事跟到有结果为止"), "utf-8")

    written = build_site(copy, load(copy)).written

    assert "greentown-after-sales/roles/service-officer.html" in written.changed
    assert COMPLAINTS not in written.changed
    assert "把每一件事跟到有结果为止" in (
        copy / "build/site/greentown-after-sales/roles/service-officer.html"
    ).read_text("utf-8")


def test_pages_follow_what_was_printed(copy: Path) -> None:
    """A PDF and a picture that appear are on their form's page after the next build; when they go, so do the links."""
    forms, page = copy / "build/forms/greentown-after-sales", "greentown-after-sales/forms/key-loan-register.html"
    pdf = forms / "GT-R-KF-13-key-loan-register-blank.pdf"
    picture = forms / "pictures" / "GT-R-KF-13-key-loan-register-blank-1.png"
    picture.parent.mkdir()
    pdf.write_bytes(b"%PDF-1.7")
    Image.new("L", (91, 129)).save(picture)

    written = build_site(copy, load(copy)).written
    shown = (copy / "build/site" / page).read_text("utf-8")

    assert page in written.changed
    assert 'key-loan-register-blank-1.png" width="91" height="129"' in shown
    assert "<img" not in (copy / "build/site/en" / page).read_text("utf-8")  # its own language is not printed
    picture.unlink()
    pdf.unlink()
    assert page in build_site(copy, load(copy)).written.changed
    assert "<img" not in (copy / "build/site" / page).read_text("utf-8")


def test_pages_follow_the_logo(copy: Path) -> None:
    """Another picture under the same name makes other sheets, and the pages of forms tell the fingerprint of those."""
    book = copy / "handbook/greentown-after-sales"
    title_page = book / "handbook.yaml"
    text = title_page.read_text("utf-8").replace("short: 示例物业}", "short: 示例物业, logo: a.png}")
    title_page.write_text(text, "utf-8")
    printed = []
    for shade in ("black", "white"):
        Image.new("RGB", (80, 40), shade).save(book / "a.png")
        build_site(copy, load(copy))
        page = (copy / "build/site/greentown-after-sales/forms/key-loan-register.html").read_text("utf-8")
        printed += re.findall('"printed":"([0-9a-f]{12})"', page)

    assert len(set(printed)) == 2


def test_the_page_of_a_removed_record_goes(copy: Path) -> None:
    """A deleted record leaves no page in either language."""
    (copy / "handbook/call-scripts/troubleshooting/no-sound.yaml").unlink()

    written = build_site(copy, load(copy)).written

    assert {"call-scripts/troubleshooting/no-sound.html", "en/call-scripts/troubleshooting/no-sound.html"} <= set(
        written.removed
    )
    assert not (copy / "build/site/call-scripts/troubleshooting").exists()


def test_two_builds_are_alike_byte_by_byte(built: Path, tmp_path: Path) -> None:
    """What is built depends on the content alone: no time, no order, no place."""
    other = make_root(tmp_path / "elsewhere")
    library = load(other)
    build_forms(library, other / "build", office=False)
    build_site(other, library)

    assert contents(other) == contents(built)


def test_a_lost_stage_is_built_again(copy: Path) -> None:
    """Deleting `build/` or a part of it loses nothing."""
    shutil.rmtree(copy / "build" / ".stage" / "en")
    shutil.rmtree(copy / "build" / "site" / "en")

    build_site(copy, load(copy))

    assert (copy / "build/site/en/index.html").is_file()


def test_hostile_texts_come_through_the_theme_as_text(built: Path, tmp_path: Path) -> None:
    """Title, description and menu of a hostile record are text in the finished page too."""
    root = make_root(tmp_path / "root")
    build_site(root, hostile(load(root)))
    before = dict(pages(built))

    for path, tree in pages(root):
        scripts = tree.xpath("//script[not(@src) and not(@type='application/json')]")
        assert not scripts, path
        assert not tree.xpath("//iframe | //object | //base"), path
        assert tree.xpath("//img/@src") == before[path].xpath("//img/@src"), path
        assert [source for source in tree.xpath("//img/@src") if not source.startswith("data:image/")] == [], path
        assert not [name for e in tree.iter() for name in e.attrib if name.startswith("on")], path
        assert len(tree.xpath("//head//title")) == 1, path
        assert "alert(1)" in tree.findtext("head/title"), path


def test_a_library_without_a_site_of_its_own_is_built_with_the_programs(copy: Path) -> None:
    """The same files come out of a root that has no `site/` and no `mkdocs.yml`."""
    before = contents(copy)
    shutil.rmtree(copy / "site")
    (copy / "mkdocs.yml").unlink()
    build_site(copy, load(copy))

    assert contents(copy) == before


def test_what_a_library_has_of_its_own_wins(copy: Path) -> None:
    """Its styles are in the pages, its configuration is what mkdocs reads."""
    style = copy / "site/docs/assets/base.css"
    style.write_text(style.read_text("utf-8") + ".own {}\n", "utf-8")
    config = copy / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("favicon.svg", "own.svg"), "utf-8")
    build_site(copy, load(copy))

    site = copy / "build/site"
    assert [path for path in site.glob("assets/shouce.*.css") if ".own {}" in path.read_text("utf-8")]
    assert "assets/own.svg" in (site / "index.html").read_text("utf-8")


def test_a_failed_build_says_what_mkdocs_said_and_keeps_the_old_site(copy: Path) -> None:
    """A broken theme fails with mkdocs' own words; the site of before stays."""
    before = contents(copy)
    (copy / "site/overrides/partials/footer.html").write_text("{% broken", "utf-8")

    with pytest.raises(HandbookError, match="broken") as caught:
        build_site(copy, load(copy))

    assert caught.value.rule == "site-build-failed"
    assert contents(copy) == before
