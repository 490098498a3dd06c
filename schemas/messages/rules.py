"""Messages about sense: ways that end, forms that are used, texts that are owned, translated and up to date."""

from __future__ import annotations

from typing import Final

from schemas.messages.wording import error, warning

_FLOW: Final = {
    "step-empty": error(
        "步骤“{id}”没有写做什么",
        "写 do，或者写 ask 和 branches。",
        "step '{id}' does not say what is done",
        "Write `do`, or `ask` and `branches`.",
    ),
    "node-empty": error(
        "节点“{id}”什么都没有写",
        "写 say、do、ask、check 或 cause。",
        "node '{id}' says nothing",
        "Write say, do, ask, check or cause.",
    ),
    "branches-missing": error(
        "问题“{id}”至少要有两个分支",
        "写 branches: {{编号: {{text: …, to: …}}}}。",
        "the question '{id}' needs two branches at least",
        "Write branches: {{id: {{text: …, to: …}}}}.",
    ),
    "question-missing": error(
        "“{id}”有分支，没有问题",
        "写上问题：{key}: …。",
        "'{id}' has branches but no question",
        "Write the question: {key}: ….",
    ),
    "unreachable": error(
        "“{id}”走不到",
        "从前面某一步引到它，或者删掉。",
        "nothing leads to '{id}'",
        "Lead to it from an earlier one, or delete it.",
    ),
    "never-ends": error(
        "从“{id}”出发走不到结束",
        "给这条路写上 end: true。",
        "no way leads from '{id}' to an end",
        "Give this way an `end: true`.",
    ),
    "dead-end": error(
        "“{id}”之后没有下文", "写上 {keys}，或者 end: true。", "nothing follows '{id}'", "Write {keys}, or end: true."
    ),
    "loop-without-limit": warning(
        "从“{id}”绕回前面，没有写最多几次",
        "给循环里的一步写 limit: {{times: 2, then: …}}。",
        "the loop back from '{id}' has no limit",
        "Give a step of the loop limit: {{times: 2, then: …}}.",
    ),
    "escalation-in-a-circle": warning(
        "“{id}”到了次数以后，又会绕回“{id}”",
        "让 limit 的 then 走向结束。",
        "after its limit '{id}' leads back to itself",
        "Let `then` of the limit lead to an end.",
    ),
}

_FORMS: Final = {
    "width-sum": error(
        "各列宽度加起来是 {sum}，不是 100",
        "调整 width。",
        "the column widths add up to {sum}, not 100",
        "Adjust `width`.",
    ),
    "range-reversed": error(
        "min 比 max 大：{low} 和 {high}",
        "对调，或者改一个。",
        "min is greater than max: {low} and {high}",
        "Swap or change them.",
    ),
    "not-a-date-field": error(
        "“{value}”不是日期或时间字段",
        "after 只能写日期、时间字段的编号。",
        "'{value}' is no field of a date or time",
        "`after` takes the id of a date or time field.",
    ),
    "form-unused": warning(
        "没有规程用到这张表",
        "在用它的步骤里写 forms，或说明原因：accept。",
        "no procedure uses this form",
        "Name it in `forms` of the step that uses it, or accept this with a reason.",
    ),
    "deadline-disagrees": warning(
        "表上写 {form}，规程写 {procedure}",
        "改成一致。",
        "the form says {form}, the procedure {procedure}",
        "Make them agree.",
    ),
}

_EDITING: Final = {
    "duty-missing": warning(
        "“{role}”在 {record} 里办事，职责里却没有写",
        "在岗位的职责里写 see: [{record}]。",
        "'{role}' acts in {record}, but no duty of the role says so",
        "Write see: [{record}] in a duty of the role.",
    ),
    "reports-in-a-circle": warning(
        "汇报关系绕成了圈：{value}",
        "改 reports_to。",
        "the reporting line goes in a circle: {value}",
        "Change reports_to.",
    ),
    "review-overdue": warning(
        "{date} 就该评审了",
        "读一遍，改好，再写新的 review_by。",
        "this was due for review on {date}",
        "Read it, mend it, and set a new review_by.",
    ),
    "asks-missing": warning(
        "没有写员工会怎么问",
        "写 asks，中文英文都要，用问的人的话。",
        "it does not say how staff would ask",
        "Write `asks`, Chinese and English, in the words of the person asking.",
    ),
    "basis-missing": warning(
        "有时限，没有写依据",
        "原文没有的数字写 basis: 本手册建议。",
        "there is a time limit without its basis",
        "A number that the source does not give needs basis: 本手册建议.",
    ),
    "still-to-write": warning(
        "还没有写：{value}",
        "把“待写：…”换成正文，或者删掉这个键。",
        "this is still to be written: {value}",
        "Replace '待写：…', or delete the key.",
    ),
    "owner-missing": warning(
        "没有写谁负责这份文件", "写 owner: 岗位编号。", "nobody owns this text", "Write owner: a role's id."
    ),
    "not-in-a-chapter": warning(
        "哪一章都没有收这条记录",
        "在 handbook.yaml 的 chapters 里加上。",
        "no chapter contains this record",
        "Add it to `chapters` of handbook.yaml.",
    ),
    "no-course": warning(
        "没有课程教这条规程",
        "在课程的 read 里加上，或说明原因：accept。",
        "no course teaches this procedure",
        "Add it to `read` of a course, or accept this with a reason.",
    ),
    "accepts-nothing": warning(
        "accept 里的“{value}”没有对应的问题", "删掉这一项。", "the accepted rule '{value}' finds nothing", "Delete it."
    ),
}

_TRANSLATIONS: Final = {
    "translation-missing": warning(
        "缺少英文：{value}",
        "在 {catalogue} 里译出 {address}。",
        "the English is missing: {value}",
        "Translate {address} in {catalogue}.",
    ),
    "translation-fuzzy": warning(
        "中文改了，英文待核：{value}",
        "在 {catalogue} 里核对 {address}，去掉 fuzzy。",
        "the Chinese changed; check the English: {value}",
        "Check {address} in {catalogue} and remove `fuzzy`.",
    ),
    "translation-outdated": warning(
        "中文改了，翻译文件还没有更新：{value}",
        "运行 handbook translate，再核对 {address}。",
        "the Chinese changed, the catalogue has not: {value}",
        "Run handbook translate, then check {address}.",
    ),
    "translation-blanks": warning(
        "英文里的空格或链接与中文不同：{value}",
        "{address} 两边都要有：{expected}。",
        "the English has other blanks or links: {value}",
        "{address} must have on both sides: {expected}.",
    ),
}

RULES: Final = {**_FLOW, **_FORMS, **_EDITING, **_TRANSLATIONS}
"""By rule."""
