"""Which entries the person has copied into DRP by hand, and what each told at that moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import msgspec

from data.jejak import Pelaku
from data.kegiatan import Kegiatan, kegiatan_dari
from data.store import Tx

TERSALIN = (
    "tanggal", "jam", "kegiatan", "desa", "hasil", "peserta", "peserta_l", "peserta_p", "masalah", "tindak_lanjut",
)  # fmt: skip
"""What a row of DRP is made of, with whether it was a visit; neither pictures nor a place on the map."""
Isi = dict[str, str | int | None]


def isi_salin(k: Kegiatan) -> Isi:
    return {**{kolom: getattr(k, kolom) for kolom in TERSALIN}, "kunjungan": int(k.cara == "desa")}


@dataclass(frozen=True)
class Salinan:
    isi: Isi
    """As it was copied, see `isi_salin`."""
    waktu: int

    def beda(self, kini: Kegiatan) -> list[str]:
        """Names of what the entry tells differently by now, in the order of `isi_salin`."""
        return [k for k, nilai in isi_salin(kini).items() if self.isi.get(k) != nilai]


@dataclass(frozen=True)
class Tertinggal:
    k: Kegiatan
    salinan: Salinan
    terhapus: bool
    """Else it is of another day by now."""


def _salinan(isi: str, waktu: int) -> Salinan:
    return Salinan(msgspec.json.decode(isi, type=Isi), int(waktu))


class DrpSalinQ:
    """Own entries only."""

    def __init__(self, tx: Tx, pelaku: Pelaku) -> None:
        self._tx = tx
        self._pelaku = pelaku

    def rentang(self, dari: date, sampai: date) -> dict[int, Salinan]:
        """By entry, of those days, both included."""
        rows = self._tx.all(
            "SELECT s.kegiatan_id, s.isi, s.waktu FROM drp_salin s JOIN kegiatan k ON k.id = s.kegiatan_id "
            "WHERE k.orang_id = ? AND k.dihapus IS NULL AND k.tanggal BETWEEN ? AND ?",
            (self._pelaku.orang_id, dari.isoformat(), sampai.isoformat()),
        )
        return {int(r["kegiatan_id"]): _salinan(r["isi"], r["waktu"]) for r in rows}

    def tertinggal(self, dari: date, sampai: date) -> list[Tertinggal]:
        """Copied as of those days of one month, and here no more: DRP may still have them.

        By day and hour as they were copied.
        """
        awal, akhir = dari.isoformat(), sampai.isoformat()
        rows = self._tx.all(
            "SELECT k.*, s.isi AS isi_salin, s.waktu AS waktu_salin FROM kegiatan k "
            "JOIN drp_salin s ON s.kegiatan_id = k.id "
            "WHERE k.orang_id = ? AND (k.dihapus IS NOT NULL OR k.tanggal NOT BETWEEN ? AND ?) AND s.isi LIKE ? "
            "ORDER BY k.id",
            (self._pelaku.orang_id, awal, akhir, f'%"tanggal":"{awal[:8]}%'),
        )
        semua = [
            Tertinggal(kegiatan_dari(r), _salinan(r["isi_salin"], r["waktu_salin"]), r["dihapus"] is not None)
            for r in rows
        ]
        sebulan = [t for t in semua if awal <= str(t.salinan.isi["tanggal"]) <= akhir]
        return sorted(sebulan, key=lambda t: (str(t.salinan.isi["tanggal"]), str(t.salinan.isi["jam"])))

    def tandai(self, k: Kegiatan) -> None:
        """As it is now. Raises LookupError for an entry of somebody else."""
        self._wajib_milik(k)
        isi = msgspec.json.encode(isi_salin(k)).decode()
        self._tx.run(
            "INSERT INTO drp_salin (kegiatan_id, isi, waktu) VALUES (?, ?, ?) "
            "ON CONFLICT (kegiatan_id) DO UPDATE SET isi = excluded.isi, waktu = excluded.waktu",
            (k.id, isi, self._pelaku.kini),
        )

    def lepas(self, k: Kegiatan) -> bool:
        """Not copied after all; False when it was not."""
        self._wajib_milik(k)
        return bool(self._tx.run("DELETE FROM drp_salin WHERE kegiatan_id = ?", (k.id,)))

    def _wajib_milik(self, k: Kegiatan) -> None:
        if k.orang_id != self._pelaku.orang_id:
            raise LookupError(f"no entry {k.nomor} of this person")
