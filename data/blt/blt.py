"""What was set for a year, what was paid, and who came or went. Read in scope, written by those who work there."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date
from typing import Any

from data.blt.baca import BltBaca
from data.blt.isi import SEBAB, Blt, BltBaru, PerubahanBlt, Salur, SalurBaru
from data.jejak import JejakQ, Pelaku
from data.katalog.blt import muat_blt
from data.lingkup import Lingkup
from data.nomor import nomor_baru
from data.store import Tx

BISA_DIUBAH = ("tahun", "dari", "sampai", "tanggal", "keluarga", "rupiah", "alasan")


class BltQ(BltBaca):
    """Villages outside the scope are as if they were not there."""

    def __init__(self, tx: Tx, pelaku: Pelaku, jejak: JejakQ, lingkup: Lingkup, hari: date) -> None:
        super().__init__(tx, lingkup, hari)
        self._pelaku = pelaku
        self._jejak = jejak

    def tetapkan(self, desa: str, tahun: int, isi: BltBaru) -> bool:
        """Every value that is another goes into the trail. False when nothing is, or it is not theirs to set."""
        if not self.boleh(desa):
            return False
        if not (0 <= isi.bulanan <= muat_blt().maksimal and isi.keluarga >= 0 and 1 <= isi.dari <= isi.sampai <= 12):
            raise ValueError(f"BLT cannot be set so: {isi}")
        self._tx.lock(f"blt:{desa}")
        lama = self.ambil(desa, tahun)
        if lama and isi.keluarga + lama.kini - lama.keluarga < 0:
            raise ValueError(f"more families have left than {isi.keluarga}")
        return self._buat(desa, tahun, isi) if lama is None else self._ganti(lama, isi)

    def _buat(self, desa: str, tahun: int, isi: BltBaru) -> bool:
        p, kolom = self._pelaku, asdict(isi)
        row = self._tx.one(
            f"INSERT INTO blt (desa, tahun, oleh, dibuat, diubah, {', '.join(kolom)}) "
            f"VALUES (?, ?, ?, ?, ?, {', '.join('?' * len(kolom))}) RETURNING id",
            [desa, tahun, p.orang_id, p.kini, p.kini, *kolom.values()],
        )
        assert row is not None
        self._jejak.tulis("tetapkan", "blt", int(row["id"]), sesudah=f"{isi.keluarga} keluarga")
        return True

    def _ganti(self, lama: Blt, isi: BltBaru) -> bool:
        beda = {k: nilai for k, nilai in asdict(isi).items() if getattr(lama, k) != nilai}
        for kolom, nilai in beda.items():
            self._pasang("blt", lama.id, kolom, getattr(lama, kolom), nilai)
        if beda:
            p = self._pelaku
            self._tx.run("UPDATE blt SET oleh = ?, diubah = ? WHERE id = ?", (p.orang_id, p.kini, lama.id))
        return bool(beda)

    def bayar(self, isi: SalurBaru, percakapan_id: int | None = None) -> str:
        """The number, 'B-2611-0003'. Raises LookupError for a village that is not theirs; ValueError for too much."""
        self._wajib(isi.desa)
        self._periksa(isi)
        p, kolom = self._pelaku, asdict(isi)
        nomor = nomor_baru(self._tx, "B", self._hari)
        row = self._tx.one(
            f"INSERT INTO blt_salur (nomor, orang_id, percakapan_id, dibuat, {', '.join(kolom)}) "
            f"VALUES (?, ?, ?, ?, {', '.join('?' * len(kolom))}) RETURNING id",
            [nomor, p.orang_id, percakapan_id, p.kini, *kolom.values()],
        )
        assert row is not None
        self._jejak.tulis("bayar", "blt_salur", int(row["id"]), sesudah=nomor)
        return nomor

    def ubah_salur(self, lama: Salur, isi: dict[str, Any]) -> bool:
        """False when nothing is another. Raises as `bayar` does."""
        self._wajib(lama.desa)
        if asing := isi.keys() - set(BISA_DIUBAH):
            raise ValueError(f"a payment has no column {sorted(asing)} to change")
        self._periksa(replace(lama, **isi))
        beda = {k: nilai for k, nilai in isi.items() if getattr(lama, k) != nilai}
        for kolom, nilai in beda.items():
            self._pasang("blt_salur", lama.id, kolom, getattr(lama, kolom), nilai)
        return bool(beda)

    def hapus_salur(self, lama: Salur, alasan: str) -> bool:
        """False when it was gone."""
        self._wajib(lama.desa)
        if not self._tx.run(
            "UPDATE blt_salur SET dihapus = ? WHERE id = ? AND dihapus IS NULL", (self._pelaku.kini, lama.id)
        ):
            return False
        self._jejak.tulis("hapus", "blt_salur", lama.id, sebelum=lama.nomor, alasan=alasan or None)
        return True

    def pulihkan_salur(self, lama: Salur) -> bool:
        """False when it is there."""
        self._wajib(lama.desa)
        if not self._tx.run("UPDATE blt_salur SET dihapus = NULL WHERE id = ? AND dihapus IS NOT NULL", (lama.id,)):
            return False
        self._jejak.tulis("pulihkan", "blt_salur", lama.id, sesudah=lama.nomor)
        return True

    def catat_perubahan(
        self,
        desa: str,
        tahun: int,
        tanggal: date,
        sebab: str,
        keluarga: int,
        *,
        catatan: str = "",
        percakapan_id: int | None = None,
    ) -> int:
        """Families after it. `keluarga` is signed. Raises LookupError where nothing is set, ValueError below none."""
        self._wajib(desa)
        self._tx.lock(f"blt:{desa}")
        blt = self.ambil(desa, tahun)
        if blt is None:
            raise LookupError(f"nothing is set for {desa} in {tahun}")
        if sebab not in SEBAB or not keluarga or blt.kini + keluarga < 0:
            raise ValueError(f"{keluarga} families cannot be {sebab} of {blt.kini}")
        row = self._tx.one(
            "INSERT INTO blt_ubah (desa, tahun, tanggal, sebab, keluarga, catatan, orang_id, percakapan_id, dibuat) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
            (
                desa, tahun, tanggal.isoformat(), sebab, keluarga, catatan,
                self._pelaku.orang_id, percakapan_id, self._pelaku.kini,
            ),
        )  # fmt: skip
        assert row is not None
        self._jejak.tulis("catat", "blt_ubah", int(row["id"]), sesudah=f"{sebab}, {keluarga:+} keluarga")
        return blt.kini + keluarga

    def hapus_perubahan(self, p: PerubahanBlt) -> bool:
        """False when it was gone. Raises ValueError where fewer than none would be left."""
        return self._pasang_perubahan(p, self._pelaku.kini)

    def pulihkan_perubahan(self, p: PerubahanBlt) -> bool:
        """False when it is there. Raises as `hapus_perubahan` does."""
        return self._pasang_perubahan(p, None)

    def _pasang_perubahan(self, p: PerubahanBlt, dihapus: int | None) -> bool:
        self._wajib(p.desa)
        self._tx.lock(f"blt:{p.desa}")
        kini, blt = self.satu_perubahan(p.desa, p.tahun, p.id), self.ambil(p.desa, p.tahun)
        if kini is None or blt is None or (kini.dihapus is None) == (dihapus is None):
            return False
        if blt.kini + (-p.keluarga if dihapus else p.keluarga) < 0:
            raise ValueError("fewer than none would be left")
        self._tx.run("UPDATE blt_ubah SET dihapus = ? WHERE id = ?", (dihapus, p.id))
        teks = f"{p.sebab}, {p.keluarga:+} keluarga"
        if dihapus:
            self._jejak.tulis("hapus", "blt_ubah", p.id, sebelum=teks)
        else:
            self._jejak.tulis("pulihkan", "blt_ubah", p.id, sesudah=teks)
        return True

    def _wajib(self, desa: str) -> None:
        if not self.boleh(desa):
            raise LookupError(f"no village {desa} to write of")

    def _periksa(self, isi: SalurBaru) -> None:
        if not (1 <= isi.dari <= isi.sampai <= 12 and isi.bulan <= muat_blt().sekaligus and isi.keluarga > 0):
            raise ValueError(f"cannot be paid so: {isi}")
        if isi.rupiah < 0:
            raise ValueError("nothing is paid below zero")

    def _pasang(self, tabel: str, id_: int, kolom: str, sebelum: Any, sesudah: Any) -> None:
        self._tx.run(f"UPDATE {tabel} SET {kolom} = ? WHERE id = ?", (sesudah, id_))
        self._jejak.tulis("ubah", tabel, id_, kolom=kolom, sebelum=_teks(sebelum), sesudah=_teks(sesudah))


def _teks(nilai: Any) -> str | None:
    return None if nilai is None else str(nilai)
