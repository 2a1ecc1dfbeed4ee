"""Which days: a month, a quarter, a year, from one day to another, or since ever."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from handlers.dialog.baca.normal import rapikan
from handlers.dialog.baca.tanggal import baca_tanggal, ejaan_tanggal
from handlers.dialog.keadaan import Json
from handlers.dialog.masukan import Masukan
from handlers.dialog.question import Layar, Opsi, Prompt, Question
from handlers.dialog.tolak import Tolak
from handlers.indikator.masa import SEBULAN, baca_masa, masa_bulan, masa_tahun, masa_triwulan, triwulan
from handlers.indikator.masa import TAHUN as SETAHUN
from handlers.indikator.masa import TRIWULAN as SETRIWULAN
from handlers.indikator.masa import sebut_masa as sebut_utuh

KAPAN_SAJA = ("semua waktu", "semua", "kapan saja", "sejak awal", "seluruhnya")
HARI = r"\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?"
RENTANG = re.compile(
    rf"(?<![\d.])({HARI})\s*(?:-|s\.?\s?/?\s?d\.?|sampai|hingga|ke)\s*({HARI})(?![\d.])", re.IGNORECASE
)
DUA = "dua"
LALU = re.compile(r"\b(triwulan|tw|tahun) (ini|lalu|kemarin)\b", re.IGNORECASE)
SEPOTONG = re.compile(r"\b(?:tahun|bulan|masa) (?=\d|$)", re.IGNORECASE)
PETUNJUK = "Contoh: bulan ini, oktober, triwulan 3, 2025, atau 1/10 sampai 15/10."


@dataclass(frozen=True)
class Jangka:
    """Both ends included; None is without end."""

    dari: date | None = None
    sampai: date | None = None

    @property
    def kode(self) -> str:
        """'2026-10-01:2026-10-31'; ':' is since ever."""
        return ":".join(h.isoformat() if h else "" for h in (self.dari, self.sampai))


def dari_kode(kode: str) -> Jangka:
    """Raises ValueError."""
    dari, titik, sampai = kode.partition(":")
    if not titik or bool(dari) != bool(sampai):
        raise ValueError(f"no days {kode!r}")
    return rentang(date.fromisoformat(dari), date.fromisoformat(sampai)) if dari else Jangka()


def rentang(satu: date, lain: date) -> Jangka:
    """Whichever is said first."""
    return Jangka(min(satu, lain), max(satu, lain))


def sebut_jangka(j: Jangka) -> str:
    """'Oktober 2026', 'triwulan 3 2026', '2026', '1 Oktober 2026 s.d. 15 Oktober 2026', 'semua waktu'"""
    if j.dari is None or j.sampai is None:
        return "semua waktu"
    for masa in (masa_bulan(j.dari), masa_triwulan(j.dari.year, triwulan(j.dari)), masa_tahun(j.dari.year)):
        if (masa.dari, masa.sampai) == (j.dari, j.sampai):
            return sebut_utuh(masa)
    dari, sampai = (ejaan_tanggal(h, dengan_hari=False) for h in (j.dari, j.sampai))
    return dari if dari == sampai else f"{dari} s.d. {sampai}"


def cari_jangka(teks: str, hari_ini: date) -> tuple[Jangka | None, str]:
    """The days that are named somewhere in it, and the words without them. Raises `Tolak` for days that are none."""
    teks = rapikan(teks)
    if cocok := RENTANG.search(teks):
        dari, sampai = (baca_tanggal(cocok[n].replace(".", "/"), hari_ini, arah="lalu") for n in (1, 2))
        return rentang(dari, sampai), f"{teks[: cocok.start()]} {teks[cocok.end() :]}"
    for kata in KAPAN_SAJA[:1]:
        if kata in teks.lower():
            return Jangka(), re.sub(kata, " ", teks, flags=re.IGNORECASE)
    teks = SEPOTONG.sub("", LALU.sub(lambda m: _mundur(m[1].lower(), m[2].lower(), hari_ini), teks))
    if not any(pola.search(teks) for pola in (SETRIWULAN, SEBULAN, SETAHUN)):
        return None, teks
    masa, sisa = baca_masa(teks, hari_ini)
    return Jangka(masa.dari, masa.sampai), sisa


def _mundur(apa: str, kapan: str, hari_ini: date) -> str:
    """'triwulan lalu', 'tahun ini' as what can be read anywhere: '2026-t3', '2026'."""
    if apa == "tahun":
        return str(hari_ini.year - (kapan != "ini"))
    acuan = masa_triwulan(hari_ini.year, triwulan(hari_ini)).dari
    acuan = acuan if kapan == "ini" else acuan - timedelta(days=1)
    return f"{acuan.year}-t{triwulan(acuan)}"


class TanyaMasa(Question[Jangka | None]):
    """None: two days, each asked for by itself."""

    petunjuk = PETUNJUK

    def prompt(self, layar: Layar) -> Prompt:
        ini = layar.hari_ini
        lalu = ini.replace(day=1) - timedelta(days=1)
        masa = {
            "Bulan ini": masa_bulan(ini),
            "Bulan lalu": masa_bulan(lalu),
            "Triwulan ini": masa_triwulan(ini.year, triwulan(ini)),
            "Tahun ini": masa_tahun(ini.year),
        }
        opsi = [Opsi(label, Jangka(m.dari, m.sampai).kode) for label, m in masa.items()]
        return Prompt("Masa kapan?", (*opsi, Opsi("Semua waktu", Jangka().kode), Opsi("Dua tanggal…", DUA)))

    def read(self, masukan: Masukan, layar: Layar) -> Jangka | None:
        if masukan.pilih:
            return self.load(masukan.pilih, layar)
        teks = rapikan(masukan.teks).lower().strip(" .!")
        if teks in KAPAN_SAJA:
            return Jangka()
        jangka, sisa = cari_jangka(teks, layar.hari_ini)
        if jangka is None or sisa.strip(" ,."):
            raise Tolak(f"Masanya belum terbaca. {PETUNJUK}")
        return jangka

    def dump(self, nilai: Jangka | None) -> Json:
        return nilai.kode if nilai else DUA

    def load(self, json: Json, layar: Layar) -> Jangka | None:
        if json == DUA:
            return None
        try:
            return dari_kode(str(json))
        except ValueError:
            raise Tolak(f"Masa yang itu sudah berganti. {PETUNJUK}") from None

    def show(self, nilai: Jangka | None) -> str:
        return sebut_jangka(nilai) if nilai else "dua tanggal"
