"""/fungsi_tandai: one or several steps of a village get a state, a day and what shows it; back only with a reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from data.desa import Desa
from data.fungsi import BELUM, KEADAAN, Papan
from data.fungsi_usul import Usul
from data.katalog.fungsi import fungsi as semua_fungsi
from data.katalog.fungsi import langkah as langkah_dari
from data.katalog.indikator import Indikator
from data.orang import PENDAMPING
from data.wilayah import Wilayah
from handlers.bumdes.tempat import baca_desa
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Date, Pilihan, Text, optional
from handlers.dialog.questions.multi_choice import MultiChoice
from handlers.dialog.questions.suggest import Suggest
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.fungsi.bukti import Bukti, TanyaBukti
from handlers.fungsi.kartu import kartu_langkah
from handlers.fungsi.sebut import (
    COCOK,
    PENDEK,
    SEBUT,
    baca_kode,
    bukti_usul,
    hitung,
    sebut_fungsi,
    sebut_tanggal,
    sebut_usul,
)
from handlers.isian import pembeda
from handlers.kartu import sebut_tempat

BELUM_SAH = "Langkah fungsi bisa ditandai setelah tugas Anda disahkan koordinator."
KET = {"selesai": "sudah dikerjakan", "berjalan": "sedang dikerjakan", "belum": "belum dimulai"}


def _baca(teks: str, d: Dialog, desa: Desa) -> bool:
    """'32.03.03.2013', 'sukamaju F4', '32.03.03.2013 F4.1 selesai'"""
    jawaban = d.keadaan.jawaban
    baca_desa(teks, d, desa)
    induk, langkah = baca_kode(teks)
    if induk:
        jawaban["fungsi"] = induk
    if langkah:
        jawaban["langkah"] = [langkah]
    if keadaan := next((k for k in KEADAAN if langkah and k in teks.lower().split()), ""):
        jawaban["keadaan"] = keadaan
    return False


@dialog("fungsi_tandai", help="Tandai langkah fungsi", untuk=PENDAMPING, menu=False, baca=_baca)
def fungsi_tandai(d: Dialog, desa: Desa) -> Kabar:
    boleh = [w for w in desa.wilayah.di_bawah(desa.lingkup.baca) if desa.fungsi.boleh(w.kode)]
    if not boleh:
        return Kabar(Pesan(BELUM_SAH, tombol=(Tombol("Menu", perintah("menu")),)))
    di = boleh[0] if len(boleh) == 1 and "desa" not in d.keadaan.jawaban else d.ask("desa", _tanya_desa(boleh))
    papan, usul = desa.fungsi.papan(di.kode), desa.fungsi.usul(di.kode)
    induk = d.ask("fungsi", _tanya_fungsi(di, papan))
    dipilih = d.ask("langkah", _tanya_langkah(induk, papan, usul), "Langkah")
    keadaan = d.ask("keadaan", _tanya_keadaan(dipilih))
    hari = None if keadaan == BELUM else d.ask("tanggal", optional(Date(f"{_kapan(keadaan)}?", arah="lalu")))
    bukti = None if keadaan == BELUM else d.ask("bukti", optional(_tanya_bukti(dipilih, usul)))
    mundur = any(KEADAAN.index(papan[k].keadaan) > KEADAAN.index(keadaan) for k in dipilih)
    alasan = d.ask("alasan", _tanya_alasan()) if mundur else ""
    catatan = d.offer("catatan", Text("Apa catatannya?", "Contoh: Dibahas bersama BPD, menunggu Kades.", 3, 500))
    tanggal = hari.isoformat() if hari else None
    d.review(_ringkasan(di, dipilih, keadaan, tanggal, bukti or {}, catatan, alasan))

    for kode in dipilih:
        desa.fungsi.tandai(
            di.kode, kode, keadaan,
            tanggal=tanggal, bukti=(bukti or {}).get(kode), catatan=catatan, alasan=alasan,
        )  # fmt: skip
    return Kabar(_sesudah(di, induk, dipilih, d, desa), f"{', '.join(dipilih)} sudah ditandai {SEBUT[keadaan]}.")


def _sesudah(di: Wilayah, induk: str, dipilih: Sequence[str], d: Dialog, desa: Desa) -> Pesan:
    if len(dipilih) == 1:
        return kartu_langkah(di, dipilih[0], d, desa, "Tersimpan.")
    papan = desa.fungsi.papan(di.kode)
    return Pesan(
        f"{sebut_fungsi(induk)}: {hitung(papan, induk)}.",
        judul=f"Tersimpan, {sebut_tempat(di)}",
        tombol=(
            Tombol(PENDEK[induk], perintah(f"fungsi {di.kode} {induk}")),
            Tombol("Tandai lagi", perintah(f"fungsi_tandai {di.kode}")),
            Tombol("Sembilan fungsi", perintah(f"fungsi {di.kode}")),
        ),
    )


def _tanya_desa(boleh: list[Wilayah]) -> Question[Wilayah]:
    ket = pembeda(boleh)
    pilihan = [Pilihan(w.kode, w.nama, w, ket[w.kode], kata=(f"{w.nama} {w.kecamatan}",)) for w in boleh]
    return Choice("Desa mana?", pilihan, petunjuk="Pilih desanya, atau ketik sebagian namanya.")


def _tanya_fungsi(di: Wilayah, papan: Papan) -> Question[str]:
    pilihan = [
        Pilihan(f.kode, sebut_fungsi(f.kode), f.kode, hitung(papan, f.kode), kata=(PENDEK[f.kode], f.kode, f.nama))
        for f in semua_fungsi()
    ]
    return Choice(f"{sebut_tempat(di)}: fungsi yang mana?", pilihan, petunjuk="Pilih fungsinya, contoh: F4.")


def _tanya_langkah(induk: str, papan: Papan, usul: Mapping[str, Sequence[Usul]]) -> Question[tuple[str, ...]]:
    semua = langkah_dari(induk)
    return MultiChoice(
        "Langkah yang mana? Boleh beberapa sekaligus.",
        [_pilihan_langkah(i, papan, usul) for i in semua],
        petunjuk=f"Ketuk satu per satu, atau ketik nomornya dipisah koma, contoh: {semua[0].kode}, lalu selesai.",
    )


def _pilihan_langkah(i: Indikator, papan: Papan, usul: Mapping[str, Sequence[Usul]]) -> Pilihan[str]:
    cocok = f", {len(usul[i.kode])} catatan cocok" if usul.get(i.kode) else ""
    ket = f"{sebaris(i.nama, 40)}: {SEBUT[papan[i.kode].keadaan]}{cocok}"
    return Pilihan(i.kode, i.kode, i.kode, ket, kata=(i.nama, *i.gabungan))


def _tanya_keadaan(dipilih: Sequence[str]) -> Question[str]:
    pilihan = [Pilihan(k, SEBUT[k].capitalize(), k, kata=(KET[k],)) for k in reversed(KEADAAN)]
    tanya = f"{', '.join(dipilih)}: bagaimana sekarang?"
    return Choice(tanya, pilihan, petunjuk="Pilih: selesai, berjalan, atau belum.")


def _kapan(keadaan: str) -> str:
    return "Selesai tanggal berapa" if keadaan == "selesai" else "Berjalan sejak tanggal berapa"


def _tanya_bukti(dipilih: Sequence[str], usul: Mapping[str, Sequence[Usul]]) -> Question[Bukti]:
    cocok = {k: usul[k] for k in dipilih if usul.get(k)}
    baris = [f"{k}: {sebut_usul(semua[:COCOK])}" for k, semua in cocok.items()]
    tanya = "\n".join(["Apa buktinya? Catatan yang cocok:", *baris]) if baris else "Apa buktinya?"
    ketik = " Bisa nomor catatan, musdes, keputusan, atau dokumen; ketik saja."
    return TanyaBukti(
        f"{tanya}\n{ketik.strip()}" if baris else f"{tanya}{ketik}",
        tuple(dipilih),
        {k: bukti_usul(semua) for k, semua in cocok.items()},
    )


def _tanya_alasan() -> Question[str]:
    return Suggest(
        "Ini langkah mundur. Apa alasannya?",
        petunjuk="Contoh: Ternyata belum selesai.",
        maksimal=300,
        usul=("Salah tandai.", "Ternyata belum selesai.", "Diulang dari awal."),
    )


def _ringkasan(
    di: Wilayah,
    dipilih: Sequence[str],
    keadaan: str,
    tanggal: str | None,
    bukti: Bukti,
    catatan: str | None,
    alasan: str,
) -> str:
    nama = {i.kode: i.nama for i in langkah_dari()}
    hari = f", {sebut_tanggal(tanggal)}" if tanggal else ""
    baris = [f"{sebut_tempat(di)}, {SEBUT[keadaan]}{hari}:"]
    baris += [f"• {k} {nama[k]}{f'. Bukti: {bukti[k]}' if k in bukti else ''}" for k in dipilih]
    baris += [f"Catatan: {catatan}"] if catatan else []
    baris += [f"Alasan: {alasan}"] if alasan else []
    return "\n".join(baris)
