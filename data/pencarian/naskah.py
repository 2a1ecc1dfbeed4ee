"""The things that can be found, as people wrote them: for the index where it lacks them, and for showing the place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import msgspec

from data.katalog.bumdes import muat_bumdes
from data.katalog.kegiatan import muat_kegiatan
from data.katalog.masalah import muat_masalah
from data.katalog.musdes import muat_musdes
from data.katalog.register import muat_register
from data.store import Row, Tx

KEGIATAN, MUSDES, KEPUTUSAN, REGISTER = "kegiatan", "musdes", "keputusan", "register"
RENCANA, MASALAH = "rencana", "masalah"
BUMDES, KDMP = "bumdes", "kdmp"
KEMANDIRIAN = "kemandirian"
JENIS = (KEGIATAN, MUSDES, KEPUTUSAN, REGISTER, RENCANA, MASALAH, BUMDES, KDMP, KEMANDIRIAN)
HIDUP = {
    KEGIATAN: "kegiatan x WHERE x.dihapus IS NULL",
    MUSDES: "musdes x WHERE x.dihapus IS NULL AND x.status <> 'digabung'",
    KEPUTUSAN: "keputusan x JOIN musdes m ON m.id = x.musdes_id "
    "WHERE x.dihapus IS NULL AND m.dihapus IS NULL AND m.status <> 'digabung'",
    REGISTER: "register x WHERE x.dihapus IS NULL",
    RENCANA: "rencana x WHERE x.id > 0",
    MASALAH: "masalah x WHERE x.rahasia = 0 AND x.status <> 'ditarik'",
    BUMDES: "bumdes x WHERE x.diubah > 0",
    KDMP: "kdmp x WHERE x.diubah > 0",
    KEMANDIRIAN: "kemandirian x WHERE x.dihapus IS NULL",
}
"""Table and condition of what is there, as `x`."""
SEBUT_KARTU = {BUMDES: "BUM Desa", KDMP: "KDMP"}
"""Where others have their number."""


@dataclass(frozen=True)
class Naskah:
    nomor: str
    desa: str
    tanggal: str
    orang_id: int
    bagian: tuple[str, ...]
    """The heading first."""

    @property
    def teks(self) -> str:
        return "\n".join(self.bagian)


def naskah(tx: Tx, apa: str, ids: Sequence[int]) -> dict[int, Naskah]:
    """By id; what was deleted is not in it."""
    return _BACA[apa](tx, ids) if ids else {}


def nama_musdes(tx: Tx, acuan: int) -> str:
    """What its kind is called; '' of a kind that the catalogue no longer has."""
    row = tx.one("SELECT jenis FROM musdes WHERE id = ?", (acuan,))
    return next((j.nama for j in muat_musdes().jenis if row and j.kode == row["jenis"]), "")


def _kegiatan(tx: Tx, ids: Sequence[int]) -> dict[int, Naskah]:
    rows = _baris(tx, KEGIATAN, "x.orang_id, x.desa, x.tanggal, x.kegiatan, x.hasil, x.masalah, x.tindak_lanjut", ids)
    nama = {k.kode: k.nama for k in muat_kegiatan().semua}
    return {
        int(r["id"]): _naskah(r, (nama.get(r["kegiatan"], ""), r["hasil"], r["masalah"], r["tindak_lanjut"]))
        for r in rows
    }


def _musdes(tx: Tx, ids: Sequence[int]) -> dict[int, Naskah]:
    kolom = "x.orang_id, x.desa, x.tanggal, x.jenis, x.judul, x.tempat, x.pimpinan, x.notulis, x.isian"
    nama = {j.kode: j.nama for j in muat_musdes().jenis}
    isi = defaultdict(list)
    for tabel, apa in (("agenda", "judul"), ("catatan_musdes", "teks")):
        for r in tx.all(
            f"SELECT musdes_id, {apa} AS teks FROM {tabel} WHERE dihapus IS NULL AND musdes_id IN ({_tanya(ids)}) "
            "ORDER BY id",
            ids,
        ):
            isi[int(r["musdes_id"])].append(r["teks"])
    return {
        int(r["id"]): _naskah(
            r,
            (
                *(nama.get(r["jenis"], ""), r["jenis"], r["judul"], *isi[int(r["id"])], r["tempat"], r["pimpinan"]),
                *(r["notulis"], *map(str, msgspec.json.decode(r["isian"], type=dict[str, Any]).values())),
            ),
        )
        for r in _baris(tx, MUSDES, kolom, ids)
    }


def _keputusan(tx: Tx, ids: Sequence[int]) -> dict[int, Naskah]:
    rows = _baris(tx, KEPUTUSAN, "m.orang_id, x.desa, m.tanggal, x.isi, x.pj, x.sumber_dana", ids)
    return {int(r["id"]): _naskah(r, (r["isi"], r["pj"], r["sumber_dana"])) for r in rows}


def _register(tx: Tx, ids: Sequence[int]) -> dict[int, Naskah]:
    """Its day is the one on which it was written down: of those it names, many lie in the future."""
    ini = {r.kode: r for r in muat_register().semua}
    hasil = {}
    for r in _baris(tx, REGISTER, "x.orang_id, x.desa, x.jenis, x.judul, x.isi, x.dibuat", ids):
        jenis = ini.get(r["jenis"])
        isi: dict[str, Any] = msgspec.json.decode(r["isi"], type=dict[str, Any])
        sebut = [k for b in jenis.bidang for k in jenis.kata_bidang(b.kunci, isi)] if jenis else []
        sebut += [jenis.nama, jenis.sebutan] if jenis else []
        hari = datetime.fromtimestamp(r["dibuat"], UTC).date().isoformat()
        bagian = dict.fromkeys((r["judul"], *sebut))
        hasil[int(r["id"])] = Naskah(r["nomor"], r["desa"], hari, int(r["orang_id"]), tuple(b for b in bagian if b))
    return hasil


def _rencana(tx: Tx, ids: Sequence[int]) -> dict[int, Naskah]:
    """A plan with all its activities; its day is the one on which it was begun."""
    nama = {k.kode: k.nama for k in muat_kegiatan().semua}
    isi: dict[int, list[str]] = defaultdict(list)
    for r in tx.all(
        "SELECT rencana_id, kegiatan, uraian, pihak FROM rencana_butir WHERE dihapus IS NULL "
        f"AND rencana_id IN ({_tanya(ids)}) ORDER BY urutan",
        ids,
    ):
        isi[int(r["rencana_id"])] += [nama.get(r["kegiatan"], ""), r["uraian"], r["pihak"]]
    hasil = {}
    for r in _baris(tx, RENCANA, "x.orang_id, x.desa, x.tahun, x.dibuat", ids):
        hari = datetime.fromtimestamp(r["dibuat"], UTC).date().isoformat()
        bagian = (f"Rencana kerja {r['tahun']}", *(b for b in isi[int(r["id"])] if b))
        hasil[int(r["id"])] = Naskah(r["nomor"], r["desa"], hari, int(r["orang_id"]), bagian)
    return hasil


def _masalah(tx: Tx, ids: Sequence[int]) -> dict[int, Naskah]:
    """Of a villager's report nobody is the writer: who it was must not be found out by searching."""
    hasil = {}
    for r in _baris(tx, MASALAH, "x.orang_id, x.asal, x.desa, x.tema, x.isi, x.jawaban, x.dibuat", ids):
        hari = datetime.fromtimestamp(r["dibuat"], UTC).date().isoformat()
        penulis = int(r["orang_id"]) if r["asal"] == "pendamping" else 0
        bagian = (muat_masalah().ambil(r["tema"]).label, r["isi"], r["jawaban"])
        hasil[int(r["id"])] = Naskah(r["nomor"], r["desa"], hari, penulis, tuple(b for b in bagian if b))
    return hasil


