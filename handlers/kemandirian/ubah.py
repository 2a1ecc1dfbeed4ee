"""/kemandirian_ubah: one thing about an assessment. /kemandirian_hapus: gone, and back within ten minutes."""

from __future__ import annotations

from typing import Any

from data.desa import Desa
from data.katalog.kemandirian import muat_kemandirian
from data.kegiatan import URUNGKAN
from data.kemandirian import Kemandirian, SudahDinilai
from data.orang import PENDAMPING
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, People, Pilihan, YesNo
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.isian import kolom_peserta
from handlers.kemandirian.kartu import kartu
from handlers.kemandirian.sebut import (
    NOMOR,
    SEDESA,
    SEMUA,
    sebut_forum,
    sebut_hadirin,
    sebut_kelompok,
    tak_ada,
    tanya_nomor,
)
from handlers.kemandirian.tanya import tanya_berikut, tanya_catatan, tanya_kelompok, tanya_soal, tanya_tanggal
from handlers.register.bidang import BolehKosong
from handlers.register.sebut import di_mana
from handlers.register.ubah import DIBACA

MENIT = URUNGKAN // 60
TANGGAL, KELOMPOK, PESERTA, BERIKUT, CATATAN = "tanggal", "kelompok", "peserta", "berikut", "catatan"
BAGIAN = {
    BERIKUT: "Langkah berikutnya",
    CATATAN: "Catatan",
    PESERTA: "Yang ikut",
    TANGGAL: "Tanggal",
    KELOMPOK: "Kelompok",
}


def _baca(teks: str, d: Dialog, desa: Desa) -> bool:
    """'D-2611-0003 berikut'"""
    if cocok := NOMOR.search(teks):
        d.keadaan.jawaban["nomor"] = cocok[1].upper()
        if sisa := teks[cocok.end() :].split():
            d.keadaan.jawaban["bagian"] = sisa[0].lower()
    return False


def _ambil(apa: str, d: Dialog, desa: Desa) -> Kemandirian | Kabar:
    """The one that is meant, where the person may change it; else what is said."""
    nomor = d.ask("nomor", tanya_nomor(apa)).upper().strip().lstrip("#")
    k = desa.kemandirian.ambil(nomor)
    if k is None:
        return Kabar(tak_ada(nomor))
    return k if desa.kemandirian.boleh_ubah(k) else Kabar(kartu(k, d, desa, DIBACA))


@dialog(
    "kemandirian_ubah",
    help="Ubah penilaian kemandirian",
    untuk=PENDAMPING,
    menu=False,
    baca=_baca,
    pengenal=frozenset({"nomor", "bagian"}),
)
def kemandirian_ubah(d: Dialog, desa: Desa) -> Kabar:
    k = _ambil("diubah", d, desa)
    if isinstance(k, Kabar):
        return k
    bagian = d.ask("bagian", _tanya_bagian(k))
    label = _label(bagian)
    nilai = d.ask(bagian, _tanya(bagian, k, desa), label)
    try:
        jadi = desa.kemandirian.ubah(k, _kolom(bagian, nilai))
    except SudahDinilai as sudah:
        kata = f"{sudah.nomor} sudah penilaian kelompok itu untuk tahun yang sama, jadi yang ini tetap seperti semula."
        return Kabar(kartu(k, d, desa, kata))
    kini = desa.kemandirian.ambil(k.nomor) or k
    kata = f"{label} sudah diubah." if jadi else f"{label} memang sudah begitu."
    return Kabar(kartu(kini, d, desa, kata), f"{label} {k.nomor} sudah diubah.")


def _label(bagian: str) -> str:
    soal = muat_kemandirian().soal_dari(bagian)
    return soal.label if soal else BAGIAN[bagian]


def _tanya_bagian(k: Kemandirian) -> Question[str]:
    """With what each says now."""
    kini = {
        BERIKUT: sebaris(k.berikut, 60),
        CATATAN: sebaris(k.catatan, 60),
        PESERTA: sebut_hadirin(k),
        TANGGAL: sebut_forum(k),
        KELOMPOK: sebut_kelompok(k.kelompok),
    }
    pilihan = [Pilihan(b, label, b, kini[b] or "belum diisi", kata=(b,)) for b, label in BAGIAN.items()]
    for s in muat_kemandirian().soal:
        ket = s.tingkat[k.isi[s.kunci] - 1].nama if s.kunci in k.isi else "belum dijawab"
        pilihan.append(Pilihan(s.kunci, s.label, s.kunci, ket))
    return Choice(f"Kemandirian {k.nomor}: apa yang diubah?", pilihan)


