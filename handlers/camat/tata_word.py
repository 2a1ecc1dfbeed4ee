"""Makes the Word template that comes along: `python -m handlers.camat.tata_word` writes it again."""

from __future__ import annotations

import io
from pathlib import Path

from docx.document import Document as Berkas
from docx.enum.text import WD_BREAK
from docx.shared import Cm, Pt

from handlers.kertas.tata_dasar import (
    LEBAR,
    RATA,
    TENGAH,
    bagian,
    baris,
    halaman,
    isi_tabel,
    kop,
    rincian,
    tabel,
    takik,
)

NAMA = "laporan-camat"
ANGKA = ("{{ p.no }}", "{{ p.nama }}", "{{ p.catatan }}", "{{ p.desa }}", "{{ p.laki }}", "{{ p.perempuan }}")
LEBAR_ANGKA = (1, 6.6, 2, 1.6, 1.4, 1.4, 2)


def templat() -> bytes:
    d = halaman()
    _kepala(d)
    for satu in (_pendahuluan, _data, _kegiatan, _hasil, _masalah, _rencana, _penutup, _lampiran):
        satu(d)
    keluar = io.BytesIO()
    d.save(keluar)
    return keluar.getvalue()


def _kepala(d: Berkas) -> None:
    kop(d)
    baris(d, "{{ judul }}", rata=TENGAH, tebal=True, ukuran=13).paragraph_format.space_after = Pt(0)
    baris(d, "BULAN {{ bulan|upper }}", rata=TENGAH, tebal=True)
    rincian(d, "Nomor", "{{ surat }}", lebar=2)
    rincian(d, "Tanggal", "{{ tanggal }}", lebar=2)


def _alinea(d: Berkas, bidang: str) -> None:
    d.add_paragraph(f"{{%p for a in {bidang} %}}")
    baris(d, "{{ a }}", rata=RATA)
    d.add_paragraph("{%p endfor %}")


def _bila(d: Berkas, bidang: str) -> None:
    d.add_paragraph(f"{{%p if {bidang} %}}")


def _selesai(d: Berkas) -> None:
    d.add_paragraph("{%p endif %}")


def _kalimat(d: Berkas, bidang: str) -> None:
    _bila(d, bidang)
    baris(d, f"{{{{ {bidang} }}}}", rata=RATA)
    _selesai(d)


def _pendahuluan(d: Berkas) -> None:
    bagian(d, "1. Pendahuluan dan dasar")
    _alinea(d, "baku_pendahuluan")
    _alinea(d, "ketik_pendahuluan")
    baris(d, "Dasar", miring=True, lekat=True)
    d.add_paragraph("{%p for satu in dasar %}")
    takik(baris(d, "{{ loop.index }}.\t{{ satu }}"), 0, 0.75)
    d.add_paragraph("{%p endfor %}")


def _data(d: Berkas) -> None:
    bagian(d, "2. Data pendamping dan desa")
    _kalimat(d, "data")
    _bila(d, "pendamping")
    lebar = (1, 4.6, 4.4, 6)
    t = tabel(d, lebar, ("No", "Nama", "Peran", "Wilayah tugas"))
    isi_tabel(t, lebar, "p in pendamping", ("{{ p.no }}", "{{ p.nama }}", "{{ p.peran }}", "{{ p.desa }}"))
    _selesai(d)
    _bila(d, "daftar_desa")
    baris(d, "Wilayahnya: {{ daftar_desa }}.", rata=RATA)
    _selesai(d)
    _alinea(d, "ketik_data")


def _kegiatan(d: Berkas) -> None:
    bagian(d, "3. Kegiatan menurut empat pilar")
    _kalimat(d, "kegiatan")
    for daftar, nama in (("pilar", "Pilar"), ("jenis", "Jenis kegiatan")):
        _bila(d, daftar)
        t = tabel(d, LEBAR_ANGKA, ("No", nama, "Kegiatan", "Desa", "L", "P", "Tidak dirinci"))
        isi_tabel(t, LEBAR_ANGKA, f"p in {daftar}", (*ANGKA, "{{ p.tak_dirinci }}"))
        baris(d, "", ukuran=4)
        _selesai(d)
    _alinea(d, "ketik_kegiatan")


