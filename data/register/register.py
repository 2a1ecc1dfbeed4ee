"""Registers as they are written: added, changed, moved to another state, deleted and brought back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

import msgspec

from data.jejak import JejakQ, Pelaku
from data.katalog.register import Bidang, JenisRegister
from data.kegiatan import URUNGKAN, FotoKegiatan
from data.lingkup import Lingkup
from data.nomor import nomor_baru
from data.register.baca import RegisterBaca, jenis_dari
from data.register.isi import Nilai, Register, periksa, sebagai_kata
from data.store import Param, Tx


class Penyegar(Protocol):
    def segarkan(self, benda: Sequence[tuple[str, int]], /) -> int: ...


class SudahAda(Exception):
    """A village has only one of these; `nomor` is the one it has."""

    def __init__(self, nomor: str) -> None:
        super().__init__(nomor)
        self.nomor = nomor


class TakBisa(ValueError):
    """No such state, or none that can follow the one it has."""


class BelumLengkap(ValueError):
    """Fields that must be answered before."""

    def __init__(self, bidang: Sequence[Bidang]) -> None:
        super().__init__(", ".join(b.kunci for b in bidang))
        self.bidang = tuple(bidang)


class RegisterQ(RegisterBaca):
    """Whoever may not change something is told what is said of what was never there: LookupError."""

    def __init__(
        self, tx: Tx, pelaku: Pelaku, jejak: JejakQ, lingkup: Lingkup, hari: date, cari: Penyegar | None = None
    ) -> None:
        super().__init__(tx, lingkup)
        self._pelaku = pelaku
        self._jejak = jejak
        self._hari = hari
        self._cari = cari

    def tambah(
        self,
        jenis: str,
        desa: str,
        isi: Mapping[str, Nilai],
        *,
        percakapan_id: int | None = None,
        milik: int | None = None,
        induk: int | None = None,
        keadaan: str = "",
        foto: Sequence[FotoKegiatan] = (),
    ) -> str:
        """Returns the number, 'KS-2611-0007'. The same conversation twice is once.

        Without `keadaan` the first of the catalogue. Raises SudahAda, TakBisa, BelumLengkap; ValueError for an answer
        that the catalogue does not know.
        """
        ini = jenis_dari(jenis)
        self._wajib(self.boleh_tambah(desa) and _boleh_di(ini, desa), desa)
        if percakapan_id is not None and (sudah := self._dari_percakapan(percakapan_id)):
            return sudah
        bersih = periksa(ini, isi)
        awal = keadaan or ini.keadaan[0].kode
        kosong = [b for b in ini.bidang if b.wajib and b.jenis != "foto" and b.kunci not in bersih]
        if kosong := kosong or self._kurang(ini, awal, bersih, foto=bool(foto)):
            raise BelumLengkap(kosong)
        if ini.tunggal:
            self._tx.lock(f"register:{jenis}:{desa}")
            self._tolak_kedua(jenis, desa)
        tutup = _keadaan(ini, awal)
        nomor = nomor_baru(self._tx, ini.awalan, self._hari)
        kini = self._pelaku.kini
        kolom: dict[str, Param] = {
            "nomor": nomor, "jenis": jenis, "desa": desa, "judul": ini.judul_dari(bersih), "keadaan": awal,
            "isi": _json(bersih), "orang_id": self._pelaku.orang_id, "milik": milik, "induk": induk,
            "tanggal": _tanggal(ini, bersih), "percakapan_id": percakapan_id, "dibuat": kini, "diubah": kini,
            "ditutup": kini if tutup else None,
        }  # fmt: skip
        row = self._tx.one(
            f"INSERT INTO register ({', '.join(kolom)}) VALUES ({', '.join('?' * len(kolom))}) RETURNING id",
            list(kolom.values()),
        )
        assert row is not None
        id_ = int(row["id"])
        self._jejak.tulis("catat", "register", id_, sesudah=nomor)
        self._pasang_foto(id_, foto)
        self._segarkan(id_)
        return nomor

    def ubah(self, register: Register, perubahan: Mapping[str, Nilai]) -> bool:
        """Answers by their keys; None or '' empties one. One trail line each. False when nothing differs."""
        self._wajib(self.boleh_ubah(register), register.nomor)
        ini = jenis_dari(register.jenis)
        kini = self._kunci(register)
        bersih = periksa(ini, perubahan)
        beda = {k: bersih.get(k) for k in perubahan if kini.isi.get(k) != bersih.get(k)}
        if not beda:
            return False
        if kosong := [b for b in ini.bidang if b.wajib and b.kunci in beda and beda[b.kunci] is None]:
            raise BelumLengkap(kosong)
        isi = {k: v for k, v in {**kini.isi, **beda}.items() if v is not None}
        self._tx.run(
            "UPDATE register SET isi = ?, judul = ?, tanggal = ?, diubah = ? WHERE id = ?",
            (_json(isi), ini.judul_dari(isi), _tanggal(ini, isi), self._pelaku.kini, register.id),
        )
        for kunci, nilai in beda.items():
            self._jejak.tulis(
                "ubah", "register", register.id,
                kolom=kunci, sebelum=sebagai_kata(kini.isi.get(kunci)), sesudah=sebagai_kata(nilai),
            )  # fmt: skip
        self._segarkan(register.id)
        return True

    def ganti_keadaan(self, register: Register, keadaan: str, alasan: str = "") -> bool:
        """Closes it or opens it again, as that state has it. False when it is in it. Raises TakBisa, BelumLengkap."""
        self._wajib(self.boleh_ubah(register), register.nomor)
        ini = jenis_dari(register.jenis)
        kini = self._kunci(register)
        if kini.keadaan == keadaan:
            return False
        tutup = _keadaan(ini, keadaan, dari=kini.keadaan)
        if kosong := self.kurang(kini, keadaan):
            raise BelumLengkap(kosong)
        if kini.ditutup is not None and not tutup and ini.tunggal:
            self._tx.lock(f"register:{register.jenis}:{register.desa}")
            self._tolak_kedua(register.jenis, register.desa, selain=register.id)
        waktu = self._pelaku.kini
        self._tx.run(
            "UPDATE register SET keadaan = ?, ditutup = ?, diubah = ? WHERE id = ?",
            (keadaan, (kini.ditutup or waktu) if tutup else None, waktu, register.id),
        )
        self._jejak.tulis(
            "tandai", "register", register.id,
            kolom="keadaan", sebelum=kini.keadaan, sesudah=keadaan, alasan=alasan or None,
        )  # fmt: skip
        self._segarkan(register.id)
        return True

    def kurang(self, register: Register, keadaan: str) -> list[Bidang]:
        """Fields that must be answered before it can be in that state."""
        return self._kurang(jenis_dari(register.jenis), keadaan, register.isi, foto=bool(self.foto(register)))

    def miliki(self, register: Register, orang_id: int | None) -> bool:
        """Whom it is about, once that is somebody here. False when it was so already."""
        self._wajib(self.boleh_ubah(register), register.nomor)
        if register.milik == orang_id:
            return False
        self._tx.run(
            "UPDATE register SET milik = ?, diubah = ? WHERE id = ?", (orang_id, self._pelaku.kini, register.id)
        )
        self._jejak.tulis("ubah", "register", register.id, kolom="milik")
        return True

    def tambah_foto(self, register: Register, foto: Sequence[FotoKegiatan]) -> int:
        """How many were new."""
        self._wajib(self.boleh_ubah(register), register.nomor)
        if n := self._pasang_foto(register.id, foto):
            self._jejak.tulis("foto", "register", register.id, sesudah=str(n))
        return n

    def hapus(self, register: Register, alasan: str = "") -> bool:
        """False when it was gone. What belongs to it stays."""
        self._wajib(self.boleh_ubah(register), register.nomor)
        if not self._tx.run(
            "UPDATE register SET dihapus = ? WHERE id = ? AND dihapus IS NULL", (self._pelaku.kini, register.id)
        ):
            return False
        self._jejak.tulis("hapus", "register", register.id, sebelum=register.nomor, alasan=alasan or None)
        self._segarkan(register.id)
        return True

    def pulihkan(self, register: Register) -> bool:
        """False when it is there, or was deleted more than `URUNGKAN` seconds ago. Raises SudahAda."""
        self._wajib(self.boleh_ubah(register), register.nomor)
        if register.dihapus is None or self._pelaku.kini - register.dihapus > URUNGKAN:
            return False
        if jenis_dari(register.jenis).tunggal and register.ditutup is None:
            self._tx.lock(f"register:{register.jenis}:{register.desa}")
            self._tolak_kedua(register.jenis, register.desa)
        if not self._tx.run("UPDATE register SET dihapus = NULL WHERE id = ? AND dihapus IS NOT NULL", (register.id,)):
            return False
        self._jejak.tulis("pulihkan", "register", register.id, sesudah=register.nomor)
        self._segarkan(register.id)
        return True

    # -- within ---------------------------------------------------------------------------------------------------

    def _kunci(self, register: Register) -> Register:
        """As it stands now: somebody may have changed it a moment ago."""
        self._tx.lock(f"register:{register.id}")
        kini = self.menurut_id(register.id)
        if kini is None:
            raise LookupError(f"no {register.nomor}")
        return kini

    def _kurang(self, ini: JenisRegister, keadaan: str, isi: Mapping[str, object], *, foto: bool) -> list[Bidang]:
        tuju = ini.keadaan_dari(keadaan)
        perlu = [b for kunci in (tuju.perlu if tuju else ()) if (b := ini.bidang_dari(kunci))]
        return [b for b in perlu if not (foto if b.jenis == "foto" else b.kunci in isi)]

    def _tolak_kedua(self, jenis: str, desa: str, selain: int = 0) -> None:
        """Of those that the person may see: nobody learns of another."""
        ada = self.satu_di(jenis, desa, selain=selain)
        if ada:
            raise SudahAda(ada.nomor)

    def _dari_percakapan(self, percakapan_id: int) -> str:
        row = self._tx.one(
            "SELECT nomor FROM register WHERE percakapan_id = ? AND orang_id = ?",
            (percakapan_id, self._pelaku.orang_id),
        )
        return str(row["nomor"]) if row else ""

    def _pasang_foto(self, id_: int, foto: Sequence[FotoKegiatan]) -> int:
        ada = {row["sidik"] for row in self._tx.all("SELECT sidik FROM register_foto WHERE register_id = ?", (id_,))}
        baru = [f for f in {f.sidik: f for f in foto}.values() if f.sidik not in ada]
        for n, satu in enumerate(baru, start=len(ada) + 1):
            self._tx.run(
                "INSERT INTO register_foto (register_id, urutan, sidik, waktu) VALUES (?, ?, ?, ?)",
                (id_, n, satu.sidik, satu.waktu),
            )
        return len(baru)

    def _segarkan(self, id_: int) -> None:
        if self._cari is not None:
            self._cari.segarkan([("register", id_)])

    def _wajib(self, boleh: bool, apa: str) -> None:
        if not boleh:
            raise LookupError(f"no {apa}")


def _boleh_di(ini: JenisRegister, kode: str) -> bool:
    tingkat = {"desa": (3,), "kecamatan": (2,), "keduanya": (2, 3)}[ini.tempat]
    return kode.count(".") in tingkat


def _keadaan(ini: JenisRegister, kode: str, *, dari: str = "") -> bool:
    """Whether that state closes it."""
    satu = ini.keadaan_dari(kode)
    if satu is None or (dari and satu not in ini.berikut(dari)):
        raise TakBisa(f"{ini.kode}: no step from {dari or 'nothing'} to {kode}")
    return satu.tutup


def _json(isi: Mapping[str, Nilai]) -> str:
    return msgspec.json.encode(dict(isi)).decode()


def _tanggal(ini: JenisRegister, isi: Mapping[str, Nilai]) -> str | None:
    nilai = isi.get(ini.tanggal)
    return nilai if isinstance(nilai, str) else None
