"""`handbook translate`: catalogues brought up to date, and what a translator wrote kept."""

from __future__ import annotations

import polib

from tests.commands.calling import handbook
from tests.schemas.content import BOOK, CATALOGUE, COMPLAINTS, KEYS, KEYS_CATALOGUE, TITLE_CATALOGUE, Content

ADDRESS = "procedures/complaint-handling#steps.escalate.title"


def catalogue(content: Content) -> dict[str, polib.POEntry]:
    """The entries of the complaints procedure by address."""
    return {entry.msgctxt: entry for entry in polib.pofile(str(content.root / CATALOGUE)) if not entry.obsolete}


def texts(content: Content, book: str = "greentown-after-sales") -> str:
    """How many texts the catalogues of a handbook hold, or of the library itself, as the table writes it."""
    folder = content.root / "handbook" / book
    paths = folder.rglob("*.po") if book else [folder / "en.po", *(folder / "en").rglob("*.po")]
    return str(sum(not entry.obsolete for path in paths for entry in polib.pofile(str(path))))


def test_a_catalogue_that_is_up_to_date_is_not_touched(content: Content) -> None:
    """Not even written again with the same content."""
    folder = content.root / "handbook"
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    said = handbook("translate", root=content.root)

    assert said.code == 0
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before
    assert [line.split() for line in said.out.splitlines()] == [
        ["catalogue", "texts", "new", "missing", "fuzzy", "obsolete"],
        ["library", texts(content, ""), "0", "0", "0", "0"],
        ["greentown-after-sales", texts(content), "0", "0", "0", "0"],
        ["call-scripts", texts(content, "call-scripts"), "0", "0", "0", "0"],
    ]


def test_where_something_is_left_to_translate_it_says_where_and_how(content: Content) -> None:
    """The first file that has some is named."""
    content.change(COMPLAINTS, "title: 升级", "title: 上报公司")
    chinese = handbook("--lang", "zh", "translate", root=content.root).out.splitlines()
    english = handbook("translate", root=content.root).out.splitlines()

    assert chinese[-1] == (
        f"缺的和待核的，用 Poedit 或记事本打开文件来译，如 {CATALOGUE}：英文写在 msgstr 后面，"
        "核过的删去 fuzzy 那一行；再运行 handbook check。"
    )
    assert english[-1] == (
        f"Translate what is missing or fuzzy in Poedit or a text editor, as in {CATALOGUE}: the English goes behind "
        "msgstr, and the line fuzzy goes once it is right; then run handbook check."
    )


def test_a_changed_text_becomes_fuzzy_and_keeps_its_english(content: Content) -> None:
    """And `check` then asks the translator to look at it."""
    content.change(COMPLAINTS, "title: 升级", "title: 上报公司")
    assert handbook("translate", root=content.root).code == 0
    entry = catalogue(content)[ADDRESS]

    assert (entry.msgid, entry.msgstr, entry.fuzzy, entry.previous_msgid) == ("上报公司", "Escalation", True, "升级")
    assert [line.rpartition("[")[2] for line in content.titles()] == ["translation-fuzzy]"]


def test_a_renamed_step_keeps_its_english(content: Content) -> None:
    """The text moved to another address and is the same text."""
    content.write(COMPLAINTS, content.read(COMPLAINTS).replace("escalate", "hand-up"))
    assert handbook("translate", root=content.root).code == 0

    assert catalogue(content)["procedures/complaint-handling#steps.hand-up.title"].msgstr == "Escalation"
    assert content.findings() == ()


def test_a_record_taken_out_and_put_back_has_lost_nothing(content: Content) -> None:
    """Its English stays meanwhile as it is, in a file of its own."""
    record, before = content.read(COMPLAINTS), content.read(CATALOGUE)
    content.change("handbook/greentown-after-sales/handbook.yaml", "records: [GT-BF-KF-001, ", "records: [")
    (content.root / COMPLAINTS).unlink()
    assert handbook("translate", root=content.root).code == 0
    assert content.read(CATALOGUE) == before

    content.write(COMPLAINTS, record)
    assert handbook("translate", root=content.root).code == 0
    assert content.read(CATALOGUE) == before


