"""A folder with the project's own theme and a library, ready to be built into a site."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from generators.printing.build import convert_forms, make_forms
from generators.printing.prints import PrintProgress
from generators.site import Beside, make_site
from generators.tree import Tree
from generators.writer import Written
from schemas.findings import HandbookError
from schemas.library import Library
from schemas.loader import load_library
from tests.schemas.content import LIBRARY

PROJECT = Path(__file__).parents[2]


def make_root(root: Path, library: Path = LIBRARY) -> Path:
    """Put the handbooks of *library*, and the project's `mkdocs.yml` and `site/`, into *root*."""
    shutil.copytree(library / "handbook", root / "handbook")
    shutil.copytree(PROJECT / "site", root / "site")
    shutil.copy(PROJECT / "mkdocs.yml", root)
    return root


def load(root: Path) -> Library:
    """The library of *root*."""
    return load_library(root).require()


@dataclass(frozen=True, slots=True)
class FormsBuild:
    """How many Word files and PDFs there are, what was written, and why PDFs are missing, when they are."""

    documents: int
    pdfs: int
    written: Written
    problem: HandbookError | None


def build_forms(
    library: Library, build: Path, report: PrintProgress = lambda part, done, total: None, *, office: bool = True
) -> FormsBuild:
    """Bring the folder `forms` under *build* up to date; without *office* LibreOffice is not started."""
    _, problem = convert_forms(library, build, report) if office else (0, None)
    forms = make_forms(library, build, report)
    tree = Tree(build, "forms")
    tree.put_all(forms.files.items())
    written = tree.finish()
    tree.switch()
    return FormsBuild(forms.documents, forms.pdfs, written, problem)


@dataclass(frozen=True, slots=True)
class SiteBuild:
    """How many pages the site has, and which of its files were written or removed."""

    pages: int
    written: Written


def build_site(root: Path, library: Library) -> SiteBuild:
    """Bring `root/build/site` up to date with *library* and with what was built before of all else."""
    tree = Tree(root / "build", "site")
    pages = make_site(root, library, tree, Beside.standing(root / "build"))
    written = tree.finish()
    tree.switch()
    return SiteBuild(pages, written)
