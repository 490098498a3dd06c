"""Response headers: a strict content-security policy that knows the inline scripts of the built pages by hash."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_INLINE_SCRIPT: Final = re.compile(rb"<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>(.*?)</script>", re.DOTALL)


def inline_script_hashes(site: Path) -> tuple[str, ...]:
    """The `'sha256-…'` source of every distinct inline script of the pages under *site*, sorted."""
    scripts = {script for page in site.rglob("*.html") for script in _INLINE_SCRIPT.findall(page.read_bytes())}
    digests = (base64.b64encode(hashlib.sha256(script).digest()).decode() for script in scripts if script.strip())
    return tuple(sorted(f"'sha256-{digest}'" for digest in digests))


def policy(hashes: tuple[str, ...]) -> str:
    """The content-security policy that lets exactly these inline scripts run and nothing from another host load."""
    scripts = " ".join(("'self'", *hashes))
    return (
        f"default-src 'self'; script-src {scripts}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'"
    )


class SecurityHeaders:
    """Adds the policy and its companions to every response; pages are looked at again when the site was rebuilt."""

    def __init__(self, app: ASGIApp, site: Path) -> None:
        self.app = app
        self.site = site
        self._built = 0.0
        self._policy = policy(())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request with the headers added."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Content-Security-Policy"] = self.current_policy()
                headers["X-Content-Type-Options"] = "nosniff"
                headers["Referrer-Policy"] = "same-origin"
            await send(message)

        await self.app(scope, receive, send_with_headers)

    def current_policy(self) -> str:
        """The policy for the site as it stands."""
        index = self.site / "index.html"
        built = index.stat().st_mtime if index.exists() else 0.0
        if built != self._built:
            self._built, self._policy = built, policy(inline_script_hashes(self.site))
        return self._policy
