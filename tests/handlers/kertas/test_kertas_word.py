"""The papers in Word: ours, a kabupaten's own, and those that somebody made to do harm."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Berkas
from docx.opc.constants import RELATIONSHIP_TYPE

from data.musdes.risalah import Risalah
from handlers.kertas import bahasa_templat
from handlers.kertas.bahasa_templat import semua_jalur
from handlers.kertas.bersih import bersih_teks
from handlers.kertas.naskah import naskah
from handlers.kertas.periksa import NAMA, contoh, daftar_bidang
from handlers.kertas.tata_word import templat, tulis
from handlers.kertas.word import TemplatSalah, bawaan, isi_templat
from tests.handlers.kertas.contoh import BIASA, JAHAT, KOSONG, banyak, jahat

RISALAH = {"biasa": BIASA, "kosong": KOSONG, "banyak": banyak(200)}


def buat(kertas: str, risalah: Risalah) -> bytes:
    return isi_templat(bawaan(kertas), naskah(risalah))[0]


def teks(isi: bytes) -> str:
    d = Document(io.BytesIO(isi))
    badan = [p.text for p in d.element.body.iter() if hasattr(p, "text") and p.tag.endswith("}t") and p.text]
    kepala = [p.text for s in d.sections for bagian in (s.header, s.footer) for p in bagian.paragraphs]
    return "\n".join([*kepala, *badan])


def sendiri(*baris: str, draf: bool = True, ubah: Callable[[Berkas], None] | None = None) -> bytes:
    """A template of a kabupaten's own."""
    d = Document()
    if draf:
        d.add_paragraph("{{ draf }}")
    for satu in baris:
        d.add_paragraph(satu)
    if ubah:
        ubah(d)
    keluar = io.BytesIO()
    d.save(keluar)
    return keluar.getvalue()


def salah(templat_: bytes) -> list[str]:
    with pytest.raises(TemplatSalah) as galat:
        isi_templat(templat_, naskah(BIASA))
    return galat.value.salah


@pytest.mark.parametrize("kertas", NAMA)
@pytest.mark.parametrize("contoh_", RISALAH)
def test_all_is_there_on_a_draft_with_its_number(kertas: str, contoh_: str) -> None:
    r = RISALAH[contoh_]
    isi = teks(buat(kertas, r))
    assert "DRAF, untuk diperiksa dan ditandatangani" in isi
    assert f"{r.nomor}, versi {r.versi}" in isi
    assert not any(tanda in isi for tanda in ("{{", "{%", "None"))
    if kertas == "berita-acara":
        for p in naskah(r).putusan:
            assert p.isi in isi
        for satu in naskah(r).penanda:
            assert satu.nama in isi


def test_pages_are_counted_by_word_itself() -> None:
    kaki = Document(io.BytesIO(bawaan("notulen"))).sections[0].footer._element.xml
    assert [k for k in ("PAGE", "NUMPAGES") if f'w:instr="{k}"' in kaki] == ["PAGE", "NUMPAGES"]


def test_the_attendance_list_has_a_row_for_each() -> None:
    d = Document(io.BytesIO(buat("daftar-hadir", BIASA)))
    baris = [[sel.text for sel in row.cells] for row in d.tables[0].rows]
    assert len(baris) == 1 + 45
    assert (baris[1][0], baris[1][5:], baris[2][5:]) == ("1", ["1", ""], ["", "2"])


@pytest.mark.parametrize("kertas", NAMA)
@pytest.mark.parametrize("kata", JAHAT)
def test_what_people_typed_is_never_markup(kertas: str, kata: str) -> None:
    isi = teks(buat(kertas, jahat(kata)))
    for potong in bersih_teks(kata).split("\n"):
        assert potong in isi
    assert "49" not in isi


@pytest.mark.parametrize("kertas", NAMA)
def test_made_within_a_second(kertas: str) -> None:
    buat(kertas, KOSONG)
    mulai = time.process_time()
    buat(kertas, BIASA)
    assert time.process_time() - mulai < 1


