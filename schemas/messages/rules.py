"""Messages about sense: ways that end, forms that are used, texts that are owned, translated and up to date."""

from __future__ import annotations

from schemas.messages.wording import Message, error, warning
from schemas.words import Bilingual


class Sense(Message):
    """Ways that end, forms that are used, texts that are owned, translated and up to date."""

    STEP_EMPTY = error(
        "step-empty",
        Bilingual("步骤“{id}”没有写做什么", "step '{id}' does not say what is done"),
        Bilingual("写 do，或者写 ask 和 branches。", "Write `do`, or `ask` and `branches`."),
    )
    NODE_EMPTY = error(
        "node-empty",
        Bilingual("节点“{id}”什么都没有写", "node '{id}' says nothing"),
        Bilingual("写 say、do、ask、check 或 cause。", "Write say, do, ask, check or cause."),
    )
    BRANCHES_MISSING = error(
        "branches-missing",
        Bilingual("问题“{id}”至少要有两个分支", "the question '{id}' needs two branches at least"),
        Bilingual("写 branches: {{编号: {{text: …, to: …}}}}。", "Write branches: {{id: {{text: …, to: …}}}}."),
    )
    QUESTION_MISSING = error(
        "question-missing",
        Bilingual("“{id}”有分支，没有问题", "'{id}' has branches but no question"),
        Bilingual("写上问题：{key}: …。", "Write the question: {key}: …."),
    )
    UNREACHABLE = error(
        "unreachable",
        Bilingual("“{id}”走不到", "nothing leads to '{id}'"),
        Bilingual("从前面某一步引到它，或者删掉。", "Lead to it from an earlier one, or delete it."),
    )
    NEVER_ENDS = error(
        "never-ends",
        Bilingual("从“{id}”出发走不到结束", "no way leads from '{id}' to an end"),
        Bilingual("给这条路写上 end: true。", "Give this way an `end: true`."),
    )
    DEAD_END = error(
        "dead-end",
        Bilingual("“{id}”之后没有下文", "nothing follows '{id}'"),
        Bilingual("写上 {keys}，或者 end: true。", "Write {keys}, or end: true."),
    )
    LOOP_WITHOUT_LIMIT = warning(
        "loop-without-limit",
        Bilingual("从“{id}”绕回前面，没有写最多几次", "the loop back from '{id}' has no limit"),
        Bilingual(
            "给循环里的一步写 limit: {{times: 2, then: …}}。",
            "Give a step of the loop limit: {{times: 2, then: …}}.",
        ),
    )
    ESCALATION_IN_A_CIRCLE = warning(
        "escalation-in-a-circle",
        Bilingual("“{id}”到了次数以后，又会绕回“{id}”", "after its limit '{id}' leads back to itself"),
        Bilingual("让 limit 的 then 走向结束。", "Let `then` of the limit lead to an end."),
    )

    WIDTH_SUM = error(
        "width-sum",
        Bilingual("各列宽度加起来是 {sum}，不是 100", "the column widths add up to {sum}, not 100"),
        Bilingual("调整 width。", "Adjust `width`."),
    )
    RANGE_REVERSED = error(
        "range-reversed",
        Bilingual("min 比 max 大：{low} 和 {high}", "min is greater than max: {low} and {high}"),
        Bilingual("对调，或者改一个。", "Swap or change them."),
    )
    FORM_UNUSED = warning(
        "form-unused",
        Bilingual("没有规程用到这张表", "no procedure uses this form"),
        Bilingual(
            "在用它的步骤里写 forms，或说明原因：accept。",
            "Name it in `forms` of the step that uses it, or accept this with a reason.",
        ),
    )
    DEADLINE_DISAGREES = warning(
        "deadline-disagrees",
        Bilingual("表上写 {form}，规程写 {procedure}", "the form says {form}, the procedure {procedure}"),
        Bilingual("改成一致。", "Make them agree."),
    )

    DUTY_MISSING = warning(
        "duty-missing",
        Bilingual(
            "“{role}”在 {record} 里办事，职责里却没有写",
            "'{role}' acts in {record}, but no duty of the role says so",
        ),
        Bilingual("在岗位的职责里写 see: [{record}]。", "Write see: [{record}] in a duty of the role."),
    )
    REPORTS_IN_A_CIRCLE = warning(
        "reports-in-a-circle",
        Bilingual("汇报关系绕成了圈：{value}", "the reporting line goes in a circle: {value}"),
        Bilingual("改 reports_to。", "Change reports_to."),
    )
    REVIEW_OVERDUE = warning(
        "review-overdue",
        Bilingual("{date} 就该评审了", "this was due for review on {date}"),
        Bilingual("读一遍，改好，再写新的 review_by。", "Read it, mend it, and set a new review_by."),
    )
    ASKS_MISSING = warning(
        "asks-missing",
        Bilingual("没有写员工会怎么问", "it does not say how staff would ask"),
        Bilingual(
            "写 asks，中文英文都要，用问的人的话。",
            "Write `asks`, Chinese and English, in the words of the person asking.",
        ),
    )
    BASIS_MISSING = warning(
        "basis-missing",
        Bilingual("有时限，没有写依据", "there is a time limit without its basis"),
        Bilingual(
            "原文没有的数字写 basis: 本手册建议。",
            "A number that the source does not give needs basis: 本手册建议.",
        ),
    )
    STILL_TO_WRITE = warning(
        "still-to-write",
        Bilingual("还没有写：{value}", "this is still to be written: {value}"),
        Bilingual("换成正文，或者删掉这个键。", "Write the text itself, or delete the key."),
    )
    LISTED_TWICE = warning(
        "listed-twice",
        Bilingual("“{value}”在这里列了两次", "'{value}' is listed here twice"),
        Bilingual("删掉一个；要写的是别的，就改。", "Delete one of them, or write what was meant."),
    )
    SAID_TWICE = warning(
        "said-twice",
        Bilingual("“{text}”和第 {first} 行说的一样", "'{text}' says the same as line {first}"),
        Bilingual("删掉一处；说的是别的，就写出不同在哪里。", "Delete one of them, or say in which way they differ."),
    )
    LEFT_OPEN = warning(
        "left-open",
        Bilingual("“{value}”这里还没有写完", "'{value}' stands for what is not written yet"),
        Bilingual(
            "写上实际内容；说的人、填的人才知道的，写成 {{name}} 这样的空格。",
            "Write what it is; what only the speaker or the writer knows is a blank such as {{name}}.",
        ),
    )
    OWNER_MISSING = warning(
        "owner-missing",
        Bilingual("没有写谁负责这份文件", "nobody owns this text"),
        Bilingual("写 owner: 岗位编号。", "Write owner: a role's id."),
    )
    NOT_IN_A_CHAPTER = warning(
        "not-in-a-chapter",
        Bilingual("哪一章都没有收这条记录", "no chapter contains this record"),
        Bilingual("在 handbook.yaml 的 chapters 里加上。", "Add it to `chapters` of handbook.yaml."),
    )
    NO_COURSE = warning(
        "no-course",
        Bilingual("没有课程教这条规程", "no course teaches this procedure"),
        Bilingual(
            "在课程的 read 里加上，或说明原因：accept。",
            "Add it to `read` of a course, or accept this with a reason.",
        ),
    )
    ACCEPTS_NOTHING = warning(
        "accepts-nothing",
        Bilingual("accept 里的“{value}”没有对应的问题", "the accepted rule '{value}' finds nothing"),
        Bilingual("{guess}", "{guess}"),
    )
