"""Values that fit a form, made at random, and the short ways that tests of filling and reading share."""

from __future__ import annotations

import html
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache, cached_property
from io import BytesIO
from random import Random
from typing import Any, Final

import pytest
from _pytest.mark import ParameterSet
from hypothesis import strategies as st
from pydantic import BaseModel
from stdnum.cn import ric

from filled.reading import read_form
from filled.reading.hints import hints
from generators.docx.document import VARIANTS, Variant
from generators.docx.package import pack
from generators.form import build_form
from schemas.agreeing import SENSE_RULES
from schemas.answers import FilledBlank, tree
from schemas.blanks import Blank, Blanks, Place, blanks_of
from schemas.entry import Entry
from schemas.field import Field
from schemas.field_types import ByFieldType
from schemas.filled import Filled
from schemas.library import Library
from schemas.rules import Rule
from schemas.values import Value, clean, comes_before
from tests.generators import docx_samples as samples
from tests.schemas.content import HANDBOOKS, handbooks

BY_CHANCE: Final = SENSE_RULES - {Rule.BEFORE}
"""What is said of values made by chance, which agree in nothing but their order."""
LEFT_OUT: Final = frozenset({Rule.REQUIRED, Rule.MORE_MISTAKES, *BY_CHANCE})
"""What is said of a copy of values made by chance: fields that must be filled are empty, and sums do not add up."""

DOCUMENT = "word/document.xml"
ALPHABET = st.characters(exclude_categories=["Cc", "Cs", "Cn"], exclude_characters="\ufff9\ufffa\ufffb\ufffc")
AWKWARD = [
    "张三", "A & B <w:t>", '"引号"', "]]>", "1\u30002", "  两  边  ", "=1+1", "ＡＢＣ", "é̂", "😀", "{x}",
]  # fmt: skip
"""Texts that one might take for something else, or tidy up."""
TEXTS = st.lists(
    (st.text(ALPHABET, min_size=1, max_size=30) | st.sampled_from(AWKWARD)).map(clean).filter(bool),
    min_size=1,
    max_size=12,
)
"""Texts that a field takes."""
LIKELY = [
    "2026-02-30", "2026-02-03", "2026-02", "8:30", "1,234.50", "３ 间", "13800001111", "甲级", "firm", "房号",
    "签张三名", "壹元整", "\u3000", "11010519491231002X",
]  # fmt: skip
"""Texts that some fields take and others do not."""
EVERYDAY = [
    "张三", "3-2-501", "电梯门关不上，业主要求当天修好。", "A & B <维修>", "1 把", "“引号”、《书名》",
    "Mr. O’Neil (5F)", "两  个空格", "第一行；第二行", "—— 100% ＋ ½", "😀 emoji", "㎡ ℃ ①②③", "左\u3000右",
]  # fmt: skip
"""Texts such as people write."""


@dataclass(frozen=True)
class Sample:
    """A form in one language of its library; what is made of it is made once."""

    library: Library = field(repr=False)
    entry: Entry = field(repr=False)

    @cached_property
    def blanks(self) -> Blanks:
        """What it asks for."""
        return blanks_of(self.library, self.entry)

    @cached_property
    def documents(self) -> dict[Variant, bytes]:
        """Its Word files, to fill and blank."""
        return {variant: build_form(self.library, self.entry, variant=variant) for variant in VARIANTS}

    @property
    def name(self) -> str:
        """`key-loan-register.en`."""
        return f"{self.entry.id}.{self.library.lang}"

    @property
    def full_name(self) -> str:
        """A file name that no other form has, in whatever library."""
        return f"{self.library.root.name}-{self.entry.address.replace('/', '-')}.{self.library.lang}"


InBoth = tuple[Sample, Sample]
"""A form in Chinese and in English."""


