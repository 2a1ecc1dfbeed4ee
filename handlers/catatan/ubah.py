"""/ubah: change one thing in an entry. The reason and both values are kept."""

from __future__ import annotations

from datetime import date
from typing import Any

from data.desa import Desa
from data.kegiatan import Kegiatan
from data.orang import PENDAMPING
from data.pemeriksaan import KEMBALI, SETUJU
from data.wilayah import KECAMATAN
from handlers import isian
from handlers.catatan.baris_drp import siap_salin
from handlers.catatan.riwayat import NOMOR, tak_ketemu, tempat_dari, tindakan
from handlers.dialog.baca.jam import RentangJam
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Pilihan, Text
from handlers.dialog.questions.suggest import Suggest
from handlers.dialog.sebaris import sebaris
from handlers.kartu import sebut_kegiatan, sebut_peserta, sebut_tempat
from handlers.register.alih import alih_ke
from handlers.siaran.kartu import ubah_siaran
from handlers.tim.perbaiki import kabari_perubahan

BAGIAN = (
    "desa",
    "kegiatan",
    "cara",
    "tanggal",
    "jam",
    "hasil",
    "peserta",
    "foto",
    "lokasi",
    "masalah",
    "tindak_lanjut",
)
DIMINTA = "Diperbaiki sesuai permintaan."
LABEL = {"cara": "Di mana", "tindak_lanjut": "Tindak lanjut"}


def baca_nomor(teks: str, d: Dialog, desa: Desa) -> bool:
    """'K-2611-0042' behind the command is the first answer."""
    nomor = NOMOR.search(teks)
    if nomor:
        d.keadaan.jawaban["nomor"] = nomor[1].upper()
    return False


def baca_bagian(teks: str, d: Dialog, desa: Desa) -> bool:
    """'K-2611-0042 jam': also which part, where somebody asked for just that."""
    baca_nomor(teks, d, desa)
    if bagian := [b for b in BAGIAN if b in teks.lower().split()]:
        d.keadaan.jawaban["bagian"] = bagian[0]
    return False


def tanya_nomor() -> Question[str]:
    return Text("Catatan nomor berapa?", petunjuk="Tulis nomornya, contoh: K-2611-0042. Nomor ada di riwayat.")


@dialog(
    "ubah",
    help="Ubah catatan",
    untuk=PENDAMPING,
    baca=baca_bagian,
    alih=alih_ke("register_ubah", ubah_siaran),
    menu=False,
)
def ubah(d: Dialog, desa: Desa) -> Kabar:
    nomor = d.ask("nomor", tanya_nomor()).upper().removeprefix("#")
    lama = desa.kegiatan.ambil(nomor)
    if lama is None:
        return Kabar(tak_ketemu(nomor[:20]))
    bagian = d.ask("bagian", _tanya_bagian(lama, desa))
    nilai = d.ask(f"baru_{bagian}", _pertanyaan(bagian, d, desa, lama), sebut(bagian))
    cara = lama.cara
    if bagian == "desa" and cara == "desa" and nilai.tingkat == KECAMATAN:  # it cannot be visited as a village
        cara = d.ask("baru_cara", isian.tanya_cara(nilai), sebut("cara"))
    alasan = d.ask(
        "alasan",
        Suggest(
            "Apa alasannya? Ikut disimpan bersama perubahan ini.",
            petunjuk="Contoh: salah ketik jam, atau data susulan dari desa.",
            usul=(DIMINTA,) if lama.periksa == KEMBALI else (),
        ),
    )
    baru = {s.kunci: s.isi for s in d.jalur}[f"baru_{bagian}"]
    semula = _sekarang(bagian, lama, desa) or "belum diisi"
    if cara != lama.cara:
        semula, baru = f"{semula}, {isian.CARA[lama.cara].lower()}", f"{baru}, {isian.CARA[cara].lower()}"
    lagi = "\n\n⚠ Catatan ini sudah disetujui; sesudah diubah perlu dilihat lagi." if lama.periksa == SETUJU else ""
    d.review(f"{sebut(bagian)} #{nomor}\n\nSemula: {semula}\nMenjadi: {baru}\nAlasan: {alasan}{lagi}")

    _terapkan(bagian, nilai, cara, lama, alasan, desa)
    sesudah = desa.kegiatan.ambil(nomor)
    assert sesudah is not None
    apa = f"{sebut(bagian).lower()}: {sebaris(semula, 300)} → {sebaris(baru, 300)}"
    kabar = kabari_perubahan(lama, sesudah, apa, alasan, d, desa)
    baris = siap_salin(sesudah, tempat_dari(sesudah, desa))
    teks = f"{sebut(bagian)} sudah diganti.{kabar} Untuk DRP sekarang:\n\n{baris}"
    return Kabar(Pesan(teks, judul=f"Diubah #{nomor}", tombol=tindakan(nomor)), f"Perubahan #{nomor} sudah tersimpan.")


