"""/blt_tetap: how many families a village set for a year, and how much a month; or what was wrong in it."""

from __future__ import annotations

import re
from dataclasses import asdict
from datetime import date

from data.blt import Blt, BltBaru
from data.desa import Desa
from data.orang import PENDAMPING
from data.wilayah import Wilayah
from handlers.berdua import SEMULA, selaraskan
from handlers.blt.bulan import Rentang, TanyaBulan
from handlers.blt.kartu_blt import kartu_blt
from handlers.blt.sebut import rentang_bulan, sebut_hari, tanya_bulanan, tanya_keluarga
from handlers.bumdes.tempat import baca_desa, belum_sah, desa_boleh, tanya_desa
from handlers.dialog.baca.angka import ejaan_angka
from handlers.dialog.baca.uang import ejaan_uang
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Date, Pilihan, Text
from handlers.kartu import sebut_tempat
from handlers.musdes.sebut import NOMOR

TAHUN = re.compile(r"(?<![.\d-])20\d\d(?![.\d-])")
KUNCI = {"bulanan": "bulanan", "sk": "sk", "musdes_tanggal": "musdes", "sk_tanggal": "hari_sk"}
"""The question of each column, where it is asked for by one."""


def _baca(teks: str, d: Dialog, desa: Desa) -> bool:
    """'32.03.03.2013 2026', and the musyawarah that set it: what it decided is not asked again."""
    jawaban = d.keadaan.jawaban
    sisa = baca_desa(teks, d, desa)
    if tahun := TAHUN.search(sisa):
        jawaban["tahun"] = tahun[0]
    if (nomor := NOMOR.search(teks)) and (m := desa.musdes.ambil(nomor[1].upper())) and m.desa == jawaban.get("desa"):
        isi = {"keluarga": m.isian.get("kpm_blt"), "bulanan": m.isian.get("besaran"), "musdes": m.tanggal}
        jawaban |= {"dari_musdes": m.nomor, **{k: nilai for k, nilai in isi.items() if nilai}}
    return False


def _tanya_ditetapkan(tahun: int, lama: Blt | None) -> Question[int]:
    """Not fewer than have left since: nobody can leave where nobody is."""
    berkurang = max(lama.keluarga - lama.kini, 0) if lama else 0
    tanya = f"Berapa keluarga penerima yang ditetapkan untuk {tahun}?"
    if not berkurang:
        return tanya_keluarga(f"{tanya} Kalau tidak ada, tulis 0.", 0)
    sudah = f"Sesudahnya tercatat berkurang {ejaan_angka(berkurang)}; kalau itu keliru, hapus dulu lewat Riwayat."
    return tanya_keluarga(f"{tanya} {sudah}", berkurang)


def _isi_lama(d: Dialog, lama: Blt) -> None:
    """What stands there is not asked again: it is in the summary, to be changed part by part."""
    nilai = asdict(lama)
    isi = {kunci: nilai[kolom] for kolom, kunci in KUNCI.items() if nilai[kolom]}
    d.keadaan.jawaban["lama"] = lama.tahun
    selaraskan(d, isi | {"keluarga": lama.keluarga, "bulan": f"{lama.dari}-{lama.sampai}"})


