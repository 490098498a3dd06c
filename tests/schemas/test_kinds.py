"""The table of kinds: what it says of each is of one piece."""

from __future__ import annotations

from schemas.kinds import KIND_NAMES, KINDS, kind_in


def test_a_kind_stands_under_the_name_of_its_folder() -> None:
    """In the order of the menus; a folder of another name is of no kind."""
    assert [kind.folder for kind in KINDS.values()] == [*KIND_NAMES]
    assert [kind_in(folder) for folder in KIND_NAMES] == [*KINDS.values()]
    assert kind_in("notes") is None


def test_no_two_kinds_are_called_the_same() -> None:
    """A kind is named by its folder, by its model and by its Chinese word, on the command line and in the menus."""
    for names in ([kind.name for kind in KINDS.values()], [kind.words.zh for kind in KINDS.values()]):
        assert len({*names}) == len(KINDS)


def test_a_kind_in_a_sentence() -> None:
    """The English is not a heading there; the Chinese is the same."""
    assert (KINDS["troubleshooting"].noun.en, KINDS["troubleshooting"].nouns.en) == ("troubleshooting", "fault trees")
    assert {KINDS["forms"].noun.zh, KINDS["forms"].nouns.zh} == {"表单"}
