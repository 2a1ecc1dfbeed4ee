"""Decisions as they are written: recorded, changed, carried over, and followed to their end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from data.keputusan_daftar import Cakupan
from data.keputusan_dasar import KeputusanDasar
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
from data.nomor import nomor_baru
from data.store import Param

__all__ = [
    "BARU", "BATAL", "BERJALAN", "DIBAWA", "SELESAI", "TERBUKA", "TERHAMBAT", "Cakupan", "Calon", "IsiKeputusan",
    "Jumlah", "Keputusan", "KeputusanQ", "Perubahan",
]  # fmt: skip
DIUBAH = (*ISI, "agenda_id", "urutan")


class KeputusanQ(KeputusanDasar):
    """Whoever may not change something is told what is said of what was never there: LookupError."""

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
