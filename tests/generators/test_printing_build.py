"""The forms folder of a build, with a real LibreOffice: complete, incremental, and honest without one."""

from __future__ import annotations

import json
import shutil
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from generators.form import form_files
from generators.office import INSTALL
from generators.printing import convert
from generators.printing.build import contact_printer, printer_of
from generators.printing.pdf import page_count, pictures
from generators.printing.prints import Prints
from schemas.library import Library
from tests.builds import Built
from tests.generators import docx_samples as samples
from tests.generators import offices
from tests.generators.sites import build_forms, load
from tests.schemas.content import KEYS, LIBRARY

BOOK = "greentown-after-sales"
KEY_LOANS = f"{BOOK}/GT-R-KF-13-key-loan-register"
COMPLAINTS = f"{BOOK}/bundles/procedures/GT-BF-KF-001-complaint-handling-blank"


@pytest.fixture(scope="session")
def built(built_library: Built) -> Path:
    """The small library with its forms built through LibreOffice; tests that change something copy it."""
    return built_library.root


@pytest.fixture
def copy(built: Path, tmp_path: Path) -> Path:
    """A copy of the built root, time stamps included."""
    return Path(shutil.copytree(built, tmp_path / "root"))


def reworded(root: Path) -> Library:
    """The library with the summary of one field's hint changed: one form of it prints otherwise."""
    path = root / KEYS
    text = path.read_text("utf-8")
    assert text.startswith("title: 钥匙借用登记表")
    path.write_text(text.replace("title: 钥匙借用登记表", "title: 钥匙借还登记表", 1), "utf-8")
    return load(root)


def names(root: Path, ending: str) -> list[str]:
    """The paths of all files of a kind under the forms folder."""
    forms = root / "build" / "forms"
    return sorted(path.relative_to(forms).as_posix() for path in forms.rglob(f"*{ending}"))


class TestComplete:
    def test_every_word_file_has_its_pdf(self, built: Path) -> None:
        """Each form is a PDF in both variants and languages, beside its Word file."""
        documents = [name.removesuffix(".docx") for name in names(built, ".docx")]
        pdfs = {name.removesuffix(".pdf") for name in names(built, ".pdf") if "/bundles/" not in name}

        assert len(documents) == 4 * len(load(built).of_kind("forms"))
        assert pdfs == set(documents)

    def test_every_page_of_a_blank_form_has_a_picture(self, built: Path) -> None:
        """The blank form is there page by page, small enough to load at once, in the size of its paper."""
        forms = built / "build" / "forms"
        prints = Prints.of(forms)
        blank = [name for name in names(built, ".docx") if "-blank." in name]
        for name in blank:
            pictures = prints.pictures(name)
            assert len(pictures) == page_count((forms / prints.pdf(name)).read_bytes()), name
            paper = (455, 641) if "SC-GT-02-" in name else (910, 1287)  # a card of A6
            for picture in pictures:
                assert {picture.width, picture.height} == set(paper), picture.path
                assert (forms / picture.path).stat().st_size < 60_000, picture.path
                assert Image.open(forms / picture.path).mode == "P"
        assert sum(len(prints.pictures(name)) for name in blank) == len(names(built, ".png"))

    def test_the_listing_names_the_pdfs(self, built: Path) -> None:
        """`forms.json` has the PDFs of each form under the same keys as its Word files."""
        forms = json.loads((built / "build" / "forms" / "forms.json").read_text("utf-8"))
        keys = next(form for form in forms if form["id"] == "key-loan-register")

        assert keys["pdfs"] == {
            "fill-zh": f"forms/{KEY_LOANS}.pdf", "blank-zh": f"forms/{KEY_LOANS}-blank.pdf",
            "fill-en": f"forms/{KEY_LOANS}.en.pdf", "blank-en": f"forms/{KEY_LOANS}-blank.en.pdf",
        }  # fmt: skip
        assert set(keys["files"]) == set(keys["pdfs"])

    def test_bundles(self, built: Path) -> None:
        """A handbook, a procedure and a role with two forms or more have them as one ZIP and as one PDF."""
        chinese = [name.removesuffix(".zip") for name in names(built, ".zip") if ".en." not in name]

        assert chinese == [
            f"{BOOK}/bundles/{BOOK}-blank",
            COMPLAINTS,
            *(f"{BOOK}/bundles/roles/{role}-blank" for role in (
                "front-desk", "service-centre-manager", "service-officer", "service-supervisor",
            )),
        ]  # fmt: skip
        assert names(built, ".zip") == sorted(f"{name}{lang}.zip" for name in chinese for lang in ("", ".en"))
        assert all((built / "build/forms" / name).with_suffix(".pdf").is_file() for name in names(built, ".zip"))

    def test_a_bundle_holds_the_blank_forms(self, built: Path) -> None:
        """The ZIP has the very files of the build, the PDF all their pages one after another."""
        forms = built / "build" / "forms"
        with zipfile.ZipFile(forms / f"{COMPLAINTS}.en.zip") as archive:
            members = archive.namelist()
            same = [archive.read(name) == (forms / BOOK / name).read_bytes() for name in members]
        pages = [page_count((forms / BOOK / name).with_suffix(".pdf").read_bytes()) for name in members]

        assert members == [
            "GT-R-KF-26-complaint-register-blank.en.docx", "GT-R-KF-27-complaint-report-blank.en.docx",
        ]  # fmt: skip
        assert all(same)
        assert page_count((forms / f"{COMPLAINTS}.en.pdf").read_bytes()) == sum(pages)

    def test_zips_are_the_same_bytes_anywhere(self, built: Path, tmp_path: Path) -> None:
        """A bundle depends on its forms alone, not on the day or on LibreOffice."""
        root = Path(shutil.copytree(LIBRARY, tmp_path / "root"))
        build_forms(load(root), root / "build", office=False)
        made = {name: (root / "build/forms" / name).read_bytes() for name in names(root, ".zip")}

        assert made == {name: (built / "build/forms" / name).read_bytes() for name in names(built, ".zip")}


