"""What Telegram shows of us before anybody has written."""

from __future__ import annotations

DESKRIPSI = """\
Halo, saya Kawan Desa, teman mencatat kerja pendampingan desa.

Cukup catat sekali lewat obrolan: baris laporan harian, rekap, dan riwayatnya saya siapkan. Laporan yang biasa ditulis \
di grup boleh ditempel, foto dan lokasi boleh dikirim, dan catatan yang belum selesai saya simpan.

Saya tidak pernah meminta NIK, nomor KK, atau kata sandi. Tidak perlu menuliskannya di sini.

Ketuk Mulai, atau ketik /mulai."""
"""At most 512 characters: in the empty chat, above the button that starts it."""
DESKRIPSI_PENDEK = "Teman mencatat kerja desa: catat sekali, pakai berkali-kali. Tidak pernah meminta NIK. Ketik /mulai"
"""At most 120: on the profile, and under a link to it."""
