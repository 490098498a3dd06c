"""What can be wrong with the shared database, in the user's language; a password is never in it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from schemas.findings import HandbookError
from schemas.words import Bilingual

_AWAY: Final = Bilingual(
    "连不上数据库 {place}：{reason}。看看它是不是开着、HANDBOOK_DATABASE 写得对不对；连得上了会自己接着用。",
    "the database {place} cannot be reached: {reason}. "
    "See that it runs and that HANDBOOK_DATABASE is right; once it can be reached it is used by itself.",
)
_REFUSED: Final = Bilingual(
    "数据库 {place} 不肯做：{reason}。{remedy}", "the database {place} refuses: {reason}. {remedy}"
)
_LOG: Final = Bilingual("详情看数据库的日志。", "Its log says more.")
_REMEDIES: Final[Mapping[str, Bilingual]] = MappingProxyType({
    "42501": Bilingual(
        "让数据库的管理员给 HANDBOOK_DATABASE 里的用户权限：GRANT CREATE ON DATABASE … TO …；"
        "schema handbook 是别人建的，就把它的所有者改过来。",
        "Have its administrator give the user of HANDBOOK_DATABASE the right: GRANT CREATE ON DATABASE … TO …; "
        "where the schema handbook belongs to somebody else, make that user its owner.",
    ),
    "53100": Bilingual("给数据库的磁盘腾出空间。", "Make room on its disk."),
    "25006": Bilingual(
        "它只读：HANDBOOK_DATABASE 要指向主库，不是备库。",
        "It is read-only: HANDBOOK_DATABASE has to name the primary, not a standby.",
    ),
    "57014": Bilingual("它太忙，过一会儿再做一次。", "It is too busy; do it again in a while."),
    "55P03": Bilingual("别的程序占着，过一会儿再做一次。", "Another program holds it; do it again in a while."),
    "58P01": Bilingual("在数据库的机器上装好它要的扩展。", "Install what it lacks on the machine of the database."),
})  # fmt: skip
"""What puts it right, by PostgreSQL's own code (its manual, appendix A); where none is here, its log says more."""
_NEWER: Final = Bilingual(
    "数据库 {place} 里的表“{tables}”是第 {there} 版，这个程序只认得到第 {here} 版：请把程序更新到新版",
    "the tables '{tables}' in the database {place} are of version {there} and this program knows them up to {here}: "
    "update the program",
)
_URL: Final = Bilingual(
    "HANDBOOK_DATABASE 不是 PostgreSQL 的地址；应为 postgresql://用户:密码@主机:5432/库名，"
    "密码里的 @ : / % 写成 %40 %3A %2F %25",
    "HANDBOOK_DATABASE is no address of PostgreSQL; it should be postgresql://user:password@host:5432/name, "
    "with @ : / % of a password written %40 %3A %2F %25",
)


class DatabaseError(HandbookError):
    """The database does not do what it is asked to."""


class DatabaseAwayError(DatabaseError):
    """Nobody is connected to it, or not any more: what was being done may be done or not."""

    def __init__(self, place: str, reason: str | Bilingual) -> None:
        super().__init__("database-away", _AWAY, place=place, reason=reason)


class DatabaseRefusedError(DatabaseError):
    """It is there and refuses; what was being done is not done.

    Args:
        place: which database, without its password.
        reason: what it says.
        code: PostgreSQL's own of five characters.
    """

    def __init__(self, place: str, reason: str, code: str) -> None:
        super().__init__("database-refused", _REFUSED, place=place, reason=reason, remedy=_REMEDIES.get(code, _LOG))
        self.code = code


class DatabaseNewerError(DatabaseError):
    """Its tables were made by a newer version of this program."""

    def __init__(self, place: str, tables: str, there: int, here: int) -> None:
        super().__init__("database-newer", _NEWER, place=place, tables=tables, there=there, here=here)


class DatabaseUrlError(DatabaseError):
    """What names the database is no URL of PostgreSQL; it is not shown, for a password may be anywhere in it."""

    def __init__(self) -> None:
        super().__init__("database-url", _URL)
