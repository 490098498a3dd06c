"""Messages of commands: what stands in the way of doing what was asked."""

from __future__ import annotations

from typing import Final

from schemas.messages.wording import error

COMMANDS: Final = {
    "no-root": error(
        "找不到手册",
        "进入有 handbook/library.yaml 的文件夹，或用 --root 指定，或设 HANDBOOK_ROOT。",
        "no handbook library found",
        "Go to the folder that holds handbook/library.yaml, or name it with --root or HANDBOOK_ROOT.",
    ),
    "wrong-root": error(
        "{said} 指的“{path}”里没有 handbook/library.yaml",
        "进入有 handbook/library.yaml 的文件夹，或用 --root 指定，或设 HANDBOOK_ROOT。",
        "{said} names '{path}', which holds no handbook/library.yaml",
        "Go to the folder that holds handbook/library.yaml, or name it with --root or HANDBOOK_ROOT.",
    ),
    "no-library": error(
        "手册有 {count} 个错误，读不成",
        "先运行 handbook check。",
        "the library cannot be used; errors in it: {count}",
        "Run handbook check first.",
    ),
    "port-taken": error(
        "不能在 {place} 提供服务：{reason}",
        "换一个端口：handbook serve --port 8001。",
        "cannot serve at {place}: {reason}",
        "Choose another port: handbook serve --port 8001.",
    ),
    "no-record": error("没有“{value}”", "{guess}", "there is no '{value}'", "{guess}"),
    "no-forms": error(
        "“{value}”没有用到表单，没有可以打印的",
        "",
        "'{value}' uses no form, so there is nothing to print",
        "",
    ),
    "no-role-yet": error(
        "手册 {handbook} 里还没有岗位",
        "先建一个：handbook new role front-desk。",
        "handbook {handbook} has no role yet",
        "Make one first: handbook new role front-desk.",
    ),
    "cannot-write": error(
        "{path} 写不进去：{reason}",
        "检查文件夹的权限。",
        "{path} cannot be written: {reason}",
        "Check the permissions of the folder.",
    ),
    "other-kind": error(
        "“{value}”是{found}，这里要{expected}", "", "'{value}' is a {found}; a {expected} is expected here", ""
    ),
    "record-exists": error(
        "已经有这条记录：{path}",
        "换一个编号，或者直接改那个文件。",
        "this record exists already: {path}",
        "Take another id, or edit that file.",
    ),
}
"""By rule."""
