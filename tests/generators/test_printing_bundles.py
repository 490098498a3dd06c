"""Forms that are printed together: which bundles there are, and what their files are called."""

from __future__ import annotations

from dataclasses import replace

from generators.printing.bundles import bundles, file_names, handbook_bundle, record_bundle
from schemas.library import Library

BOOK = "greentown-after-sales"


def test_one_form_is_no_bundle(library: Library) -> None:
    """A role with one form, and a handbook without any, have no bundle."""
    assert record_bundle(library, library.entries[f"{BOOK}/roles/department-head"]) is None
    assert handbook_bundle(library, "call-scripts") is None


def test_bundles_are_named_after_their_record(library: Library) -> None:
    """A bundle is called like the files of a form: code, id, blank, language."""
    (english,) = (found for found in bundles(library.view("en")) if "/procedures/" in found.path)

    assert english.zip == f"{BOOK}/bundles/procedures/GT-BF-KF-001-complaint-handling-blank.en.zip"
    assert english.pdf == f"{BOOK}/bundles/procedures/GT-BF-KF-001-complaint-handling-blank.en.pdf"


def test_forms_of_two_handbooks_with_one_name(library: Library) -> None:
    """Two forms that would be called the same are told apart by their handbooks, and no other form is."""
    keys, survey = (library.entries[f"{BOOK}/forms/{id_}"] for id_ in ("key-loan-register", "opinion-survey"))
    other = replace(keys, handbook="another")

    assert file_names([keys, survey, other], "blank", "zh") == (
        f"{BOOK}/GT-R-KF-13-key-loan-register-blank.docx",
        "GT-R-KF-28-opinion-survey-blank.docx",
        "another/GT-R-KF-13-key-loan-register-blank.docx",
    )
