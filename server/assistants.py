"""The handbook for assistants (Model Context Protocol): ask, read a record, list handbooks and forms.

Whatever is answered is what the records say, with the place to cite; nothing is put into other words here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Final, Protocol

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ResourceNotFoundError, ToolError
from mcp_types import ToolAnnotations
from pydantic import Field, ValidationError

from schemas.findings import HandbookError
from schemas.limits import LONGEST_QUESTION
from schemas.words import LANGUAGES, Bilingual, Language
from search.ask import SHOWN
from server.asking import MAX_ANSWERS
from server.invalid import problems_of

SCHEME: Final = "handbook"
"""Of the addresses by which a record is read as a resource: `handbook://handbook/kind/id`."""
_TITLE: Final = "手册 · Handbook"
_INSTRUCTIONS: Final = """\
A customer-service department's handbook: procedures, duties, policies, scripts, forms. Answer from it only.
- `ask` first; then `read_record` with an answer's `address` where the steps around it matter.
- Where `danger` is not null, give its numbers before anything else.
- Cite title, section, edition and `url` for each thing you say. `status` other than `approved` is a draft: say so.
- `unsure`, `blank_in_handbook` and `not_in_handbook` are answers too: the handbook does not settle it. Add nothing.
"""
_READS: Final = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)
_WRONG: Final = Bilingual("{tool}：{problems}", "{tool}: {problems}")
_PROBLEM: Final = Bilingual("{name}：{problem}", "{name}: {problem}")
_NO_TOOL: Final = Bilingual("没有工具 {tool}；有：{tools}", "there is no tool '{tool}'; there are: {tools}")
_STRANGE: Final = Bilingual("{tool} 不认识 {strange}；认识 {known}", "{tool} does not know {strange}; it knows {known}")
_NO_RESOURCE: Final = Bilingual(
    "没有 {uri}；资源的地址是 handbook://手册/种类/编号，如 ask 的答案里的 uri",
    "there is no {uri}; a resource is at handbook://handbook/kind/id, as the `uri` of an answer of ask",
)

_Question = Annotated[str, Field(min_length=1, max_length=LONGEST_QUESTION, description="Chinese, English or pinyin")]
_Handbook = Annotated[str | None, Field(description="The id of the only handbook to look in; list_handbooks has them")]
_Asked = Annotated[Language | None, Field(description="Language of the answer; that of the question by default")]
_Written = Annotated[Language, Field(description="Language of what is returned")]
_Top = Annotated[int, Field(ge=1, le=MAX_ANSWERS, description="How many answers at most")]
_Record = Annotated[
    str, Field(min_length=1, max_length=LONGEST_QUESTION, description="Address (handbook/kind/id), code, url, or title")
]


class Desk(Protocol):
    """Whatever looks things up for an assistant; everything it gives is ready for JSON."""

    lang: str
    """The language in which mistakes are told."""

    def ask(self, question: str, handbook: str | None, top: int, lang: str | None) -> Mapping[str, Any]:
        """The answer to a question.

        Raises:
            HandbookError: there is no such handbook.
        """

    def record(self, typed: str, lang: str) -> Mapping[str, Any]:
        """The record that *typed* means, whole.

        Raises:
            HandbookError: there is none, or several.
        """

    def forms(self, handbook: str | None, lang: str) -> Sequence[Mapping[str, Any]]:
        """The forms of a handbook, or of all.

        Raises:
            HandbookError: there is no such handbook.
        """

    def handbooks(self, lang: str) -> Sequence[Mapping[str, Any]]:
        """The handbooks."""


class _Server(MCPServer[Any]):
    """The SDK's server, which tells what is wrong with a call in words for people."""

    def __init__(self, desk: Desk, version: str) -> None:
        super().__init__("shouce", title=_TITLE, instructions=_INSTRUCTIONS, version=version, log_level="ERROR")
        self._lang = desk.lang

    async def call_tool(self, name: str, arguments: dict[str, Any], context: Any = None) -> Any:
        """Call a tool.

        Raises:
            ToolError: it cannot be called so, in the language of the desk.
        """
        tools = {tool.name: tool.input_schema["properties"] for tool in await self.list_tools()}
        if name not in tools:
            raise ToolError(_NO_TOOL.say(self._lang, tool=name, tools=", ".join(sorted(tools))))
        if strange := sorted(set(arguments) - set(tools[name])):
            known = ", ".join(tools[name])
            raise ToolError(_STRANGE.say(self._lang, tool=name, strange=", ".join(strange), known=known))
        try:
            return await super().call_tool(name, arguments, context)
        except ToolError as error:
            if isinstance(error.__cause__, HandbookError):
                raise ToolError(error.__cause__.say(self._lang)) from None
            if isinstance(error.__cause__, ValidationError):
                raise ToolError(self._what_is_wrong(name, error.__cause__)) from None
            raise

    def _what_is_wrong(self, tool: str, error: ValidationError) -> str:
        problems = [
            _PROBLEM.say(self._lang, name=".".join(one.where), problem=one.text.of(self._lang))
            for one in problems_of(error.errors())
        ]
        return _WRONG.say(self._lang, tool=tool, problems="; ".join(problems))


