"""What the person who acts may read and write of the assessments."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from data.jejak import JejakQ, Pelaku
from data.katalog.kemandirian import muat_kemandirian
from data.kegiatan import URUNGKAN
from data.kemandirian.isi import (
    BISA_DIUBAH,
    DARI,
    KOLOM,
    IsiKemandirian,
    Kemandirian,
    SudahDinilai,
    Ubahan,
    dari_baris,
    json,
    jumlah,
    kata,
    lipat,
    periksa,
)
from data.lingkup import SEMUA_WILAYAH, Lingkup, mencakup, syarat
from data.nomor import nomor_baru
from data.pencarian import KEMANDIRIAN, Indeks
from data.store import Param, Tx

SEKALI = 500


class KemandirianQ:
    """What is outside the person's scope is as if it were not there."""

    def __init__(self, tx: Tx, pelaku: Pelaku, jejak: JejakQ, lingkup: Lingkup, hari: date) -> None:
        self._tx = tx
        self._pelaku = pelaku
        self._jejak = jejak
        self._lingkup = lingkup
        self._hari = hari

    # -- what one may do ------------------------------------------------------------------------------------------

    def boleh_tambah(self, desa: str) -> bool:
        return any(mencakup(akar, desa) for akar in self._lingkup.dampingan)

    def boleh_ubah(self, k: Kemandirian) -> bool:
        """Whoever wrote it down, and a confirmed pendamping of that village."""
        return k.orang_id == self._lingkup.orang_id or self._lingkup.boleh_mendampingi(k.desa)

    # -- reading --------------------------------------------------------------------------------------------------

    def ambil(self, nomor: str) -> Kemandirian | None:
        return next(iter(self._baca("k.nomor = ? AND k.dihapus IS NULL", [nomor.upper()])), None)

    def terhapus(self, nomor: str) -> Kemandirian | None:
        """One that was deleted, for whoever may bring it back."""
        semua = self._baca("k.nomor = ? AND k.dihapus IS NOT NULL", [nomor.upper()])
        return semua[0] if semua and self.boleh_ubah(semua[0]) else None

    def daftar(self, desa: str) -> list[Kemandirian]:
        """Of one village, the latest first."""
        return self._baca("k.desa = ? AND k.dihapus IS NULL", [desa], "k.tanggal DESC, k.id DESC")

    def serupa(self, desa: str, kelompok: str, tahun: int) -> Kemandirian | None:
        """What the same group said in that year."""
        return next((k for k in self.daftar(desa) if (k.tahun, lipat(k.kelompok)) == (tahun, lipat(kelompok))), None)

    def tren(self, k: Kemandirian) -> list[Kemandirian]:
        """The same group over the years, the first first."""
        semua = [s for s in self.daftar(k.desa) if lipat(s.kelompok) == lipat(k.kelompok)]
        return sorted(semua, key=lambda s: (s.tahun, s.id))

    def pada(self, desa: Collection[str], tahun: int) -> dict[str, list[Kemandirian]]:
        """By village, what was said there in that year; a village without is not in it."""
        hasil: dict[str, list[Kemandirian]] = {}
        kode = sorted(desa)
        for n in range(0, len(kode), SEKALI):
            bagian = kode[n : n + SEKALI]
            di_sana = f"k.desa IN ({', '.join('?' * len(bagian))})"
            for k in self._baca(f"k.tahun = ? AND k.dihapus IS NULL AND {di_sana}", [tahun, *bagian], "k.desa, k.id"):
                hasil.setdefault(k.desa, []).append(k)
        return hasil

    def semua(self, kode: str = "") -> Iterator[Kemandirian]:
        """Every one of a place, or of the whole scope, a few at a time."""
        di_sana, letak = syarat("k.desa", [kode or SEMUA_WILAYAH])
        akhir = 0
        while ada := self._baca(
            f"{di_sana} AND k.dihapus IS NULL AND k.id > ?", [*letak, akhir], f"k.id LIMIT {SEKALI}"
        ):
            yield from ada
            akhir = ada[-1].id

    def riwayat(self, k: Kemandirian, *, batas: int = 1000, mulai: int = 0) -> list[Ubahan]:
        """All that was done to it, the latest first."""
        rows = self._tx.all(
            "SELECT j.waktu, o.nama, j.apa, j.kolom, j.sebelum, j.sesudah FROM jejak j JOIN orang o "
            "ON o.id = j.orang_id WHERE j.tabel = 'kemandirian' AND j.baris_id = ? ORDER BY j.id DESC LIMIT ? OFFSET ?",
            (k.id, batas, mulai),
        )
        return [
            Ubahan(int(r["waktu"]), r["nama"], r["apa"], r["kolom"] or "", r["sebelum"] or "", r["sesudah"] or "")
            for r in rows
        ]

    # -- writing --------------------------------------------------------------------------------------------------

    def tambah(self, isi: IsiKemandirian, percakapan_id: int | None = None) -> str:
        """Returns the number, 'D-2611-0003'. The same conversation twice is once. Raises SudahDinilai, LookupError."""
        self._wajib(self.boleh_tambah(isi.desa), isi.desa)
        if percakapan_id is not None and (sudah := self._dari_percakapan(percakapan_id)):
            return sudah
        periksa(isi.isi, isi.forum)
        tahun = int(isi.tanggal[:4])
        self._sekali(isi.desa, isi.kelompok, tahun)
        kini = self._pelaku.kini
        kolom: dict[str, Param] = asdict(isi) | jumlah(isi.isi)
        kolom |= {"nomor": nomor_baru(self._tx, "D", self._hari), "tahun": tahun, "isi": json(isi.isi)}
        kolom |= {"orang_id": self._pelaku.orang_id, "percakapan_id": percakapan_id, "dibuat": kini, "diubah": kini}
        row = self._tx.one(
            f"INSERT INTO kemandirian ({', '.join(kolom)}) VALUES ({', '.join('?' * len(kolom))}) RETURNING id, nomor",
            list(kolom.values()),
        )
        assert row is not None
        self._jejak.tulis("catat", "kemandirian", int(row["id"]), sesudah=row["nomor"])
        self._segarkan(int(row["id"]))
        return str(row["nomor"])

    def ubah(self, k: Kemandirian, perubahan: Mapping[str, Any]) -> bool:
        """Columns of `IsiKemandirian`, and answers by their questions. One trail line each; False when nothing is new.

        Raises LookupError where it is not theirs to change, SudahDinilai when it moves to a year that has one.
        """
        self._wajib(self.boleh_ubah(k), k.nomor)
        jawab = {s: n for s, n in perubahan.items() if muat_kemandirian().soal_dari(s)}
        if asing := perubahan.keys() - jawab.keys() - BISA_DIUBAH:
            raise ValueError(f"an assessment has no {sorted(asing)} to change")
        self._tx.lock(f"kemandirian:{k.desa}")
        lama = self.ambil(k.nomor)
        self._wajib(lama is not None, k.nomor)
        assert lama is not None
        isi = {**lama.isi, **jawab}
        baru = {n: v for n, v in perubahan.items() if n not in jawab and getattr(lama, n) != v}
        periksa(isi, str(baru.get("forum", lama.forum)))
        tahun = int(str(baru.get("tanggal", lama.tanggal))[:4])
        if (ada := self.serupa(k.desa, str(baru.get("kelompok", lama.kelompok)), tahun)) and ada.id != k.id:
            raise SudahDinilai(ada.nomor)
        beda = baru | {s: n for s, n in jawab.items() if lama.isi.get(s) != n}
        for nama, nilai in beda.items():
            semula = lama.isi.get(nama) if nama in jawab else getattr(lama, nama)
            self._jejak.tulis(
                "ubah", "kemandirian", k.id, kolom=nama, sebelum=kata(semula), sesudah=kata(nilai)
            )  # fmt: skip
        if beda:
            kolom = {**baru, **jumlah(isi), "isi": json(isi), "tahun": tahun, "diubah": self._pelaku.kini}
            letak = ", ".join(f"{nama} = ?" for nama in kolom)
            self._tx.run(f"UPDATE kemandirian SET {letak} WHERE id = ?", [*kolom.values(), k.id])
            self._segarkan(k.id)
        return bool(beda)

    def hapus(self, k: Kemandirian) -> bool:
        """False when it was gone."""
        self._wajib(self.boleh_ubah(k), k.nomor)
        sql = "UPDATE kemandirian SET dihapus = ? WHERE id = ? AND dihapus IS NULL"
        if not self._tx.run(sql, (self._pelaku.kini, k.id)):
            return False
        self._jejak.tulis("hapus", "kemandirian", k.id, sebelum=k.nomor)
        self._segarkan(k.id)
        return True

    def pulihkan(self, k: Kemandirian) -> bool:
        """False when it is there, or went more than `URUNGKAN` seconds ago. Raises SudahDinilai."""
        self._wajib(self.boleh_ubah(k), k.nomor)
        if k.dihapus is None or self._pelaku.kini - k.dihapus > URUNGKAN:
            return False
        self._sekali(k.desa, k.kelompok, k.tahun)
        self._tx.run("UPDATE kemandirian SET dihapus = NULL WHERE id = ?", (k.id,))
        self._jejak.tulis("pulihkan", "kemandirian", k.id, sesudah=k.nomor)
        self._segarkan(k.id)
        return True

    # -- within ---------------------------------------------------------------------------------------------------

    def _segarkan(self, id_: int) -> None:
        Indeks(self._tx).segarkan([(KEMANDIRIAN, id_)])

    def _sekali(self, desa: str, kelompok: str, tahun: int) -> None:
        self._tx.lock(f"kemandirian:{desa}")
        if ada := self.serupa(desa, kelompok, tahun):
            raise SudahDinilai(ada.nomor)

    def _dari_percakapan(self, percakapan_id: int) -> str:
        row = self._tx.one(
            "SELECT nomor FROM kemandirian WHERE percakapan_id = ? AND orang_id = ?",
            (percakapan_id, self._pelaku.orang_id),
        )
        return str(row["nomor"]) if row else ""

    def _baca(self, sql: str, params: list[Param], urut: str = "k.id") -> list[Kemandirian]:
        di_sana, letak = syarat("k.desa", self._lingkup.baca)
        rows = self._tx.all(
            f"SELECT {KOLOM} {DARI} WHERE {sql} AND (k.orang_id = ? OR {di_sana}) ORDER BY {urut}",
            [*params, self._lingkup.orang_id, *letak],
        )
        return [dari_baris(row) for row in rows]

    def _wajib(self, boleh: bool, apa: str) -> None:
        if not boleh:
            raise LookupError(f"no {apa}")