class TestIncremental:
    def test_unchanged_forms_need_no_libreoffice(
        self, copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Building again starts nothing, writes nothing and warns of nothing, even where LibreOffice is gone."""
        offices.without(monkeypatch, tmp_path / "bin")
        before = {path: path.stat().st_mtime_ns for path in (copy / "build").rglob("*")}

        done = build_forms(load(copy), copy / "build")

        assert (done.problem, done.pdfs, bool(done.written)) == (None, 36, False)
        assert {path: path.stat().st_mtime_ns for path in (copy / "build").rglob("*")} == before

    def test_only_what_changed_is_converted(self, copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A form whose title changed is converted again, in the language in which it changed, and no other."""
        diary = offices.watched(monkeypatch, tmp_path / "bin")
        changed = build_forms(reworded(copy), copy / "build").written.changed

        (run,) = offices.runs(diary)
        stems = {name.removesuffix(".docx").replace("--", "/") for name in run}
        assert {KEY_LOANS, f"{KEY_LOANS}-blank"} <= stems <= {
            f"{KEY_LOANS}{rest}" for rest in ("", "-blank", ".en", "-blank.en")
        }  # fmt: skip
        assert {f"{stem}.pdf" for stem in stems} <= set(changed)
        assert f"{BOOK}/bundles/{BOOK}-blank.pdf" in changed
        assert f"{COMPLAINTS}.pdf" not in changed

    def test_what_is_out_of_date_is_forgotten(self, copy: Path) -> None:
        """The store keeps what the build of now is made of, and nothing from before."""
        store = copy / "build" / ".cache" / "prints"
        before = {path.name for path in store.iterdir()}
        build_forms(reworded(copy), copy / "build")
        after = {path.name for path in store.iterdir()}

        assert before - after
        assert len(before) == len(after)

    def test_a_build_leaves_contact_sheets_alone(
        self, copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What a contact sheet printed is there after a build, and what a build printed is not printed again."""
        diary = offices.watched(monkeypatch, tmp_path / "bin")
        shared, own = (copy / f"build/forms/{KEY_LOANS}.docx").read_bytes(), next(form_files(samples.library()))[1]
        documents = {"shared.docx": shared, "own.docx": own}
        contact_printer(copy / "build").pdfs(documents)
        build_forms(reworded(copy), copy / "build", office=False)
        contact_printer(copy / "build").pdfs({"own.docx": own})

        assert offices.runs(diary) == [["own.docx"]]

    def test_nothing_is_started_when_it_may_not_be(
        self, copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Without leave to start LibreOffice the old PDFs stand, and none is kept that shows an older form."""
        diary = offices.watched(monkeypatch, tmp_path / "bin")
        done = build_forms(reworded(copy), copy / "build", office=False)

        assert offices.runs(diary) == []
        assert done.problem is None
        assert f"{KEY_LOANS}-blank.pdf" in done.written.removed
        assert (copy / "build" / "forms" / f"{BOOK}/GT-R-KF-26-complaint-register.pdf").is_file()

    def test_progress(self, copy: Path) -> None:
        """The forms are counted, then the PDFs, each to the last one."""
        told: list[tuple[str, int, int]] = []
        build_forms(reworded(copy), copy / "build", lambda part, done, total: told.append((part, done, total)))

        assert ("forms", 36, 36) in told
        assert ("prints", 36, 36) in told
        assert all(done <= total == 36 for _, done, total in told)


class TestWithout:
    def test_no_libreoffice(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Forms and bundles are built all the same, and the problem says what to install."""
        offices.without(monkeypatch, tmp_path / "bin")
        root = Path(shutil.copytree(LIBRARY, tmp_path / "root"))

        done = build_forms(load(root), root / "build")

        assert done.problem is not None
        assert done.problem.say("zh") == f"没有找到 LibreOffice（soffice），无法生成 PDF。安装：{INSTALL}"
        assert len(names(root, ".docx")) == 36
        assert names(root, ".zip")
        assert (names(root, ".pdf"), names(root, ".png")) == ([], [])
        assert all(form["pdfs"] == {} for form in json.loads((root / "build/forms/forms.json").read_text("utf-8")))

    def test_a_failing_libreoffice(self, copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """What cannot be converted has no PDF, everything else keeps its own, and the problem says what went wrong."""
        offices.failing(monkeypatch, tmp_path / "bin")
        done = build_forms(reworded(copy), copy / "build")

        assert done.problem is not None
        assert done.problem.say("en").endswith(".pdf … (4): Fatal: no space left")
        assert not (copy / "build/forms" / f"{KEY_LOANS}.pdf").exists()
        assert (copy / "build/forms" / f"{BOOK}/GT-R-KF-26-complaint-register.pdf").is_file()

    def test_one_bad_file_takes_no_other_along(self, tmp_path: Path) -> None:
        """A file that LibreOffice cannot read is named, and those around it are converted."""
        good = [content for _, content in form_files(load(LIBRARY))][:2]
        documents = {"a/one.docx": good[0], "a/bad.docx": good[0][:3000], "a/two.docx": good[1]}
        done = printer_of(tmp_path).pdfs(documents)

        assert sorted(done.pdfs) == ["a/one.docx", "a/two.docx"]
        assert done.problem is not None
        assert "LibreOffice did not make a--bad.pdf: " in done.problem.say("en")

    def test_a_run_has_no_more_files_than_libreoffice_takes(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Many files are converted in several runs, and a bad one at the beginning of a run stops none behind it."""
        monkeypatch.setattr(convert, "AT_ONCE", 2)
        diary = offices.watched(monkeypatch, tmp_path / "bin")
        good = [content for _, content in form_files(load(LIBRARY))][:4]
        documents = {
            "1.docx": good[0],
            "2.docx": good[1],
            "3.docx": good[0][:3000],
            "4.docx": good[2],
            "5.docx": good[3],
        }
        done = printer_of(tmp_path).pdfs(documents)

        assert sorted(done.pdfs) == ["1.docx", "2.docx", "4.docx", "5.docx"]
        assert done.problem is not None
        assert max(map(len, offices.runs(diary))) == 2

    @pytest.mark.prove
    def test_hundreds_of_files_are_all_converted(self, tmp_path: Path) -> None:
        """More files than LibreOffice 7.4 takes in one run, where it ends at the 246th without a word."""
        (_, content), *_ = form_files(load(LIBRARY))
        done = printer_of(tmp_path).pdfs({f"{number}.docx": content for number in range(260)})

        assert done.problem is None
        assert len(done.pdfs) == 260

    def test_a_store_that_cannot_be_written_is_no_failure(self, tmp_path: Path) -> None:
        """PDFs are made where nothing can be kept."""
        (tmp_path / ".cache").write_text("in the way", "utf-8")
        (_, content), *_ = form_files(load(LIBRARY))
        done = printer_of(tmp_path).pdfs({"a.docx": content})

        assert page_count(done.pdfs["a.docx"].content) == 1


def test_pictures_are_the_same_bytes_each_time(built: Path) -> None:
    """A PDF gives the same pictures in every build."""
    pdf = (built / "build/forms" / f"{KEY_LOANS}-blank.pdf").read_bytes()
    made = pictures(pdf)

    assert made == pictures(pdf)
    assert made[0] == (built / "build/forms" / BOOK / "pictures/GT-R-KF-13-key-loan-register-blank-1.png").read_bytes()
    assert Image.open(BytesIO(made[0])).format == "PNG"
