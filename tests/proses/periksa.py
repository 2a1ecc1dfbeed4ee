"""Whether a run lost or doubled anything: what people saw, what the database says, and what each fault explains."""

from __future__ import annotations

import asyncio
import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from bot.channels.contract import Kiriman
from bot.channels.telegram.send import steps
from bot.settle import JEDA
from handlers.dialog.pesan import Pesan
from tests.proses.catatan_db import Baris, tanya
from tests.proses.keramaian import KIRIM, NOMOR, Pendamping
from tests.telegram_server import Kena

TETAP = re.compile(r"Forbidden|blocked|BadRequest")
"""Reasons for which a message is refused for good."""


@dataclass
class Balasan:
    """One row of the outbox, and what it says on the screen."""

    baris: Baris
    teks: list[str]

    @property
    def terkirim(self) -> bool:
        return bool(self.baris["status"] == "terkirim")

    @property
    def ditolak(self) -> bool:
        """Refused for good, or given up after as many tries as there are, each of which may have arrived."""
        habis = self.baris["coba"] >= len(JEDA)
        return self.baris["status"] == "gagal" and (habis or bool(TETAP.search(self.baris["galat"] or "")))


@dataclass
class Pembukuan:
    """The outbox of a finished run by chat, in the order in which it was queued."""

    url: str
    sampai: Mapping[int, list[str]]
    """Chat: texts of what was sent to it, in order, whether or not the bot knows."""
    per_obrolan: dict[int, list[Balasan]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        asyncio.run(self._baca())

    async def _baca(self) -> None:
        for baris in tanya(self.url, "SELECT * FROM outbox WHERE kanal = 'telegram' ORDER BY id"):
            pesan = msgspec.json.decode(baris["isi"], type=Pesan)
            langkah = [] if pesan.menu is not None else await steps(Kiriman(baris["id"], pesan), None)
            teks = [str(satu.params.get("text") or satu.params.get("caption") or "") for satu in langkah]
            self.per_obrolan[int(baris["tujuan"].partition("/")[0])].append(Balasan(baris, teks))

    def tak_terkirim(self) -> list[str]:
        """Replies that are neither sent nor refused for good."""
        semua = (satu for balasan in self.per_obrolan.values() for satu in balasan)
        return [str(satu.baris) for satu in semua if not (satu.terkirim or satu.ditolak)]

    def tak_sesuai(self) -> list[str]:
        """Chats that were not sent every reply, in order, with nothing else between. A reply may stand there again."""
        return [
            f"{chat}: queued {[b.teks for b in balasan]}, sent {self.sampai.get(chat)}"
            for chat, balasan in self.per_obrolan.items()
            if not _sesuai(balasan, self.sampai.get(chat, []))
        ]

    def menyerah(self, chat: int) -> bool:
        """Whether a reply to that chat was refused for good, so that nobody can go on there."""
        return any(b.ditolak for b in self.per_obrolan[chat])

    def giliran(self) -> int:
        return int(tanya(self.url, "SELECT COUNT(*) AS n FROM inbox WHERE status = 'selesai'")[0]["n"])

    def kali(self, status: str) -> int:
        return sum(b.baris["status"] == status for balasan in self.per_obrolan.values() for b in balasan)

    def kelebihan(self) -> Counter[int]:
        """Chat: messages sent to it beyond one for each reply."""
        return Counter(
            {
                chat: lebih
                for chat, teks in self.sampai.items()
                if (lebih := len(teks) - sum(len(b.teks) for b in self.per_obrolan[chat] if b.terkirim)) > 0
            }
        )

    def dijawab_ganda(self) -> list[Baris]:
        """Messages that were answered with two replies to the same chat."""
        return tanya(
            self.url,
            "SELECT inbox_id, tujuan, COUNT(*) AS kali FROM outbox WHERE inbox_id IS NOT NULL AND kelas = 0 "
            "AND isi NOT LIKE '%\"menu\":%' GROUP BY inbox_id, tujuan HAVING COUNT(*) > 1",
        )

    def tak_dijawab(self) -> list[Baris]:
        """Messages without a reply that should have one: whatever was said to the bot, once for a whole album."""
        return tanya(
            self.url,
            "SELECT i.id, i.tujuan, i.isi, i.status FROM inbox i WHERE i.isi NOT LIKE '%\"peristiwa\":%' AND i.isi <> '{}' "
            "AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.inbox_id = i.id) "
            "AND NOT EXISTS (SELECT 1 FROM outbox o JOIN inbox j ON j.id = o.inbox_id "
            "WHERE j.album = i.album AND j.tujuan = i.tujuan)",
        )


def _sesuai(balasan: Sequence[Balasan], sampai: Sequence[str]) -> bool:
    """Each text a letter: a reply that was sent stands once or more, one that was refused perhaps."""
    huruf: dict[str, str] = {}
    for teks in [*(t for b in balasan for t in b.teks), *sampai]:
        huruf.setdefault(teks, chr(0x4E00 + len(huruf)))
    pola = "".join(huruf[t] + ("+" if b.terkirim else "*") for b in balasan for t in b.teks)
    return re.fullmatch(pola, "".join(huruf[t] for t in sampai)) is not None


def dijelaskan_badai(kena: Iterable[Kena]) -> Counter[int]:
    """Chat: messages that a fault let through without the bot knowing."""
    return Counter(int(k.chat) for k in kena if k.method in KIRIM and k.dikerjakan and k.chat is not None)


def catatan_salah(url: str, pendamping: Sequence[Pendamping], sampai: Mapping[int, list[str]]) -> list[str]:
    """Entries that are missing, there twice, somebody else's, or never confirmed though nothing refused it."""
    semua = tanya(
        url,
        "SELECT k.id, k.nomor, k.hasil, a.tujuan FROM kegiatan k JOIN alamat a ON a.orang_id = k.orang_id "
        "WHERE a.kanal = 'telegram'",
    )
    per_nomor = {satu["nomor"]: satu for satu in semua}
    salah = [f"twice: {k}" for k, kali in Counter((s["tujuan"], s["hasil"]) for s in semua).items() if kali > 1]
    for satu in pendamping:
        terlihat = {n for teks in sampai.get(satu.orang.id, []) for n in NOMOR.findall(teks)}
        for nomor in terlihat:
            ada = per_nomor.get(nomor)
            if ada is None or (ada["tujuan"], ada["hasil"]) != (str(satu.orang.id), satu.hasil):
                salah.append(f"confirmed to {satu.orang.nama} as {nomor}, stored: {ada}")
    return salah + _tanpa_tanda_terima(url, semua, sampai)


def _tanpa_tanda_terima(url: str, semua: Sequence[Baris], sampai: Mapping[int, list[str]]) -> list[str]:
    ditolak = tanya(url, "SELECT isi FROM outbox WHERE status = 'gagal'")
    return [
        f"never confirmed: {satu}"
        for satu in semua
        if not any(satu["nomor"] in teks for teks in sampai.get(int(satu["tujuan"]), []))
        and not any(satu["nomor"] in b["isi"] for b in ditolak)
    ]


def foto_salah(url: str, pendamping: Sequence[Pendamping]) -> list[str]:
    """Entries whose pictures are not all there, in the order in which they were sent."""
    ada: dict[str, list[str]] = defaultdict(list)
    for satu in tanya(
        url,
        "SELECT a.tujuan, f.sidik FROM kegiatan_foto f JOIN kegiatan k ON k.id = f.kegiatan_id "
        "JOIN alamat a ON a.orang_id = k.orang_id ORDER BY k.id, f.urutan",
    ):
        ada[satu["tujuan"]].append(satu["sidik"])
    salah = []
    for orang in pendamping:
        if not orang.nomor:
            continue
        kirim = [hashlib.sha256(isi).hexdigest() for isi in orang.foto]
        dapat = ada[str(orang.orang.id)]
        if (sorted(dapat) if orang.ulang_foto else dapat) != (sorted(kirim) if orang.ulang_foto else kirim):
            salah.append(f"{orang.orang.nama}: {len(dapat)} of {len(kirim)} pictures")
    return salah
