"""/kertas: the drafts of one musyawarah's papers, in versions, each as PDF and Word."""

from __future__ import annotations

import re

from data.desa import Desa
from data.katalog.musdes import setempat
from data.musdes.musdes import DIGABUNG, Musdes
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Berkas, Butir, Pesan, Tombol
from handlers.dialog.tombol import perintah
from handlers.kertas.resep import KERTAS, templat_rusak
from handlers.kertas.susun import susun_risalah
from handlers.musdes.kartu import MUSDES, tak_ada
from handlers.musdes.sebut import NOMOR, PEMBACA, singkat

SEBUT = {"ba": "berita acara", "notulen": "notulen", "hadir": "daftar hadir"}
KATA = {"ba": "ba", "berita": "ba", "notulen": "notulen", "notula": "notulen", "hadir": "hadir", "absen": "hadir"}
WORD = ("word", "docx")
VERSI = re.compile(r"\bv(?:ersi\s*)?(\d{1,4})\b", re.IGNORECASE)
TERBANYAK = 10
"""Older versions that a list shows."""
CONTOH = "Kertas musdes nomor berapa? Contoh: /kertas M-2611-0003"


def _ketik(sisa: str) -> bool:
    return bool(NOMOR.match(sisa.strip()))


@dialog("kertas", help="Draf kertas musdes", untuk=PEMBACA, langsung=True, menu=False, ketik=_ketik, sela=False)
def kertas(d: Dialog, desa: Desa) -> Kabar:
    """'M-2611-0003', and then any of: 'ba', 'notulen', 'hadir', 'pdf', 'word', 'v1', 'lama'"""
    cocok = NOMOR.search(d.argumen)
    if not cocok:
        return Kabar(_pilih(desa))
    m = desa.musdes.ambil(cocok[1])
    if m is not None and m.status == DIGABUNG:
        m = desa.musdes.tujuan(m)
    if m is None:
        return Kabar(tak_ada(cocok[1].upper()))
    return Kabar(_satu(m, d.argumen[cocok.end() :].lower(), desa))


def _pilih(desa: Desa) -> Pesan:
    butir = tuple(
        Butir(m.nomor, perintah(f"kertas {m.nomor}"), singkat(m, desa)) for m in desa.musdes.terbuka(batas=TERBANYAK)
    )
    return Pesan(CONTOH, judul="Draf kertas musdes", daftar=butir, tombol=(MUSDES,))


def _satu(m: Musdes, kata: str, desa: Desa) -> Pesan:
    boleh = desa.musdes.boleh_ubah(m)
    diminta = VERSI.search(kata)
    if diminta is None and boleh and (m.versi == 0 or m.usang):
        desa.musdes.terbitkan(m, susun_risalah(desa, m))
        m = desa.musdes.menurut_id(m.id) or m
    if m.versi == 0:
        return Pesan(
            f"Draf kertas {m.nomor} belum dibuat. {m.penulis} atau pendamping desa itu bisa membuatnya.",
            tombol=(_kartu(m),),
        )
    versi = int(diminta[1]) if diminta else m.versi
    if not 1 <= versi <= m.versi:
        return Pesan(f"Versi {versi} belum ada; yang terakhir versi {m.versi}.", tombol=(_kembali(m),))
    if "lama" in kata.split():
        return _lama(m, desa)
    word = any(k in kata.split() for k in WORD)
    apa = next((KATA[k] for k in kata.split() if k in KATA), "")
    return _berkas(m, versi, apa, desa, word=word) if apa else _daftar(m, versi, desa, word=word)


# -- what there is ----------------------------------------------------------------------------------------------------


def _daftar(m: Musdes, versi: int, desa: Desa, *, word: bool) -> Pesan:
    risalah = desa.musdes.versi(m, versi)
    assert risalah is not None
    bagian = [singkat(m, desa), _pengingat(m, desa)]
    if not any(b.catatan or b.putusan for b in risalah.bahasan):
        bagian.append("Catatan dan keputusannya belum ada. Daftar hadir sudah bisa dicetak untuk ditandatangani.")
        semua: tuple[str, ...] = ("hadir",)
    else:
        bagian.append("Yang belum disebut siapa pun jadi titik-titik, untuk diisi dengan pena.")
        semua = tuple(SEBUT)
    if versi < m.versi:
        bagian.append(f"Ini versi lama; yang terakhir versi {m.versi}.")
    elif m.usang:
        bagian.append("Isinya sudah berubah sesudah versi ini.")
    return Pesan(
        "\n\n".join(bagian),
        judul=f"Draf kertas {m.nomor}, versi {versi}{' (Word)' if word else ''}",
        tombol=(*_tombol(m, versi, semua, word=word), *_versi_lain(m, versi), _kartu(m)),
    )