@cache
def every_form() -> tuple[InBoth, ...]:
    """Every form of the project and of the sample library."""
    views = [(library.view("zh"), library.view("en")) for library in (handbooks(), samples.library())]
    return tuple(
        (Sample(chinese, entry), Sample(english, english.entries[entry.address]))
        for chinese, english in views
        for entry in chinese.of_kind("forms")
    )


def all_forms() -> list[Sample]:
    """Every form of the project and of the sample library, in both languages."""
    return [sample for form in every_form() for sample in form]


@cache
def telling_forms() -> tuple[InBoth, ...]:
    """Every form of the sample library, and each of the project's that uses something which none before it uses.

    However many forms the handbooks have, these are few: there are only so many keys, blocks and types of fields.
    """
    telling, used = [], set[tuple[str, str]]()
    for form in every_form():
        of_project = form[0].library.root == HANDBOOKS
        if not of_project or not _uses(form[0]) <= used:
            telling.append(form)
        if of_project:
            used |= _uses(form[0])
    return tuple(telling)


def _uses(sample: Sample) -> set[tuple[str, str]]:
    """What a form is made of: the keys that are written in it, by model, and the types of its blanks, by where they
    stand.
    """
    types = {("column" if blank.is_column else "blank", blank.field.type) for blank in sample.blanks.all}
    return types | set(_keys(sample.entry.record))


def _keys(value: object) -> Iterator[tuple[str, str]]:
    match value:
        case BaseModel():
            written = {key: inner for key in value.model_fields_set if (inner := getattr(value, key))}
            yield from ((type(value).__name__, key) for key in written)
            yield from (found for inner in written.values() for found in _keys(inner))
        case Mapping():
            yield from (found for inner in value.values() for found in _keys(inner))
        case tuple():
            yield from (found for inner in value for found in _keys(inner))


def one_test_each(forms: Iterable[InBoth]) -> list[ParameterSet]:
    """A test for each of *forms*: of those that are not telling, in the long proofs."""
    telling = telling_forms()
    return [
        pytest.param(
            form,
            id=form[0].full_name.removesuffix(".zh"),
            marks=() if form in telling else pytest.mark.prove,
        )
        for form in forms
    ]


EVERY_FORM = pytest.mark.parametrize("form", one_test_each(every_form()))
"""One test a form, which proves what it proves in both languages."""


def everything(lang: str = "zh") -> Sample:
    """The form that has every kind of block and field."""
    view = samples.library().view(lang)
    return Sample(view, samples.form("everything", view))


def made(blocks: str, lang: str = "zh") -> Sample:
    """A form of the given blocks (YAML, indented by two)."""
    view = samples.with_forms({"made": f"{samples.HEAD}blocks:\n{blocks}"}).view(lang)
    return Sample(view, samples.form("made", view))


def full_answers(blanks: Blanks, seed: int, texts: list[str], more_rows: int = 0) -> list[FilledBlank]:
    """An answer for every blank; registers have *more_rows* more rows than are printed, each of them full."""
    random = Random(seed)  # noqa: S311 - nothing is kept secret with it
    answers = [
        FilledBlank(blank, row, _value(blank, random, texts))
        for block, asked in blanks.by_block.items()
        for row in (range(1, blanks.registers[block].rows + more_rows + 1) if block in blanks.registers else (0,))
        for blank in asked
    ]
    return _in_order(blanks, [answer for answer in answers if answer.value != ()])


def random_answers(blanks: Blanks, seed: int, texts: list[str], more_rows: int = 0) -> list[FilledBlank]:
    """An answer for about every other blank; registers have up to *more_rows* more rows than are printed."""
    random = Random(seed)  # noqa: S311 - nothing is kept secret with it
    answers: list[FilledBlank] = []
    for block, asked in blanks.by_block.items():
        register = blanks.registers.get(block)
        rows = range(1, random.randint(0, register.rows + more_rows) + 1) if register else (0,)
        share = random.choice([0.0, 0.3, 0.8, 1.0])
        for row in rows:
            answered = [blank for blank in asked if random.random() <= share]
            answers += [FilledBlank(blank, row, _value(blank, random, texts)) for blank in answered]
    return _in_order(blanks, [answer for answer in answers if answer.value != ()])


