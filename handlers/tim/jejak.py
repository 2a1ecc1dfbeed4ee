"""/jejak: who did what to which record, when, from where. One's own, and for those above what is in their scope."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from data.desa import Desa
from data.orang import SEMUA, WARGA
from data.telusur import Baris
from handlers.catatan.nomor_catatan import NOMOR
from handlers.catatan.tanda import sebut_kolom, sebut_saat
from handlers.dialog.baca.jam import RentangJam
from handlers.dialog.baca.tanggal import ejaan_pendek
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.diri.sebut_alamat import sebut_kanal
from handlers.isian import CARA
from handlers.kartu import sebut_kegiatan
from handlers.keputusan.sebut import NOMOR as NOMOR_KEPUTUSAN
from handlers.musdes import sebut_jejak
from handlers.musdes.sebut import NOMOR as NOMOR_MUSDES
from handlers.tim.lihat import HALAMAN, Lihat, baca_lihat, jelajah, pekan_dari, sebut_desa, selembar
from handlers.tim.tim import tak_bernama
from handlers.tugas.kartu_tugas import NOMOR as NOMOR_TUGAS

KERJA = {
    ("kegiatan", "catat"): "mencatat",
    ("kegiatan", "ubah"): "mengubah",
    ("kegiatan", "hapus"): "menghapus",
    ("kegiatan", "pulihkan"): "memulihkan",
    ("kegiatan", "setuju"): "menyetujui",
    ("kegiatan", "kembali"): "mengembalikan",
    ("tugas", "beri"): "memberi tugas",
    ("tugas", "tandai"): "menandai tugas",
    ("tugas", "tutup"): "menutup tugas",
    ("tugas", "buka"): "membuka lagi tugas",
    **sebut_jejak.KERJA,
    ("siklus", "gerakkan"): "mengisi papan siklus",
    ("fungsi_langkah", "tandai"): "menandai langkah fungsi",
    ("register", "catat"): "mencatat",
    ("register", "ubah"): "mengubah",
    ("register", "tandai"): "menandai",
    ("register", "foto"): "menambah foto",
    ("register", "hapus"): "menghapus",
    ("register", "pulihkan"): "memulihkan",
    ("rencana", "buat"): "menyusun rencana",
    ("rencana", "tambah"): "menambah kegiatan rencana",
    ("rencana", "ubah"): "mengubah kegiatan rencana",
    ("rencana", "coret"): "mencoret kegiatan rencana",
    ("rencana", "kembalikan"): "memakai lagi kegiatan rencana",
    ("rencana", "diajukan"): "mengajukan rencana",
    ("rencana", "disetujui"): "menyetujui rencana",
    ("rencana", "kembali"): "mengembalikan rencana",
    ("masalah", "lapor"): "mencatat masalah",
    ("masalah", "tangani"): "menangani masalah",
    ("masalah", "jawab"): "menjawab laporan",
    ("masalah", "catat"): "mencatat langkah masalah",
    ("masalah", "tenggat"): "memindah tenggat masalah",
    ("masalah", "tema"): "mengganti tema masalah",
    ("masalah", "alih"): "mengalihkan masalah",
    ("masalah", "naikkan"): "menaikkan masalah",
    ("masalah", "teruskan"): "meneruskan masalah keluar",
    ("masalah", "rahasia"): "merahasiakan masalah",
    ("masalah", "selesai"): "menyelesaikan masalah",
    ("masalah", "buka"): "membuka lagi masalah",
    ("siaran", "catat"): "membuat siaran",
    ("siaran", "ubah"): "mengubah siaran",
    ("siaran", "hapus"): "menarik siaran",
    ("siaran", "pulihkan"): "mengembalikan siaran",
    ("penugasan", "usul"): "mengusulkan penugasan",
    ("penugasan", "beri"): "memberi penugasan",
    ("penugasan", "sahkan"): "mengesahkan penugasan",
    ("penugasan", "akhiri"): "mengakhiri penugasan",
    ("penugasan", "gantikan"): "menunjuk pengganti",
    ("penugasan", "serahterima"): "menyerahterimakan",
    ("undangan", "buat"): "membuat undangan",
    ("undangan", "pakai"): "memakai undangan",
    ("undangan", "cabut"): "mencabut undangan",
    ("cuti", "cuti"): "mencatat cuti",
    ("cuti", "batal"): "membatalkan cuti",
    ("grup", "kaitkan"): "mengaitkan grup",
    ("grup", "lepas"): "melepas grup",
    ("orang", "setuju"): "menyetujui penyimpanan data",
}
"""(table, deed) in words; a deed without words of its own is told as it is stored."""
MUSYAWARAH = (sebut_jejak.MUSDES, sebut_jejak.KEPUTUSAN)
TABEL = {
    "libur_daerah": "hari libur",
    "kalender_daerah": "tenggat daerah",
    "kalender_selesai": "tenggat",
    "peristiwa_desa": "peristiwa desa",
    "orang": "data diri",
    "alamat": "alamat chat",
}


def _ketik(sisa: str) -> bool:
    """Without a slash only a record's number: "jejak kaki di jalan …" is a report."""
    return any(pola.match(sisa.strip()) for pola in (NOMOR, NOMOR_TUGAS, NOMOR_MUSDES, NOMOR_KEPUTUSAN))


