"""Whatever there is, asked by whomever about whatever is not theirs: a polite no, the same as for what never was.

Commands are read from the table, questions from the conversations themselves, so a new one is tried as it comes.
"""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from math import ceil
from typing import Any
from unittest.mock import patch

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.faq import Temuan
from data.wilayah import dari_kode
from handlers import dokumen
from handlers.dialog.dialog import SIMPAN
from handlers.dialog.masukan import Masukan
from handlers.dialog.pesan import Pesan
from handlers.dialog.tombol import MAX_BYTES, baca, perintah, tulis
from handlers.tabel import TABEL
from tests.handlers.dialog.obrolan import Obrolan
from tests.handlers.dunia_lingkup import LUAR, PELAKU, DuniaLingkup
from tests.kali import kali

KETIKAN = ("Uji coba tulisan", "besok", "9-11", "12", "sukamaju cibeber", "ya", "semua", "selesai", "lewati", "7 hari")
"""Typed where there is no button, and now and then where there is one."""
KOSONG = {"tetangga": "32.03.03.2005", "sebelah": "32.03.01.2001", "sana": "11.01.02.2001", "sini": "32.03.03.2007"}
"""A village near each place where nobody is."""
ENTAH = 58
"""No record's id ends so; as an hour (11.58) or a number it is read like those that there are."""
SIDIK = re.compile(r"\b(simpan|_bekas|_bawaan)\.[0-9a-z]+")
"""A print of what was answered, behind a button."""
LANGKAH = 14
"""Messages of one walk."""
CEPAT = ("pld", "tapm_kab")
SECUPLIK = 3
"""In the quick tests: of all that is not theirs, so many at each question, others at the next."""


@pytest.fixture(scope="module")
def semesta() -> DuniaLingkup:
    return DuniaLingkup()


@pytest.fixture(autouse=True)
def tanpa_pencari() -> Iterator[None]:
    """The finder of topics knows the law and nobody's records, but finds "pld qnsana" likelier than "pld qnnihil"."""
    with ExitStack() as tumpuk:
        for modul in ("temukan", "tanyakan"):
            tumpuk.enter_context(patch(f"handlers.tanya.{modul}.cari", lambda teks, terakhir=None: Temuan("tidak")))
        yield


# -- what is asked for ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Pasangan:
    """Something that is there but not theirs, and the like that is not there; `sama` are the words they differ in."""

    ada: str
    tiada: str
    sama: tuple[tuple[str, str], ...]
    diketik: bool
    """Whether people would type it; an id only a made-up button carries."""


def pasangan(d: DuniaLingkup, siapa: str, tempat_: tuple[str, ...]) -> list[Pasangan]:
    hasil = []
    for tempat in tempat_:
        for apa, ada in d.milik[tempat].items():
            if d.nama(ada) == PELAKU[siapa].rekan != "":
                continue
            if "-2611-" in ada:
                tiada = f"{ada.split('-')[0]}-2611-9999"
                hasil.append(Pasangan(ada, tiada, ((ada.lower(), tiada.lower()),), diketik=True))
            elif apa == "nama":
                if tempat in LUAR and not PELAKU[siapa].rekan.endswith(f"qn{tempat}"):
                    hasil.append(Pasangan(ada, "pld qnnihil", ((f"qn{tempat}", "qnnihil"),), diketik=True))
            elif apa == "desa":
                hasil.append(_desa(ada, KOSONG[tempat]))
            else:
                tiada = f"{ada[:2]}{ENTAH}"
                hasil.append(Pasangan(ada, tiada, ((ada, tiada),), diketik=False))
    return hasil


def _desa(ada: str, tiada: str) -> Pasangan:
    sini, situ = dari_kode(ada), dari_kode(tiada)
    assert sini
    assert situ
    beda = ((ada, tiada), (sini.nama.lower(), situ.nama.lower()), (sini.kecamatan.lower(), situ.kecamatan.lower()))
    return Pasangan(ada, tiada, (*beda, (ada[:8], tiada[:8])), diketik=True)


def gelap(siapa: str) -> tuple[str, ...]:
    """Places of which this person can know nothing."""
    if siapa == "admin":
        return ()
    if siapa.startswith("tapm"):
        return ("sana",)
    return ("tetangga", *LUAR) if siapa in ("warga", "sendiri", "mantan", "pld") else LUAR


# -- how it is asked --------------------------------------------------------------------------------------------------


@contextmanager
def tanpa_bekas(d: DuniaLingkup) -> Iterator[None]:
    d.dunia.raw.execute("SAVEPOINT coba")
    try:
        yield
    finally:
        d.dunia.raw.execute("ROLLBACK TO coba")
        d.dunia.raw.execute("RELEASE coba")


