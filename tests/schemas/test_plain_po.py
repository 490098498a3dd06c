from __future__ import annotations

from pathlib import Path

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.plain_po import plain_entries
from tests.schemas.content import LIBRARY

HEADER = '#\nmsgid ""\nmsgstr ""\n"Language: en\\n"\n\n'
LINES = (
    'msgctxt "a#b"', 'msgid "值"', 'msgstr "v"', 'msgstr "a \\"b\\" \\\\ \\n\\t"', '"more\\n"', 'msgid ""', 'msgstr ""',
    "#, fuzzy", "#, c-format, fuzzy", "# a note", "#. a note", "#: a.yaml:1", '#~ msgctxt "c"', '#~ msgid "e"',
    '#~ msgstr "f"', '#~ "g"', '#| msgid "h"', 'msgstr[0] "i"', "#", "#,", "##", "", "", "",
)  # fmt: skip
ENTRIES = st.lists(
    st.tuples(
        st.sampled_from(["", "#, fuzzy\n", "# 注\n#, fuzzy, x\n", "#: a:1\n#. b\n", "#, fuzzyish\n"]),
        st.sampled_from(["", "#~ "]),
        *[st.text(st.sampled_from('甲ab "\\\n\t'), min_size=1, max_size=6)] * 3,
        st.booleans(),
    ),
    max_size=5,
)


def by_polib(text: str, folder: Path) -> list[tuple[str, str, str, bool, int]] | None:
    """What polib reads in a catalogue; None when it cannot."""
    (folder / "en.po").write_text(text, "utf-8")
    try:
        entries = polib.pofile(str(folder / "en.po"), encoding="utf-8")
    except (OSError, ValueError, IndexError, KeyError, AttributeError):
        return None
    return [
        (entry.msgctxt, entry.msgid, entry.msgstr, entry.fuzzy, entry.linenum or 1)
        for entry in entries
        if not entry.obsolete and entry.msgctxt
    ]


@pytest.mark.parametrize("path", sorted(LIBRARY.rglob("*.po")), ids=lambda path: path.parent.name)
def test_catalogues_of_ours_are_plain(path: Path, tmp_path: Path) -> None:
    """A catalogue that `handbook translate` has written is read by pattern, and as polib reads it."""
    text = path.read_text("utf-8")

    assert plain_entries(text) == by_polib(text, tmp_path) != []


@settings(deadline=None)  # a file is written for each
@given(ENTRIES, st.booleans())
def test_it_reads_what_polib_writes(
    tmp_path_factory: pytest.TempPathFactory, items: list[tuple[str, str, str, str, str, bool]], has_header: bool
) -> None:
    """Whatever the texts hold, long or short, obsolete or fuzzy, the entries are those that polib reads."""
    text = HEADER if has_header else ""
    for comments, old, address, source, translation, in_lines in items:
        strings = {"msgctxt": address, "msgid": source, "msgstr": translation}
        text += comments
        for word, string in strings.items():
            lines = string.splitlines(keepends=True) if in_lines else [string]
            text += f"{old}{word} " + f"\n{old}".join(f'"{polib.escape(line)}"' for line in lines) + "\n"
        text += "\n"

    assert plain_entries(text) == by_polib(text, tmp_path_factory.mktemp("po"))


@settings(deadline=None)  # a file is written for each
@given(st.lists(st.sampled_from(LINES), max_size=12), st.booleans())
def test_what_is_not_plain_is_left_to_polib(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str], has_header: bool
) -> None:
    """In whatever order lines stand, entries are those that polib reads, or none are."""
    text = (HEADER if has_header else "") + "\n".join(lines)
    entries = plain_entries(text)

    assert entries is None or entries == by_polib(text, tmp_path_factory.mktemp("po"))
