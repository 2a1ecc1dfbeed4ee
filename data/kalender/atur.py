"""A place's own days: another day for a deadline, that it is not kept there, or a deadline of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from data.jejak import JejakQ, Pelaku
from data.kalender.daerah import DIRI, SENDIRI, Jatuh, KalenderDaerah
from data.libur import PENGATUR
from data.lingkup import Lingkup, mencakup, syarat
from data.store import Row, Tx

KOLOM = "id, kode, acara, periode, tanggal, nama, sumber"
SETAHUN = timedelta(days=366)


@dataclass(frozen=True)
class AturanDaerah:
    id: int
    kode: str
    """The kabupaten or provinsi; '0' is everywhere."""
    acara: str
    periode: str
    """'' is every one."""
    tanggal: str | None
    """'2026-12-15', '12-15' every year, '15' every month; None: it is not kept there."""
    nama: str
    """Of a deadline of the place's own."""
    sumber: str

    @property
    def sendiri(self) -> bool:
        return self.acara.startswith(SENDIRI)


class AturKalenderQ:
    """By those whose confirmed assignment covers the place, as days off are (`data.libur`)."""

    def __init__(self, tx: Tx, pelaku: Pelaku, jejak: JejakQ, lingkup: Lingkup, hari: date) -> None:
        self._tx = tx
        self._pelaku = pelaku
        self._jejak = jejak
        self._lingkup = lingkup
        self._hari = hari

    @property
    def tempat(self) -> list[str]:
        """Places that the person may set days for, each with all that lies in it."""
        return sorted({t.wilayah for t in self._lingkup.tugas if t.disahkan and t.peran in PENGATUR})

    def boleh(self, kode: str) -> bool:
        return any(mencakup(akar, kode) for akar in self.tempat)

    def berikut(self, kode: str, acara: str) -> Jatuh | None:
        """The next day of an item there."""
        semua = KalenderDaerah(self._tx, [kode], self._hari, self._hari + SETAHUN).di(kode)
        return next((j for j in semua if j.acara.kode == acara), None)

    def daftar(self) -> list[AturanDaerah]:
        """What was set in the person's places, the latest first."""
        di_sana, params = syarat("kode", self.tempat)
        rows = self._tx.all(f"SELECT {KOLOM} FROM kalender_daerah WHERE {di_sana} ORDER BY id DESC", params)
        return [_aturan(row) for row in rows if self.boleh(row["kode"])]

    def ambil(self, id_: int) -> AturanDaerah | None:
        """None for what is set elsewhere, as for what is not there."""
        row = self._tx.one(f"SELECT {KOLOM} FROM kalender_daerah WHERE id = ?", (id_,))
        return _aturan(row) if row is not None and self.boleh(row["kode"]) else None

    def atur(self, kode: str, acara: str, periode: str, tanggal: str | None, sumber: str) -> None:
        """Raises LookupError for a place that the person may not set days for."""
        self._wajib(kode)
        dulu = self._tx.one(
            f"SELECT {KOLOM} FROM kalender_daerah WHERE kode = ? AND acara = ? AND periode = ?", (kode, acara, periode)
        )
        row = self._tx.one(
            "INSERT INTO kalender_daerah (kode, acara, periode, tanggal, sumber, oleh, dibuat) "
            "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (kode, acara, periode) DO UPDATE SET tanggal = excluded.tanggal, "
            f"sumber = excluded.sumber, oleh = excluded.oleh, dibuat = excluded.dibuat RETURNING {KOLOM}",
            (kode, acara, periode, tanggal, sumber, self._pelaku.orang_id, self._pelaku.kini),
        )
        assert row is not None
        self._catat("ubah", _aturan(dulu) if dulu else None, _aturan(row))

    def tambah(self, kode: str, nama: str, periode: str, tanggal: str, sumber: str, *, diri: bool = False) -> None:
        """A deadline of the place's own, of its villages or of the facilitators (`diri`); raises as `atur` does."""
        self._wajib(kode)
        row = self._tx.one(
            "INSERT INTO kalender_daerah (kode, acara, periode, tanggal, nama, sumber, oleh, dibuat) "
            "VALUES (?, '', ?, ?, ?, ?, ?, ?) RETURNING id",
            (kode, periode, tanggal, nama, sumber, self._pelaku.orang_id, self._pelaku.kini),
        )
        assert row is not None
        self._tx.run(
            "UPDATE kalender_daerah SET acara = ? WHERE id = ?", (f"{DIRI if diri else SENDIRI}{row['id']}", row["id"])
        )
        self._catat("ubah", None, self.ambil(int(row["id"])))

    def hapus(self, id_: int) -> AturanDaerah | None:
        """Back to what the wider place says; what was there. None where the person may set nothing."""
        satu = self.ambil(id_)
        if satu is not None:
            self._tx.run("DELETE FROM kalender_daerah WHERE id = ?", (id_,))
            self._catat("hapus", satu, None)
        return satu

    def _wajib(self, kode: str) -> None:
        if not self.boleh(kode):
            raise LookupError(f"no place {kode} to set days for")

    def _catat(self, apa: str, lama: AturanDaerah | None, baru: AturanDaerah | None) -> None:
        satu = baru or lama
        assert satu
        self._jejak.tulis(apa, "kalender_daerah", satu.id, sebelum=_teks(lama), sesudah=_teks(baru))


def _aturan(row: Row) -> AturanDaerah:
    return AturanDaerah(
        int(row["id"]), row["kode"], row["acara"], row["periode"], row["tanggal"], row["nama"], row["sumber"]
    )


def _teks(satu: AturanDaerah | None) -> str | None:
    if satu is None:
        return None
    hari = satu.tanggal or "tidak berlaku"
    return " ".join(b for b in (satu.kode, satu.acara, satu.periode, hari, satu.nama, f"({satu.sumber})") if b)
