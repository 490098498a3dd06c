"""The kinds of record: which folder holds them and which model reads them."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from schemas.course import Course
from schemas.form import Form
from schemas.guide import Guide
from schemas.policy import Policy
from schemas.procedure import Procedure
from schemas.record import Record
from schemas.role import Role
from schemas.script import Script
from schemas.troubleshooting import Troubleshooting


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record: its folder, its model and its names."""

    folder: str
    model: type[Record]
    zh: str
    en: str

    @property
    def name(self) -> str:
        """The kind in the singular, as commands take it: `procedure`."""
        return self.model.__name__.lower()


KINDS: Final = MappingProxyType(
    {
        kind.folder: kind
        for kind in (
            Kind("roles", Role, "岗位", "Role"),
            Kind("procedures", Procedure, "规程", "Procedure"),
            Kind("policies", Policy, "制度", "Policy"),
            Kind("guides", Guide, "指引", "Guide"),
            Kind("scripts", Script, "话术", "Script"),
            Kind("troubleshooting", Troubleshooting, "排障", "Troubleshooting"),
            Kind("forms", Form, "表单", "Form"),
            Kind("courses", Course, "课程", "Course"),
        )
    }
)
"""Every kind by its folder name, in the order menus list them."""