def sebut(bagian: str) -> str:
    return LABEL.get(bagian, bagian.capitalize())


def _tanya_bagian(lama: Kegiatan, desa: Desa) -> Question[str]:
    pilihan = [Pilihan(b, sebut(b), b, ket=_sekarang(b, lama, desa)[:60] or "belum diisi") for b in BAGIAN]
    return Choice("Bagian mana yang diubah?", pilihan)


def _sekarang(bagian: str, k: Kegiatan, desa: Desa) -> str:
    if bagian == "desa":
        return sebut_tempat(tempat_dari(k, desa))
    if bagian == "foto":
        return f"{len(desa.kegiatan.foto(k.id))} foto"
    khusus = {
        "kegiatan": lambda: sebut_kegiatan(k.kegiatan),
        "cara": lambda: isian.CARA[k.cara],
        "tanggal": lambda: isian.tanya_tanggal().show(date.fromisoformat(k.tanggal)),
        "jam": lambda: str(RentangJam.dari_json(k.jam)),
        "peserta": lambda: sebut_peserta(k),
    }
    return khusus[bagian]() if bagian in khusus else str(getattr(k, bagian) or "")


def _pertanyaan(bagian: str, d: Dialog, desa: Desa, k: Kegiatan) -> Question[Any]:
    daftar: dict[str, Any] = {
        "desa": lambda: isian.tanya_desa(desa),
        "kegiatan": lambda: isian.tanya_kegiatan(desa),
        "cara": lambda: isian.tanya_cara(tempat_dari(k, desa)),
        "tanggal": isian.tanya_tanggal,
        "jam": lambda: isian.tanya_jam(d, desa, date.fromisoformat(k.tanggal)),
        "hasil": isian.tanya_hasil,
        "peserta": isian.tanya_peserta,
        "foto": isian.tanya_foto,
        "lokasi": isian.tanya_lokasi,
        "masalah": isian.tanya_masalah,
        "tindak_lanjut": isian.tanya_tindak_lanjut,
    }
    question: Question[Any] = daftar[bagian]()
    return question


def _terapkan(bagian: str, nilai: Any, cara: str, lama: Kegiatan, alasan: str, desa: Desa) -> None:
    if bagian == "foto":
        desa.kegiatan.ganti_foto(lama, isian.kolom_foto(nilai), alasan)
        return
    kolom: dict[str, Any] = {
        "desa": lambda: {"desa": nilai.kode} | ({"cara": cara} if cara != lama.cara else {}),
        "kegiatan": lambda: {"kegiatan": nilai.kode},
        "tanggal": lambda: {"tanggal": nilai.isoformat()},
        "jam": lambda: {"jam": nilai.ke_json(), "menit": nilai.menit},
        "peserta": lambda: isian.kolom_peserta(nilai),
        "lokasi": lambda: {"lokasi": isian.kolom_lokasi(nilai)},
    }
    desa.kegiatan.ubah(lama, kolom.get(bagian, lambda: {bagian: nilai})(), alasan)
