"""/usulan_topik: answered questions that may become topics; an editor takes them in or declines."""

from __future__ import annotations

import re

from msgspec.structs import replace

from data.desa import Desa
from data.faq import Topik, cari
from data.faq.muat import CARA, Riwayat
from data.orang import SEBUTAN
from data.topik_sunting import PENYUNTING, Usulan
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Pilihan
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.tanya.sebut import NOMOR, baca_nomor
from handlers.tanya.soal import terbaca
from handlers.tanya.sunting_topik import BUKAN, simpan_topik
from handlers.tanya.tanya_topik import (
    baris,
    tanya_cara,
    tanya_cek,
    tanya_dasar,
    tanya_jawab,
    tanya_judul,
    tanya_sumber,
    tanya_yakin,
)
from handlers.tim.lihat import Lihat, baca_lihat, jelajah, selembar

BARU = "_baru"
USULAN = Tombol("Usulan topik", perintah("usulan_topik"))
TAK_ADA = "Usulan {nomor} belum ada, atau sudah diputuskan."
CARA_BARU = 2
"""Ways of asking that a new topic needs beside the first."""


def _usulan(argumen: str, desa: Desa) -> Usulan | Pesan:
    if not desa.topik_sunting.boleh:
        return Pesan(BUKAN)
    cocok = NOMOR.search(argumen)
    nomor = cocok[1].upper() if cocok else "itu"
    return desa.topik_sunting.usulan_satu(nomor) or Pesan(TAK_ADA.format(nomor=nomor), tombol=(USULAN,))


@dialog("usulan_topik", help="Lihat usulan topik", untuk=PENYUNTING, kata=("usulan topik",), langsung=True, menu=False)
def usulan_topik(d: Dialog, desa: Desa) -> Kabar:
    """'', 'h2', 'Q-2611-0004'"""
    if NOMOR.search(d.argumen) or not desa.topik_sunting.boleh:
        u = _usulan(d.argumen, desa)
        return Kabar(u if isinstance(u, Pesan) else _kartu(u))
    semua = desa.topik_sunting.usulan()
    tampak, ini, lembar = selembar(semua, baca_lihat(d.argumen).halaman)
    teks = f"{len(semua)} usulan. Ketuk untuk membuka." if semua else "Belum ada usulan topik."
    butir = (
        Butir(
            sebaris(u.pertanyaan.teks, 40),
            perintah(f"usulan_topik {u.pertanyaan.nomor}"),
            sebaris(u.pertanyaan.jawaban, 60),
        )
        for u in tampak
    )
    return Kabar(
        Pesan(teks, judul="Usulan topik", daftar=tuple(butir), tombol=jelajah("usulan_topik", Lihat(), ini, lembar))
    )


def _kartu(u: Usulan) -> Pesan:
    q = u.pertanyaan
    return Pesan(
        f"Pertanyaan: “{sebaris(q.teks, 800)}”\n\nJawaban: {sebaris(q.jawaban, 1500)}",
        judul=f"Usulan {q.nomor}",
        tombol=(
            Tombol("Terima", perintah(f"terima_usulan {q.nomor}")),
            Tombol("Tolak", perintah(f"tolak_usulan {q.nomor}")),
            USULAN,
        ),
    )


@dialog("tolak_usulan", help="Tolak usulan topik", untuk=PENYUNTING, langsung=True, menu=False)
def tolak_usulan(d: Dialog, desa: Desa) -> Kabar:
    u = _usulan(d.argumen, desa)
    if isinstance(u, Pesan):
        return Kabar(u)
    desa.topik_sunting.putuskan(u, "")
    return Kabar(Pesan(f"Usulan {u.pertanyaan.nomor} tidak dijadikan topik.", tombol=(USULAN,)))


@dialog(
    "terima_usulan",
    help="Jadikan usulan sebagai topik",
    untuk=PENYUNTING,
    baca=baca_nomor,
    pengenal=frozenset({"nomor"}),
    menu=False,
)
def terima_usulan(d: Dialog, desa: Desa) -> Kabar:
    u = _usulan(str(d.keadaan.jawaban.get("nomor", "")), desa)
    if isinstance(u, Pesan):
        return Kabar(u)
    semua = desa.topik_sunting.semua()
    menjadi = d.ask("menjadi", _tanya_menjadi(u, semua))
    baru, sumber, tema = _topik_baru(u, d, desa, semua) if menjadi == BARU else _tambah_cara(u, semua[menjadi], d)
    pesan = simpan_topik(baru, sumber, desa, tema)
    if pesan.judul:
        desa.topik_sunting.putuskan(u, baru.slug)
    return Kabar(pesan, f"Usulan {u.pertanyaan.nomor} diterima.")


