"""Copies saved again by the LibreOffice of this machine: what it drops, and that nothing written is lost with it.

LibreOffice 7.4 drops the tag and the lock of every control, and that rows repeat: values are found by their bookmarks,
but a row can no longer be added with a click, and a control can be deleted by mistake.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from filled.filling import fill_form
from generators.office import INSTALL
from schemas.answers import FilledBlank
from tests.filled import filled_samples as filled
from tests.filled.filled_samples import Sample
from tests.generators import docx_samples as samples

FORMS = {f"{number}-{sample.name}": sample for number, sample in enumerate(filled.all_forms())}
SEEDS = (1, 2)


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
        subprocess.run(command, capture_output=True, timeout=500, check=True)
        return {name: (work / "out" / f"{name}.docx").read_bytes() for name in files}


@cache
def answers(name: str, seed: int) -> list[FilledBlank]:
    """Everyday texts: some answers with the first seed; with the second all of them, and more rows than are printed."""
    if seed == 1:
        return filled.random_answers(FORMS[name].blanks, seed, filled.EVERYDAY)
    return filled.full_answers(FORMS[name].blanks, seed, filled.EVERYDAY, more_rows=4)


@cache
def saved() -> dict[str, bytes]:
    """Every form filled with each seed, and empty, saved again."""
    files = {
        f"{name}-{seed}": fill_form(sample.library, sample.entry, filled.loose(answers(name, seed)))
        for name, sample in FORMS.items()
        for seed in SEEDS
    }
    files |= {f"{name}-0": fill_form(sample.library, sample.entry, {}) for name, sample in FORMS.items()}
    return save_again(files)


@pytest.mark.parametrize("name", FORMS)
class TestEveryForm:
    @pytest.mark.parametrize("seed", SEEDS)
    def test_values(self, name: str, seed: int) -> None:
        """What was filled in is read back after LibreOffice has saved the copy, rows beyond the printed ones too."""
        sample: Sample = FORMS[name]

        back = filled.read(sample, saved()[f"{name}-{seed}"])

        assert filled.expected(sample.blanks, answers(name, seed), sample.library.lang) == back.values
        assert {"required"} >= {mistake.rule for mistake in back.mistakes}

    def test_empty(self, name: str) -> None:
        """No hint of an empty copy is taken for an answer after LibreOffice has saved it."""
        sample = FORMS[name]

        back = filled.read(sample, saved()[f"{name}-0"])

        assert filled.expected(sample.blanks, [], sample.library.lang) == back.values


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
    def test_properties(self) -> None:
        """LibreOffice 7.4 drops these of every control; if this ever fails, a fallback is needed no more."""
        first = next(iter(FORMS))
        dropped = [f"<w:{name} " for name in ("tag", "lock")] + ["<w15:repeatingSection/>"]
        ours = samples.part(fill_form(FORMS[first].library, FORMS[first].entry, {}))
        theirs = samples.part(saved()[f"{first}-0"])

        assert [mark in ours for mark in dropped] == [True] * 3
        assert [mark in theirs for mark in dropped] == [False] * 3
        assert theirs.count("<w:sdt>") >= 0.9 * ours.count("<w:sdt>") > 0

    def test_note(self) -> None:
        """A copy read by its bookmarks says so."""
        name = next(iter(FORMS))

        back = filled.read(FORMS[name], saved()[f"{name}-1"])

        assert "by-bookmark" in {note.rule for note in back.notes}
