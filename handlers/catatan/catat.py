"""/catat: what was done, where, when, and what came of it. One entry, used for the receipt, DRP and every recap."""

from __future__ import annotations

from datetime import date

from data.desa import Desa
from data.kegiatan import Isi
from data.orang import PENDAMPING
from data.wilayah import DESA
from handlers import isian
from handlers.catatan.baris_drp import siap_salin
from handlers.catatan.drp_ke_catat import isi_dari_drp
from handlers.dialog.baca.jam import RentangJam
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.questions import optional
from handlers.dialog.tombol import perintah
from handlers.kartu import kartu
from handlers.masalah.baru import tombol_pantau
from handlers.musdes.ke_drp import isi_dari_musdes, nomor_musdes
from handlers.tempel import baca_tempelan, mirip_tempelan

KARTU = {
    "AS13": ("Perbarui BLT", "blt"),
    "PO01": ("Perbarui BUM Desa", "bumdes"),
    "PO02": ("Perbarui BUM Desa", "bumdes"),
    "PO05": ("Kader desa", "kader"),
    "PK03": ("Kader desa", "kader"),
}
"""By activity: the village's card that it may have moved."""


def _baca(teks: str, d: Dialog, desa: Desa) -> bool:
    """A musyawarah's number alone: what was recorded of it is not asked again. Likewise a row that DRP has."""
    if isi_dari_drp(teks, d, desa):
        return True
    nomor = nomor_musdes(teks)
    return isi_dari_musdes(nomor, d, desa) if nomor else baca_tempelan(teks, d, desa)


@dialog(
    "catat",
    help="Catat kegiatan",
    untuk=PENDAMPING,
    kata=("catat kegiatan", "lapor kegiatan", "isi kegiatan"),
    baca=_baca,
    kenali=mirip_tempelan,
    foto="foto",
    lokasi="lokasi",
)
def catat(d: Dialog, desa: Desa) -> Kabar:
    musdes = desa.musdes.ambil(str(d.keadaan.jawaban.get("musdes") or ""))
    if musdes and (sudah := desa.musdes.tercatat(musdes)):
        return Kabar(_sudah(musdes.nomor, sudah), f"Tersimpan #{sudah}; tidak dicatat dua kali.")
    di = d.ask("desa", isian.tanya_desa(desa))
    apa = d.ask("kegiatan", isian.tanya_kegiatan(desa))
    cara = d.ask("cara", isian.tanya_cara(di), "Di mana")
    tanggal = d.ask("tanggal", isian.tanya_tanggal())
    jam = d.ask("jam", isian.tanya_jam(d, desa, tanggal))
    hasil = d.ask("hasil", isian.tanya_hasil())
    peserta = (
        d.ask("peserta", optional(isian.tanya_peserta())) if apa.peserta else d.offer("peserta", isian.tanya_peserta())
    )
    foto = d.offer("foto", isian.tanya_foto())
    lokasi = d.offer("lokasi", isian.tanya_lokasi())
    masalah = d.offer("masalah", isian.tanya_masalah())
    tindak_lanjut = (
        d.ask("tindak_lanjut", isian.tanya_tindak_lanjut())
        if masalah
        else d.offer("tindak_lanjut", isian.tanya_rencana())
    )

    isi = isian.isi(di, apa, cara, tanggal, jam, hasil, peserta, lokasi, masalah, tindak_lanjut)
    d.review(f"Sudah benar?\n\n{kartu(isi, di, len(foto or ()))}{_catatan(d, desa, tanggal, jam)}")

    nomor = desa.kegiatan.catat(isi, isian.kolom_foto(foto), d.percakapan or None)
    if musdes:
        desa.musdes.tautkan(musdes, nomor)
    return Kabar(
        _tanda_terima(nomor, siap_salin(isi, di), _kartu_desa(nomor, isi, desa)),
        f"Tersimpan #{nomor}; tidak dicatat dua kali.",
    )


def _sudah(musdes: str, nomor: str) -> Pesan:
    return Pesan(
        f"{musdes} sudah ada di catatan Anda sebagai #{nomor}, jadi tidak dicatat dua kali.",
        tombol=(Tombol("Lihat / ubah", perintah(f"riwayat {nomor}")), Tombol("Rekap DRP", perintah("drp"))),
    )


def _catatan(d: Dialog, desa: Desa, tanggal: date, jam: RentangJam) -> str:
    """What the person should know before saving; never a reason to refuse."""
    catatan = []
    mundur = (d.hari_ini - tanggal).days
    if mundur > 0:
        catatan.append(f"Dicatat mundur {mundur} hari; kedua tanggal disimpan.")
    if tumpuk := isian.bertumpuk(desa, tanggal, jam):
        catatan.append(f"Jamnya bertumpuk dengan {', '.join(tumpuk[:3])}. Tetap boleh disimpan.")
    return "".join(f"\n\n⚠ {satu}" for satu in catatan)


def _kartu_desa(nomor: str, isi: Isi, desa: Desa) -> Tombol:
    """A problem to be followed, or the village's card that may have moved; it is offered, never asked."""
    if isi.masalah and isi.desa.count(".") == DESA - 1:
        return tombol_pantau(nomor)
    if isi.kegiatan in KARTU and desa.lingkup.boleh_mendampingi(isi.desa) and isi.desa.count(".") == DESA - 1:
        label, kata = KARTU[isi.kegiatan]
        return Tombol(label, perintah(f"{kata} {isi.desa}"))
    return Tombol("Rekap DRP", perintah("drp"))


def _tanda_terima(nomor: str, baris: str, ketiga: Tombol) -> Pesan:
    return Pesan(
        f"Siap disalin ke DRP:\n\n{baris}",
        judul=f"Tersimpan #{nomor}",
        tombol=(
            Tombol("Catat lagi", perintah("catat")),
            Tombol("Lihat / ubah", perintah(f"riwayat {nomor}")),
            ketiga,
        ),
    )
