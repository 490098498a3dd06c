"""`handbook check`: exit codes, both languages, JSON, and nothing written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.calling import handbook
from tests.schemas.content import COMPLAINTS, KEYS, KEYS_CATALOGUE, Content

TODAY = ("--today", "2026-01-20")


def python(*words: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own, as a shell starts it."""
    code = "from commands.main import main; main()"
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "HANDBOOK"))}
    return subprocess.run(
        [sys.executable, "-c", code, *words], cwd=cwd, capture_output=True, timeout=60, check=False,
        env={**kept, "PYTHONPATH": str(Path.cwd()), **environment},
    )  # fmt: skip


class TestExitCode:
    """0 when nothing is in the way, 1 when something is, 2 when the call is wrong."""

    def test_a_sound_library_is_0(self, content: Content) -> None:
        """Strictly too."""
        assert handbook("check", *TODAY, root=content.root).code == 0
        strict = handbook("check", "--strict", *TODAY, root=content.root)

        assert (strict.code, strict.out) == (0, "0 errors, 0 warnings\n")

    def test_a_warning_is_0_and_strictly_1(self, content: Content) -> None:
        """Warnings are the owner's to judge, unless the call says otherwise."""
        content.change(KEYS, "owner: service-supervisor\n", "")

        assert handbook("check", *TODAY, root=content.root).code == 0
        assert handbook("check", "--strict", *TODAY, root=content.root).code == 1

    def test_an_error_is_1(self, content: Content) -> None:
        """With and without `--json`."""
        content.change(KEYS, "rows: 16", "rows: many")

        assert handbook("check", *TODAY, root=content.root).code == 1
        assert handbook("check", "--json", *TODAY, root=content.root).code == 1

    @pytest.mark.parametrize("words", [["--today", "yesterday"], ["--today", "2026-13-45"], ["--jsn"]])
    def test_a_wrong_call_is_2(self, content: Content, words: list[str]) -> None:
        """A day that is none, and an option that there is not."""
        assert handbook("check", *words, root=content.root).code == 2

    def test_today_decides_what_is_overdue(self, content: Content) -> None:
        """The same library on two days."""
        early = handbook("check", "--strict", "--today", "2027-01-15", root=content.root)
        late = handbook("check", "--strict", "--today", "2027-01-16", root=content.root)
        records = content.library().entries.values()

        assert early.code == 0
        assert late.code == 1
        assert late.out.count("[review-overdue]") == sum(entry.record.review_by is not None for entry in records)


class TestWords:
    """What is printed, exactly."""

    def test_a_finding_is_a_line_and_its_hint(self, content: Content) -> None:
        """In the language that `--lang` names, and then a total."""
        place = content.put(KEYS, "rows: ~16~", "many")

        assert handbook("--lang", "zh", "check", *TODAY, root=content.root).out == (
            f"{place}: 错误: “many”不是整数 [bad-whole-number]\n    只写数字，如 16。\n"
            "规则是什么意思，怎么改：handbook check --explain bad-whole-number\n1 个错误，0 个警告\n"
        )
        assert handbook("--lang", "en", "check", *TODAY, root=content.root).out == (
            f"{place}: error: 'many' is not a whole number [bad-whole-number]\n"
            "    Write digits only, such as 16.\n"
            "What a rule means, and how to put it right: handbook check --explain bad-whole-number\n"
            "1 error, 0 warnings\n"
        )

    def test_a_place_is_no_emoji_and_no_markup(self, content: Content) -> None:
        """`:100:` on line 100 stays a number, and square brackets stay brackets."""
        content.write(
            KEYS, content.read(KEYS).replace("rows: 16", "rows: '[bold]'").replace("blocks:\n", "\n" * 60 + "blocks:\n")
        )
        content.change(
            KEYS,
            "      id: loans\n",
            "      id: loans\n" + "\n" * (99 - content.read(KEYS).split("rows:")[0].count("\n")),
        )
        said = handbook("check", *TODAY, root=content.root)

        assert f"{KEYS}:100:13: error: '[bold]' is not a whole number [bad-whole-number]" in said.out

    def test_texts_without_english_are_counted(self, content: Content) -> None:
        """Two hundred of them do not hide what else is wrong; JSON has every one."""
        content.write(KEYS_CATALOGUE, "")
        content.change(KEYS, "owner: service-supervisor\n", "")
        said = handbook("check", *TODAY, root=content.root)

        assert said.out.count(f"{KEYS}:") == 6
        assert "[owner-missing]" in said.out
        assert f"{KEYS}: 25 more without English\n" in said.out
        assert len(json.loads(handbook("check", "--json", *TODAY, root=content.root).out)) == 29


