"""The card of one village's Koperasi Desa Merah Putih, beside that of its BUM Desa."""

from __future__ import annotations

from data.desa import Desa
from data.kdmp import Kdmp
from data.wilayah import Wilayah
from handlers.bumdes.bidang import KDMP, baris_bidang, dukungan
from handlers.bumdes.tempat import RIWAYAT, lainnya
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.susun import muat
from handlers.dialog.tombol import perintah
from handlers.kartu import sebut_tempat


def kartu_kdmp(di: Wilayah, desa: Desa, kepala: str = "") -> Pesan:
    k = desa.kdmp.ambil(di.kode) or Kdmp(di.kode)
    ada, belum = baris_bidang(KDMP, k)
    isi = "\n".join(ada) or "Belum ada yang tercatat tentang koperasi di sini."
    kurang = f"Belum ada: {', '.join(belum)}." if k.diubah and belum else ""
    teks = "\n\n".join(b for b in (kepala, "\n".join(b for b in (isi, kurang) if b), dukungan()) if b)
    ubah = (Tombol("Ubah isi", perintah(f"kdmp_ubah {di.kode}")),) if desa.kdmp.boleh(di.kode) else ()
    riwayat = (Tombol("Riwayat", perintah(f"kdmp {di.kode} {RIWAYAT}")),) if k.diubah else ()
    return Pesan(
        muat(teks),
        judul=f"KDMP, {sebut_tempat(di)}",
        tombol=(*ubah, Tombol("BUM Desa", perintah(f"bumdes {di.kode}")), *riwayat, *lainnya("kdmp", desa)),
    )