def _pengingat(m: Musdes, desa: Desa) -> str:
    """In the words of the place: 'periksa bersama Ketua Tuha Peuet dan Pemerintah Gampong'."""
    kode = desa.musdes.desa(m)[0]
    return f"Draf, bukan berita acara resmi: periksa bersama {setempat('{ketua_bpd} dan {pemerintah_desa}', kode)}."


def _kata(m: Musdes, versi: int) -> str:
    """The latest is asked for without its number: it may be another by then."""
    return f"kertas {m.nomor}" if versi == m.versi else f"kertas {m.nomor} v{versi}"


def _tombol(m: Musdes, versi: int, semua: tuple[str, ...], *, word: bool) -> tuple[Tombol, ...]:
    kata = _kata(m, versi)
    bentuk, lain, label = ("word", "", "Bentuk PDF") if word else ("pdf", " word", "Bentuk Word")
    kertas_ = (Tombol(SEBUT[apa].capitalize(), perintah(f"{kata} {apa} {bentuk}")) for apa in semua)
    return (*kertas_, Tombol(label, perintah(f"{kata}{lain}")))


def _versi_lain(m: Musdes, versi: int) -> tuple[Tombol, ...]:
    if versi < m.versi:
        return (Tombol("Versi terakhir", perintah(f"kertas {m.nomor}")),)
    return (Tombol("Versi lama", perintah(f"kertas {m.nomor} lama")),) if m.versi > 1 else ()


def _kartu(m: Musdes) -> Tombol:
    return Tombol("Ke musdesnya", perintah(f"musdes {m.nomor}"))


def _kembali(m: Musdes) -> Tombol:
    return Tombol("Draf kertas", perintah(f"kertas {m.nomor}"))


def _lama(m: Musdes, desa: Desa) -> Pesan:
    semua = range(m.versi - 1, max(m.versi - 1 - TERBANYAK, 0), -1)
    teks = "Ketuk untuk membuka." if semua else "Belum ada versi lama."
    if semua and semua[-1] > 1:
        teks += f" Yang lebih lama, ketik misalnya /kertas {m.nomor} v1."
    return Pesan(
        teks,
        judul=f"Versi lama {m.nomor}",
        daftar=tuple(Butir(f"Versi {n}", perintah(f"kertas {m.nomor} v{n}"), _isinya(m, n, desa)) for n in semua),
        tombol=(_kembali(m),),
    )


def _isinya(m: Musdes, versi: int, desa: Desa) -> str:
    risalah = desa.musdes.versi(m, versi)
    assert risalah is not None
    putusan = sum(len(b.putusan) for b in risalah.bahasan)
    return f"{len(risalah.bahasan)} bahasan, {putusan} keputusan"


# -- one of them ------------------------------------------------------------------------------------------------------


def _berkas(m: Musdes, versi: int, apa: str, desa: Desa, *, word: bool) -> Pesan:
    resep, akhiran = ("musdes_docx", "docx") if word else ("musdes_pdf", "pdf")
    nama = f"draf-{KERTAS[apa]}-{m.nomor}-v{versi}.{akhiran}"
    rusak = word and templat_rusak(desa.pengaturan.templat, KERTAS[apa])
    bawaan = "\n\nTemplat Word daerah ini sedang belum bisa dipakai, jadi ini bentuk bawaannya." if rusak else ""
    pesan = "Cetak, lalu edarkan untuk ditandatangani." if apa == "hadir" else _pengingat(m, desa)
    bentuk, label = ("pdf", "Bentuk PDF") if word else ("word", "Bentuk Word")
    lain = Tombol(label, perintah(f"{_kata(m, versi)} {apa} {bentuk}"))
    return Pesan(
        f"Ini draf {SEBUT[apa]} {m.nomor}, versi {versi}.\n{pesan}{bawaan}",
        berkas=Berkas(nama, resep, {"musdes": m.nomor, "versi": versi, "apa": apa}),
        tombol=(lain, _kembali(m)),
    )
