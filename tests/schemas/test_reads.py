"""What is made from a library stays good as long as every question that was asked for it has the same answer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.keeper import Keeper
from schemas.library import Library
from schemas.loader import load_library
from schemas.reads import Followed, Reads, derived, digest_of, holds, question, reading
from schemas.scalars import Text
from tests.schemas.content import CATALOGUE, COMPLAINTS, FRONT_DESK, SETTINGS, TERMS, TITLE_PAGE, Content

BOOK = "greentown-after-sales"
COMPLAINT = f"{BOOK}/procedures/complaint-handling"
FORM = f"{BOOK}/forms/key-loan-register"
DESK = f"{BOOK}/roles/front-desk"

Look = Callable[[Library], object]
Change = tuple[str, str, str]
"""A file, a text in it, and what stands there afterwards."""

WORD: Change = (COMPLAINTS, "请业主坐下说完", "请业主坐下慢慢说完")
TITLE: Change = (COMPLAINTS, "title: 客户投诉处理管理办法\ncode", "title: 客户投诉办法\ncode")
STEP_TITLE: Change = (COMPLAINTS, "title: 受理\n", "title: 受理登记\n")
CODE: Change = (COMPLAINTS, "code: GT-BF-KF-001\nsource", "code: GT-BF-KF-100\nsource")
FORM_OF_STEP: Change = (COMPLAINTS, "    forms: [GT-R-KF-26]\n    say: 您说的我", "    say: 您说的我")
TRANSLATION: Change = (
    CATALOGUE,
    'complaint-handling#title"\nmsgid "客户投诉处理管理办法"\nmsgstr "Handling customer complaints"',
    'complaint-handling#title"\nmsgid "客户投诉处理管理办法"\nmsgstr "Complaints, handled"',
)


@derived
def first_headings(view: Library, address: str) -> tuple[str, ...]:
    """The headings of the first two parts of a record: a narrow answer."""
    return tuple(part.title for part in view.entries[address].parts.values())[:2]


@question
def counted_letters(view: Library, address: str) -> int:
    """How long the title of a record is."""
    return len(view.entries[address].record.title)


def reads_of(look: Look, view: Library) -> Reads:
    """What *look* reads of *view*."""
    with reading() as reads:
        look(view)
    return reads


def changed(content: Content, change: Change) -> Library:
    """The library after a change of one file."""
    content.change(*change)
    return content.library()


WHOLE: dict[str, tuple[Look, Change]] = {
    "record": (lambda view: view.entries[COMPLAINT].record, WORD),
    "parts": (lambda view: view.entries[COMPLAINT].parts, WORD),
    "document": (lambda view: view.entries[COMPLAINT].document, WORD),
    "fingerprint": (lambda view: view.entries[COMPLAINT].fingerprint, WORD),
    "English": (lambda view: view.view("en").entries[COMPLAINT].record, TRANSLATION),
    "file": (lambda view: view.handbooks[BOOK].file, (TITLE_PAGE, "phone: 0571", "phone: 0572")),
    "catalogue": (lambda view: view.entries[COMPLAINT].catalogue, TRANSLATION),
    "settings": (lambda view: view.settings, (SETTINGS, "title: 客户服务手册库", "title: 手册库")),
    "terms": (lambda view: view.terms, (TERMS, "en: complaint\n", "en: grumble\n")),
}


@pytest.mark.parametrize("name", WHOLE)
def test_what_is_read_as_a_whole_holds_until_a_word_of_it_changes(name: str, content: Content) -> None:
    """A field of the library, of a record or of a title page notes that it is read, with all that it says."""
    look, change = WHOLE[name]
    reads = reads_of(look, content.library())

    assert holds(reads, content.library().subjects)
    assert not holds(reads, changed(content, change).subjects)


ANSWERS: dict[str, tuple[Look, Change, Change]] = {
    "find": (lambda view: view.find("GT-BF-KF-001", BOOK), TITLE, CODE),
    "heading": (lambda view: view.heading(COMPLAINT, "receive"), WORD, STEP_TITLE),
    "link in a text": (lambda view: view.plain("[[GT-BF-KF-001]]", view.entries[FORM]), WORD, TITLE),
    "uses": (lambda view: view.uses(view.entries[f"{BOOK}/forms/complaint-register"]), WORD, FORM_OF_STEP),
    "titles": (lambda view: view.titles(COMPLAINT), WORD, TRANSLATION),
    "project value": (
        lambda view: view.plain("{project.phone}", view.entries[FORM]),
        (TITLE_PAGE, "name: 示范园区", "name: 花园"),
        (TITLE_PAGE, "phone: 0571", "phone: 0572"),
    ),
    "actor": (lambda view: view.actor_title("front-desk", BOOK), WORD, (FRONT_DESK, "title: 客服前台", "title: 前台")),
    "party": (lambda view: view.actor_title("resident", BOOK), WORD, (TITLE_PAGE, "resident: 业主", "resident: 住户")),
    "company": (
        lambda view: view.company(BOOK), (TITLE_PAGE, "phone: 0571", "phone: 0572"),
        (TITLE_PAGE, "name: 示例物业服务有限公司", "name: 某物业"),
    ),
    "languages": (
        lambda view: view.languages, (SETTINGS, "greeting: 客人", "greeting: 业主"),
        (SETTINGS, "languages: [zh, en]", "languages: [zh]"),
    ),
    "derived": (lambda view: first_headings(view, COMPLAINT), WORD, STEP_TITLE),
    "question": (lambda view: counted_letters(view, COMPLAINT), WORD, TITLE),
}  # fmt: skip


@pytest.mark.parametrize("name", ANSWERS)
def test_a_question_holds_until_its_answer_is_another(name: str, content: Content) -> None:
    """What changes beside the answer renews nothing; what changes the answer does."""
    look, beside, answer = ANSWERS[name]
    reads = reads_of(look, content.library())

    assert holds(reads, changed(content, beside).subjects)
    assert not holds(reads, changed(content, answer).subjects)


LISTS: dict[str, Look] = {
    "records": lambda view: list(view.entries),
    "records by address": lambda view: view.entries.get(f"{BOOK}/roles/cook"),
    "records by reference": lambda view: view.find("roles/cook", BOOK),
    "records of a kind": lambda view: view.of_kind("roles"),
    "records of a handbook": lambda view: view.of_handbook(BOOK),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_record_more_is_a_change_for_who_looked_for_it(name: str, content: Content) -> None:
    """Lists, and what was looked for in vain, are answers too."""
    reads = reads_of(LISTS[name], content.library())

    content.write(f"handbook/{BOOK}/roles/cook.yaml", content.read(FRONT_DESK))

    assert not holds(reads, content.library().subjects)


def test_a_handbook_more_is_a_change_for_who_listed_them(content: Content) -> None:
    """The handbooks of a library are an answer."""
    reads = reads_of(lambda view: [book.id for book in view.handbooks.values()], content.library())

    content.write("handbook/more/handbook.yaml", content.read("handbook/call-scripts/handbook.yaml"))

    assert not holds(reads, content.library().subjects)


def test_what_is_gone_is_a_change(content: Content) -> None:
    """A question about a record that is no longer there has no answer."""
    reads = reads_of(lambda view: view.heading(f"{BOOK}/roles/service-officer", ""), content.library())

    (content.root / "handbook" / BOOK / "roles" / "service-officer.yaml").unlink()

    after = load_library(content.root).library
    assert after is not None
    assert not holds(reads, after.subjects)


def test_within_a_question_nothing_further_is_noted(content: Content) -> None:
    """A narrow question is the only one that counts, however much is read to answer it."""
    reads = reads_of(lambda view: view.heading(COMPLAINT, ""), content.library())

    assert list(reads) == [f"zh\nheading\n{COMPLAINT}\n"]


def test_nobody_notes_outside_of_a_reading(content: Content) -> None:
    """The first view of another language reads everything; that is no question of whoever happened to ask for it."""
    assert reads_of(lambda view: view.view("en"), content.library()) == {}


def test_a_question_is_about_texts_in_their_order(content: Content) -> None:
    """What could not be put again is refused where it is asked."""
    with pytest.raises(TypeError, match="a question is about texts, in their order"):
        reads_of(lambda view: view.heading(address=COMPLAINT, part=""), content.library())


def test_two_questions_of_one_name_are_refused() -> None:
    """A question is asked again by its name."""
    with pytest.raises(ValueError, match="two questions are called first_headings"):
        derived(first_headings)


def test_a_stranger_to_the_program_is_not_good(content: Content) -> None:
    """A question that this program does not know, and one put to what is not there, have no answer."""
    subjects = content.library().subjects

    assert not holds({"zh\nno_such_question": digest_of("")}, subjects)
    assert not holds({"prints\nfind\nforms/x\n": digest_of(None)}, subjects)


def test_what_is_used_twice_is_read_twice(content: Content) -> None:
    """The reads of what was worked out once count for each who uses it."""
    library = content.library()
    headings = Followed.of(lambda: library.heading(COMPLAINT, ""))

    first, second = (reads_of(lambda view: headings.use(), library) for _ in range(2))

    assert list(first) == list(second) == [f"zh\nheading\n{COMPLAINT}\n"]


def test_an_answer_is_digested_as_what_it_says() -> None:
    """Texts, rows and nothing have digests of their own; a text is the same whatever its type."""
    answers: list[object] = ["", None, (), ("",), "a", ("a", "b"), (("a",), "b"), True, 1]

    assert len({digest_of(answer) for answer in answers}) == len(answers)
    assert digest_of(("a", None)) == digest_of((Text("a"), None))
    with pytest.raises(TypeError, match="object is no part of an answer"):
        digest_of(object())


class Box(dict[str, bytes]):
    """A store in memory."""

    def put(self, key: str, value: bytes) -> None:
        """As `Store.put`."""
        self[key] = value


class Maker:
    """Makes the heading of a record, and counts how often."""

    def __init__(self) -> None:
        self.times = 0

    def make(self, view: Library) -> bytes:
        """The heading."""
        self.times += 1
        return view.heading(COMPLAINT, "").title.encode()


def test_what_is_kept_is_made_again_only_when_what_it_read_has_changed(content: Content) -> None:
    """From one run to the next, a word elsewhere makes nothing anew, and a title makes what shows it."""
    store, maker = Box(), Maker()

    def run(library: Library) -> str:
        return Keeper(store, "1").of("heading", library, lambda: maker.make(library)).decode()

    assert [run(content.library()), maker.times] == ["客户投诉处理管理办法", 1]
    assert [run(changed(content, WORD)), maker.times] == ["客户投诉处理管理办法", 1]
    assert [run(changed(content, TITLE)), maker.times] == ["客户投诉办法", 2]
    assert [run(content.library().view("en")), maker.times] == ["客户投诉办法", 3]
    assert [run(content.library()), maker.times] == ["客户投诉办法", 3]


def test_another_program_makes_everything_anew(content: Content) -> None:
    """What one version of the program made is no use to the next."""
    store, maker, library = Box(), Maker(), content.library()

    for program in ("1", "1", "2"):
        Keeper(store, program).of("heading", library, lambda: maker.make(library))

    assert maker.times == 2


def test_what_is_made_of_kept_things_has_read_what_they_read(content: Content) -> None:
    """Kept within kept: the outer one is good only as long as the inner one is, whether that was made or found."""
    store = Box()
    for key in ("made", "found"):
        library = content.library().kept_by(Keeper(store, "1"))

        def outer(library: Library = library) -> bytes:
            return library.keeper.of("inner", library, lambda: library.title(COMPLAINT).encode())

        with reading() as reads:
            library.keeper.of(key, library, outer)
        assert list(reads) == [f"zh\ntitle\n{COMPLAINT}"], key


def test_a_keeper_without_a_store_keeps_nothing(content: Content) -> None:
    """The keeper that every library has makes what it is asked for."""
    library, maker = content.library(), Maker()

    for _ in range(2):
        library.keeper.of("heading", library, lambda: maker.make(library))

    assert maker.times == 2
    assert library.keeper.find("heading", library) is None


def test_what_is_kept_apart_is_known_by_its_mark(content: Content) -> None:
    """It is not read for it; it is given by its own mark only, and not when somebody has emptied the store of it."""
    store = Box()
    library = content.library().kept_by(Keeper(store, "1"))
    keeper = library.keeper
    assert keeper.mark("page", library) is None

    mark, value = keeper.renew_apart("page", library, lambda: library.title(COMPLAINT).encode())
    assert (keeper.mark("page", library), value) == (mark, "客户投诉处理管理办法".encode())
    assert keeper.apart("page", library, mark) == value
    assert keeper.apart("page", library, "another") is None

    largest = max(store, key=lambda key: store[key].endswith(value))
    del store[largest]
    assert keeper.mark("page", library) == mark
    assert keeper.apart("page", library, mark) is None


def test_another_program_gives_another_mark(content: Content) -> None:
    """What it puts around the same thing may differ."""
    library = content.library()
    marks = {Keeper(Box(), program).renew_apart("page", library, lambda: b"1")[0] for program in ("1", "2")}

    assert len(marks) == 2
