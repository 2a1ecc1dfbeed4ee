"""What one transaction can do. The only doorway between queries and a database."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any, NamedTuple, Protocol, TypeVar

A = TypeVar("A")
T = TypeVar("T")
Param = str | int | float | None


class TextMatch(NamedTuple):
    """How a SELECT asks an engine's full-text index."""

    source: str
    """What to select from; the table is `c` in it."""
    condition: str
    """With one `?`."""
    param: str
    newest: str
    """What to order by so that the row with the highest id comes first; stops early where the engine can."""


class Row(Protocol):
    """A row by column name; nothing else is promised by both engines."""

    def __getitem__(self, kolom: str, /) -> Any: ...

    def keys(self) -> Any: ...


class Tx(Protocol):
    """Plain SQL with ``?`` placeholders, one text for both engines.

    Synchronous: it lives in the database thread, and a whole turn is one call there. SQL here never holds a literal
    ``?``; a literal ``%`` is allowed.
    """

    def all(self, sql: str, params: Sequence[Param] = ()) -> list[Row]: ...

    def one(self, sql: str, params: Sequence[Param] = ()) -> Row | None: ...

    def run(self, sql: str, params: Sequence[Param] = ()) -> int:
        """Number of rows changed."""
        ...

    def savepoint(self) -> AbstractContextManager[None]:
        """Undo what was written inside when an exception leaves it."""
        ...

    def lock(self, kunci: str) -> None:
        """Hold `kunci` until this transaction ends. SQLite has one writer, so there it is nothing."""
        ...

    @property
    def skip_locked(self) -> str:
        """What to append to a SELECT that claims rows, so that two processes never claim the same one."""
        ...

    def text_match(self, table: str, column: str, words: Sequence[Sequence[str]]) -> TextMatch:
        """Rows that have of each group of words at least one; 'suka*' is any word that begins so.

        Nothing in a word is syntax but that last star. The index is called `<table>_teks` on both engines.
        """
        ...


class Store(Protocol):
    """A database that remembers: `write` returns only when what it did survives a power cut."""

    shared: bool
    """Whether other processes may work on it at the same time."""

    async def write(self, fn: Callable[[Tx], T]) -> T: ...

    async def read(self, fn: Callable[[Tx], T]) -> T:
        """Run `fn` on a read-only connection, beside the writer; sees what was committed before the call."""
        ...

    async def beside(self, fn: Callable[[Tx], T]) -> T:
        """As `read`, for what takes minutes: in a thread and on a connection of its own, which nobody waits for."""
        ...

    async def close(self) -> None: ...


def carried(fn: Callable[[A], T]) -> Callable[[A], T]:
    """`fn`, raising only what a future can bring to its caller.

    No future takes a StopIteration, and what is no Exception (Ctrl+C, a conversation's own signals) would end the loop:
    either would leave everybody who waits waiting for ever.
    """

    def call(arg: A) -> T:
        try:
            return fn(arg)
        except BaseException as error:
            if isinstance(error, Exception) and not isinstance(error, StopIteration):
                raise
            raise RuntimeError(f"{type(error).__name__} left a transaction") from error

    return call


def rows_changed(n: int) -> int:
    """Drivers say -1 when they do not know; no query of ours may rest on that."""
    return max(n, 0)


class Savepoints:
    """`Tx.savepoint` for an engine that can run one bare statement; both speak the same words for it."""

    def bare(self, sql: str) -> None:
        raise NotImplementedError

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        self.bare("SAVEPOINT s")
        try:
            yield
        except BaseException:
            self.bare("ROLLBACK TO s")
            self.bare("RELEASE s")
            raise
        self.bare("RELEASE s")
