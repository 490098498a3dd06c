"""Copies saved again by the LibreOffice of this machine: what it drops, and that nothing written is lost with it.

LibreOffice 7.4 drops the tag and the lock of every control, and that rows repeat: values are found by their bookmarks,
but a row can no longer be added with a click, and a control can be deleted by mistake.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from filled.filling import fill_form
from generators.office import AT_ONCE, INSTALL
from schemas.answers import FilledBlank
from tests.filled import filled_samples as filled
from tests.filled.filled_samples import InBoth, Sample
from tests.generators import docx_samples as samples
from tests.once import Once


def save_again(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """*files* by name, each opened and saved as DOCX by LibreOffice, in one run with a profile of its own."""
    program = shutil.which("soffice")
    assert program, f"soffice is missing: {INSTALL}"
    with TemporaryDirectory() as folder:
        work = Path(folder)
        for name, content in files.items():
            (work / f"{name}.docx").write_bytes(content)
        profile = f"-env:UserInstallation={(work / 'profile').as_uri()}"
        convert = ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(work / "out")]
        paths = [str(work / f"{name}.docx") for name in files]
        command = [program, profile, "--headless", "--norestore", *convert, *paths]
        subprocess.run(command, capture_output=True, timeout=1500, check=True)
        return {name: (work / "out" / f"{name}.docx").read_bytes() for name in files}


Wanted = Mapping[str, tuple[Sample, list[FilledBlank]]]
"""Forms and what they are filled with, by the name of the copy."""


def wanted(forms: Iterable[InBoth]) -> Wanted:
    """*forms* full, with more rows than are printed, and empty in one of the languages."""
    copies: dict[str, tuple[Sample, list[FilledBlank]]] = {}
    for form in forms:
        copies[f"{form[0].full_name}-0"] = (form[0], [])
        for sample in form:
            answers = filled.full_answers(sample.blanks, 2, filled.EVERYDAY, more_rows=4)
            copies[f"{sample.full_name}-2"] = (sample, answers)
    return copies


def more_wanted() -> Wanted:
    """Every form with some of its blanks filled, and empty in the other language."""
    copies: dict[str, tuple[Sample, list[FilledBlank]]] = {}
    for form in filled.every_form():
        copies[f"{form[1].full_name}-0"] = (form[1], [])
        for sample in form:
            copies[f"{sample.full_name}-1"] = (sample, filled.random_answers(sample.blanks, 1, filled.EVERYDAY))
    return copies


def saved(once: Once, name: str, copies: Wanted) -> dict[str, bytes]:
    """*copies* filled and saved again, once a run."""

    def make(folder: Path) -> None:
        files = {
            name: fill_form(sample.library, sample.entry, filled.loose(answers))
            for name, (sample, answers) in copies.items()
        }
        names = list(files)
        for at in range(0, len(names), AT_ONCE):
            for name, content in save_again({name: files[name] for name in names[at : at + AT_ONCE]}).items():
                (folder / f"{name}.docx").write_bytes(content)

    return {path.stem: path.read_bytes() for path in once.folder(name, make).iterdir()}


def are_read_back(copies: Wanted, again: Mapping[str, bytes]) -> None:
    """What was filled in is read of each of *again*, and nothing more."""
    for name, (sample, answers) in copies.items():
        back = filled.read(sample, again[name])

        assert filled.expected(sample.blanks, answers, sample.library.lang) == back.values, name
        assert {mistake.rule for mistake in back.mistakes} <= filled.LEFT_OUT, name


@pytest.fixture(scope="module")
def again(once: Once) -> dict[str, bytes]:
    """The telling forms full, and empty, saved again."""
    return saved(once, "saved-again", wanted(filled.telling_forms()))


def test_telling_forms(again: dict[str, bytes]) -> None:
    """What was filled in is read back after LibreOffice has saved the copy, rows beyond the printed ones too; no hint
    of an empty copy is taken for an answer.
    """
    are_read_back(wanted(filled.telling_forms()), again)


@pytest.mark.prove
def test_every_form(once: Once) -> None:
    """The same holds for all other forms."""
    copies = wanted(form for form in filled.every_form() if form not in filled.telling_forms())

    are_read_back(copies, saved(once, "all-saved-again", copies))


@pytest.mark.prove
def test_every_form_in_part(once: Once) -> None:
    """The same holds where some blanks are filled and others are not."""
    copies = more_wanted()

    are_read_back(copies, saved(once, "saved-again-in-part", copies))


def test_row_added_in_word() -> None:
    """A row without bookmarks, as Word adds it, is read by its columns once LibreOffice has dropped its tags."""
    sample = filled.everything()
    workers = [{"name": f"工人{n}", "kind": "wood", "pass": n % 2 == 0, "until": "2026-02-03"} for n in range(6)]
    (copy,) = save_again({"copy": fill_form(sample.library, sample.entry, {"workers": workers})}).values()

    def forget(document: str) -> str:
        return re.sub(r'<w:bookmarkStart [^>]*w:name="f_workers__\w+__(2|5)"[^>]*/>', "", document)

    back = filled.read(sample, filled.change(copy, forget))

    assert [(row["name"], row["pass"]) for row in back.values["workers"]] == [
        (row["name"], row["pass"]) for row in workers
    ]


class TestWhatIsLost:
    def test_properties(self, again: dict[str, bytes]) -> None:
        """LibreOffice 7.4 drops these of every control; if this ever fails, a fallback is needed no more."""
        first = filled.telling_forms()[0][0]
        dropped = [f"<w:{name} " for name in ("tag", "lock")] + ["<w15:repeatingSection/>"]
        ours = samples.part(fill_form(first.library, first.entry, {}))
        theirs = samples.part(again[f"{first.full_name}-0"])

        assert [mark in ours for mark in dropped] == [True] * 3
        assert [mark in theirs for mark in dropped] == [False] * 3
        assert theirs.count("<w:sdt>") >= 0.9 * ours.count("<w:sdt>") > 0

    def test_note(self, again: dict[str, bytes]) -> None:
        """A copy read by its bookmarks says so."""
        first = filled.telling_forms()[0][0]

        back = filled.read(first, again[f"{first.full_name}-2"])

        assert "by-bookmark" in {note.rule for note in back.notes}
