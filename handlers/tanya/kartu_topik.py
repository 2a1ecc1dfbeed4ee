"""A topic as a message: its answer with where it is written, and what can be tapped beneath."""

from __future__ import annotations

from collections.abc import Iterable

from data.faq import Bagian, Topik, siapkan, susun_jawaban
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah

TERKAIT = 3
KET = 72
"""Characters beside a row."""
UMUM = "Itu aturannya secara umum. Kejadian tertentu tidak bisa saya nilai; sampaikan lewat jalur di atas, ya."
LIHAT = Tombol("Lihat topik", perintah("topik"))
PENDAMPING = Tombol("Tanya pendamping", perintah("tanyakan"))
LAPOR = Tombol("Lapor masalah", perintah("ada_masalah"))


def kartu_topik(topik: Topik, id_: int, bagian: Bagian = "jawab", lain: Iterable[str] = ()) -> Pesan:
    """`id_`: the question it answers. `lain`: topics that may have been meant as well."""
    dulu = (Tombol("Aturan lama", perintah(f"topik {topik.slug} dulu")),) if topik.dulu and bagian != "dulu" else ()
    return Pesan(
        isi_topik(topik, bagian),
        judul=topik.judul,
        tombol=(*tombol_nilai(id_), *dulu),
        daftar=baris_topik([s for s in (*lain, *topik.terkait) if s != topik.slug][:TERKAIT]),
    )


def isi_topik(topik: Topik, bagian: Bagian = "jawab") -> str:
    teks = susun_jawaban(topik, bagian)
    return f"{teks}\n\n{UMUM}" if topik.kasus else teks


def tombol_nilai(id_: int) -> tuple[Tombol, Tombol]:
    return Tombol("Membantu", perintah(f"membantu {id_} ya")), Tombol("Belum", perintah(f"membantu {id_} belum"))


def baris_topik(slug: Iterable[str]) -> tuple[Butir, ...]:
    """One row each, in order; what is no topic any more is left out."""
    semua = siapkan().katalog.topik
    return tuple(
        Butir(t.judul, perintah(f"topik {t.slug}"), sebaris(t.tanya[0], KET))
        for satu in dict.fromkeys(slug)
        if (t := semua.get(satu))
    )
