"""Every message about content, in Chinese and English, by rule: the one table that findings are worded from.

A title says what is wrong, a hint how to put it right. `{names}` are filled from the finding.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Message:
    """The wording of one rule."""

    severity: Severity
    zh: str
    zh_hint: str
    en: str
    en_hint: str

    def title(self, lang: str) -> str:
        """What is wrong, as a template."""
        return self.zh if lang == "zh" else self.en

    def hint(self, lang: str) -> str:
        """How to put it right, as a template; empty when the title says it all."""
        return self.zh_hint if lang == "zh" else self.en_hint


def _error(zh: str, zh_hint: str, en: str, en_hint: str) -> Message:
    return Message("error", zh, zh_hint, en, en_hint)


def _warning(zh: str, zh_hint: str, en: str, en_hint: str) -> Message:
    return Message("warning", zh, zh_hint, en, en_hint)


_FILES: Final = {
    "file-too-big": _error(
        "文件有 {size} MB，超过 {limit} MB", "一个文件只写一条记录。", "the file is {size} MB, over the limit of {limit} MB",
        "Write one record a file.",
    ),
    "not-a-file": _error(
        "这不是普通文件，或者链接到了手册以外", "换成普通的 YAML 文件。", "this is not a plain file, or links outside the handbook",
        "Put a plain YAML file here.",
    ),
    "not-utf8": _error(
        "文件不是 UTF-8 编码，看起来是 {guess}", "在编辑器里选“另存为”，编码选 UTF-8。", "the file is not UTF-8; it looks like {guess}",
        "Save it again as UTF-8.",
    ),
    "control-character": _error(
        "有看不见的字符 {name}", "删掉它；多半是从 Word 或网页粘贴来的。", "there is an invisible character {name}",
        "Delete it; it was probably pasted from Word or a web page.",
    ),
    "tab": _error(
        "有制表符（Tab）", "缩进和间隔都用空格。", "there is a tab", "Use spaces for indentation and between words."
    ),
    "full-width-colon": _error(
        "“{key}”后面是全角冒号", "改成半角冒号加一个空格：“{key}: ”。", "a full-width colon follows '{key}'",
        "Write an ASCII colon and a space: '{key}: '.",
    ),
    "yaml-syntax": _error(
        "YAML 写法不对：{problem}", "看这一行和上一行的缩进、引号和冒号。", "this is not valid YAML: {problem}",
        "Look at the indentation, quotes and colons of this line and the one above.",
    ),
    "yaml-alias": _error(
        "用了锚点或别名（& 或 *）", "把内容直接写出来；以 & 或 * 开头的文字要加引号。", "there is an anchor or alias (& or *)",
        "Write the content out; quote a text that starts with & or *.",
    ),
    "yaml-tag": _error(
        "用了类型标记（!）", "删掉标记；以 ! 开头的文字要加引号。", "there is a type tag (!)",
        "Delete the tag; quote a text that starts with !.",
    ),
    "too-deep": _error(
        "嵌套超过 {limit} 层", "检查括号和缩进。", "nested more than {limit} levels deep", "Check the brackets and the indentation."
    ),
    "too-many-nodes": _error(
        "内容超过 {limit} 项", "把它拆成几条记录。", "more than {limit} items", "Split it into several records."
    ),
    "many-documents": _error(
        "一个文件里有几个文档（---）", "一个文件只写一条记录。", "there are several documents (---) in one file", "Write one record a file."
    ),
    "duplicate-key": _error(
        "“{key}”写了两次，第一次在第 {first} 行", "留一个。", "'{key}' is written twice, first on line {first}", "Keep one of them."
    ),
    "complex-key": _error("这里的键不是文字", "键只用一个词。", "this key is not a word", "Use a single word as key."),
    "not-a-mapping": _error(
        "文件里没有“键: 值”", "参照同一文件夹里的其他记录。", "there is no 'key: value' in the file",
        "Look at another record in the same folder.",
    ),
    "missing-file": _error("缺少 {name}", "新建它。", "{name} is missing", "Create it."),
    "unknown-folder": _error(
        "不认识的文件夹“{name}”", "文件夹名是种类：{known}。", "unknown folder '{name}'", "A folder is a kind: {known}."
    ),
    "bad-file-name": _error(
        "文件名“{name}”不能作编号", "只用小写字母、数字和连字符，以 .yaml 结尾。", "the file name '{name}' cannot be an id",
        "Use lower-case letters, digits and hyphens only, ending in .yaml.",
    ),
}

_SHAPES: Final = {
    "unknown-key": _error(
        "不认识的键“{key}”", "{guess}这里可以写：{known}。", "unknown key '{key}'", "{guess}The keys here are: {known}."
    ),
    "missing-key": _error(
        "缺少“{key}”", "照同一文件夹里别的记录补上“{key}: …”。", "'{key}' is missing", "{what}."
    ),
    "expected-mapping": _error(
        "这里应当是“键: 值”，写成了“{found}”", "另起一行，缩进，写“键: 值”。", "expected 'key: value' here, found '{found}'",
        "Start a new line, indent it, and write 'key: value'.",
    ),
    "expected-list": _error(
        "这里应当是列表，写成了“{found}”", "写成 [一项, 另一项]，或每行以“- ”开头。", "expected a list here, found '{found}'",
        "Write [one, another], or start each line with '- '.",
    ),
    "expected-text": _error(
        "这里应当是文字", "写一段文字；有 {{ }} 或 [ ] 的要加引号。", "expected a text here",
        "Write a text; quote one that has {{ }} or [ ] in it.",
    ),
    "empty-text": _error("这里是空的", "写上内容，或者删掉这个键。", "this is empty", "Write something, or delete the key."),
    "too-few": _error("这里至少要有 {least} 项", "", "at least {least} are needed here", ""),
    "bad-choice": _error("“{found}”不在可选之列", "{guess}可以写：{known}。", "'{found}' is not one of the choices", "{guess}The choices are: {known}."),
    "bad-date": _error(
        "“{value}”不是日期", "写成 2026-01-15。", "'{value}' is not a date", "Write it as 2026-01-15."
    ),
    "bad-whole-number": _error("“{value}”不是整数", "只写数字，如 16。", "'{value}' is not a whole number", "Write digits only, such as 16."),
    "bad-number": _error("“{value}”不是数字", "只写数字，如 12.5。", "'{value}' is not a number", "Write digits only, such as 12.5."),
    "bad-flag": _error("“{value}”不是是或否", "写 true 或 false。", "'{value}' is neither yes nor no", "Write true or false."),
    "bad-percent": _error("“{value}”不是百分比", "写成 85%。", "'{value}' is not a percentage", "Write it as 85%."),
    "bad-duration": _error(
        "“{value}”不是时间长度", "写成 30 分钟、2 小时、3 工作日、12 个月，或当场、当班、当日。", "'{value}' is not a length of time",
        "Write 30 分钟, 2 小时, 3 工作日, 12 个月, or 当场, 当班, 当日.",
    ),
    "bad-money": _error("“{value}”不是金额", "写成 120 元 或 0.5 元/件。", "'{value}' is not a price", "Write 120 元 or 0.5 元/件."),
    "bad-id": _error(
        "“{value}”不能作编号", "只用小写字母、数字和连字符。", "'{value}' cannot be an id", "Use lower-case letters, digits and hyphens."
    ),
    "bad-item-number": _error("“{value}”不是条目号", "写成 3.1.1。", "'{value}' is not an item number", "Write it as 3.1.1."),
    "bad-code": _error("“{value}”不是文件编号", "写成 GT-R-KF-26。", "'{value}' is not a code", "Write it as GT-R-KF-26."),
    "bad-reference": _error(
        "“{value}”不是引用", "写编号（GT-R-KF-26）或地址（forms/complaint-register）。", "'{value}' is not a reference",
        "Write a code (GT-R-KF-26) or an address (forms/complaint-register).",
    ),
    "bad-address": _error(
        "“{value}”不是地址", "写成 procedures/complaint-handling。", "'{value}' is not an address", "Write it as procedures/complaint-handling."
    ),
    "one-block-each": _error(
        "一个块只能有一个键，这里有：{value}", "每个块单独以“- ”开头。", "a block has exactly one key; here are: {value}",
        "Start each block with its own '- '.",
    ),
    "choices-missing": _error(
        "字段“{value}”要选，却没有可选项", "加 choices: {{编号: 文字}}。", "field '{value}' is a choice without choices", "Add choices: {{id: text}}."
    ),
}

_LINKS: Final = {
    "unknown-reference": _error(
        "“{value}”没有这条记录", "{guess}检查编号或地址。", "there is no record '{value}'", "{guess}Check the code or address."
    ),
    "shared-code": _error(
        "“{value}”是几张表共用的占位编号", "改写地址，如 forms/archive-index。", "'{value}' is a placeholder that several forms share",
        "Write the address instead, such as forms/archive-index.",
    ),
    "wrong-kind": _error(
        "“{value}”是{found}，这里要{expected}", "", "'{value}' is a {found}; a {expected} is expected here", ""
    ),
    "unknown-part": _error(
        "“{value}”里没有“{part}”", "{guess}", "there is no '{part}' in '{value}'", "{guess}"
    ),
    "unknown-role": _error(
        "没有岗位“{value}”", "{guess}岗位写在 roles/ 里。", "there is no role '{value}'", "{guess}Roles are in roles/."
    ),
    "unknown-party": _error(
        "没有岗位或签字方“{value}”", "{guess}签字方写在 handbook.yaml 的 parties 里。", "there is no role or party '{value}'",
        "{guess}Parties are in `parties` of handbook.yaml.",
    ),
    "unknown-local": _error(
        "这条记录里没有“{value}”", "{guess}", "there is no '{value}' in this record", "{guess}"
    ),
    "branch-to-nowhere": _error(
        "分支指向不存在的步骤“{value}”", "{guess}", "a branch leads to a step that does not exist: '{value}'", "{guess}"
    ),
    "unknown-blank": _error(
        "没有名为“{value}”的空格或项目值", "{guess}空格写在 handbook.yaml 的 blanks，项目值写在 project。",
        "there is no blank or project value '{value}'", "{guess}Blanks are in `blanks` of handbook.yaml, project values in `project`.",
    ),
    "duplicate-code": _error(
        "编号 {code} 已经用在 {other}", "换一个编号，或者合成一条记录。", "code {code} is already used by {other}",
        "Use another code, or make one record of the two.",
    ),
    "duplicate-id": _error("“{value}”在这里用了两次", "各用一个编号。", "'{value}' is used twice here", "Give each an id of its own."),
    "formerly-taken": _error(
        "旧地址 {value} 现在是另一条记录", "删掉这一项。", "the former address {value} is another record now", "Delete it here."
    ),
}

_RULES: Final = {
    "step-empty": _error("步骤“{id}”没有写做什么", "写 do，或者写 ask 和 branches。", "step '{id}' does not say what is done", "Write `do`, or `ask` and `branches`."),
    "branches-missing": _error(
        "问题“{id}”至少要有两个分支", "写 branches: {{编号: {{text: …, to: …}}}}。", "the question '{id}' needs two branches at least",
        "Write branches: {{id: {{text: …, to: …}}}}.",
    ),
    "question-missing": _error("“{id}”有分支，没有问题", "写 ask。", "'{id}' has branches but no question", "Write `ask`."),
    "unreachable": _error(
        "“{id}”走不到", "从前面某一步引到它，或者删掉。", "nothing leads to '{id}'", "Lead to it from an earlier one, or delete it."
    ),
    "never-ends": _error(
        "从“{id}”出发走不到结束", "给这条路写上 end: true。", "no way leads from '{id}' to an end", "Give this way an `end: true`."
    ),
    "dead-end": _error(
        "“{id}”之后没有下文", "写 next、listen、branches，或者 end: true。", "nothing follows '{id}'", "Write next, listen, branches, or end: true."
    ),
    "loop-without-limit": _warning(
        "从“{id}”绕回前面，没有写最多几次", "给循环里的一步写 limit: {{times: 2, then: …}}。", "the loop back from '{id}' has no limit",
        "Give a step of the loop limit: {{times: 2, then: …}}.",
    ),
    "width-sum": _error(
        "各列宽度加起来是 {sum}，不是 100", "调整 width。", "the column widths add up to {sum}, not 100", "Adjust `width`."
    ),
    "form-unused": _warning(
        "没有规程用到这张表", "在用它的步骤里写 forms，或说明原因：accept。", "no procedure uses this form",
        "Name it in `forms` of the step that uses it, or accept this with a reason.",
    ),
    "deadline-disagrees": _warning(
        "表上写 {form}，规程写 {procedure}", "改成一致。", "the form says {form}, the procedure {procedure}", "Make them agree."
    ),
    "duty-missing": _warning(
        "“{role}”在 {record} 里办事，职责里却没有写", "在岗位的职责里写 see: [{record}]。",
        "'{role}' acts in {record}, but no duty of the role says so", "Write see: [{record}] in a duty of the role.",
    ),
    "reports-in-a-circle": _warning(
        "汇报关系绕成了圈：{value}", "改 reports_to。", "the reporting line goes in a circle: {value}", "Change reports_to."
    ),
    "review-overdue": _warning(
        "{date} 就该评审了", "读一遍，改好，再写新的 review_by。", "this was due for review on {date}", "Read it, mend it, and set a new review_by."
    ),
    "asks-missing": _warning(
        "没有写员工会怎么问", "写 asks，中文英文都要，用问的人的话。", "it does not say how staff would ask", "Write `asks`, Chinese and English, in the words of the person asking."
    ),
    "basis-missing": _warning(
        "有时限，没有写依据", "原文没有的数字写 basis: 本手册建议。", "there is a time limit without its basis",
        "A number that the source does not give needs basis: 本手册建议.",
    ),
    "owner-missing": _warning("没有写谁负责这份文件", "写 owner: 岗位编号。", "nobody owns this text", "Write owner: a role's id."),
    "not-in-a-chapter": _warning(
        "哪一章都没有收这条记录", "在 handbook.yaml 的 chapters 里加上。", "no chapter contains this record", "Add it to `chapters` of handbook.yaml."
    ),
    "no-course": _warning(
        "没有课程教这条规程", "在课程的 read 里加上，或说明原因：accept。", "no course teaches this procedure",
        "Add it to `read` of a course, or accept this with a reason.",
    ),
    "accepts-nothing": _warning(
        "accept 里的“{value}”没有对应的问题", "删掉这一项。", "the accepted rule '{value}' finds nothing", "Delete it."
    ),
    "translation-missing": _warning("缺少英文：{value}", "在 {catalogue} 里译出 {address}。", "the English is missing: {value}", "Translate {address} in {catalogue}."),
    "translation-fuzzy": _warning(
        "中文改了，英文待核：{value}", "在 {catalogue} 里核对 {address}，去掉 fuzzy。", "the Chinese changed; check the English: {value}",
        "Check {address} in {catalogue} and remove `fuzzy`.",
    ),
    "translation-blanks": _warning(
        "英文里的空格或链接与中文不同：{value}", "{address} 两边都要有：{expected}。", "the English has other blanks or links: {value}",
        "{address} must have on both sides: {expected}.",
    ),
    "catalogue-syntax": _error("翻译文件读不了：{problem}", "用 Poedit 打开看看。", "the catalogue cannot be read: {problem}", "Open it in Poedit."),
}

_COMMANDS: Final = {
    "no-root": _error(
        "找不到手册", "进入有 handbook/library.yaml 的文件夹，或用 --root 指定，或设 HANDBOOK_ROOT。", "no handbook library found",
        "Go to the folder that holds handbook/library.yaml, or name it with --root or HANDBOOK_ROOT.",
    ),
    "no-library": _error("手册有 {count} 个错误，读不成", "先运行 handbook check。", "the library has {count} errors and cannot be used", "Run handbook check first."),
    "no-record": _error("没有“{value}”", "{guess}", "there is no '{value}'", "{guess}"),
}

MESSAGES: Final = {**_FILES, **_SHAPES, **_LINKS, **_RULES, **_COMMANDS}
"""Every rule's wording."""