@dialog(
    "jejak",
    help="Lihat jejak perubahan",
    untuk=[p for p in SEMUA if p != WARGA],
    langsung=True,
    menu=False,
    ketik=_ketik,
)
def jejak(d: Dialog, desa: Desa) -> Kabar:
    lihat = baca_lihat(d.argumen)
    mulai = (lihat.halaman - 1) * HALAMAN
    for pola, baca in (
        (NOMOR, desa.telusur.catatan),
        (NOMOR_TUGAS, desa.telusur.tugas),
        (NOMOR_MUSDES, desa.telusur.musdes),
        (NOMOR_KEPUTUSAN, desa.telusur.keputusan),
    ):
        if cocok := pola.search(d.argumen):
            nomor = cocok[1].upper()
            baris = baca(nomor, mulai=mulai, batas=HALAMAN + 1)
            return Kabar(_tampil(f"Jejak {nomor}", f"jejak {nomor}", Lihat(halaman=lihat.halaman), baris, d, desa))
    if lihat.nama:
        return Kabar(_bernama(lihat, d, desa))
    return Kabar(_orang(lihat, d, desa))


def _bernama(lihat: Lihat, d: Dialog, desa: Desa) -> Pesan:
    ketemu = desa.tim.anggota(pekan_dari(Lihat(), d.hari_ini), nama=lihat.nama) if desa.tim.ada else []
    if not ketemu and desa.tim.ada:
        return tak_bernama(lihat.nama, "jejak")
    if not ketemu:
        contoh = "Jejak apa? Tulis nomor catatannya, contoh: /jejak K-2611-0042"
        return Pesan(contoh, tombol=(Tombol("Jejak saya", perintah("jejak")),))
    if len(ketemu) == 1:
        return _orang(Lihat(orang=ketemu[0].id), d, desa)
    tampak, ini, lembar = selembar(ketemu, lihat.halaman)
    daftar = tuple(Butir(a.nama, perintah(f"jejak o{a.id}"), sebut_desa(a.wilayah[0], desa)) for a in tampak)
    return Pesan("Jejak siapa?", daftar=daftar, tombol=jelajah("jejak", lihat, ini, lembar))


def _orang(lihat: Lihat, d: Dialog, desa: Desa) -> Pesan:
    id_ = lihat.orang or d.orang.id
    baris = desa.telusur.orang(id_, mulai=(lihat.halaman - 1) * HALAMAN, batas=HALAMAN + 1)
    judul = "Jejak Anda" if id_ == d.orang.id else f"Jejak {baris[0].nama}" if baris else "Jejak"
    return _tampil(judul, "jejak", Lihat(orang=lihat.orang, halaman=lihat.halaman), baris, d, desa)


def _tampil(judul: str, kata: str, lihat: Lihat, baris: list[Baris], d: Dialog, desa: Desa) -> Pesan:
    """One line more than a page was read, to know whether there is another."""
    teks = "\n\n".join(sebut_baris(b, d.orang.zona, desa) for b in baris[:HALAMAN])
    lebih = (Tombol("Lebih lama ›", lihat.perintah(kata, halaman=lihat.halaman + 1)),) if len(baris) > HALAMAN else ()
    baru = (Tombol("‹ Lebih baru", lihat.perintah(kata, halaman=lihat.halaman - 1)),) if lihat.halaman > 1 else ()
    return Pesan(
        teks or "Belum ada jejak yang bisa Anda lihat di sini.",
        judul=judul,
        tombol=(*lebih, *baru, Tombol("Menu", perintah("menu"))),
    )


def sebut_baris(b: Baris, zona: str, desa: Desa) -> str:
    """'21 Nov 20.14 · Telegram · Bu Sari mengubah jam #K-2611-0042: 14.00–16.30 → 14.00–17.00, alasan: …'"""
    kerja = KERJA.get((b.tabel, b.apa)) or f"{b.apa} {TABEL.get(b.tabel, b.tabel)}"
    bagian = sebut_kolom(b.kolom) if b.kolom and b.tabel == "kegiatan" else ""
    bagian = sebut_jejak.sebut_bagian(b) if b.tabel in MUSYAWARAH else bagian
    nomor = f"#{b.nomor}" if b.tabel == "kegiatan" and b.nomor else b.nomor
    isi = " ".join(satu for satu in (b.nama, kerja, bagian, nomor) if satu)
    alasan = f", alasan: {sebaris(b.alasan, 120)}" if b.alasan else ""
    kanal = sebut_kanal(b.kanal)
    return f"{sebut_saat(b.waktu, zona)} · {kanal} · {isi}{_perubahan(b, desa)}{alasan}"


def _perubahan(b: Baris, desa: Desa) -> str:
    if b.tabel in MUSYAWARAH:
        return sebut_jejak.sebut_gerak(b)
    if b.kolom is None or b.apa not in ("ubah", "tandai"):
        return ""
    kolom = "" if b.tabel == "register" else b.kolom  # its fields are the catalogue's, whatever they are called
    return f": {_nilai(kolom, b.sebelum, desa)} → {_nilai(kolom, b.sesudah, desa)}"


def _nilai(kolom: str, isi: str | None, desa: Desa) -> str:
    """As people say it; what an older version stored otherwise, as it stands."""
    if not isi:
        return "kosong"
    sebut: dict[str, Callable[[str], str]] = {
        "tanggal": lambda teks: ejaan_pendek(date.fromisoformat(teks)),
        "jam": lambda teks: str(RentangJam.dari_json(teks)),
        "desa": lambda teks: sebut_desa(teks, desa),
        "kegiatan": sebut_kegiatan,
        "cara": lambda teks: CARA[teks],
        "foto": lambda teks: f"{len(teks.split(','))} foto",
    }
    try:
        return sebut[kolom](isi) if kolom in sebut else sebaris(isi, 80)
    except (ValueError, KeyError):
        return sebaris(isi, 80)
