"""/topik: all there is to ask, by theme; and one topic by its name."""

from __future__ import annotations

from data.desa import Desa
from data.faq import Bagian, Tema, siapkan
from data.orang import SEMUA
from handlers.dialog.baca.cocok import Calon, cari_calon
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.tanya.jawab import tempat_pribadi
from handlers.tanya.kartu_topik import KET, LIHAT, baris_topik, kartu_topik
from handlers.tim.lihat import LEMBAR, Lihat, jelajah, selembar

PILIH = "Pilih temanya, atau ketik langsung pertanyaannya."
BAGIAN: dict[str, Bagian] = {"": "jawab", "dasar": "dasar", "dulu": "dulu"}


def _pisah(argumen: str) -> tuple[str, int, Bagian]:
    """What was named, the page, and which part: 'kades h2', 'kades-masa-jabatan dulu'."""
    nama: list[str] = []
    halaman, bagian = 1, BAGIAN[""]
    for kata in argumen.lower().split():
        if lembar := LEMBAR.fullmatch(kata):
            halaman = max(int(lembar[1]), 1)
        elif kata in BAGIAN and nama:
            bagian = BAGIAN[kata]
        else:
            nama.append(kata)
    return " ".join(nama), halaman, bagian


def _ketemu(nama: str) -> str:
    """The code of a theme, or the slug of a topic, that is meant; '' for none or several."""
    katalog = siapkan().katalog
    if nama in katalog.topik:
        return nama
    calon = [Calon(t.kode, t.tema) for t in katalog.tema]
    cocok = cari_calon(nama, calon) or cari_calon(nama, [Calon(t.slug, t.judul) for t in katalog.topik.values()])
    return cocok[0].id if len(cocok) == 1 else ""


@dialog(
    "topik",
    help="Topik aturan desa",
    untuk=SEMUA,
    kata=("lihat topik", "daftar topik", "semua topik"),
    langsung=True,
    ketik=lambda sisa: bool(_ketemu(_pisah(sisa)[0])),
)
def topik(d: Dialog, desa: Desa) -> Kabar:
    nama, halaman, bagian = _pisah(d.argumen)
    ketemu = _ketemu(nama) if nama else ""
    katalog = siapkan().katalog
    if satu := katalog.topik.get(ketemu):
        id_ = desa.tanya.buka(satu.slug, tempat_pribadi(d, desa))
        return Kabar(kartu_topik(satu, id_, bagian))
    if tema := next((t for t in katalog.tema if t.kode == ketemu), None):
        return Kabar(_isi_tema(tema, halaman))
    kepala = f"Topik “{sebaris(nama, 40)}” belum ada. " if nama else ""
    return Kabar(_semua_tema(halaman, kepala))


def _semua_tema(halaman: int, kepala: str) -> Pesan:
    tampak, ini, lembar = selembar(siapkan().katalog.tema, halaman)
    return Pesan(
        f"{kepala}{PILIH}",
        judul="Topik aturan desa",
        daftar=tuple(Butir(t.tema, perintah(f"topik {t.kode}"), _cuplik(t)) for t in tampak),
        tombol=jelajah("topik", Lihat(), ini, lembar),
    )


def _cuplik(tema: Tema) -> str:
    return sebaris(", ".join(t.judul for t in tema.topik), KET)


def _isi_tema(tema: Tema, halaman: int) -> Pesan:
    tampak, ini, lembar = selembar(tema.topik, halaman)
    semua = Tombol("Semua tema", LIHAT.data)
    return Pesan(
        f"{len(tema.topik)} topik. Ketuk untuk membaca.",
        judul=tema.tema,
        daftar=baris_topik(t.slug for t in tampak),
        tombol=(*jelajah(f"topik {tema.kode}", Lihat(), ini, lembar), semua),
    )
