"""One of Kemendagri's 83,762 places: typed in any order, narrowed by provinsi, kabupaten, kecamatan when many fit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from data.wilayah import DESA, KABUPATEN, KECAMATAN, PROVINSI, Bagian, Temuan, Wilayah, cari_desa, dari_kode
from handlers.dialog.keadaan import Json
from handlers.dialog.masukan import Masukan
from handlers.dialog.question import Belum, Layar, Opsi, Prompt, Question
from handlers.dialog.questions.choice import HALAMAN
from handlers.dialog.tampil import LIHAT, nomor
from handlers.dialog.tolak import Tolak

PANJANG = 200
"""Letters of what was typed that are kept while it is being narrowed."""
SEBUT = {PROVINSI: "provinsi", KABUPATEN: "kabupaten atau kota", KECAMATAN: "kecamatan", DESA: "desa"}


@dataclass(frozen=True)
class CariTempat(Question[str]):
    """Answers with the code. Half-done it keeps {"cari": what was typed, "di": code it is narrowed to, "h": page}."""

    kata: str
    tingkat: int = DESA
    cari: Callable[[str], Temuan] = cari_desa
    petunjuk: str = "Ketik nama desa dan kecamatannya, contoh: sukamaju cibeber."

    def prompt(self, layar: Layar) -> Prompt:
        rows = self._baris(layar)
        return Prompt(self._kepala(layar) if rows else self.kata, daftar=tuple(rows))

    def read(self, masukan: Masukan, layar: Layar) -> str | Belum:
        opsi = None if masukan.pilih else nomor(masukan.teks, self._baris(layar))
        pilih = opsi.nilai if opsi else masukan.pilih
        if pilih.startswith(LIHAT):
            return Belum(_pindah(pilih[1:], _lihatan(layar)))
        return self.load(pilih, layar) if pilih else self._ketikan(masukan.teks, layar)

    def dump(self, nilai: str) -> Json:
        return nilai

    def load(self, json: Json, layar: Layar) -> str:
        """Nothing of another level: an assignment to a whole provinsi must not come out of an old or made-up button."""
        tempat = dari_kode(str(json))
        if tempat is None or tempat.tingkat != self.tingkat or tempat.jenis == "Kelurahan":
            raise Tolak(f"Pilihan itu sudah tidak ada. {self.petunjuk}")
        return tempat.kode

    def show(self, nilai: str) -> str:
        tempat = dari_kode(nilai)
        return tempat.nama if tempat else nilai

    def mundur(self, sementara: Json) -> bool:
        return bool(sementara)

    def _ketikan(self, teks: str, layar: Layar) -> str | Belum:
        """While it is being narrowed 'cianjur' means Sukamaju in Cianjur, unless only the new words find anything."""
        lihat = _lihatan(layar)
        cari = teks[:PANJANG]
        baru = self.cari(cari)
        if lihat:
            gabung = f"{lihat['cari']} {cari}"[:PANJANG]
            lanjut = self.cari(gabung).di(lihat["di"])
            if lanjut.jumlah and (lanjut.persis or not (baru.jumlah and baru.persis)):
                return self._temukan(lanjut, gabung, lihat["di"])
        return self._temukan(baru, cari, "")

    def _temukan(self, temuan: Temuan, cari: str, di: str) -> str | Belum:
        if not temuan.jumlah:
            raise Tolak(f"Belum ketemu. {self.petunjuk}")
        if temuan.jumlah == 1 and temuan.persis:
            return temuan.kode[0]
        return Belum({"cari": cari, "di": di})

    def _temuan(self, layar: Layar) -> Temuan:
        lihat = _lihatan(layar)
        return self.cari(lihat["cari"]).di(lihat["di"]) if lihat else Temuan()

    def _kepala(self, layar: Layar) -> str:
        temuan = self._temuan(layar)
        cocok = "cocok" if temuan.persis else "mirip"
        if temuan.jumlah == 1:
            return "Maksudnya yang ini?"
        ada = f"Ada {temuan.jumlah} {SEBUT[self.tingkat]} yang {cocok}."
        if bagian := _bagian(temuan):
            return f"{ada} Di {SEBUT[bagian[0].wilayah.tingkat]} mana? Pilih, atau ketik namanya."
        return f"{ada} Yang mana?"

    def _baris(self, layar: Layar) -> list[Opsi]:
        temuan = self._temuan(layar)
        if bagian := _bagian(temuan):
            return _halaman([_opsi_bagian(b, temuan) for b in bagian], _lihatan(layar)["h"])
        tempat = [_opsi(satu) for satu in temuan.tempat()]
        return _halaman(tempat, _lihatan(layar)["h"]) if tempat else []


def _bagian(temuan: Temuan) -> list[Bagian]:
    """Few are shown themselves, and so are many that nothing parts."""
    return temuan.persempit(HALAMAN) if temuan.jumlah > HALAMAN + 2 else []


def _opsi(tempat: Wilayah) -> Opsi:
    return Opsi(tempat.nama, tempat.kode, tempat.jalur)


def _opsi_bagian(bagian: Bagian, temuan: Temuan) -> Opsi:
    """A part of one is that one: no second tap."""
    nama = bagian.wilayah.nama.replace("Kabupaten ", "Kab. ")
    if bagian.jumlah == 1:
        (satu,) = temuan.di(bagian.wilayah.kode).tempat()
        return Opsi(nama, satu.kode, f"{satu.nama}, {satu.kecamatan}")
    return Opsi(nama, f"{LIHAT}d:{bagian.wilayah.kode}", str(bagian.jumlah))


def _halaman(rows: Sequence[Opsi], halaman: int) -> list[Opsi]:
    if len(rows) <= HALAMAN + 2:
        return list(rows)
    terakhir = (len(rows) - 1) // HALAMAN
    ini = min(halaman, terakhir)
    maju = [Opsi("Lainnya ›", f"{LIHAT}h:{ini + 1}")] if ini < terakhir else []
    mundur = [Opsi("‹ Sebelumnya", f"{LIHAT}h:{ini - 1}")] if ini else []
    return [*rows[ini * HALAMAN : (ini + 1) * HALAMAN], *maju, *mundur]


def _lihatan(layar: Layar) -> dict[str, Any]:
    """What is being narrowed; empty when nothing is, or when an older version left something else."""
    lihat = layar.sementara
    if not isinstance(lihat, dict) or not lihat.get("cari"):
        return {}
    return {"cari": lihat["cari"], "di": lihat.get("di", ""), "h": lihat.get("h", 0)}


def _pindah(apa: str, lihat: dict[str, Any]) -> dict[str, Any] | None:
    """'d:32' narrows to a code, 'h:2' turns to a page; of an old screen nothing is left to narrow."""
    jenis, _, isi = apa.partition(":")
    if not lihat:
        return None
    if jenis == "d":
        return {**lihat, "di": isi, "h": 0}
    return {**lihat, "h": int(isi) if isi.isdecimal() and len(isi) < 4 else 0}
