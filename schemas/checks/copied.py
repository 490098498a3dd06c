"""English that was copied from where the Chinese says another thing: pasted into the wrong entry, or never changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from schemas.catalogue import Message

_LONG: Final = 30
"""So many letters are said once: two Chinese texts that share few characters do not both come to them."""
_ALIKE: Final = 0.4
"""Of the characters of the shorter one, how many the other has where both may say the same."""
_COUNTED_IN: Final = "unit"
"""件 and 根 are both `pc`."""


def copied(messages: Mapping[str, Message]) -> Iterator[tuple[str, str]]:
    """The address of each text whose English is that of another, and the address of the other, which comes first.

    Two that stand beside each other, such as the titles of two steps or two answers, have to be told apart by their
    English however short it is; of others only long English is looked at.

    Args:
        messages: the entries of a catalogue that are in use, by the address of their text.
    """
    said = defaultdict[str, list[str]](list)
    for address, message in messages.items():
        if message.translation and not message.fuzzy:
            said[message.translation].append(address)
    for addresses in said.values():
        for number, address in enumerate(addresses):
            for other in addresses[:number]:
                if _is_copied(messages, address, other):
                    yield address, other
                    break


def _is_copied(messages: Mapping[str, Message], address: str, other: str) -> bool:
    source, first = messages[address].source, messages[other].source
    if source == first or address.endswith(f".{_COUNTED_IN}"):
        return False
    if list_of(address) == list_of(other):
        return True
    return len(messages[address].translation) >= _LONG and not _are_alike(source, first)


def list_of(address: str) -> tuple[str, str]:
    """Which list a text is in, and which of its keys it is: `steps.receive.title` is a title in `steps`."""
    way, _, key = address.rpartition(".")
    return way.rpartition(".")[0], key


def _are_alike(source: str, other: str) -> bool:
    shorter, longer = sorted((set(source), set(other)), key=len)
    return len(shorter & longer) >= _ALIKE * len(shorter)
