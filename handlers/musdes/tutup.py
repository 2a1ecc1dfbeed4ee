"""tutup musdes: what is missing is told as facts, the end is asked when nobody told, the board moves, thanks."""

from __future__ import annotations

import re

from data.desa import Desa
from data.katalog.musdes import JenisMusdes
from data.musdes.musdes import Musdes
from handlers.dialog.dialog import Dialog, Kabar
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Pilihan
from handlers.dialog.tombol import perintah
from handlers.musdes.kartu import kartu
from handlers.musdes.ke_drp import tombol_drp
from handlers.musdes.ke_kartu import tombol_kartu
from handlers.musdes.khusus import tanya_selesai
from handlers.musdes.pilih import bagian, simpan_titipan, titipan
from handlers.musdes.sebut import ajakan_unsur, jenis_dari, kurang, singkat

TUTUP = re.compile(r"\W*tutup musdes\b(?:\s+#?M-\d{4}-\d{4,})?\W*", re.IGNORECASE)
TAHAP = {"proses": "mulai disusun", "musdes": "sudah dimusyawarahkan"}
DOKUMEN = {"rkp": "RKP Desa", "rpjm": "RPJM Desa", "apb": "APB Desa", "lpj": "LPJ"}
TAHUN_DEPAN = {"rkp": "04", "apb": "07"}
"""Months from which next year's is the one that is being made."""


@bagian(
    "musdes_tutup",
    help="Tutup musdes",
    kata=("tutup musdes",),
    kenali=lambda teks: TUTUP.fullmatch(teks) is not None,
)
def musdes_tutup(m: Musdes, d: Dialog, desa: Desa) -> Kabar:
    if not m.berjalan:
        return Kabar(kartu(m, desa, "Musdes ini sudah ditutup. Bagian mana pun tetap bisa dibetulkan."))
    if not (desa.keputusan.dari_musdes(m.id) or desa.musdes.catatan(m)):
        return Kabar(_masih_kosong(m))
    selesai = m.selesai or d.ask("selesai", tanya_selesai(m, d), "Jam selesai")
    jenis = jenis_dari(m)
    tahun = d.ask("tahun", _tanya_tahun(m, jenis)) if jenis.siklus else 0
    foto = titipan(d, tampak=True)
    d.review(_fakta(m, selesai, desa), simpan="Tutup musdes")
    desa.musdes.ubah(m, {"selesai": selesai})
    desa.musdes.selesai(m)
    belum = " Yang belum ada bisa disusulkan kapan saja." if kurang(desa.musdes.menurut_id(m.id) or m, desa) else ""
    teks = f"Terima kasih. {singkat(m, desa)} sudah ditutup.{belum}"
    ekor = " ".join(b for b in (_gerakkan(m, jenis, tahun, desa), simpan_titipan(m, foto, desa)) if b)
    kini = desa.musdes.menurut_id(m.id) or m
    return Kabar(_tanda_terima(kini, f"{teks}\n\n{ekor}".strip(), desa), f"Musdes {m.nomor} sudah ditutup.")


def _masih_kosong(m: Musdes) -> Pesan:
    return Pesan(
        "Supaya ada isinya, catat dulu satu keputusan atau satu catatan, lalu musdesnya ditutup.",
        judul=f"Musdes {m.nomor}",
        tombol=(
            Tombol("Keputusan", perintah(f"musdes_keputusan {m.nomor}")),
            Tombol("Catat langsung", perintah(f"musdes_catatan {m.nomor}")),
        ),
    )


def _tanya_tahun(m: Musdes, jenis: JenisMusdes) -> Question[int]:
    ini = int(m.tanggal[:4])
    depan = m.tanggal[5:7] >= TAHUN_DEPAN.get(jenis.siklus[0], "99")
    urut = (ini + 1, ini, ini + 2) if depan else (ini, ini + 1, ini - 1)
    pilihan = [Pilihan(str(t), str(t), t) for t in urut]
    return Choice(f"{DOKUMEN[jenis.siklus[0]]} tahun berapa?", pilihan, petunjuk="Pilih tahunnya, contoh: 2027.")


def _fakta(m: Musdes, selesai: str, desa: Desa) -> str:
    belum = [k for k in kurang(m, desa) if k != "jam selesai"]
    baris = [
        f"{singkat(m, desa)}, {m.mulai}–{selesai}".replace(":", "."),
        f"Belum ada: {', '.join(belum)}. Boleh disusulkan." if belum else "Semua bagian pokok sudah terisi.",
        ajakan_unsur(m),
    ]
    return "\n\n".join(b for b in baris if b)


def _gerakkan(m: Musdes, jenis: JenisMusdes, tahun: int, desa: Desa) -> str:
    """The board goes forward only; where it is further already, nothing is said."""
    if not jenis.siklus:
        return ""
    dokumen, tahap = jenis.siklus
    bergerak = [
        desa.siklus.gerakkan(kode, tahun, dokumen, tahap, tanggal=m.tanggal, musdes_id=m.id)
        for kode in desa.musdes.desa(m)
    ]
    return f"Papan siklus: {DOKUMEN[dokumen]} {tahun} {TAHAP[tahap]}." if any(bergerak) else ""


def _tanda_terima(m: Musdes, teks: str, desa: Desa) -> Pesan:
    """Three buttons: what was typed serves the person's own report as well, where it is not in it yet."""
    return Pesan(
        teks,
        judul=f"Musdes {m.nomor}",
        tombol=(
            Tombol("Buat draf kertas", perintah(f"kertas {m.nomor}")),
            *(tombol_drp(m, desa) or (Tombol("Tindak lanjut", perintah("tindaklanjut")),)),
            *(tombol_kartu(m, desa) or (Tombol("Lihat / ubah", perintah(f"musdes {m.nomor}")),)),
        ),
    )
