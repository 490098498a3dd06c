"""Where the content is: the folder that holds `handbook/library.yaml`."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Final

from schemas.findings import HandbookError
from schemas.messages import Requests

CONTENT: Final = "handbook"


def find_root(given: Path | None, environment: str | None, here: Path) -> Path:
    """The content root: *given* (`--root`), then *environment* (`HANDBOOK_ROOT`), then upward from *here*.

    Raises:
        HandbookError: rule `no-root` or, when a named folder is none, `wrong-root`; the message names all three ways.
    """
    named = given or (Path(environment) if environment else None)
    for folder in [named] if named else [here, *here.parents]:
        with suppress(OSError):  # a folder one may not look into is not the root
            if (folder / CONTENT / "library.yaml").is_file():
                return folder.resolve()
    if named:
        raise HandbookError(Requests.WRONG_ROOT, path=named, said="--root" if given else "HANDBOOK_ROOT")
    raise HandbookError(Requests.NO_ROOT)
