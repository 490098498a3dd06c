"""What is wrong with the words of a call is said in the language that is asked for, whoever finds it."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands.usage_errors import in_chinese
from tests.commands.calling import handbook
from tests.commands.running import handbook as run

_FORM = "用法：handbook form [选项] [REF]...\n说明：handbook form --help\n"
_EXPORT = "用法：handbook export [选项] {COURSE}\n说明：handbook export --help\n"
_ALL = "用法：handbook [选项] 命令 [参数]...\n说明：handbook --help\n"
_REPORT = "用法：handbook report [选项] {FORM} {DIR}\n说明：handbook report --help\n"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("form", "GT-R-KF-26"), "要写到哪里？用 -o 写出文件或文件夹。\n"),
        (("form", "-o"), "选项 -o 后面要写一个值。\n"),
        (("form", "--pdf=3", "-o", "x"), "选项 --pdf 后面不写值。\n"),
        (("form", "--contact", "-o", "x"), f"没有选项 --contact。是不是 --contact-sheet, --count？\n{_FORM}"),
        (("form", "--lang", "fr", "-o", "x"), f"--lang 的值不对：fr 不是 zh, en 里的一个。\n{_FORM}"),
        (("report", "A"), f"缺少参数 DIR。\n{_REPORT}"),
        (("report", "A", "b", "c"), f"多写了：c。\n{_REPORT}"),
        (("report", "A", ".", "--today", "2026"), f"--today 的值不对：2026 不是日期，要写成 2026-01-31。\n{_REPORT}"),
        (("report", "A", ".", "--root", "x"), f"--root 写在命令前面：handbook --root … 命令。\n{_REPORT}"),
        (("chek",), f"没有命令 chek。是不是 check？\n{_ALL}"),
        (("--rot", "x"), f"没有选项 --rot。是不是 --root？\n{_ALL}"),
        (("ask", "a", "--top", "x"),
         "--top 的值不对：要写一个整数。\n用法：handbook ask [选项] [question]\n说明：handbook ask --help\n"),
        (("ask", "a", "--top", "99"),
         "--top 的值不对：不能大于 20。\n用法：handbook ask [选项] [question]\n说明：handbook ask --help\n"),
        (("export", "x"),
         f"缺少选项 --as，写这几个里的一个：scorm, gift, moodle, anki。\n{_EXPORT}"),
    ],
)  # fmt: skip
def test_in_chinese(tmp_path: Path, words: tuple[str, ...], message: str) -> None:
    """With exit code 2; what is wrong comes first, how it is written after it."""
    said = handbook(*words, root=tmp_path, lang="zh")

    assert (said.code, said.out, said.err) == (2, "", message)


def test_in_english_it_stays_as_it_was() -> None:
    """In its frame."""
    said = run("report", "A")

    assert said.code == 2
    assert "Missing argument 'DIR'." in said.err


def test_the_language_is_that_of_the_user_where_none_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the one that is asked for is none."""
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    said = run("check", lang="fr")

    assert said.code == 2
    assert said.err.startswith("--lang 的值不对：fr 不是 zh, en 里的一个。\n用法：")


def test_an_unknown_message_is_kept_whole() -> None:
    """Nobody has to guess what it was."""
    assert in_chinese("Something  new.") == "写法不对（Something new.）。"
