"""Messages about policies: objectives, prices, authority, rewards and penalties."""

from __future__ import annotations

from schemas.messages.wording import Message, error, warning
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
    SAID_BY_THE_FORM = warning(
        "said-by-the-form",
        Bilingual(
            "算法由 {value} 说了，这里又写了 {key}", "{value} says how it is computed, and `{key}` says it again"
        ),
        Bilingual("删掉 {key}；要补充的写进 note。", "Delete `{key}`; what is to be added is a `note`."),
    )
    NOT_COMPUTED = error(
        "not-computed",
        Bilingual("{form} 算不出“{value}”", "{form} does not work out '{value}'"),
        Bilingual("{guess}它算得出：{known}。", "{guess}It works out: {known}."),
    )
    TARGET_OF_ANOTHER_KIND = error(
        "target-of-another-kind",
        Bilingual("目标值是“{value}”，表单算出的是{found}", "the target is '{value}', the form works out {found}"),
        Bilingual("改目标值，或者换一个数。", "Change the target, or name another number of the form."),
    )
    BANDS_IN_DISORDER = error(
        "bands-in-disorder",
        Bilingual(
            "“{value}”这一档排在“{before}”后面，却不比它大",
            "the band up to '{value}' follows '{before}' and is not above it",
        ),
        Bilingual("从低到高排，用一样的单位。", "Order them from low to high, in the same unit."),
    )
    BAND_AFTER_THE_LAST = error(
        "band-after-the-last",
        Bilingual(
            "“{value}”前面的一档没有上限，轮不到这一档",
            "the band before '{value}' has no upper end, so this never applies",
        ),
        Bilingual("给前面的一档写 up_to。", "Give the one before it an `up_to`."),
    )
    NOBODY_DECIDES = error(
        "nobody-decides",
        Bilingual("“{value}”没有人决定", "nobody decides '{value}'"),
        Bilingual("写 岗位: decides。", "Write `role: decides`."),
    )
    SEVERAL_DECIDE = warning(
        "several-decide",
        Bilingual("“{value}”有几方都写了决定：{who}", "several decide '{value}': {who}"),
        Bilingual("一方 decides，其余 countersigns 或 reviews。", "One `decides`; the others countersign or review."),
    )
    DEPUTY_OF_HIMSELF = error(
        "deputy-of-himself",
        Bilingual("“{value}”不在时由自己代", "'{value}' stands in for itself"),
        Bilingual("换一个代理人。", "Name somebody else."),
    )
    DEPUTY_PROPOSES = warning(
        "deputy-proposes",
        Bilingual("“{value}”代为决定的，是自己提出的事", "'{value}' would decide what it proposes itself"),
        Bilingual("换一个代理人。", "Name another deputy."),
    )
    NOT_IN_MAY = warning(
        "not-in-may",
        Bilingual(
            "“{who}”在这里决定“{value}”，岗位的权限里没有",
            "'{who}' decides '{value}' here, and the role does not say so",
        ),
        Bilingual(
            "在 roles/{role}.yaml 的 authority.may 里加 {id}: …。", "Add {id}: … to authority.may of roles/{role}.yaml."
        ),
    )
    MAY_DISAGREES = warning(
        "may-disagrees",
        Bilingual("“{who}”的岗位写的是 {role}，这里是 {here}", "the role of '{who}' says {role}, this says {here}"),
        Bilingual("改成一样的。", "Make the two agree."),
    )
    SUMS_OVERLAP = error(
        "sums-overlap",
        Bilingual("“{value}”的金额和前一级重了", "the sums of '{value}' overlap with those before"),
        Bilingual(
            "从低到高排；每一级的 up_to 比前一级大。", "Order them from low to high, each `up_to` above the one before."
        ),
    )
    SUMS_GAP = error(
        "sums-gap",
        Bilingual("{low} 到 {high} 之间没有人决定", "nobody decides from {low} to {high}"),
        Bilingual("删掉 above，从前一级接着算。", "Delete `above`: it goes on from the level before."),
    )
    NOBODY_ABOVE = warning(
        "nobody-above",
        Bilingual("“{value}”超过 {sum}由谁决定没有写", "who decides '{value}' above {sum} is not said"),
        Bilingual("加一级不写 up_to 的。", "Add a level without `up_to`."),
    )
    CLAUSE_IS_ARTICLE = error(
        "clause-is-article",
        Bilingual("“{value}”既是一款，又是一条", "'{value}' is a clause and an article"),
        Bilingual("改其中一个的 no。", "Change the `no` of one of them."),
    )
    WAGE_FINE = error(
        "wage-fine",
        Bilingual("“{value}”：用人单位不得罚款、扣工资", "'{value}': an employer may not fine staff or withhold wages"),
        Bilingual(
            "改成扣分、重学重考、停止单独当班等。", "Take points, repeat the course, or stop shifts alone instead."
        ),
    )