def _tanya(bagian: str, k: Kemandirian, desa: Desa) -> Question[Any]:
    if soal := muat_kemandirian().soal_dari(bagian):
        return tanya_soal(soal, k.isi.get(bagian, 0))
    if bagian == KELOMPOK:
        di = desa.wilayah.ambil(k.desa)
        assert di is not None
        return tanya_kelompok(di, desa)
    if bagian == TANGGAL:
        return tanya_tanggal()
    if bagian == PESERTA:
        return People("Berapa yang ikut menilai? Laki-laki dan perempuan.")
    tanya = tanya_berikut() if bagian == BERIKUT else tanya_catatan()
    return BolehKosong(tanya) if getattr(k, bagian) else tanya


def _kolom(bagian: str, nilai: Any) -> dict[str, Any]:
    if bagian == PESERTA:
        return kolom_peserta(nilai)
    if bagian == TANGGAL:
        return {TANGGAL: nilai.isoformat(), "musdes_id": None}
    if bagian == KELOMPOK:
        return {KELOMPOK: "" if nilai.lower() in (SEDESA.lower(), "desa") else nilai}
    return {bagian: nilai or ""}


@dialog(
    "kemandirian_hapus",
    help="Hapus penilaian kemandirian",
    untuk=PENDAMPING,
    menu=False,
    baca=_baca,
    pengenal=frozenset({"nomor", "bagian"}),
)
def kemandirian_hapus(d: Dialog, desa: Desa) -> Kabar:
    k = _ambil("dihapus", d, desa)
    if isinstance(k, Kabar):
        return k
    tanya = f"Hapus {k.nomor}? {sebut_kelompok(k.kelompok)}, {di_mana(k.desa, desa)}, {k.tahun}."
    if not d.ask("yakin", YesNo(tanya, ya="Hapus", tidak="Jangan", petunjuk="Jawab hapus atau jangan.")):
        return Kabar(kartu(k, d, desa, "Baik, tetap ada."), f"{k.nomor} tetap ada.")
    desa.kemandirian.hapus(k)
    teks = f"{k.nomor} dihapus. Kalau keliru, bisa dikembalikan dalam {MENIT} menit."
    kembali = Tombol("Kembalikan", perintah(f"kemandirian_pulihkan {k.nomor}"))
    return Kabar(Pesan(teks, tombol=(kembali, SEMUA)), f"{k.nomor} dihapus.")


@dialog("kemandirian_pulihkan", help="Kembalikan penilaian", untuk=PENDAMPING, langsung=True, menu=False)
def kemandirian_pulihkan(d: Dialog, desa: Desa) -> Kabar:
    cocok = NOMOR.search(d.argumen)
    if not cocok:
        contoh = "Nomor berapa yang dikembalikan? Contoh: /kemandirian_pulihkan D-2611-0003"
        return Kabar(Pesan(contoh, tombol=(SEMUA,)))
    if ada := desa.kemandirian.ambil(cocok[1]):
        return Kabar(kartu(ada, d, desa, "Yang ini masih ada, tidak terhapus."))
    k = desa.kemandirian.terhapus(cocok[1])
    if k is None:
        return Kabar(tak_ada(cocok[1]))
    try:
        kembali = desa.kemandirian.pulihkan(k)
    except SudahDinilai as sudah:
        return Kabar(Pesan(f"Sudah ada gantinya, {sudah.nomor}, jadi {k.nomor} tidak dikembalikan.", tombol=(SEMUA,)))
    if not kembali:
        teks = f"{k.nomor} dihapus lebih dari {MENIT} menit lalu. Silakan diisi ulang."
        return Kabar(Pesan(teks, tombol=(SEMUA,)))
    return Kabar(kartu(desa.kemandirian.ambil(k.nomor) or k, d, desa, "Sudah kembali."))
