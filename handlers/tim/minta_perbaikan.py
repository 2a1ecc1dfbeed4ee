"""/minta_perbaikan: an entry goes back to its writer, with what is to be corrected and why."""

from __future__ import annotations

from data.desa import Desa
from data.pemeriksaan import KEMBALI, Catatan
from handlers.catatan.riwayat import tempat_dari
from handlers.catatan.tanda import sebut_kolom, sebut_minta
from handlers.catatan.ubah import baca_nomor, sebut, tanya_nomor
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.kabari import kabari
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Pilihan
from handlers.dialog.questions.suggest import Suggest
from handlers.dialog.tombol import perintah
from handlers.kartu import kartu
from handlers.tim.kartu_tim import berikutnya, bukan_tim, kartu_catatan, terhapus
from handlers.tim.tim import PEMBINA

LAINNYA = "lainnya"
BAGIAN = ("tanggal", "jam", "hasil", "foto", "peserta", "desa", "kegiatan", "cara", "tindak_lanjut")
"""With *Lainnya* they fit one list of ten; under that the writer chooses among all."""
ALASAN = {
    "tanggal": ("Tanggalnya belum sesuai.", "Hari itu kegiatannya belum dilaksanakan."),
    "jam": ("Jamnya belum sesuai daftar hadir.", "Jamnya bertumpuk dengan catatan lain."),
    "hasil": ("Mohon hasilnya ditulis lebih lengkap.", "Mohon sebutkan apa yang disepakati."),
    "foto": ("Fotonya belum ada.", "Fotonya belum jelas.", "Fotonya dari kegiatan lain."),
    "peserta": ("Jumlahnya belum sesuai daftar hadir.", "Mohon dipisah laki-laki dan perempuan."),
    "desa": ("Desanya belum sesuai.",),
    "kegiatan": ("Jenis kegiatannya belum sesuai.",),
    "cara": ("Ini kunjungan lapangan.", "Ini bukan kunjungan lapangan."),
    "tindak_lanjut": ("Mohon diisi siapa mengerjakan apa, kapan.",),
}


@dialog("minta_perbaikan", help="Kembalikan catatan", untuk=PEMBINA, baca=baca_nomor, menu=False)
def minta_perbaikan(d: Dialog, desa: Desa) -> Kabar:
    nomor = d.ask("nomor", tanya_nomor()).upper().removeprefix("#")
    k = desa.pemeriksaan.ambil(nomor)
    if k is None:
        return Kabar(bukan_tim(nomor[:20], desa))
    if k.dihapus is not None:
        return Kabar(terhapus(k, d.orang.zona))
    if k.periksa == KEMBALI:
        return Kabar(kartu_catatan(nomor, d, desa, "Catatan ini sudah dikembalikan."))
    bagian = d.ask("bagian", _tanya_bagian(k))
    kolom = "" if bagian == LAINNYA else bagian
    alasan = d.ask("alasan", _tanya_alasan(k, kolom))
    if desa.pemeriksaan.kembalikan(k, kolom, alasan) != "tersimpan":
        return Kabar(kartu_catatan(nomor, d, desa))
    return Kabar(_sesudah(k, kolom, alasan, d, desa), f"#{nomor} sudah dikembalikan kepada {k.penulis}.")


def _tanya_bagian(k: Catatan) -> Question[str]:
    pilihan = [Pilihan(b, sebut(b), b, kata=(sebut_kolom(b),)) for b in BAGIAN]
    pilihan.append(Pilihan(LAINNYA, "Lainnya", LAINNYA, kata=("lain",)))
    return Choice(f"Bagian mana dari #{k.nomor} yang perlu diperbaiki?", pilihan)


def _tanya_alasan(k: Catatan, kolom: str) -> Question[str]:
    return Suggest(
        f"Apa yang perlu diperbaiki? {k.penulis} akan membacanya.",
        petunjuk="Contoh: Jam selesainya belum sesuai daftar hadir.",
        maksimal=500,
        usul=ALASAN.get(kolom, ()),
    )


def _sesudah(k: Catatan, kolom: str, alasan: str, d: Dialog, desa: Desa) -> Pesan:
    putusan = desa.pemeriksaan.terakhir(k)
    assert putusan is not None
    sampai = kabari(desa, k.orang_id, _kabar(k, kolom, alasan, d, desa), f"periksa:{putusan.id}")
    kabar = f"{k.penulis} dikabari." if sampai else f"{k.penulis} belum punya alamat aktif; mohon disampaikan langsung."
    return Pesan(
        f"Diminta {sebut_minta(kolom, alasan)}\n\n{kabar} Sesudah diperbaiki, Anda dikabari lagi.",
        judul=f"Dikembalikan #{k.nomor}",
        tombol=(*berikutnya(k, desa), Tombol("Periksa", perintah("periksa")), Tombol("Tim", perintah("tim"))),
    )


def _kabar(k: Catatan, kolom: str, alasan: str, d: Dialog, desa: Desa) -> Pesan:
    isi = kartu(k, tempat_dari(k, desa), len(desa.pemeriksaan.foto(k)))
    return Pesan(
        f"{d.orang.nama} minta {sebut_minta(kolom, alasan)}\n\n{isi}",
        judul=f"Catatan #{k.nomor} perlu diperbaiki",
        tombol=(
            Tombol("Perbaiki", perintah(f"ubah {k.nomor} {kolom}".strip())),
            Tombol("Lihat catatan", perintah(f"riwayat {k.nomor}")),
        ),
    )
