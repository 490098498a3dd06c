"""Messages about time and who answers for it: deadlines, what they count from, who approves that they are extended."""

from __future__ import annotations

from schemas.messages.wording import Message, error, notice, warning
from schemas.words import Bilingual


class Times(Message):
    """Deadlines, promises, and who answers for them."""

    SLOWER_THAN_PROMISED = warning(
        "slower-than-promised",
        Bilingual(
            "这里是 {time}，依据的承诺“{promise}”是 {promised}",
            "this is {time}; the commitment '{promise}' that it cites is {promised}",
        ),
        Bilingual(
            "改成不超过承诺，或者不写数字，写 within: {promise}。",
            "Keep within the commitment, or write no figure: within: {promise}.",
        ),
    )
    KEEPS_NO_COMMITMENT = error(
        "keeps-no-commitment",
        Bilingual("“{value}”不是一条承诺", "'{value}' is not a commitment"),
        Bilingual("keeps 写 制度编号#承诺编号，可以写：{known}。", "`keeps` takes CODE#commitment: {known}."),
    )
    EXTENSION_NO_LONGER = warning(
        "extension-no-longer",
        Bilingual(
            "时限 {time}，延期以后还是 {extended}", "the time is {time}, and when it is extended {extended} in all"
        ),
        Bilingual(
            "to 是连原来的时限在内累计多久；另加多久写 by。",
            "`to` counts the time itself; how much is added is `by`.",
        ),
    )
    FROM_ITSELF = error(
        "from-itself",
        Bilingual("“{value}”的时限从它自己算起", "the time of '{value}' counts from itself"),
        Bilingual("from 写前面的一步，或者写从什么事算起。", "`from` names an earlier step, or what it counts from."),
    )
    FROM_NOT_BEFORE = error(
        "from-not-before",
        Bilingual(
            "从“{start}”走不到“{value}”，时限无从算起", "'{start}', from which this counts, never leads to '{value}'"
        ),
        Bilingual("from 写走到这里以前的一步。", "Let `from` name a step that comes before this one."),
    )
    FROM_A_TITLE = warning(
        "from-a-title",
        Bilingual(
            "“{value}”是步骤“{id}”的标题，写在这里只算一句话",
            "'{value}' is the title of step '{id}', and here it is only words",
        ),
        Bilingual("从那一步做完算起，就写 from: {id}。", "If it counts from the end of that step, write from: {id}."),
    )
    DEADLINE_OUTLASTED = warning(
        "deadline-outlasted",
        Bilingual(
            "自“{start}”起 {time}内来不及：中间的“{between}”就可以用 {longer}",
            "{time} from '{start}' cannot be kept: '{between}' in between may take {longer}",
        ),
        Bilingual("改其中一个时限，或者改 from。", "Change one of the two times, or `from`."),
    )
    SELF_APPROVAL = warning(
        "self-approval",
        Bilingual("“{role}”给自己的这一步批延期", "'{role}' approves the extension of its own step"),
        Bilingual("换上级来批。", "Let somebody above approve it."),
    )
    APPROVALS_IN_A_RING = warning(
        "approvals-in-a-ring",
        Bilingual("延期互相批：{value}", "they approve each other's extensions: {value}"),
        Bilingual("改其中一个 approve。", "Change one `approve`."),
    )
    SAME_AFTER_HOURS = warning(
        "same-after-hours",
        Bilingual("非服务时间还是“{role}”", "after hours it is still '{role}'"),
        Bilingual("写那时在岗的岗位，或者删掉。", "Name the role on duty then, or delete it."),
    )
    HANDS_OVER_TO_ITSELF = warning(
        "hands-over-to-itself",
        Bilingual("“{role}”转交给自己", "'{role}' hands over to itself"),
        Bilingual("写接手的另一个岗位。", "Name the other role that takes over."),
    )
    TAKES_PART_TWICE = warning(
        "takes-part-twice",
        Bilingual("“{role}”已经写在 by 里", "'{role}' already stands in `by`"),
        Bilingual("从 with 里删掉。", "Delete it from `with`."),
    )
    NOBODY_ON_DUTY = warning(
        "nobody-on-duty",
        Bilingual(
            "“{role}”{when} 不在岗，这一步那时没有人做", "'{role}' is not there {when}: nobody does this step then"
        ),
        Bilingual(
            "写 after_hours: 那时在岗的岗位，或者在岗位里写 stands_in；那时没有这一步就写 applies。",
            "Write after_hours: the role there then, or stands_in in the role; `applies` if there is no such step.",
        ),
    )
    LICENCE_NOT_HELD = warning(
        "licence-not-held",
        Bilingual("“{role}”的岗位没有写持“{licence}”", "the post '{role}' does not hold '{licence}'"),
        Bilingual(
            "换持证的岗位来做（{holders}），或者让他参加：with。",
            "Let a post that holds it do this ({holders}), or take part: `with`.",
        ),
    )
    COLUMNS_UNWRITTEN = warning(
        "columns-unwritten",
        Bilingual("没有哪一步填：{columns}", "no step fills in: {columns}"),
        Bilingual(
            "在填它的步骤里写 writes: {form}#{first}；用不着的栏删掉。",
            "Write writes: {form}#{first} in the step that fills it in; delete a column that nobody needs.",
        ),
    )
    COLUMNS_UNREAD = notice(
        "columns-unread",
        Bilingual("填了没有哪一步看：{columns}", "filled in and read by no step: {columns}"),
        Bilingual(
            "在看它的步骤里写 reads: {form}#{first}；没有人看的栏不用填。",
            "Write reads: {form}#{first} in the step that reads it; what nobody reads need not be filled in.",
        ),
    )
    FIGURE_TYPED = warning(
        "figure-typed",
        Bilingual("“{figure}”是 {home} 的数字，在这里又写了一遍", "'{figure}' is the figure of {home}, typed again"),
        Bilingual("写 {{{home}}}，改的时候只改一处。", "Write {{{home}}}, so that it is changed in one place."),
    )
    FIGURE_CONTRADICTS = warning(
        "figure-contradicts",
        Bilingual("这里写“{figure}”，{home} 是 {promised}", "'{figure}' stands here; {home} is {promised}"),
        Bilingual("改成一致；是同一个时限就写 {{{home}}}。", "Make them agree; if it is the same, write {{{home}}}."),
    )
    FIGURE_ELSEWHERE = notice(
        "figure-elsewhere",
        Bilingual("“{figure}”和 {home} 的时限一样", "'{figure}' is the time of {home} too"),
        Bilingual("是同一个时限就写 {{{home}}}。", "Write {{{home}}} if it is the same time."),
    )
    FIGURE_NOT_THERE = warning(
        "figure-not-there",
        Bilingual(
            "这里写“{figure}”，同一句链接的 {home} 里只有 {times}",
            "'{figure}' stands here; {home}, linked in the same sentence, has {times}",
        ),
        Bilingual(
            "改成那里的时限，写 {{{home}#步骤}} 就印出来；说的是另一件事，就分成两句。",
            "Print the time it has there, {{{home}#step}}; make two sentences if this is about another matter.",
        ),
    )