def test_a_new_record_gets_a_catalogue(content: Content) -> None:
    """With every text, empty, in print order."""
    (content.root / CATALOGUE).unlink()
    said = handbook("--lang", "zh", "translate", root=content.root)
    entries = list(catalogue(content).values())

    assert said.code == 0
    assert said.out.splitlines()[0].split() == ["翻译文件", "共", "新", "缺", "待核", "作废"]
    assert (len(entries), entries[0].msgctxt, entries[0].msgstr) == (51, "procedures/complaint-handling#title", "")


def test_entries_of_records_leave_the_catalogue_of_their_handbook(content: Content) -> None:
    """As a branch from before records had their own brings them: they go where they belong, which is said."""
    title_page, keys = content.read(TITLE_CATALOGUE), content.read(KEYS_CATALOGUE)
    content.write(TITLE_CATALOGUE, title_page + "\n" + keys.partition("\n\n")[2])
    content.write(CATALOGUE.replace("procedures", "procedure"), content.read(CATALOGUE))
    for path in (KEYS_CATALOGUE, CATALOGUE):
        (content.root / path).unlink()
    said = handbook("--lang", "zh", "translate", root=content.root)

    assert said.out.splitlines()[-2:] == [
        f"{CATALOGUE.replace('procedures', 'procedure')} 里的 51 条移到了 {CATALOGUE}",
        f"{TITLE_CATALOGUE} 里的 28 条移到了 {KEYS_CATALOGUE}",
    ]
    assert (content.read(TITLE_CATALOGUE), content.read(KEYS_CATALOGUE)) == (title_page, keys)
    assert not (content.root / CATALOGUE.replace("procedures", "procedure")).parent.exists()
    assert content.findings() == ()


def test_what_is_still_to_write_is_not_translated(content: Content) -> None:
    """A new record's placeholders are said once, as that, and are no texts for a translator."""
    handbook("new", "guide", "parcel-keeping", root=content.root)
    assert handbook("translate", root=content.root).code == 0

    assert not (content.root / BOOK / "en" / "guides" / "parcel-keeping.po").exists()
    assert {title.rpartition("[")[2] for title in content.titles()} >= {"still-to-write]"}
    assert [finding for finding in content.findings() if finding.rule == "translation-missing"] == []


def test_stats_only_count_record_by_record(content: Content) -> None:
    """Each handbook has a line with the sum and one for each of its catalogues; nothing is written."""
    content.change(COMPLAINTS, "title: 升级", "title: 上报公司")
    before = content.read(CATALOGUE)
    said = handbook("translate", "--stats", root=content.root)

    assert said.code == 0
    rows = [line.split() for line in said.out.splitlines()]
    assert [row for row in rows if row[4] == "1"] == [
        ["greentown-after-sales", texts(content), "0", "0", "1", "0"],
        ["en/procedures/complaint-handling.po", "51", "0", "0", "1", "0"],
    ]
    assert len(rows) == 1 + len(content.library().entries) + 2 * len(content.library().handbooks) + 2
    assert content.read(CATALOGUE) == before


def test_a_broken_record_stops_it_before_anything_is_lost(content: Content) -> None:
    """Texts of a record that cannot be read would look deleted."""
    content.change(KEYS, "rows: 16", "rows: many")
    before = content.read(CATALOGUE)
    said = handbook("--lang", "zh", "translate", root=content.root)

    assert said.code == 1
    assert said.err == (
        f"{content.place(KEYS, 'many', skip='rows: ')}: 错误: “many”不是整数 [bad-whole-number]\n"
        "    只写数字，如 16。\n"
        "handbook: 手册有 1 个错误，读不成。先运行 handbook check。\n"
    )
    assert content.read(CATALOGUE) == before


def test_a_broken_catalogue_stops_it_too(content: Content) -> None:
    """What cannot be read cannot be kept."""
    content.write(CATALOGUE, content.read(CATALOGUE) + '\nmsgid "x\n')
    before = content.read(CATALOGUE)

    assert handbook("translate", root=content.root).code == 1
    assert content.read(CATALOGUE) == before
