"""One village: every part of its screen in chat, with the details that only paper has room for there."""

from __future__ import annotations

from data.wilayah import DESA
from handlers.desa_ini.bagian import terisi
from handlers.desa_ini.layar import sebut_belum
from handlers.desa_ini.tentang import AWAS, Tentang
from handlers.kartu import sebut_tempat
from handlers.panel import bagian as b
from handlers.panel.tamu import AKAR, Tamu, ke

TERBACA = (("kegiatan", "Kegiatan"), ("musdes", "Musdes"), ("keputusan", "Keputusan"), ("masalah", "Masalah"))


def desa(t: Tamu, kode: str) -> b.Halaman | None:
    di = t.desa.wilayah.ambil(kode)
    if di is None or di.tingkat != DESA or not t.desa.lingkup.boleh_baca(kode):
        return None
    semua = terisi(Tentang(di, t.desa, t.hari_ini))
    isi: list[b.Bagian] = []
    tentang = Tentang(di, t.desa, t.hari_ini)
    for satu, teks in semua:
        if teks.teks:
            isi.append(b.Judul(satu.judul(tentang)))
            isi.append(b.Kalimat(teks.teks, "awas" if AWAS in teks.teks else ""))
            isi += [b.Kalimat("\n".join(teks.rinci), "redup")] if teks.rinci else []
    belum = sebut_belum(semua, isi_sendiri=False)
    isi += [b.Kalimat(belum, "redup")] if belum else []
    boleh = [s for s in TERBACA if s[0] != "masalah" or t.desa.profil.boleh_masalah(kode)]
    lihat = tuple(b.Tautan(label, ke("daftar", apa, desa=kode)) for apa, label in boleh)
    jalur = f"{sebut_tempat(di)}, {di.kecamatan}" if di.kecamatan else sebut_tempat(di)
    return b.Halaman(jalur, (b.Pilihan("Daftar desa ini", lihat), *isi), kini=AKAR)
