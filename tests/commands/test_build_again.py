"""What a build makes of an edited library is byte for byte what it makes from nothing, and never half new."""

from __future__ import annotations

import errno
import os
import re
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

import commands.build
import generators.tree
from commands.build import build_all
from commands.progress import silently
from generators import frames
from generators.turn import turn
from schemas import disk
from schemas.findings import HandbookError
from tests.commands.building import build, edition, files
from tests.edits import Edits
from tests.generators.sites import load, make_root
from tests.schemas.content import BOOK, CATALOGUE, COMPLAINTS, KEYS, SETTINGS, TITLE_PAGE, Content
from tests.waiting import until

PAGE = "site/greentown-after-sales/procedures/complaint-handling.html"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small library with everything built of it; tests that change something copy it."""
    root = make_root(tmp_path_factory.mktemp("again") / "root")
    build(root)
    return root


@pytest.fixture
def copy(built: Path, tmp_path: Path) -> Content:
    """A copy of it, time stamps included."""
    return Content(Path(shutil.copytree(built, tmp_path / "root")))


def from_nothing(content: Content) -> dict[str, bytes]:
    """What a build makes of the same library where nothing was built; frames and charts, which take long, are there."""
    clean = content.root.parent / "clean"
    shutil.rmtree(clean, ignore_errors=True)
    shutil.copytree(content.root, clean, ignore=shutil.ignore_patterns("build"))
    for kept in (".stage/zh", ".stage/zh.json", ".stage/en", ".stage/en.json", ".cache/flowcharts"):
        path = content.root / "build" / kept
        (clean / "build" / kept).parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(path, clean / "build" / kept) if path.is_dir() else shutil.copy(path, clean / "build" / kept)
    build(clean)
    return edition(clean)


def reword_a_step(content: Content) -> None:
    """One word."""
    content.change(COMPLAINTS, "请业主坐下说完", "请业主坐下慢慢说完")


def rename_a_step(content: Content) -> None:
    """Roles and forms list it by its title."""
    content.change(COMPLAINTS, "title: 受理\n", "title: 受理登记\n")


def rename_a_record(content: Content) -> None:
    """It is in menus, lists and links."""
    content.change(KEYS, "title: 钥匙借用登记表\n", "title: 钥匙借还登记表\n")


def reword_a_summary(content: Content) -> None:
    """Lists show it, and so do search engines."""
    path = content.root / COMPLAINTS
    path.write_text(re.sub("^summary: ", "summary: 请看：", path.read_text("utf-8"), flags=re.MULTILINE), "utf-8")


def add_a_record(content: Content) -> None:
    """A second role like the first."""
    text = content.read(f"{BOOK}/roles/front-desk.yaml")
    content.write(f"{BOOK}/roles/night-desk.yaml", re.sub("^(code|formerly): .*\n", "", text, flags=re.MULTILINE))


def delete_a_record(content: Content) -> None:
    """The page goes."""
    (content.root / "handbook/call-scripts/troubleshooting/no-sound.yaml").unlink()


def translate(content: Content) -> None:
    """English only."""
    content.change(CATALOGUE, "Offer the resident a seat", "Offer the resident a good seat")


def change_an_asset(content: Content) -> None:
    """Every page loads it by another name."""
    path = content.root / "site/docs/assets/frame.css"
    path.write_text(path.read_text("utf-8") + "\n.nav { color: red; }\n", "utf-8")


def change_the_configuration(content: Content) -> None:
    """The frames are made anew."""
    content.change("mkdocs.yml", "favicon: assets/favicon.svg", "favicon: assets/other.svg")


def add_a_logo(content: Content) -> None:
    """Forms carry it."""
    content.change(TITLE_PAGE, "short: 示例物业}", "short: 示例物业, logo: a.png}")
    Image.new("RGB", (80, 40), "black").save(content.root / BOOK / "a.png")


def change_a_logo(content: Content) -> None:
    """The same name, another picture."""
    Image.new("RGB", (80, 40), "white").save(content.root / BOOK / "a.png")


def rename_the_library(content: Content) -> None:
    """The name stands in every frame."""
    content.write(SETTINGS, re.sub("^title: .+", "title: 新手册库", content.read(SETTINGS), flags=re.MULTILINE))


EDITS: tuple[Callable[[Content], None], ...] = (
    translate, reword_a_step, rename_a_step, rename_a_record, reword_a_summary, add_a_record, delete_a_record,
    change_an_asset, change_the_configuration, add_a_logo, change_a_logo, rename_the_library,
)  # fmt: skip


def test_after_every_edit_everything_is_as_from_nothing(copy: Content) -> None:
    """Pages, forms, index and books, one edit upon another; what each leaves is there after the third too."""
    for number, edit in enumerate(EDITS, start=1):
        before = files(copy.root / "build/site")
        edit(copy)
        build(copy.root)

        assert files(copy.root / "build/.previous/site") == before, edit.__name__
        if number % 3 == 0:
            assert edition(copy.root) == from_nothing(copy), edit.__name__


@pytest.mark.prove
@pytest.mark.parametrize("seed", range(10))
def test_after_any_edit_everything_is_as_from_nothing(
    copy: Content, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """Pages, forms, index and books after 20 edits, one upon another: of records, words, assets, frames, program."""
    edits, others = Edits(copy.root, seed), [change_an_asset, change_the_configuration, add_a_logo]
    for number in range(20):
        if number == seed + 5:
            monkeypatch.setattr(commands.build, "program_version", lambda *packages: "another")
        if number % 6 == 5:
            others[0](copy)
            last = others.pop(0).__name__
        else:
            edits.make()
            last = edits.last
        build(copy.root)

        assert edition(copy.root) == from_nothing(copy), f"seed {seed}, edit {number}: {last}"


def test_another_version_of_the_program_makes_everything_anew(copy: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that another version made is taken; what comes out the same is not written again."""
    monkeypatch.setattr(commands.build, "program_version", lambda *packages: "another")
    before = edition(copy.root)

    results = build(copy.root)

    assert not any(built.changed or built.removed for built in results)
    assert edition(copy.root) == before


