"""/kader_baru: a kader as the SK has them; names that the musyawarah chose are offered."""

from __future__ import annotations

import re
from typing import Any

from data.desa import Desa
from data.kader import KADER
from data.katalog.register import JenisRegister
from data.musdes.rekaman import Musdes
from data.orang import PENDAMPING
from data.register.baca import jenis_dari
from data.wilayah import Wilayah
from handlers.bergabung.nama_orang import tanya_nama
from handlers.dialog.baca.cocok import lipat
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.questions.suggest import Suggest
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.kader.kartu_kader import musdes_pemilih
from handlers.kartu import sebut_tempat
from handlers.register.baru import BELUM, tanya_tempat, tempat_bisa, tempat_dalam
from handlers.register.bidang import pertanyaan, rincian, simpan
from handlers.register.pasang import sesudah

PISAH = re.compile(r"[,;\n/]|\bdan\b")
USUL = 4
LENGKAP = ("dusun", "sk", "tanggal_sk")
"""Fields that the summary offers as they are."""


def _baca(teks: str, d: Dialog, desa: Desa) -> bool:
    """'sukamaju' behind the command is the first answer."""
    if kode := tempat_dalam(teks, tempat_bisa(jenis_dari(KADER), desa)):
        d.keadaan.jawaban["desa"] = kode
    return False


@dialog(
    "kader_baru",
    help="Tambah kader",
    untuk=PENDAMPING,
    kata=("tambah kader", "kader baru"),
    menu=False,
    baca=_baca,
    pengenal=frozenset({"desa"}),
)
def kader_baru(d: Dialog, desa: Desa) -> Kabar:
    jenis = jenis_dari(KADER)
    semua = tempat_bisa(jenis, desa)
    if not semua:
        return Kabar(Pesan(BELUM, tombol=(Tombol("Menu", perintah("menu")),)))
    di = semua[0] if len(semua) == 1 else d.ask("desa", tanya_tempat(semua))
    musdes = musdes_pemilih(di.kode, desa)
    isi = _isi(jenis, di, musdes, d, desa)
    d.review(_ringkas(jenis, di, isi, desa))
    nomor = desa.register.tambah(KADER, di.kode, isi, percakapan_id=d.percakapan or None)
    return Kabar(sesudah(nomor, "tambah", "Tersimpan.", d, desa), f"{nomor} sudah tersimpan.")


def _isi(jenis: JenisRegister, di: Wilayah, musdes: list[Musdes], d: Dialog, desa: Desa) -> dict[str, Any]:
    bidang = {b.kunci: b for b in jenis.bidang}
    usul = _terpilih(musdes, di, desa)
    jawab: dict[str, Any] = {"nama": d.ask("nama", tanya_nama(bidang["nama"].tanya, *usul))}
    jawab |= {k: d.ask(k, pertanyaan(bidang[k]), bidang[k].label) for k in ("kelamin", "bidang")}
    nomor = tuple(m.nomor for m in musdes[:USUL])
    tanya = Suggest(bidang["musdes"].tanya, petunjuk=bidang["musdes"].petunjuk, maksimal=60, usul=nomor)
    jawab["musdes"] = d.offer("musdes", tanya, bidang["musdes"].label)
    jawab |= {k: d.offer(k, pertanyaan(bidang[k]), bidang[k].label) for k in LENGKAP}
    return {k: simpan(v) for k, v in jawab.items() if v is not None}


def _terpilih(musdes: list[Musdes], di: Wilayah, desa: Desa) -> list[str]:
    """Names that the last musyawarah wrote down as chosen and that have no card yet."""
    ada = {lipat(r.judul) for r in desa.register.daftar(KADER, desa=di.kode)}
    tulisan = next((str(m.isian["terpilih"]) for m in musdes if m.isian.get("terpilih")), "")
    nama = [" ".join(satu.split()) for satu in PISAH.split(tulisan)]
    return [satu for satu in nama if satu and lipat(satu) not in ada][:USUL]


def _ringkas(jenis: JenisRegister, di: Wilayah, isi: dict[str, Any], desa: Desa) -> str:
    sama = [r for r in desa.register.daftar(KADER, desa=di.kode) if lipat(r.judul) == lipat(isi["nama"])]
    kembar = f"\n\n⚠ Sudah ada {sama[0].nomor} ({sebaris(sama[0].judul, 60)}). Kalau sama, pilih Batal." if sama else ""
    return "\n".join([sebut_tempat(di), *rincian(jenis, isi)]) + kembar
