"""/bumdes_ubah and /kdmp_ubah: one part of a village's card, two taps and one answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from data.desa import Desa
from data.kartu_desa import KartuDesaQ
from data.orang import PENDAMPING
from data.wilayah import Wilayah
from handlers.berdua import SEMULA, berubah_sejak, tanya_ganti
from handlers.bumdes.bidang import BUMDES, KDMP, Bidang, sebut_bidang, simpan_bidang, tanya_bidang
from handlers.bumdes.kartu_bumdes import kartu_bumdes
from handlers.bumdes.kartu_kdmp import kartu_kdmp
from handlers.bumdes.tempat import baca_desa, belum_sah, desa_boleh, tanya_desa
from handlers.dialog.dialog import Dialog, Kabar, Resep, dialog
from handlers.dialog.pesan import Pesan
from handlers.dialog.questions import Choice, Pilihan
from handlers.dialog.sebaris import sebaris
from handlers.kartu import sebut_tempat
from handlers.musdes.sebut import NOMOR as NOMOR_MUSDES

MUSDESUS = "musdesus"
PENGENAL = frozenset({"desa", "bagian", SEMULA})


def _baca(semua: tuple[Bidang, ...]) -> Callable[[str, Dialog, Desa], bool]:
    def baca(teks: str, d: Dialog, desa: Desa) -> bool:
        """'32.03.03.2013 modal', '… musdesus M-2611-0004': the day of that musyawarah is not asked again."""
        nomor = NOMOR_MUSDES.search(teks)
        m = desa.musdes.ambil(nomor[1].upper()) if nomor else None
        kata = baca_desa(teks, d, desa).lower().split()
        if bagian := next((b.kolom for b in semua if b.kolom in kata), ""):
            d.keadaan.jawaban["bagian"] = bagian
            if m and bagian == MUSDESUS and m.desa == d.keadaan.jawaban.get("desa"):
                d.keadaan.jawaban["nilai"] = m.tanggal
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
    lama = getattr(isi, b.kolom)
    disela = berubah_sejak(d, b.kolom, lama)
    nilai = d.ask("nilai", tanya_bidang(b, lama), b.label)
    baru = simpan_bidang(b, nilai)
    if disela and lama not in ("", None, baru):
        sebut = [sebaris(sebut_bidang(b, satu), 200).rstrip(".") for satu in (lama, baru)]
        if not d.ask("ganti", tanya_ganti(b.label, *sebut)):
            return Kabar(kartu(di, desa, f"Baik, {b.label} tetap: {sebut[0]}."))
    berubah = q.ubah(di.kode, {b.kolom: baru})
    kata = f"{b.label} sekarang: {sebaris(sebut_bidang(b, baru), 60).rstrip('.')}."
    tetap = f"{b.label} memang belum ada." if baru in ("", None) else f"{b.label} sudah tertulis begitu."
    return Kabar(kartu(di, desa, kata if berubah else tetap), f"{b.label} sudah diubah.")


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
