"""JSON lines to standard error: what happened, never what people wrote, never a secret."""

from __future__ import annotations

import logging
import re
import sys
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import structlog

RAHASIA = re.compile(r"\d{5,20}:[A-Za-z0-9_-]{20,}")
SANDI = re.compile(r"(?<=://)[^/\s@]+(?=@)")
"""User and password of an address, as in a database URL."""
TELEPON = re.compile(r"(?<![0-9.])(?:\+?62\d{8,12}|(?:\+?62[ -]?|0)8\d{1,2}[ -]?\d{3,4}[ -]?\d{2,5})(?![0-9])")
TERLARANG = frozenset({"teks", "isi", "token", "nama", "keterangan", "password"})
"""Field names that may hold a person's words or a secret; their values never reach the log."""
TERUS_TERANG = frozenset({"OSError", "OperationalError"})
"""Exceptions (and their kin) whose message is the machine's own; any other may quote what a person wrote."""
SEMBUNYI = "[disembunyikan]"


def redact(_logger: Any, _method: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    for key, value in event.items():
        if not key.startswith("_"):  # structlog's own, taken out before anything is written
            event[key] = SEMBUNYI if key in TERLARANG else clean(value)
    # asyncio and others put a whole object, with a message in it, behind the first line
    event["event"] = str(event.get("event", "")).partition("\n")[0]
    return event


def clean(value: Any) -> Any:
    """What may be written down of a value; of an object that is no plain data only the name of its type."""
    if isinstance(value, str | Path):
        return TELEPON.sub("[telepon]", SANDI.sub("…", RAHASIA.sub("[token]", str(value))))
    if value is None or isinstance(value, bool | float):
        return value
    if isinstance(value, int):
        return "[telepon]" if TELEPON.fullmatch(str(value)) else value
    if isinstance(value, Mapping):
        return {clean(str(k)): SEMBUNYI if k in TERLARANG else clean(v) for k, v in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [clean(satu) for satu in value]
    return f"<{type(value).__name__}>"


def trace(exc_info: structlog.typing.ExcInfo) -> str:
    """Where it happened, the last exception first, then what led to it; its words only if `TERUS_TERANG`."""
    lines: list[str] = []
    error: BaseException | None = exc_info[1]
    while error is not None:
        kin = {kind.__name__ for kind in type(error).__mro__}
        lines.append(f"{type(error).__qualname__}{f': {error}' if kin & TERUS_TERANG else ''}\n")
        lines += traceback.format_tb(error.__traceback__)
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return "".join(lines)


def setup(level: str = "info") -> None:
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.ExceptionRenderer(trace),
        redact,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                redact,
                structlog.processors.JSONRenderer(),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level.upper())
    # httpx names the whole address, and with it the token, at level info
    for noisy in ("httpx", "httpcore", "telegram", "apscheduler", "aiosqlite", "uvicorn.access"):
        logging.getLogger(noisy).setLevel(logging.WARNING)


def logger(name: str) -> structlog.stdlib.BoundLogger:
    bound: structlog.stdlib.BoundLogger = structlog.get_logger(name)
    return bound
