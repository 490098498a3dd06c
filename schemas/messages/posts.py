"""Messages about posts and hours: who is there when, who stands in, what the chart says."""

from __future__ import annotations

from schemas.messages.wording import Message, error
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
