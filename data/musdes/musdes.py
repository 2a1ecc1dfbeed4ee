"""Musyawarah: recorded while they go on, over hours, by whoever of the village's pendamping is there."""

from __future__ import annotations

import msgspec

from data.musdes.akhir import Akhir
from data.musdes.rekaman import (
    BERJALAN,
    DIGABUNG,
    SELESAI,
    Agenda,
    Catatan,
    FotoMusdes,
    Mulai,
    Musdes,
    Narasumber,
    Penanda,
)
from data.musdes.risalah import Risalah, dari_json, ke_json
from data.nomor import nomor_baru
from data.store import Param

__all__ = [
    "BERJALAN",
    "DIGABUNG",
    "SELESAI",
    "Agenda",
    "Catatan",
    "FotoMusdes",
    "Mulai",
    "Musdes",
    "MusdesQ",
    "Narasumber",
    "Penanda",
]


class MusdesQ(Akhir):
    """Everything outside the person's scope is as if it were not there."""

    def mulai(self, isi: Mulai, percakapan_id: int | None = None, *, contoh: bool = False) -> str:
        """Returns the number, 'M-2611-0003'. One conversation makes one: the database refuses a second."""
        p = self._pelaku
        desa = isi.desa[0] if len(isi.desa) == 1 else isi.desa[0].rpartition(".")[0]
        kolom: dict[str, Param] = {
            "nomor": nomor_baru(self._tx, "M", self._hari),
            "orang_id": p.orang_id,
            "percakapan_id": percakapan_id,
            "jenis": isi.jenis,
            "desa": desa,
            "judul": isi.judul,
            "tanggal": isi.tanggal,
            "mulai": isi.mulai,
            "selesai": isi.selesai,
            "tempat": isi.tempat,
            "status": BERJALAN,
            "contoh": int(contoh),
            "dibuat": p.kini,
            "diubah": p.kini,
        }
        row = self._tx.one(
            f"INSERT INTO musdes ({', '.join(kolom)}) VALUES ({', '.join('?' * len(kolom))}) RETURNING id, nomor",
            tuple(kolom.values()),
        )
        assert row is not None
        for kode in dict.fromkeys(isi.desa):
            self._tx.run(
                "INSERT INTO musdes_desa (musdes_id, desa, tanggal) VALUES (?, ?, ?)",
                (row["id"], kode, isi.tanggal),
            )
        self._jejak.tulis("mulai", "musdes", int(row["id"]), sesudah=row["nomor"])
        self._catat_cari(int(row["id"]))
        return str(row["nomor"])

    # -- lists ----------------------------------------------------------------------------------------------------

    def terbuka(self, *, batas: int = 20) -> list[Musdes]:
        """Those still going on that the person may change: their own, then others' in their villages; latest first."""
        urut = f"CASE WHEN m.orang_id = {int(self._pelaku.orang_id)} THEN 0 ELSE 1 END, m.tanggal DESC, m.id DESC"
        semua = self._daftar(f"m.status = '{BERJALAN}'", [], urut, f"LIMIT {int(batas)}")
        return [m for m in semua if self.boleh_ubah(m)]

    def daftar(self, desa: str, tahun: int, *, batas: int = 100, lewati: int = 0) -> list[Musdes]:
        """Of a village in a year (0: of all years), the latest first."""
        rentang = (f"{tahun:04}-01-01", f"{tahun:04}-12-31") if tahun else ("", "9")
        return self._daftar(
            f"m.status <> '{DIGABUNG}' AND EXISTS (SELECT 1 FROM musdes_desa x WHERE x.musdes_id = m.id "
            "AND x.desa = ? AND x.tanggal BETWEEN ? AND ?)",
            [desa, *rentang],
            "m.tanggal DESC, m.mulai DESC, m.id DESC",
            f"LIMIT {int(batas)} OFFSET {int(lewati)}",
        )

    def sering(self, batas: int = 4) -> list[str]:
        """Kinds that this person recorded last."""
        rows = self._tx.all(
            "SELECT jenis, MAX(id) AS akhir FROM musdes WHERE orang_id = ? AND dihapus IS NULL GROUP BY jenis "
            "ORDER BY akhir DESC LIMIT ?",
            (self._pelaku.orang_id, batas),
        )
        return [row["jenis"] for row in rows]

    def tempat_terakhir(self, desa: str, batas: int = 3) -> list[str]:
        """Where one met in that village, the latest first."""
        semua = [m.tempat for m in self.daftar(desa, 0, batas=20) if m.tempat]
        return list(dict.fromkeys(semua))[:batas]

    # -- what its papers are made from ----------------------------------------------------------------------------

    def terbitkan(self, m: Musdes, risalah: Risalah) -> int:
        """Keep what the papers say from now on; returns the version."""
        versi = self._kunci(m).versi + 1
        p = self._pelaku
        self._tx.run(
            "INSERT INTO musdes_versi (musdes_id, versi, isi, waktu, orang_id) VALUES (?, ?, ?, ?, ?)",
            (m.id, versi, ke_json(msgspec.structs.replace(risalah, versi=versi)), p.kini, p.orang_id),
        )
        self._tx.run("UPDATE musdes SET versi = ?, usang = 0 WHERE id = ?", (versi, m.id))
        self._jejak.tulis("terbitkan", "musdes", m.id, kolom="versi", sesudah=str(versi))
        return versi

    def versi(self, m: Musdes, n: int) -> Risalah | None:
        """None when there is no such version, or the musyawarah is none of theirs."""
        if self.menurut_id(m.id) is None:
            return None
        row = self._tx.one("SELECT isi FROM musdes_versi WHERE musdes_id = ? AND versi = ?", (m.id, n))
        return None if row is None else dari_json(row["isi"])
