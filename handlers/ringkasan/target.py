"""/target: what a place aims for in a month and whose word that is; /ubah_target by TAPM and admins for theirs."""

from __future__ import annotations

from data.desa import Desa
from data.orang import ADMIN, CAMAT, PENDAMPING
from data.target import MENURUT, UKURAN, Target
from handlers.bergabung.sebut_tugas import sebut_singkat
from handlers.cuti.ubah_libur import tanya_wilayah_atur
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Number, Pilihan
from handlers.dialog.tombol import perintah
from handlers.ringkasan.sebut import UKURAN as SEBUT
from handlers.ringkasan.sebut import sebut_nilai

CATATAN = (
    "Angka awalnya patokan aplikasi ini sendiri, bukan ketentuan kementerian. "
    "Hari cuti, hari berhalangan, dan hari sebelum bertugas tidak dihitung."
)
BUKAN = "Target diatur TAPM atau admin yang tugasnya sudah disahkan. Daftarnya tetap bisa dilihat."
RINGKASAN = Tombol("Ringkasan", perintah("ringkasan"))
LIHAT = Tombol("Target", perintah("target"))
LAIN, ATAS = "lain", "atas"


@dialog("target", help="Target wilayah", untuk=(*PENDAMPING, CAMAT, ADMIN), langsung=True, menu=False)
def target(d: Dialog, desa: Desa) -> Kabar:
    di = desa.target.tempat_atur or sorted(desa.lingkup.baca) or [""]
    semua = desa.target.di(di[0])
    boleh = bool(desa.target.tempat_atur)
    baris = [] if boleh else [f"• {SEBUT[t.ukuran]}: {sebut_nilai(t)} ({_menurut(t)})" for t in semua]
    ajak = ["Ketuk untuk mengubah."] if boleh else []
    kepala = f"Target sebulan di {sebut_singkat([di[0]])}." if di[0] else "Target sebulan."
    return Kabar(
        Pesan(
            "\n".join([kepala, *baris, *ajak, "", CATATAN]),
            judul="Target",
            daftar=tuple(_butir(t) for t in semua) if boleh else (),
            tombol=(RINGKASAN,),
        )
    )


def _butir(t: Target) -> Butir:
    return Butir(SEBUT[t.ukuran], perintah(f"ubah_target {t.ukuran}"), f"{sebut_nilai(t)}, {_menurut(t)}")


def _menurut(t: Target) -> str:
    return f"menurut {sebut_singkat([t.kode])}" if t.kode else "angka awal"


def _baca(teks: str, d: Dialog, desa: Desa) -> bool:
    """'kunjungan_per_desa'"""
    if teks.strip() in MENURUT:
        d.keadaan.jawaban["ukuran"] = teks.strip()
    return False


@dialog(
    "ubah_target", help="Ubah target wilayah", untuk=(*PENDAMPING, ADMIN), kata=("atur target",), menu=False, baca=_baca
)
def ubah_target(d: Dialog, desa: Desa) -> Kabar:
    if not desa.target.tempat_atur:
        return Kabar(Pesan(BUKAN, tombol=(LIHAT,)))
    kode = tanya_wilayah_atur(d, desa)
    ukuran = d.ask("ukuran", _tanya_ukuran())
    kini = desa.target.ambil(kode, ukuran)
    jadi = d.ask("jadi", _tanya_jadi(kini)) if kini.kode == kode else LAIN
    if jadi == ATAS:
        return _kembali(d, desa, kode, ukuran)
    nilai = d.ask("nilai", _tanya_nilai(kini), "Menjadi")
    sebut = sebut_nilai(Target(ukuran, nilai, kode))
    d.review(f"{SEBUT[ukuran]}\nSemula: {sebut_nilai(kini)}\nMenjadi: {sebut}\nUntuk: {sebut_singkat([kode])}")

    desa.target.atur(kode, ukuran, nilai)
    return _jadi(kode, Target(ukuran, nilai, kode))


def _kembali(d: Dialog, desa: Desa, kode: str, ukuran: str) -> Kabar:
    d.review(f"{SEBUT[ukuran]}\nKembali menurut tingkat di atasnya\nUntuk: {sebut_singkat([kode])}")
    desa.target.hapus(kode, ukuran)
    return _jadi(kode, desa.target.ambil(kode, ukuran))


def _jadi(kode: str, t: Target) -> Kabar:
    teks = f"{SEBUT[t.ukuran]} di {sebut_singkat([kode])} sekarang {sebut_nilai(t)}."
    return Kabar(Pesan(teks, judul="Tersimpan", tombol=(LIHAT, RINGKASAN)), "Targetnya sudah tersimpan.")


def _tanya_ukuran() -> Question[str]:
    pilihan = [Pilihan(u.kode, SEBUT[u.kode], u.kode) for u in UKURAN]
    return Choice("Target yang mana?", pilihan, petunjuk="Pilih, atau ketik, contoh: kunjungan per desa.")


def _tanya_jadi(kini: Target) -> Question[str]:
    pilihan = [Pilihan(LAIN, "Angka lain", LAIN), Pilihan(ATAS, "Ikut tingkat di atas", ATAS, kata=("hapus",))]
    return Choice(f"Sekarang {sebut_nilai(kini)}. Menjadi apa?", pilihan, petunjuk="Jawab angka lain, atau ikut.")


def _tanya_nilai(kini: Target) -> Question[int]:
    ukuran = MENURUT[kini.ukuran]
    satuan = "Berapa persen?" if ukuran.persen else "Berapa kali sebulan untuk tiap desa?"
    return Number(f"{satuan} Sekarang {sebut_nilai(kini)}; 0 berarti tidak dipakai.", maksimal=ukuran.paling)
