"""JSON lines to standard error: what happened, never what people wrote, never a secret."""

from __future__ import annotations

import logging
import re
import sys
from typing import Any

import structlog

RAHASIA = re.compile(r"\d{5,20}:[A-Za-z0-9_-]{20,}")
TELEPON = re.compile(r"(?<![\w.])\+?62\d{8,12}\b|\b08\d{8,11}\b")
TERLARANG = frozenset({"teks", "isi", "token", "nama", "keterangan", "password"})
"""Field names that may hold a person's words or a secret; their values never reach the log."""


def redact(_logger: Any, _method: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    for key, value in event.items():
        if key in TERLARANG:
            event[key] = "[disembunyikan]"
        elif isinstance(value, str):
            event[key] = TELEPON.sub("[telepon]", RAHASIA.sub("[token]", value))
    return event


def setup(level: str = "info") -> None:
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
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
