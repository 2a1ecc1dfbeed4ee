"""Inline mode: "@bot masa jabatan kades", typed in any chat, is answered from the finder.

Beside every turn: nobody is made known, nothing waits for the store, and what would come too late is not sent.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Any, Protocol

import msgspec

from bot.channels.telegram import draw
from bot.channels.telegram.aside import Aside
from bot.channels.telegram.send import TEKS, Call
from bot.log import logger
from data.faq import Bagian, Temuan, cari, siapkan, susun_jawaban
from data.tanya_umum import rapikan, ringkas
from handlers.dialog.pesan import Pesan, Tombol

log = logger("telegram")
SEBANYAK = 5
"""Answers that are offered."""
SIMPAN = 300
"""Seconds for which Telegram gives the same answer to whoever asks the same."""
TERLAMBAT = 5.0
"""Seconds after which the person has typed on."""
BERSAMAAN = 40
"""Queries under way; of more, the newest are left unanswered."""
KETERANGAN = 120
"""Characters of the line under a title."""
PRIBADI = {"text": "Tanya di obrolan pribadi", "start_parameter": "tanya"}
BAWAAN = ("kades-masa-jabatan", "blt-penerima", "bpd-fungsi", "dd-2026-fokus", "musdes-frekuensi")
"""What is offered before anything was asked."""


class Tanya(Protocol):
    """What is remembered of all public questions."""

    def tersering(self) -> Sequence[str]: ...

    def catat(self, teks: str, temuan: Temuan, kanal: str, tempat: Any) -> None: ...


class InlineQuery(msgspec.Struct):
    id: str
    query: str = ""


class Chosen(msgspec.Struct):
    result_id: str
    query: str = ""


class Inline:
    def __init__(self, call: Call, username: Callable[[], str], tanya: Tanya | None) -> None:
        self._aside = Aside(call)
        self._username = username
        self._tanya = tanya
        self._under_way = 0

    def take(self, update: dict[str, Any]) -> None:
        """Whatever the update is; what is none of ours is passed over."""
        try:
            if "inline_query" in update:
                self._query(msgspec.convert(update["inline_query"], InlineQuery))
            elif "chosen_inline_result" in update:
                self._chosen(msgspec.convert(update["chosen_inline_result"], Chosen))
        except msgspec.ValidationError as error:
            log.error("inline query passed over", sebab=str(error), update=update.get("update_id"))

    def _query(self, query: InlineQuery) -> None:
        if self._under_way >= BERSAMAAN:
            log.info("inline query passed over", sebab="too many at once")
            return
        self._under_way += 1
        self._aside.start(self._answer(query))

    def _chosen(self, chosen: Chosen) -> None:
        """Only what somebody took is kept: queries come at every pause in typing."""
        if self._tanya and chosen.query.strip() and chosen.result_id in siapkan().katalog.topik:
            self._tanya.catat(chosen.query, Temuan("jawab", chosen.result_id, score=1.0), "telegram", "inline")

    async def _answer(self, query: InlineQuery) -> None:
        try:
            async with asyncio.timeout(TERLAMBAT):
                isi = await asyncio.to_thread(self._isi, rapikan(query.query))
                await self._aside.quietly("answerInlineQuery", inline_query_id=query.id, **isi)
        except TimeoutError:
            log.info("inline query passed over", sebab="late")
        except Exception:
            log.exception("inline query not answered")
        finally:
            self._under_way -= 1

    def _isi(self, teks: str) -> dict[str, Any]:
        semua = self._temukan(teks)
        hasil = [_artikel(slug, bagian, self._username()) for slug, bagian in semua]
        isi: dict[str, Any] = {"results": hasil, "cache_time": SIMPAN, "is_personal": False}
        return isi if hasil else isi | {"button": PRIBADI}

    def _temukan(self, teks: str) -> list[tuple[str, Bagian]]:
        """(topic, what of it), the likeliest first, filled up with its neighbours."""
        topik = siapkan().katalog.topik
        if not teks:
            sering = self._tanya.tersering() if self._tanya else ()
            return [(slug, "jawab") for slug in _unik((*sering, *BAWAAN)) if slug in topik][:SEBANYAK]
        temuan = cari(teks)
        mirip = [slug for slug in (temuan.slug, *temuan.pilihan) if slug]
        tetangga = topik[mirip[0]].terkait if mirip else ()
        semua = _unik((*mirip, *tetangga))[:SEBANYAK]
        return [(slug, temuan.bagian if slug == temuan.slug else "jawab") for slug in semua]

    def close(self) -> None:
        self._aside.close()


def _unik(semua: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(semua))


def _artikel(slug: str, bagian: Bagian, username: str) -> dict[str, Any]:
    topik = siapkan().katalog.topik[slug]
    lanjut = (Tombol("Tanya lebih lanjut", "", mulai=f"t-{slug}"),) if username else ()
    pesan = Pesan(susun_jawaban(topik, bagian), judul=topik.judul, tombol=lanjut)
    artikel: dict[str, Any] = {
        "type": "article",
        "id": slug,
        "title": topik.judul,
        "description": ringkas(topik.jawab, KETERANGAN),
        "input_message_content": {
            "message_text": draw.potong(pesan, TEKS)[0],
            "parse_mode": "HTML",
            "link_preview_options": {"is_disabled": True},
        },
    }
    papan = draw.papan(pesan, username)
    return artikel | ({"reply_markup": papan} if papan else {})
