"""The nginx of `docs/administration/`, at work before servers on this machine, with only the places changed."""

from __future__ import annotations

import os
import re
import signal
import socket
import ssl
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from tests.waiting import listens, until

DOCS = Path(__file__).parents[1] / "docs"
NGINX = DOCS / "administration" / "nginx.conf"
NAME = "handbook.example"
_SERVER = "    server {} max_fails=1 fail_timeout=5s;\n"
_SERVERS = re.compile(r"(?:    server 127\.0\.0\.1:\d+ .*\n)+")


@dataclass(frozen=True, slots=True)
class Front:
    """An nginx before the application: how it is reached, its process, and the folder with what it notes."""

    certificate: Path
    tls: tuple[str, int]
    plain: str
    folder: Path
    pid: int

    def browser(self, address: str = "127.0.0.1") -> httpx.Client:
        """A browser that sits at *address*."""
        context = ssl.create_default_context(cafile=str(self.certificate))
        transport = httpx.HTTPTransport(verify=context, local_address=address)
        return httpx.Client(transport=transport, base_url=f"https://127.0.0.1:{self.tls[1]}", headers={"Host": NAME})

    def lead_to(self, urls: Sequence[str]) -> None:
        """Pass requests to the servers at *urls* from now on: the configuration is read again, as by a reload."""
        written = self.folder / "nginx.conf"
        servers = "".join(_SERVER.format(urlsplit(url).netloc) for url in urls)
        written.write_text(re.sub(_SERVERS, servers, written.read_text("utf-8")), "utf-8")
        os.kill(self.pid, signal.SIGHUP)


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


@contextmanager
def nginx(folder: Path, url: str) -> Iterator[Front]:
    """The configuration at work before the application at *url*, on ports of its own."""
    tls, plain = free_port(), free_port()
    key, certificate = folder / "handbook.key", folder / "handbook.crt"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
         "-keyout", str(key), "-out", str(certificate), "-subj", f"/CN={NAME}",
         "-addext", f"subjectAltName=DNS:{NAME}"],
        check=True, capture_output=True,
    )  # fmt: skip
    text = NGINX.read_text("utf-8")
    for before, after in {
        "127.0.0.1:8000": urlsplit(url).netloc, "listen 443": f"listen 127.0.0.1:{tls}",
        "listen 80": f"listen 127.0.0.1:{plain}", "/etc/nginx/tls": str(folder), "/var/log/nginx": str(folder),
    }.items():  # fmt: skip
        assert before in text
        text = text.replace(before, after)
    main = folder / "nginx.conf"
    main.write_text(
        f"daemon off; pid {folder}/pid; error_log {folder}/main.log; events {{}}\n"
        f"http {{ client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/f;"
        f" uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;\n{text}\n}}\n",
        "utf-8",
    )
    process = subprocess.Popen(["nginx", "-c", str(main), "-e", f"{folder}/start.log"])
    try:
        until(lambda: process.poll() is not None or listens(tls))
        assert process.poll() is None, (folder / "start.log").read_text("utf-8")
        yield Front(certificate, ("127.0.0.1", tls), f"http://127.0.0.1:{plain}", folder, process.pid)
    finally:
        process.terminate()
        process.wait(30)
