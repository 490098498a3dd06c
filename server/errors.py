"""What is said of a request that is not answered: one shape of JSON for all of them, in the language asked for.

    {"error": "busy", "detail": [{"where": [], "problem": "…"}]}

`error` is a name for programs; `detail` says what is wrong for people, each problem with its place in the request.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import Scope

from schemas.words import LANGUAGES, Bilingual, Named

NOT_KEPT: Final = {"Cache-Control": "no-store"}
_COME_BACK: Final = {"Retry-After": "1"}
_TAG: Final = re.compile(r"\s*([A-Za-z]{1,8})(?:-[A-Za-z0-9-]*)?\s*(?:;\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*)?")


@dataclass(frozen=True, slots=True)
class Reason:
    """A status of HTTP, and what is said with it."""

    status: int
    text: Bilingual


class Trouble(Named):
    """Why a request is refused."""

    wording: Reason

    MALFORMED = "malformed", Reason(400, Bilingual("这不是一个完整的 HTTP 请求", "this is no whole request of HTTP"))
    FOREIGN_HOST = (
        "foreign-host",
        Reason(
            400,
            Bilingual(
                "这个服务不用这个主机名；要用，写进 library.yaml 的 base_url，或者启动时加 --allow-host",
                "the server does not go by this host; name it in base_url of library.yaml or by --allow-host",
            ),
        ),
    )
    FOREIGN_ORIGIN = (
        "foreign-origin",
        Reason(403, Bilingual("只接受本网站的页面发来的内容", "only pages of this site may send something")),
    )
    NOT_HERE = (
        "not-from-here",
        Reason(
            403,
            Bilingual(
                "只有本机能看；要让别的机器看，启动时加 --open-metrics",
                "only this machine may read it; --open-metrics lets others do so",
            ),
        ),
    )
    NOT_OWNER = (
        "not-the-owner",
        Reason(
            403,
            Bilingual(
                "只有本机能看；要让别的机器看，启动时加 --open-owner",
                "only this machine may read it; --open-owner lets others do so",
            ),
        ),
    )
    NOT_FOUND = "not-found", Reason(404, Bilingual("没有这个地址", "there is nothing at this address"))
    METHOD = "method-not-allowed", Reason(405, Bilingual("这个地址不能这样请求", "this address takes no such method"))
    SLOW = (
        "too-slow",
        Reason(408, Bilingual("请求没有在限定时间内发完", "the request did not arrive in the time it is given")),
    )
    OTHER_EDITION = (
        "other-edition",
        Reason(409, Bilingual("没有这张表，或者是另一版", "no such form, or another edition of it")),
    )
    TOO_LARGE = "too-large", Reason(413, Bilingual("内容超过 {most} 字节", "the content has more than {most} bytes"))
    ADDRESS_LONG = (
        "address-too-long",
        Reason(414, Bilingual("地址超过 {most} 字节", "the address has more than {most} bytes")),
    )
    NO_JSON = (
        "no-json",
        Reason(415, Bilingual("应为 application/json（UTF-8）", "application/json (UTF-8) is expected")),
    )
    INVALID = "invalid", Reason(422, Bilingual("请求的内容不符合要求", "the request does not fit"))
    HEAD_LARGE = "head-too-large", Reason(431, Bilingual("请求头太大", "the head of the request is too large"))
    BROKEN = "broken", Reason(500, Bilingual("服务器出错了，已经记录", "the server failed; it has noted that"))
    NARRATOR = (
        "narrator",
        Reason(
            502,
            Bilingual("{model} 没有写出一段话，请看上面的步骤", "{model} gave no paragraph; go by the steps above"),
        ),
    )
    NOT_READY = "not-ready", Reason(503, Bilingual("网站还没有生成", "the site is not built yet"))
    LOG_AWAY = "log-away", Reason(503, Bilingual("提问记录现在读不到", "the log of questions cannot be read now"))
    BUSY = "busy", Reason(503, Bilingual("现在请求太多，请稍后再试", "busy; ask again in a moment"))


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and where in the request; nowhere when it is the request as a whole."""

    text: Bilingual
    where: Sequence[str] = ()


class RefusedError(Exception):
    """A request that is not answered.

    Args:
        trouble: why.
        problems: what exactly is wrong; the wording of *trouble*, filled with *values*, where nothing more is known.
        more: what programs are told besides, ready for JSON.
        values: what the wording is filled with.
    """

    def __init__(
        self,
        trouble: Trouble,
        problems: Iterable[Problem] = (),
        more: Mapping[str, Any] | None = None,
        **values: object,
    ) -> None:
        super().__init__(trouble)
        self.trouble = trouble
        self.problems = tuple(problems) or (Problem(trouble.wording.text.filled(**values)),)
        self.more = more or {}

    @property
    def headers(self) -> dict[str, str]:
        """The headers that go with it."""
        return {**NOT_KEPT, **(_COME_BACK if self.trouble.wording.status == 503 else {})}

    def body(self, lang: str) -> bytes:
        """What is said of it in *lang*, as JSON."""
        detail = [{"where": list(one.where), "problem": one.text.of(lang)} for one in self.problems]
        return json.dumps({"error": self.trouble, "detail": detail, **self.more}, ensure_ascii=False).encode()

    def response(self, scope: Scope) -> Response:
        """The response to the request of *scope*, in its language."""
        return Response(
            self.body(language_of(scope)), self.trouble.wording.status, self.headers, media_type="application/json"
        )


def language_of(scope: Scope) -> str:
    """The language a request asks for: `lang` in its address, then `Accept-Language`, then that of the department."""
    query: bytes = scope.get("query_string", b"")
    asked = parse_qs(query.decode("latin-1")).get("lang", [""])[0]
    return asked if asked in LANGUAGES else preferred(Headers(scope=scope).get("accept-language", ""))


def preferred(accepted: str) -> str:
    """The language of ours that *accepted*, a header `Accept-Language`, likes best."""
    liked: dict[str, float] = {}
    for part in accepted.split(",")[:20]:
        if match := _TAG.fullmatch(part):
            liked.setdefault(match[1].lower(), float(match[2] or 1))
    return max(LANGUAGES, key=lambda lang: liked.get(lang, 0.0))
