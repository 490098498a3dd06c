"""Messages about qualifications and courses."""

from __future__ import annotations

from schemas.messages.wording import Message, error, warning
from schemas.words import Bilingual


class Training(Message):
    """Levels that can be reached, and exams that can be held."""

    NO_SUCH_ANSWER = error(
        "no-such-answer",
        Bilingual("对的答案“{value}”不在可选的答案里", "the right answer '{value}' is not one of the choices"),
        Bilingual("right 写 choices 里的编号。", "`right` is an id of `choices`."),
    )
    ALL_RIGHT = error(
        "all-right",
        Bilingual("“{value}”每个答案都对", "every answer to '{value}' is right"),
        Bilingual("加一个不对的答案。", "Add one that is wrong."),
    )
    PASS_ABOVE_MARKS = error(
        "pass-above-marks",
        Bilingual("及格要 {pass_} 分，满分只有 {marks} 分", "{pass_} marks are needed to pass, and there are {marks}"),
        Bilingual("改 pass 或者 marks。", "Change `pass` or `marks`."),
    )
    RANKS_EQUAL = error(
        "ranks-equal",
        Bilingual("“{value}”和“{other}”都是第 {rank} 级", "'{value}' and '{other}' both have rank {rank}"),
        Bilingual("每级的 rank 各不相同，最低的是 1。", "Each level has a rank of its own; the lowest is 1."),
    )
    REQUIRES_CIRCLE = error(
        "requires-circle",
        Bilingual("先后条件绕成了圈：{circle}", "what is required goes in a circle: {circle}"),
        Bilingual("去掉其中一个 requires。", "Take one of the `requires` out."),
    )
    REQUIRES_HIGHER = error(
        "requires-higher",
        Bilingual("“{value}”要先有“{other}”，那一级并不比它低", "'{value}' requires '{other}', which is not below it"),
        Bilingual("改 requires 或者 rank。", "Change `requires` or `rank`."),
    )
    COURSE_OF_ANOTHER_LEVEL = error(
        "course-of-another-level",
        Bilingual("这门课发的证书是“{found}”，不是“{value}”", "this course certifies '{found}', not '{value}'"),
        Bilingual(
            "课程的 level 写 {expected}，或者换一门课。",
            "Write {expected} as `level` of the course, or name another course.",
        ),
    )
    PASS_DISAGREES = warning(
        "pass-disagrees",
        Bilingual(
            "这一级 {level} 及格，课程考试 {course} 及格", "the level is passed with {level}, its course {course}"
        ),
        Bilingual("改成一样的。", "Make the two agree."),
    )
    RENEWED_TOO_EARLY = warning(
        "renewed-too-early",
        Bilingual(
            "到期前 {before}就要续，有效期只有 {valid}",
            "it is renewed {before} before it runs out, and valid for {valid}",
        ),
        Bilingual("续的时间要比有效期短：改一个。", "It is renewed in less time than it is valid: change one of them."),
    )
    VALIDITY_DISAGREES = warning(
        "validity-disagrees",
        Bilingual("这一级有效 {level}，课程的证书有效 {course}", "the level is valid for {level}, its course {course}"),
        Bilingual("改成一样的，或者只在资质里写。", "Make the two agree, or say it in the qualification only."),
    )
    LOWERED_TO_NOTHING = warning(
        "lowered-to-nothing",
        Bilingual("“{value}”没有说降到哪一级", "'{value}' does not say to which level"),
        Bilingual(
            "写 to: 等级的编号；取消资质的写进 suspend。",
            "Write `to`: the id of a level; what takes the qualification away stands in `suspend`.",
        ),
    )
    LEVEL_NOT_NAMED = warning(
        "level-not-named",
        Bilingual("“{value}”是资质制度里的一级", "'{value}' is a level of a qualification"),
        Bilingual("level 写成 {expected}。", "Write it as {expected}."),
    )
    BLUEPRINT_TOO_LARGE = error(
        "blueprint-too-large",
        Bilingual(
            "各类题至少 {sum} 道，考试只有 {items} 道", "the topics need {sum} questions at least, the exam has {items}"
        ),
        Bilingual("改 least 或者 items。", "Change `least` or `items`."),
    )
    BLUEPRINT_WITHOUT_EXAM = error(
        "blueprint-without-exam",
        Bilingual("写了考什么，没有写考试", "there are topics of an exam and no exam"),
        Bilingual("加 exam: {{items, minutes, pass, attempts}}。", "Add exam: {{items, minutes, pass, attempts}}."),
    )
    TOPIC_UNTAUGHT = warning(
        "topic-untaught",
        Bilingual("“{value}”哪个单元都没有教", "no module teaches '{value}'"),
        Bilingual(
            "在单元里读、练或填 {records}；没写出处的，加 from。",
            "Read, practise or fill {records} in a module; add `from` where there is none.",
        ),
    )
    MAIN_ROLE_WITHOUT_COURSE = warning(
        "main-role-without-course",
        Bilingual(
            "本手册各规程共 {total} 步，{own} 步由这个岗位做，却没有它的课程",
            "this role does {own} of the handbook's {total} steps, and no course prepares anybody for it",
        ),
        Bilingual(
            "写一门课：handbook new course 编号，role 写这个岗位。",
            "Write a course: handbook new course ID, with this role as its `role`.",
        ),
    )
    BLUEPRINT_LARGER_THAN_POOL = error(
        "blueprint-larger-than-pool",
        Bilingual(
            "{what}要 {least} 道题，出得了的只有 {found} 道", "{what} wants {least} questions, and {found} can be asked"
        ),
        Bilingual("{remedy}", "{remedy}"),
    )
    STRUCK_WITHOUT_RECORD = warning(
        "struck-without-record",
        Bilingual("划掉的题“{value}”出自的记录没有了", "the record of the struck-out question '{value}' is gone"),
        Bilingual("删掉这一行。", "Delete this line."),
    )
    STRUCK_TWICE = warning(
        "struck-twice",
        Bilingual("“{value}”在第 {first} 行已经划掉了", "'{value}' is struck out in line {first} already"),
        Bilingual("删掉其中一行。", "Delete one of the two."),
    )
    HOURS_DISAGREE = warning(
        "hours-disagree",
        Bilingual("各单元共 {sum} 课时，课程写的是 {hours}", "the modules take {sum} hours, the course says {hours}"),
        Bilingual("改成一样的；每个单元都写了课时的，课程可以不写。", "Make the two agree."),
    )
