"""The worked examples of CONTRIBUTING.md, done exactly as they are written: what comes of them works."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.worked_examples.blocks import PAGE, ROOT, Example, call, changed, examples

EXAMPLES = {example.title: example for example in examples(PAGE.read_text("utf-8"))}
KIND, FIELD_TYPE, STEP = (
    "Add a kind of record: `notice`",
    "Add a type of field to forms: `email`",
    "Add a field to a step",
)


COMMANDS = {
    "types": ["mypy"],
    "lint": ["ruff", "check", "."],
    "format": ["ruff", "format", "--check", "."],
    "kind": ["pytest", "-q", "-p", "no:cacheprovider", "tests/worked_examples/kind.py"],
    "field type": [
        "pytest", "-q", "-p", "no:cacheprovider", "tests/worked_examples/field_type.py",
        "tests/generators/test_field_types.py",
    ],
    "step": ["pytest", "-q", "-p", "no:cacheprovider", "tests/worked_examples/step.py"],
}  # fmt: skip
"""What is run in the copy, as modules of Python."""

Run = Future[tuple[int, str]]


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Run]]:
    """A copy of this tree in which every example has been followed, and what is run there, two at a time."""
    tree = copy_of_this_tree(tmp_path_factory.mktemp("worked") / "tree")
    for example in EXAMPLES.values():
        example.follow(tree)
    with ThreadPoolExecutor(2) as pool:
        yield {name: pool.submit(_run, words, tree) for name, words in COMMANDS.items()}


def _run(words: list[str], tree: Path) -> tuple[int, str]:
    done = call([sys.executable, "-m", *words], tree)
    return done.returncode, done.stdout + done.stderr


def copy_of_this_tree(tree: Path) -> Path:
    """All that Python code and its tests need; what mypy knows already, so that it only looks at what changes."""
    unneeded = ("build", "data", "docs", "editions")
    for path in ROOT.iterdir():
        if path.name == ".mypy_cache" or path.name == ".vscode" or (path.name[0] != "." and path.name not in unneeded):
            copy = shutil.copytree if path.is_dir() else shutil.copyfile
            tree.mkdir(exist_ok=True)
            copy(path, tree / path.name)
    return tree


def test_there_are_three() -> None:
    """No section with blocks is left out, and none touches what another touches: each stands for itself."""
    files = [path for example in EXAMPLES.values() for path in {block.path for block in example.blocks if block.path}]

    assert [*EXAMPLES] == [KIND, FIELD_TYPE, STEP]
    assert sorted(files) == sorted({*files})


@pytest.mark.parametrize(("title", "most"), [(KIND, 6), (FIELD_TYPE, 6), (STEP, 3)])
def test_few_files_are_touched(title: str, most: int) -> None:
    """What one must know of is little: the files of the product written by hand, tests and samples apart."""
    assert len(EXAMPLES[title].product) <= most


@pytest.mark.parametrize("name", COMMANDS)
def test_what_comes_of_them_works(runs: dict[str, Run], name: str) -> None:
    """Mypy is content with the product and its tests, ruff with their style; what the examples promise comes true."""
    code, said = runs[name].result()

    assert code == 0, said


def test_lines_that_are_not_there_are_told() -> None:
    """An example that the tree has outgrown fails with the lines that it looks for."""
    with pytest.raises(
        ValueError, match=r"^kinds\.py: these lines stand there 0 times:\n    guides: T\n    scripts: Text\n$"
    ):
        changed(
            "    guides: T\n    scripts: T\n", "@@\n     guides: T\n+    notices: T\n     scripts: Text\n", "kinds.py"
        )
    with pytest.raises(ValueError, match=r"^kinds\.py: these lines stand there 2 times:\na\n$"):
        changed("a\nb\na\n", "@@\n a\n+c\n", "kinds.py")


def test_a_new_file_replaces_none(tmp_path: Path) -> None:
    """An example whose file the tree has by now is not followed over it."""
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "notice.py").write_text("taken")

    with pytest.raises(FileExistsError):
        Example("Again", EXAMPLES[KIND].blocks[:1]).follow(tmp_path)
