"""Villages by name, for people who serve one village, many of them, or two of one name."""

from __future__ import annotations

from data.wilayah import Wilayah
from handlers.tempel.kalimat import siapkan
from handlers.tempel.pecah import pecah
from handlers.tempel.peta import Peta
from handlers.tempel.tempat import desa_kegiatan
from handlers.tempel.temuan import NIHIL, Temuan


def wilayah(kode: str, nama: str, kecamatan: str) -> Wilayah:
    return Wilayah(kode, nama, f"{kecamatan}, Kabupaten Cianjur, Jawa Barat", "Asia/Jakarta")


SUKAMAJU_CIBEBER = wilayah("32.03.03.2013", "Sukamaju", "Cibeber")
SUKAMAJU_CIANJUR = wilayah("32.03.01.2009", "Sukamaju", "Cianjur")
SUKA_MULYA = wilayah("32.03.01.2011", "Suka Mulya", "Cianjur")
KOPERASI = wilayah("32.03.01.2012", "Sinergi", "Cianjur")
KECAMATAN = [
    Wilayah("32.03.01", "Cianjur", "Kabupaten Cianjur, Jawa Barat", "Asia/Jakarta"),
    Wilayah("32.03.03", "Cibeber", "Kabupaten Cianjur, Jawa Barat", "Asia/Jakarta"),
]
PETA = Peta([SUKAMAJU_CIBEBER, SUKAMAJU_CIANJUR, SUKA_MULYA, KOPERASI], KECAMATAN)


def di(teks: str, peta: Peta = PETA) -> Temuan:
    return desa_kegiatan(siapkan(pecah(teks)), peta)


def test_of_two_villages_with_one_name_the_kecamatan_decides_or_both_are_offered() -> None:
    assert di("Desa: Sukamaju").saran == ("32.03.03.2013", "32.03.01.2009")
    assert di("Desa: Sukamaju Kec. Cibeber").jawaban == "32.03.03.2013"
    assert di("posyandu sukamaju cibeber kemarin").jawaban == "32.03.03.2013"


def test_a_name_written_apart_or_together_is_the_same() -> None:
    for teks in ("Desa: Suka Mulya", "Desa: sukamulya", "di desa suka-mulya", "musdes SUKA MULYA"):
        assert di(teks).jawaban == "32.03.01.2011"
    assert di("suka, mulya") == NIHIL


def test_a_village_that_bears_an_everyday_word_needs_its_title() -> None:
    assert di("membangun sinergi dengan warga") == NIHIL
    assert di("musdes di desa sinergi").jawaban == "32.03.01.2012"


def test_of_several_kecamatan_the_one_that_is_named() -> None:
    assert di("rakor di kecamatan cibeber").jawaban == "32.03.03"
    assert di("rakor di kecamatan").saran == ("32.03.01", "32.03.03")


def test_without_villages_nothing_is_found() -> None:
    assert di("musdes di desa sukamaju, Tempat: balai desa", Peta([], [])) == NIHIL


def test_the_rubble_of_a_name_is_no_slip() -> None:
    peta = Peta([wilayah("32.03.03.2005", "Sukaraharja", "Cibeber")], [])
    assert peta.terka("Sukarahrja") == ["32.03.03.2005"]
    assert peta.terka("S:A:araharja") == []
