"""The few words that search adds to a text of the handbook, in both languages."""

from __future__ import annotations

from typing import Final, TypedDict

from schemas.words import Bilingual, Word, Words


class SearchWords(Words):
    """What a passage says besides the texts of its record."""

    branch = Word("{answer} → {to}", "{answer} → {to}")
    rule = Word("规定", "Rule")
    commitment = Word("服务承诺", "Service promise")
    duties_of = Word("职责：{}", "Responsibilities: {}")
    definition = Word("定义", "Definition")
    plan = Word("应急安排", "Emergency plan")
    authority = Word("可以决定", "May decide")
    limits = Word("不得承诺、决定", "Never promises or decides")
    competencies = Word("任职要求", "What the person must be able to do")
    on_duty = Word("在岗时间", "On duty")
    stands_in = Word("{when}由{role}替", "{role} stands in {when}")
    licence = Word("须持证书", "Licence to be held")
    checked_by = Word("有效期由{}查", "its expiry is checked by the {}")
    never = Word("禁语禁行", "Never said, never done")
    rewards = Word("奖励", "Rewards")
    penalties = Word("处罚", "Penalties")
    deposit = Word("押金 {}", "deposit {}")
    safety_topic = Word("{}至少 {} 题，错一道不及格", "{}: at least {}, every one right")
    topic = Word("{}至少 {} 题", "{}: at least {}")
    retake = Word("{}后可再考", "next attempt after {}")
    requires = Word("先要有{}", "requires {}")
    months = Word("工作满 {} 个月", "{} months of work")
    marks = Word("满分 {} 分，{} 分及格", "of {} marks {} are needed")
    may = Word("可以做：{}", "allows: {}")
    suspended = Word("暂停资质", "Suspension")
    downgraded = Word("降级", "Downgrading")
    lowered_to = Word("降到{}", "lowered to {}")
    recheck = Word("复核", "Recheck")
    up_to = Word("{}以内", "up to {}")
    decisions = Word("审批权限", "Who decides what")
    laws = Word("法规依据", "Laws")
    keeping = Word("保存期限", "How long it is kept")
    kept = Word("保存 {}", "Kept for {}")
    pair = Word("要：{do}；不要：{dont}", "Do: {do} Don't: {dont}")
    pairs = Word("{}：要与不要", "{}: do and don't")
    exam = Word("考核", "Exam")
    exam_text = Word(
        "{items} 题，{minutes} 分钟，{pass_} 合格，可考 {attempts} 次",
        "{items} questions, {minutes} minutes, pass mark {pass_}, {attempts} attempts",
    )
    shifts = Word("跟班 {} 个班次", "{} shifts beside a tutor")
    signed = Word("由{}签认", "signed for by the {}")
    valid = Word("证书有效期 {}", "certificate valid for {}")
    remedy = Word("办法：{}", "Remedy: {}")


class _Verbs(TypedDict):
    decides: Bilingual
    countersigns: Bilingual
    reviews: Bilingual
    proposes: Bilingual
    executes: Bilingual
    informed: Bilingual


VERBS: Final[_Verbs] = {
    "decides": Bilingual("决定", "decides"),
    "countersigns": Bilingual("会签", "countersigns"),
    "reviews": Bilingual("审核", "reviews"),
    "proposes": Bilingual("提出", "proposes"),
    "executes": Bilingual("执行", "carries it out"),
    "informed": Bilingual("知会", "is informed"),
}
"""What a role does in a decision."""
