"""What several servers share: one PostgreSQL, named by one URL in the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Final

from schemas.findings import HandbookError
from schemas.words import Bilingual

if TYPE_CHECKING:
    from search.shared.database import Database

VARIABLE: Final = "HANDBOOK_DATABASE"
"""The environment variable that names the database; a URL may hold a password, so that it is no line of a file."""
PACKAGES: Final = "psycopg[binary,pool]>=3.2"
"""The driver, as the extra `postgres` asks for it: the program itself is in no registry."""
_NOT_INSTALLED: Final = Bilingual(
    "{variable} 指定了数据库，但没有装 PostgreSQL 的驱动：pip install '{packages}'",
    "{variable} names a database, and the driver of PostgreSQL is not installed: pip install '{packages}'",
)


def shared_database(environment: Mapping[str, str] | None = None) -> Database | None:
    """The database that the environment names, not connected to yet; None where it names none.

    A process has one for each URL, so that whoever needs it takes connections from the same few.

    Args:
        environment: the variables; those of this process by themselves.

    Raises:
        HandbookError: rule `no-postgres`, the driver is not installed; or `database-url`.
    """
    url = (os.environ if environment is None else environment).get(VARIABLE, "").strip()
    return _database(url) if url else None


@cache
def _database(url: str) -> Database:
    try:
        from search.shared.database import Database  # the driver is an extra
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("psycopg", "psycopg_pool"):
            raise
        raise HandbookError("no-postgres", _NOT_INSTALLED, variable=VARIABLE, packages=PACKAGES) from None
    return Database(url)
