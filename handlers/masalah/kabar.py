"""What the others are told: who is to work on it, and who reported it."""

from __future__ import annotations

from data.desa import Desa
from data.masalah import PENDAMPING, Masalah
from handlers.dialog.kabari import kabari
from handlers.dialog.pesan import Pesan, Templat, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.masalah.sebut import TINGKAT, judul, pelapor, tema_dari
from handlers.tanya.sebut import nama_desa


def kabar_penerima(m: Masalah, kepala: str) -> Pesan:
    """What whoever has it now is told."""
    buka = Tombol("Buka", perintah(f"masalah {m.nomor}"))
    tangani = Tombol("Tangani", perintah(f"masalah_tangani {m.nomor}"))
    return Pesan(
        f"{kepala}\n\n“{m.isi}”\n\nTema: {tema_dari(m).label}\nDesa: {nama_desa(m.desa)}\nDari: {pelapor(m)}",
        judul=judul(m),
        tombol=(tangani, Tombol("Jawab", perintah(f"masalah_jawab {m.nomor}")), buka),
    )


def kabar_naik(m: Masalah) -> Pesan:
    return kabar_penerima(m, "Masalah ini belum ditangani di tingkat bawah, jadi naik ke Anda.")


def kabar_titip(m: Masalah) -> Pesan:
    return kabar_penerima(m, "Ada masalah yang menunggu di wilayah Anda.")


def kabar_dilewati(m: Masalah) -> Pesan:
    """What the one who was silent is told."""
    return Pesan(
        f"Belum ada langkah, jadi naik juga ke {TINGKAT[m.tingkat]}. Anda tetap boleh menanganinya.\n\n"
        f"“{sebaris(m.isi, 300)}”",
        judul=judul(m),
        tombol=(Tombol("Buka", perintah(f"masalah {m.nomor}")),),
    )


def kabar_naik_pelapor(m: Masalah) -> Pesan:
    return kabar_pelapor(m, f"Laporan Anda sekarang ada di {TINGKAT[m.tingkat]}.")


def kabar_pelapor(m: Masalah, teks: str, tombol: tuple[Tombol, ...] = (), templat: Templat | None = None) -> Pesan:
    """What the reporter is told; an asker's own words stay short."""
    lihat = Tombol("Lihat laporan", perintah(f"masalah {m.nomor}"))
    return Pesan(
        f"“{sebaris(m.isi, 200)}”\n\n{teks}", judul=f"Laporan {m.nomor}", tombol=(*tombol, lihat), templat=templat
    )


def punya_pelapor(m: Masalah) -> bool:
    """Whether anybody waits for a word: not of what a pendamping noted of their own work."""
    return m.asal != PENDAMPING


def kabari_pelapor(m: Masalah, pesan: Pesan, apa: str, desa: Desa) -> bool:
    """Where it was reported. False where nobody can be told."""
    if not punya_pelapor(m):
        return False
    return kabari(desa, m.orang_id, pesan, f"masalah:{m.nomor}:{apa}", (m.kanal, m.tujuan))


def kabari_pj(m: Masalah, pesan: Pesan, apa: str, desa: Desa) -> bool:
    return m.pj is not None and kabari(desa, m.pj, pesan, f"masalah:{m.nomor}:{apa}")
