"""/lapor: what a villager or a cadre has to tell reaches who serves that village, with or without their name."""

from __future__ import annotations

from data.desa import Desa
from data.katalog.masalah import LAINNYA, muat_masalah
from data.masalah import KADER, WARGA, FotoMasalah, Masalah, usul_tema
from data.masalah.lapor import SEHARIAN, Laporan
from data.orang import KPMD, SEMUA
from data.penanggap import Penanggap
from handlers import isian
from handlers.dialog.dialog import Dialog, Kabar, Resep, dialog
from handlers.dialog.kabari import kabari
from handlers.dialog.pesan import Pesan
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Pilihan
from handlers.dialog.questions.suggest import Suggest
from handlers.dialog.questions.text import bersih
from handlers.masalah.cerita import PANJANG, Cerita, bercerita, mau_lapor
from handlers.masalah.kabar import kabar_penerima
from handlers.masalah.kartu import kalau_diam, tombol_pelapor
from handlers.masalah.sebut import LAPORAN, TINGKAT, jalur_aman, tema_dari
from handlers.tanya.soal import tentang_kasus
from handlers.tanya.tanyakan import LAIN, barusan, sebut_desa_lengkap, tanya_desa_warga

PENUH = f"Sudah {SEHARIAN} laporan hari ini. Besok boleh melapor lagi. Yang sudah masuk bisa ditambah kata, ya."
TANPA = "Tanpa nama"
ENGGAN = frozenset({"tanpa", "anonim", "rahasia", "jangan", "tidak", "gak", "nggak", "enggak", "takut", "sembunyikan"})
"""First words of an answer that is no name."""


def _baca(teks: str, d: Dialog, desa: Desa) -> bool:
    if len(teks) <= PANJANG and bercerita(teks):
        d.keadaan.jawaban["isi"] = bersih(teks)
    return False


def _lapor(d: Dialog, desa: Desa) -> Kabar:
    if desa.masalah.penuh():
        return Kabar(Pesan(PENUH, tombol=(LAPORAN,)))
    if not d.keadaan.tanya and not d.keadaan.jawaban and (soal := barusan(d, desa)) and tentang_kasus(soal):
        d.keadaan.jawaban["isi"] = soal  # it has just begun: what was told is what is meant
    isi = d.ask("isi", Cerita("Ada masalah apa? Ceritakan dengan kata-kata sendiri."), "Cerita")
    kode = d.ask("desa", tanya_desa_warga(desa, desa.masalah.desa_terakhir() or desa.pertanyaan.desa_terakhir()))
    tema = d.ask("tema", tanya_tema(isi))
    nama = d.ask("nama", _tanya_nama(d))
    tanpa = nama == TANPA or nama.lower().split()[0] in ENGGAN
    rahasia = muat_masalah().ambil(tema).rahasia
    untuk = d.ask("untuk", _tanya_untuk()) if rahasia else d.offer("untuk", _tanya_untuk(), "Rahasiakan")
    foto = d.offer("foto", isian.tanya_foto())
    d.review(_ringkasan(isi, kode, tema, "" if tanpa else nama, untuk, len(foto or ())), simpan="Kirim")
    asal = KADER if KPMD in d.orang.peran and not tanpa else WARGA
    laporan = Laporan(kode, tema, isi, asal, "" if tanpa else nama, bool(untuk), untuk or "pld")
    m, ke = desa.masalah.lapor(
        laporan, [FotoMasalah(f.sidik, f.waktu) for f in foto or ()], desa.tujuan, d.percakapan or None
    )
    if ke:
        kabari(desa, ke.orang_id, kabar_penerima(m, "Ada laporan dari warga."), f"masalah:{m.nomor}:lapor")
    return Kabar(_terkirim(m, ke), f"{m.nomor} sudah dikirim.")


