from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from search.errors import IndexDamagedError
from search.generations import CURRENT, MANIFEST, named, point_to, read_generation, write_generation

ONE, TWO, THREE = "1" * 16, "2" * 16, "3" * 16
FILES = {"a.json": b"[1,2,3]", "b.npy": b"\x93NUMPY" + bytes(200)}


def _write(folder: Path, name: str) -> None:
    write_generation(folder, name, {"made": name}, FILES)
    point_to(folder, name)


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    """Facts and files come back as they were given."""
    _write(tmp_path, ONE)
    generation = read_generation(tmp_path, ONE)

    assert named(tmp_path) == (ONE,)
    assert generation.facts["made"] == ONE
    assert generation.files == FILES


def test_the_current_and_the_previous_generation_are_kept(tmp_path: Path) -> None:
    """Older ones and unfinished ones go."""
    (tmp_path / "tmp-left").mkdir()
    for name in (ONE, TWO, THREE):
        _write(tmp_path, name)

    assert named(tmp_path) == (THREE, TWO)
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_dir()) == [TWO, THREE]


@pytest.mark.parametrize("file", [*FILES, MANIFEST])
@pytest.mark.parametrize("damage", ["gone", "empty", "half", "bit"])
def test_every_kind_of_damage_to_every_file_is_noticed(tmp_path: Path, file: str, damage: str) -> None:
    """Missing, empty, cut in half, or a single bit turned: the file is named and nothing of it is used."""
    _write(tmp_path, ONE)
    path = tmp_path / ONE / file
    content = path.read_bytes()
    middle = len(content) // 2
    turned = content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]
    damaged = {"empty": b"", "half": content[:middle], "bit": turned}
    path.unlink() if damage == "gone" else path.write_bytes(damaged[damage])

    with pytest.raises(IndexDamagedError) as raised:
        read_generation(tmp_path, ONE)

    assert raised.value.say("en") == (
        f"{file} of search index {ONE} is missing or damaged, so this index is not used; "
        "run: handbook build --only index"
    )


@pytest.mark.parametrize("content", [b"", b"../../etc\n", b"\xff\xfe", b"a" * 400])
def test_a_strange_pointer_names_no_generation(tmp_path: Path, content: bytes) -> None:
    """Only sixteen hexadecimal digits name a generation."""
    (tmp_path / CURRENT).write_bytes(content)

    assert named(tmp_path) == ()


def test_a_generation_is_nobodys_before_it_is_pointed_to(tmp_path: Path) -> None:
    """What is written beside the current generation can be read by name, and is opened by nobody."""
    _write(tmp_path, ONE)
    write_generation(tmp_path, TWO, {"made": TWO}, FILES)

    assert named(tmp_path) == (ONE,)
    assert read_generation(tmp_path, TWO).facts["made"] == TWO


@pytest.mark.parametrize("failing", range(12))
def test_a_build_that_dies_at_any_write_leaves_a_whole_generation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    """Whichever flush, rename or replacement is the last one, the old generation or the new one is there and whole."""
    _write(tmp_path, ONE)
    calls = iter(range(100))

    def or_die(call: object) -> object:
        def made(*args: object) -> object:
            if next(calls) == failing:
                raise OSError("killed here")
            return call(*args)  # type: ignore[operator]

        return made

    with monkeypatch.context() as patched:
        patched.setattr("search.generations.os.fsync", or_die(lambda _: None))
        patched.setattr("pathlib.Path.rename", or_die(Path.rename))
        patched.setattr("pathlib.Path.replace", or_die(Path.replace))
        with contextlib.suppress(OSError):
            _write(tmp_path, TWO)

    current = named(tmp_path)[0]
    assert read_generation(tmp_path, current).facts["made"] == current

    _write(tmp_path, TWO)
    assert named(tmp_path) == (TWO, ONE)
