"""/camat_tulis: own words for one part of the report. What somebody else typed meanwhile is never lost."""

from __future__ import annotations

import re

from data.camat import Bagian, Laporan
from data.camat.isi import BAGIAN
from data.desa import Desa
from data.katalog.laporan_camat import BagianLaporan, muat_laporan_camat
from data.orang import PENDAMPING
from handlers.camat.bagian import DIGANTI, GANTI, KOSONGKAN, TAMBAH, pesan_bagian, potong
from handlers.camat.minta import NOMOR, baca_minta, perintah_laporan
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.questions import Choice, Pilihan, Text, YesNo

TERPANJANG = 12_000
"""Characters of one part, beyond which nothing is added to it."""
PENUH = "Tulisan di bagian ini sudah panjang. Ganti dengan yang lebih ringkas, ya."
RINGKAS = 600
LAPORAN = Text(
    "Laporan kecamatan dan bulan mana?",
    petunjuk="Contoh: cibeber oktober, atau nomornya, C-2611-0001.",
    maksimal=80,
)
BUKAN_PENULIS = "Yang menulis laporan ini PD atau pendamping teknis kecamatan itu. Anda bisa membacanya."
_BAGIAN = re.compile(r"\bb([1-7])\b")
_KE = re.compile(r"\br(\d{1,6})\b")
CARA = {TAMBAH: "Tambah tulisan", GANTI: "Ganti kalimatnya", KOSONGKAN: "Kosongkan tulisan"}


def baca_laporan(teks: str, d: Dialog) -> None:
    """'32.03.03 2026-10' or 'C-2611-0001' as the answer of which report."""
    if cocok := NOMOR.search(teks) or re.search(r"\d\d\.\d\d\.\d\d 20\d\d-\d\d", teks):
        d.keadaan.jawaban["laporan"] = cocok[0].lstrip("#").upper()


def _baca(teks: str, d: Dialog, desa: Desa) -> bool:
    """'32.03.03 2026-10 b3 r2 tambah'"""
    baca_laporan(teks, d)
    if bagian := _BAGIAN.search(teks):
        d.keadaan.jawaban["bagian"] = bagian[1]
        if ke := _KE.search(teks):
            d.keadaan.jawaban[f"ke_{bagian[1]}"] = int(ke[1])
    if cara := next((c for c in CARA if c in teks.split()), ""):
        d.keadaan.jawaban["cara"] = cara
    return False


def cari_laporan(d: Dialog, desa: Desa) -> Laporan | Pesan:
    """One that they may write, or what to say instead."""
    minta = baca_minta(d.ask("laporan", LAPORAN), desa)
    if isinstance(minta, Pesan):
        return minta
    if not desa.camat.boleh_tulis(minta.lap.kecamatan):
        return Pesan(BUKAN_PENULIS, tombol=(Tombol("Laporannya", perintah_laporan(minta.lap)),))
    return minta.lap


@dialog(
    "camat_tulis",
    help="Isi laporan Camat",
    untuk=PENDAMPING,
    menu=False,
    baca=_baca,
    pengenal=frozenset({"laporan", "bagian", "cara"} | {f"ke_{k}" for k in BAGIAN}),
)
def camat_tulis(d: Dialog, desa: Desa) -> Kabar:
    lap = cari_laporan(d, desa)
    if isinstance(lap, Pesan):
        return Kabar(lap)
    lap = desa.camat.kunci(lap)
    kode = d.ask("bagian", _tanya_bagian())
    b, satu = lap.bagian(kode), muat_laporan_camat().ambil(kode)
    ke = int(d.keadaan.jawaban.setdefault(f"ke_{kode}", b.ke))
    if lap.resmi and not d.ask("lanjut", _tanya_lanjut(lap, desa)):
        return Kabar(_layar(lap, kode, d, desa, "Laporannya tetap seperti yang ditandatangani."), "Tidak diubah.")
    cara = d.ask("cara", _tanya_cara(b, satu, kode))
    if cara == TAMBAH and len(b.teks) > TERPANJANG:
        return Kabar(_layar(lap, kode, d, desa, PENUH))
    teks = "" if cara == KOSONGKAN else d.ask("teks", _tanya_teks(cara, satu, b), "Tulisan")
    if b.ke != ke and cara != TAMBAH:
        cara = d.ask("bentrok", _tanya_bentrok(b, teks, desa), "Tulisan Anda")
    if cara not in CARA:
        return Kabar(_layar(lap, kode, d, desa, "Yang terbaru tetap."), "Tidak diubah.")
    d.review(_ringkasan(cara, teks, b, satu))
    baru = _gabung(b, teks) if cara == TAMBAH else teks
    desa.camat.tulis(lap, kode, baru, ganti=_menggantikan(cara, b), ke=b.ke)
    kata = "Tersimpan."
    if b.ke != ke:
        kata = f"Tersimpan. {desa.camat.nama(b.oleh)} juga baru menulis di bagian ini; tidak ada yang hilang."
    kini = desa.camat.kunci(lap)
    return Kabar(_layar(kini, kode, d, desa, kata), f"Bagian {kode} laporan Camat sudah tersimpan.")


