"""/bumdes_ubah and /kdmp_ubah: one part of a village's card, two taps and one answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from data.desa import Desa
from data.kartu_desa import KartuDesaQ
from data.orang import PENDAMPING
from data.wilayah import Wilayah
from handlers.bumdes.bidang import BUMDES, KDMP, Bidang, sebut_bidang, simpan_bidang, tanya_bidang
from handlers.bumdes.kartu_bumdes import kartu_bumdes
from handlers.bumdes.kartu_kdmp import kartu_kdmp
from handlers.bumdes.tempat import baca_desa, belum_sah, desa_boleh, tanya_desa
from handlers.dialog.dialog import Dialog, Kabar, Resep, dialog
from handlers.dialog.pesan import Pesan
from handlers.dialog.questions import Choice, Pilihan
from handlers.dialog.sebaris import sebaris
from handlers.kartu import sebut_tempat

PENGENAL = frozenset({"desa", "bagian"})


def _baca(semua: tuple[Bidang, ...]) -> Callable[[str, Dialog, Desa], bool]:
    def baca(teks: str, d: Dialog, desa: Desa) -> bool:
        """'32.03.03.2013 modal'"""
        kata = baca_desa(teks, d, desa).lower().split()
        if bagian := next((b.kolom for b in semua if b.kolom in kata), ""):
            d.keadaan.jawaban["bagian"] = bagian
        return False

    return baca


def _ubah(
    d: Dialog,
    desa: Desa,
    semua: tuple[Bidang, ...],
    q: KartuDesaQ,
    kini: Callable[[str], Any],
    kartu: Callable[[Wilayah, Desa, str], Pesan],
) -> Kabar:
    boleh = desa_boleh(desa, q.boleh)
    if not boleh:
        return Kabar(belum_sah())
    di = tanya_desa(d, boleh)
    isi = kini(di.kode)
    b = d.ask("bagian", _tanya_bagian(semua, isi, di))
    nilai = d.ask("nilai", tanya_bidang(b, getattr(isi, b.kolom)), b.label)
    baru = simpan_bidang(b, nilai)
    berubah = q.ubah(di.kode, {b.kolom: baru})
    kata = f"{b.label} sekarang: {sebaris(sebut_bidang(b, baru), 200).rstrip('.')}."
    return Kabar(kartu(di, desa, kata if berubah else f"{b.label} sudah tertulis begitu."), f"{b.label} sudah diubah.")


def _tanya_bagian(semua: tuple[Bidang, ...], isi: Any, di: Wilayah) -> Choice[Bidang]:
    def ket(b: Bidang) -> str:
        nilai = getattr(isi, b.kolom)
        return "belum ada" if nilai in (None, "") else sebaris(sebut_bidang(b, nilai), 60)

    pilihan = [Pilihan(b.kolom, b.label, b, ket(b), kata=b.kata) for b in semua]
    return Choice(f"{sebut_tempat(di)}: apa yang diubah?", pilihan, petunjuk="Pilih bagiannya, contoh: hambatan.")


def _resep(nama: str, help_: str, kata: tuple[str, ...], semua: tuple[Bidang, ...], **cara: Any) -> Resep:
    isi: Mapping[str, Any] = cara

    def ubah(d: Dialog, desa: Desa) -> Kabar:
        return _ubah(d, desa, semua, isi["q"](desa), isi["kini"](desa), isi["kartu"])

    return dialog(
        nama,
        help=help_,
        untuk=PENDAMPING,
        kata=kata,
        menu=False,
        baca=_baca(semua),
        ketik=lambda sisa: False,
        pengenal=PENGENAL,
    )(ubah)


bumdes_ubah = _resep(
    "bumdes_ubah", "Ubah isi kartu BUM Desa", ("ubah bumdes", "ubah bum desa"), BUMDES,
    q=lambda desa: desa.bumdes, kini=lambda desa: desa.bumdes.ambil, kartu=kartu_bumdes,
)  # fmt: skip
kdmp_ubah = _resep(
    "kdmp_ubah", "Ubah isi kartu KDMP", ("ubah kdmp",), KDMP,
    q=lambda desa: desa.kdmp, kini=lambda desa: desa.kdmp.ambil, kartu=kartu_kdmp,
)  # fmt: skip
