"""The Camat's monthly report on facilitation in one kecamatan: counted from what was logged, kept in versions."""

from data.camat.camat import CamatQ
from data.camat.isi import (
    Bagian,
    DesaCamat,
    Isi,
    JumlahMasalah,
    KegiatanCamat,
    MasalahCamat,
    MusdesCamat,
    OrangCamat,
    PutusanDepan,
    RencanaDepan,
    SalurCamat,
    TenggatDepan,
    samakan,
)
from data.camat.rekaman import Laporan, Tanda, Versi

__all__ = [
    "Bagian",
    "CamatQ",
    "DesaCamat",
    "Isi",
    "JumlahMasalah",
    "KegiatanCamat",
    "Laporan",
    "MasalahCamat",
    "MusdesCamat",
    "OrangCamat",
    "PutusanDepan",
    "RencanaDepan",
    "SalurCamat",
    "Tanda",
    "TenggatDepan",
    "Versi",
    "samakan",
]
