"""The words of the interface in both languages: everything on a page that no author wrote.

Words inside records come from the records and their catalogue, never from here.
"""

from __future__ import annotations

from generators.wording.bound import BoundWords
from generators.wording.collection import CollectionWords
from generators.wording.filling import FillingWords, FillPageWords
from generators.wording.onepage import OnePageWords
from generators.wording.practice import PracticePageWords, PracticeWords
from generators.wording.records import (
    CourseWords,
    DialogueWords,
    FormPageWords,
    PeopleWords,
    PolicyWords,
    QualificationWords,
    RecordWords,
    StepWords,
)
from generators.wording.roles import RoleListWords
from generators.wording.site import (
    CardWords,
    GlossaryWords,
    HandbookWords,
    HomeWords,
    LawWords,
    ListWords,
    LostWords,
    MenuWords,
    MineWords,
    SectorWords,
    SiteWords,
    StripWords,
)
from generators.wording.theme import ScriptWords, ThemeWords


class Labels(
    RecordWords,
    StepWords,
    PolicyWords,
    PeopleWords,
    DialogueWords,
    FormPageWords,
    OnePageWords,
    BoundWords,
    CourseWords,
    QualificationWords,
    SiteWords,
    MenuWords,
    HomeWords,
    MineWords,
    ListWords,
    RoleListWords,
    SectorWords,
    HandbookWords,
    CardWords,
    StripWords,
    LostWords,
    LawWords,
    GlossaryWords,
    CollectionWords,
    ThemeWords,
    ScriptWords,
    FillPageWords,
    FillingWords,
    PracticePageWords,
    PracticeWords,
):
    """Every word of the pages; templates read them as `t.steps`, code as `page.t.steps`."""
