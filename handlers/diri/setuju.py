"""Consent, asked once in plain words before anything of a person is kept (UU 27/2022 on personal data)."""

from __future__ import annotations

from dataclasses import replace

from data.desa import Desa
from data.orang import SETUJU_VERSI, WARGA, Orang
from data.simpanan import HARI, INBOX, OUTBOX, WEB
from handlers.dialog.dialog import Dialog, Kabar, Resep
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.questions import YesNo
from handlers.dialog.tombol import perintah

KUNCI = "setuju"
TEKS = f"""Sebelum mulai, izin dulu, ya. Supaya catatan Anda bisa jadi laporan, ada data Anda yang saya simpan.

• Apa: nama, alamat chat, penugasan, catatan, lokasi, dan foto yang Anda kirim.
• Untuk apa: laporan, rekap, dan pengingat pendampingan. Tidak untuk yang lain.
• Siapa yang membaca: Anda, dan koordinator di atas Anda (PD, TAPM, Camat).
• Berapa lama: catatan sampai Anda minta dihapus. Isi chat terhapus sendiri: \
pesan Anda {INBOX // HARI} hari, jawaban saya {OUTBOX // HARI} hari, riwayat halaman web {WEB // HARI} hari.
• Hak Anda: ketik /datasaya untuk melihat dan mengunduhnya, /hapus untuk menghapusnya.

NIK, nomor KK, dan nomor rekening tidak disimpan. Anda setuju?"""
"""Change it, and `SETUJU_VERSI` goes up by one: who agreed to other words is asked again."""
TIDAK_DULU = "Baik, tidak ada yang disimpan. Kalau nanti berubah pikiran, mulai lagi saja kapan pun."


def perlu_setuju(orang: Orang) -> bool:
    """Whether today's words are still to be agreed to; the demo's people are nobody's."""
    return not orang.contoh and (orang.setuju is None or orang.setuju_versi < SETUJU_VERSI)


def tanya_setuju(d: Dialog, desa: Desa) -> Kabar | None:
    """The first question of a conversation that keeps something: None to go on, else how it ends, with nothing kept.

    Asked at most once a conversation; agreed to, it is stored with whatever that conversation stores.
    """
    if not perlu_setuju(d.orang):
        return None
    if not d.ask(KUNCI, YesNo(TEKS, ya="Setuju", tidak="Tidak dulu", petunjuk="Jawab setuju atau tidak dulu.")):
        _lupakan(d)
        return Kabar(Pesan(TIDAK_DULU, tombol=(Tombol("Menu", perintah("menu")),)), TIDAK_DULU)
    d.jalur.pop()  # it is no part of the summary, and not to be changed there
    desa.orang.setujui(d.orang, d.kini)
    desa.jejak.tulis(KUNCI, "orang", d.orang.id, kolom="setuju_versi", sesudah=str(SETUJU_VERSI))
    d.orang = replace(desa.orang.ambil(d.orang.id, d.kini), nama_kanal=d.orang.nama_kanal)
    return None


def _lupakan(d: Dialog) -> None:
    """Also what was typed or sent before the question came."""
    k = d.keadaan
    for simpanan in (k.jawaban, k.sementara, k.bekas, k.saran, k.titipan):
        simpanan.clear()


def dengan_setuju(resep: Resep) -> Resep:
    """The same conversation, for those who have agreed. What any villager may begin asks for itself, if it must."""
    if resep.langsung or WARGA in resep.untuk:
        return resep

    def fungsi(d: Dialog, desa: Desa) -> Kabar:
        return tanya_setuju(d, desa) or resep.fungsi(d, desa)

    return replace(resep, fungsi=fungsi)
