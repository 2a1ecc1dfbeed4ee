"""The words that always work, and the sentences the engine itself says."""

from __future__ import annotations

from handlers.dialog.baca.normal import rapikan

BATAL, KEMBALI, LEWATI, BANTUAN, MENU = "batal", "kembali", "lewati", "bantuan", "menu"

UMUM = {
    "batal": BATAL, "batalkan": BATAL, "cancel": BATAL, "stop": BATAL,
    "kembali": KEMBALI, "mundur": KEMBALI, "back": KEMBALI, "sebelumnya": KEMBALI,
    "lewati": LEWATI, "lewat": LEWATI, "skip": LEWATI, "lewatkan": LEWATI,
    "bantuan": BANTUAN, "help": BANTUAN, "tolong": BANTUAN, "?": BANTUAN,
    "menu": MENU,
}  # fmt: skip


def kata_umum(teks: str) -> str:
    """The universal word that the whole text is, with or without a slash; else ''."""
    if len(teks) > 40:
        return ""
    return UMUM.get(rapikan(teks).lower().strip(" /.!"), "")


def urung(teks: str) -> bool:
    """Whether it takes back that something was called off."""
    return len(teks) <= 40 and rapikan(teks).lower().strip(" /.!") in ("urungkan", "tidak jadi batal", "undo")


TAK_PAHAM_LAIN = "Maaf, saya belum bisa membaca {lain}. Tolong tuliskan atau pilih tombolnya, ya."
TAK_PAHAM = "Maaf, saya belum menangkap maksudnya."
TAK_PAHAM_PANJANG = f"{TAK_PAHAM} Kalau ini laporan kegiatan, kirim lagi dengan kata catat di depannya, ya."
TAK_ADA = "Perintah /{nama} belum ada. Ketik menu untuk melihat yang bisa dibantu."
PERINTAH_LAIN = "Perintah /{nama} itu untuk bot lain. Ketik menu untuk melihat yang bisa saya bantu."
PERTAMA = "Ini pertanyaan pertama. Ketik batal kalau ingin berhenti."
WAJIB = "Bagian ini perlu diisi dulu, ya."
RINGKASAN_BERGANTI = "Isinya sudah berganti sejak ringkasan itu. Ini yang terbaru."
SUDAH = "Sudah tercatat: {isi}."
DIGANTI = "Diganti: {label} → {isi}."
BEKAS_LAIN = "Jawaban yang itu sudah berganti. Pilih atau tulis lagi, ya."
DAHULU = "Sebelum itu, ada yang perlu dijawab lagi."
DITITIPKAN = f"“{{isi}}” saya simpan dulu. {DAHULU}"
DIKOSONGKAN = "Baik, bagian itu dikosongkan."
HANYA_TULISAN = "Maaf, saya belum bisa membaca {lain}; tulisannya saya baca."
TAK_PERLU = "Kirimannya sampai, tetapi di sini belum diperlukan."
TAK_TERBACA = "“{isi}” belum bisa saya baca, jadi saya tanyakan satu per satu."
TERUSKAN = "Baik, kita teruskan."
HILANG = "Maaf, isian yang tadi sudah tidak bisa dilanjutkan."
DRAF = "Draf disimpan 7 hari."
YANG_SATUNYA = "Isian yang satunya disimpan sebagai draf."
DIBATALKAN = "Dibatalkan. Tidak ada yang disimpan."
BERAKHIR = {
    "selesai": "Yang itu sudah selesai. {hasil}",
    "batal": "Yang itu sudah dibatalkan; tidak ada yang disimpan.",
    "kedaluwarsa": "Draf itu sudah lewat masa simpannya.",
}
"""What a late tap is told, by how its conversation ended."""
SUNTING_LEPAS = "Bagian itu sedang tidak dipakai di isian ini, jadi jawaban Anda tidak berubah."
SUNTING_TETAP = "Jawaban semula tetap dipakai."
SUNTING_PERINTAH = "“{isi}” tidak saya jadikan jawaban. Kalau itu perintah, kirim sebagai pesan baru, ya."
SUNTING_AWAL = (
    "Perubahan pada pesan pertama tidak saya ambil, supaya jawaban yang sudah masuk tidak hilang. "
    "Mengubahnya lewat tombol Ubah di ringkasan, ya."
)
SUNTING_ULANG = "Pesannya berubah, jadi saya baca lagi dari awal."
SUNTING_TERSIMPAN = "Pesan itu sudah tersimpan di #{nomor}; yang diubah di chat tidak mengubah catatannya."
SUNTING_BERAKHIR = {
    "selesai": "Yang itu sudah selesai, jadi yang diubah di chat tidak mengubahnya. {hasil}",
    "ditunda": "Isian itu sedang disimpan sebagai draf. Lanjutkan dulu, lalu ubah lewat tombol Ubah di ringkasan.",
    "batal": "Isian itu sudah dibatalkan, jadi perubahannya tidak dipakai.",
    "kedaluwarsa": "Draf itu sudah lewat masa simpannya, jadi perubahannya tidak dipakai.",
}
"""What an edit is told when its conversation is not the open one."""
TOMBOL_USANG = "Tombol itu dari percakapan yang sudah lewat."
TOMBOL_LAIN = "Tombol itu bukan untuk pertanyaan ini. Jawaban Anda tidak berubah."
GANGGUAN = (
    "Maaf, ada gangguan di sisi kami dan pesan terakhir belum bisa diolah. "
    "Pesannya sudah tersimpan dan sedang kami periksa. Draf Anda aman."
)
BUKAN_PENDAMPING = "“{help}” dipakai oleh pendamping desa. Kalau Anda pendamping, ketik /daftar dulu, ya."
BUKAN_TUGAS = "“{help}” belum termasuk tugas Anda. Ketik menu untuk melihat yang bisa dipakai."
