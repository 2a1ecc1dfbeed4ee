"""The public *Tanya Desa* as HTML. Everything that was typed or comes from the catalogue goes through `escape`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from data.faq import Bagian, Katalog, Tema, Temuan, Topik, susun_jawaban
from data.tanya_umum import ringkas
from handlers.tanya.jawab import AMAN
from handlers.tanya.kartu_topik import UMUM
from handlers.tanya.soal import tentang_kasus

MEREK = "Tanya Desa"
AJAKAN = "Tanya soal aturan desa"
CONTOH = "berapa tahun kades menjabat?"
TERPANJANG = 300
"""Characters the field takes."""
CUPLIKAN = 155
"""Characters of what is shown where a link is shared."""
PEMBUKA = "Tulis dengan kata-kata sendiri. Jawabannya singkat, lengkap dengan pasalnya."
TENTANG = "Tanya jawab tentang aturan desa: jawaban singkat dengan pasalnya, dari undang-undang desa yang berlaku."
BATAS = "Bukan nasihat hukum. Untuk perkara tertentu, tanyakan ke kantor desa, BPD, atau Dinas PMD kabupaten."
DEMI = "Tidak perlu nama, NIK, atau nomor HP. Pertanyaan disimpan tanpa tahu siapa yang bertanya."


@dataclass(frozen=True)
class Rumah:
    """Where the page stands, and what it may lead to."""

    versi: str
    """Of its files."""
    sisip: bool = False
    """In a frame on somebody else's site."""
    orang: str = ""
    """Link to where a person can be asked; '' where there is none."""

    @property
    def akar(self) -> str:
        return "/tanya/sisip" if self.sisip else "/tanya"

    def topik(self, slug: str) -> str:
        return f"{self.akar}/{slug}"


@dataclass(frozen=True)
class Isi:
    """What differs from page to page."""

    judul: str
    hasil: str
    """HTML."""
    q: str = ""
    slug: str = ""
    """The topic that is gone on from."""
    keterangan: str = TENTANG
    tetap: str = ""
    """The page's own address; '' where nobody should keep it."""


def halaman(rumah: Rumah, isi: Isi) -> str:
    judul = f"{isi.judul} · {MEREK}" if isi.judul != MEREK else MEREK
    tetap = f'<link rel="canonical" href="{escape(isi.tetap)}">' if isi.tetap else ""
    robots = '<meta name="robots" content="noindex">' if rumah.sisip or not isi.tetap else ""
    return f"""<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{escape(judul)}</title>
<meta name="description" content="{escape(isi.keterangan)}">
<meta property="og:title" content="{escape(isi.judul)}">
<meta property="og:description" content="{escape(isi.keterangan)}">
<meta property="og:site_name" content="{MEREK}">
<meta property="og:type" content="article">
{tetap}{robots}
<link rel="icon" type="image/svg+xml" href="/tanya/ikon.svg">
<link rel="stylesheet" href="/tanya/gaya.css?v={rumah.versi}">
<script type="module" src="/tanya/tanya.js?v={rumah.versi}"></script>
</head>
<body{' class="sisip"' if rumah.sisip else ""}>
{_kepala(rumah)}<main id="isi">
{_form(rumah, isi)}
<div id="hasil" data-slug="{escape(isi.slug)}">
{isi.hasil}
</div>
</main>
{_kaki(rumah)}
</body>
</html>
"""


def _kepala(rumah: Rumah) -> str:
    if rumah.sisip:
        return ""
    return (
        '<a class="lompat" href="#hasil">Langsung ke isi</a>\n'
        '<header class="kepala"><a class="merek" href="/tanya">'
        f'<img src="/tanya/ikon.svg" alt="" width="36" height="36">{MEREK}</a></header>\n'
    )


def _form(rumah: Rumah, isi: Isi) -> str:
    label = f'<label for="q">{AJAKAN}</label>'
    if isi.judul == MEREK:  # the only page without a heading of its own
        label = f'<h1>{label}</h1><p class="pembuka">{PEMBUKA}</p>'
    return (
        f'<form role="search" action="{rumah.akar}" method="get">{label}'
        f'<div class="baris"><input id="q" name="q" type="search" maxlength="{TERPANJANG}" enterkeyhint="search" '
        f'autocomplete="off" placeholder="{CONTOH}" value="{escape(isi.q[:TERPANJANG])}">'
        f'<button>Tanya</button></div><input type="hidden" name="dari" value="{escape(isi.slug)}"></form>'
    )