def test_a_word_of_a_step_needs_no_mkdocs(copy: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor does the title of a record: frames hold neither."""

    def refuse(*words: object) -> None:
        raise AssertionError("mkdocs was started")

    monkeypatch.setattr(frames, "_run_mkdocs", refuse)
    reword_a_step(copy)
    rename_a_record(copy)
    build(copy.root)

    assert "请业主坐下慢慢说完" in (copy.root / "build" / PAGE).read_text("utf-8")


def test_what_a_build_of_before_left_is_cleared(copy: Content) -> None:
    """A tree that was being written when its build was killed is no part of the next edition."""
    left = copy.root / "build/.stage/site/greentown-after-sales"
    left.mkdir(parents=True)
    (left / "half.html").write_text("<p>half", "utf-8")
    reword_a_step(copy)
    build(copy.root)

    assert edition(copy.root) == from_nothing(copy)
    assert not (copy.root / "build/.stage/site").exists()


@pytest.mark.parametrize("refused", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_what_the_disk_refuses_is_said_and_the_old_edition_stays(
    copy: Content, monkeypatch: pytest.MonkeyPatch, refused: int
) -> None:
    """Whichever file it is that cannot be written: one line in both languages, and every old file is whole."""
    before = edition(copy.root)
    reword_a_step(copy)
    error = OSError(refused, os.strerror(refused), str(copy.root / "build/.stage/site/edition.json"))

    def refuse(stage: Path, changed: list[str]) -> None:
        assert stage / changed[-1] == Path(error.filename)
        raise error

    monkeypatch.setattr(generators.tree, "flush", refuse)
    with pytest.raises(HandbookError) as caught:
        build(copy.root)

    place = copy.root / "build/.stage/site/edition.json"
    reason, remedy = disk.reason(error), disk.remedy(error)
    assert caught.value.say("en") == (
        f"the build stopped, as {place} cannot be written: {reason.en}; what stood before is whole. {remedy.en}"
    )
    assert caught.value.say("zh") == f"生成停了：{place} 写不进去：{reason.zh}；原来的仍然完整。{remedy.zh}"
    stands = edition(copy.root)
    moved = {path for path in before if stands.get(path) != before[path]}
    assert [path for path in moved if not path.startswith("browser/index")] == []
    monkeypatch.undo()
    build(copy.root)
    assert edition(copy.root) == from_nothing(copy)


def test_a_build_waits_for_the_one_at_work(copy: Content, capsys: pytest.CaptureFixture[str]) -> None:
    """It says so, and builds when the other is done."""
    before = edition(copy.root)
    reword_a_step(copy)
    second = threading.Thread(target=build, args=(copy.root,))
    with turn(copy.root / "build", lambda: None):
        second.start()
        until(lambda: capsys.readouterr().err == "Another build is at work; waiting for it …\n")
        assert edition(copy.root) == before
    second.join(120)

    assert "请业主坐下慢慢说完" in (copy.root / "build" / PAGE).read_text("utf-8")


def test_what_follows_waits_for_nobody_and_replaces_nothing_newer(
    copy: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While LibreOffice is at work for a build another one is free to build; what it has put there stays."""

    def meanwhile(*_: object) -> tuple[int, None]:
        rename_a_step(copy)
        build(copy.root)
        return 10**6, None

    monkeypatch.setattr(commands.build, "convert_forms", meanwhile)
    reword_a_step(copy)
    build_all(load(copy.root), silently, parts=("forms", "site"))

    page = (copy.root / "build" / PAGE).read_text("utf-8")
    assert "受理登记" in page
    monkeypatch.undo()
    assert edition(copy.root) == from_nothing(copy)
