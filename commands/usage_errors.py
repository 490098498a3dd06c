"""What is wrong with the words of a call, as the program that reads them says it in English, said in Chinese.

Each line of the table is one of its messages, with the parts that differ in groups; what is in no line is said as it
is, after words that are Chinese.
"""

from __future__ import annotations

import re
from typing import Any, Final

from commands.spoken import usage

_ZH: Final[tuple[tuple[str, str], ...]] = (
    (r"Missing option(?: (.+?))?\. Choose from:\s*(.+)", "缺少选项 {0}，写这几个里的一个：{1}。"),
    (r"Missing argument(?: (.+?))?\. Choose from:\s*(.+)", "缺少参数 {0}，写这几个里的一个：{1}。"),
    (r"Missing option(?: (.+?))?\.", "缺少选项 {0}。"),
    (r"Missing argument(?: (.+?))?\.", "缺少参数 {0}。"),
    (r"Missing parameter:? ?(.+?)\.?", "缺少参数 {0}。"),
    (r"Missing command\.", "缺少命令。"),
    (r"No such command '(.*)'\.(?: Did you mean (.+)\?)?", "没有命令 {0}。{1?是不是 {1}？}"),
    (r"No such option:? (--root|--lang)", "{0} 写在命令前面：handbook {0} … 命令。"),
    (r"No such option:? (\S+?)(?: \(Possible options: (.+?)\))?", "没有选项 {0}。{1?是不是 {1}？}"),
    (r"Got unexpected extra arguments?(?:\(s\))? \((.+)\)", "多写了：{0}。"),
    (r"Option '?(.+?)'? requires an argument\.", "选项 {0} 后面要写一个值。"),
    (r"Option '?(.+?)'? requires (\d+) arguments\.", "选项 {0} 后面要写 {1} 个值。"),
    (r"Option '?(.+?)'? does not take a value\.", "选项 {0} 后面不写值。"),
    (r"Argument '?(.+?)'? takes (\d+) values\.", "参数 {0} 要写 {1} 个值。"),
    (r"Could not open file (.+?): (.+)", "打不开文件 {0}：{1}。"),
    (r"Invalid value for (.+?): (.+)", "{0} 的值不对：{1:again}"),
    (r"Invalid value: (.+)", "值不对：{0:again}"),
    (r"Value error, (.+)", "{0:again}"),
    (r"(.+) is not one of (.+?)\.", "{0} 不是 {1} 里的一个。"),
    (r"(.+) does not match the formats? '%Y-%m-%d'\.", "{0} 不是日期，要写成 2026-01-31。"),
    (r"(.+) does not match the formats? (.+?)\.", "{0} 不是这样写的：{1}。"),
    (r"Input should be a valid integer.*", "要写一个整数。"),
    (r"Input should be a valid number.*", "要写一个数。"),
    (r"Input should be less than or equal to (.+)", "不能大于 {0}。"),
    (r"Input should be greater than or equal to (.+)", "不能小于 {0}。"),
    (r"(?:file|path|directory|File|Path|Directory) (.+) does not exist\.", "没有 {0}。"),
    (r"(?:file|path|directory|File|Path|Directory) (.+) is a directory\.", "{0} 是文件夹，要写文件。"),
    (r"(?:file|path|directory|File|Path|Directory) (.+) is a file\.", "{0} 是文件，要写文件夹。"),
    (r"(?:file|path|directory|File|Path|Directory) (.+) is not (?:readable|writable)\.", "{0} 没有权限。"),
)  # fmt: skip
_AGAIN: Final = re.compile(r"\{(\d):again\}")
_IF: Final = re.compile(r"\{(\d)\?((?:[^{}]|\{\d\})*)\}")
_PLACE: Final = re.compile(r"\{(\d)\}")


def in_chinese(message: str) -> str:
    """A message about the words of a call, in Chinese."""
    line = " ".join(message.split())
    for pattern, wording in _ZH:
        if match := re.fullmatch(pattern, line):
            return _filled(wording, match)
    return f"写法不对（{line}）。"


def _filled(wording: str, match: re.Match[str]) -> str:
    given = [group or "" for group in match.groups()]
    text = _IF.sub(lambda part: part[2] if given[int(part[1])] else "", wording)
    text = _AGAIN.sub(lambda part: in_chinese(given[int(part[1])]), text)
    return _PLACE.sub(lambda part: given[int(part[1])].replace("'", ""), text)


def usage_in_chinese(error: Any) -> str:
    """What is wrong, how the call is written, and where more stands; *error* is that of a call."""
    lines = [in_chinese(error.format_message())]
    call = getattr(error, "ctx", None)
    if call is not None:
        lines += [usage(call.get_usage()), f"说明：{call.command_path} {call.help_option_names[0]}"]
    return "\n".join(lines)
