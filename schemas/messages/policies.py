"""Messages about policies: objectives, prices, authority, rewards and penalties."""

from __future__ import annotations

from schemas.messages.wording import Message, error
from schemas.words import Bilingual


class Policies(Message):
    """What a policy lays down."""

    EMPTY_POLICY = error(
        "empty-policy",
        Bilingual("这份制度什么也没有规定", "this policy lays nothing down"),
        Bilingual(
            "写条款（sections），或质量目标、承诺、价目、权限、奖惩、法规中的一样。",
            "Write `sections`, or one of objectives, commitments, tariffs, authority, rewards, penalties and laws.",
        ),
    )
    EMPTY_SECTION = error(
        "empty-section",
        Bilingual("“{value}”这一节没有条款", "section '{value}' has no articles"),
        Bilingual(
            "加 articles；原文只有标题的，写 note: 原文无正文。",
            "Add `articles`; where the source has the heading only, write note: 原文无正文.",
        ),
    )
    BAD_TARGET = error(
        "bad-target",
        Bilingual("“{value}”不是目标值", "'{value}' is not a target"),
        Bilingual(
            "写成 不低于 95%、不超过 2 起、90%—95%，或 {{at_least: 95%}}。",
            "Write 不低于 95%, 不超过 2 起, 90%—95%, or {{at_least: 95%}}.",
        ),
    )
    ONE_BOUND = error(
        "one-bound",
        Bilingual("目标值只写一个键，这里有：{value}", "a target has exactly one key; here are: {value}"),
        Bilingual(
            "只写 at_least、at_most、between、exactly 中的一个。",
            "Write one of at_least, at_most, between and exactly.",
        ),
    )
    NO_FORMULA = error(
        "no-formula",
        Bilingual("“{value}”没有说怎样计算", "'{value}' does not say how it is computed"),
        Bilingual(
            "写 computed: 表单编号#块.字段，或写 formula: 算式。",
            "Write computed: CODE#block.field, or formula: in words.",
        ),
    )
    PRICE_OR_BANDS = error(
        "price-or-bands",
        Bilingual("“{value}”要么写 price，要么写 bands", "'{value}' needs either `price` or `bands`"),
        Bilingual("不分档写 price，分档写 bands。", "One price is `price`; a price for each band is `bands`."),
    )
    ROLES_OR_LEVELS = error(
        "roles-or-levels",
        Bilingual("“{value}”要么写 roles，要么写 levels", "'{value}' needs either `roles` or `levels`"),
        Bilingual(
            "不分级写 roles；按金额分级写 levels，roles 写在每一级里。",
            "Without levels write `roles`; with `levels` each has its own `roles`.",
        ),
    )
