"""/perbaiki: own entries that came back; and what is said when one has been changed that somebody looked at."""

from __future__ import annotations

from datetime import date

from data.desa import Desa
from data.kegiatan import Kegiatan
from data.orang import PENDAMPING
from data.pemeriksaan import DIPERBAIKI, KEMBALI, SETUJU
from handlers.catatan.riwayat import NOMOR, tempat_dari
from handlers.catatan.tanda import keterangan, sebut_kolom
from handlers.dialog.baca.jam import RentangJam
from handlers.dialog.baca.tanggal import ejaan_pendek
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.kabari import kabari
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.kartu import kartu, sebut_kegiatan
from handlers.tim.lihat import Lihat, baca_lihat, jelajah, sebut_desa, selembar

RIWAYAT = Tombol("Riwayat", perintah("riwayat"))


@dialog(
    "perbaiki",
    help="Catatan yang perlu diperbaiki",
    untuk=PENDAMPING,
    kata=("perlu diperbaiki",),
    langsung=True,
    menu=False,
)
def perbaiki(d: Dialog, desa: Desa) -> Kabar:
    semua = desa.pemeriksaan.perlu_diperbaiki()
    if cocok := NOMOR.search(d.argumen):
        semua = [k for k in semua if k.nomor == cocok[1].upper()]
    if not semua:
        return Kabar(Pesan("Tidak ada catatan yang perlu diperbaiki. Terima kasih.", tombol=(RIWAYAT,)))
    if len(semua) == 1:
        return Kabar(_satu(semua[0], d, desa))
    return Kabar(_daftar(semua, baca_lihat(d.argumen), desa))


def _daftar(semua: list[Kegiatan], lihat: Lihat, desa: Desa) -> Pesan:
    tampak, ini, lembar = selembar(semua, lihat.halaman)
    return Pesan(
        f"{len(semua)} catatan perlu diperbaiki. Ketuk untuk membuka.",
        daftar=tuple(_butir(k, desa) for k in tampak),
        tombol=(*jelajah("perbaiki", lihat, ini, lembar), RIWAYAT),
    )


def _butir(k: Kegiatan, desa: Desa) -> Butir:
    label = f"{ejaan_pendek(date.fromisoformat(k.tanggal))} {sebut_desa(k.desa, desa)}"
    putusan = desa.pemeriksaan.terakhir(k)
    ket = f"{sebut_kegiatan(k.kegiatan)}, {RentangJam.dari_json(k.jam)}"
    if putusan:
        ket = f"{sebut_kolom(putusan.kolom) or 'catatan'}: {sebaris(putusan.alasan, 60)}"
    return Butir(label, perintah(f"perbaiki {k.nomor}"), ket)


def _satu(k: Kegiatan, d: Dialog, desa: Desa) -> Pesan:
    foto = len(desa.kegiatan.foto(k.id))
    return Pesan(
        f"{keterangan(k, desa, d.orang.zona)}\n\n{kartu(k, tempat_dari(k, desa), foto)}",
        judul=f"#{k.nomor}",
        tombol=(tombol_perbaiki(k, desa), Tombol("Lihat catatan", perintah(f"riwayat {k.nomor}")), RIWAYAT),
    )


def tombol_perbaiki(k: Kegiatan, desa: Desa) -> Tombol:
    """Opens exactly what is to be corrected."""
    putusan = desa.pemeriksaan.terakhir(k)
    kolom = putusan.kolom if putusan else ""
    label = f"Perbaiki {sebut_kolom(kolom)}" if kolom else "Perbaiki"
    return Tombol(label, perintah(f"ubah {k.nomor} {kolom}".strip()))


def kabari_perubahan(lama: Kegiatan, sesudah: Kegiatan, apa: str, alasan: str, d: Dialog, desa: Desa) -> str:
    """Tell whoever looked at it; what the writer is told of that. `apa`: 'jam: 14.00–16.30 → 14.00–17.00'."""
    if lama.periksa not in (SETUJU, KEMBALI) or sesudah.periksa != DIPERBAIKI:
        return ""
    putusan, siapa = desa.pemeriksaan.terakhir(lama), desa.pemeriksaan.pemeriksa(lama)
    if putusan is None or siapa is None:
        return ""
    pesan = Pesan(
        f"{d.orang.nama} mengubah {apa}\nAlasan: {sebaris(alasan, 300)}",
        judul=f"#{lama.nomor} {'sudah diperbaiki' if lama.periksa == KEMBALI else 'berubah sesudah disetujui'}",
        tombol=(Tombol("Lihat", perintah(f"periksa {lama.nomor}")),),
    )
    return f" {putusan.nama} dikabari." if kabari(desa, siapa, pesan, f"diperbaiki:{putusan.id}") else ""
