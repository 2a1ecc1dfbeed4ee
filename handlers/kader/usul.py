"""What is known already, put on a kader's card by a tap: the musyawarah, a training; and the SK, two answers."""

from __future__ import annotations

import re

from data.desa import Desa
from data.orang import PENDAMPING
from data.register import Register
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan
from handlers.dialog.sebaris import sebaris
from handlers.kader.kartu_kader import musdes_pemilih
from handlers.kader.sebut import NOMOR, SEMUA, ambil, baca_kader, bidang, ketik_kader, periksa
from handlers.register.bidang import pertanyaan, simpan
from handlers.register.kartu import kartu_kini
from handlers.register.pasang import sesudah

LAIN = re.compile(r"\b([KM]-\d{4}-\d{4,})", re.IGNORECASE)
CONTOH = "Kader yang mana? Buka kartunya lewat /kader, lalu ketuk usulannya."


def _dua(d: Dialog, desa: Desa) -> tuple[Register, str] | Kabar:
    """The kader and the number behind it."""
    cocok = NOMOR.search(d.argumen)
    if cocok is None:
        return Kabar(Pesan(CONTOH, tombol=(SEMUA,)))
    r = periksa(cocok[1], d, desa)
    if isinstance(r, Kabar):
        return r
    lain = LAIN.search(d.argumen[cocok.end() :])
    return r, lain[1].upper() if lain else ""


@dialog(
    "kader_musdes", help="Musdes yang memilih kader", untuk=PENDAMPING, langsung=True, menu=False, ketik=ketik_kader
)
def kader_musdes(d: Dialog, desa: Desa) -> Kabar:
    dua = _dua(d, desa)
    if isinstance(dua, Kabar):
        return dua
    r, nomor = dua
    if nomor not in {m.nomor for m in musdes_pemilih(r.desa, desa)}:
        return Kabar(kartu_kini(r.nomor, d, desa, "Musdes pemilihan kader itu belum ada dalam daftar Anda."))
    if not desa.register.ubah(r, {"musdes": nomor}):
        return Kabar(kartu_kini(r.nomor, d, desa, f"Memang sudah tertulis {nomor}."))
    return Kabar(sesudah(r.nomor, "ubah", f"Dipilih dalam {nomor}.", d, desa))


@dialog("kader_latih", help="Kader ikut pelatihan", untuk=PENDAMPING, langsung=True, menu=False, ketik=ketik_kader)
def kader_latih(d: Dialog, desa: Desa) -> Kabar:
    dua = _dua(d, desa)
    if isinstance(dua, Kabar):
        return dua
    r, nomor = dua
    if any(g.isi.get("kegiatan") == nomor for g in desa.kader.kegiatan(r)):
        return Kabar(kartu_kini(r.nomor, d, desa, f"Pelatihan dari {nomor} sudah ada di kartunya."))
    satu = next((u for u in desa.kader.usul_latih(r) if u.nomor == nomor), None)
    if satu is None:
        return Kabar(kartu_kini(r.nomor, d, desa, "Pelatihan itu belum ada dalam catatan yang bisa Anda baca."))
    isi = {
        "apa": sebaris(satu.hasil, 150), "macam": "dilatih", "tanggal": satu.tanggal, "kegiatan": satu.nomor,
    }  # fmt: skip
    desa.kader.catat(r, r.desa, isi)
    return Kabar(kartu_kini(r.nomor, d, desa, "Pelatihannya sudah ditambahkan."))


@dialog(
    "kader_sk", help="Isi SK kader", untuk=PENDAMPING, menu=False, baca=baca_kader, ketik=ketik_kader,
    pengenal=frozenset({"nomor"}),
)  # fmt: skip
def kader_sk(d: Dialog, desa: Desa) -> Kabar:
    r = ambil("diisi SK-nya", d, desa)
    if isinstance(r, Kabar):
        return r
    isi = {k: simpan(d.ask(k, pertanyaan(bidang("kader", k)), bidang("kader", k).label)) for k in ("sk", "tanggal_sk")}
    kata = "SK-nya sudah diisi." if desa.register.ubah(r, isi) else "SK-nya memang sudah begitu."
    return Kabar(sesudah(r.nomor, "ubah", kata, d, desa), f"SK {r.nomor} sudah diisi.")
