"""What a closed musyawarah may have moved on a village's card: offered with one button, written by the person's tap."""

from __future__ import annotations

from data.desa import Desa
from data.musdes.musdes import Musdes
from handlers.dialog.pesan import Tombol
from handlers.dialog.tombol import perintah

PENDIRIAN = 4
"""The step of a BUM Desa that its founding musyawarah is; data/katalog/bumdes.toml."""


def tombol_kartu(m: Musdes, desa: Desa) -> tuple[Tombol, ...]:
    if not desa.lingkup.boleh_mendampingi(m.desa):
        return ()
    if m.jenis == "bumdes":
        b = desa.bumdes.ambil(m.desa)
        langkah = f"bumdes_langkah {m.desa} {PENDIRIAN} {m.nomor}"
        return (Tombol("Musdes pendirian", perintah(langkah)),) if b and b.langkah < PENDIRIAN else ()
    if m.jenis == "blt":
        return (Tombol("Catat penetapan", perintah(f"blt_tetap {m.desa} {m.nomor}")),)
    if m.jenis == "kdmp":
        k = desa.kdmp.ambil(m.desa)
        catat = f"kdmp_ubah {m.desa} musdesus {m.nomor}"
        return (Tombol("Catat di KDMP", perintah(catat)),) if k and k.musdesus != m.tanggal else ()
    if m.jenis == "kpmd":
        return (Tombol("Catat kadernya", perintah(f"kader_baru {m.desa}")),)
    return ()
