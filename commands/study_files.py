"""Progress as a file: taken along to another computer, or to the page of the course in the browser, and put back."""

from __future__ import annotations

from pathlib import Path

from commands import context
from schemas.limits import MOST_BYTES_OF_PROGRESS
from schemas.messages import Requests
from training.progress import Progress
from training.study.keeping import Keeping


def carry_out(keeping: Keeping, path: Path) -> None:
    """Write what a learner has done to *path*.

    Raises:
        HandbookError: `cannot-write`, or the learner's file is broken.
    """
    progress = keeping.now()
    context.write_output(path, progress.written(keeping.clock(), context.lang()))
    line = context.say(
        "{name} 的进度已存到 {path}：在网页上“导入进度”，或在另一台电脑上 handbook study --import。",
        "{name}’s progress is in {path}: «Import progress» on a course’s page takes it, or handbook study --import.",
        name=progress.name, path=path,
    )  # fmt: skip
    context.out.print(line, markup=False)


def carry_in(keeping: Keeping, path: Path) -> None:
    """Put to what a learner has done what the file at *path* holds: of two entries the newer.

    Raises:
        HandbookError: it cannot be read, or holds none.
        OSError: the learner's file cannot be read or written.
    """
    try:
        with path.open("rb") as file:
            other = Progress.read(file.read(MOST_BYTES_OF_PROGRESS + 1), path)
    except OSError as error:
        raise context.refused(Requests.SYSTEM_REFUSED, error, path) from None
    compared = keeping.now().compared(other)
    keeping.change(lambda progress: progress.joined(other))
    line = context.say(
        "{path}（{other}）放进 {name} 的进度：新的 {fresh} 项，比这里新的 {newer} 项，这里更新、不动的 {kept} 项。",
        "{path} ({other}) goes to {name}’s progress. New: {fresh}. Newer than here: {newer}. "
        "Newer here, left as they are: {kept}.",
        path=path, other=other.name or "–", name=keeping.name, **compared._asdict(),
    )  # fmt: skip
    context.out.print(line, markup=False)
    if other.lost:
        lost = context.say(
            "其中 {n} 项看不懂，不导入。", "Those of them that cannot be read and are left out: {n}.", n=other.lost
        )
        context.out.print(lost, style="yellow", markup=False)