lapor: Resep = dialog(
    "lapor", help="Lapor masalah", untuk=SEMUA, baca=_baca, alih=lambda teks: f"catat {teks}".strip(), menu=False
)(_lapor)
"""Who logs activities means one of these by the word: for them it is `catat`."""
ada_masalah: Resep = dialog(
    "ada_masalah",
    help="Lapor masalah",
    untuk=SEMUA,
    kata=(
        *("ada masalah", "lapor masalah", "mau lapor", "saya mau lapor", "buat laporan masalah"),
        *("mengadu", "mau mengadu", "saya mau mengadu", "aduan", "pengaduan", "lapor aduan", "buat aduan"),
    ),
    baca=_baca,
    kenali=mau_lapor,
    alih=lambda teks: f"masalah_baru {teks}".strip(),
    menu=False,
)(_lapor)


def tanya_tema(isi: str) -> Question[str]:
    """What its words say stands first: a tap confirms it."""
    kira = usul_tema(isi)
    semua = sorted(muat_masalah().tema, key=lambda t: t.kode != kira)
    sepertinya = f" Sepertinya: {semua[0].label}." if kira != LAINNYA else ""
    pilihan = [Pilihan(t.kode, t.label, t.kode, kata=t.kata) for t in (semua if sepertinya else muat_masalah().tema)]
    return Choice(f"Ini tentang apa?{sepertinya}", pilihan, petunjuk="Pilih yang paling dekat, contoh: BLT Desa.")


def _tanya_nama(d: Dialog) -> Suggest:
    """A name that is known is a tap away; nobody has to give one."""
    usul = (TANPA, d.orang.nama) if d.orang.sudah_setuju else (TANPA,)
    return Suggest(
        "Atas nama siapa? Boleh tanpa nama: nama dan alamat chat Anda tidak ditunjukkan kepada siapa pun, "
        "dan jawabannya tetap sampai ke sini.",
        petunjuk="Pilih Tanpa nama, atau tulis nama Anda.",
        minimal=2,
        maksimal=60,
        usul=usul,
    )


def _tanya_untuk() -> Question[str]:
    pilihan = [
        Pilihan("pld", "Pendamping di desa", "pld", kata=("pld", "pendamping lokal", "desa")),
        Pilihan("pd", "Jangan ke PLD", "pd", kata=("pd", "kecamatan", "pendamping desa di kecamatan", "langsung pd")),
    ]
    return Choice(
        "Laporan ini hanya dilihat Anda dan penerimanya. Siapa yang menerima? "
        "Kalau jangan ke PLD, langsung ke Pendamping Desa di kecamatan.",
        pilihan,
        petunjuk="Pilih salah satu, contoh: jangan ke PLD.",
    )


def _ringkasan(isi: str, kode: str, tema: str, nama: str, untuk: str | None, foto: int) -> str:
    ke = {"pld": "Pendamping Lokal Desa saja", "pd": "Pendamping Desa di kecamatan saja"}
    baris = [
        f"“{isi}”\n",
        f"Desa: {sebut_desa_lengkap(kode)}",
        f"Tema: {muat_masalah().ambil(tema).label}",
        f"Dari: {nama or 'tanpa nama'}",
        *([f"Rahasia, untuk: {ke[untuk]}"] if untuk else []),
        *([f"Foto: {foto}"] if foto else []),
    ]
    siapa = "penerimanya" if untuk else "pendamping desa yang bertugas di sana"
    return "\n".join(baris) + f"\n\nLaporan ini disimpan dan dibaca {siapa}. Kirim?"


def _terkirim(m: Masalah, ke: Penanggap | None) -> Pesan:
    if ke is None:
        teks = (
            f"Maaf, belum ada pendamping {sebut_desa_lengkap(m.desa)} yang bisa dihubungi lewat sini. Laporannya saya "
            f"simpan; begitu ada yang bertugas, ia langsung melihatnya.\n\nSambil menunggu, boleh juga ke {LAIN}."
        )
    else:
        teks = f"Sampai ke {TINGKAT[m.tingkat]}. Jawabannya datang ke sini.\n\n{kalau_diam(m)}".strip()
    if m.rahasia and tema_dari(m).rahasia:
        teks += f"\n\nKalau ada bahaya sekarang:\n{jalur_aman(m)}"
    return Pesan(teks, judul=f"Laporan {m.nomor}", tombol=(*tombol_pelapor(m), LAPORAN))