def _value(blank: Blank, random: Random, texts: list[str]) -> Value:
    make = _MAKERS[blank.field.type]
    if make is not None:
        return make(blank.field, random)
    text = random.choice(texts)
    if blank.field.type == "longtext" and random.random() < 0.5:
        text = f"{text}\n{random.choice(texts)}\n\n{random.choice(texts)}"
    return f"{text}。" if clean(text) in hints(blank) else clean(text)


def _in_order(blanks: Blanks, answers: list[FilledBlank]) -> list[FilledBlank]:
    """*answers* without dates that come before the one they follow; such a date becomes the other one."""
    given = {(answer.row, answer.blank.place): answer for answer in answers}
    for _ in range(6):
        for key, answer in list(given.items()):
            for before in blanks.earlier(answer.blank):
                limit = given.get((answer.row if before.is_column else 0, before.place))
                if limit is not None and comes_before(given[key].value, limit.value):
                    given[key] = answer._replace(value=_on_the_day(answer.value, limit.value))
    return list(given.values())


def _on_the_day(value: Value, limit: Value) -> Value:
    """*limit* in the way that *value* is written: a day, or a day and an hour."""
    if isinstance(value, datetime) and not isinstance(limit, datetime):
        return datetime.fromisoformat(f"{limit} {value:%H:%M}")
    return limit.date() if isinstance(limit, datetime) and not isinstance(value, datetime) else limit


def _day(random: Random) -> date:
    return date(1990, 1, 1) + timedelta(days=random.randrange(20_000))


def _number(field: Field, random: Random) -> Decimal:
    places = random.choice(["1", "0.1", "0.000001"])
    return _within(field, random, Decimal(-1000), 10**6, places)


def _money(field: Field, random: Random) -> Decimal:
    return _within(field, random, Decimal(0), 10**7, "0.01")


def _within(field: Field, random: Random, least: Decimal, span: int, places: str) -> Decimal:
    """A number between the limits of *field*; without them, in a *span* of numbers from *least*."""
    low = field.min if field.min is not None else least if field.max is None else min(least, field.max - span)
    high = field.max if field.max is not None else low + span
    number = low + (high - low) * Decimal(random.random())
    return min(max(number.quantize(Decimal(places)), low), high)


def _resident(random: Random) -> str:
    digits = f"{random.choice([11, 33, 44])}0106{_day(random):%Y%m%d}{random.randrange(1000):03}"
    return digits + ric.calc_check_digit(f"{digits}0")


_MAKERS: ByFieldType[Callable[[Field, Random], Value] | None] = ByFieldType(
    text=None,
    longtext=None,
    serial=None,
    sequence=None,
    room=None,
    signature=None,
    date=lambda field, random: _day(random),
    month=lambda field, random: f"{_day(random):%Y-%m}",
    datetime=lambda field, random: (
        datetime.combine(_day(random), datetime.min.time()) + timedelta(minutes=random.randrange(1440))
    ),
    time=lambda field, random: f"{random.randrange(24):02}:{random.randrange(60):02}",
    number=_number,
    money=_money,
    phone=lambda field, random: random.choice(["13800001111", "0571-87654321", "12345", "400-800-1234"]),
    id_number=lambda field, random: random.choice([_resident(random), "E12345678"]),
    choice=lambda field, random: random.choice(list(map(str, field.choices))),
    rating=lambda field, random: random.choice(list(map(str, field.choices))),
    choices=lambda field, random: tuple(str(id_) for id_ in field.choices if random.random() < 0.5),
    tick=lambda field, random: random.random() < 0.5,
)
"""Values by type of field; None where any text is one."""


