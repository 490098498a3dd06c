"""`make lint` tells what the oldest browser does not know: in a style, a script, and a selector within a script."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("name", "written", "found"),
    [
        (
            "site/docs/assets/x.css",
            "a,\nb:has(i) {\n  color: red;\n}\nc:is(d, :has(i)) {\n  field-sizing: content;\n}\n",
            {
                "2 floor/alone A newer selector takes the others of its list with it: give it a rule of its own.",
                "6 css/use-baseline Property 'field-sizing' is not a 2021 available baseline feature.",
            },
        ),
        (
            "site/docs/assets/x.js",
            'document.querySelector("a:has(b)");\nclass A {\n  static {}\n}\n',
            {"3 null Parsing error: Unexpected token {"},
        ),
        (
            "site/docs/assets/x.js",
            'document.querySelector("a:has(b)");\n[].toSorted();\n/(?<=a)b/;\n[].at(-1);\n',
            {
                "1 no-restricted-syntax A selector that the oldest browser does not know is an error in a script.",
                "2 es-x/no-array-prototype-tosorted ES2023 'Array.prototype.toSorted' method is forbidden.",
                "2 compat/compat Array.toSorted() is not supported in iOS Safari 15.4, Chrome 92",
                "3 compat/compat Lookbehind is not supported in iOS Safari 15.4",
            },
        ),
    ],
)
def test_what_is_newer_is_told(name: str, written: str, found: set[str]) -> None:
    """With its line; what both browsers have, and what is left out alone, is not."""
    program = ROOT / ".venv/eslint/node_modules/eslint/bin/eslint.js"
    assert program.is_file(), "ESLint is missing: setup/npm-tool.sh eslint"
    words = ["-c", "setup/eslint/eslint.config.mjs", "--format", "json", "--stdin", "--stdin-filename", name]

    said = subprocess.run(["node", program, *words], cwd=ROOT, input=written, capture_output=True, text=True)

    told = json.loads(said.stdout)[0]["messages"]
    assert {f"{each['line']} {each['ruleId'] or 'null'} {each['message']}" for each in told} == found
    assert {each["line"] for each in told} == {int(line.partition(" ")[0]) for line in found}
