"""A month of Bu Sari's visits, with photos on disk."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

from data.desa import Desa
from data.kegiatan import FotoKegiatan
from data.media import Gudang, MediaQ
from data.pengaturan import Pengaturan
from tests.handlers.dialog.obrolan import KECAMATAN, Dunia, Obrolan
from tests.handlers.tim_dunia import ISI, catat

DESA4 = tuple(f"{KECAMATAN}.{n}" for n in ("2005", "2007", "2013", "2017"))
NOVEMBER = {"bulan": "2026-11"}


def gambar(n: int, sisi: int = 60) -> bytes:
    keluar = io.BytesIO()
    Image.new("RGB", (sisi, sisi * 3 // 4), (n * 37 % 256, n * 71 % 256, n // 7)).save(keluar, "JPEG")
    return keluar.getvalue()


@dataclass
class Bulan:
    """`kunjungan`: numbers of the entries, in the order they were made."""

    d: Dunia
    sari: Obrolan
    folder: Path
    kunjungan: list[str] = field(default_factory=list)
    n: int = 0

    @property
    def desa(self) -> Desa:
        return Desa(self.d.tx, self.sari.konteks.orang, "uji", self.d.kini, Pengaturan(media=self.folder))

    def foto(self, isi: bytes = b"") -> FotoKegiatan:
        self.n += 1
        isi = isi or gambar(self.n)
        sidik = Gudang(self.folder).simpan(isi)
        MediaQ(self.d.tx).daftarkan(sidik, "image/jpeg", len(isi), self.d.kini)
        return FotoKegiatan(sidik, self.d.kini)

    def kunjungi(self, hari: int, foto: int = 0, *isi: bytes, desa: str = DESA4[2], **lain: str | int | None) -> str:
        """A visit on that day of November; its number."""
        nomor = catat(self.sari, **{"tanggal": f"2026-11-{hari:02}", "desa": desa, **lain})
        k = self.sari.desa.kegiatan.ambil(nomor)
        assert k
        semua = [*(self.foto() for _ in range(foto)), *(self.foto(satu) for satu in isi)]
        self.sari.desa.kegiatan.ganti_foto(k, semua, "")
        self.kunjungan.append(nomor)
        return nomor


def penuh(b: Bulan) -> Bulan:
    """17 visits to 4 villages on 15 days, 28 photos, three visits without."""
    for n in range(17):
        b.kunjungi(
            min(n + 1, 15),
            0 if n in (4, 9, 13) else 2,
            desa=DESA4[n % 4],
            kegiatan=("AS11", "AS13", "PO04")[n % 3],
            peserta=34 if n == 0 else None,
            peserta_l=22 if n == 0 else None,
            peserta_p=12 if n == 0 else None,
            masalah="Berkas belum lengkap." if n == 2 else None,
            tindak_lanjut="Sekdes melengkapi berkas." if n in (2, 5) else None,
        )
    return b


assert ISI.cara == "desa"