def _kaki(rumah: Rumah) -> str:
    if rumah.sisip:
        return '<footer><p><a href="/tanya" target="_blank" rel="noopener">Buka Tanya Desa</a></p></footer>'
    pasang = '<a href="/tanya/pasang">Pasang di situs desa</a>'
    return f"<footer><p>{BATAS}<br>{DEMI}<br>{pasang}</p></footer>"


# -- what is shown below the form -------------------------------------------------------------------------------------


def beranda(rumah: Rumah, katalog: Katalog, sering: Sequence[str]) -> Isi:
    topik = [katalog.topik[slug] for slug in sering]
    hasil = f"<h2>Sering ditanyakan</h2>{_daftar(rumah, topik)}{_pilih_tema(rumah, katalog.tema)}"
    return Isi(MEREK, hasil, tetap="/tanya")


def tema(rumah: Rumah, satu: Tema) -> Isi:
    hasil = f'<h1 tabindex="-1">{escape(satu.tema)}</h1>{_daftar(rumah, satu.topik)}{_semua_tema(rumah)}'
    keterangan = f"{len(satu.topik)} jawaban tentang {satu.tema}, dengan pasalnya."
    return Isi(satu.tema, hasil, keterangan=keterangan, tetap=f"/tanya/tema/{satu.kode}")


def jawaban(
    rumah: Rumah, katalog: Katalog, slug: str, bagian: Bagian = "jawab", q: str = "", lain: Sequence[str] = ()
) -> Isi:
    """`lain`: topics that may have been meant as well."""
    topik = katalog.topik[slug]
    judul = topik.tanya[0]
    ditanya = f'<p class="ditanya">Anda bertanya: “{escape(q[:TERPANJANG])}”</p>' if q else ""
    bukan = _bagian_daftar(rumah, "Bukan itu? Mungkin ini:", [katalog.topik[s] for s in lain])
    dekat = [katalog.topik[s] for s in topik.terkait if s not in lain and s in katalog.topik]
    hasil = (
        f'{ditanya}<article class="jawaban"><h1 tabindex="-1">{escape(judul)}</h1>{_isi_topik(topik, bagian)}'
        f'<p class="bagikan"><button class="sepi" type="button" hidden data-salin="/tanya/{slug}" '
        f'data-judul="{escape(judul)}">Bagikan jawaban ini</button></p></article>'
        f"{bukan}{_bagian_daftar(rumah, 'Terkait', dekat)}{_orang(rumah)}{_semua_tema(rumah)}"
    )
    tetap = "" if q else f"/tanya/{slug}"
    return Isi(judul, hasil, q, slug, ringkas(topik.jawab, CUPLIKAN), tetap)


def pilihan(rumah: Rumah, katalog: Katalog, temuan: Temuan, q: str) -> Isi:
    topik = [katalog.topik[s] for s in temuan.pilihan]
    hasil = f'<h1 tabindex="-1">Maksud Anda …?</h1>{_daftar(rumah, topik)}{_aman(q)}{_orang(rumah)}{_semua_tema(rumah)}'
    return Isi("Maksud Anda …?", hasil, q)


def belum_tahu(rumah: Rumah, katalog: Katalog, q: str) -> Isi:
    hasil = (
        '<h1 tabindex="-1">Maaf, yang itu saya belum tahu</h1>'
        "<p>Yang saya tahu: aturan tentang desa. Coba dengan kata lain yang lebih pendek, atau buka temanya.</p>"
        f"{_aman(q)}{_orang(rumah)}{_pilih_tema(rumah, katalog.tema)}"
    )
    return Isi("Belum tahu", hasil, q)


def tidak_ada(rumah: Rumah, katalog: Katalog) -> Isi:
    hasil = (
        '<h1 tabindex="-1">Halaman itu tidak ada</h1><p>Mungkin tautannya terpotong. Tulis pertanyaannya di atas, atau '
        f"buka temanya.</p>{_pilih_tema(rumah, katalog.tema)}"
    )
    return Isi("Halaman itu tidak ada", hasil)


def pelan(rumah: Rumah, detik: int, q: str = "") -> Isi:
    hasil = (
        '<h1 tabindex="-1">Sebentar, ya</h1><p class="hati">Banyak sekali pertanyaan dari jaringan ini. '
        f"Tunggu {detik} detik, lalu coba lagi.</p>{_semua_tema(rumah)}"
    )
    return Isi("Sebentar, ya", hasil, q)


