"""The last words to who has been erased, and what the level above is told: that a place is without a pendamping."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.bergabung.sebut_tugas import sebut_tugas
from handlers.dialog.pesan import Pesan

PAMIT = Pesan(
    "Data Anda di Kawan Desa sudah dihapus, seperti yang Anda minta. Terima kasih sudah menemani desa. "
    "Kalau suatu hari kembali, sapa saja saya di sini."
)


def kabar_pergi(tugas: Sequence[tuple[str, str]]) -> Pesan:
    """`tugas`: (role, place) that have ended. No name: it has been erased."""
    butir = [
        f"• {sebut_tugas(peran, [kode for satu, kode in tugas if satu == peran])}"
        for peran in dict.fromkeys(peran for peran, _ in tugas)
    ]
    daftar = "\n".join(butir)
    return Pesan(f"Seorang rekan di bawah Anda menghapus datanya, jadi tugas ini sekarang kosong:\n{daftar}")