@dialog(
    "blt_tetap",
    help="Catat penetapan KPM BLT",
    untuk=PENDAMPING,
    kata=("penetapan blt", "tetapkan blt"),
    menu=False,
    baca=_baca,
    ketik=lambda sisa: False,
    pengenal=frozenset({"desa", "tahun", "dari_musdes"}),
)
def blt_tetap(d: Dialog, desa: Desa) -> Kabar:
    boleh = desa_boleh(desa, desa.blt.boleh)
    if not boleh:
        return Kabar(belum_sah())
    di = tanya_desa(d, boleh)
    tahun = d.ask("tahun", _tanya_tahun(d.hari_ini))
    if d.keadaan.jawaban.get("lama") not in (None, tahun):
        d.keadaan.jawaban.pop(SEMULA, None)  # another year was chosen: what was said goes for that one
    if lama := desa.blt.ambil(di.kode, tahun):
        _isi_lama(d, lama)
    keluarga = d.ask("keluarga", _tanya_ditetapkan(tahun, lama))
    bulanan = d.ask("bulanan", tanya_bulanan(), "Sebulan") if keluarga else lama.bulanan if lama else 0
    isi = _sisanya(d, desa, keluarga, bulanan, lama)
    d.review(_ringkasan(isi, di, tahun, lama))

    berubah = desa.blt.tetapkan(di.kode, tahun, isi)
    kata = "Tersimpan." if berubah else "Sudah tercatat begitu."
    return Kabar(kartu_blt(di, tahun, d, desa, kata), f"Penetapan BLT {tahun} sudah tersimpan.")


def _sisanya(d: Dialog, desa: Desa, keluarga: int, bulanan: int, lama: Blt | None) -> BltBaru:
    """What the summary offers; left out it stays as it was."""
    bulan: Rentang = d.offer("bulan", TanyaBulan("Dibayar untuk bulan apa saja?", sekaligus=False)) or (1, 12)
    musdes = d.offer("musdes", Date("Musdesnya tanggal berapa?", arah="lalu"), "Tanggal musdes")
    sk = d.offer("sk", Text("Nomor Perkades atau SK-nya?", "Contoh: Perkades 3 Tahun 2026.", 2, 80), "Nomor SK")
    hari_sk = d.offer("hari_sk", Date("Perkades atau SK-nya tanggal berapa?", arah="lalu"), "Tanggal SK")
    dari = desa.musdes.ambil(str(d.keadaan.jawaban.get("dari_musdes") or ""))
    return BltBaru(
        keluarga,
        bulanan,
        *bulan,
        musdes_tanggal=musdes.isoformat() if musdes else None,
        musdes_id=dari.id if dari else lama.musdes_id if lama else None,
        sk=sk or "",
        sk_tanggal=hari_sk.isoformat() if hari_sk else None,
    )


def _ringkasan(isi: BltBaru, di: Wilayah, tahun: int, lama: Blt | None) -> str:
    baris = [
        f"BLT Desa {tahun}, {sebut_tempat(di)}",
        *(_sebut_isi(isi) if isi.keluarga else ["Tanpa keluarga penerima tahun itu."]),
        f"Musdes: {sebut_hari(isi.musdes_tanggal)}" if isi.musdes_tanggal else "",
        f"SK: {isi.sk}" if isi.sk else "",
        f"Tanggal SK: {sebut_hari(isi.sk_tanggal)}" if isi.sk_tanggal else "",
    ]
    semula = (
        f"{ejaan_angka(lama.keluarga)} keluarga, {ejaan_uang(lama.bulanan)} sebulan" if lama and lama.keluarga else ""
    )
    dulu = f"\n\nSemula {semula or 'tanpa penerima'}." if lama else ""
    return "\n".join(b for b in baris if b) + dulu


def _sebut_isi(isi: BltBaru) -> list[str]:
    return [
        f"Keluarga: {ejaan_angka(isi.keluarga)}",
        f"Sebulan: {ejaan_uang(isi.bulanan)}",
        f"Bulan: {rentang_bulan(isi.dari, isi.sampai)}",
        f"Seluruhnya: {ejaan_uang(isi.keluarga * isi.bulanan * (isi.sampai - isi.dari + 1))}",
    ]


def _tanya_tahun(hari_ini: date) -> Question[int]:
    pilihan = [Pilihan(str(t), str(t), t) for t in (hari_ini.year, hari_ini.year + 1, hari_ini.year - 1)]
    return Choice("Penetapan untuk tahun berapa?", pilihan, petunjuk=f"Pilih tahunnya, contoh: {hari_ini.year}.")