def cara_pasang(rumah: Rumah, asal: str) -> Isi:
    naskah = f'<script src="{asal}/tanya/pasang.js" async></script>'
    bingkai = f'<iframe src="{asal}/tanya/sisip" title="Tanya Desa" width="100%" height="560"></iframe>'
    hasil = (
        '<h1 tabindex="-1">Pasang di situs desa</h1>'
        "<p>Tempelkan baris ini di halaman situs desa, di tempat kotak tanyanya akan tampil.</p>"
        f"<pre>{escape(naskah)}</pre><h2>Situsnya tidak menerima skrip?</h2><pre>{escape(bingkai)}</pre>"
    )
    return Isi("Pasang di situs desa", hasil, tetap="/tanya/pasang")


# -- pieces -----------------------------------------------------------------------------------------------------------


def _isi_topik(topik: Topik, bagian: Bagian) -> str:
    utama, _, ekor = susun_jawaban(topik, bagian).rpartition("\n\n")
    baris = ekor.split("\n")
    dasar = baris.pop(0) if baris[0].startswith("Dasar: ") else ""
    tanggal, hati = baris[0], baris[1:]
    kotak = f'<div class="hati">{_paragraf(hati)}</div>' if hati else ""
    umum = f"<p>{UMUM}</p>" if topik.kasus else ""
    pasal = f"<b>Dasar</b>{_paragraf(f'• {satu}' for satu in topik.dasar)}" if dasar else ""
    lama = topik.dulu.strip() if bagian != "dulu" else ""
    dulu = f"<details><summary>Aturan sebelumnya</summary>{_paragraf(lama.splitlines())}</details>" if lama else ""
    return f'{_paragraf(utama.splitlines())}{umum}{kotak}<div class="dasar">{pasal}{escape(tanggal)}</div>{dulu}'


def _paragraf(baris: Iterable[str]) -> str:
    """Lines as paragraphs, those with a point as a list."""
    hasil = ""
    for butir, kelompok in groupby((b.strip() for b in baris if b.strip()), key=lambda b: b.startswith("•")):
        isi = [escape(satu.removeprefix("•").strip()) for satu in kelompok]
        if butir:
            hasil += f'<ul class="butir">{"".join(f"<li>{satu}</li>" for satu in isi)}</ul>'
        else:
            hasil += "".join(f"<p>{satu}</p>" for satu in isi)
    return hasil


def _daftar(rumah: Rumah, semua: Iterable[Topik]) -> str:
    baris = (
        f'<li><a href="{rumah.topik(t.slug)}"><b>{escape(t.judul)}</b><small>{escape(t.tanya[0])}</small></a></li>'
        for t in semua
    )
    return f'<ul class="daftar">{"".join(baris)}</ul>'


def _bagian_daftar(rumah: Rumah, judul: str, semua: Sequence[Topik]) -> str:
    return f"<h2>{judul}</h2>{_daftar(rumah, semua)}" if semua else ""


def _pilih_tema(rumah: Rumah, semua: Iterable[Tema]) -> str:
    """In a frame folded, so that it stays small."""
    baris = (
        f'<li><a href="{rumah.akar}/tema/{t.kode}"><b>{escape(t.tema)}</b><small>{len(t.topik)} topik</small></a></li>'
        for t in semua
    )
    daftar = f'<ul class="daftar tema">{"".join(baris)}</ul>'
    if rumah.sisip:
        return f'<details class="pilih"><summary>Pilih tema</summary>{daftar}</details>'
    return f"<h2>Pilih tema</h2>{daftar}"


def _semua_tema(rumah: Rumah) -> str:
    return f'<p class="lagi"><a href="{rumah.akar}">Lihat semua tema</a></p>'


def _aman(q: str) -> str:
    return f'<p class="hati">{escape(AMAN)}</p>' if tentang_kasus(q) else ""


def _orang(rumah: Rumah) -> str:
    if not rumah.orang:
        return ""
    keluar = ' target="_blank" rel="noopener"' if rumah.sisip else ""
    tautan = f'<a href="{escape(rumah.orang)}"{keluar}>Tanyakan ke pendamping desa</a>'
    return f'<p class="orang">Belum terjawab? {tautan} lewat obrolan; jawabannya datang ke obrolan itu.</p>'
