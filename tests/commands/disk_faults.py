"""Every verb that writes, on every disk that refuses: run in a process of its own, which prints what each of them says.

    python -m tests.commands.disk_faults ROOT OUT

ROOT is a library with everything built, OUT a folder to write to; both are changed. Disks that are full or read-only
are real: the process has a name space of its own for what it mounts, and no right to write where a mode forbids it
(`alone`). What comes out is `tests/data/disk-faults.md`: exit code, what was said, and what was not left whole.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from search.generations import named
from tests.commands.calling import handbook
from tests.schemas.content import BOOK, COMPLAINTS, KEYS, Content
from training.progress import Progress

LONG: Final = "名" * 120
"""360 bytes; a name may have 255."""
CODE: Final = "GT-R-KF-13"


def alone(*words: str) -> list[str]:
    """*words* as a command with mounts of its own, for which modes of folders count, whoever runs it."""
    mapped = [] if os.geteuid() == 0 else ["--map-root-user"]
    rights = "-dac_override,-dac_read_search,-fowner"
    return ["unshare", "--mount", *mapped, "setpriv", f"--bounding-set={rights}", f"--inh-caps={rights}", *words]


@dataclass(frozen=True, slots=True)
class Verb:
    """A call, the folder that it writes to and a file in there; None where a folder in its place is exchanged too."""

    words: tuple[str, ...]
    folder: Path
    file: str | None


@dataclass(frozen=True, slots=True)
class Saying:
    """What came of a call on a disk that refuses."""

    code: int
    line: str
    touched: tuple[str, ...]


Fault = Callable[[Verb], AbstractContextManager[None]]


def verbs(root: Path, out: Path) -> dict[str, Verb]:
    """Every verb that writes, once for each way it has of writing."""
    book, build = root / BOOK, root / "build"
    return {
        "build": Verb(("build",), build, "browser/index.js"),
        "build --only forms": Verb(("build", "--only", "forms"), build, None),
        "build --only index": Verb(("build", "--only", "index"), build, "index/CURRENT"),
        "build --only book": Verb(("build", "--only", "book"), build, "book/greentown-after-sales.html"),
        "new": Verb(("new", "guide", "to-be-written"), book / "guides", "to-be-written.yaml"),
        "new library": Verb(("new", "library", str(out / "library")), out / "library", None),
        "translate": Verb(("translate",), book / "en" / "procedures", "complaint-handling.po"),
        "form": Verb(("form", CODE, "-o", str(out / "form.docx")), out, "form.docx"),
        "form, a folder": Verb(("form", CODE, "--blank", "-o", str(out)), out, f"{CODE}-key-loan-register-blank.docx"),
        "sheet": Verb(("sheet", "complaint-handling", "-o", str(out / "sheet.pdf")), out, "sheet.pdf"),
        "report": Verb(
            ("report", CODE, str(root / "filled"), "--csv", "-o", str(out)), out, f"{CODE}-key-loan-register.csv"
        ),
        "export": Verb(
            ("export", "front-desk-induction", "--as", "moodle", "-o", str(out / "course.xml")), out, "course.xml"
        ),
        "exam": Verb(("exam", "front-desk-induction", "--paper", "1", "-o", str(out)), out, "papers.docx"),
        "study --export": Verb(("study", "--as", "wang", "--export", str(out / "wang.json")), out, "wang.json"),
        "study --import": Verb(
            ("study", "--as", "wang", "--import", str(root / "progress.json")), root / "data" / "study", "wang.json"
        ),
        "ask, the first time": Verb(("ask", "钥匙"), build, "index/CURRENT"),
    }


@contextmanager
def full(verb: Verb) -> Iterator[None]:
    """A disk on which not a byte is left, nor a kept file that could be thrown away to make room."""
    size = sum(path.stat().st_size + 8192 for path in verb.folder.rglob("*")) + 2**16
    beside = verb.folder.with_name(f"{verb.folder.name}-beside")
    shutil.copytree(verb.folder, beside, ignore=shutil.ignore_patterns(".cache"))
    with _mounted("-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(verb.folder)):
        shutil.copytree(beside, verb.folder, dirs_exist_ok=True)
        with (verb.folder / ".filled").open("wb", buffering=0) as file:
            try:
                while file.write(bytes(4096)):
                    pass
            except OSError:
                yield
    shutil.rmtree(beside)


@contextmanager
def read_only(verb: Verb) -> Iterator[None]:
    """A disk that is mounted for reading."""
    with _mounted("--bind", str(verb.folder), str(verb.folder)):
        subprocess.run(["mount", "-o", "remount,ro,bind", str(verb.folder)], check=True)
        yield


@contextmanager
def not_ours(verb: Verb) -> Iterator[None]:
    """Folders in which somebody else may write."""
    folders = [verb.folder, *(path for path in verb.folder.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    try:
        yield
    finally:
        for folder in folders:
            folder.chmod(0o755)


@contextmanager
def folder_in_the_way(verb: Verb) -> Iterator[None]:
    """A folder that has the name of the file."""
    with _aside(verb.folder / (verb.file or "")) as path:
        path.mkdir(parents=True)
        (path / "somebody's").touch()
        yield


@contextmanager
def file_in_the_way(verb: Verb) -> Iterator[None]:
    """A file that has the name of the folder."""
    with _aside(verb.folder) as path:
        path.write_text("somebody's")
        yield


@contextmanager
def gone(verb: Verb) -> Iterator[None]:
    """A folder that is taken away as soon as the verb has seen to it that it is there."""
    make, taken = Path.mkdir, verb.folder.with_name(f"{verb.folder.name}-taken")

    def make_and_lose(path: Path, *words: Any, **options: Any) -> None:
        make(path, *words, **options)
        if path == verb.folder and not taken.exists():
            path.rename(taken)

    Path.mkdir = make_and_lose  # type: ignore[assignment,method-assign]
    try:
        yield
    finally:
        Path.mkdir = make  # type: ignore[method-assign]
        if taken.exists():
            shutil.rmtree(verb.folder, ignore_errors=True)
            taken.rename(verb.folder)


FAULTS: Final[Mapping[str, Fault]] = {
    "full": full,
    "read-only": read_only,
    "not ours": not_ours,
    "a folder in the way": folder_in_the_way,
    "a file in the way": file_in_the_way,
    "gone": gone,
}


@contextmanager
def _mounted(*words: str) -> Iterator[None]:
    subprocess.run(["mount", *words], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", words[-1]], check=True)


@contextmanager
def _aside(path: Path) -> Iterator[Path]:
    """Put what is at *path* aside for a while."""
    beside = path.with_name(f"{path.name}-aside")
    was_there = path.exists()
    if was_there:
        path.rename(beside)
    try:
        yield path
    finally:
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
        if was_there:
            beside.rename(path)


def _whole(folder: Path) -> dict[str, str]:
    """A digest of everything in *folder* that anybody looks at: no hidden file, no index that nothing points to."""
    files = (path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else [folder]
    paths = ((path.relative_to(folder).as_posix(), path) for path in files)
    looked_at = {*named(folder / "index")} if (folder / "index" / "CURRENT").is_file() else set()
    return {
        name: sha256(path.read_bytes()).hexdigest()
        for name, path in paths
        if not re.search(r"(?:^|/)\.|^mkdocs\.|^in/", name)
        and (not re.match("index/[0-9a-f]{16}/", name) or name.split("/")[1] in looked_at)
    }


def tried(root: Path, verb: Verb, fault: Fault) -> Saying:
    """What *verb* says when *fault* is there, and what it has changed."""
    with fault(verb):
        before = _whole(verb.folder) if verb.folder.exists() else {}
        said = handbook(*verb.words, root=root)
        after = _whole(verb.folder) if verb.folder.exists() else before
    touched = sorted(name for name in {*before, *after} if before.get(name) != after.get(name))
    return Saying(said.code, said.err, tuple(touched))


def prepare(root: Path, out: Path) -> None:
    """Change a text, so that there is something to write, and put a file where each verb would put its own."""
    content = Content(root)
    content.change(COMPLAINTS, "请业主坐下说完", "请业主坐下慢慢说完")
    content.change(KEYS, "借出业主委托保管的钥匙时填写", "紫色灯笼。借出业主委托保管的钥匙时填写")
    (root / BOOK / "guides").mkdir(exist_ok=True)
    (root / "filled").mkdir()
    assert handbook("form", CODE, "-o", str(root / "filled" / "copy.docx"), root=root).code == 0
    progress = Progress("wang").with_done("read", "a", 1).written(datetime.now(UTC), "en")
    (root / "progress.json").write_bytes(progress)
    (root / "data" / "study").mkdir(parents=True)
    (root / "data" / "study" / "wang.json").write_bytes(Progress("wang").written(datetime.now(UTC), "en"))
    (out / "library").mkdir(parents=True)
    for verb in verbs(root, out).values():
        if verb.folder == out and verb.file is not None:
            (out / verb.file).write_text("of before")


def too_long(root: Path, out: Path) -> dict[str, Verb]:
    """Calls that give a file a name longer than a file may have."""
    return {
        "form": Verb(("form", CODE, "-o", str(out / f"{LONG}.docx")), out, None),
        "form, a folder": Verb(("form", CODE, "-o", str(out / LONG)), out, None),
        "export": Verb(("export", "front-desk-induction", "--as", "moodle", "-o", str(out / f"{LONG}.xml")), out, None),
        "new": Verb(("new", "guide", "x" * 300), root / BOOK, None),
        "report": Verb(("report", CODE, str(root / "filled"), "--csv", "-o", str(out / LONG)), out, None),
        "exam": Verb(("exam", "front-desk-induction", "--paper", "1", "-o", str(out / LONG)), out, None),
    }


def table(root: Path, out: Path) -> dict[tuple[str, str], Saying]:
    """What every verb says on every disk, by verb and fault."""
    sayings: dict[tuple[str, str], Saying] = {}
    for name, verb in verbs(root, out).items():
        if name.startswith("ask"):
            shutil.rmtree(root / "build" / "index")
        for fault, made in FAULTS.items():
            if verb.file is not None or made is not folder_in_the_way:
                sayings[name, fault] = tried(root, verb, made)
    for name, verb in too_long(root, out).items():
        sayings[name, "a long name"] = tried(root, verb, lambda _: nullcontext())
    return sayings


def rendered(sayings: Mapping[tuple[str, str], Saying], root: Path, out: Path) -> str:
    """The table in Markdown, with names for what differs from run to run."""
    lines = ["| verb | fault | exit | what it says | what it has changed |", "|---|---|---|---|---|"]
    for (verb, fault), said in sayings.items():
        line = " ".join(said.line.split()).replace(str(root), "ROOT").replace(str(out), "OUT").replace(LONG, "LONG")
        line = re.sub("x{300}", "LONG", re.sub("index/[0-9a-f]{16}", "index/GENERATION", line))
        touched = ", ".join(said.touched) if said.code else "the file"  # it was written
        lines.append(f"| {verb} | {fault} | {said.code} | {line} | {touched} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    library, output = Path(sys.argv[1]), Path(sys.argv[2])
    prepare(library, output)
    print(rendered(table(library, output), library, output), end="")  # noqa: T201 - this is what it is for
