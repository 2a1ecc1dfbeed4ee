"""What is said in groups. Everybody there reads it, so it is short, and about nobody."""

from __future__ import annotations

PERINTAH = (
    ("kaitkan", "Kaitkan grup ini dengan kecamatannya"),
    ("lepas", "Berhenti dan keluar dari grup ini"),
    ("tanya", "Tanya aturan tentang desa"),
    ("bantuan", "Yang bisa saya bantu di grup"),
)
"""(command, what it does) of the platform's own menu in groups."""
YANG_BISA = "Yang bisa: PD, pendamping teknis, atau TAPM di wilayah ini yang penugasannya sudah disahkan."
SALAM = (
    "Halo semua, saya Kawan Desa. Supaya ringkasan mingguan kecamatan masuk ke grup ini, koordinatornya "
    "(PD atau TAPM) cukup mengetik /kaitkan di sini."
)
MASIH = "Halo lagi. Grup ini masih terkait dengan {di}; ringkasan mingguannya tetap saya kirim ke sini."
TERKAIT = (
    "Mulai sekarang grup ini terkait dengan {di}. Ringkasan mingguannya saya kirim ke sini; "
    "isi catatan dan data pribadi tidak pernah."
)
SEKARANG = "Grup ini terkait dengan {di}."
TOPIK = "Baik, ringkasan mingguan {di} sekarang saya kirim ke topik ini."
SUDAH = "Grup ini memang sudah terkait dengan {di}."
GRUP_LAIN = "{di} sudah terkait dengan grup “{judul}”. Mau dipindahkan ke sini?"
DIPINDAH = "Ringkasan mingguan {di} mulai sekarang saya kirim ke grup lain, atas permintaan koordinatornya."
KECAMATAN_LAIN = f"Grup ini terkait dengan {{di}}. Supaya bisa diganti, lepaskan dulu dengan /lepas. {YANG_BISA}"
PILIH = "Grup ini untuk kecamatan mana?"
SEBUT = "Grup ini untuk kecamatan mana? Sebut namanya di belakang perintah, contoh: /kaitkan {contoh}"
TAK_KETEMU = "“{isi}” belum saya temukan di wilayah tugas Anda. Tulis nama kecamatannya, contoh: /kaitkan {contoh}"
BUKAN_KAITKAN = f"Maaf, untuk mengaitkan grup saya perlu koordinatornya. {YANG_BISA} Tolong minta salah satunya, ya."
BUKAN_LEPAS = f"Maaf, untuk itu saya perlu koordinatornya. {YANG_BISA} Admin grup juga bisa mengeluarkan saya."
ANONIM = (
    "Saya tidak bisa melihat siapa yang mengirim. Kirim sebagai diri sendiri (matikan mode anonim), "
    "lalu ketik /{nama} lagi, ya."
)
PAMIT = "Baik, saya pamit dari grup ini. Kalau perlu lagi, undang saya dan ketik /kaitkan. Terima kasih."
PRIBADI = "Itu kita teruskan di obrolan pribadi, ya. Di grup semua orang ikut membacanya."
TANYA_APA = "Tulis pertanyaannya di belakang perintah, contoh: /tanya berapa tahun kades menjabat"
TANYA_PILIH = "Yang mana maksudnya? Jawabannya saya buka di obrolan pribadi."
TANYA_TIDAK = "Itu belum bisa saya jawab di sini. Kita lanjutkan di obrolan pribadi, ya."
TANYA_KASUS = "Kalau menyangkut orang tertentu, jangan sebut namanya di sini. Ceritakan di obrolan pribadi saja, ya."
TANYA_JEDA = "Banyak yang bertanya sekaligus. Semenit lagi saya jawab lagi di sini; di obrolan pribadi bisa sekarang."
BUKA_PRIBADI = "Buka obrolan pribadi"
BANTUAN = (
    "Di grup ini saya mengirim ringkasan mingguan kecamatan. Koordinatornya mengetik /kaitkan untuk memulai, "
    "/lepas untuk berhenti. Mencatat kegiatan dan melihat catatan: di obrolan pribadi.\n\n"
    "Ada pertanyaan tentang aturan desa? Sebut nama saya lalu tulis pertanyaannya, atau ketik /tanya."
)
BISU = (
    "Di grup “{judul}” saya sedang tidak diizinkan menulis, jadi ringkasan mingguan {di} belum bisa sampai ke sana. "
    "Admin grup itu yang bisa mengizinkannya lagi."
)
DI_GRUP = "Perintah itu dipakai di grup kecamatan: masukkan saya ke grupnya, lalu ketik /{nama} di sana."
