"""How long texts should be, and of how much a record should consist: what `check` gives notice of."""

from __future__ import annotations

from pydantic import Field

from schemas.amounts import Whole
from schemas.record import Model


class Lengths(Model):
    """The most, or the fewest, of each; those of the house are the defaults."""

    title: Whole = Field(
        12,
        title="标题最多几个字",
        description="Characters of a title that no source prints",
    )
    summary: Whole = Field(60, title="摘要最多几个字", description="Characters of a summary")
    form_summary: Whole = Field(90, title="表单的摘要最多几个字", description="Characters of a form's summary")
    purpose: Whole = Field(40, title="目的最多几个字", description="Characters of a purpose")
    scope: Whole = Field(80, title="范围最多几个字", description="Characters of a scope")
    do: Whole = Field(80, title="一步的做法最多几个字", description="Characters of what is done in a step")
    actions: Whole = Field(
        4, title="一步最多几个动作（按。；数）", description="Actions of a step, counted by 。 and ；"
    )
    say: Whole = Field(60, title="一步里说的话最多几个字", description="Characters of what is said in a step")
    say_on_phone: Whole = Field(
        45, title="电话里一句话最多几个字", description="Characters of a line said on the phone"
    )
    mind: Whole = Field(30, title="注意事项最多几个字", description="Characters of what to mind")
    fewest_steps: Whole = Field(6, title="规程最少几步", description="Steps of a procedure, at least")
    steps: Whole = Field(15, title="规程最多几步", description="Steps of a procedure, at most")
    decisions: Whole = Field(4, title="规程最多几个判断", description="Decisions of a procedure")
    script_nodes: Whole = Field(20, title="话术最多几个节点", description="Nodes of a script")
    fault_nodes: Whole = Field(40, title="排障最多几个节点", description="Nodes of a fault tree")
    fewest_articles: Whole = Field(5, title="制度最少几条", description="Articles of a policy, at least")
    articles: Whole = Field(14, title="制度最多几条", description="Articles of a policy, at most")
    article: Whole = Field(80, title="一条最多几个字", description="Characters of an article")
    points: Whole = Field(8, title="一节最多几个要点", description="Points of a guide's section")
    point: Whole = Field(70, title="一个要点最多几个字", description="Characters of a point")
    introduction: Whole = Field(150, title="一节的引言最多几个字", description="Characters of a section's introduction")
    fewest_duties: Whole = Field(6, title="岗位最少几项职责", description="Duties of a role, at least")
    duties: Whole = Field(12, title="岗位最多几项职责", description="Duties of a role, at most")
    duty: Whole = Field(40, title="一项职责最多几个字", description="Characters of a duty")
    may: Whole = Field(4, title="最多几项可以", description="Things that a role may do")
    never: Whole = Field(4, title="最多几项不得", description="Things that a role must never do")
    note: Whole = Field(120, title="表单的小字最多几个字", description="Characters of a form's note")
    columns: Whole = Field(12, title="登记簿一行最多几栏（A3 不限）", description="Columns of a register, but on A3")
    fewest_asks: Whole = Field(5, title="最少几句问法", description="Asks of a record, at least")
    asks: Whole = Field(16, title="最多几句问法", description="Asks of a record, at most")
    chinese_ask: Whole = Field(18, title="中文问法最多几个字", description="Characters of a Chinese ask")
    english_ask: Whole = Field(12, title="英文问法最多几个词", description="Words of an English ask")
    english_label: Whole = Field(
        18, title="栏目的英文最多几个字母", description="Letters of the English of a field or column"
    )
    english_heading: Whole = Field(
        60, title="表单各块标题的英文最多几个字母", description="Letters of the English of a block's heading"
    )
