"""Decisions as they are written: recorded, changed, carried over, and followed to their end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date

from data.jejak import JejakQ, Pelaku
from data.keputusan_daftar import Cakupan, KeputusanBaca
from data.keputusan_isi import (
    BARU,
    BATAL,
    BERJALAN,
    DIBAWA,
    ISI,
    SELESAI,
    TERBUKA,
    TERHAMBAT,
    Calon,
    IsiKeputusan,
    Jumlah,
    Keputusan,
    Perubahan,
    sebagai_kata,
)
from data.lingkup import Lingkup
from data.musdes.dasar import Pencatat
from data.nomor import nomor_baru
from data.store import Param, Tx

__all__ = [
    "BARU", "BATAL", "BERJALAN", "DIBAWA", "SELESAI", "TERBUKA", "TERHAMBAT", "Cakupan", "Calon", "IsiKeputusan",
    "Jumlah", "Keputusan", "KeputusanQ", "Perubahan",
]  # fmt: skip
DIUBAH = (*ISI, "agenda_id", "urutan")


class KeputusanQ(KeputusanBaca):
    """Whoever may not change something is told what is said of what was never there: LookupError."""

    def __init__(
        self, tx: Tx, pelaku: Pelaku, jejak: JejakQ, lingkup: Lingkup, hari: date, cari: Pencatat | None = None
    ) -> None:
        super().__init__(tx, lingkup, hari)
        self._pelaku = pelaku
        self._jejak = jejak
        self._cari = cari

    def tambah(
        self,
        musdes_id: int,
        isi: IsiKeputusan,
        *,
        agenda_id: int | None = None,
        induk: int | None = None,
        dari: int | None = None,
    ) -> str:
        """Returns the number, 'P-2611-0012'. `induk` and `dari` are ids.

        Carried over twice by one musyawarah, it is the same one.
        """
        desa = self._desa_musdes(musdes_id)
        asal = None if dari is None else self._satu("k.id = ?", dari)
        if dari is not None and asal is None:
            raise LookupError(f"no decision {dari}")
        if asal and (sudah := self._sudah_dibawa(asal, musdes_id, isi)):
            return sudah
        nomor = nomor_baru(self._tx, "P", self._hari)
        kini = self._pelaku.kini
        kolom: dict[str, Param] = {
            "nomor": nomor,
            "musdes_id": musdes_id,
            "desa": desa,
            "agenda_id": agenda_id,
            "induk": induk,
        }
        kolom |= {"status": BARU, "dari": dari, "dibuat": kini, "diubah": kini}
        kolom |= asdict(isi) | {"usulan": int(isi.usulan)}
        row = self._tx.one(
            f"INSERT INTO keputusan ({', '.join(kolom)}, urutan) VALUES ({', '.join('?' * len(kolom))}, "
            "(SELECT COALESCE(MAX(urutan), 0) + 1 FROM keputusan WHERE musdes_id = ?)) RETURNING id",
            [*kolom.values(), musdes_id],
        )
        assert row is not None
        self._sejarah(int(row["id"]), BARU, "", "")
        self._jejak.tulis("catat", "keputusan", int(row["id"]), sesudah=nomor)
        self._berganti(int(row["id"]), musdes_id)
        if asal:
            self._pasang(asal, DIBAWA, f"Dibawa ke {nomor}.", "")
        return nomor

    def ubah(self, keputusan: Keputusan, perubahan: Mapping[str, str | int | bool | None]) -> bool:
        """Columns of `IsiKeputusan`, agenda_id, urutan; one trail line each. False when nothing differs.

        Another name for who does it, and it is no longer the person that it was.
        """
        self._wajib(self.boleh_ubah(keputusan), keputusan)
        if asing := set(perubahan) - set(DIUBAH):
            raise ValueError(f"no columns to change: {asing}")
        baru = dict(perubahan)
        if baru.get("pj", keputusan.pj) != keputusan.pj:
            baru.setdefault("pj_orang", None)
        beda = {nama: nilai for nama, nilai in baru.items() if getattr(keputusan, nama) != nilai}
        if not beda:
            return False
        sql = ", ".join(f"{nama} = ?" for nama in beda)
        nilai = [int(n) if isinstance(n, bool) else n for n in beda.values()]
        self._tx.run(f"UPDATE keputusan SET {sql}, diubah = ? WHERE id = ?", [*nilai, self._pelaku.kini, keputusan.id])
        for nama, satu in beda.items():
            self._jejak.tulis(
                "ubah", "keputusan", keputusan.id,
                kolom=nama, sebelum=sebagai_kata(getattr(keputusan, nama)), sesudah=sebagai_kata(satu),
            )  # fmt: skip
        self._berganti(keputusan.id, keputusan.musdes_id)
        return True

    def hapus(self, keputusan: Keputusan) -> bool:
        """With its follow-ups. What it was carried over from waits again as it did. False when it was gone."""
        self._wajib(self.boleh_ubah(keputusan), keputusan)
        for satu in self.lanjutan(keputusan):
            self.hapus(satu)
        if not self._tx.run(
            "UPDATE keputusan SET dihapus = ? WHERE id = ? AND dihapus IS NULL", (self._pelaku.kini, keputusan.id)
        ):
            return False
        self._jejak.tulis("hapus", "keputusan", keputusan.id, sebelum=keputusan.nomor)
        self._berganti(keputusan.id, keputusan.musdes_id)
        asal = self.asal(keputusan)
        if asal and asal.status == DIBAWA:
            semula = next((p.status for p in self.riwayat(asal) if p.status != DIBAWA), BARU)
            self._pasang(asal, semula, f"{keputusan.nomor} dihapus.", "")
        return True

    def tandai(self, keputusan: Keputusan, status: str, alasan: str = "", bukti: str = "") -> bool:
        """False when it stands so already. Every state stays in the history."""
        self._wajib(self.boleh_tandai(keputusan), keputusan)
        return self._pasang(keputusan, status, alasan, bukti)

    # -- within ---------------------------------------------------------------------------------------------------

    def _desa_musdes(self, musdes_id: int) -> str:
        row = self._tx.one("SELECT desa, orang_id FROM musdes WHERE id = ? AND dihapus IS NULL", (musdes_id,))
        if row is None:
            raise LookupError(f"no musdes {musdes_id}")
        if row["orang_id"] != self._pelaku.orang_id and not self._mendampingi(musdes_id, row["desa"]):
            raise LookupError(f"no musdes {musdes_id}")
        return str(row["desa"])

    def _sudah_dibawa(self, dari: Keputusan, musdes_id: int, isi: IsiKeputusan) -> str:
        """Number of the one that took it over in this musyawarah; one that was deleted comes back. '' for none."""
        self._tx.lock(f"keputusan:{dari.id}")
        row = self._tx.one(
            "SELECT id, nomor, dihapus FROM keputusan WHERE dari = ? AND musdes_id = ?", (dari.id, musdes_id)
        )
        if row is None:
            return ""
        if row["dihapus"] is not None:
            self._tx.run("UPDATE keputusan SET dihapus = NULL WHERE id = ?", (row["id"],))
            self._jejak.tulis("pulihkan", "keputusan", int(row["id"]), sesudah=row["nomor"])
            kini = self.ambil(row["nomor"])
            assert kini is not None
            self.ubah(kini, asdict(isi))
            self._berganti(kini.id, musdes_id)
            self._pasang(dari, DIBAWA, f"Dibawa ke {row['nomor']}.", "")
        return str(row["nomor"])

    def _pasang(self, k: Keputusan, status: str, alasan: str, bukti: str) -> bool:
        kini = self._tx.one("SELECT status FROM keputusan WHERE id = ?", (k.id,))
        if kini is None or not self._tx.run(
            "UPDATE keputusan SET status = ?, alasan = ?, bukti = ?, diubah = ? WHERE id = ? AND dihapus IS NULL "
            "AND (status <> ? OR alasan <> ? OR bukti <> ?)",
            (status, alasan, bukti, self._pelaku.kini, k.id, status, alasan, bukti),
        ):
            return False
        self._sejarah(k.id, status, alasan, bukti)
        self._jejak.tulis(
            "tandai", "keputusan", k.id,
            kolom="status", sebelum=kini["status"], sesudah=status, alasan=alasan or None,
        )  # fmt: skip
        return True

    def _sejarah(self, id_: int, status: str, alasan: str, bukti: str) -> None:
        p = self._pelaku
        self._tx.run(
            "INSERT INTO keputusan_status (keputusan_id, waktu, oleh, status, alasan, bukti) VALUES (?, ?, ?, ?, ?, ?)",
            (id_, p.kini, p.orang_id, status, alasan, bukti),
        )

    def _berganti(self, id_: int, musdes_id: int) -> None:
        """Papers that were made say something else now, and it is found by other words."""
        self._tx.run("UPDATE musdes SET usang = 1 WHERE id = ? AND versi > 0", (musdes_id,))
        if self._cari is None:
            return
        k = self._satu("k.id = ?", id_)
        if k is None:
            self._cari.buang("keputusan", id_)
        else:
            kata = " ".join((k.isi, k.pj, k.sumber_dana))
            self._cari.catat("keputusan", id_, k.desa, k.tanggal, k.pencatat, kata)

    def _wajib(self, boleh: bool, k: Keputusan) -> None:
        if not boleh:
            raise LookupError(f"no {k.nomor}")
