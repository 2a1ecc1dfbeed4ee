"""/ubah_putusan: another day, or somebody else who does it."""

from __future__ import annotations

from data.desa import Desa
from data.keputusan import Keputusan
from handlers.dialog.baca.tanggal import ejaan_tanggal
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.kabari import kabari
from handlers.dialog.pesan import Pesan
from handlers.dialog.questions import Choice, Date, Pilihan
from handlers.dialog.sebaris import sebaris
from handlers.keputusan.kartu_putusan import kartu_putusan, tombol_keadaan
from handlers.keputusan.sebut import NOMOR, PEMBACA, di_mana, jarak, tak_ada, tanya_nomor
from handlers.keputusan.tanya_pj import TanyaPJ

TENGGAT, PJ = "tenggat", "pj"


def _baca(teks: str, d: Dialog, desa: Desa) -> bool:
    """'P-2611-0012 tenggat'"""
    if cocok := NOMOR.search(teks):
        d.keadaan.jawaban["nomor"] = cocok[1].upper()
    if bagian := next((satu for satu in (TENGGAT, PJ) if satu in teks.lower().split()), ""):
        d.keadaan.jawaban["bagian"] = bagian
    return False


@dialog("ubah_putusan", help="Ubah tenggat atau PJ keputusan", untuk=PEMBACA, menu=False, baca=_baca)
def ubah_putusan(d: Dialog, desa: Desa) -> Kabar:
    nomor = d.ask("nomor", tanya_nomor()).removeprefix("#")
    k = desa.keputusan.ambil(nomor)
    if k is None:
        return Kabar(tak_ada(nomor))
    if not desa.keputusan.boleh_ubah(k):
        return Kabar(kartu_putusan(k, d, desa, "Keputusan ini bisa Anda baca; yang mengubahnya pendamping desa itu."))
    pilihan = [Pilihan(TENGGAT, "Tenggat", TENGGAT), Pilihan(PJ, "Penanggung jawab", PJ, kata=("pj", "orang"))]
    if d.ask("bagian", Choice("Apa yang diubah?", pilihan)) == TENGGAT:
        return _ubah_tenggat(k, d, desa)
    return _ubah_pj(k, d, desa)


def _ubah_tenggat(k: Keputusan, d: Dialog, desa: Desa) -> Kabar:
    tenggat = d.ask("tenggat", Date("Tenggat barunya tanggal berapa?", arah="depan"))
    desa.keputusan.ubah(k, {"tenggat": tenggat.isoformat()})
    kini = desa.keputusan.ambil(k.nomor) or k
    kata = f"Tenggatnya sekarang {ejaan_tanggal(tenggat)}."
    return Kabar(kartu_putusan(kini, d, desa, kata), f"Tenggat {k.nomor} sudah diubah.")


def _ubah_pj(k: Keputusan, d: Dialog, desa: Desa) -> Kabar:
    pj, orang_id = d.ask("pj", TanyaPJ("Siapa yang mengerjakan?", desa.keputusan.calon_pj(k.desa)), "Penanggung jawab")
    berubah = desa.keputusan.ubah(k, {"pj": pj, "pj_orang": orang_id})
    kini = desa.keputusan.ambil(k.nomor) or k
    kata = f"Penanggung jawabnya sekarang {sebaris(pj, 60)}."
    if berubah and orang_id not in (None, d.orang.id):
        kata += _kabari(kini, orang_id, d, desa)
    return Kabar(kartu_putusan(kini, d, desa, kata), f"Penanggung jawab {k.nomor} sudah diganti.")


def _kabari(k: Keputusan, orang_id: int, d: Dialog, desa: Desa) -> str:
    hari = jarak(k, d.hari_ini)
    pesan = Pesan(
        f"{d.orang.nama} menuliskan Anda sebagai penanggung jawab:\n{sebaris(k.isi, 1200)}\n"
        f"{di_mana(k.desa, desa)}{f', tenggat {hari}' if hari else ''}",
        judul=f"Keputusan {k.nomor}",
        tombol=tombol_keadaan(k),
    )
    sampai = kabari(desa, orang_id, pesan, f"putusan:{k.nomor}:pj:{orang_id}:{d.kini}")
    return " Orangnya dikabari." if sampai else " Mohon disampaikan langsung: belum ada alamat aktifnya."
