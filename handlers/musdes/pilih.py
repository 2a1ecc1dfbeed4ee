"""Which musyawarah a section is of, and the pictures that came while it was open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from data.desa import Desa
from data.musdes.musdes import DIGABUNG, Musdes
from data.orang import PENDAMPING
from handlers import isian
from handlers.dialog.baca.tanggal import ejaan_pendek
from handlers.dialog.dialog import Dialog, Kabar, Resep, dialog
from handlers.dialog.masukan import Foto
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.questions import Choice, Photos, Pilihan
from handlers.dialog.questions.photos import buka_foto
from handlers.dialog.tombol import perintah
from handlers.musdes.kartu import kartu, tak_ada
from handlers.musdes.sebut import NOMOR, jenis_dari, sebut_desa

BARU = Tombol("Musdes baru", perintah("musdes_baru"))
DIBACA = "Musdes ini bisa Anda baca; yang mengisi pendamping desanya."
PENGENAL = frozenset({"nomor"})
DITINGGAL = "Baik, bagian itu tidak jadi diisi. Yang sudah tersimpan tetap ada di musdes."


def bagian(
    nama: str,
    *,
    help: str,  # noqa: A002 -- as of every dialog
    kata: tuple[str, ...] = (),
    kenali: Callable[[str], bool] | None = None,
    pengenal: frozenset[str] = PENGENAL,
    batal: str = DITINGGAL,
) -> Callable[[Callable[[Musdes, Dialog, Desa], Kabar]], Resep]:
    """A section: its function gets the record; where there is none to change, what there is to say is said."""

    def buat(fungsi: Callable[[Musdes, Dialog, Desa], Kabar]) -> Resep:
        def dengan_musdes(d: Dialog, desa: Desa) -> Kabar:
            m = pilih(d, desa)
            return Kabar(m) if isinstance(m, Pesan) else fungsi(m, d, desa)

        resep = dialog(
            nama,
            help=help,
            untuk=PENDAMPING,
            kata=kata,
            baca=baca_nomor,
            kenali=kenali,
            ketik=lambda sisa: False,
            menu=False,
            sela=False,
            foto="foto",
            pengenal=pengenal,
            batal=batal,
        )
        return resep(dengan_musdes)

    return buat


def baca_nomor(teks: str, d: Dialog, desa: Desa) -> bool:
    if cocok := NOMOR.search(teks):
        d.keadaan.jawaban["nomor"] = cocok[1].upper()
    return False


def pilih(d: Dialog, desa: Desa) -> Musdes | Pesan:
    """The one that was named, else the one going on; a message when there is none to change.

    The number is not asked where it is known: *kembali* shall not leave the record.
    """
    nomor = d.keadaan.jawaban.get("nomor") or _yang_berjalan(d, desa)
    m = desa.musdes.ambil(str(nomor)) if nomor else None
    if m is None:
        teks = "Belum ada musdes yang sedang berjalan."
        return tak_ada(str(nomor)[:20]) if nomor else Pesan(teks, tombol=(BARU,))
    if m.status == DIGABUNG:
        m = desa.musdes.tujuan(m) or m
    if not desa.musdes.boleh_ubah(m):
        return kartu(m, desa, DIBACA)
    return m


def _yang_berjalan(d: Dialog, desa: Desa) -> str:
    semua = desa.musdes.terbuka()
    if len(semua) < 2:
        return semua[0].nomor if semua else ""
    pilihan = [
        Pilihan(m.nomor, jenis_dari(m).label, m.nomor, f"{sebut_desa(m, desa)}, {ejaan_pendek(_hari(m))}, {m.penulis}")
        for m in semua
    ]
    return d.ask("nomor", Choice("Musdes yang mana?", pilihan))


def _hari(m: Musdes) -> date:
    return date.fromisoformat(m.tanggal)


def titipan(d: Dialog, *, tampak: bool = False) -> tuple[Foto, ...]:
    """Pictures sent while the section was open; `tampak`: its summary takes them too."""
    if tampak:
        return d.offer("foto", Photos("Silakan kirim fotonya, boleh beberapa sekaligus.")) or ()
    return buka_foto(d.keadaan.jawaban.get("foto"))


def simpan_titipan(m: Musdes, foto: tuple[Foto, ...], desa: Desa, apa: str = "kegiatan") -> str:
    """What to tell of them."""
    if not foto:
        return ""
    n = desa.musdes.tambah_foto(m, apa, isian.kolom_foto(foto))
    return f"{n} foto ikut disimpan." if n else "Fotonya sudah ada."
