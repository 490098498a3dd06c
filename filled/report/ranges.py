"""The numbers that were printed, held against those that came back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from filled.report.folder import Refused
from filled.report.serials import list_serials
from filled.report.twice import plain_serial, serial_of
from schemas.filled import Filled
from schemas.words import Bilingual, in_both

_CAME: Final = Bilingual(
    "印发 {printed} 份（{range}），收回 {came}，没收回 {missing}",
    "{printed} printed ({range}), {came} came back, {missing} did not",
)
_MISSING: Final = Bilingual("没收回的：{serials}", "missing: {serials}")
_UNSURE: Final = Bilingual(
    "收回了而没有算的（同号两份不一样）：{serials}",
    "came back but not counted (two that differ have the number): {serials}",
)
_OUTSIDE: Final = Bilingual("不在号段内：{file}（{serial}）", "of another range: {file} ({serial})")
_NONE: Final = Bilingual("没有编号：{file}", "without a number: {file}")


@dataclass(frozen=True, slots=True)
class CameBack:
    """What became of the numbers that were printed; each is in one of `came` and `missing`.

    Attributes:
        printed: every number, in order.
        came: those that came back.
        unsure: those of them of which two copies say different things, so that none counts.
        missing: those that did not.
        outside: files whose number was not printed, with it.
        unnumbered: files without one.
    """

    printed: tuple[str, ...]
    came: tuple[str, ...]
    unsure: tuple[str, ...]
    missing: tuple[str, ...]
    outside: tuple[tuple[str, str], ...]
    unnumbered: tuple[str, ...]

    def say(self) -> list[Bilingual]:
        """The account, a line for each thing there is to say."""
        run = in_both(lambda lang: list_serials(self.printed, lang))
        counts = {"printed": len(self.printed), "came": len(self.came), "missing": len(self.missing)}
        lines = [_CAME.filled(range=run, **{name: f"{count:,}" for name, count in counts.items()})]
        lines += (
            _listed(words, serials) for words, serials in ((_MISSING, self.missing), (_UNSURE, self.unsure)) if serials
        )
        lines += (_OUTSIDE.filled(file=file, serial=serial) for file, serial in self.outside)
        lines += (_NONE.filled(file=file) for file in self.unnumbered)
        return lines


def _listed(words: Bilingual, serials: Sequence[str]) -> Bilingual:
    return words.filled(serials=in_both(lambda lang: list_serials(serials, lang)))


def came_back(printed: tuple[str, ...], copies: Iterable[Filled], refused: Iterable[Refused]) -> CameBack:
    """Hold the numbers *printed* against the *copies* that count, and those *refused* because two have one number.

    Of copies of several forms those count whose form has a copy with one of these numbers.
    """
    wanted = {plain_serial(serial): serial for serial in printed}
    numbers = [(copy, serial_of(copy)) for copy in copies]
    forms = {copy.form for copy, serial in numbers if plain_serial(serial) in wanted}
    own = [(copy.name, serial) for copy, serial in numbers if copy.form in forms or not forms]
    unsure = {
        wanted[key]
        for each in refused
        if each.why.rule == "same-serial" and (key := plain_serial(str(each.why.values["number"]))) in wanted
    }
    came = unsure | {wanted[plain_serial(serial)] for _, serial in own if plain_serial(serial) in wanted}
    return CameBack(
        printed,
        tuple(serial for serial in printed if serial in came),
        tuple(serial for serial in printed if serial in unsure),
        tuple(serial for serial in printed if serial not in came),
        tuple((name, serial) for name, serial in own if serial and plain_serial(serial) not in wanted),
        tuple(name for name, serial in own if not serial),
    )
