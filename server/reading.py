"""`HEAD` for whatever can be read by `GET`: the same work and the same headers, without the content."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send


class ReadWithoutContent:
    """Answers `HEAD` by what `GET` answers; pages, which may be long, see to it themselves."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http" or scope["method"] != "HEAD" or not is_computed(scope["path"]):
            await self.app(scope, receive, send)
            return

        async def send_without_content(message: Message) -> None:
            if message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        await self.app({**scope, "method": "GET"}, receive, send_without_content)


def is_computed(path: str) -> bool:
    """Whether what stands at *path* is no file of the site."""
    return f"{path}/".startswith("/api/") or path in ("/healthz", "/readyz", "/metrics")
