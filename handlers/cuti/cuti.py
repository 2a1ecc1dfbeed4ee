"""/cuti: from when to when, and who would act meanwhile; called off with a tap."""

from __future__ import annotations

import re

from data.cuti import Cuti
from data.desa import Desa
from data.orang import PENDAMPING
from handlers.bergabung.sebut_tugas import sebut_singkat
from handlers.cuti.hari_cuti import HariCuti
from handlers.dialog.baca.tanggal import BULAN, baca_tanggal
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.kabari import kabari
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Pilihan, Text, YesNo, optional
from handlers.dialog.tolak import Tolak
from handlers.dialog.tombol import perintah
from handlers.tim.pilih_orang import PETUNJUK, sebut_rentang

BARU = "baru"
PISAH = re.compile(r"\s*\b(?:sampai(?:\s+dengan)?|hingga|s\.?\s*[/.]?\s*d\.?)(?=\s|\d)\s*|\s+[-–]\s+", re.IGNORECASE)
BULAN_SAJA = re.compile(rf"/\d.*|\b(?:{'|'.join(BULAN)}).*", re.IGNORECASE)


def baca_rentang_cuti(teks: str, d: Dialog, desa: Desa) -> bool:
    """'1/12 sampai 5/12', '1 s.d. 5 desember', 'besok'."""
    bagian = PISAH.split(teks.strip().removeprefix("mulai ").removeprefix("dari "), maxsplit=1)
    if len(bagian) == 2 and bagian[0].strip().isdigit() and (bulan := BULAN_SAJA.search(bagian[1])):
        bagian[0] = f"{bagian[0].strip()} {bulan[0]}".replace(" /", "/")
    try:
        hari = [baca_tanggal(satu, d.hari_ini, arah="depan") for satu in bagian]
    except Tolak:
        return False
    isi = {"apa": BARU, **dict(zip(("dari", "sampai"), (h.isoformat() for h in hari), strict=False))}
    d.keadaan.jawaban.update(isi)
    return True


@dialog("cuti", help="Ajukan atau batalkan cuti", untuk=PENDAMPING, kata=("izin cuti",), baca=baca_rentang_cuti)
def cuti(d: Dialog, desa: Desa) -> Kabar:
    ada = {str(c.id): c for c in desa.cuti.daftar()}
    if ada and (apa := d.ask("apa", _tanya_apa(list(ada.values())))) != BARU:
        return _batalkan(d, desa, ada[apa])
    dari = d.ask("dari", HariCuti("Cuti mulai tanggal berapa?", desa.cuti.bertumpuk))
    sampai = d.ask("sampai", HariCuti("Sampai tanggal berapa?", desa.cuti.bertumpuk, dari))
    rekan = desa.rekan.semua()
    pengganti = d.ask("pengganti", optional(_tanya_pengganti(rekan))) if rekan else None
    alasan = d.offer("alasan", Text("Apa alasannya? Ikut dibaca koordinator Anda.", "Contoh: acara keluarga."))
    hari = (sampai - dari).days + 1
    usul = f"\nUsul pengganti: {dict(rekan)[pengganti]}" if pengganti else ""
    d.review(
        f"Cuti {sebut_rentang(dari, sampai)} ({hari} hari){usul}{_baris('Alasan', alasan)}\n\n"
        "Selama itu tidak ada pengingat untuk Anda.",
        simpan="Ajukan",
    )

    baru = desa.cuti.ajukan(dari, sampai, alasan or "", pengganti)
    kepada = _kabari_atasan(d, desa, baru, f"{hari} hari){usul}{_baris('Alasan', alasan)}")
    teks = f"Cuti {sebut_rentang(dari, sampai)} tercatat. {kepada}"
    return Kabar(Pesan(teks, tombol=_tombol()), "Cutinya sudah tercatat.")


def _baris(label: str, isi: str | None) -> str:
    return f"\n{label}: {isi}" if isi else ""


def _tombol() -> tuple[Tombol, ...]:
    return Tombol("Lihat cuti", perintah("cuti")), Tombol("Menu", perintah("menu"))


def _tanya_apa(ada: list[Cuti]) -> Question[str]:
    daftar = "\n".join(f"• {sebut_rentang(c.dari, c.sampai)}" for c in ada)
    pilihan = [Pilihan(BARU, "Cuti baru", BARU, kata=("ajukan", "tambah"))]
    pilihan += [Pilihan(str(c.id), f"Batalkan {_pendek(c)}", str(c.id)) for c in ada]
    return Choice(f"Cuti Anda:\n{daftar}", pilihan, petunjuk="Pilih cuti baru, atau yang mana yang dibatalkan.")


def _pendek(c: Cuti) -> str:
    """'1–5/12', '28/11–2/12'."""
    akhir = f"{c.sampai.day}/{c.sampai.month}"
    if c.dari == c.sampai:
        return akhir
    awal = str(c.dari.day) if c.dari.month == c.sampai.month else f"{c.dari.day}/{c.dari.month}"
    return f"{awal}–{akhir}"


def _tanya_pengganti(rekan: list[tuple[int, str]]) -> Question[int]:
    pilihan = [Pilihan(str(id_), nama, id_) for id_, nama in rekan]
    return Choice("Siapa yang menggantikan? Koordinator yang menunjuknya.", pilihan, petunjuk=PETUNJUK)


def _kabari_atasan(d: Dialog, desa: Desa, c: Cuti, sisa: str) -> str:
    """What to say of whom has been told."""
    atasan = desa.rekan.atasan()
    if not atasan:
        return "Tugas Anda belum disahkan koordinator di sini, jadi tolong kabari langsung, ya."
    tempat = sebut_singkat(sorted(desa.lingkup.dampingan))
    pesan = Pesan(
        f"{d.orang.nama} ({tempat}) cuti {sebut_rentang(c.dari, c.sampai)} ({sisa}",
        tombol=(Tombol("Tunjuk pengganti", perintah(f"pengganti {c.id}")),),
    )
    for id_, _ in atasan:
        kabari(desa, id_, pesan)
    return f"{' dan '.join(nama for _, nama in atasan)} saya kabari."


def _batalkan(d: Dialog, desa: Desa, c: Cuti) -> Kabar:
    sebut = sebut_rentang(c.dari, c.sampai)
    berjalan = " Hari yang sudah lewat tetap tercatat cuti." if c.dari < d.hari_ini else ""
    yakin = YesNo(f"Batalkan cuti {sebut}?{berjalan}", "Batalkan cuti", "Jangan", "Jawab batalkan cuti atau jangan.")
    if not d.ask("yakin", yakin):
        return Kabar(Pesan(f"Cuti {sebut} tetap tercatat.", tombol=_tombol()), "Cutinya tetap tercatat.")
    wakil = desa.cuti.batalkan(c)
    for id_ in wakil:
        kabari(desa, id_, Pesan(f"{d.orang.nama} batal cuti, jadi tugas menggantikannya selesai. Terima kasih."))
    for id_, _ in desa.rekan.atasan():
        kabari(desa, id_, Pesan(f"{d.orang.nama} membatalkan cuti {sebut}."))
    return Kabar(Pesan(f"Cuti {sebut} dibatalkan.", tombol=_tombol()), "Cutinya sudah dibatalkan.")
