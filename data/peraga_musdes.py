"""Two closed musyawarah of the demo's world, marked as samples: invented people and amounts."""

from __future__ import annotations

from datetime import date, timedelta

from data.desa import Desa
from data.keputusan import BERJALAN, SELESAI, IsiKeputusan
from data.musdes.musdes import Mulai, Musdes, Narasumber

UNSUR = ("pemdes", "bpd", "tomas", "perempuan", "dusun")


def isi_musdes(desa: Desa, hari: date, sukamaju: str, sukamanah: str) -> None:
    """Five weeks ago and two: decisions past their day, under way and done, so that every list has something in it."""
    rkp = _tutup(
        desa,
        Mulai("rkp", (sukamaju,), _hari(hari, -35), "19:30", "22:05", "Balai desa"),
        {"diundang": 45, "hadir_l": 21, "hadir_p": 17, "pimpinan": "Ujang", "pimpinan_unsur": "bpd"},
        ("Evaluasi RKP tahun berjalan", "Pokok pikiran BPD", "Tim penyusun"),
        (
            IsiKeputusan("Rabat beton RT 03 sepanjang 200 m", "mufakat", pj="Kaur Perencanaan",
                         tenggat=_hari(hari, -5), anggaran=45_000_000, sumber_dana="DD"),
            IsiKeputusan("Tim penyusun tujuh orang, tiga perempuan", "mufakat", pj="Sekdes", tenggat=_hari(hari, -20)),
            IsiKeputusan("Posyandu Mawar direhab", "terbuka", 26, 9, 3, pj="Kasi Kesra", tenggat=_hari(hari, 60)),
        ),
    )  # fmt: skip
    desa.musdes.ganti_narasumber(rkp, [Narasumber("Dadan", "Kecamatan")])
    _, tim, posyandu = desa.keputusan.dari_musdes(rkp.id)
    desa.keputusan.tandai(tim, SELESAI, "SK tim sudah terbit.")
    desa.keputusan.tandai(posyandu, BERJALAN)
    _tutup(
        desa,
        Mulai("blt", (sukamanah,), _hari(hari, -14), "13:00", "15:30", "Kantor desa"),
        {"hadir_l": 18, "hadir_p": 13, "pimpinan": "Dayat", "pimpinan_unsur": "bpd", "isian": {"kpm_blt": 40}},
        ("Laporan verifikasi", "Penetapan KPM BLT"),
        (
            IsiKeputusan("KPM BLT tahun depan 40 keluarga", "mufakat"),
            IsiKeputusan("Daftar ditempel di balai desa", "mufakat", pj="Kasi Kesra", tenggat=_hari(hari, 7)),
        ),
    )


def _tutup(
    desa: Desa, mulai: Mulai, isi: dict[str, object], agenda: tuple[str, ...], putusan: tuple[IsiKeputusan, ...]
) -> Musdes:
    m = desa.musdes.ambil(desa.musdes.mulai(mulai, contoh=True))
    assert m is not None
    m = desa.musdes.ubah(m, {**isi, "unsur": UNSUR, "notulis": "Rosi", "notulis_unsur": "pemdes"})
    for judul in agenda:
        desa.musdes.tambah_agenda(m, judul)
    desa.musdes.tambah_catatan(m, "Dibuka Ketua BPD; tata tertib dibacakan.")
    for satu in putusan:
        desa.keputusan.tambah(m.id, satu)
    desa.musdes.selesai(m)
    return m


def _hari(hari: date, geser: int) -> str:
    return (hari + timedelta(days=geser)).isoformat()
