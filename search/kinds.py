"""Every kind of record in search: how it is cut, what people call it, and what stands for it in an answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from schemas.entry import Entry
from schemas.kinds import ByKind
from schemas.library import Library
from schemas.words import Bilingual
from search.cuts_card import cut_card
from search.cuts_form import cut_form
from search.cuts_guide import cut_guide
from search.cuts_policy import cut_policy
from search.cuts_talk import cut_script, cut_troubleshooting
from search.cuts_training import cut_course, cut_qualification
from search.cuts_work import cut_procedure, cut_role
from search.cutting import Cut, Scissors


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """A kind of record in search.

    Attributes:
        cut: gives the pieces of a record, the record as a whole first; `cut_by_parts` does for most kinds.
        asked_as: what people say when they ask for a record of the kind; it is found with the record as a whole.
        answers_in_parts: whether a part is shown even where it was the record's own asks that were found.
        can_be_blank: whether a part without the time, the person or the form that is asked for leaves it blank; what no
            field gives (`search.blank.IN_TEXTS`) every kind may leave blank.
    """

    cut: Callable[[Scissors, Any], Iterator[Cut]]
    asked_as: Bilingual
    answers_in_parts: bool
    can_be_blank: bool


SEARCHED: Final = ByKind(
    roles=Searched(
        cut=cut_role,
        asked_as=Bilingual("岗位 职责 岗位职责 管什么 负责", "role duties responsibilities job description"),
        answers_in_parts=False, can_be_blank=True,
    ),
    procedures=Searched(
        cut=cut_procedure,
        asked_as=Bilingual("流程 步骤 规程 程序", "procedure process steps"),
        answers_in_parts=True, can_be_blank=True,
    ),
    policies=Searched(
        cut=cut_policy,
        asked_as=Bilingual("制度 规定 规范", "policy rules"),
        answers_in_parts=True, can_be_blank=True,
    ),
    guides=Searched(
        cut=cut_guide,
        asked_as=Bilingual("指引 应知应会", "guide"),
        answers_in_parts=True, can_be_blank=True,
    ),
    scripts=Searched(
        cut=cut_script,
        asked_as=Bilingual("话术 怎么说", "script wording say"),
        answers_in_parts=True, can_be_blank=False,
    ),
    troubleshooting=Searched(
        cut=cut_troubleshooting,
        asked_as=Bilingual("排查 排障 故障", "troubleshooting fault"),
        answers_in_parts=True, can_be_blank=True,
    ),
    forms=Searched(
        cut=cut_form,
        asked_as=Bilingual("表 表单 单子 表格", "form sheet"),
        answers_in_parts=False, can_be_blank=False,
    ),
    qualifications=Searched(
        cut=cut_qualification,
        asked_as=Bilingual("资质 等级 认证 持证", "qualification level certification grade"),
        answers_in_parts=True, can_be_blank=False,
    ),
    cards=Searched(
        cut=cut_card,
        asked_as=Bilingual("应急卡 紧急 怎么办", "emergency card what to do"),
        answers_in_parts=False, can_be_blank=False,
    ),
    courses=Searched(
        cut=cut_course,
        asked_as=Bilingual("培训 上岗 考试", "training course exam"),
        answers_in_parts=False, can_be_blank=False,
    ),
)  # fmt: skip


def cut(library: Library, entry: Entry) -> Iterator[Cut]:
    """The pieces of *entry*, which is an entry of *library*: the record as a whole, then its parts in reading order."""
    return SEARCHED[entry.kind].cut(Scissors(library, entry), entry.record)