class TestPaths:
    """`check PATH…`: what is found there, from wherever one is."""

    def test_what_is_found_there_is_told(self, content: Content) -> None:
        """A file, a folder, several; references still lead into the rest of the library."""
        content.change(KEYS, "owner: service-supervisor\n", "")
        content.change(COMPLAINTS, "owner: service-centre-manager", "owner: nobody")
        book = "handbook/greentown-after-sales"

        assert handbook("check", f"{book}/forms", *TODAY, root=content.root).out.endswith("0 errors, 1 warning\n")
        assert handbook("check", "call-scripts", *TODAY, root=content.root).out == "0 errors, 0 warnings\n"
        assert handbook("check", KEYS, COMPLAINTS, *TODAY, root=content.root).out.endswith("1 error, 1 warning\n")
        assert handbook("check", KEYS, *TODAY, root=content.root).code == 0
        assert handbook("check", COMPLAINTS, *TODAY, root=content.root).code == 1

    def test_it_is_the_same_when_all_was_checked_before(self, content: Content) -> None:
        """What is remembered of the whole library is told in part."""
        content.change(KEYS, "owner: service-supervisor\n", "")
        before = handbook("check", KEYS, *TODAY, root=content.root)
        handbook("check", *TODAY, root=content.root)

        assert handbook("check", KEYS, *TODAY, root=content.root) == before

    def test_the_english_belongs_to_its_record(self, content: Content) -> None:
        """A mistake in the catalogue is told with the record, and a mistake of the record with the catalogue."""
        english = KEYS.replace("/forms/", "/en/forms/").replace(".yaml", ".po")
        content.write(english, content.read(english).replace("\nmsgctxt", "\n#, fuzzy\nmsgctxt", 2))
        said = [
            handbook("check", path, *TODAY, root=content.root).out
            for path in (KEYS, english, str(Path(KEYS).parent), str(Path(english).parent))
        ]

        assert all(f"{english}:" in out and "[translation-fuzzy]" in out for out in said)

    def test_a_path_is_seen_from_where_one_is(self, content: Content) -> None:
        """In a folder deep inside, by a name of that folder; `.` is what is in it."""
        content.change(KEYS, "owner: service-supervisor\n", "")
        here = (content.root / KEYS).parent
        by_name = python("check", "key-loan-register.yaml", *TODAY, cwd=here)
        all_here = python("check", ".", *TODAY, cwd=here)

        assert by_name.stdout == all_here.stdout
        assert by_name.stdout.decode().startswith(f"{KEYS}:1:1: warning: nobody owns this text")

    def test_a_path_that_there_is_not_is_guessed_at(self, content: Content, tmp_path: Path) -> None:
        """One line, exit code 1; so is one that is no part of the library."""
        misspelt = handbook("check", "forms/key-loan-registr.yaml", root=content.root, lang="zh")
        outside = handbook("check", str(tmp_path / "root" / ".."), root=content.root)

        assert misspelt.code == outside.code == 1
        assert misspelt.err == (
            "handbook: 没有文件或文件夹“forms/key-loan-registr.yaml”。"
            "是不是“greentown-after-sales/forms/key-loan-register.yaml”？"
            f"从当前文件夹写起，或从 {content.root / 'handbook'} 写起。\n"
        )
        assert outside.err == (
            f"handbook: '{tmp_path / 'root' / '..'}' is not inside the library. "
            f"The library is in {content.root / 'handbook'}.\n"
        )

    def test_a_code_is_guessed_at_too(self, content: Content) -> None:
        """Whoever knows a form by its code is told its file."""
        said = handbook("check", "GT-R-KF-13", root=content.root, lang="en")

        assert said.err == (
            "handbook: there is no file or folder 'GT-R-KF-13'. "
            "Did you mean 'greentown-after-sales/forms/key-loan-register.yaml'? "
            f"Write it as seen from the current folder, or from {content.root / 'handbook'}.\n"
        )

    def test_errors_alone(self, content: Content) -> None:
        """With `--errors` nothing else is listed, in words or as JSON; exit codes stay as they are."""
        content.change(KEYS, "owner: service-supervisor\n", "")
        alone = handbook("check", "--errors", "--strict", *TODAY, root=content.root)
        as_json = handbook("check", "--errors", "--json", *TODAY, root=content.root)

        assert (alone.code, alone.out) == (1, "Not shown: 1 warning.\n0 errors, 1 warning\n")
        assert (as_json.code, as_json.out) == (0, "[]\n")


class TestExplaining:
    """`--explain RULE`: what a rule is about, in the language of the call."""

    def test_a_rule_is_explained_with_its_example(self, content: Content) -> None:
        """Nothing is checked."""
        content.change(KEYS, "rows: 16", "rows: many")
        chinese = handbook("check", "--explain", "owner-missing", root=content.root, lang="zh")
        english = handbook("check", "--explain", "owner-missing", root=content.root)

        assert (chinese.code, english.code) == (0, 0)
        assert chinese.out == (
            "owner-missing（警告）\n"
            "每份文件都要有一个岗位对它负责：有人问、到期再审，都找他。写主管或经理，不写轮班的人。\n\n"
            "例：\n"
            "handbook/greentown-after-sales/guides/front-desk-essentials.yaml\n"
            ' edition: "1"\n'
            "+owner: service-supervisor\n\n"
            "警告: 没有写谁负责这份文件\n    写 owner: 岗位编号。\n"
        )
        assert english.out.endswith("warning: nobody owns this text\n    Write owner: a role's id.\n")

    def test_a_rule_that_there_is_not_is_guessed_at(self, content: Content) -> None:
        """In one line, exit code 1; what a verb may be told is no rule of `check`."""
        misspelt = handbook("check", "--explain", "owner-mising", root=content.root, lang="zh")
        of_a_verb = handbook("check", "--explain", "port-taken", root=content.root)

        assert (misspelt.code, misspelt.err) == (
            1,
            "handbook: 没有叫“owner-mising”的规则。是不是“owner-missing”？规则名在每条结果末尾的方括号里。\n",
        )
        assert of_a_verb.code == 1


