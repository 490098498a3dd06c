"""Where the content is: the folder that holds `handbook/library.yaml`."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from shlex import quote
from typing import Final

from schemas.findings import HandbookError
from schemas.messages import Requests
from schemas.punctuation import joined
from schemas.words import LANGUAGES, Bilingual

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
    raise HandbookError(Requests.NO_ROOT, near=_near(here))


_NEAR: Final = Bilingual("{folders} 里有：cd {first}。", "There is one in {folders}: cd {first}. ")
_MOST_NAMED: Final = 3


def _near(here: Path) -> Bilingual:
    """The libraries one folder further down, for whoever stands just above one; empty where there is none."""
    found: list[str] = []
    with suppress(OSError):
        found = sorted(path.parents[1].name for path in here.glob(f"*/{CONTENT}/library.yaml"))
    if not found:
        return Bilingual("", "")
    return Bilingual(
        *(_NEAR.say(lang, folders=joined(found[:_MOST_NAMED], lang), first=quote(found[0])) for lang in LANGUAGES)
    )
