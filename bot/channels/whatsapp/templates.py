"""Our catalogue of sentences beside what Meta has approved: what is missing, what differs, what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from bot.channels.whatsapp.graph import Graph, Json
from data.katalog.templat_wa import BAHASA, KAKI, TemplatWa
from data.wa_biaya import AUTENTIKASI, PEMASARAN, UTILITAS

KATEGORI = {UTILITAS: "UTILITY", PEMASARAN: "MARKETING", AUTENTIKASI: "AUTHENTICATION"}
BAIK, HILANG, BEDA, TUNGGU, BURUK = "approved", "missing", "differs", "pending", "unusable"
FIELDS = "name,status,category,language,components,rejected_reason"
SEHALAMAN = 100
HALAMAN = 50
TINDAKAN = {
    "PENDING": (TUNGGU, "Meta has not looked at it yet (minutes, at most a day or two)"),
    "IN_APPEAL": (TUNGGU, "the appeal against its rejection is being looked at"),
    "REJECTED": (BURUK, "rejected: change its text under a new name in templat_wa.toml, or appeal in WhatsApp Manager"),
    "PAUSED": (BURUK, "paused as people blocked or reported it: it comes back by itself; send less of it"),
    "DISABLED": (BURUK, "disabled for good: give it another text and a new name in templat_wa.toml"),
    "LIMIT_EXCEEDED": (BURUK, "over the limit of templates: delete old ones in WhatsApp Manager"),
    "PENDING_DELETION": (BURUK, "being deleted: submit it under a new name"),
    "DELETED": (BURUK, "deleted: submit it under a new name"),
    "ARCHIVED": (BURUK, "archived: unarchive it in WhatsApp Manager"),
}
"""By Meta's status; any other is said as it is."""


@dataclass(frozen=True)
class Temuan:
    nama: str
    keadaan: str
    sebab: str = ""
    """What is wrong, and what would mend it."""


def bandingkan(kita: Iterable[TemplatWa], mereka: Sequence[Json]) -> list[Temuan]:
    """One for each of ours, in the catalogue's order."""
    return [_satu(satu, [m for m in mereka if m.get("name") == satu.nama]) for satu in kita]


def naskah(satu: TemplatWa) -> Json:
    """As it is submitted."""
    isi: Json = {"type": "BODY", "text": satu.isi}
    if satu.contoh:
        isi["example"] = {"body_text": [list(satu.contoh)]}
    tombol = {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": satu.tombol}]}
    return {
        "name": satu.nama,
        "language": BAHASA,
        "category": KATEGORI[satu.kategori],
        "components": [isi, {"type": "FOOTER", "text": KAKI}, tombol],
    }


async def ambil_semua(graph: Graph, waba_id: str) -> list[Json]:
    """All that the account has. Raises `GraphError`."""
    semua: list[Json] = []
    sesudah = ""
    for _ in range(HALAMAN):
        params = {"fields": FIELDS, "limit": str(SEHALAMAN)} | ({"after": sesudah} if sesudah else {})
        jawab = await graph.get(f"{waba_id}/message_templates", **params)
        semua += [satu for satu in jawab.get("data", []) if isinstance(satu, dict)]
        paging = jawab.get("paging") or {}
        sesudah = (paging.get("cursors") or {}).get("after", "") if paging.get("next") else ""
        if not sesudah:
            break
    return semua


async def ajukan(graph: Graph, waba_id: str, satu: TemplatWa) -> str:
    """Meta's first word on it: PENDING, APPROVED or REJECTED. Raises `GraphError`."""
    jawab = await graph.post(f"{waba_id}/message_templates", naskah(satu))
    return str(jawab.get("status", "PENDING"))


def _satu(kita: TemplatWa, mereka: Sequence[Json]) -> Temuan:
    ada = next((m for m in mereka if m.get("language") == BAHASA), None)
    if ada is None:
        lain = sorted({str(m.get("language")) for m in mereka})
        sebab = f"there only in {', '.join(lain)}, and not in {BAHASA}" if lain else "not submitted yet"
        return Temuan(kita.nama, HILANG, f"{sebab}: submit it with --ajukan")
    if beda := _beda(naskah(kita), ada):
        return Temuan(kita.nama, BEDA, "; ".join(beda))
    status = str(ada.get("status", ""))
    if status == "APPROVED":
        return Temuan(kita.nama, BAIK)
    keadaan, sebab = TINDAKAN.get(status, (BURUK, f"Meta says {status or 'nothing of its status'}"))
    alasan = ada.get("rejected_reason")
    return Temuan(kita.nama, keadaan, f"{sebab} ({alasan})" if alasan and alasan != "NONE" else sebab)


def _beda(kita: Json, ada: Json) -> list[str]:
    beda = []
    if kita["category"] != ada.get("category"):
        beda.append(
            f"category: {ada.get('category')} there, {kita['category']} here (it is billed as there; appeal in "
            "WhatsApp Manager within 60 days, or write it with less advertising under a new name)"
        )
    for bagian, sebut in (("BODY", "text"), ("FOOTER", "footer")):
        sana, sini = _teks(ada, bagian), _teks(kita, bagian)
        if sana != sini:
            beda.append(f"{sebut}: “{sana}” there, “{sini}” here (edit it in WhatsApp Manager, or use a new name)")
    if _tombol(ada) != _tombol(kita):
        beda.append(f"buttons: {_tombol(ada)} there, {_tombol(kita)} here")
    return beda


def _bagian(apa: Json, jenis: str) -> Json:
    semua: list[Any] = apa.get("components") or []
    return next((b for b in semua if isinstance(b, dict) and str(b.get("type", "")).upper() == jenis), {})


def _teks(apa: Json, jenis: str) -> str:
    return str(_bagian(apa, jenis).get("text", ""))


def _tombol(apa: Json) -> list[str]:
    return [f"{b.get('type')} {b.get('text')}" for b in _bagian(apa, "BUTTONS").get("buttons") or []]
