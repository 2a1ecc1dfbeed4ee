"""/musdes baru: the kind, the village, the day, the hour, the place; everything else can wait until it is going on."""

from __future__ import annotations

import re
from datetime import date

from data.desa import Desa
from data.katalog.musdes import JenisMusdes
from data.musdes.musdes import Mulai, Musdes
from data.orang import PENDAMPING
from data.wilayah import Wilayah
from handlers.dialog.baca.tanggal import ejaan_pendek, ejaan_tanggal
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Pilihan, Text
from handlers.dialog.questions.suggest import Suggest
from handlers.dialog.tombol import perintah
from handlers.kartu import sebut_tempat
from handlers.musdes.baca_baru import baca_baru
from handlers.musdes.kartu import kartu_kini
from handlers.musdes.pilih import simpan_titipan, titipan
from handlers.musdes.tanya import Hari, Jam, tanya_banyak_desa, tanya_desa, tanya_jenis
from handlers.musdes.tempelan import sebut_tempelan, terapkan, urai

LANJUT, LAIN, GABUNG = "lanjut", "lain", "gabung"
NOTULEN = re.compile(
    r"\W*(?:musdes baru\b|(?:draf )?(?:notulen|notula|notulensi|risalah|berita acara)\b.*\n)", re.IGNORECASE
)


def _kenali(teks: str) -> bool:
    return NOTULEN.match(teks) is not None


def _baca(teks: str, d: Dialog, desa: Desa) -> bool:
    return baca_baru(re.sub(r"^\W*musdes baru\b", "", teks, flags=re.IGNORECASE).strip(), d, desa)


@dialog(
    "musdes_baru",
    help="Musdes baru",
    untuk=PENDAMPING,
    kata=("musdes baru", "catat musdes", "mulai musdes"),
    baca=_baca,
    kenali=_kenali,
    ketik=lambda sisa: False,
    menu=False,
    sela=False,
    foto="foto",
)
def musdes_baru(d: Dialog, desa: Desa) -> Kabar:
    dampingan = desa.dampingan()
    if not dampingan:
        teks = "Belum ada desa dampingan yang berlaku, jadi musdes belum bisa dicatat."
        return Kabar(Pesan(teks, tombol=(Tombol("Menu", perintah("menu")),)))
    jenis = d.ask("jenis", tanya_jenis(desa.musdes.sering()))
    di = _desa(jenis, dampingan, d)
    tanggal = d.ask("tanggal", Hari("Tanggal berapa?"))
    jam = d.ask("jam", Jam("Mulai jam berapa? Kalau sudah selesai, boleh dengan jam selesainya."))
    tempat = d.ask("tempat", _tanya_tempat(di[0], desa))
    tanya = Text("Dalam rangka apa?", petunjuk="Contoh: pembahasan tanah kas desa.", maksimal=200)
    judul = d.ask("judul", tanya, "Dalam rangka") if jenis.kode == "lain" else d.offer("judul", tanya, "Dalam rangka")
    naskah = d.keadaan.jawaban.get("naskah")
    foto = titipan(d, tampak=True)
    mulai, _, selesai = jam.partition("-")
    isi = Mulai(jenis.kode, tuple(w.kode for w in di), tanggal.isoformat(), mulai, selesai or None, tempat, judul or "")
    sama = desa.musdes.mirip(jenis.kode, list(isi.desa), isi.tanggal)
    pilihan = d.ask("sama", _tanya_sama(sama[0], desa), "Sudah dicatat") if sama else LAIN
    if pilihan == LANJUT:
        return Kabar(kartu_kini(sama[0], desa, simpan_titipan(sama[0], foto, desa)), f"Dilanjutkan di {sama[0].nomor}.")
    bacaan = f"\n\nDari tempelan: {sebut_tempelan(urai(str(naskah)))}." if naskah else ""
    d.review(f"{_ringkas(jenis, di, isi)}{bacaan}\n\nSudah benar?")
    return _buat(isi, sama, pilihan, d, desa)


def _buat(isi: Mulai, sama: list[Musdes], pilihan: str, d: Dialog, desa: Desa) -> Kabar:
    nomor = desa.musdes.mulai(isi, d.percakapan or None)
    m = desa.musdes.ambil(nomor)
    assert m is not None
    kepala = ["Musdes dibuka. Isi bagian mana saja, kapan saja, dari HP mana saja."]
    if naskah := d.keadaan.jawaban.get("naskah"):
        kepala.append(terapkan(urai(str(naskah)), m, desa))
    kepala.append(simpan_titipan(m, titipan(d, tampak=True), desa))
    if pilihan == GABUNG:
        desa.musdes.gabung(desa.musdes.ambil(nomor) or m, sama[0])
        m = sama[0]
        kepala = [f"Yang baru diisi sudah digabung ke {m.nomor}. Yang berbeda tetap tersimpan di jejak."]
    elif sama:
        desa.musdes.bukan(m, [s.nomor for s in sama])
    return Kabar(kartu_kini(m, desa, "\n".join(k for k in kepala if k)), f"Tersimpan {nomor}; tidak dicatat dua kali.")


def _desa(jenis: JenisMusdes, dampingan: list[Wilayah], d: Dialog) -> tuple[Wilayah, ...]:
    """The only village is not asked for."""
    if jenis.antardesa and len(dampingan) > 1:
        return d.ask("antardesa", tanya_banyak_desa(dampingan), "Desa")
    return (dampingan[0] if len(dampingan) == 1 else d.ask("desa", tanya_desa(dampingan)),)


def _tanya_tempat(di: Wilayah, desa: Desa) -> Question[str]:
    usul = desa.musdes.tempat_terakhir(di.kode) or ["Balai desa", "Kantor desa"]
    return Suggest("Di mana tempatnya?", petunjuk="Contoh: Balai desa.", maksimal=120, usul=tuple(usul))


def _tanya_sama(m: Musdes, desa: Desa) -> Question[str]:
    sebut = f"{ejaan_pendek(date.fromisoformat(m.tanggal))}, {m.mulai.replace(':', '.')}"
    pilihan = [
        Pilihan(f"{LANJUT}.{m.nomor}", "Lanjutkan itu", LANJUT, kata=("teruskan",)),
        Pilihan(f"{LAIN}.{m.nomor}", "Ini musdes lain", LAIN, kata=("lain", "bukan")),
        Pilihan(f"{GABUNG}.{m.nomor}", "Gabungkan", GABUNG, kata=("satukan",)),
    ]
    kata = f"Sepertinya sudah dicatat {m.penulis}: {m.nomor} ({sebut})."
    return Choice(kata, pilihan, petunjuk="Pilih lanjutkan itu, ini musdes lain, atau gabungkan.")


def _ringkas(jenis: JenisMusdes, di: tuple[Wilayah, ...], isi: Mulai) -> str:
    jam = isi.mulai if isi.selesai is None else f"{isi.mulai}–{isi.selesai}"
    baris = [
        f"{jenis.label}, {', '.join(map(sebut_tempat, di))}",
        f"{ejaan_tanggal(date.fromisoformat(isi.tanggal))}, {jam.replace(':', '.')}",
        isi.tempat,
        f"Dalam rangka {isi.judul}" if isi.judul else "",
    ]
    return "\n".join(b for b in baris if b)
