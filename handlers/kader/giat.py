"""/giat: what a kader does, by themselves; /kegiatan_kader_baru: what a pendamping knows of it. Three answers do."""

from __future__ import annotations

from typing import Any

from data.desa import Desa
from data.kader import GIAT, KADER
from data.orang import KPMD, PENDAMPING
from data.register import Register
from data.register.baca import jenis_dari
from handlers import isian
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Pilihan
from handlers.dialog.questions.suggest import Suggest
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.kader.sebut import SEMUA, baca_kader, hanya_kader, ketik_kader
from handlers.register.baru import tanya_tempat
from handlers.register.bidang import pertanyaan, rincian, simpan
from handlers.register.kartu import kartu_kini
from handlers.register.sebut import di_mana
from handlers.tim.lihat import sebut_desa

BIASA = ("Posyandu", "Pendataan warga", "Musyawarah dusun", "Kunjungan rumah", "Gotong royong", "Pelatihan kader")
DITAWARKAN = ("hasil", "peserta", "perempuan", "foto")
BELUM = "Belum ada kader yang bisa Anda catat kegiatannya. Tambahkan kadernya dulu."


@dialog(
    "giat",
    help="Catat kegiatan kader",
    untuk=(KPMD,),
    kata=("catat giat", "catat kegiatan kader", "lapor kegiatan kader"),
    foto="foto",
)
def giat(d: Dialog, desa: Desa) -> Kabar:
    tempat = desa.wilayah.di_bawah({t.wilayah for t in desa.lingkup.tugas if t.peran == KPMD})
    di = tempat[0] if len(tempat) == 1 else d.ask("desa", tanya_tempat(tempat))
    r = next((k for k in desa.kader.saya() if k.desa == di.kode), None)
    return _isi(r, di.kode, d, desa)


@dialog(
    "kegiatan_kader_baru",
    help="Tambah kegiatan kader",
    untuk=(*PENDAMPING, KPMD),
    menu=False,
    baca=baca_kader,
    ketik=ketik_kader,
    pengenal=frozenset({"nomor"}),
)
def kegiatan_kader_baru(d: Dialog, desa: Desa) -> Kabar:
    """A kader writes of themselves, wherever they came from."""
    if hanya_kader(desa):
        return giat.fungsi(d, desa)
    semua = [r for r in desa.register.daftar(KADER) if desa.register.boleh_ubah(r)]
    if not semua:
        return Kabar(Pesan(BELUM, tombol=(Tombol("Tambah kader", perintah("kader_baru")), SEMUA)))
    r = d.ask("nomor", _tanya_siapa(semua, desa), "Kader")
    return _isi(r, r.desa, d, desa)


def _tanya_siapa(semua: list[Register], desa: Desa) -> Question[Register]:
    pilihan = [Pilihan(r.nomor, sebaris(r.judul, 40), r, sebut_desa(r.desa, desa), kata=(r.nomor,)) for r in semua]
    return Choice("Kegiatan siapa?", pilihan, petunjuk="Pilih kadernya, atau ketik namanya.")


def _isi(r: Register | None, kode: str, d: Dialog, desa: Desa) -> Kabar:
    jenis = jenis_dari(GIAT)
    bidang = {b.kunci: b for b in jenis.bidang}
    apa = Suggest(bidang["apa"].tanya, petunjuk=bidang["apa"].petunjuk, minimal=2, maksimal=160, usul=BIASA)
    jawab: dict[str, Any] = {"apa": d.ask("apa", apa, bidang["apa"].label)}
    jawab |= {k: d.ask(k, pertanyaan(bidang[k]), bidang[k].label) for k in ("macam", "tanggal")}
    jawab |= {k: d.offer(k, pertanyaan(bidang[k]), bidang[k].label) for k in DITAWARKAN}
    foto = jawab.pop("foto") or ()
    isi = {k: simpan(v) for k, v in jawab.items() if v is not None}
    siapa = [f"Kader: {sebaris(r.judul, 60)}"] if r and r.milik != d.orang.id else []
    gambar = [f"Foto: {len(foto)}"] if foto else []
    d.review("\n".join([di_mana(kode, desa), *siapa, *rincian(jenis, isi), *gambar]))
    nomor = desa.kader.catat(r, kode, isi, percakapan_id=d.percakapan or None, foto=isian.kolom_foto(foto))
    return Kabar(kartu_kini(nomor, d, desa, "Tersimpan."), f"{nomor} sudah tersimpan.")
