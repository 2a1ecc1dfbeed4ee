"""What a person can do here, and the drafts they left."""

from __future__ import annotations

from collections.abc import Sequence

from data.desa import Desa
from data.orang import KPMD, PENDAMPING, SEBUTAN, SEMUA, WARGA
from data.percakapan import Percakapan
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.tombol import PERINTAH, perintah, tulis
from handlers.tanya.kartu_topik import LIHAT, baris_topik
from handlers.tanya.tanya import CONTOH

TINDAKAN = (
    ("Catat kegiatan", "catat"),
    ("Musdes", "musdes"),
    ("Riwayat", "riwayat"),
    ("Rekap DRP", "drp"),
    ("Data desa", "desa"),
)
TINDAKAN_TIM = (("Tim", "tim"), ("Periksa", "periksa"), ("Tugas", "tugas"))
"""Of those with people below, before their own work."""
TINDAKAN_KADER = (
    ("Catat kegiatan", "giat"),
    ("Lapor masalah", "lapor"),
    ("Tanya", "tanya"),
    ("Kartu saya", "kader"),
    ("Data saya", "datasaya"),
)
SALAM = (
    *("hai", "halo", "hallo", "hi", "pagi", "siang", "sore", "malam", "assalamualaikum", "permisi"),
    *("selamat pagi", "selamat siang", "selamat sore", "selamat malam"),
)
TERIMA_KASIH = ("terima kasih", "terimakasih", "makasih", "trims", "suwun", "matur nuwun", "hatur nuhun")
AWALAN: dict[str, str] = {"u-": "gabung", "r-": "rekap", "t-": "topik"}
"""How what a link carries begins, and the command that reads the rest of it: here invitations come in."""
TANYA = (
    "Tanya apa saja tentang desa: BLT, Dana Desa, kades, BPD, musdes. Ketik seperti biasa, "
    "atau pilih contohnya. Kalau Anda pendamping desa, daftar dulu supaya bisa mencatat kegiatan."
)
CARA = "Boleh juga langsung mengetik, misalnya: catat musdes rkp sukamaju kemarin 14-16.30"


@dialog("menu", help="Lihat menu", untuk=SEMUA, kata=SALAM, langsung=True)
def menu(d: Dialog, desa: Desa) -> Kabar:
    return Kabar(_menu(d, desa, "Mau apa hari ini?"))


@dialog("mulai", help="Mulai dari awal", untuk=SEMUA, langsung=True, menu=False)
def mulai(d: Dialog, desa: Desa) -> Kabar:
    sapa = (
        f"Halo, {d.orang.nama}. Saya Kawan Desa, teman mencatat kerja pendampingan: cukup sekali, pakai berkali-kali."
    )
    return Kabar(_menu(d, desa, sapa))


def tautan(muatan: str) -> str:
    """The command that a link's payload stands for: 'catat', or what `AWALAN` makes of it."""
    for awal, kata in AWALAN.items():
        if muatan.startswith(awal):
            return f"{kata} {muatan.removeprefix(awal)}"
    return muatan.strip()


@dialog("start", help="Mulai dari awal", untuk=SEMUA, langsung=True, alih=tautan, menu=False)
def start(d: Dialog, desa: Desa) -> Kabar:
    """Telegram's own first word, with whatever a link carried behind it."""
    return mulai.fungsi(d, desa)


@dialog("sama_sama", help="Membalas terima kasih", untuk=SEMUA, kata=TERIMA_KASIH, langsung=True, menu=False)
def sama_sama(d: Dialog, desa: Desa) -> Kabar:
    return Kabar(Pesan("Sama-sama. Semoga lancar tugasnya.", tombol=(Tombol("Menu", perintah("menu")),)))


def _sebut_draf(draf: Percakapan) -> str:
    sebut = f"Lanjutkan: {draf.hasil or draf.dialog}"
    return sebut if len(sebut) <= 40 else f"{sebut[:39]}…"


def _tim(desa: Desa) -> tuple[Tombol, ...]:
    return tuple(Tombol(label, perintah(kata)) for label, kata in TINDAKAN_TIM) if desa.tim.ada else ()


def _atas(desa: Desa) -> tuple[Tombol, ...]:
    """Of those who do not log: what they may read, and whom they may bring in."""
    baca = (Tombol("Riwayat desa", perintah("riwayat_desa")),) if desa.lingkup.baca else ()
    undang = (Tombol("Undang rekan", perintah("undang")),) if desa.lingkup.membina else ()
    return (*baca, *undang, Tombol("Data saya", perintah("datasaya")))


def _kembali(desa: Desa) -> tuple[Tombol, ...]:
    jumlah = len(desa.pemeriksaan.perlu_diperbaiki())
    return (Tombol(f"{jumlah} catatan perlu diperbaiki", perintah("perbaiki")),) if jumlah else ()


def _lanjut(draf: Sequence[Percakapan]) -> tuple[Tombol, ...]:
    return tuple(Tombol(_sebut_draf(p), tulis(p.id, PERINTAH, "lanjut")) for p in draf)


def _kader(d: Dialog, desa: Desa, sapa: str) -> Pesan:
    """A kader's own small menu; only what the table has."""
    from handlers.tabel import TABEL  # which names this room

    draf = desa.percakapan.draf(d.orang.id)
    tombol = tuple(Tombol(label, perintah(kata)) for label, kata in TINDAKAN_KADER if kata in TABEL)
    teks = (
        f"{sapa}\n\nAnda kader desa (KPMD). Yang Anda kerjakan cukup dicatat singkat; pendamping desa ikut membacanya."
    )
    return Pesan(teks, tombol=(*_lanjut(draf), *tombol))


def _menu(d: Dialog, desa: Desa, sapa: str) -> Pesan:
    if d.orang.peran == (WARGA,):
        saya = Tombol("Saya pendamping desa", perintah("daftar"))
        return Pesan(f"{sapa}\n\n{TANYA}", tombol=(LIHAT, saya), daftar=baris_topik(CONTOH))
    if d.orang.peran == (WARGA, KPMD):
        return _kader(d, desa, sapa)
    if not set(d.orang.peran) & set(PENDAMPING):
        bertugas = f"{sapa}\n\nAnda bertugas sebagai {SEBUTAN[d.orang.peran[-1]]}."
        return Pesan(bertugas, tombol=(*_tim(desa), *_atas(desa)))
    draf = desa.percakapan.draf(d.orang.id)
    tombol = tuple(Tombol(label, perintah(kata)) for label, kata in TINDAKAN)
    simpanan = f"\n\nAda {len(draf)} draf yang belum selesai." if draf else ""
    return Pesan(f"{sapa}\n\n{CARA}{simpanan}", tombol=(*_kembali(desa), *_lanjut(draf), *_tim(desa), *tombol))
