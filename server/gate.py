"""Who may ask: the hosts that the server answers for, and what other sites may not send through a reader's browser."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterable
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from server.errors import RefusedError, Trouble

_HOST: Final = re.compile(r"(\[[0-9a-f:.]{2,45}\]|[a-z0-9_.-]{1,253})(?::\d{1,5})?", re.ASCII)
_READS: Final = frozenset({"GET", "HEAD", "OPTIONS"})
_ELSEWHERE: Final = frozenset({"cross-site", "same-site"})
"""What a browser says of a request that another site has made it send (`Sec-Fetch-Site`)."""


@dataclass(frozen=True, slots=True)
class Hosts:
    """The names that the server goes by, besides those of the loopback and the address that a connection came to.

    A page of a stranger whose name is made to lead here (DNS rebinding) has none of them.

    Attributes:
        names: in lower case, without a port.
    """

    names: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def of(cls, base_url: str | None, others: Iterable[str] = ()) -> Hosts:
        """That of the machine, that where the library is published, and *others*."""
        published = urlsplit(base_url).hostname if base_url else None
        every = (socket.gethostname(), published or "", *others)
        return cls(frozenset(name.lower().strip("[]").rstrip(".") for name in every if name))

    def allows(self, host: str, scope: Scope) -> bool:
        """Whether *host*, a header `Host`, names this server."""
        name = _name(host)
        return name is not None and (name in self.names or _is_here(name, scope))

    def is_own(self, origin: str, host: str) -> bool:
        """Whether *origin*, a header `Origin`, is a page of this server, which was asked as *host*."""
        try:
            place = urlsplit(origin)
        except ValueError:
            return False
        return place.netloc.lower() == host.lower() or (place.hostname or "") in self.names


LOOPBACK: Final = Hosts()
"""No other name than those of the loopback."""


class Gate:
    """Lets nothing in that was meant for another host, or that a page of another site sends."""

    def __init__(self, app: ASGIApp, hosts: Hosts) -> None:
        self.app = app
        self.hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or refuse it."""
        trouble = self._trouble(scope) if scope["type"] == "http" else None
        if trouble is None:
            await self.app(scope, receive, send)
        else:
            await RefusedError(trouble).response(scope)(scope, receive, send)

    def _trouble(self, scope: Scope) -> Trouble | None:
        headers = Headers(scope=scope)
        hosts = headers.getlist("host")
        if not (scope.get("http_version") == "1.0" and not hosts) and (
            len(hosts) != 1 or not self.hosts.allows(hosts[0], scope)
        ):
            return Trouble.FOREIGN_HOST
        if scope["method"] in _READS:
            return None
        origin = headers.get("origin")
        if headers.get("sec-fetch-site") in _ELSEWHERE or (
            origin is not None and not self.hosts.is_own(origin, "".join(hosts))
        ):
            return Trouble.FOREIGN_ORIGIN
        return None


def takes_json(content_type: str) -> bool:
    """Whether a body of *content_type* is JSON. A page of another site can send no such body without being asked."""
    media, _, rest = content_type.partition(";")
    charset = rest.strip().lower().replace('"', "")
    return media.strip().lower() == "application/json" and charset in ("", "charset=utf-8")


def _name(host: str) -> str | None:
    match = _HOST.fullmatch(host.lower())
    return match[1].strip("[]").rstrip(".") if match else None


def _is_here(name: str, scope: Scope) -> bool:
    """Whether *name* is the loopback, any address of this machine, or the very one that the connection came to."""
    here = (scope.get("server") or ("",))[0]
    if name in ("localhost", here):
        return True
    try:
        address = ip_address(name)
        return address.is_loopback or address.is_unspecified or address == ip_address(here)
    except ValueError:
        return False
