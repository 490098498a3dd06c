"""The references of a handbook file: what points at a record, at a part of one, a role, a law or a number to call.

Whether what they point at is there is checked over the whole library.
"""

from __future__ import annotations

from schemas.messages import Shapes
from schemas.scalars import ADDRESS, CODE, ID, TypedString


class Reference(TypedString):
    """An address (`[handbook/]kind/id`) or a code, optionally with `#part`."""

    __slots__ = ()
    pattern = rf"(?:{ADDRESS}|{CODE})(?:#[A-Za-z0-9.-]+)?"
    rule = Shapes.BAD_REFERENCE

    @property
    def target(self) -> str:
        """The address or code without the part."""
        return self.partition("#")[0]

    @property
    def part(self) -> str:
        """The id after `#`, or an empty string."""
        return self.partition("#")[2]


class RecordRef(Reference):
    """A reference to a record of any kind."""

    __slots__ = ()


class FormRef(Reference):
    """A reference to a form."""

    __slots__ = ()


class FieldRef(FormRef):
    """A reference to a field or column of a form, `GT-R-KF-26#received`; to all of them without a part."""

    __slots__ = ()


class CardRef(Reference):
    """A reference to a card: `cards/fire`."""

    __slots__ = ()


class ScriptRef(Reference):
    """A reference to a script or troubleshooting graph that can be practised."""

    __slots__ = ()


class StepRef(Reference):
    """A reference to one step of a procedure or one article of a policy: `GT-BF-KF-001#handle`."""

    __slots__ = ()


class CourseRef(Reference):
    """A reference to a course."""

    __slots__ = ()


class LevelRef(Reference):
    """A reference to a level of a qualification: `qualifications/desk#junior`."""

    __slots__ = ()
    pattern = rf"(?:{ADDRESS}|{CODE})#{ID}"
    rule = Shapes.BAD_LEVEL


class PriorRef(Reference):
    """A reference to a course that was passed, or to a level of a qualification that one has."""

    __slots__ = ()


class MeasureRef(Reference):
    """A reference to a field that a form works out: `GT-R-KF-31#results.total.rate`."""

    __slots__ = ()
    pattern = rf"(?:{ADDRESS}|{CODE})#{ID}(?:\.{ID}){{1,2}}"
    rule = Shapes.BAD_MEASURE


class Address(Reference):
    """An address only, as `formerly` gives it."""

    __slots__ = ()
    pattern = ADDRESS
    rule = Shapes.BAD_ADDRESS


class RoleRef(TypedString):
    """The id of a role of this handbook, or `handbook/id` of another's."""

    __slots__ = ()
    pattern = rf"(?:{ID}/)?{ID}"
    rule = Shapes.BAD_ROLE


class ActorRef(RoleRef):
    """Whoever does something: a role, or one of the handbook's `parties`."""

    __slots__ = ()


class PartyRef(RoleRef):
    """One who signs: one of the handbook's `parties` (resident, borrower) or a role."""

    __slots__ = ()


class CallNumber(TypedString):
    """A number to call: one that is the same in the whole country, or `project.key` for one of the project's own."""

    __slots__ = ()
    pattern = rf"11[0-9]|12[0-2]|12[0-9]{{3}}|95[0-9]{{3,4}}|project\.{ID}"
    rule = Shapes.BAD_CALL

    @property
    def key(self) -> str:
        """The key of the project's value, or an empty string for a number as it is dialled."""
        return self.partition(".")[2]


class LicenceRef(TypedString):
    """The id of a licence that a role of this handbook must hold."""

    __slots__ = ()
    pattern = ID
    rule = Shapes.BAD_ID


class CardActor(TypedString):
    """Whoever acts on a card: one of `actors` of library.yaml, whom each handbook names."""

    __slots__ = ()
    pattern = ID
    rule = Shapes.BAD_ID


class CardPlace(TypedString):
    """A place or a key of a card: one of `places` of library.yaml, which each handbook gives."""

    __slots__ = ()
    pattern = ID
    rule = Shapes.BAD_ID


class LawRef(TypedString):
    """The id of a law in `laws.yaml`."""

    __slots__ = ()
    pattern = ID
    rule = Shapes.BAD_ID


class ArticleNo(TypedString):
    """An article of a law: `942`; `28.1` is its first paragraph, `28.1.2` the second item of that, `133-1` 条之一."""

    __slots__ = ()
    pattern = r"[1-9][0-9]{0,3}(?:-(?:10|[1-9]))?(?:\.[1-9][0-9]?){0,2}"
    rule = Shapes.BAD_ARTICLE

    @property
    def article(self) -> int:
        """The number of the article itself."""
        return int(self.partition(".")[0].partition("-")[0])


class LocalRef(TypedString):
    """The id of something inside the same record: a step, a node, a block or a field."""

    __slots__ = ()
    pattern = ID
    rule = Shapes.BAD_ID


class PartId(LocalRef):
    """The id of a part of the same record as a reference has it behind `#`: a step, a block, an article `3.1`."""

    __slots__ = ()
    pattern = r"[0-9A-Za-z]+(?:[.-][0-9A-Za-z]+)*"
    rule = Shapes.BAD_PART