@pytest.mark.parametrize("kertas", NAMA)
def test_the_files_that_come_along_are_what_the_script_makes(kertas: str, tmp_path: Path) -> None:
    """`python -m handlers.kertas.tata_word` after a change there."""
    tulis(tmp_path)
    satu, dua = (
        zipfile.ZipFile(io.BytesIO(isi)) for isi in (bawaan(kertas), (tmp_path / f"{kertas}.docx").read_bytes())
    )
    assert {n: satu.read(n) for n in satu.namelist()} == {n: dua.read(n) for n in dua.namelist()}
    assert templat(kertas)


# -- a kabupaten's own ------------------------------------------------------------------------------------------------


def test_an_own_template_is_filled() -> None:
    baris = (
        "{{ pimpinan.nama|upper }} {{ pimpinan['unsur'] }} {{ penanda[0].nama }} {{ penanda|first|default('x') }}",
        "{%p for b in bahasan %}",
        "{{ loop.index }}/{{ loop.length }} {{ b.judul ~ '!' }}",
        "{%p for p in b.putusan %}",
        "{{ p.isi if p.no > 1 and not p.anggaran else '-' }}",
        "{%p else %}",
        "tanpa keputusan",
        "{%p endfor %}",
        "{%p endfor %}",
        "{%p if hadir in ('45', '46') and nomor is defined %}",
        "empat puluh lima",
        "{%p endif %}",
    )
    isi, dipakai = isi_templat(sendiri(*baris), naskah(BIASA))
    kata = teks(isi)
    assert "CONTOH PIMPINAN BPD Contoh Pimpinan" in kata
    assert "4/4 Lain-lain!" in kata
    assert "tanpa keputusan" in kata
    assert "empat puluh lima" in kata
    assert {"bahasan.putusan.isi", "pimpinan.nama", "hadir"} <= dipakai


def test_every_field_that_is_listed_can_be_used() -> None:
    daftar = daftar_bidang()
    for jalur in semua_jalur():
        assert jalur.rpartition(".")[2] in daftar
    atas = [j for j in semua_jalur() if "." not in j]
    isi, dipakai = isi_templat(sendiri(*(f"{{{{ {j} }}}}" for j in atas)), naskah(contoh()))
    assert set(atas) == dipakai
    assert teks(isi)


@pytest.mark.parametrize(
    ("baris", "sebab"),
    [
        ("{{ pimpnan.nama }}", "uses pimpnan, which is no field"),
        ("{{ pimpinan.umur }}", "uses pimpinan.umur, which is no field"),
        ("{{ pimpinan['umur'] }}", "uses pimpinan.umur, which is no field"),
        ("{{ loop.index }}", "uses loop, which is no field"),
        ("{% for x in peserta %}{{ loop.changed }}{% endfor %}", "uses loop.changed, which is no field"),
        ("{{ nomor.__class__.__mro__ }}", "uses nomor.__class__, which is no field"),
        ("{{ ''.join(kop) }}", "uses call, which templates here may not"),
        ("{{ cycler.__init__.__globals__ }}", "uses cycler, which is no field"),
        ("{{ 7 * 7 }}", "uses mul, which templates here may not"),
        ("{{ 'a' * 999999999 }}", "uses mul, which templates here may not"),
        ("{{ penanda[nomor] }}", "uses getitem, which templates here may not"),
        ("{% set a = nomor %}{{ a }}", "uses assign, which templates here may not"),
        ("{% macro m() %}{% endmacro %}", "uses macro, which templates here may not"),
        ("{% include '/etc/passwd' %}", "uses include, which templates here may not"),
        ("{{ nomor|safe }}", "uses the filter safe; known here: upper, lower"),
        ("{{ nomor|xmlattr }}", "uses the filter xmlattr; known here"),
        ("{% for x in nomor %}{% endfor %}", 'has a loop that is not of the form "for x in LIST"'),
        ("{% for a, b in putusan %}{% endfor %}", 'has a loop that is not of the form "for x in LIST"'),
        ("{% for a in range(9) %}{% endfor %}", 'has a loop that is not of the form "for x in LIST"'),
        ("{% for a in peserta %}{% for b in peserta %}{% endfor %}{% endfor %}", "loops over peserta inside another"),
        ("{% for a in (putusan|first) %}{% endfor %}", 'has a loop that is not of the form "for x in LIST"'),
        ("{{ putusan[0][0] }}", ""),
        ("{% if %}", "cannot be filled: Expected an expression"),
        ("{{ nomor", "cannot be filled"),
    ],
)
def test_a_template_says_little_and_nothing_runs(baris: str, sebab: str) -> None:
    if sebab:
        assert any(s.startswith(sebab) for s in salah(sendiri(baris))), salah(sendiri(baris))
    else:
        isi_templat(sendiri(baris), naskah(BIASA))


