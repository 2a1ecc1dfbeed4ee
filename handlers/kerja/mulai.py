"""Asking for long work, and what is said at once."""

from __future__ import annotations

from data.desa import Desa
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.tombol import perintah
from handlers.kerja.pekerjaan import Bahan

BANYAK = 5
"""Works of one person that may wait or run: whoever taps often asks for the same again."""
LIHAT = Tombol("Sampai mana?", perintah("pekerjaan"))


def mulai(desa: Desa, jenis: str, bahan: Bahan, sebut: str) -> Pesan:
    """`jenis`: a name in handlers/kerja/tabel.py. `sebut`: what it is called to the person, 'Unduhan kegiatan
    November 2026'. Queued in the transaction of this turn."""
    antre = desa.kerja.berjalan()
    if len(antre) >= BANYAK and not any(k.jenis == jenis and k.bahan == dict(bahan) for k in antre):
        return Pesan(
            f"Ada {len(antre)} pekerjaan Anda yang belum selesai. Tunggu satu selesai dulu, atau batalkan yang tidak "
            "perlu, lalu minta lagi.",
            tombol=(LIHAT,),
        )
    _, baru = desa.kerja.antre(jenis, bahan, sebut)
    if not baru:
        return Pesan(f"{sebut} masih disiapkan. Hasilnya nanti saya kirim.", tombol=(LIHAT,))
    return Pesan(
        f"{sebut} sedang disiapkan. Hasilnya nanti saya kirim; Anda bisa mengerjakan yang lain dulu.", tombol=(LIHAT,)
    )