def _tanya_menjadi(u: Usulan, semua: dict[str, Topik]) -> Question[str]:
    """A new topic, or a further way to ask for one that there is: the nearest first, any can be typed."""
    urut = dict.fromkeys([*(slug for slug in _terdekat(u.pertanyaan.teks) if slug in semua), *semua])
    pilihan = [Pilihan(BARU, "Topik baru", BARU, kata=("baru",))]
    pilihan += [
        Pilihan(t.slug, t.judul, t.slug, sebaris(t.tanya[0], 60))
        for t in (semua[slug] for slug in urut)
        if len(t.tanya) < CARA
    ]
    return Choice("Jadi topik baru, atau cara bertanya lain untuk topik yang sudah ada?", pilihan)


def _terdekat(teks: str) -> list[str]:
    temuan = cari(terbaca(teks))
    return [slug for slug in (temuan.slug, *temuan.pilihan) if slug]


def _tambah_cara(u: Usulan, t: Topik, d: Dialog) -> tuple[Topik, str, str]:
    cara = d.ask("cara", tanya_cara("Cara bertanyanya?", u.pertanyaan.teks, t.tanya), "Cara bertanya")
    d.review(f"Topik: {t.judul}\nCara bertanya baru: {cara}\n\nSimpan?")
    return replace(t, tanya=(*t.tanya, cara)), f"pertanyaan {u.pertanyaan.nomor}", ""


def _topik_baru(u: Usulan, d: Dialog, desa: Desa, semua: dict[str, Topik]) -> tuple[Topik, str, str]:
    q = u.pertanyaan
    pilihan = [Pilihan(kode, nama, kode) for kode, nama in desa.topik_sunting.tema()]
    tema = d.ask("tema", Choice("Masuk tema apa?", pilihan))
    judul = d.ask("judul", tanya_judul(semua))
    cara = [d.ask("cara", tanya_cara("Pertanyaannya, satu kalimat yang rapi?", q.teks), "Cara bertanya")]
    lain = d.ask_many(
        "cara_lain",
        lambda sudah: tanya_cara("Bagaimana lagi orang menanyakannya?", terpakai=(*cara, *sudah)),
        minimal=CARA_BARU,
        maksimal=8,
    )
    jawab = d.ask("jawab", tanya_jawab(q.jawaban), "Jawaban")
    dasar = baris(d.ask("dasar", tanya_dasar()))
    yakin = d.ask("yakin", tanya_yakin())
    cek = "" if yakin == "pasti" else d.ask("cek", tanya_cek())
    sumber = d.ask("sumber", tanya_sumber())
    slug = _slug(judul, semua)
    d.review(
        f"Topik baru: {judul}\n\n{jawab}\n\nDasar: {'; '.join(dasar)}\nCara bertanya: {'; '.join([*cara, *lain])}\n"
        f"Sumber: {sumber}"
    )
    topik = Topik(
        slug=slug,
        judul=judul,
        tanya=(*cara, *lain),
        jawab=jawab,
        dasar=dasar,
        berlaku=d.hari_ini,
        diperiksa=d.hari_ini,
        yakin=yakin,  # type: ignore[arg-type]
        terkait=_terkait(f"{judul} {cara[0]}", tema, desa, semua),
        riwayat=(Riwayat(d.hari_ini, SEBUTAN[d.orang.peran[-1]], f"pertanyaan {q.nomor}"),),
        cek=cek,
    )
    return topik, sumber, tema


def _slug(judul: str, semua: dict[str, Topik]) -> str:
    """'Air bersih desa' is 'air-bersih-desa'; a number behind what there is already."""
    awal = re.sub(r"[^a-z0-9]+", "-", judul.lower()).strip("-") or "topik"
    return next(s for n in range(1, len(semua) + 2) if (s := awal if n == 1 else f"{awal}-{n}") not in semua)


def _terkait(teks: str, tema: str, desa: Desa, semua: dict[str, Topik]) -> tuple[str, ...]:
    """The nearest topics; where nothing is near, the first of the same theme."""
    dekat = [slug for slug in _terdekat(teks) if slug in semua]
    return tuple(dict.fromkeys(dekat))[:3] or (desa.topik_sunting.pertama(tema),)