def loose(answers: list[FilledBlank]) -> dict[str, Any]:
    """*answers* as the argument of `fill_form`, empty rows and all."""
    values: dict[str, Any] = {}
    for blank, row, value in answers:
        if blank.is_column:
            rows = values.setdefault(blank.block, [])
            rows.extend({} for _ in range(row - len(rows)))
            rows[row - 1][blank.key] = value
        else:
            block = values.setdefault(blank.block, {})
            (block.setdefault(blank.row, {}) if blank.row else block)[blank.key] = value
    return values


def expected(
    blanks: Blanks, answers: list[FilledBlank], lang: str, without: Collection[tuple[int, Place]] = ()
) -> dict[str, Any]:  # fmt: skip
    """What reading must give back: *answers*, and what the form says beforehand where they do not.

    The answers at the rows and places of *without* are no more.
    """
    printed = [
        FilledBlank(blank, 0, blank.given.say(lang)) for blank in blanks.all if blank.given and not blank.is_column
    ]
    return tree(blanks, [answer for answer in (*printed, *answers) if (answer.row, answer.blank.place) not in without])


def read(sample: Sample, docx: bytes) -> Filled:
    """A copy read back."""
    return read_form(sample.library, docx, "form.docx")


def change(docx: bytes, *edits: Callable[[str], str], part: str = DOCUMENT) -> bytes:
    """A copy with a part edited; every edit must change something."""
    archive = zipfile.ZipFile(BytesIO(docx))
    parts = {name: archive.read(name) for name in archive.namelist()}
    text = archive.read(part).decode()
    for edit in edits:
        edited = edit(text)
        assert edited != text, "an edit changed nothing"
        text = edited
    return pack(parts | {part: text.encode()})


def typed(tag: str, content: str, *, nth: int = 0, keep_hint: bool = False) -> Callable[[str], str]:
    """An edit: a person puts *content* (runs) into a control, which then shows no hint any more."""

    def edit(document: str) -> str:
        found = list(
            re.finditer(rf'<w:sdt><w:sdtPr>(?:(?!</w:sdtPr>).)*<w:tag w:val="{re.escape(tag)}"/>.*?</w:sdt>', document)
        )
        markup = found[nth][0]
        changed = re.sub(r"(<w:sdtContent>).*(</w:sdtContent>)", lambda match: match[1] + content + match[2], markup)
        changed = changed if keep_hint else changed.replace("<w:showingPlcHdr/>", "")
        return document[: found[nth].start()] + changed + document[found[nth].end() :]

    return edit


def run(text: str) -> str:
    """A run as Word writes it."""
    return f"<w:r><w:t>{text}</w:t></w:r>"


def type_everywhere(docx: bytes, texts: list[str]) -> tuple[bytes, list[tuple[str, str, int]]]:
    """A copy with one of *texts* after the other typed into its controls, and each tag with its text and occurrence."""
    written: list[tuple[str, str, int]] = []
    seen: Counter[str] = Counter()

    def put(match: re.Match[str]) -> str:
        tag = re.search('<w:tag w:val="([^"]*)"/>', match["properties"])
        if tag is None or "w14:checkbox" in match["properties"]:
            return match[0]
        seen[tag[1]] += 1
        text = texts[len(written) % len(texts)]
        written.append((tag[1], text, seen[tag[1]]))
        properties = match["properties"].replace("<w:showingPlcHdr/>", "")
        content = f'<w:r><w:t xml:space="preserve">{html.escape(text)}</w:t></w:r>'
        return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    pattern = (
        r"<w:sdt><w:sdtPr>(?P<properties>(?:(?!</w:sdtPr>).)*)</w:sdtPr><w:sdtContent>"
        r"(?:(?!<w:sdt>|<w:tr>).)*?</w:sdtContent></w:sdt>"
    )
    return change(docx, lambda document: re.sub(pattern, put, document, flags=re.DOTALL)), written
