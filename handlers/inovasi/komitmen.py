"""/komitmen: what villages promised to repeat. /komitmen_baru: one more; where it comes from, they are told."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from data.desa import Desa
from data.inovasi import Bersama
from data.katalog.register import JenisRegister, muat_register
from data.orang import PENDAMPING
from data.wilayah import Wilayah
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.kabari import kabari
from handlers.dialog.keadaan import Json
from handlers.dialog.masukan import Masukan
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.question import Layar
from handlers.dialog.questions.text import Text
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tolak import Tolak
from handlers.dialog.tombol import perintah
from handlers.inovasi.inovasi import UNTUK
from handlers.inovasi.kait import tanya_tahun
from handlers.inovasi.sebut import NOMOR, sebut_letak, tempat
from handlers.kartu import sebut_tempat
from handlers.register.baru import BELUM, tanya_tempat, tempat_bisa, tempat_dalam
from handlers.register.bidang import pertanyaan, rincian
from handlers.register.daftar import daftar
from handlers.register.kartu import kartu
from handlers.register.pasang import sesudah
from handlers.register.sebut import NOMOR as NOMOR_REGISTER
from handlers.register.sebut import tak_ada


def jenis() -> JenisRegister:
    return muat_register().menurut_kode("komitmen")


@dialog(
    "komitmen",
    help="Lihat komitmen meniru",
    untuk=UNTUK,
    kata=jenis().kata,
    langsung=True,
    menu=False,
    ketik=lambda sisa: NOMOR_REGISTER.match(sisa.strip()) is not None,
)
def komitmen(d: Dialog, desa: Desa) -> Kabar:
    if cocok := NOMOR_REGISTER.search(d.argumen):
        r = desa.register.ambil(cocok[1])
        return Kabar(kartu(r, d, desa) if r else tak_ada(cocok[1]))
    pesan = daftar(jenis(), d.argumen, d, desa)
    if pesan.berkas:
        return Kabar(pesan)
    return Kabar(msgspec.structs.replace(pesan, tombol=(*pesan.tombol, Tombol("Inovasi desa", perintah("inovasi")))))


@dataclass(frozen=True)
class TanyaInovasi(Text):
    """A card's number that is there, or the name of what was seen elsewhere."""

    desa: Desa | None = None

    def read(self, masukan: Masukan, layar: Layar) -> str:
        return self._sah(super().read(masukan, layar))

    def load(self, json: Json, layar: Layar) -> str:
        return self._sah(super().load(json, layar))

    def _sah(self, teks: str) -> str:
        cocok = NOMOR.search(teks)
        if cocok and self.desa and dikenal(cocok[1], self.desa) is None:
            raise Tolak(f"{cocok[1].upper()[:20]} belum ada. {self.petunjuk}")
        return cocok[1].upper() if cocok else teks


def dikenal(nomor: str, desa: Desa) -> Bersama | None:
    """A card that is shared with the person."""
    return desa.inovasi.ambil(nomor)


def _baca(teks: str, d: Dialog, desa: Desa) -> bool:
    """'IN-2611-0004 sukamaju': a number, and a village of one's own."""
    if cocok := NOMOR.search(teks):
        d.keadaan.jawaban["inovasi"] = cocok[1].upper()
        teks = teks.replace(cocok[0], " ")
    if kode := tempat_dalam(teks, tempat_bisa(jenis(), desa)):
        d.keadaan.jawaban["desa"] = kode
    return False


@dialog(
    "komitmen_baru",
    help="Catat komitmen meniru",
    untuk=PENDAMPING,
    kata=("tambah komitmen", "komitmen baru"),
    menu=False,
    baca=_baca,
    pengenal=frozenset({"inovasi", "desa"}),
)
def komitmen_baru(d: Dialog, desa: Desa) -> Kabar:
    semua = tempat_bisa(jenis(), desa)
    if not semua:
        return Kabar(Pesan(BELUM, tombol=(Tombol("Menu", perintah("menu")),)))
    bidang = {b.kunci: b for b in jenis().bidang}
    apa = d.ask("inovasi", _tanya_inovasi(desa), bidang["inovasi"].label)
    b = dikenal(apa, desa) if NOMOR.fullmatch(apa) else None
    boleh = [w for w in semua if b is None or w.kode != b.desa]
    if not boleh:
        return Kabar(Pesan("Inovasi itu dari desa Anda sendiri, jadi belum ada desa lain untuk menirunya."))
    di = boleh[0] if len(boleh) == 1 else d.ask("desa", tanya_tempat(boleh))
    tahun = d.ask("tahun", tanya_tahun(d.hari_ini), bidang["tahun"].label)
    dari = None if b else d.offer("asal", pertanyaan(bidang["asal"]), bidang["asal"].label)
    anggaran = d.offer("anggaran", pertanyaan(bidang["anggaran"]), bidang["anggaran"].label)
    isi = {"inovasi": b.judul if b else apa, "tahun": tahun, "asal": dari, "anggaran": anggaran}
    d.review("\n".join(_ringkas(di, isi, b, desa)))

    nomor = desa.register.tambah(
        "komitmen", di.kode, {k: v for k, v in isi.items() if v is not None},
        percakapan_id=d.percakapan or None, induk=b.id if b else None,
    )  # fmt: skip
    if b:
        _kabari(b, di, nomor, d, desa)
    return Kabar(sesudah(nomor, "tambah", "Tersimpan sebagai janji.", d, desa), f"{nomor} sudah tersimpan.")


def _tanya_inovasi(desa: Desa) -> TanyaInovasi:
    b = next(b for b in jenis().bidang if b.kunci == "inovasi")
    return TanyaInovasi(f"{b.tanya} {b.petunjuk}", b.petunjuk, 3, b.batas or 160, desa)


def _ringkas(di: Wilayah, isi: dict[str, object], b: Bersama | None, desa: Desa) -> list[str]:
    ada = {k: v for k, v in isi.items() if v is not None}
    baris = [f"{sebut_tempat(di)} mau meniru:", *rincian(jenis(), ada)]
    if b:
        baris.append(f"Inovasi asal: {b.nomor}, {sebut_letak(tempat(b.desa, desa))}")
        baris += ["", "Pendamping di desa asalnya dikabari, supaya bisa membantu."]
    kembar = [r for r in desa.register.daftar("komitmen", desa=di.kode) if b and r.induk == b.id]
    if kembar:
        baris += ["", f"⚠ Sudah ada {kembar[0].nomor} untuk inovasi ini. Kalau sama, pilih Batal."]
    return baris


def _kabari(b: Bersama, di: Wilayah, nomor: str, d: Dialog, desa: Desa) -> None:
    """Which village, not who: the person is found through it."""
    pesan = Pesan(
        f"{sebut_letak(di)}, mau meniru “{sebaris(b.judul, 160)}” dari {sebut_tempat(tempat(b.desa, desa))}.\n\n"
        "Kalau mereka menghubungi, ceritakan juga yang tidak berhasil: itu yang paling menolong.",
        judul="Ada desa yang mau meniru",
        tombol=(Tombol("Lihat inovasinya", perintah(f"inovasi {b.nomor}")),),
    )
    for orang_id in desa.inovasi.pendamping(b):
        if orang_id != d.orang.id:
            kabari(desa, orang_id, pesan, f"komitmen:{nomor}")
