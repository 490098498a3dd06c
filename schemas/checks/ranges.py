"""How small and how large the numbers of a form can be, and where two of its rules leave nothing that fits both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import reduce
from itertools import product
from typing import Final, NamedTuple

from schemas.asked import Asked
from schemas.reach import Held, Reach
from schemas.saying import range_of
from schemas.sources import place_of
from schemas.words import Bilingual

_ENDLESS: Final = Decimal("Infinity")
_OWN: Final = Bilingual("它应当是：{own}；{key} 得出：{other}", "it is to be {own}, yet `{key}` makes it {other}")


class _Range(NamedTuple):
    least: Decimal
    most: Decimal

    def say(self) -> Bilingual:
        """`1 至 5`, with a side left out that has no end."""
        least, most = (None if side.is_infinite() else side for side in self)
        return range_of(least, most)


def ranges(reach: Reach, held: Sequence[Held]) -> Iterator[tuple[Held, str, Bilingual]]:
    """Every rule that can never hold: whose it is, its key, and why.

    What a sum or a product can be is worked out from the bounds of its parts, by decimals; a part that need not be
    filled counts as nothing in a sum.
    """
    known = {place_of(cell): _own(cell) for cell in reach.cells if cell.field.holds == "number"}
    for one in held:
        own = known.get(place_of(one.cell))
        if own is None:
            continue
        for key, other in _sides(reach, one, known):
            if other is not None and (own.most < other.least or own.least > other.most):
                texts = own.say(), other.say()
                yield (
                    one,
                    key,
                    Bilingual(
                        _OWN.zh.format(own=texts[0].zh, key=key, other=texts[1].zh),
                        _OWN.en.format(own=texts[0].en, key=key, other=texts[1].en),
                    ),
                )


def _sides(reach: Reach, one: Held, known: dict[str, _Range]) -> Iterator[tuple[str, _Range | None]]:
    """What the rules of a cell leave it, key by key."""

    def of(path: str) -> _Range | None:
        cells = reach.find(path, one.cell).cells
        if len(cells) != 1 or place_of(cells[0]) not in known:
            return None
        return known[place_of(cells[0])]

    if one.sense.total:
        yield "total", _sum(reach, one, known)
    if one.sense.product:
        factors = [of(path) for path in one.sense.product]
        yield "product", None if None in factors else reduce(_times, [factor for factor in factors if factor])
    for path in one.sense.at_least:
        yield "at_least", _Range(side.least, _ENDLESS) if (side := of(path)) else None
    for path in one.sense.at_most:
        yield "at_most", _Range(-_ENDLESS, side.most) if (side := of(path)) else None


def _sum(reach: Reach, one: Held, known: dict[str, _Range]) -> _Range | None:
    least = most = Decimal(0)
    for paths, sign in ((one.sense.total, 1), (one.sense.less, -1)):
        for path in paths:
            reached = reach.find(path, one.cell)
            parts = [_part(cell, known) for cell in reached.cells]
            if None in parts or not parts or (len(parts) > 1 and not reached.whole):
                return None
            rows = [_many(part) if cell.is_column and reached.whole else part
                    for cell, part in zip(reached.cells, parts, strict=True) if part]  # fmt: skip
            for part in rows:
                least += part.least if sign > 0 else -part.most
                most += part.most if sign > 0 else -part.least
    return _Range(least, most)


def _part(cell: Asked, known: dict[str, _Range]) -> _Range | None:
    """What a cell can add: nothing too, where it may be left empty."""
    own = known.get(place_of(cell))
    if own is None or cell.field.required:
        return own
    return _Range(min(own.least, Decimal(0)), max(own.most, Decimal(0)))


def _many(part: _Range) -> _Range:
    """What any number of rows add."""
    return _Range(-_ENDLESS if part.least < 0 else Decimal(0), _ENDLESS if part.most > 0 else Decimal(0))


def _times(one: _Range, other: _Range) -> _Range:
    corners = [Decimal(0) if 0 in pair else pair[0] * pair[1] for pair in product(one, other)]
    return _Range(min(corners), max(corners))


def _own(cell: Asked) -> _Range:
    least = cell.field.min if cell.field.min is not None else -_ENDLESS
    return _Range(least, cell.field.max if cell.field.max is not None else _ENDLESS)