def kirim(d: DuniaLingkup, siapa: str, masukan: Masukan) -> str:
    """What they are answered, in small letters, with what a file of it holds; nothing in it that is not for them."""
    o = d.pelaku[siapa]
    o.ditulis.clear()
    pesan = o.kirim(masukan).pesan
    isi = msgspec.json.encode(pesan).decode().lower() + _berkas(pesan, o).lower()
    diketik = (masukan.teks or masukan.tombol).lower()
    dibaca = isi.replace(diketik, "").replace(PELAKU[siapa].rekan or "\0", "")
    for tanda in PELAKU[siapa].rahasia:
        assert tanda not in dibaca or tanda in diketik, f"{siapa} sent {diketik!r} and heard {isi}"
    return isi


def _berkas(pesan: Pesan, o: Obrolan) -> str:
    if pesan.berkas is None:
        return ""
    isi = dokumen.buat(pesan.berkas.resep, o.desa, pesan.berkas.bahan, o.dunia.hari_ini)
    if not isi.startswith(b"PK"):
        return isi.decode(errors="replace")
    with zipfile.ZipFile(io.BytesIO(isi)) as buku:
        return " ".join(buku.read(n).decode(errors="replace") for n in buku.namelist())


def sama(d: DuniaLingkup, siapa: str, p: Pasangan, bentuk: str, *, tombol: bool = False) -> None:
    """`bentuk` holds {}: filled with what is not theirs, and with what is not there, it is answered alike."""
    jawab = []
    for isi in (p.ada, p.tiada):
        data = bentuk.format(isi)
        if tombol and len(data.encode()) > MAX_BYTES:
            return
        with tanpa_bekas(d):
            teks = kirim(d, siapa, Masukan(tombol=data) if tombol else Masukan(teks=data))
        for pasang in p.sama:
            for satu in pasang:
                teks = teks.replace(satu, "«itu»")
        jawab.append(SIDIK.sub("", teks))
    assert jawab[0] == jawab[1], f"{siapa}: {bentuk!r} tells {p.ada} from {p.tiada}"


def jalan(
    d: DuniaLingkup, siapa: str, nama: str, benih: int, coba: list[Pasangan], sudah: set[str], banyak: int
) -> None:
    """One way through a conversation; at every question that is new, `banyak` of what is not theirs are tried."""
    acak = random.Random(f"{siapa} {nama} {benih}")
    kirim(d, siapa, Masukan(teks=f"/{nama}"))
    o = d.pelaku[siapa]
    for _ in range(LANGKAH):
        if o.terbuka is None:
            return
        kunci = o.keadaan.tanya
        if f"{o.terbuka.dialog} {kunci}" not in sudah:
            sudah.add(f"{o.terbuka.dialog} {kunci}")
            cuplikan = random.Random(f"{siapa} {nama} {kunci}").sample(coba, min(banyak, len(coba)))
            palsukan(d, siapa, o.terbuka.id, kunci, cuplikan)
        kirim(d, siapa, _lanjut(o, acak, kunci))


def palsukan(d: DuniaLingkup, siapa: str, percakapan: int, kunci: str, coba: list[Pasangan]) -> None:
    """The open question answered by made-up buttons, and in words."""
    for p in coba:
        for awal in ("", "+"):
            sama(d, siapa, p, f"{tulis(percakapan, kunci, awal)}{{}}", tombol=True)
        if p.diketik:
            sama(d, siapa, p, "{}")


def _lanjut(o: Obrolan, acak: random.Random, kunci: str) -> Masukan:
    """Some answer: mostly one of those on the screen."""
    assert o.terbuka
    data = [
        t.data for t in o.layar.semua if (k := baca(t.data)) and k.percakapan == o.terbuka.id and t.label != "Batal"
    ]
    if kunci == SIMPAN and data:
        return Masukan(tombol=data[0])
    if data and acak.random() < 0.8:
        return Masukan(tombol=acak.choice(data))
    return Masukan(teks=acak.choice(KETIKAN))


# -- what holds -------------------------------------------------------------------------------------------------------


@contextmanager
def tak_tersentuh(d: DuniaLingkup, siapa: str) -> Iterator[None]:
    """Afterwards every row of those who are not below this person is as it was; then everything is undone."""
    dulu = semula(d, siapa)
    tulisan = d.dunia.raw.total_changes
    with tanpa_bekas(d):
        yield
        if d.dunia.raw.total_changes == tulisan:
            return  # not one row was written, whosever
        kini = d.asing(PELAKU[siapa].asing, d.pelaku[siapa].id)
        for tabel in dulu | kini:
            assert kini.get(tabel, set()) == dulu.get(tabel, set()), f"{siapa} changed {tabel}"


def semula(d: DuniaLingkup, siapa: str) -> dict[str, set[tuple[object, ...]]]:
    """The rows of those who are not below this person, looked at once: whatever comes is undone again."""
    if siapa not in d.semula:
        d.semula[siapa] = d.asing(PELAKU[siapa].asing, d.pelaku[siapa].id)
    return d.semula[siapa]


