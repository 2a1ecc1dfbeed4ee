"""Makes the Word templates that come along: `python -m handlers.kertas.tata_word` writes them again.

They are kept as files too, since that is what a kabupaten opens, changes and puts in place of ours.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from docx.document import Document as Berkas
from docx.shared import Pt

from handlers.kertas.tata_dasar import (
    RATA,
    TENGAH,
    bagian,
    baris,
    berdua,
    garis,
    halaman,
    isi_tabel,
    kepala,
    penutup,
    rincian,
    tabel,
    takik,
    tanda,
    tanpa_batas,
    teks,
    tinggi,
)

PANJANG = 700
"""Characters from which a decision is not kept whole with its particulars: the page before would be left empty."""


def templat(kertas: str) -> bytes:
    """The template of 'berita-acara', 'notulen' or 'daftar-hadir'."""
    d = halaman()
    KERTAS[kertas](d)
    keluar = io.BytesIO()
    d.save(keluar)
    return keluar.getvalue()


def _berita_acara(d: Berkas) -> None:
    kepala(d, "BERITA ACARA")
    baris(d, "NOMOR: {{ nomor_ba }}", rata=TENGAH).paragraph_format.space_after = Pt(10)
    baris(d, "{{ pembuka }}", rata=RATA)
    baris(d, "{{ kehadiran }}", rata=RATA)
    rincian(d, "Pimpinan musyawarah", "{{ pimpinan.nama }}, dari unsur {{ pimpinan.unsur }}")
    rincian(d, "Notulis", "{{ notulis.nama }}, dari unsur {{ notulis.unsur }}")
    d.add_paragraph("{%p for o in narasumber %}")
    rincian(d, "Narasumber {{ loop.index }}", "{{ o.nama }}, dari unsur {{ o.unsur }}")
    d.add_paragraph("{%p endfor %}")
    bagian(d, "Materi atau agenda yang dibahas")
    d.add_paragraph("{%p if not agenda %}")
    garis(d, 3)
    d.add_paragraph("{%p endif %}")
    d.add_paragraph("{%p for judul in agenda %}")
    takik(baris(d, "{{ loop.index }}.\t{{ judul }}"), 0, 0.75)
    d.add_paragraph("{%p endfor %}")
    d.add_paragraph("{%p if isian %}")
    bagian(d, "Keterangan")
    d.add_paragraph("{%p for s in isian %}")
    rincian(d, "{{ s.tanya }}", "{{ s.jawab }}", lebar=6)
    d.add_paragraph("{%p endfor %}")
    d.add_paragraph("{%p endif %}")
    _keputusan(d)
    _tindak_lanjut(d)
    _penanda(d)


def _keputusan(d: Berkas) -> None:
    bagian(d, "Musyawarah memutuskan")
    d.add_paragraph("{%p if not putusan %}")
    garis(d, 7)
    d.add_paragraph("{%p endif %}")
    d.add_paragraph("{%p for p in putusan %}")
    for syarat, lekat in ((f"{{%p if p.isi|length < {PANJANG} %}}", True), ("{%p else %}", False)):
        d.add_paragraph(syarat)
        isi = baris(d, "{{ p.no }}.\t{{ p.isi }}", rata=RATA, lekat=lekat)
        takik(isi, 0, 0.75).paragraph_format.space_before = Pt(6)
    d.add_paragraph("{%p endif %}")
    kecil: dict[str, Any] = {"mulai": 0.75, "lebar": 3.6, "ukuran": 10.5}
    rincian(d, "Cara memutuskan", "{{ p.cara }}", lekat=True, **kecil)
    rincian(d, "Penanggung jawab", "{{ p.pj }}", lekat=True, **kecil)
    rincian(d, "Tenggat", "{{ p.tenggat }}", **kecil)
    d.add_paragraph("{%p if p.anggaran %}")
    rincian(d, "Anggaran", "{{ p.anggaran }}", **kecil)
    d.add_paragraph("{%p endif %}")
    d.add_paragraph("{%p endfor %}")


def _tindak_lanjut(d: Berkas) -> None:
    d.add_paragraph("{%p if tindak_lanjut %}")
    bagian(d, "Tindak lanjut")
    lebar = (1, 2.2, 5.6, 3.6, 3.6)
    t = tabel(d, lebar, ("No", "Keputusan", "Tindak lanjut", "Penanggung jawab", "Tenggat"))
    sel = ("{{ t.no }}", "{{ t.putusan }}", "{{ t.isi }}", "{{ t.pj }}", "{{ t.tenggat }}")
    isi_tabel(t, lebar, "t in tindak_lanjut", sel, tengah=2)
    d.add_paragraph("{%p endif %}")


def _penanda(d: Berkas) -> None:
    """Few sign below each other in pairs, many in a table."""
    penutup(d, "Demikian berita acara ini dibuat untuk dipergunakan sebagaimana mestinya.")
    d.add_paragraph("{%p if penanda|length <= 6 %}")
    d.add_paragraph("{%p for b in penanda_sebaris %}")
    d.add_paragraph("{%p if b.semua|length == 2 %}")
    pertama = ("{{ b.semua[0].peran }}", "{{ b.semua[0].nama }}")
    berdua(d, pertama, ("{{ b.semua[1].peran }}", "{{ b.semua[1].nama }}"))
    d.add_paragraph("{%p else %}")
    tanda(d, *pertama)
    d.add_paragraph("{%p endif %}")
    d.add_paragraph("{%p endfor %}")
    d.add_paragraph("{%p else %}")
    lebar = (1, 5.5, 5.1, 4.4)
    t = tabel(d, lebar, ("No", "Jabatan/unsur", "Nama", "Tanda tangan"))
    isi_tabel(t, lebar, "p in penanda", ("{{ loop.index }}", "{{ p.peran }}", "{{ p.nama }}", "{{ loop.index }}."))
    tinggi(t, 1.1)
    d.add_paragraph("{%p endif %}")


def _notulen(d: Berkas) -> None:
    kepala(d, "NOTULEN")
    for label, isi in (
        ("Hari, tanggal", "{{ hari }}, {{ tanggal }}"),
        ("Waktu", "{{ pukul }}"),
        ("Tempat", "{{ tempat }}"),
        ("Dasar", "{{ dasar }}"),
        ("Pimpinan", "{{ pimpinan.nama }}, dari unsur {{ pimpinan.unsur }}"),
        ("Notulis", "{{ notulis.nama }}, dari unsur {{ notulis.unsur }}"),
    ):
        rincian(d, label, isi, lebar=3.6)
    d.add_paragraph("{%p for o in narasumber %}")
    rincian(d, "Narasumber {{ loop.index }}", "{{ o.nama }}, dari unsur {{ o.unsur }}", lebar=3.6)
    d.add_paragraph("{%p endfor %}")
    hadir = "{{ hadir }} orang ({{ hadir_l }} laki-laki, {{ hadir_p }} perempuan) dari {{ diundang }} yang diundang"
    rincian(d, "Hadir", hadir, lebar=3.6)
    d.add_paragraph("{%p if not bahasan %}")
    bagian(d, "Jalannya musyawarah")
    garis(d, 14)
    d.add_paragraph("{%p endif %}")
    d.add_paragraph("{%p for b in bahasan %}")
    bagian(d, "{{ b.no }}. {{ b.judul }}")
    d.add_paragraph("{%p if not b.catatan and not b.putusan %}")
    garis(d, 4)
    d.add_paragraph("{%p endif %}")
    d.add_paragraph("{%p for c in b.catatan %}")
    takik(baris(d, "{{ c.jam }}\t{{ c.teks }}", rata=RATA), 0, 1.5)
    d.add_paragraph("{%p endfor %}")
    d.add_paragraph("{%p if b.putusan %}")
    baris(d, "Keputusan", miring=True, lekat=True)
    d.add_paragraph("{%p endif %}")
    d.add_paragraph("{%p for p in b.putusan %}")
    takik(baris(d, "{{ p.no }}.\t{{ p.isi }}", rata=RATA, lekat=True), 0, 1.5)
    takik(baris(d, "\tCara memutuskan: {{ p.cara }}", ukuran=10), 0, 1.5)
    d.add_paragraph("{%p endfor %}")
    d.add_paragraph("{%p endfor %}")
    penutup(d, "Demikian notulen ini dibuat.")
    berdua(d, ("Pimpinan musyawarah", "{{ pimpinan.nama }}"), ("Notulis", "{{ notulis.nama }}"))


def _daftar_hadir(d: Berkas) -> None:
    kepala(d, "DAFTAR HADIR")
    for label, isi in (
        ("Hari, tanggal", "{{ hari }}, {{ tanggal }}"),
        ("Waktu", "{{ pukul }}"),
        ("Tempat", "{{ tempat }}"),
    ):
        rincian(d, label, isi, lebar=3)
    baris(d, "", ukuran=4).paragraph_format.space_after = Pt(0)
    lebar = (1, 4.2, 1, 2.95, 2.95, 1.95, 1.95)
    t = tabel(d, lebar, ("No", "Nama", "L/P", "Unsur/jabatan", "Alamat/dusun", "", ""))
    isi_tabel(t, lebar, "p in peserta", ("{{ p.no }}", "", "", "", "", "{{ p.kiri }}", "{{ p.kanan }}"))
    tinggi(t, 0.82)
    for row in t.rows[1:]:
        tanpa_batas(row.cells[5], "right")
        tanpa_batas(row.cells[6], "left")
    judul = t.rows[0].cells[5].merge(t.rows[0].cells[6])
    judul._tc.remove(judul.paragraphs[-1]._p)
    teks(judul.paragraphs[0], "Tanda tangan", rata=TENGAH, tebal=True, ukuran=10.5)
    jumlah = "Jumlah yang hadir: {{ hadir }} orang, laki-laki {{ hadir_l }}, perempuan {{ hadir_p }}."
    baris(d, jumlah, lekat=True).paragraph_format.space_before = Pt(10)
    berdua(d, ("Pimpinan musyawarah", "{{ pimpinan.nama }}"))


KERTAS: dict[str, Callable[[Berkas], None]] = {
    "berita-acara": _berita_acara,
    "notulen": _notulen,
    "daftar-hadir": _daftar_hadir,
}


def tulis(folder: Path) -> None:
    for nama in KERTAS:
        (folder / f"{nama}.docx").write_bytes(templat(nama))


if __name__ == "__main__":  # pragma: no cover -- by hand, after a change here; a test holds the files to it
    tulis(Path(__file__).with_name("templat"))
