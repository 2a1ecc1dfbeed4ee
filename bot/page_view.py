"""Stored messages as the page's JSON."""

from __future__ import annotations

from typing import Any

import msgspec

from bot.channels.web import NAMA
from data.orang import SEBUTAN, Orang, OrangQ
from data.peraga import PERSONA
from data.store import Tx
from data.web import WebPesan, WebQ
from handlers.dialog.masukan import Masukan
from handlers.dialog.pesan import Berkas, Pesan

Json = dict[str, Any]


def awal_json(tx: Tx, tujuan: str | None, *, demo: bool, now: int) -> Json:
    """Everything a page needs to draw itself."""
    pesan = WebQ(tx).terakhir(tujuan) if tujuan else []
    orang = OrangQ(tx).di_alamat(NAMA, tujuan, now) if tujuan else None
    return {
        "demo": demo,
        "persona": [{"id": p.id, "nama": p.nama, "peran": p.sebutan, "keterangan": p.keterangan} for p in PERSONA]
        if demo
        else [],
        "saya": _saya(tujuan, orang) if tujuan else None,
        "pesan": [pesan_json(p) for p in pesan],
        "kursor": pesan[-1].id if pesan else 0,
    }


def _saya(tujuan: str, orang: Orang | None) -> Json:
    if orang is None:
        return {"id": tujuan, "nama": "Tamu", "peran": SEBUTAN["warga"]}
    return {"id": tujuan, "nama": orang.nama, "peran": SEBUTAN[orang.peran[-1]]}


def pesan_json(p: WebPesan) -> Json:
    dasar: Json = {
        "id": p.id, "dari": p.dari, "waktu": p.waktu, "judul": None, "teks": "", "tombol": [], "daftar": [],
        "minta": None, "berkas": None, "foto": [], "lokasi": None, "kunci": p.kunci,
    }  # fmt: skip
    return dasar | (_dari_bot(p) if p.dari == "bot" else _dari_saya(p))


def _dari_bot(p: WebPesan) -> Json:
    pesan = msgspec.json.decode(p.isi, type=Pesan)
    berkas = None
    if pesan.berkas:
        berkas = {"nama": pesan.berkas.nama, "url": f"/berkas/{p.id}", "mime": mime_berkas(pesan.berkas)}
    return {
        "judul": pesan.judul or None,
        "teks": pesan.teks,
        "tombol": [{"label": t.label, "data": t.data} for t in pesan.tombol],
        "daftar": [{"label": b.label, "ket": b.ket, "data": b.data} for b in pesan.daftar],
        "minta": pesan.minta or None,
        "berkas": berkas,
        "foto": [f"/foto/{sidik}" for sidik in pesan.foto],
    }


def mime_berkas(berkas: Berkas) -> str:
    """Whatever is not to be looked at here is a file to keep, so that no browser ever runs it."""
    return "image/png" if berkas.gambar else "application/octet-stream"


def _dari_saya(p: WebPesan) -> Json:
    masukan = msgspec.json.decode(p.isi, type=Masukan)
    lokasi = masukan.lokasi
    return {
        "teks": masukan.teks,
        "foto": [f"/foto/{f.sidik}" for f in masukan.foto],
        "berkas": {"nama": masukan.dokumen.nama, "url": None, "mime": masukan.dokumen.mime}
        if masukan.dokumen
        else None,
        "lokasi": {"lat": lokasi.lat, "lon": lokasi.lon} if lokasi else None,
    }
