"""Which village an entry is about: of one, of a few with one name, of two whole kabupaten."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from data.orang import PLD, TAPM_KAB, OrangQ
from data.wilayah import Wilayah, WilayahQ, dari_kode, kemendagri
from handlers.dialog.dialog import Dialog, Kabar
from handlers.dialog.pesan import Pesan
from handlers.isian import pembeda, tanya_desa
from tests.handlers.dialog.obrolan import KINI, ZONA, Dunia, Obrolan, resep, tabel


def desa_bernama(nama: str, di: str) -> str:
    return next(k for k, n in kemendagri.nama_desa().items() if n == nama and k.startswith(di))


class Hadir:
    """Somebody with assignments, and the villages they answered."""

    def __init__(self, peran: str, tugas: Iterable[str], kenal: Iterable[str]) -> None:
        self.jawaban: list[Any] = []

        def fungsi(d: Dialog, desa: Any) -> Kabar:
            self.jawaban.append(d.ask("desa", tanya_desa(desa)))
            return Kabar(Pesan("Selesai"))

        dunia = Dunia(tabel(resep(fungsi)))
        wilayah, orang = WilayahQ(dunia.tx), OrangQ(dunia.tx)
        for kode in kenal:
            wilayah.kenalkan(kode)
            wilayah.kenalkan(kode.rpartition(".")[0])
        id_ = orang.tambah("Bu Sari", ZONA, KINI)
        for kode in tugas:
            wilayah.kenalkan(kode)
            orang.tugaskan(id_, peran, kode, dunia.hari_ini, disahkan=True)
        self.obrolan = Obrolan(dunia, id_, "Bu Sari")
        self.obrolan.tulis("/uji")

    @property
    def baris(self) -> list[tuple[str, str]]:
        return [(b.label, b.ket) for b in self.obrolan.layar.pesan.daftar]

    def membaca(self, teks: str) -> Wilayah:
        self.obrolan.tulis(teks)
        assert self.jawaban, self.obrolan.layar.teks
        assert isinstance(self.jawaban[-1], Wilayah)
        return self.jawaban[-1]


def test_one_village_is_two_buttons() -> None:
    hadir = Hadir(PLD, ["32.03.03.2013"], ["32.03.03.2013"])
    assert hadir.obrolan.layar.tombol == ["Sukamaju", "Kecamatan Cibeber"]
    assert hadir.membaca("sukamaju").kode == "32.03.03.2013"


def test_two_villages_of_one_name_look_different() -> None:
    kode = [desa_bernama("Sukamaju", "32.03.01."), "32.03.03.2013", "32.03.03.2007"]
    hadir = Hadir(PLD, kode, kode)
    assert hadir.baris[0] == ("Sukamaju", "Cianjur")
    assert ("Sukamaju", "Cibeber") in hadir.baris
    assert ("Mayak", "") in hadir.baris
    hadir.obrolan.tulis("sukamaju")
    assert hadir.baris == [("Sukamaju", "Cianjur"), ("Sukamaju", "Cibeber")]
    assert hadir.membaca("sukamaju cibeber").kode == "32.03.03.2013"


@pytest.mark.parametrize(
    ("ditulis", "kode"), [("cibeber", "32.03.03"), ("kecamatan cibeber", "32.03.03"), ("mayak", "32.03.03.2007")]
)
def test_the_name_of_the_kecamatan_is_still_the_kecamatan(ditulis: str, kode: str) -> None:
    desa = [desa_bernama("Sukamaju", "32.03.01."), "32.03.03.2013", "32.03.03.2007"]
    assert Hadir(PLD, desa, desa).membaca(ditulis).kode == kode


def test_a_distrik_is_called_so() -> None:
    kampung = desa_bernama("Wasur", "93.01.")
    hadir = Hadir(PLD, [kampung], [kampung])
    assert hadir.obrolan.layar.label[1].startswith("Distrik ")


def test_of_a_thousand_villages_one_is_found_by_typing() -> None:
    kenal = [k for di in ("11.07", "11.08") for k in kemendagri.desa_di(di)]
    hadir = Hadir(TAPM_KAB, ["11.07", "11.08"], kenal)
    assert "ketik sebagian namanya" in hadir.obrolan.layar
    assert len(hadir.baris) == 9
    hadir.obrolan.tulis("blang")
    assert 1 < len(hadir.baris) <= 10
    assert "cocok" in hadir.obrolan.layar
    satu = dari_kode(kenal[700])
    assert satu is not None
    assert hadir.membaca(f"{satu.nama} {satu.kecamatan}").kode == satu.kode


def test_what_tells_namesakes_apart_grows_until_it_does() -> None:
    tempat = [
        Wilayah(kode, nama, jalur, ZONA)
        for kode, nama, jalur in (
            ("1.1.1.1", "Sukamaju", "Cibeber, Kabupaten Cianjur, Jawa Barat"),
            ("1.2.1.1", "sukamaju", "Cibeber, Kabupaten Lebak, Banten"),
            ("1.3.1.1", "Sukamaju", "Mande, Kabupaten Cianjur, Jawa Barat"),
            ("1.4.1.1", "Kogekotu", "Paniai Timur, Kabupaten Paniai, Papua Tengah"),
            ("1.4.1.2", "Kogekotu", "Paniai Timur, Kabupaten Paniai, Papua Tengah"),
            ("1.5.1", "Mayak", "Kabupaten Cianjur, Jawa Barat"),
            ("1.5.1.1", "Mayak", "Mayak, Kabupaten Cianjur, Jawa Barat"),
        )
    ]
    assert list(pembeda(tempat).values()) == [
        "Cibeber, Kabupaten Cianjur",
        "Cibeber, Kabupaten Lebak",
        "Mande",
        "Paniai Timur, Kabupaten Paniai, Papua Tengah, 1.4.1.1",
        "Paniai Timur, Kabupaten Paniai, Papua Tengah, 1.4.1.2",
        "",
        "",
    ]
