"""A request's parameters and files, from the query string and any of the three bodies Telegram accepts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, unquote

import msgspec
from starlette.requests import Request

from tests.telegram_server.errors import ApiError, bad_request

MAX_FILE = 50 * 1024 * 1024
MAX_REQUEST = MAX_FILE + 64 * 1024  # some room for the other parameters
TOO_LARGE = ApiError(413, "Request Entity Too Large")


@dataclass(frozen=True)
class Upload:
    """A file as the bot sent it. `nama` is empty when the form gave none."""

    nama: str
    isi: bytes = field(repr=False)
    mime: str


@dataclass
class RawRequest:
    """Values are strings when they came from a form or a query, and JSON when they came from a JSON body."""

    values: dict[str, Any] = field(default_factory=dict)
    files: dict[str, Upload] = field(default_factory=dict)


async def read_request(request: Request) -> RawRequest:
    body = await _read_body(request)
    raw = RawRequest(dict(parse_qsl(request.url.query, keep_blank_values=True)))
    content_type = request.headers.get("content-type", "")
    kind = content_type.partition(";")[0].strip().lower()
    if kind == "application/json" and body:
        raw.values |= _json_object(body)
    elif kind == "application/x-www-form-urlencoded":
        raw.values |= dict(parse_qsl(body.decode(), keep_blank_values=True))
    elif kind == "multipart/form-data":
        _read_multipart(raw, body, content_type)
    if any(len(upload.isi) > MAX_FILE for upload in raw.files.values()):
        raise TOO_LARGE
    return raw


async def _read_body(request: Request) -> bytes:
    """The whole body, even of a request too large to keep: a client in mid-upload would not read the refusal."""
    chunks: list[bytes] = []
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size <= MAX_REQUEST:
            chunks.append(chunk)
    if size > MAX_REQUEST:
        raise TOO_LARGE
    return b"".join(chunks)


def _json_object(body: bytes) -> dict[str, Any]:
    try:
        found = msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeError):
        found = None
    if not isinstance(found, dict):
        raise bad_request("can't parse request JSON object")
    return {name: value for name, value in found.items() if value is not None}


def _read_multipart(raw: RawRequest, body: bytes, content_type: str) -> None:
    boundary = re.search(r'boundary="?([^";]+)', content_type)
    if boundary is None:
        raise bad_request("can't parse multipart request: no boundary")
    for head, content in _parts(body, boundary[1].encode()):
        name, filename = _parameter(head, "name"), _parameter(head, "filename")
        if name is not None and filename is not None:
            mime = re.search(r"^content-type:\s*([^;\r\n]+)", head, re.IGNORECASE | re.MULTILINE)
            raw.files[name] = Upload(filename, content, mime[1].strip() if mime else "application/octet-stream")
        elif name is not None:
            raw.values[name] = content.decode()


def _parts(body: bytes, boundary: bytes) -> Iterator[tuple[str, bytes]]:
    for part in body.split(b"--" + boundary)[1:]:
        if part.startswith(b"--"):
            return
        head, _, content = part.partition(b"\r\n\r\n")
        yield head.decode(errors="replace"), content.removesuffix(b"\r\n")


def _parameter(head: str, name: str) -> str | None:
    """A parameter of Content-Disposition: httpx writes UTF-8 with %22 for a quote, aiohttp also the RFC 5987 form."""
    if extended := re.search(rf"[;\s]{name}\*=utf-8''([^;\r\n]+)", head, re.IGNORECASE):
        return unquote(extended[1])
    plain = re.search(rf'[;\s]{name}="((?:[^"\\]|\\.)*)"', head, re.IGNORECASE)
    return re.sub(r"\\(.)", r"\1", plain[1]).replace("%22", '"') if plain else None
