"""/kader_naik: somebody who accompanies a kader confirms the step that their doings show. One step at a time."""

from __future__ import annotations

from data.desa import Desa
from data.katalog.kader import Anak, muat_kader, nama_pilihan
from data.orang import PENDAMPING
from data.register import Register
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.kabari import kabari
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.tombol import perintah
from handlers.kader.sebut import NOMOR, SEMUA, ketik_kader, periksa, sebut_kurang
from handlers.register.kartu import kartu_kini
from handlers.register.pasang import sesudah

CONTOH = "Kader yang mana? Yang siap ke langkah berikutnya ada di /kader siap."


@dialog("kader_naik", help="Benarkan langkah kader", untuk=PENDAMPING, langsung=True, menu=False, ketik=ketik_kader)
def kader_naik(d: Dialog, desa: Desa) -> Kabar:
    """'KD-2611-0003 mendampingi'"""
    cocok = NOMOR.search(d.argumen)
    if cocok is None:
        return Kabar(Pesan(CONTOH, tombol=(SEMUA,)))
    r = periksa(cocok[1], d, desa)
    if isinstance(r, Kabar):
        return r
    tuju = d.argumen[cocok.end() :].strip().lower()
    if sebab := _sebab(r, tuju, desa):
        return Kabar(kartu_kini(r.nomor, d, desa, sebab))
    desa.register.ubah(r, {"tangga": tuju})
    _kabari(r, tuju, d, desa)
    return Kabar(sesudah(r.nomor, "ubah", f"Sekarang di langkah {_nama(tuju)}.", d, desa))


def _sebab(r: Register, tuju: str, desa: Desa) -> str:
    """Why it is not confirmed now; '' where it is."""
    jalan = desa.kader.jalan(r)
    urut = [a.kode for a in muat_kader().tangga]
    if tuju in urut and jalan.tangga in urut and urut.index(tuju) <= urut.index(jalan.tangga):
        return f"Sudah tercatat di langkah {_nama(jalan.tangga)}."
    if not desa.lingkup.boleh_mendampingi(r.desa) or r.ditutup is not None:
        return "Langkahnya dibenarkan pendamping desa ini, selama kadernya masih bertugas."
    lanjut: Anak | None = jalan.berikut
    if lanjut is None or jalan.siap is None:
        kurang = f" Yang ada baru {sebut_kurang(jalan, lanjut)}." if lanjut else ""
        return f"Belum bisa ke langkah berikutnya.{kurang}"
    return "" if tuju == lanjut.kode else f"Langkah berikutnya {lanjut.nama.lower()}; satu langkah sekali."


def _kabari(r: Register, tuju: str, d: Dialog, desa: Desa) -> None:
    """The kader hears it from whoever accompanies them."""
    if r.milik is None:
        return
    pesan = Pesan(
        f"{d.orang.nama} membenarkan langkah Anda sebagai kader: {_nama(tuju)}. Selamat, dan terima kasih.",
        tombol=(Tombol("Lihat kartu", perintah(f"kader {r.nomor}")),),
    )
    kabari(desa, r.milik, pesan, f"kader:{r.nomor}:{tuju}")


def _nama(kode: str) -> str:
    return nama_pilihan("kader", "tangga", kode).lower()