class TestJson:
    """`--json` for other programs."""

    def test_it_is_one_list_of_findings(self, content: Content) -> None:
        """Each with its place, rule, severity and words."""
        content.put(KEYS, "rows: ~16~", "many")
        said = handbook("--lang", "zh", "check", "--json", *TODAY, root=content.root)

        assert json.loads(said.out) == [
            {
                "path": KEYS,
                "line": 23,
                "col": 13,
                "rule": "bad-whole-number",
                "severity": "error",
                "title": "“many”不是整数",
                "hint": "只写数字，如 16。",
            }
        ]
        assert said.err == ""

    def test_a_sound_library_is_an_empty_list(self, content: Content) -> None:
        """Not nothing."""
        assert handbook("check", "--json", *TODAY, root=content.root).out == "[]\n"

    def test_a_terminal_without_chinese_gets_escapes(self, content: Content) -> None:
        """Valid JSON still, and readable words instead of a traceback."""
        content.put(KEYS, "rows: ~16~", "many")
        as_json = python("--lang", "zh", "check", "--json", *TODAY, cwd=content.root, PYTHONIOENCODING="ascii")
        in_words = python("--lang", "zh", "check", *TODAY, cwd=content.root, PYTHONIOENCODING="ascii")

        assert json.loads(as_json.stdout)[0]["title"] == "“many”不是整数"
        assert in_words.returncode == 1
        assert b"\\u9519\\u8bef: \\u201cmany\\u201d" in in_words.stdout
        assert in_words.stderr == b""


class TestRoot:
    """Where the handbook is."""

    def test_it_is_found_upward_from_here(self, content: Content) -> None:
        """In a folder deep inside."""
        done = python("check", "--strict", *TODAY, cwd=content.root / "handbook" / "call-scripts" / "roles")

        assert (done.returncode, done.stdout) == (0, b"0 errors, 0 warnings\n")

    def test_the_language_is_that_of_the_shell(self, content: Content) -> None:
        """Without `--lang`, LANG counts."""
        done = python("check", *TODAY, cwd=content.root, LANG="zh_CN.UTF-8", PYTHONIOENCODING="utf-8")

        assert done.stdout.decode() == "0 个错误，0 个警告\n"

    def test_where_there_is_none_all_three_ways_are_named(self, tmp_path: Path) -> None:
        """One line, exit code 1, no traceback."""
        chinese = python("--lang", "zh", "check", cwd=tmp_path, PYTHONIOENCODING="utf-8")
        english = python("--lang", "en", "check", cwd=tmp_path)

        assert (chinese.returncode, chinese.stdout) == (1, b"")
        assert chinese.stderr.decode() == (
            "handbook: 这里和上面的文件夹里都没有手册。进入有 handbook/library.yaml 的文件夹，或用 --root 指定，"
            "或设 HANDBOOK_ROOT；还没有手册的，新建一个：handbook new library my-desk。\n"
        )
        assert english.stderr == (
            b"handbook: no handbook library found here or above. Go to the folder that holds handbook/library.yaml, "
            b"or name it with --root or HANDBOOK_ROOT; to begin one: handbook new library my-desk.\n"
        )

    def test_a_wrong_root_is_shown(self, content: Content, tmp_path: Path) -> None:
        """A folder that is named is not passed over for another that would do."""
        wrong = tmp_path / "wrong"
        by_option = python("--root", str(wrong), "--lang", "en", "check", cwd=content.root)
        by_variable = python("--lang", "en", "check", cwd=content.root, HANDBOOK_ROOT=str(wrong))
        ways = "Go to the folder that holds handbook/library.yaml, or name it with --root or HANDBOOK_ROOT."

        assert by_option.returncode == by_variable.returncode == 1
        assert by_option.stderr.decode() == (
            f"handbook: --root names '{wrong}', which holds no handbook/library.yaml. {ways}\n"
        )
        assert by_variable.stderr.decode() == (
            f"handbook: HANDBOOK_ROOT names '{wrong}', which holds no handbook/library.yaml. {ways}\n"
        )


def test_checking_never_writes_content(content: Content) -> None:
    """Not a file, not a cache, not a time: what it found is kept under `build/`, where everything made is."""
    content.change(COMPLAINTS, "status: draft", "status: [draft]")
    folder = content.root / "handbook"
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    handbook("check", root=content.root)
    handbook("check", "--json", root=content.root)

    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before
    assert sorted(path.name for path in content.root.iterdir()) == ["build", "handbook"]
