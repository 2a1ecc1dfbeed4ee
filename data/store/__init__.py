"""Where what is remembered lives: one `Store` over SQLite or PostgreSQL, and the numbered migrations of its schema."""

from data.store.buka import SalahUrl, buka_store
from data.store.migrate import DatabaseLebihBaru, MigrasiSalah, migrate, pending
from data.store.tx import Param, Row, Store, Tx

__all__ = [
    "DatabaseLebihBaru",
    "MigrasiSalah",
    "Param",
    "Row",
    "SalahUrl",
    "Store",
    "Tx",
    "buka_store",
    "migrate",
    "pending",
]