def test_the_same_mistake_is_told_once() -> None:
    assert salah(sendiri("{{ nomer }} {{ nomer }}")) == ["uses nomer, which is no field"]


def test_one_that_hides_that_it_is_a_draft_is_not_used() -> None:
    assert salah(sendiri("{{ nomor }}", draf=False))[0].startswith("never says {{ draf }}")


def test_one_that_writes_without_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bahasa_templat, "TERPANJANG", 5000)
    assert any("more than a paper can hold" in s for s in salah(sendiri(*["{{ pembuka }}"] * 50)))


def _zip(**isi: bytes) -> bytes:
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as z:
        for nama, satu in isi.items():
            z.writestr(nama, satu)
    return keluar.getvalue()


def _gambar_luar(d: Berkas) -> None:
    d.part.relate_to("https://contoh.id/x.png", RELATIONSHIP_TYPE.IMAGE, is_external=True)


def _tautan(d: Berkas) -> None:
    d.part.relate_to("https://contoh.id", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)


@pytest.mark.parametrize(
    ("isi", "sebab"),
    [
        (b"", "is no Word file (.docx)"),
        (b"halo", "is no Word file (.docx)"),
        (b"PK\x03\x04rusak", "is no Word file (.docx)"),
        (_zip(**{"xl/workbook.xml": b"<x/>"}), "is no Word file (.docx)"),
        (_zip(**{"word/document.xml": b"<x/>", "word/vbaProject.bin": b""}), "has macros"),
        (_zip(**{"word/document.xml": bytes(60_000_000)}), "unpacks to more than 50 MB"),
        (_zip(**{"word/document.xml": b"<x/>"}), "cannot be filled"),
        (bytes(5_000_001), "is larger than 5 MB"),
        (sendiri(ubah=_gambar_luar), "loads something from outside the file"),
    ],
)
def test_what_is_no_word_file_is_told_apart(isi: bytes, sebab: str) -> None:
    assert salah(isi)[0].startswith(sebab)


def test_a_link_to_read_is_no_harm_but_a_picture_beside_it_is() -> None:
    isi_templat(sendiri(ubah=_tautan), naskah(BIASA))

    def keduanya(d: Berkas) -> None:
        _tautan(d)
        _gambar_luar(d)

    assert salah(sendiri(ubah=keduanya))[0].startswith("loads something from outside")


def test_an_entity_bomb_does_not_go_off() -> None:
    bom = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + b"".join(
        b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)
    )
    with zipfile.ZipFile(io.BytesIO(sendiri("x"))) as asli:
        isi = {n: asli.read(n) for n in asli.namelist()}
    xml = isi["word/document.xml"].split(b"?>", 1)[1]
    isi["word/document.xml"] = bom + b"]>" + xml.replace(b"x</w:t>", b"&j;</w:t>")
    mulai = time.process_time()
    try:
        hasil = isi_templat(_zip(**isi), naskah(BIASA))[0]
        assert len(hasil) < 1_000_000
    except TemplatSalah:
        pass
    assert time.process_time() - mulai < 5
