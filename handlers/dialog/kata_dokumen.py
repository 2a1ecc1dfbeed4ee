"""What is said of a document that was not taken, or that has no use here."""

from __future__ import annotations

from data.dokumen_jenis import BESAR, GAGAL, JENIS, KOSONG, KUNCI, LAMA, MAKRO, SEBUTAN
from handlers.dialog.masukan import Dokumen

BISA = " atau ".join(SEBUTAN.values())
HILANG = "Dokumen yang tadi sudah dibersihkan: yang tidak disimpan hanya ditahan sehari. Tolong kirim lagi, ya."
DITAHAN = "“{nama}” saya tahan sampai besok. Sesudah isian ini bisa dipakai untuk: {help}."
DITERIMA = "“{nama}” saya terima."
PAKAI = "Pakai dokumen tadi"
TAK_DIPAKAI = "“{nama}” ({jenis}) sampai, tetapi belum ada yang memerlukannya, jadi tidak saya simpan."
BERGUNA = "Yang bisa dikirim: {guna}."
SEBAB = {
    BESAR: "“{nama}” terlalu besar untuk saya terima. Coba perkecil dulu atau bagi menjadi beberapa berkas, "
    "lalu kirim lagi.",
    JENIS: "“{nama}” belum bisa saya baca. Yang bisa: {jenis}.",
    KOSONG: "“{nama}” sampai tanpa isi. Coba buka dulu di ponsel, lalu kirim lagi.",
    KUNCI: "“{nama}” terkunci kata sandi. Simpan salinannya tanpa kata sandi, lalu kirim lagi.",
    MAKRO: "“{nama}” memuat makro, jadi tidak saya buka. Simpan sebagai Word biasa (.docx), lalu kirim lagi.",
    LAMA: "“{nama}” berformat Office lama. Di Word pilih Simpan sebagai .docx, lalu kirim lagi.",
    GAGAL: "“{nama}” belum berhasil diunduh. Tolong kirim lagi, ya.",
}


def tolakan(dokumen: Dokumen, jenis: str = BISA) -> str:
    """Why it was not taken, and what would be."""
    return SEBAB.get(dokumen.tolak, SEBAB[GAGAL]).format(nama=dokumen.nama or "Dokumen itu", jenis=jenis)
