"""Which command a message means, with a slash, by its bare name, or by what it plainly is."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from handlers.dialog import kata
from handlers.dialog.baca.normal import rapikan
from handlers.dialog.dialog import Resep
from handlers.dialog.masukan import Masukan

TERPANJANG = 40
"""Characters: nothing longer is a command's bare name."""
Tabel = Mapping[str, Resep]


def pisah(teks: str) -> tuple[str, str]:
    """The first word, as the name of a command, and what stands behind it."""
    nama, *sisa = teks.strip().split(maxsplit=1) or [""]
    return nama.split("@")[0].lower(), "".join(sisa)


def dialamatkan(teks: str) -> bool:
    """Whether the command is for another bot: 'catat@bot_lain'. A channel takes our own name away."""
    return any("@" in kata_ for kata_ in teks.split(maxsplit=1)[:1])


def nama_perintah(teks: str, tabel: Tabel) -> str:
    """The command whose bare name, or other word, is the whole text; else ''."""
    if len(teks) > TERPANJANG:
        return ""
    kata_ = rapikan(teks).lower().strip(" .!")
    return next((nama for nama, resep in tabel.items() if kata_ in (nama, *resep.kata)), "")


def perintah_ketik(teks: str, tabel: Tabel) -> str:
    """The command that a text without a slash means: its bare name, or its name and what it can read behind it.

    "pagi tadi …", "mulai jam 9 …", "lepas panen …" are reports: only a command of the menu takes words so.
    """
    if nama := nama_perintah(teks, tabel):
        return nama
    pertama, sisa = pisah(teks)
    nama = nama_perintah(pertama, tabel)
    if not (nama and sisa) or nama == kata.MENU:
        return ""
    resep = tabel[nama]
    if resep.ketik:
        return f"{nama} {sisa}" if resep.ketik(sisa) else ""
    return f"{nama} {sisa}" if resep.baca or (resep.langsung and resep.menu) else ""


def penyahut(tabel: Tabel) -> Resep | None:
    """The conversation that answers what nothing else claims."""
    return next((resep for resep in tabel.values() if resep.sahut), None)


def dikenal(teks: str, tabel: Tabel) -> bool:
    """Whether it names something that can be asked about, whatever else it is."""
    resep = penyahut(tabel)
    return resep is not None and resep.tahu is not None and resep.tahu(teks)


def penerima(masukan: Masukan, tabel: Tabel, peran: Collection[str]) -> tuple[Resep, str] | None:
    """The conversation that a picture or a place out of the blue opens, and the words for it to read."""
    teks = masukan.teks.strip()
    nama, argumen = pisah(teks[1:] if teks.startswith("/") else perintah_ketik(teks, tabel))
    for resep in tabel.values():
        if (resep.foto if masukan.foto else resep.lokasi) and resep.untuk & set(peran):
            return resep, argumen if nama == resep.nama else teks
    return None


def argumen_untuk(resep: Resep, teks: str, tabel: Tabel) -> str | None:
    """What stands behind this command's name in the text; None where the text does not begin with it."""
    teks = teks.strip()
    nama, argumen = pisah(teks[1:] if teks.startswith("/") else perintah_ketik(teks, tabel))
    if nama == resep.nama:
        return argumen
    return _sisa(resep, teks) if resep.dokumen else None


def _sisa(resep: Resep, teks: str) -> str | None:
    """What stands behind the command's other words, which may be several: "cocokkan drp oktober"."""
    rapi = rapikan(teks)
    for kata_ in sorted((resep.nama, *resep.kata), key=len, reverse=True):
        if rapi.lower() == kata_ or rapi.lower().startswith(f"{kata_} "):
            return rapi[len(kata_) :].strip()
    return None


def penerima_dokumen(masukan: Masukan, tabel: Tabel, peran: Collection[str]) -> tuple[Resep, str] | None:
    """The conversation that a document opens, and the words for it to read; None also where a slash names another."""
    teks = masukan.teks.strip()
    mime = masukan.dokumen.mime if masukan.dokumen else ""
    cocok = [resep for resep in tabel.values() if mime in resep.dokumen and resep.untuk & set(peran)]
    for resep in cocok:
        argumen = argumen_untuk(resep, teks, tabel)
        if argumen is not None:
            return resep, argumen
    return (cocok[0], teks) if cocok and not teks.startswith("/") else None


def dikenali(teks: str, tabel: Tabel, peran: Collection[str]) -> Resep | None:
    """The conversation for which a text without any command is plainly meant."""
    for resep in tabel.values():
        if resep.kenali and resep.kenali(teks) and resep.untuk & set(peran):
            return resep
    return None


def pembuka(masukan: Masukan, tabel: Tabel, peran: Collection[str]) -> tuple[Resep, str] | None:
    """The conversation that the message opens where none is open, and the words for it to read; None for any other."""
    if masukan.foto or masukan.lokasi:
        return penerima(masukan, tabel, peran)
    if masukan.dokumen:
        return penerima_dokumen(masukan, tabel, peran)
    teks = masukan.teks.lstrip()
    nama, argumen = pisah(teks[1:] if teks.startswith("/") else perintah_ketik(teks, tabel))
    if not nama:
        resep = dikenali(teks, tabel, peran)
        return (resep, masukan.teks) if resep else None
    resep = tabel.get(nama)
    return (resep, argumen) if resep and not resep.langsung and resep.untuk & set(peran) else None