def _layar(lap: Laporan, kode: str, d: Dialog, desa: Desa, kepala: str) -> Pesan:
    return pesan_bagian(lap, desa.camat.isi(lap), kode, desa, d.orang.zona, kepala)


def _gabung(b: Bagian, teks: str) -> str:
    return f"{b.teks}\n\n{teks}" if b.teks else teks


def _menggantikan(cara: str, b: Bagian) -> bool:
    """Whether what is typed stands in place of the sentences that come along."""
    return b.ganti and bool(b.teks) if cara == TAMBAH else cara == GANTI


# -- what is asked ----------------------------------------------------------------------------------------------------


def _tanya_bagian() -> Choice[str]:
    semua = muat_laporan_camat().bagian
    return Choice("Bagian mana?", [Pilihan(s.kode, f"{s.kode}. {s.pendek}", s.kode, kata=(s.judul,)) for s in semua])


def _tanya_lanjut(lap: Laporan, desa: Desa) -> YesNo:
    tanda = desa.camat.tanda(lap, lap.versi)
    assert tanda is not None
    return YesNo(
        f"Laporan ini sudah ditandatangani (surat {tanda.surat}). Kalau diubah, yang berikutnya jadi draf lagi; "
        "yang sudah ditandatangani tetap tersimpan. Lanjut?",
        "Ubah",
        "Jangan",
        petunjuk="Jawab ubah atau jangan.",
    )


def _tanya_cara(b: Bagian, satu: BagianLaporan, kode: str) -> Choice[str]:
    ada = [TAMBAH, *([GANTI] if b.teks or satu.baku or kode in DIGANTI else []), *([KOSONGKAN] if b.teks else [])]
    return Choice(f"{satu.judul}: mau diapakan?", [Pilihan(c, CARA[c], c, kata=(c,)) for c in ada])


def _tanya_teks(cara: str, satu: BagianLaporan, b: Bagian) -> Text:
    kata = f"Apa yang mau ditambahkan di {satu.judul}?"
    if cara == GANTI:
        kata = f"Tulis kalimat penggantinya untuk {satu.judul}. Tabelnya tetap dari catatan."
        if b.teks:
            kata += f"\n\nSekarang:\n{potong(b.teks, RINGKAS)}"
    return Text(f"{kata}\n\n{satu.usul}", petunjuk=satu.usul)


def _tanya_bentrok(b: Bagian, teks: str, desa: Desa) -> Choice[str]:
    """Its answers hold only for what was shown: changed once more in between, it is asked again."""
    pilihan = [
        Pilihan(f"bawah{b.ke}", "Taruh di bawahnya", TAMBAH, kata=("bawah",)),
        Pilihan(f"ganti{b.ke}", "Ganti dengan ini", GANTI, kata=("ganti",)),
    ]
    if not teks:
        pilihan = [Pilihan(f"kosong{b.ke}", "Kosongkan", KOSONGKAN)]
    pilihan.append(Pilihan(f"biar{b.ke}", "Biarkan yang terbaru", "biarkan", kata=("biarkan",)))
    return Choice(
        f"{desa.camat.nama(b.oleh)} baru saja mengubah bagian ini. Sekarang isinya:\n"
        f"{potong(b.teks, RINGKAS) or 'kosong'}\n\nTulisan Anda mau bagaimana?",
        pilihan,
    )


def _ringkasan(cara: str, teks: str, b: Bagian, satu: BagianLaporan) -> str:
    if cara == KOSONGKAN:
        return f"Tulisan di {satu.judul} dikosongkan:\n{potong(b.teks, RINGKAS)}\n\nMasih bisa dilihat di Tulisan lama."
    apa = "Ditambahkan ke" if cara == TAMBAH else "Jadi kalimat"
    return f"{apa} {satu.judul}:\n{potong(teks, RINGKAS)}"
