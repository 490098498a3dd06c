"""What can be wrong with an index on disk, in the user's language."""

from __future__ import annotations

from pathlib import Path

from schemas import disk
from schemas.findings import HandbookError
from schemas.words import Bilingual


class IndexMissingError(HandbookError):
    """There is no index yet."""

    def __init__(self) -> None:
        super().__init__(
            "index-missing",
            Bilingual(
                "还没有检索索引，请先运行 handbook build --only index",
                "there is no search index yet; run: handbook build --only index",
            ),
        )


class IndexUnreadableError(HandbookError):
    """The system does not read what says which generation is the current one."""

    def __init__(self, error: OSError, path: Path) -> None:
        super().__init__(
            "index-unreadable",
            Bilingual(
                "检索索引读不了：{path}：{reason}。{remedy}",
                "the search index cannot be read: {path}: {reason}. {remedy}",
            ),
            path=disk.place(error, path),
            reason=disk.reason(error),
            remedy=disk.remedy(error),
        )


class IndexDamagedError(HandbookError):
    """A file of a generation is missing or is not what was written."""

    def __init__(self, generation: str, file: str) -> None:
        super().__init__(
            "index-damaged",
            Bilingual(
                "检索索引 {generation} 的文件 {file} 缺失或已损坏，不予使用；请重新运行 handbook build --only index",
                "{file} of search index {generation} is missing or damaged, so this index is not used; "
                "run: handbook build --only index",
            ),
            generation=generation,
            file=file,
        )


class VectorsAwayError(HandbookError):
    """A question was answered by words, since the vectors in the shared database could not be asked."""

    def __init__(self) -> None:
        super().__init__(
            "vectors-away",
            Bilingual(
                "数据库里的向量问不到，这一次只按字词检索；换个词可能找到更多",
                "the vectors in the database could not be asked, so this answer goes by words only; "
                "other words may find more",
            ),
        )


class VectorsDamagedError(HandbookError):
    """The vectors of a generation in the shared database are not those that were put there."""

    def __init__(self, generation: str) -> None:
        super().__init__(
            "vectors-damaged",
            Bilingual(
                "数据库里检索索引 {generation} 的向量缺失或已损坏，不予使用；请重新运行 handbook build",
                "the vectors of search index {generation} in the database are missing or damaged, "
                "so they are not used; run: handbook build",
            ),
            generation=generation,
        )


class IndexUnfitError(HandbookError):
    """A generation was made by another encoder, or by a version of this program that wrote it differently."""

    def __init__(self, generation: str, built_for: object, needed: object) -> None:
        super().__init__(
            "index-unfit",
            Bilingual(
                "检索索引 {generation} 是按“{made}”建的，现在用的是“{needed}”，不予使用；"
                "请重新运行 handbook build --only index",
                "search index {generation} was built for '{made}' and '{needed}' is in use, so it is not used; "
                "run: handbook build --only index",
            ),
            generation=generation,
            made=built_for,
            needed=needed,
        )