def coba_semua(d: DuniaLingkup, siapa: str, kali: int, tempat: tuple[str, ...], banyak: int, bagian: float = 1) -> None:
    """`bagian` of what is not theirs is typed behind each command, another part behind each."""
    coba = pasangan(d, siapa, tempat)
    for nama in TABEL:
        sudah: set[str] = set()
        for p in random.Random(f"{siapa} {nama}").sample(coba, ceil(len(coba) * bagian)):
            sama(d, siapa, p, f"/{nama} {{}}")
        for benih in range(kali):
            with tak_tersentuh(d, siapa):
                jalan(d, siapa, nama, benih, coba, sudah, banyak)


@pytest.mark.parametrize("siapa", CEPAT)
def test_nobody_reaches_beyond_their_scope(semesta: DuniaLingkup, siapa: str) -> None:
    coba_semua(semesta, siapa, 1, gelap(siapa)[-1:], SECUPLIK)


@pytest.mark.lambat
@pytest.mark.parametrize("siapa", PELAKU)
def test_no_level_reaches_beyond_its_scope(semesta: DuniaLingkup, siapa: str) -> None:
    coba_semua(semesta, siapa, 3, gelap(siapa), banyak=12, bagian=0.4)


@pytest.mark.parametrize("siapa", PELAKU)
def test_somebody_else_s_conversation_is_as_if_it_were_not_there(semesta: DuniaLingkup, siapa: str) -> None:
    """Also where a person may read the entries: a draft is its writer's alone."""
    for tempat in ("sini", "tetangga", *LUAR):
        id_ = int(semesta.milik[tempat]["percakapan"])
        for kunci, nilai in (
            ("!", "lanjut"),
            ("!", "buang"),
            ("hasil", "x"),
            (SIMPAN, "simpan"),
            ("desa", "32.03.03.2013"),
        ):
            jawab = []
            for satu in (id_, 40_000):
                with tak_tersentuh(semesta, siapa):
                    jawab.append(kirim(semesta, siapa, Masukan(tombol=tulis(satu, kunci, nilai))))
            assert jawab[0] == jawab[1]


@pytest.mark.parametrize("siapa", ["pld", "pd", "teknis", "camat", "tapm_kab"])
def test_another_s_entry_is_not_there_to_be_changed(semesta: DuniaLingkup, siapa: str) -> None:
    """Also one that may be read: what is said is what is said of a number that does not exist."""
    for tempat in ("sini", "sana"):
        k = semesta.milik[tempat]["K"]
        p = Pasangan(k, "K-2611-9999", ((k.lower(), "k-2611-9999"),), diketik=True)
        for nama in ("ubah", "hapus", "pulihkan"):
            sama(semesta, siapa, p, f"/{nama} {{}}")
            sama(semesta, siapa, p, perintah(f"{nama} ") + "{}", tombol=True)


def test_the_tests_see_what_is_shown_to_those_who_may(semesta: DuniaLingkup) -> None:
    """The marks do reach the screens of those whose they are."""
    k = semesta.milik["sini"]["K"]
    for siapa in ("pld", "pd", "camat", "tapm_kab", "tapm_prov", "admin"):
        with tanpa_bekas(semesta):
            assert "qisini" in kirim(semesta, siapa, Masukan(teks=f"/riwayat_desa {k}")), siapa
    with tanpa_bekas(semesta):
        assert "qnsini" in kirim(semesta, "tapm_prov", Masukan(teks="/serahterima"))


def _langkah(d: DuniaLingkup) -> st.SearchStrategy[Masukan]:
    barang = [isi for milik in d.milik.values() for isi in milik.values()]
    kata = st.sampled_from([*KETIKAN, *barang])
    kunci = st.sampled_from(["desa", "dari", "ke", "wilayah", "siapa", "cuti", "nomor", "orang", "peran", "!", SIMPAN])
    ketukan: st.SearchStrategy[str] = st.builds(tulis, st.integers(0, 12), kunci, kata.filter(lambda t: len(t) < 40))
    perintah_ = st.builds(lambda n, a: f"/{n} {a}".strip(), st.sampled_from(sorted(TABEL)), st.just("") | kata)
    return st.one_of(
        perintah_.map(lambda t: Masukan(teks=t)), kata.map(lambda t: Masukan(teks=t)), ketukan.map(_tombol)
    )


def _tombol(data: str) -> Masukan:
    return Masukan(tombol=data)


@given(data=st.data())
@settings(max_examples=kali(60))
def test_nothing_leaks_however_one_wanders(semesta: DuniaLingkup, data: st.DataObject) -> None:
    siapa = data.draw(st.sampled_from(list(PELAKU)))
    langkah: Any = st.lists(_langkah(semesta), min_size=1, max_size=10)
    with tak_tersentuh(semesta, siapa):
        for masukan in data.draw(langkah):
            kirim(semesta, siapa, masukan)