def assistants(desk: Desk, version: str) -> MCPServer[Any]:
    """The server over *desk*; `run` serves it until its input ends."""
    server = _Server(desk, version)

    @server.tool(title="问手册", annotations=_READS)
    def ask(question: _Question, handbook: _Handbook = None, lang: _Asked = None, top: _Top = SHOWN) -> dict[str, Any]:
        """Find the steps, articles, forms that settle a question, best first, each with its place to cite."""
        return dict(desk.ask(question, handbook, top, lang))

    @server.tool(title="读一篇", annotations=_READS)
    def read_record(record: _Record, lang: _Written = "zh") -> dict[str, Any]:
        """Read a record whole: who does what within what time, with which form, what is said, what never."""
        return dict(desk.record(record, lang))

    @server.tool(title="列表单", annotations=_READS)
    def list_forms(handbook: _Handbook = None, lang: _Written = "zh") -> list[dict[str, Any]]:
        """List forms by code and title, each with its page and the files to fill in and to print."""
        return [dict(form) for form in desk.forms(handbook, lang)]

    @server.tool(title="列手册", annotations=_READS)
    def list_handbooks(lang: _Written = "zh") -> list[dict[str, Any]]:
        """List the handbooks by id and title, with how many records of each kind they have."""
        return [dict(handbook) for handbook in desk.handbooks(lang)]

    _add_resources(server, desk)
    return server


def _add_resources(server: MCPServer[Any], desk: Desk) -> None:
    """Every record at an address of its own, in Chinese as the handbooks are."""

    def read(address: str) -> dict[str, Any]:
        try:
            found = desk.record(address, LANGUAGES[0])
        except HandbookError:
            raise ResourceNotFoundError(_NO_RESOURCE.say(desk.lang, uri=f"{SCHEME}://{address}")) from None
        if found["address"] != address:  # what is only nearly called so is no resource
            raise ResourceNotFoundError(_NO_RESOURCE.say(desk.lang, uri=f"{SCHEME}://{address}"))
        return dict(found)

    @server.resource(SCHEME + "://{handbook}/{kind}/{record}", title="一篇", mime_type="application/json")
    def record_of_handbook(handbook: str, kind: str, record: str) -> dict[str, Any]:
        """A record of a handbook."""
        return read(f"{handbook}/{kind}/{record}")

    @server.resource(SCHEME + "://{kind}/{record}", title="公司各手册共用的一篇", mime_type="application/json")
    def record_of_library(kind: str, record: str) -> dict[str, Any]:
        """A record that all handbooks share, such as an emergency card."""
        return read(f"{kind}/{record}")

    @server.resource(SCHEME + "://", title="手册", mime_type="application/json")
    def all_handbooks() -> list[dict[str, Any]]:
        """The handbooks."""
        return [dict(handbook) for handbook in desk.handbooks(LANGUAGES[0])]
