"""Looks at a folder of own Word templates, and makes one to begin with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

from msgspec import Meta, Struct

from data.musdes.risalah import Bahasan, Narasumber, Penanda, Putusan, Risalah, Tempat, TindakLanjut
from handlers.camat import bidang as camat
from handlers.camat.contoh import contoh as contoh_camat
from handlers.kertas.bidang import Naskah
from handlers.kertas.naskah import naskah
from handlers.kertas.word import TemplatSalah, bawaan, isi_templat

NAMA = ("berita-acara", "notulen", "daftar-hadir")
CAMAT = "laporan-camat"
SEMUA = (*NAMA, CAMAT)
DAFTAR = "daftar-bidang.txt"
PETUNJUK = """\
Bidang untuk templat Word

Ubah berkas .docx di folder ini dengan Word atau LibreOffice: kop, huruf, susunan, kalimat. Nama berkasnya tetap.
Tulis {{ bidang }} di tempat isinya. Untuk daftar, satu alinea pembuka dan satu alinea penutup:

    {%p for p in putusan %}
    {{ p.no }}. {{ p.isi }}
    {%p endfor %}

Dalam tabel, baris pembuka {%tr for t in tindak_lanjut %} dan baris penutup {%tr endfor %}.
Yang boleh: for, if, elif, else, perbandingan, dan saringan upper, lower, title, capitalize, trim, length, first, last,
default. {{ draf }} wajib ada; letakkan di kepala halaman.
Periksa hasilnya dengan: python -m bot templat periksa FOLDER

Bidang berita acara, notulen, dan daftar hadir:

"""
LAPORAN = "Bidang laporan Camat (laporan-camat.docx):\n"


@dataclass(frozen=True)
class Pemeriksaan:
    """Of one template."""

    nama: str
    ada: bool
    salah: tuple[str, ...] = ()
    """English, to be put behind its name."""
    kurang: tuple[str, ...] = ()
    """Fields that ours uses and this one does not."""


def periksa_folder(folder: Path) -> list[Pemeriksaan]:
    return [_periksa(folder / f"{nama}.docx", nama) for nama in SEMUA]


def _periksa(berkas: Path, nama: str) -> Pemeriksaan:
    if not berkas.is_file():
        return Pemeriksaan(nama, ada=False)
    isi = isi_contoh(nama)
    kita = isi_templat(bawaan(nama), isi)[1]
    try:
        dipakai = isi_templat(berkas.read_bytes(), isi)[1]
    except OSError as galat:
        return Pemeriksaan(nama, ada=True, salah=(f"cannot be read ({galat.strerror})",))
    except TemplatSalah as galat:
        return Pemeriksaan(nama, ada=True, salah=tuple(galat.salah))
    return Pemeriksaan(nama, ada=True, kurang=tuple(sorted(kita - dipakai)))


def tak_dikenal(folder: Path) -> list[str]:
    """Word files there that are the template of no paper."""
    return sorted(b.name for b in folder.glob("*.docx") if b.stem not in SEMUA and not b.name.startswith("~$"))


def daftar_bidang() -> str:
    """The page that lists every field."""
    kertas, laporan = ("\n".join(baris_bidang(satu)) for satu in (Naskah, camat.Naskah))
    return f"{PETUNJUK}{kertas}\n\n{LAPORAN}\n{laporan}\n"


def baris_bidang(tipe: Any, takik: str = "") -> list[str]:
    """A list's or a person's own fields stand below it, further in."""
    hasil = []
    for nama, isi in get_type_hints(tipe, include_extras=True).items():
        dasar, meta = get_args(isi)
        assert isinstance(meta, Meta)
        hasil.append(f"{takik}{nama:<{20 - len(takik)}}{meta.description}")
        dalam = next(iter(get_args(dasar)), dasar)
        if isinstance(dalam, type) and issubclass(dalam, Struct):
            hasil += baris_bidang(dalam, f"{takik}  ")
    return hasil


def isi_contoh(nama: str) -> Struct:
    """What a paper by this name is filled from, everything in it."""
    return contoh_camat() if nama == CAMAT else naskah(contoh())


def contoh() -> Risalah:
    """Everything filled in, to try a template with."""
    putusan = Putusan(
        "P-2611-0001",
        "Contoh keputusan.",
        "terbuka",
        setuju=30,
        menolak=2,
        abstain=1,
        pj="Contoh PJ",
        tenggat="2026-12-31",
        anggaran=1_000_000,
        sumber_dana="DD",
        tindak_lanjut=(TindakLanjut("Contoh tindak lanjut", "Contoh PJ", "2026-12-31"),),
    )
    return Risalah(
        nomor="M-2611-0001",
        versi=1,
        jenis="Musyawarah Desa",
        penyelenggara="BPD",
        desa=(Tempat("Contoh", "Desa", "Kepala Desa"),),
        kecamatan=Tempat("Contoh", "Kecamatan"),
        kabupaten="Kabupaten Contoh",
        provinsi="Contoh",
        zona="WIB",
        tanggal="2026-11-21",
        mulai="19:30",
        selesai="22:10",
        judul="contoh",
        tempat="Balai desa",
        narasumber=(Narasumber("Contoh Narasumber", "Kecamatan"),),
        bahasan=(Bahasan("Contoh agenda", ("20.15 Contoh catatan.",), (putusan,)), Bahasan("", ("Contoh lain.",))),
        isian=(("Contoh keterangan", "isinya"),),
        penanda=(Penanda("Ketua BPD", "Contoh"), Penanda("Kepala Desa"), Penanda("Wakil masyarakat")),
    )
