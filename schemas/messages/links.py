"""Messages about what points at what."""

from __future__ import annotations

from typing import Final

from schemas.messages.wording import error

LINKS: Final = {
    "unknown-reference": error(
        "“{value}”没有这条记录",
        "{guess}检查编号或地址。",
        "there is no record '{value}'",
        "{guess}Check the code or address.",
    ),
    "shared-code": error(
        "“{value}”是几张表共用的占位编号",
        "改写地址，如 forms/archive-index。",
        "'{value}' is a placeholder that several forms share",
        "Write the address instead, such as forms/archive-index.",
    ),
    "wrong-kind": error(
        "“{value}”是{found}，这里要{expected}",
        "换一条记录，或者换到别的键下面写。",
        "'{value}' is a {found}; a {expected} is expected here",
        "Name another record, or write this one under another key.",
    ),
    "unknown-part": error("“{value}”里没有“{part}”", "{guess}", "there is no '{part}' in '{value}'", "{guess}"),
    "step-not-named": error(
        "“{value}”没有说是哪一步",
        "写成 {value}#步骤编号。",
        "'{value}' does not say which step",
        "Write it as {value}#id-of-the-step.",
    ),
    "unknown-handbook": error(
        "没有手册“{value}”",
        "{guess}手册是 handbook/ 下的一个文件夹。",
        "there is no handbook '{value}'",
        "{guess}A handbook is a folder under handbook/.",
    ),
    "unknown-role": error(
        "没有岗位“{value}”", "{guess}岗位写在 roles/ 里。", "there is no role '{value}'", "{guess}Roles are in roles/."
    ),
    "unknown-party": error(
        "没有岗位或签字方“{value}”",
        "{guess}签字方写在 handbook.yaml 的 parties 里。",
        "there is no role or party '{value}'",
        "{guess}Parties are in `parties` of handbook.yaml.",
    ),
    "unknown-local": error(
        "这里没有“{value}”可指",
        "{guess}可以写：{known}。",
        "there is no '{value}' to point at here",
        "{guess}The ids are: {known}.",
    ),
    "branch-to-nowhere": error(
        "分支指向不存在的步骤“{value}”",
        "{guess}可以写：{known}。",
        "a branch leads to a step that does not exist: '{value}'",
        "{guess}The steps are: {known}.",
    ),
    "unknown-blank": error(
        "没有名为“{value}”的空格或项目值",
        "{guess}空格写在 handbook.yaml 的 blanks，项目值写在 project。",
        "there is no blank or project value '{value}'",
        "{guess}Blanks are in `blanks` of handbook.yaml, project values in `project`.",
    ),
    "broken-link": error(
        "“{value}”没有配对",
        "链接写成 [[编号]] 或 [[地址]]，写在同一行里。",
        "'{value}' has no counterpart",
        "Write a link as [[code]] or [[address]], within one line.",
    ),
    "duplicate-code": error(
        "编号 {code} 已经用在 {other}",
        "换一个编号，或者合成一条记录。",
        "code {code} is already used by {other}",
        "Use another code, or make one record of the two.",
    ),
    "duplicate-id": error(
        "“{value}”用了两次，第一次在第 {first} 行",
        "各用一个编号。",
        "'{value}' is used twice, first on line {first}",
        "Give each an id of its own.",
    ),
    "formerly-taken": error(
        "旧地址 {value} 现在是另一条记录",
        "删掉这一项。",
        "the former address {value} is another record now",
        "Delete it here.",
    ),
    "formerly-shared": error(
        "旧地址 {value} 也写在 {other}",
        "留一处。",
        "the former address {value} is also claimed by {other}",
        "Keep it in one of them.",
    ),
}
"""By rule."""
