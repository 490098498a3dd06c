"""`handbook mcp` in a process of its own, asked by the client of the official SDK, as an assistant asks it."""

from __future__ import annotations

import json
import shutil
import tomllib
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client, StdioServerParameters
from mcp.client.stdio import stdio_client
from mcp.shared.exceptions import MCPError

from commands.assistants import SDK
from schemas.loader import load_library
from search.building import build_index
from tests.commands.running import command, environment, handbook

COMPLAINT = "greentown-after-sales/procedures/complaint-handling"

Asking = Callable[[Client], Awaitable[Any]]


@pytest.fixture(scope="module")
def root(indexed_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the small library with its index."""
    from tests.schemas.content import LIBRARY

    root = tmp_path_factory.mktemp("assistants") / "root"
    shutil.copytree(LIBRARY, root)
    shutil.copytree(indexed_library / "build", root / "build")
    return root


def assist(root: Path, asking: Asking, lang: str = "en") -> Any:
    """What *asking* makes of a client of `handbook mcp` over *root*."""
    first, *words = command("--root", str(root), "--lang", lang, "mcp")
    server = StdioServerParameters(command=first, args=words, env=environment())

    async def run() -> Any:
        async with Client(stdio_client(server)) as client:
            return await asking(client)

    with ThreadPoolExecutor(1) as thread:  # the browser of other tests keeps an event loop in the main one
        return thread.submit(anyio.run, run).result()


async def called(client: Client, tool: str, **arguments: Any) -> Any:
    """What a call of *tool* gives: its value, or the words of its error."""
    result = await client.call_tool(tool, arguments)
    assert result.content[0].type == "text"
    said = result.content[0].text
    return said if result.is_error else (result.structured_content or {}).get("result", result.structured_content)


def test_an_assistant_finds_reads_and_cites(root: Path) -> None:
    """From a question to the record around the step that settles it, and to the forms, each with a place to cite."""

    async def asking(client: Client) -> Mapping[str, Any]:
        answer = await called(client, "ask", question="how to handle complaint", top=1)
        first = answer["answers"][0]
        record = await called(client, "read_record", record=first["address"], lang="en")
        forms = await called(client, "list_forms", handbook=first["handbook"], lang="en")
        books = await called(client, "list_handbooks")
        resource = await client.read_resource(first["uri"])
        return {"first": first, "record": record, "forms": forms, "books": books, "resource": resource.contents[0]}

    found = assist(root, asking)
    first, record = found["first"], found["record"]
    assert (first["title"], first["section"], first["by"]) == (
        "Handling customer complaints", "Taking the complaint", "Front desk",
    )  # fmt: skip
    assert (first["address"], first["uri"]) == (COMPLAINT, f"handbook://{COMPLAINT}")
    assert first["url"] == f"en/{COMPLAINT}.html#step-receive"
    part = next(part for part in record["parts"] if part["url"] == first["url"])
    assert (part["number"], part["text"], part["within"]) == (1, first["text"], first["within"])
    assert first["forms"][0] in [form["code"] for form in found["forms"]]
    assert found["books"][0]["handbook"] == first["handbook"]
    assert json.loads(found["resource"].text)["title"] == "客户投诉处理管理办法"


WRONG: Mapping[str, tuple[str, dict[str, Any], str]] = {
    "nothing": ("ask", {}, "ask: question: it is missing"),
    "empty": ("ask", {"question": ""}, "ask: question: it is too short: the least is 1"),
    "long": ("ask", {"question": "x" * 501}, "ask: question: at most 500 characters can be taken"),
    "a list": ("ask", {"question": ["x"]}, "ask: question: a text is expected"),
    "too many": ("ask", {"question": "x", "top": 21}, "ask: top: it may not be more than 20"),
    "no number": ("ask", {"question": "x", "top": "many"}, "ask: top: a whole number is expected"),
    "no language": ("ask", {"question": "x", "lang": "fr"}, "ask: lang: 'zh' or 'en' is expected"),
    "a stranger": (
        "ask", {"question": "x", "mode": "fast"}, "ask does not know mode; it knows question, handbook, lang, top",
    ),
    "no handbook": (
        "ask", {"question": "x", "handbook": "nope"},
        "there is no handbook 'nope'; there are: {handbooks}",
    ),
    "no handbook of forms": (
        "list_forms", {"handbook": "nope"}, "there is no handbook 'nope'; there are: {handbooks}",
    ),
    "no record": ("read_record", {"record": "GT-R-KF-99"}, "there is no 'GT-R-KF-99'. Did you mean 'GT-R-KF-28'?"),
    "no tool": (
        "search", {}, "there is no tool 'search'; there are: ask, list_forms, list_handbooks, read_record",
    ),
}  # fmt: skip


def test_a_wrong_call_is_answered_in_words(root: Path) -> None:
    """Each says what is wrong and what would do; the next call is answered as if nothing had been."""
    handbooks = ", ".join(load_library(root).require().handbooks)

    async def asking(client: Client) -> Mapping[str, str]:
        said = {name: await called(client, tool, **arguments) for name, (tool, arguments, _) in WRONG.items()}
        assert (await called(client, "ask", question="怎么处理投诉"))["status"] == "answered"
        return said

    assert assist(root, asking) == {name: words.format(handbooks=handbooks) for name, (_, _, words) in WRONG.items()}


def test_it_is_told_in_chinese(root: Path) -> None:
    """Mistakes are told in the language of the call."""

    async def asking(client: Client) -> tuple[str, str]:
        with pytest.raises(MCPError) as raised:
            await client.read_resource("handbook://greentown-after-sales/forms/nope")
        return await called(client, "ask", question="x", top=0), str(raised.value)

    called_wrongly, read_wrongly = assist(root, asking, "zh")
    assert called_wrongly == "ask：top：不能小于 1"
    assert read_wrongly == (
        "没有 handbook://greentown-after-sales/forms/nope；"
        "资源的地址是 handbook://手册/种类/编号，如 ask 的答案里的 uri"
    )


def test_what_is_built_meanwhile_is_answered_from(root: Path, tmp_path: Path) -> None:
    """A record that is built while an assistant asks is read in its new words, without a restart."""
    changed = Path(shutil.copytree(root, tmp_path / "root"))

    async def asking(client: Client) -> tuple[str, str]:
        before = await called(client, "read_record", record=COMPLAINT)
        file = changed / "handbook" / f"{COMPLAINT}.yaml"
        file.write_text(file.read_text("utf-8").replace("title: 受理", "title: 坐下受理", 1), "utf-8")
        await anyio.to_thread.run_sync(lambda: build_index(load_library(changed).require(), changed, dense=False))
        after = await called(client, "read_record", record=COMPLAINT)
        return before["parts"], after["parts"]

    before, after = ([part["section"] for part in parts] for parts in assist(changed, asking))
    assert ("受理" in before, "坐下受理" in before) == (True, False)
    assert ("受理" in after, "坐下受理" in after) == (False, True)


def test_without_the_sdk_it_says_what_to_install(root: Path) -> None:
    """The SDK is an extra, and what is said brings just what that asks for."""
    said = handbook("mcp", root=root, without=("mcp",))
    assert (said.code, said.err.strip()) == (1, f"handbook: the SDK of MCP is not installed: pip install '{SDK}'")
    extras = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"]
    assert extras["optional-dependencies"]["mcp"] == [SDK]
