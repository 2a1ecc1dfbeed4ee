"""`<kode>_baru`: only what is obligatory is asked; the summary offers the rest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from data.desa import Desa
from data.katalog.register import JenisRegister, Keadaan
from data.orang import PENDAMPING
from data.wilayah import DESA, KECAMATAN, Wilayah
from handlers import isian
from handlers.dialog.baca.cocok import Calon, cari_calon, lipat
from handlers.dialog.dialog import Dialog, Kabar, Resep, dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Pilihan
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.kartu import sebut_tempat
from handlers.register.bidang import janggal, pertanyaan, rincian, simpan
from handlers.register.kartu import kartu
from handlers.register.pasang import sesudah

BELUM = "Di sini nanti bisa mencatat, setelah Anda punya desa dampingan. Ketik daftar untuk memulai."
TINGKAT = {"desa": (DESA,), "kecamatan": (KECAMATAN,), "keduanya": (DESA, KECAMATAN)}


def buat_baru(jenis: JenisRegister) -> Resep:
    def fungsi(d: Dialog, desa: Desa) -> Kabar:
        semua = tempat_bisa(jenis, desa)
        if not semua:
            return Kabar(Pesan(BELUM, tombol=(Tombol("Menu", perintah("menu")),)))
        di = semua[0] if len(semua) == 1 else d.ask("desa", tanya_tempat(semua))
        if jenis.tunggal and (ada := desa.register.satu_di(jenis.kode, di.kode)):
            return Kabar(kartu(ada, d, desa, f"{sebut_tempat(di)} sudah punya catatannya. Silakan ubah di sini."))
        return _isi(jenis, di, d, desa)

    def baca(teks: str, d: Dialog, desa: Desa) -> bool:
        """'sukamaju' behind the command is the first answer."""
        if kode := tempat_dalam(teks, tempat_bisa(jenis, desa)):
            d.keadaan.jawaban["desa"] = kode
        return False

    return dialog(
        f"{jenis.kode}_baru",
        help=f"Tambah {jenis.sebutan}",
        untuk=PENDAMPING,
        kata=(f"tambah {jenis.sebutan}", f"{jenis.sebutan} baru"),
        menu=False,
        baca=baca,
        pengenal=frozenset({"desa"}),
    )(fungsi)


def tempat_bisa(jenis: JenisRegister, desa: Desa) -> list[Wilayah]:
    """Where the person may write such a thing down."""
    return [w for t in TINGKAT[jenis.tempat] for w in desa.wilayah.di_bawah(desa.lingkup.dampingan, t)]


def tempat_dalam(teks: str, semua: Sequence[Wilayah]) -> str:
    """Code of the one place that a text names; '' where it names none, or several."""
    cocok = cari_calon(teks, [Calon(w.kode, w.nama, (sebut_tempat(w), w.kode)) for w in semua])
    return cocok[0].id if len(cocok) == 1 else ""


def tanya_tempat(semua: Sequence[Wilayah]) -> Question[Wilayah]:
    ket = isian.pembeda(semua)
    pilihan = [
        Pilihan(w.kode, w.nama if w.tingkat == DESA else sebut_tempat(w), w, ket[w.kode], kata=(sebut_tempat(w),))
        for w in semua
    ]
    tanya = "Desa mana?" if len(pilihan) <= isian.SEHALAMAN else "Desa mana? Pilih, atau ketik sebagian namanya."
    return Choice(tanya, pilihan, petunjuk="Pilih desanya, atau ketik sebagian namanya.")


def _isi(jenis: JenisRegister, di: Wilayah, d: Dialog, desa: Desa) -> Kabar:
    jawab: dict[str, Any] = {b.kunci: d.ask(b.kunci, pertanyaan(b), b.label) for b in jenis.bidang if b.wajib}
    keadaan = _keadaan(jenis, d)
    jawab |= {b.kunci: d.offer(b.kunci, pertanyaan(b), b.label) for b in jenis.bidang if not b.wajib}
    foto = [n for b in jenis.bidang if b.jenis == "foto" for n in jawab.pop(b.kunci) or ()]
    isi = {k: simpan(v) for k, v in jawab.items() if v is not None}
    d.review(_ringkas(jenis, di, isi, keadaan, len(foto), desa))
    nomor = desa.register.tambah(
        jenis.kode, di.kode, isi,
        percakapan_id=d.percakapan or None, keadaan=keadaan.kode, foto=isian.kolom_foto(foto),
    )  # fmt: skip
    return Kabar(sesudah(nomor, "tambah", "Tersimpan.", d, desa), f"{nomor} sudah tersimpan.")


def _keadaan(jenis: JenisRegister, d: Dialog) -> Keadaan:
    """Of those in which it can begin."""
    awal = [k for k in jenis.keadaan if not (k.tutup or k.dari or k.perlu)]
    if len(awal) == 1:
        return awal[0]
    pilihan = [Pilihan(k.kode, k.nama, k) for k in awal]
    return d.ask("keadaan", Choice("Bagaimana keadaannya sekarang?", pilihan), "Keadaan")


def _ringkas(jenis: JenisRegister, di: Wilayah, isi: dict[str, Any], k: Keadaan, foto: int, desa: Desa) -> str:
    baris = [sebut_tempat(di), *rincian(jenis, isi), *([f"Foto: {foto}"] if foto else []), f"Keadaan: {k.nama.lower()}"]
    tanda = janggal(jenis, isi)
    return "\n".join([*baris, *([""] if tanda else []), *tanda, *_kembar(jenis, di, isi, desa)])


def _kembar(jenis: JenisRegister, di: Wilayah, isi: dict[str, Any], desa: Desa) -> list[str]:
    """Something of that name is there already; whether it is the same, the person knows."""
    judul = lipat(jenis.judul_dari(isi))
    ada = [r for r in desa.register.daftar(jenis.kode, desa=di.kode) if lipat(r.judul) == judul]
    if not ada:
        return []
    return ["", f"⚠ Sudah ada {ada[0].nomor} ({sebaris(ada[0].judul, 60)}). Kalau sama, pilih Batal."]
