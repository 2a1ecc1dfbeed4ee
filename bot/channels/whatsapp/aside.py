"""What is done beside the main thing, and not done again when it fails: read marks, and that we are writing."""

from __future__ import annotations

import asyncio
from typing import Any

from bot.channels.whatsapp.graph import Graph, GraphError
from bot.log import logger
from data.wa_kontak import Kontak

log = logger("whatsapp")
SEBENTAR = 5
"""Seconds that a mere courtesy may take."""
SEKALIGUS = 8
"""Courtesies under way; while there are so many, the next is left out."""
INGAT = 1_000
"""Chats of which is remembered what was marked."""


class Aside:
    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._dibaca: dict[str, str] = {}
        """Which message of a chat was marked as read."""
        self._tasks: set[asyncio.Task[None]] = set()

    async def mengetik(self, kontak: Kontak) -> None:
        """One call for both: their last message is read, and an answer is being written."""
        if kontak.masuk_id:
            self._ingat(kontak)
            await self._tandai(kontak.masuk_id, typing_indicator={"type": "text"})

    def dibaca(self, kontak: Kontak) -> None:
        """Once for each of their messages, nobody waits for it, and not while there is much to do."""
        if not kontak.masuk_id or self._dibaca.get(kontak.tujuan) == kontak.masuk_id or len(self._tasks) >= SEKALIGUS:
            return
        self._ingat(kontak)
        task = asyncio.create_task(self._tandai(kontak.masuk_id))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _ingat(self, kontak: Kontak) -> None:
        self._dibaca[kontak.tujuan] = kontak.masuk_id
        for lama in list(self._dibaca)[:-INGAT]:
            del self._dibaca[lama]

    async def _tandai(self, wamid: str, **more: Any) -> None:
        isi = {"messaging_product": "whatsapp", "status": "read", "message_id": wamid, **more}
        try:
            await self._graph.messages(isi, tunggu=SEBENTAR)
        except GraphError as error:
            log.info("not done", apa="read", sebab=str(error))