def _hasil(d: Berkas) -> None:
    bagian(d, "4. Hasil per desa")
    d.add_paragraph("{%p for s in desa %}")
    baris(d, "{{ s.no }}. {{ s.nama }}", tebal=True, lekat=True)
    d.add_paragraph("{%p for b in s.baris %}")
    takik(baris(d, "{{ b }}", rata=RATA), 0.6, 0.6)
    d.add_paragraph("{%p endfor %}")
    d.add_paragraph("{%p endfor %}")
    _bila(d, "antardesa")
    baris(d, "Musyawarah antardesa", miring=True, lekat=True)
    _alinea(d, "antardesa")
    _selesai(d)
    _alinea(d, "ketik_hasil")


def _masalah(d: Berkas) -> None:
    bagian(d, "5. Masalah dan upaya")
    _kalimat(d, "ringkas_masalah")
    _bila(d, "masalah")
    lebar = (0.9, 2.4, 2.4, 4.7, 3.8, 1.8)
    t = tabel(d, lebar, ("No", "Tanggal", "Desa", "Masalah", "Upaya", "Keadaan"))
    sel = ("{{ m.no }}", "{{ m.tanggal }}", "{{ m.desa }}", "{{ m.isi }}", "{{ m.upaya }}", "{{ m.keadaan }}")
    isi_tabel(t, lebar, "m in masalah", sel)
    _selesai(d)
    _alinea(d, "ketik_masalah")


def _rencana(d: Berkas) -> None:
    bagian(d, "6. Rencana bulan {{ bulan_depan }}")
    _kalimat(d, "ringkas_rencana")
    _bila(d, "rencana")
    lebar: tuple[float, ...] = (1, 8, 3.6, 3.4)
    t = tabel(d, lebar, ("No", "Kegiatan", "Desa", "Waktu"))
    isi_tabel(t, lebar, "r in rencana", ("{{ r.no }}", "{{ r.kegiatan }}", "{{ r.desa }}", "{{ r.minggu }}"))
    _selesai(d)
    _bila(d, "tenggat")
    baris(d, "Yang jatuh tempo", miring=True, lekat=True)
    lebar = (1, 2.8, 6.4, 2.8, 3)
    t = tabel(d, lebar, ("No", "Tanggal", "Keputusan atau tenggat", "Desa", "Penanggung jawab"))
    sel = ("{{ t.no }}", "{{ t.tanggal }}", "{{ t.isi }}", "{{ t.desa }}", "{{ t.pj }}")
    isi_tabel(t, lebar, "t in tenggat", sel)
    _selesai(d)
    _alinea(d, "ketik_rencana")


def _penutup(d: Berkas) -> None:
    bagian(d, "7. Penutup")
    _alinea(d, "baku_penutup")
    _alinea(d, "ketik_penutup")
    for isi, jarak in (
        ("{{ nama_tempat }}, {% if draf %}................................{% else %}{{ tanggal }}{% endif %}", 0),
        ("{{ penanda }}", 54),
        ("(................................)", 8),
    ):
        p = baris(d, isi, rata=TENGAH, lekat=jarak != 8)
        p.paragraph_format.left_indent = Cm(LEBAR / 2)
        p.paragraph_format.space_after = Pt(jarak)


def _lampiran(d: Berkas) -> None:
    d.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    baris(d, "LAMPIRAN LAPORAN BULAN {{ bulan|upper }}", rata=TENGAH, tebal=True, lekat=True)
    baris(d, "Rekap per desa", miring=True, lekat=True)
    lebar: tuple[float, ...] = (1, 4.4, 1.9, 2.1, 1.3, 1.3, 1.8, 2.2)
    t = tabel(d, lebar, ("No", "Desa", "Kegiatan", "Kunjungan", "L", "P", "Musdes", "Keputusan"))
    kolom: tuple[str, ...] = ("no", "nama", "catatan", "kunjungan", "laki", "perempuan", "musdes", "putusan")
    isi_tabel(t, lebar, "k in rekap_desa", tuple(f"{{{{ k.{satu} }}}}" for satu in kolom))
    baris(d, "Rekap per pendamping", miring=True, lekat=True).paragraph_format.space_before = Pt(10)
    lebar = (1, 4.1, 3.4, 1.9, 2.1, 1.3, 2.2)
    t = tabel(d, lebar, ("No", "Nama", "Peran", "Kegiatan", "Kunjungan", "Hari", "Lama"))
    kolom = ("no", "nama", "peran", "catatan", "kunjungan", "hari", "jam")
    isi_tabel(t, lebar, "o in rekap_orang", tuple(f"{{{{ o.{satu} }}}}" for satu in kolom))


def tulis(folder: Path) -> None:
    (folder / f"{NAMA}.docx").write_bytes(templat())


if __name__ == "__main__":  # pragma: no cover -- by hand, after a change here; a test holds the file to it
    tulis(Path(__file__).with_name("templat"))
