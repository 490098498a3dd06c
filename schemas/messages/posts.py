"""Messages about posts and hours: who is there when, who stands in, what the chart says."""

from __future__ import annotations

from schemas.messages.wording import Message, error, notice, warning
from schemas.words import Bilingual


class Posts(Message):
    """Posts, hours, and who is there."""

    BAD_DAYS = error(
        "bad-days",
        Bilingual("“{value}”不是星期几", "'{value}' names no days"),
        Bilingual(
            "写每天、工作日、周一至周五、周末、节假日，几种之间用顿号。",
            "Write every-day, working-days, mon-fri, weekends or holidays, with commas between them.",
        ),
    )
    BAD_HOURS = error(
        "bad-hours",
        Bilingual("“{value}”不是一天里的时间", "'{value}' names no times of the day"),
        Bilingual(
            "写成 8:00-20:00；过夜的写 20:00-8:00；分段的写 8:00-12:00, 13:30-17:30；全天写 24 小时。",
            "Write 8:00-20:00, over night 20:00-8:00, in parts 8:00-12:00, 13:30-17:30, all day 24 小时.",
        ),
    )
    BAD_ON_DUTY = error(
        "bad-on-duty",
        Bilingual("“{value}”说不清什么时候在岗", "'{value}' does not say when somebody is on duty"),
        Bilingual(
            "写 always（24 小时有人）、rota（按排班），或 {{days: 每天, hours: 8:00-20:00}}。",
            "Write always (somebody at all hours), rota (whoever the roster names), "
            "or {{days: 每天, hours: 8:00-20:00}}.",
        ),
    )

    STANDS_IN_FOR_ITSELF = error(
        "stands-in-for-itself",
        Bilingual("自己不能替自己", "nobody can stand in for themselves"),
        Bilingual("换一个岗位，或者删掉这一项。", "Name another role, or delete this."),
    )
    STAND_IN_ABSENT = warning(
        "stand-in-absent",
        Bilingual("“{role}”也不在：{when}没有人", "'{role}' is not there either; nobody is: {when}"),
        Bilingual(
            "换一个这时在岗的岗位，或者写明“{role}”的 on_duty、再由谁替。",
            "Name a role that is on duty then, or say in '{role}' when it is on duty and who stands in for it.",
        ),
    )
    STAND_INS_IN_A_CIRCLE = warning(
        "stand-ins-in-a-circle",
        Bilingual("替来替去又回到自己：{value}", "those who stand in lead back to the role itself: {value}"),
        Bilingual("让其中一个由这时在岗的人替。", "Let somebody stand in who is on duty then."),
    )
    NIGHT_UNSAID = warning(
        "night-unsaid",
        Bilingual("写了夜间由谁替，没有写夜间是几点到几点", "who stands in at night is said, but not what is night"),
        Bilingual(
            "在 handbook.yaml 写 hours: {{open: 8:00-20:00, night: 20:00-8:00}}。",
            "Write hours: {{open: 8:00-20:00, night: 20:00-8:00}} in handbook.yaml.",
        ),
    )
    AFTER_HOURS_ABSENT = warning(
        "after-hours-absent",
        Bilingual(
            "前台下班以后由“{role}”接，可是这时没有人：{when}",
            "'{role}' answers when the desk is closed, yet nobody is there: {when}",
        ),
        Bilingual(
            "换一个这时在岗的岗位，或者改“{role}”的 on_duty。",
            "Name a role that is on duty then, or mend on_duty of '{role}'.",
        ),
    )
    NIGHT_WHILE_OPEN = warning(
        "night-while-open",
        Bilingual("夜间和开放时间重叠：{both}", "the night and the opening hours overlap: {both}"),
        Bilingual(
            "改 night 或者 open：夜间从前台下班算起，到前台上班为止。",
            "Change `night` or `open`: the night begins when the desk closes and ends when it opens.",
        ),
    )
    HOURS_TWICE = warning(
        "hours-twice",
        Bilingual("开放时间写了两处：hours 和 project.hours", "opening hours stand twice: hours and project.hours"),
        Bilingual(
            "删掉 project 里的；正文里的 {{project.hours}} 照 hours 说。",
            "Delete the one in `project`; {{project.hours}} in a text says what `hours` says.",
        ),
    )
    UNIT_ACTS = error(
        "unit-acts",
        Bilingual(
            "“{role}”是部门，这里要写一个人的岗位", "'{role}' is a department; here it takes the post of a person"
        ),
        Bilingual("写这个部门里由哪个岗位来做。", "Name the post in that department."),
    )
    OWNER_IS_A_ROTA = warning(
        "owner-is-a-rota",
        Bilingual(
            "“{role}”是轮值的，今天是这个人、明天是那个人，不能长期负责一份文件",
            "'{role}' is whoever the roster names: nobody in particular answers for the text",
        ),
        Bilingual("owner 写主管或经理。", "Let a supervisor or a manager own it."),
    )
    OWNER_IN_THE_FRONT_LINE = notice(
        "owner-in-the-front-line",
        Bilingual(
            "没有人向“{role}”汇报，文件要由主管或经理负责",
            "nobody reports to '{role}'; let a supervisor own it",
        ),
        Bilingual("owner 写它的上级。", "Let the role it reports to own it."),
    )
    ROLE_UNUSED = warning(
        "role-unused",
        Bilingual("没有谁用到这个岗位", "nothing names this role"),
        Bilingual(
            "在它做的步骤里写 by，或放进组织架构；没有这个人就删掉。",
            "Name it as `by` of what it does, or put it into the chart; delete it if there is no such post.",
        ),
    )
    NO_SUPERVISOR = notice(
        "no-supervisor",
        Bilingual("手册里没有一个岗位向另一个汇报", "no role of this handbook reports to another"),
        Bilingual(
            "至少写一线、主管、经理三个岗位，各写 reports_to。",
            "Have three roles at least (front line, supervisor, manager), each with reports_to.",
        ),
    )
    LICENCE_UNTITLED = error(
        "licence-untitled",
        Bilingual("没有哪个岗位写明“{value}”是什么证", "no role says which licence '{value}' is"),
        Bilingual(
            "在一个岗位里写全：{{id: {value}, title: 证书名称, checks: 岗位}}。",
            "Say it in one role: {{id: {value}, title: name of the licence, checks: role}}.",
        ),
    )
    LICENCE_TWICE = error(
        "licence-twice",
        Bilingual("“{value}”是什么证，{other} 已经写了", "{other} says already which licence '{value}' is"),
        Bilingual("这里只写编号：licences: [{value}]。", "Write the id alone here: licences: [{value}]."),
    )
    LICENCE_UNCHECKED = warning(
        "licence-unchecked",
        Bilingual("没有写谁查“{value}”的有效期", "nobody checks that '{value}' has not expired"),
        Bilingual("写 checks: 岗位编号。", "Write checks: a role's id."),
    )
    LICENCE_CHECKED_BY_HOLDER = warning(
        "licence-checked-by-holder",
        Bilingual("“{value}”由持证的人自己查有效期", "whoever holds '{value}' also checks that it has not expired"),
        Bilingual("checks 写上级或主管的岗位。", "Let a supervisor check it."),
    )
    NUMBER_ASTRAY = warning(
        "number-astray",
        Bilingual("编号“{value}”不属于这一组“{group}”", "number '{value}' does not belong to group '{group}'"),
        Bilingual(
            "组内的编号以“{group}.”开头；原文印的不同，写在 label 里。",
            "Numbers of a group begin with '{group}.'; what the source prints instead stands in `label`.",
        ),
    )
    STANDARD_WITHOUT_BASIS = warning(
        "standard-without-basis",
        Bilingual("标准里有数字，没有写依据", "there is a figure in the standard without its basis"),
        Bilingual(
            "原文没有的数字写 basis: 本手册建议。", "A number that the source does not give needs basis: 本手册建议."
        ),
    )
    SUM_WITHOUT_BASIS = warning(
        "sum-without-basis",
        Bilingual("有限额，没有写依据", "there is a sum without its basis"),
        Bilingual(
            "写 basis: 公司哪份授权文件；没有的写本手册建议。",
            "Write `basis`: which authority of the company gives it, or 本手册建议.",
        ),
    )

    CHART_IN_A_CIRCLE = error(
        "chart-in-a-circle",
        Bilingual("组织架构绕成了圈，画不出来：{value}", "the organisation chart goes in a circle: {value}"),
        Bilingual("改其中一个 under。", "Mend one `under` of them."),
    )
    CHAPTER_NUMBER_TWICE = warning(
        "chapter-number-twice",
        Bilingual(
            "章节号“{value}”用了两次，第一次在第 {first} 行",
            "chapter number '{value}' is used twice, first on line {first}",
        ),
        Bilingual("照原文改；原文就是这样的，用 label 印原样。", "Follow the source; print what it has in `label`."),
    )
    HOLIDAY_REVERSED = error(
        "holiday-reversed",
        Bilingual("“{title}”的 to 早于 from", "`to` of '{title}' comes before `from`"),
        Bilingual("对调，或者改一个。", "Swap or change them."),
    )
    HOLIDAYS_OVERLAP = warning(
        "holidays-overlap",
        Bilingual("{date} 既是“{title}”，又是{other}", "{date} is '{title}' and {other} too"),
        Bilingual(
            "一天只写一处，照国务院办公厅当年的通知改。",
            "Have each day once, as the State Council's notice of the year has it.",
        ),
    )
    HOLIDAY_TOO_LONG = warning(
        "holiday-too-long",
        Bilingual("“{title}”从头到尾有 {days} 天", "'{title}' lasts {days} days from its first to its last"),
        Bilingual("多半是月份或年份写错了，核对。", "Most often the month or the year is wrong: check it."),
    )
    WORKDAY_IN_A_WEEK = warning(
        "workday-in-a-week",
        Bilingual("{date} 是{weekday}，本来就上班", "{date} is a {weekday}, which is worked anyway"),
        Bilingual(
            "这里只写调休上班的周六、周日，核对日期。",
            "Only a Saturday or a Sunday worked in exchange belongs here: check the day.",
        ),
    )
    WORKDAY_ALONE = warning(
        "workday-alone",
        Bilingual("{date} 前后一个月没有节假日", "there is no holiday within a month of {date}"),
        Bilingual(
            "多半是年份写错了，或者节假日还没有写：改对，或者补上。",
            "Most often its year is wrong, or its holiday is missing: put it right, or add the holiday.",
        ),
    )
    CALENDAR_OVER = warning(
        "calendar-over",
        Bilingual("节假日只写到 {date}，已经过了", "the holidays end on {date}, which is past"),
        Bilingual("照新一年的放假通知补上。", "Add those of the new year."),
    )
    DEFAULT_UNUSED = notice(
        "default-unused",
        Bilingual("“{key}”没有一张表用到", "no form goes by '{key}'"),
        Bilingual(
            "删掉它，或者删掉各张表自己写的同样的话。",
            "Delete it, or what the forms say themselves to the same effect.",
        ),
    )
    PARTY_IS_A_ROLE = warning(
        "party-is-a-role",
        Bilingual(
            "“{value}”既是岗位又是签字方，写 by: {value} 指的是岗位",
            "'{value}' is a role and a party; `by: {value}` means the role",
        ),
        Bilingual("签字方换一个编号。", "Give the party another id."),
    )
    PARTY_UNUSED = notice(
        "party-unused",
        Bilingual("没有谁签到“{value}”", "nothing names the party '{value}'"),
        Bilingual("在它签字的表或步骤里写上，或者删掉。", "Name it where it signs or acts, or delete it."),
    )
