"""One item, asked at the desk: its question, its options by number, and at once whether it is right, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from random import Random

from rich.table import Table
from rich.text import Text

from training.item import KIND_TITLES, Item, Option
from training.marking import mark
from training.material import Material
from training.pictures import described
from training.place import place_of
from training.study.desk import Desk, is_key
from training.study.typed import UnfitError, numbers_in

_LOOK = "?"


@dataclass(frozen=True, slots=True)
class Asked:
    """An item that was answered.

    Attributes:
        item: the item.
        is_right: whether the answer is right.
        looked: whether the text was looked at before it was answered.
    """

    item: Item
    is_right: bool
    looked: bool

    @property
    def is_known(self) -> bool:
        """Whether it was known, and not looked up."""
        return self.is_right and not self.looked


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above an item: which of how many it is, whether it is asked again, whether safety hangs on it."""

    number: int
    of: int
    is_repeated: bool
    is_safety: bool


def ask(
    desk: Desk, material: Material, item: Item, head: Head, random: Random, keep: Callable[[Asked], object]
) -> Asked:
    """Ask an item until it is answered, keep the answer, and say what came of it.

    Raises:
        LeftError: somebody leaves.
    """
    options = _laid_out(item, random)
    _show_question(desk, material, item, options, head)
    looked = False
    while True:
        typed = desk.ask(desk.t.answer)
        if is_key(typed, _LOOK):
            looked = True
            _show_source(desk, material, item)
            continue
        try:
            numbers = numbers_in(typed, item.answering, len(options), desk.t)
        except UnfitError as error:
            desk.show(str(error), "yellow")
            continue
        asked = Asked(item, mark(item, [options[number].key for number in numbers]).is_right, looked)
        keep(asked)
        _tell(desk, options, asked)
        if not looked:
            _show_source(desk, material, item)
        return asked


def _laid_out(item: Item, random: Random) -> list[Option]:
    """The options in the order in which they are shown; those to be put in order never stand in it already."""
    mixed = random.sample(item.options, len(item.options))
    is_solved = item.answering == "order" and tuple(option.key for option in mixed) == item.right
    return [*mixed[1:], mixed[0]] if is_solved else mixed


def _show_question(desk: Desk, material: Material, item: Item, options: Sequence[Option], head: Head) -> None:
    t, words = desk.t, desk.learning
    line = Text(words.item_of.format(n=head.number, all=head.of), style="bold")
    line.append(f" · {KIND_TITLES[item.kind].of(desk.lang)}", style="not bold dim")
    if head.is_repeated:
        line.append(f" · {t.repeated}", style="not bold cyan")
    if head.is_safety:
        line.append(f" · {words.safety}", style="not bold red")
    if item.is_draft:
        line.append(f" · {words.from_draft}", style="not bold dim")
    desk.space()
    desk.show(line)
    desk.show(item.stem.of(desk.lang))
    if item.picture:
        desk.show(described(material, item).of(desk.lang), "dim")
    desk.show(numbered(option.text.of(desk.lang) for option in options))
    hint = {"one": "", "all": t.choose_all, "order": t.put_in_order}[item.answering]
    if hint:
        desk.show(hint, "dim")


def numbered(texts: Iterable[str]) -> Table:
    """Texts with their numbers, from 1; what does not fit in a line goes on below the text."""
    return _rows(((number, text) for number, text in enumerate(texts, 1)), "cyan")


def _rows(rows: Iterable[tuple[int, str]], style: str) -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column(justify="right", style=style, no_wrap=True, min_width=3)
    table.add_column(overflow="fold")  # otherwise Chinese, which has no blanks, would be cut
    for number, text in rows:
        table.add_row(str(number), Text(text))
    return table


def _tell(desk: Desk, options: Sequence[Option], asked: Asked) -> None:
    t, item, words = desk.t, asked.item, desk.learning
    if asked.is_right:
        desk.show(f"✓ {words.is_right}", "green")
    else:
        desk.show(f"✗ {words.is_wrong}", "red")
    if not asked.is_known:
        desk.show(f"{t.looked if asked.is_right else ''}{words.comes_tomorrow}", "dim")
    if asked.is_right:
        return
    numbers = {option.key: number for number, option in enumerate(options, 1)}
    desk.show(t.right_order if item.answering == "order" else t.right_is)
    desk.show(_rows(((numbers[key], item.option(key).text.of(desk.lang)) for key in item.right), "green"))


def _show_source(desk: Desk, material: Material, item: Item) -> None:
    """What the handbook says, and where."""
    if why := item.why.of(desk.lang):
        desk.show(why)
    title = place_of(material.views.of(desk.lang), item).title
    desk.show(desk.t.stands_in.format(title=title), "dim")
    desk.show_place(item.url)
