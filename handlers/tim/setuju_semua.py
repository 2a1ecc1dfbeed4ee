"""/setuju_semua: approve what waits of one person's day, after it has been shown."""

from __future__ import annotations

from datetime import date

from data.desa import Desa
from data.pemeriksaan import DIPERBAIKI, Catatan
from handlers.dialog.baca.jam import RentangJam
from handlers.dialog.baca.tanggal import ejaan_tanggal
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.questions import Choice, Date, Pilihan, YesNo
from handlers.dialog.tombol import perintah, sidik
from handlers.kartu import sebut_kegiatan
from handlers.tim.kartu_tim import kabari_setuju
from handlers.tim.lihat import ORANG, sebut_desa
from handlers.tim.tim import PEMBINA

TAMPAK = 12
"""Entries that are listed; no day has more, save by mistake."""
PERIKSA = Tombol("Periksa", perintah("periksa"))


def _baca(teks: str, d: Dialog, desa: Desa) -> bool:
    """'o12 2026-11-20'."""
    for kata in teks.split():
        if orang := ORANG.fullmatch(kata):
            d.keadaan.jawaban["orang"] = orang[1]
        else:
            d.keadaan.jawaban["tanggal"] = kata
    return False


@dialog("setuju_semua", help="Setujui semua sehari", untuk=PEMBINA, baca=_baca, menu=False)
def setuju_semua(d: Dialog, desa: Desa) -> Kabar:
    tanggal = d.ask("tanggal", Date("Catatan tanggal berapa?", arah="lalu"))
    tumpukan = desa.menunggu.per_orang("", tanggal, minimal=1, batas=2000)
    if not tumpukan:
        teks = f"Tidak ada catatan yang menunggu untuk {ejaan_tanggal(tanggal)}."
        return Kabar(Pesan(teks, tombol=(PERIKSA,)), "Tidak ada yang menunggu.")
    pilihan = [Pilihan(t.kunci, t.nama, int(t.kunci), f"{t.jumlah} catatan") for t in tumpukan]
    orang = d.ask("orang", Choice("Catatan siapa?", pilihan, petunjuk="Pilih namanya, atau ketik sebagian."))
    semua = desa.menunggu.sehari(orang, tanggal)
    versi = {k.id: desa.pemeriksaan.versi(k) for k in semua}
    nama = semua[0].penulis
    yakin = d.ask(
        f"yakin_{sidik(list(versi.values()))}",  # what is said yes to is what was shown
        YesNo(
            f"Setujui {len(semua)} catatan {nama}, {ejaan_tanggal(tanggal)}?\n\n{_isi(semua, desa)}",
            ya="Setujui semua",
            tidak="Jangan dulu",
            petunjuk="Jawab setujui semua atau jangan dulu.",
        ),
    )
    if not yakin:
        return Kabar(Pesan("Baik, belum ada yang disetujui.", tombol=(PERIKSA,)), "Belum ada yang disetujui.")
    return Kabar(_setujui(semua, versi, d, desa), f"{len(semua)} catatan {nama} sudah disetujui.")


def _isi(semua: list[Catatan], desa: Desa) -> str:
    baris = [
        f"• {RentangJam.dari_json(k.jam)} {sebut_kegiatan(k.kegiatan)}, {sebut_desa(k.desa, desa)} (#{k.nomor})"
        for k in semua[:TAMPAK]
    ]
    return "\n".join([*baris, *([f"dan {len(semua) - TAMPAK} lagi"] if len(semua) > TAMPAK else [])])


def _setujui(semua: list[Catatan], versi: dict[int, str], d: Dialog, desa: Desa) -> Pesan:
    jadi = [k for k in semua if desa.pemeriksaan.setuju(k, versi[k.id]) == "tersimpan"]
    for k in jadi:
        if k.periksa == DIPERBAIKI:
            kabari_setuju(k, d, desa)
    lewat = f" {len(semua) - len(jadi)} dilewati karena baru saja berubah." if len(jadi) < len(semua) else ""
    tanggal = ejaan_tanggal(date.fromisoformat(semua[0].tanggal))
    teks = f"{len(jadi)} catatan {semua[0].penulis}, {tanggal}, disetujui.{lewat}"
    return Pesan(teks, tombol=(PERIKSA, Tombol("Tim", perintah("tim"))))
