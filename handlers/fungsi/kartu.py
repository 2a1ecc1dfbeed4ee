"""One village's nine functions, one function's steps, one step with what became of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from data.desa import Desa
from data.fungsi import BERJALAN, KEADAAN, SELESAI, Langkah, Papan
from data.fungsi_usul import Usul
from data.katalog.fungsi import fungsi, langkah
from data.katalog.indikator import Indikator, muat_indikator
from data.wilayah import Wilayah
from handlers.catatan.tanda import sebut_saat
from handlers.dialog.dialog import Dialog
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.fungsi.sebut import (
    COCOK,
    PENDEK,
    SEBUT,
    berikutnya,
    hitung,
    keadaan_fungsi,
    sebut_fungsi,
    sebut_keadaan,
    sebut_langkah,
    sebut_tanggal,
    sebut_ubahan,
    sebut_usul,
)
from handlers.kartu import sebut_tempat
from handlers.tim.lihat import HALAMAN, selembar

NOMOR = re.compile(r"(?<![\w-])(?:[KMP]|[A-Z]{2})-\d{4}-\d{4,}")
BUKA = {"K": "riwayat_desa", "M": "musdes", "P": "putusan"}
"""By the letter of its number; what has two is in a register."""
TERAKHIR = 5
"""Lines of the history that a card shows."""
LABEL = {SELESAI: "Selesai", BERJALAN: "Berjalan", "belum": "Belum"}


def kartu_desa(di: Wilayah, desa: Desa, lainnya: Sequence[Tombol]) -> Pesan:
    papan, usul = desa.fungsi.papan(di.kode), desa.fungsi.usul(di.kode)
    lanjut = berikutnya(papan, usul)
    teks = [f"{hitung(papan)}."]
    if lanjut:
        teks.append(f"Berikutnya: {sebut_langkah(lanjut[0])}, karena {lanjut[1]}.")
    tandai: list[Tombol] = []
    if desa.fungsi.boleh(di.kode):
        dulu = [Tombol(f"Tandai {lanjut[0].kode}", _tandai(di, lanjut[0].kode))] if lanjut else []
        tandai = [*dulu, Tombol("Tandai langkah", _tandai(di))]
    excel = Tombol("Excel", perintah(f"fungsi {di.kode} xlsx"))
    return Pesan(
        "\n\n".join(teks),
        judul=f"Sembilan fungsi, {sebut_tempat(di)}",
        daftar=tuple(_butir(f, di, papan, usul) for f in fungsi()),
        tombol=(*tandai, excel, *lainnya),
    )


def _tandai(di: Wilayah, *lain: str) -> str:
    return perintah(" ".join(("fungsi_tandai", di.kode, *lain)))


def _lihat(di: Wilayah, *lain: str) -> str:
    return perintah(" ".join(("fungsi", di.kode, *lain)))


def _butir(satu: Indikator, di: Wilayah, papan: Papan, usul: Mapping[str, Sequence[Usul]]) -> Butir:
    keadaan, selesai, semua = keadaan_fungsi(satu.kode, papan)
    cocok = sum(1 for i in langkah(satu.kode) if papan[i.kode].keadaan != SELESAI and usul.get(i.kode))
    ket = f"{SEBUT[keadaan]}, {selesai} dari {semua} langkah selesai"
    return Butir(sebut_fungsi(satu.kode), _lihat(di, satu.kode), f"{ket}; {cocok} punya catatan" if cocok else ket)


def kartu_fungsi(di: Wilayah, kode: str, desa: Desa) -> Pesan:
    """The checklist of one function."""
    papan, usul = desa.fungsi.papan(di.kode), desa.fungsi.usul(di.kode)
    semua = langkah(kode)
    baris = [_baris(i, papan[i.kode], usul.get(i.kode, ())) for i in semua]
    nama = muat_indikator().menurut_kode(kode).nama
    tandai = (Tombol("Tandai langkah", _tandai(di, kode)),) if desa.fungsi.boleh(di.kode) else ()
    return Pesan(
        "\n".join([f"{nama}: {hitung(papan, kode)}.", "", *baris]),
        judul=f"{sebut_fungsi(kode)}, {sebut_tempat(di)}",
        daftar=tuple(
            Butir(f"{i.kode} {SEBUT[papan[i.kode].keadaan]}", _lihat(di, i.kode), sebaris(i.nama, 72)) for i in semua
        ),
        tombol=(*tandai, Tombol("Sembilan fungsi", _lihat(di))),
    )


def _baris(satu: Indikator, kini: Langkah, usul: Sequence[Usul]) -> str:
    cocok = f"; {len(usul)} catatan cocok" if usul and not kini.bukti else ""
    return f"{sebut_langkah(satu)}: {sebut_keadaan(kini)}{cocok}."


def kartu_langkah(di: Wilayah, kode: str, d: Dialog, desa: Desa, kepala: str = "") -> Pesan:
    satu, kini = muat_indikator().menurut_kode(kode), desa.fungsi.papan(di.kode)[kode]
    usul = [u for u in desa.fungsi.usul(di.kode).get(kode, []) if u.nomor not in kini.bukti]
    assert satu.induk is not None
    bagian = (kepala, _rincian(satu, kini, d), _cocok(usul), _riwayat(di, kode, d, desa))
    return Pesan(
        "\n\n".join(b for b in bagian if b),
        judul=f"{kode}, {sebut_tempat(di)}",
        daftar=tuple(_butir_bukti(kini, usul)),
        tombol=(
            *_keadaan(di, kini, desa),
            *_semua_riwayat(di, kode, desa),
            Tombol(PENDEK[satu.induk], _lihat(di, satu.induk)),
        ),
    )


def _rincian(satu: Indikator, kini: Langkah, d: Dialog) -> str:
    oleh = f"{kini.nama}, {sebut_saat(kini.diubah, d.orang.zona)}" if kini.diubah else ""
    baris = (
        ("Keadaan", SEBUT[kini.keadaan]),
        ("Tanggal", sebut_tanggal(kini.tanggal) if kini.tanggal else ""),
        ("Bukti", sebaris(kini.bukti, 300)),
        ("Catatan", sebaris(kini.catatan, 300)),
        ("Ditandai", oleh),
    )
    return "\n".join([sebut_langkah(satu), *(f"{label}: {isi}" for label, isi in baris if isi)])


def _cocok(usul: Sequence[Usul]) -> str:
    if not usul:
        return ""
    lagi = f", dan {len(usul) - COCOK} lagi" if len(usul) > COCOK else ""
    return f"Catatan yang cocok, belum dijadikan bukti: {sebut_usul(usul[:COCOK])}{lagi}."


def _butir_bukti(kini: Langkah, usul: Sequence[Usul]) -> list[Butir]:
    """What can be opened: what stands as proof, then what could."""
    nomor = {c[0]: "bukti" for c in NOMOR.finditer(kini.bukti.upper())}
    nomor |= {u.nomor: "cocok" for u in usul[:COCOK] if u.nomor not in nomor}
    semua = list(nomor.items())[:HALAMAN]
    return [Butir(satu, perintah(f"{BUKA.get(satu.split('-')[0], 'register')} {satu}"), ket) for satu, ket in semua]


def _keadaan(di: Wilayah, kini: Langkah, desa: Desa) -> tuple[Tombol, ...]:
    """What it may become; of what is done already its proof may be corrected."""
    if not desa.fungsi.boleh(di.kode):
        return ()
    lain = [k for k in reversed(KEADAAN) if k != kini.keadaan]
    ubah = [] if kini.keadaan == "belum" else [Tombol("Ubah bukti", _tandai(di, kini.langkah, kini.keadaan))]
    return (*(Tombol(LABEL[k], _tandai(di, kini.langkah, k)) for k in lain), *ubah)


def _riwayat(di: Wilayah, kode: str, d: Dialog, desa: Desa) -> str:
    semua = desa.fungsi.riwayat(di.kode, kode)[:TERAKHIR]
    return "\n".join(["Riwayat:", *(sebut_ubahan(u, d.orang.zona) for u in semua)]) if semua else ""


def _semua_riwayat(di: Wilayah, kode: str, desa: Desa) -> tuple[Tombol, ...]:
    panjang = len(desa.fungsi.riwayat(di.kode, kode)) > TERAKHIR
    return (Tombol("Riwayat lengkap", _lihat(di, kode, "riwayat")),) if panjang else ()


def kartu_riwayat(di: Wilayah, kode: str, halaman: int, d: Dialog, desa: Desa) -> Pesan:
    tampak, ini, lembar = selembar(desa.fungsi.riwayat(di.kode, kode), halaman)
    lihat = [(ini + 1, "Lebih lama ›")] if ini < lembar else []
    lihat += [(ini - 1, "‹ Lebih baru")] if ini > 1 else []
    tombol = [Tombol(label, _lihat(di, kode, "riwayat", f"h{n}")) for n, label in lihat]
    teks = "\n".join(sebut_ubahan(u, d.orang.zona) for u in tampak) or "Langkah ini belum pernah ditandai."
    kartu = Tombol("Lihat langkah", _lihat(di, kode))
    return Pesan(teks, judul=f"Riwayat {kode}, {sebut_tempat(di)}", tombol=(*tombol, kartu))
