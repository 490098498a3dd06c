"""What is written of each source document, and what is yet to be, as a table for whoever writes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from schemas.library import Library
from tests.coverage.holding import missing, missing_of_book, missing_of_item, place_of
from tests.coverage.house import HouseList
from tests.coverage.source import Book, Coverage, Fact, Item


def table(library: Library, coverage: Coverage) -> Iterator[str]:
    """A line a handbook: items of the source, written ones, and what the written ones lack."""
    lacks = [lack.address.partition("/")[0].partition("#")[0] for lack in missing(library, coverage)]
    yield f"{'handbook':<28}{'items':>6}{'written':>9}{'to write':>10}{'lacking':>9}"
    written = {id_: written_items(library, id_, book) for id_, book in coverage.handbooks.items()}
    for id_, book in coverage.handbooks.items():
        yield _line(id_, len(book.items), len(written[id_]), lacks.count(id_))
    yield _line("all", sum(1 for _ in coverage.items()), sum(map(len, written.values())), len(lacks))


def details(library: Library, coverage: Coverage, handbook: str) -> Iterator[str]:
    """Every item of a handbook with its address; under a written one what it lacks."""
    book = coverage.handbooks[handbook]
    written = written_items(library, handbook, book)
    yield from (f"lacks     {lack.what}" for lack in missing_of_book(library, handbook, book))
    for item in book.items:
        state = "written " if item in written else "to write"
        yield f"{state}  {item.at}  {item.code or ''}  {item.title}".replace("    ", "  ")
        yield from (f"    lacks  {lack.what}" for lack in missing_of_item(library, handbook, item))
        if item not in written:
            yield from (f"    fact   {fact.fact}{_asked(fact)}" for fact in item.facts)


def house_of(houses: HouseList, handbook: str) -> Iterator[str]:
    """The shop of a handbook, its people, and the codes of its own forms."""
    house = houses.handbooks[handbook]
    posts = houses.posts()
    yield f"shop      {house.shop.name}：{house.shop.sells}"
    yield from (f"          {line}" for line in (house.shop.customers, house.shop.note) if line)
    for id_ in house.posts:
        course = f"  {house.courses[id_]}" if id_ in house.courses else ""
        yield f"post      {id_}  {posts[id_].zh}  {posts[id_].en}  {posts[id_].level}{course}"
    yield from (f"unit      {id_}  {houses.units[id_].zh}  {houses.units[id_].en}" for id_ in house.units)
    yield f"owners    {', '.join(house.owners)}"
    yield f"at night  {house.night}"
    yield f"on cards  {', '.join(f'{actor} {who}' for actor, who in house.actors.items())}"
    yield f"project   {', '.join(house.project)}"
    yield f"parties   {', '.join(f'{id_} {houses.parties[id_].zh}' for id_ in house.parties)}"
    yield from (f"own form  {form.code}  forms/{id_}  {form.zh}  {form.en}" for id_, form in house.forms.items())


def written_items(library: Library, handbook: str, book: Book) -> tuple[Item, ...]:
    """The items of a handbook that have something at their address."""
    return tuple(item for item in book.items if place_of(library, handbook, item.at))


def _asked(fact: Fact) -> str:
    """What a fact asks of the text, where it is not its own words."""
    if fact.find == (fact.fact,):
        return ""
    words = fact.model_dump(by_alias=True, exclude={"fact"}, exclude_defaults=True)
    return "  ← " + "; ".join(f"{name} {_words(value)}" for name, value in words.items())


def _words(value: object) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {_words(inner)}".strip() for key, inner in value.items())
    return "、".join(value) if isinstance(value, tuple) else str(value)


def _line(name: str, items: int, written: int, lacking: int) -> str:
    return f"{name:<28}{items:>6}{written:>9}{items - written:>10}{lacking:>9}"