def _kemandirian(tx: Tx, ids: Sequence[int]) -> dict[int, Naskah]:
    """Whose view it is, and what they said beside their answers."""
    rows = _baris(tx, KEMANDIRIAN, "x.orang_id, x.desa, x.tanggal, x.kelompok, x.berikut, x.catatan", ids)
    return {int(r["id"]): _naskah(r, (r["kelompok"] or "Seluruh desa", r["berikut"], r["catatan"])) for r in rows}


def _bumdes(tx: Tx, ids: Sequence[int]) -> dict[int, Naskah]:
    """A village's card is nobody's own: who wrote on it last finds it only while they may read of the village."""
    nama = {satu.kode: satu.nama for satu in muat_bumdes().langkah}
    kolom = "x.nama, x.langkah, x.unit, x.sertifikat, x.hambatan"
    return _kartu(tx, BUMDES, ids, kolom, lambda r: (r["nama"] or "BUM Desa", nama.get(r["langkah"], "")))


def _kdmp(tx: Tx, ids: Sequence[int]) -> dict[int, Naskah]:
    kolom = "x.nama, x.gerai AS unit, x.badan_hukum AS sertifikat, x.hambatan"
    return _kartu(tx, KDMP, ids, kolom, lambda r: (r["nama"] or "KDMP",))


def _kartu(
    tx: Tx, apa: str, ids: Sequence[int], kolom: str, kepala: Callable[[Row], tuple[str, ...]]
) -> dict[int, Naskah]:
    """It has no number: its village names it."""
    hasil = {}
    for r in tx.all(f"SELECT x.id, x.desa, x.diubah, {kolom} FROM {HIDUP[apa]} AND x.id IN ({_tanya(ids)})", ids):
        hari = datetime.fromtimestamp(r["diubah"], UTC).date().isoformat()
        bagian = (*kepala(r), r["unit"], r["sertifikat"], r["hambatan"])
        hasil[int(r["id"])] = Naskah(SEBUT_KARTU[apa], r["desa"], hari, 0, tuple(b for b in bagian if b))
    return hasil


def _baris(tx: Tx, apa: str, kolom: str, ids: Sequence[int]) -> list[Row]:
    return tx.all(f"SELECT x.id, x.nomor, {kolom} FROM {HIDUP[apa]} AND x.id IN ({_tanya(ids)})", ids)


def _tanya(ids: Sequence[int]) -> str:
    return ", ".join("?" * len(ids))


def _naskah(r: Row, bagian: Sequence[str | None]) -> Naskah:
    return Naskah(r["nomor"], r["desa"], r["tanggal"], int(r["orang_id"]), tuple(b for b in bagian if b))


_BACA: dict[str, Callable[[Tx, Sequence[int]], dict[int, Naskah]]] = {
    KEGIATAN: _kegiatan,
    MUSDES: _musdes,
    KEPUTUSAN: _keputusan,
    REGISTER: _register,
    RENCANA: _rencana,
    MASALAH: _masalah,
    BUMDES: _bumdes,
    KDMP: _kdmp,
    KEMANDIRIAN: _kemandirian,
}
