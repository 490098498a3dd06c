"""Messages about the shape of a record: keys, lists, and what a value may be."""

from __future__ import annotations

from typing import Final

from schemas.messages.wording import error

SHAPES: Final = {
    "unknown-key": error(
        "不认识的键“{key}”",
        "{guess}这里可以写：{known}。",
        "unknown key '{key}'",
        "{guess}The keys here are: {known}.",
    ),
    "missing-key": error(
        "缺少“{key}”",
        "补上“{key}: …”（{what}）。",
        "'{key}' is missing",
        "Add '{key}: …' ({what}).",
    ),
    "expected-mapping": error(
        "这里应当是“键: 值”，写成了“{found}”",
        "另起一行，缩进，写“键: 值”。",
        "expected 'key: value' here, found '{found}'",
        "Start a new line, indent it, and write 'key: value'.",
    ),
    "expected-list": error(
        "这里应当是列表，写成了“{found}”",
        "写成 [一项, 另一项]，或每行以“- ”开头。",
        "expected a list here, found '{found}'",
        "Write [one, another], or start each line with '- '.",
    ),
    "expected-text": error(
        "这里应当是文字，写成了“{found}”",
        "写一段文字；以 {{ 或 [ 开头的文字要加引号。",
        "expected a text here, found '{found}'",
        "Write a text; quote one that starts with {{ or [.",
    ),
    "empty-text": error(
        "这里是空的", "写上内容，或者删掉这个键。", "this is empty", "Write something, or delete the key."
    ),
    "too-few": error(
        "这里至少要有 {least} 项",
        "每项一行，以“- ”或“编号: ”开头。",
        "at least {least} are needed here",
        "Write each on a line that starts with '- ' or 'id: '.",
    ),
    "out-of-range": error(
        "{value} 不在 {least} 到 {most} 之间",
        "改成这个范围里的数。",
        "{value} is not between {least} and {most}",
        "Write a number in this range.",
    ),
    "bad-choice": error(
        "“{found}”不在可选之列",
        "{guess}可以写：{known}。",
        "'{found}' is not one of the choices",
        "{guess}The choices are: {known}.",
    ),
    "bad-value": error(
        "这里写得不对：{problem}",
        "照同一文件夹里别的记录改。",
        "this is not right: {problem}",
        "Compare another record.",
    ),
    "bad-text": error("“{value}”不能写在这里", "写一段文字。", "'{value}' cannot stand here", "Write a text."),
    "bad-date": error("“{value}”不是日期", "写成 2026-01-15。", "'{value}' is not a date", "Write it as 2026-01-15."),
    "bad-whole-number": error(
        "“{value}”不是整数", "只写数字，如 16。", "'{value}' is not a whole number", "Write digits only, such as 16."
    ),
    "bad-number": error(
        "“{value}”不是数字", "只写数字，如 12.5。", "'{value}' is not a number", "Write digits only, such as 12.5."
    ),
    "bad-flag": error(
        "“{value}”既不是 true 也不是 false",
        "是写 true，否写 false。",
        "'{value}' is neither true nor false",
        "Write true for yes, false for no.",
    ),
    "bad-percent": error("“{value}”不是百分比", "写成 85%。", "'{value}' is not a percentage", "Write it as 85%."),
    "bad-duration": error(
        "“{value}”不是时间长度",
        "写成 30 分钟、2 小时、3 工作日、12 个月，或当场、当班、当日。",
        "'{value}' is not a length of time",
        "Write 30 分钟, 2 小时, 3 工作日, 12 个月, or 当场, 当班, 当日.",
    ),
    "bad-money": error(
        "“{value}”不是金额", "写成 120 元 或 0.5 元/件。", "'{value}' is not a price", "Write 120 元 or 0.5 元/件."
    ),
    "bad-id": error(
        "“{value}”不能作编号",
        "只用小写字母、数字和连字符。",
        "'{value}' cannot be an id",
        "Use lower-case letters, digits and hyphens.",
    ),
    "bad-item-number": error(
        "“{value}”不是条目号", "写成 3.1.1。", "'{value}' is not an item number", "Write it as 3.1.1."
    ),
    "bad-code": error(
        "“{value}”不是文件编号", "写成 GT-R-KF-26。", "'{value}' is not a code", "Write it as GT-R-KF-26."
    ),
    "bad-reference": error(
        "“{value}”不是引用",
        "写编号（GT-R-KF-26）或地址（forms/complaint-register）。",
        "'{value}' is not a reference",
        "Write a code (GT-R-KF-26) or an address (forms/complaint-register).",
    ),
    "bad-address": error(
        "“{value}”不是地址",
        "写成 procedures/complaint-handling。",
        "'{value}' is not an address",
        "Write it as procedures/complaint-handling.",
    ),
    "one-block-each": error(
        "一个块只能有一个键，这里有：{value}",
        "每个块单独以“- ”开头。",
        "a block has exactly one key; here are: {value}",
        "Start each block with its own '- '.",
    ),
    "choices-missing": error(
        "字段“{value}”要选，却没有可选项",
        "加 choices: {{编号: 文字}}。",
        "field '{value}' is a choice without choices",
        "Add choices: {{id: text}}.",
    ),
}
"""By rule."""
