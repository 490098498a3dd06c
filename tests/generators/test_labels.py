"""The words of pages, theme and scripts: all that are used are there, and all that are there are used."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from jinja2 import Environment, nodes

from generators.docx.book_words import BookWords
from generators.docx.labels import FormWords
from generators.flow.words import FlowWords
from generators.labels import Labels
from generators.wording.filling import FillingWords, SheetWords
from generators.wording.learning import LearningWords
from generators.wording.practice import PracticeWords
from generators.wording.roles import RoleWords
from generators.wording.theme import ScriptWords, ThemeWords
from schemas.words import Word, Words, names_of

ROOT: Final = Path(__file__).parents[2]
TEMPLATES: Final = sorted((ROOT / "generators" / "templates").glob("*.j2"))
OVERRIDES: Final = sorted((ROOT / "site" / "overrides").rglob("*.html"))
SCRIPTS: Final = sorted((ROOT / "site" / "docs" / "assets").glob("*.js"))
OWN_WORDS: Final[dict[str, type[Words]]] = {"sheet.js": SheetWords} | {
    path.name: words
    for prefix, words in (
        ("filling-", FillingWords),
        ("learning-", LearningWords),
        ("play-", PracticeWords),
        ("role-", RoleWords),
    )
    for path in SCRIPTS
    if path.name.startswith(prefix)
}
"""Scripts that are given words of their own with what they work on; the others say those of every page."""

Use = tuple[str, str]
"""Where a word is used, and its name."""


def used_in_templates() -> Iterator[Use]:
    """Every `t.name` of the templates of pages."""
    for path in TEMPLATES:
        for node in Environment(autoescape=True).parse(path.read_text("utf-8")).find_all(nodes.Getattr):
            if node.node == nodes.Name("t", "load"):
                yield f"{path.name}:{node.lineno}", node.attr


def used_in_theme() -> Iterator[Use]:
    """Every `words.name` and `config.extra.words.name` of the theme."""
    extra = nodes.Getattr(nodes.Getattr(nodes.Name("config", "load"), "extra", "load"), "words", "load")
    for path in OVERRIDES:
        for node in Environment(autoescape=True).parse(path.read_text("utf-8")).find_all(nodes.Getattr):
            if node.node in (nodes.Name("words", "load"), extra):
                yield f"{path.name}:{node.lineno}", node.attr


def used_in_script(path: Path) -> Iterator[Use]:
    """Every `words.name` of a script that has words of its own, every `say("name")` of the others."""
    pattern = r"(?<![.\w])words\.(\w+)" if path.name in OWN_WORDS else r'\bsay\("(\w+)"'
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        yield from ((f"{path.name}:{number}", name) for name in re.findall(pattern, line))


def used_in_code() -> Iterator[Use]:
    """Every attribute of something that holds words: `page.t.name`, `sheet.words.name`, `FlowWords(lang).name`."""
    for path in sorted((ROOT / "generators").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute):
                holder = ast.unparse(node.value).partition("(")[0]
                if re.search(r"(?:^|\.)t$|(?:^|\.)words$|^labels$|Words$", holder):
                    yield f"{path.name}:{node.lineno}", node.attr


def missing(uses: Iterator[Use], words: type[Words]) -> list[str]:
    """The uses of words that *words* does not have."""
    return [f"{where}: {name}" for where, name in uses if name not in names_of(words)]


def test_templates_use_words_that_exist() -> None:
    """A template that reads a label nobody has written is named with its line."""
    assert missing(used_in_templates(), Labels) == []


def test_templates_take_no_label_by_a_name_that_is_computed() -> None:
    """What the name of a label is depends on nothing: a name that is put together could be that of none."""
    computed = [
        f"{path.name}:{node.lineno}"
        for path in TEMPLATES
        for node in Environment(autoescape=True).parse(path.read_text("utf-8")).find_all(nodes.Getitem)
        if node.node == nodes.Name("t", "load")
    ]

    assert computed == []


def test_the_theme_prints_exactly_the_words_it_is_given() -> None:
    """The theme has every word that it prints, and none beside."""
    assert missing(used_in_theme(), ThemeWords) == []
    assert sorted({name for _, name in used_in_theme()}) == sorted(names_of(ThemeWords))


@pytest.mark.parametrize(
    "words",
    [ScriptWords, FillingWords, LearningWords, PracticeWords, RoleWords, SheetWords],
    ids=lambda words: words.__name__,
)
def test_scripts_say_exactly_the_words_they_are_given(words: type[Words]) -> None:
    """Scripts have every word that they say, and none beside."""
    scripts = [path for path in SCRIPTS if OWN_WORDS.get(path.name, ScriptWords) is words]

    assert [problem for path in scripts for problem in missing(used_in_script(path), words)] == []
    assert sorted({name for path in scripts for _, name in used_in_script(path)}) == sorted(names_of(words))


def test_scripts_say_no_word_by_a_name_that_is_computed() -> None:
    """`say` is given the name itself, so that the tests above see every word that is said."""
    texts = {path.name: path.read_text("utf-8") for path in SCRIPTS if path.name not in OWN_WORDS}

    assert [name for name, text in texts.items() if re.search(r'(?<![.\w])say\((?!")', text)] == []


@pytest.mark.parametrize("words", [Labels, FormWords, BookWords, FlowWords], ids=lambda words: words.__name__)
def test_no_word_is_idle(words: type[Words]) -> None:
    """Every word is used by a template, the theme, a script or the code."""
    uses = [*used_in_templates(), *used_in_theme(), *used_in_code()]
    said = {name for path in SCRIPTS for _, name in used_in_script(path)}

    assert [name for name in names_of(words) if name not in said.union(name for _, name in uses)] == []


def test_no_label_has_two_wordings() -> None:
    """A name of a label is that of one word: no class of words takes it from another."""
    counted = Counter(name for part in Labels.__mro__ for name, word in vars(part).items() if isinstance(word, Word))

    assert [name for name, count in counted.items() if count > 1] == []


@pytest.mark.parametrize(
    "words",
    [Labels, FormWords, BookWords, FlowWords, LearningWords, RoleWords, SheetWords],
    ids=lambda words: words.__name__,
)
def test_both_wordings_of_a_word_are_filled_with_the_same_names(words: type[Words]) -> None:
    """No wording is empty, and what is filled in in Chinese is filled in in English."""
    pairs = {name: getattr(words, name) for name in names_of(words)}

    assert [name for name, word in pairs.items() if not (word.zh and word.en)] == []
    assert [name for name, word in pairs.items() if blanks(word.zh) != blanks(word.en)] == []


def blanks(text: str) -> list[str]:
    return sorted(re.findall(r"\{(\w+)\}", text))
