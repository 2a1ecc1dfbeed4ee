"""/kemandirian_baru: a group looks at itself, in a musyawarah or a talk; ten pictures, and what they want next."""

from __future__ import annotations

from datetime import date

from data.desa import Desa
from data.katalog.kemandirian import UNSUR, muat_kemandirian
from data.kemandirian import IsiKemandirian, SudahDinilai
from data.orang import PENDAMPING
from data.wilayah import Wilayah
from handlers.bumdes.tempat import KODE_DESA, tanya_desa
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.questions import optional
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.isian import kolom_peserta
from handlers.kartu import sebut_tempat
from handlers.kemandirian.kartu import kartu
from handlers.kemandirian.sebut import BUKAN_INDEKS, FORUM, SEDESA, batang, sebut_kelompok
from handlers.kemandirian.tanya import (
    musdes_terakhir,
    tanya_berikut,
    tanya_catatan,
    tanya_forum,
    tanya_kelompok,
    tanya_peserta,
    tanya_soal,
    tanya_tanggal,
)
from handlers.register.baru import BELUM, tempat_dalam


def _baca(teks: str, d: Dialog, desa: Desa) -> bool:
    """'sukamaju', '32.03.03.2013'"""
    kode = KODE_DESA.search(teks)
    if ada := kode[0] if kode else tempat_dalam(teks, desa.dampingan()):
        d.keadaan.jawaban["desa"] = ada
    return False


@dialog(
    "kemandirian_baru",
    help="Isi penilaian kemandirian",
    untuk=PENDAMPING,
    kata=("isi kemandirian", "nilai kemandirian"),
    menu=False,
    baca=_baca,
    pengenal=frozenset({"desa"}),
)
def kemandirian_baru(d: Dialog, desa: Desa) -> Kabar:
    semua = desa.dampingan()
    if not semua:
        return Kabar(Pesan(BELUM, tombol=(Tombol("Menu", perintah("menu")),)))
    di = tanya_desa(d, semua)
    siapa = d.ask("kelompok", tanya_kelompok(di, desa))
    kelompok = "" if siapa.lower() in (SEDESA.lower(), "desa") else siapa
    forum, nomor = d.ask("forum", tanya_forum(musdes_terakhir(di, d.hari_ini, desa)))
    musdes = desa.musdes.ambil(nomor) if nomor else None
    tanggal = musdes.tanggal if musdes else d.ask("tanggal", tanya_tanggal()).isoformat()
    if ada := desa.kemandirian.serupa(di.kode, kelompok, int(tanggal[:4])):
        return _sudah(ada.nomor, d, desa)
    peserta = d.ask("peserta", tanya_peserta(musdes, di), "Yang ikut")
    jawab = {s.kunci: d.ask(s.kunci, tanya_soal(s), s.label) for s in muat_kemandirian().soal}
    berikut = d.ask("berikut", optional(tanya_berikut()), "Langkah berikutnya")
    catatan = d.offer("catatan", tanya_catatan())
    isi = IsiKemandirian(
        di.kode, tanggal, forum, kelompok, musdes.id if musdes else None,
        isi=jawab, berikut=berikut or "", catatan=catatan or "", **kolom_peserta(peserta),
    )  # fmt: skip
    d.review(_ringkas(di, isi, nomor))

    try:
        baru = desa.kemandirian.tambah(isi, d.percakapan or None)
    except SudahDinilai as sudah:  # somebody else was quicker
        return _sudah(sudah.nomor, d, desa)
    k = desa.kemandirian.ambil(baru)
    assert k is not None
    return Kabar(kartu(k, d, desa, "Tersimpan. Terima kasih kepada semua yang ikut."), f"{baru} sudah tersimpan.")


def _sudah(nomor: str, d: Dialog, desa: Desa) -> Kabar:
    k = desa.kemandirian.ambil(nomor)
    assert k is not None
    kata = f"{sebut_kelompok(k.kelompok)} sudah menilai diri tahun {k.tahun}. Kalau ada yang berbeda, ubah di sini."
    return Kabar(kartu(k, d, desa, kata))


def _ringkas(di: Wilayah, isi: IsiKemandirian, musdes: str) -> str:
    peserta = f"\nYang ikut: {_orang(isi)}" if isi.peserta is not None else ""
    hari = date.fromisoformat(isi.tanggal)
    kepala = (
        f"{sebut_kelompok(isi.kelompok)}, {sebut_tempat(di)}\n"
        f"{FORUM[isi.forum]}{f' {musdes}' if musdes else ''}, {hari.day}/{hari.month}/{hari.year}{peserta}"
    )
    semua = muat_kemandirian()
    bagian = []
    for unsur in UNSUR:
        soal = semua.tentang(unsur)
        baris = [f"{batang(isi.isi[s.kunci])} {s.label}: {s.tingkat[isi.isi[s.kunci] - 1].nama}" for s in soal]
        bagian.append("\n".join([semua.menurut_kode(unsur).nama, *baris]))
    berikut = [f"Langkah berikutnya: {sebaris(isi.berikut, 300)}"] if isi.berikut else []
    catatan = [f"Catatan: {sebaris(isi.catatan, 200)}"] if isi.catatan else []
    return "\n\n".join([kepala, *bagian, *berikut, *catatan, f"Sudah sesuai kata mereka? {BUKAN_INDEKS}"])


def _orang(isi: IsiKemandirian) -> str:
    lp = f" ({isi.peserta_l} L, {isi.peserta_p} P)" if isi.peserta_l is not None else ""
    return f"{isi.peserta} orang{lp}"
