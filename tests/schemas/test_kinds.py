"""The table of kinds: what it says of each is of one piece."""

from __future__ import annotations

from schemas.kinds import KIND_NAMES, KINDS, ByKind, kind_in


def test_every_kind_has_its_place_in_every_table() -> None:
    """What a kind can be called and what a table must have are the same names; each stands under its own."""
    assert tuple(ByKind.__annotations__) == KIND_NAMES
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
