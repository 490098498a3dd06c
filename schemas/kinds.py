"""The kinds of record, and all that is said once about each of them on this layer.

The layers above have one table each over the kinds (`generators/kinds.py`, `search/kinds.py`). All are a `ByKind`: a
kind that is left out of one of them is an error of mypy that names it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, get_args

from schemas.by_name import ByName, T
from schemas.card import Card
from schemas.course import Course
from schemas.form import Form
from schemas.guide import Guide
from schemas.icons import Icon
from schemas.policy import Policy
from schemas.procedure import Procedure
from schemas.qualification import Qualification
from schemas.record import Record
from schemas.role import Role
from schemas.script import Script
from schemas.troubleshooting import Troubleshooting
from schemas.words import Bilingual

KindName = Literal[
    "roles", "procedures", "policies", "guides", "scripts", "troubleshooting", "forms", "qualifications", "courses",
    "cards",
]  # fmt: skip
"""A kind by its folder."""
KIND_NAMES: Final[tuple[KindName, ...]] = get_args(KindName)
"""Every kind, in the order menus list them."""


@dataclass(frozen=True, kw_only=True)
class ByKind(ByName[KindName, T]):
    """Something for every kind."""

    roles: T
    procedures: T
    policies: T
    guides: T
    scripts: T
    troubleshooting: T
    forms: T
    qualifications: T
    courses: T
    cards: T


FormsTaken = Literal["itself", "named", "of-its-work", "none"]
"""Which forms go with a record: itself, those it names, those of the steps that it does, none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of record.

    Attributes:
        folder: the folder that holds its records.
        model: what reads them.
        words: what one is called, as a heading.
        plural: what several are called in English, after their number.
        icon: what stands beside its name.
        is_asked: whether staff ask what it says, so that it wants `asks` and an owner.
        uses_forms: whether a form that it names is in use.
        is_played: whether it is a dialogue that a course can practise.
        forms: which forms go with it, to be printed together.
        of_library: whether its records stand once for the whole library, beside the handbooks, and not in one.
    """

    folder: KindName
    model: type[Record]
    words: Bilingual
    plural: str
    icon: Icon
    is_asked: bool
    uses_forms: bool
    is_played: bool
    forms: FormsTaken
    of_library: bool = False

    @property
    def name(self) -> str:
        """The kind in the singular, as commands take it: `procedure`."""
        return self.model.__name__.lower()

    @property
    def noun(self) -> Bilingual:
        """What one is called in the middle of a sentence."""
        return Bilingual(self.words.zh, self.words.en.lower())

    @property
    def nouns(self) -> Bilingual:
        """What several are called in the middle of a sentence."""
        return Bilingual(self.words.zh, self.plural)


_KINDS: Final = ByKind(
    roles=Kind(
        folder="roles", model=Role, icon="role",
        words=Bilingual("岗位", "Role"), plural="roles",
        is_asked=False, uses_forms=False, is_played=False, forms="of-its-work",
    ),
    procedures=Kind(
        folder="procedures", model=Procedure, icon="procedure",
        words=Bilingual("规程", "Procedure"), plural="procedures",
        is_asked=True, uses_forms=True, is_played=False, forms="named",
    ),
    policies=Kind(
        folder="policies", model=Policy, icon="policy",
        words=Bilingual("制度", "Policy"), plural="policies",
        is_asked=True, uses_forms=True, is_played=False, forms="none",
    ),
    guides=Kind(
        folder="guides", model=Guide, icon="guide",
        words=Bilingual("指引", "Guide"), plural="guides",
        is_asked=True, uses_forms=False, is_played=False, forms="none",
    ),
    scripts=Kind(
        folder="scripts", model=Script, icon="script",
        words=Bilingual("话术", "Script"), plural="scripts",
        is_asked=True, uses_forms=True, is_played=True, forms="none",
    ),
    troubleshooting=Kind(
        folder="troubleshooting", model=Troubleshooting, icon="troubleshooting",
        words=Bilingual("排障", "Troubleshooting"), plural="fault trees",
        is_asked=True, uses_forms=True, is_played=True, forms="none",
    ),
    forms=Kind(
        folder="forms", model=Form, icon="form",
        words=Bilingual("表单", "Form"), plural="forms",
        is_asked=True, uses_forms=False, is_played=False, forms="itself",
    ),
    qualifications=Kind(
        folder="qualifications", model=Qualification, icon="star",
        words=Bilingual("资质", "Qualification"), plural="qualifications",
        is_asked=True, uses_forms=True, is_played=False, forms="none",
    ),
    courses=Kind(
        folder="courses", model=Course, icon="course",
        words=Bilingual("课程", "Course"), plural="courses",
        is_asked=False, uses_forms=False, is_played=False, forms="none",
    ),
    cards=Kind(
        folder="cards", model=Card, icon="emergency",
        words=Bilingual("应急卡", "Emergency card"), plural="emergency cards",
        is_asked=True, uses_forms=False, is_played=False, forms="none", of_library=True,
    ),
)  # fmt: skip

KINDS: Final[Mapping[KindName, Kind]] = MappingProxyType(dict(_KINDS.items()))
"""Every kind by its folder, in the order menus list them."""


OF_HANDBOOKS: Final[tuple[KindName, ...]] = tuple(name for name, kind in KINDS.items() if not kind.of_library)
"""The kinds whose records lie in the folder of a handbook."""

OF_LIBRARY: Final[tuple[KindName, ...]] = tuple(name for name, kind in KINDS.items() if kind.of_library)
"""The kinds whose records stand once for the whole library."""

ANY: Final = "*"
"""Stands in an address for an id that is not known."""

FOLDERS: Final[Mapping[str, str]] = MappingProxyType(
    {word: name for name in OF_HANDBOOKS for word in (name, KINDS[name].name, KINDS[name].words.zh)}
)
"""The folder of a kind by what people call the kind."""


def address_of(handbook: str, kind: str, id_: str) -> str:
    """`handbook/kind/id`; `kind/id` for a record of the library itself, whose *handbook* is empty."""
    return f"{handbook}/{kind}/{id_}" if handbook else f"{kind}/{id_}"


def full_address(address: str, handbook: str) -> str:
    """The whole address of a record for an *address* as seen from *handbook*."""
    is_whole = address.count("/") == 2 or address.partition("/")[0] not in OF_HANDBOOKS
    return str(address) if is_whole or not handbook else f"{handbook}/{address}"


def kind_in(folder: str) -> Kind | None:
    """The kind whose records lie in a folder of this name."""
    return next((kind for kind in KINDS.values() if kind.folder == folder), None)


def nouns(kinds: Iterable[KindName]) -> Bilingual:
    """What each of *kinds* is called, any of them being meant: `规程或制度`, `procedure or policy`."""
    words = [KINDS[kind].noun for kind in kinds]
    return Bilingual("或".join(noun.zh for noun in words), " or ".join(noun.en for noun in words))
