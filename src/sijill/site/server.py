"""A build folder goes in; the page, the film and the script are served on this machine alone.

Answers GET and HEAD with byte ranges (RFC 9110, section 14), which players need to seek.
"""

from __future__ import annotations

import mimetypes
import re
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote, urlsplit

from sijill.errors import WorkspaceFault

#: What is served; sources, ledger and cache stay private.
SERVED = ("site", "film", "script")
_RANGE = re.compile(r"bytes=(\d*)-(\d*)\Z")
_TYPES = {".vtt": "text/vtt; charset=utf-8", ".srt": "text/plain; charset=utf-8"}


class _Handler(BaseHTTPRequestHandler):
    """Serves files below three folders of a build, and nothing else."""

    protocol_version = "HTTP/1.1"
    server_version = "Sijill"
    build: Path

    def do_GET(self) -> None:
        """Answer with the file, or the part of it that is asked for."""
        self._answer(body=True)

    def do_HEAD(self) -> None:
        """Answer with the headers alone."""
        self._answer(body=False)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal belongs to the person."""

    def _answer(self, *, body: bool) -> None:
        path = unquote(urlsplit(self.path).path)
        if path == "/":
            self._redirect("/site/index.html")
            return
        file = self._file(path)
        if file is None:
            self._refuse(HTTPStatus.NOT_FOUND)
            return
        size = file.stat().st_size
        wanted = self.headers.get("Range")
        start, end = 0, size
        if wanted is not None:
            span = _parse_range(wanted, size)
            if span is None:
                self._refuse(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, size=size)
                return
            start, end = span
        self.send_response(HTTPStatus.PARTIAL_CONTENT if wanted else HTTPStatus.OK)
        self.send_header("Content-Type", _type_of(file))
        self.send_header("Content-Length", str(end - start))
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cache-Control", "no-cache")
        if wanted is not None:
            self.send_header("Content-Range", f"bytes {start}-{end - 1}/{size}")
        self.end_headers()
        if body:
            with open(file, "rb") as opened:
                self._send(opened, start, end - start)

    def _file(self, path: str) -> Path | None:
        parts = [p for p in path.split("/") if p]
        if not parts or parts[0] not in SERVED or any(p.startswith(".") for p in parts):
            return None
        try:
            file = self.build.joinpath(*parts).resolve()
            inside = file.is_relative_to((self.build / parts[0]).resolve())
            return file if inside and file.is_file() else None
        except (OSError, ValueError):
            return None

    def _send(self, opened: BinaryIO, start: int, length: int) -> None:
        opened.seek(start)
        try:
            while length > 0:
                piece = opened.read(min(1 << 16, length))
                if not piece:
                    break
                self.wfile.write(piece)
                length -= len(piece)
        except (BrokenPipeError, ConnectionResetError):
            # A player that seeks drops the old request.
            self.close_connection = True

    def _redirect(self, to: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", to)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _refuse(self, status: HTTPStatus, *, size: int | None = None) -> None:
        self.send_response(status)
        if size is not None:
            self.send_header("Content-Range", f"bytes */{size}")
        self.send_header("Content-Length", "0")
        self.end_headers()


def _type_of(file: Path) -> str:
    known = _TYPES.get(file.suffix)
    if known:
        return known
    guessed = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return f"{guessed}; charset=utf-8" if guessed.startswith("text/") else guessed


def _parse_range(header: str, size: int) -> tuple[int, int] | None:
    match = _RANGE.match(header.strip())
    if not match or match.group(1) == match.group(2) == "":
        return None
    first, last = match.groups()
    if first == "":
        start, end = max(0, size - int(last)), size
    else:
        start, end = int(first), min(size, int(last) + 1 if last else size)
    return (start, end) if 0 <= start < end else None


def make_server(build: Path, *, port: int = 8421) -> ThreadingHTTPServer:
    """Make a server for a build folder on 127.0.0.1; port 0 takes any free one.

    Raises WorkspaceFault when there is no page yet or the port is taken.
    """
    if not (build / "site" / "index.html").is_file():
        raise WorkspaceFault(
            "there is no page yet", where=str(build / "site"), remedy="Run: sijill build"
        )
    handler = type("Handler", (_Handler,), {"build": build})
    try:
        return ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as fault:
        raise WorkspaceFault(
            f"port {port} cannot be used: {fault.strerror}",
            where="127.0.0.1",
            remedy="Choose another:  sijill serve --port 8500",
        ) from fault
