"""What one can do with one problem: which it is, and that it is still there to be worked on."""

from __future__ import annotations

from collections.abc import Callable, Collection

from data.desa import Desa
from data.masalah import DITERUSKAN, TERBUKA, Masalah
from data.orang import SEMUA
from handlers.dialog.dialog import Dialog, Kabar, Resep, dialog
from handlers.dialog.pesan import Pesan
from handlers.masalah.kartu import kartu, kartu_pelapor
from handlers.masalah.sebut import NOMOR, PENANGAN, baca_nomor, bernomor, tak_ada, tanya_nomor

SUDAH = "Masalah ini sudah ditutup, jadi tidak ada yang berubah."
Fungsi = Callable[[Masalah, Dialog, Desa], Kabar]


def tindakan(
    nama: str,
    *,
    help: str,  # noqa: A002 -- as of every dialog
    status: Collection[str] = (*TERBUKA, DITERUSKAN),
    langsung: bool = False,
) -> Callable[[Fungsi], Resep]:
    """A deed of those who work on it."""

    def buat(fungsi: Fungsi) -> Resep:
        def satu(d: Dialog, desa: Desa) -> Kabar:
            nomor = _nomor(d, langsung=langsung)
            m = desa.masalah.ambil(nomor)
            if m is None:
                return Kabar(tak_ada(nomor))
            return fungsi(m, d, desa) if m.status in status else Kabar(kartu(m, d, desa, SUDAH))

        return _resep(nama, help, PENANGAN, langsung=langsung)(satu)

    return buat


def tindakan_pelapor(
    nama: str,
    *,
    help: str,  # noqa: A002 -- as of every dialog
    langsung: bool = False,
) -> Callable[[Fungsi], Resep]:
    """A deed of who reported it."""

    def buat(fungsi: Fungsi) -> Resep:
        def satu(d: Dialog, desa: Desa) -> Kabar:
            nomor = _nomor(d, langsung=langsung)
            m = desa.masalah.sendiri(nomor)
            return fungsi(m, d, desa) if m else Kabar(tak_ada(nomor))

        return _resep(nama, help, SEMUA, langsung=langsung)(satu)

    return buat


def _nomor(d: Dialog, *, langsung: bool) -> str:
    if langsung:
        cocok = NOMOR.search(d.argumen)
        return cocok[1].upper() if cocok else "itu"
    return d.ask("nomor", tanya_nomor()).upper().removeprefix("#")[:20]


def _resep(nama: str, help_: str, untuk: Collection[str], *, langsung: bool) -> Callable[..., Resep]:
    if langsung:
        return dialog(nama, help=help_, untuk=untuk, langsung=True, menu=False, ketik=bernomor)
    return dialog(
        nama, help=help_, untuk=untuk, baca=baca_nomor, ketik=bernomor, pengenal=frozenset({"nomor"}), menu=False
    )


def segar(m: Masalah, d: Dialog, desa: Desa, kepala: str) -> Pesan:
    """The card as it stands now."""
    return kartu(desa.masalah.ambil(m.nomor) or m, d, desa, kepala)


def segar_pelapor(m: Masalah, d: Dialog, desa: Desa, kepala: str) -> Pesan:
    return kartu_pelapor(desa.masalah.sendiri(m.nomor) or m, d, desa, kepala)
