"""One day, however it is said.

Weeks run from Monday to Sunday. "minggu" is Sunday where it stands for a day and a week where it cannot; "minggu lalu"
alone can be either and is asked. A spoken year or month ("tahun lalu", "bulan ini") counts from today.
"""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

from handlers.dialog.baca.kata_tanggal import BULAN, HARI, ejaan_pendek, ejaan_tanggal, nomor_hari, satu_ejaan
from handlers.dialog.tolak import Tolak

__all__ = ["BULAN", "HARI", "Arah", "baca_tanggal", "ejaan_pendek", "ejaan_tanggal"]

Arah = Literal["lalu", "depan", "bebas"]

TAHUN_PERTAMA = 1945
TAHUN_KE_DEPAN = 20
# A day without a year that lies this close on the wrong side of today is refused, not moved by a year: on 20 November
# "25/11" is a slip, not last year's visit.
RAGU_HARI = 31

_H = "|".join(h.lower() for h in HARI)
_B = "|".join(b.lower() for b in BULAN)
_JARAK = {"hari ini": 0, "tadi": 0, "nanti": 0, "kemarin": -1, "kemarin dulu": -2, "kemarin lusa": -2, "ini": 0}
_JARAK |= {"hari kemarin": -1, "besok": 1, "hari besok": 1, "lusa": 2}
_SEKIAN_HARI = re.compile(r"(\d{1,3}) hari (?:(lalu|kemarin)|lagi|depan)")
_NAMA_HARI = re.compile(rf"(?:hari )*({_H})(?: (lalu|kemarin|depan|besok|nanti|lagi|ini))?")
_HARI_MINGGU_ITU = re.compile(rf"(?:hari )*({_H}) minggu (lalu|kemarin|ini|depan)")
_MINGGU_ITU_HARI = re.compile(rf"(minggu (?:lalu|kemarin|ini|depan)) (?:hari )*({_H})")
_MINGGU_SAJA = re.compile(r"minggu (?:lalu|kemarin|ini|depan)")
_BERHARI = re.compile(rf"(?:(?:hari )*({_H})|(hari ini|kemarin|besok|lusa)) (\d.*)|(\d.*?) (?:hari )*({_H})")
_TAHUN_BULAN_HARI = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})")
_HARI_BULAN_TAHUN = re.compile(
    rf"(\d{{1,2}})(?:(?:/| bulan | (?=\d{{1,2}} \d{{4}}$))(\d{{1,2}})| (?:bulan )?({_B}))"
    rf"(?:(?:/| tahun | )(\d{{4}}|\d{{2}}))?"
)
_HARI_SAJA = re.compile(r"(\d{1,2})(?: (lalu|kemarin|depan|besok|nanti))?")
_GESER = {"lalu": -1, "kemarin": -1, "ini": 0, "depan": 1}
_ARAH_KATA: dict[str | None, Arah] = {"lalu": "lalu", "kemarin": "lalu"}
_ARAH_KATA |= {"depan": "depan", "besok": "depan", "nanti": "depan", "lagi": "depan"}


def baca_tanggal(teks: str, hari_ini: date, *, arah: Arah = "bebas") -> date:
    """The day meant, seen from `hari_ini`; "lalu" takes today and before, "depan" today and after.

    What is not said (year, month, week) is the nearest in that direction. A weekday beside a date must agree with it.
    """
    bersih = satu_ejaan(teks)
    d = _relatif(bersih, hari_ini) or _hari(bersih, hari_ini, arah) or _tanggal(bersih, hari_ini, arah)
    if d is not None:
        return _searah(d, hari_ini, arah)
    if (cocok := _BERHARI.fullmatch(bersih)) and (d := _tanggal(cocok[3] or cocok[4], hari_ini, arah)):
        return _sesuai(_searah(d, hari_ini, arah), cocok[1] or cocok[5], cocok[2], hari_ini)
    raise Tolak(f"Tanggalnya belum terbaca. {_contoh(hari_ini, arah)}")


def _contoh(hari_ini: date, arah: Arah) -> str:
    if arah == "depan":
        d = hari_ini + timedelta(3)
        return f"Contoh: besok, {d.day}/{d.month} atau Senin depan"
    d = hari_ini - timedelta(3)
    return f"Contoh: kemarin, {d.day}/{d.month} atau Senin lalu"


def _relatif(teks: str, hari_ini: date) -> date | None:
    if teks in _JARAK:
        return hari_ini + timedelta(_JARAK[teks])
    if cocok := _SEKIAN_HARI.fullmatch(teks):
        return hari_ini + timedelta(int(cocok[1]) * (-1 if cocok[2] else 1))
    return None


def _hari(teks: str, hari_ini: date, arah: Arah) -> date | None:
    if _MINGGU_SAJA.fullmatch(teks):
        raise _minggu_yang_mana(teks, hari_ini, arah)
    if cocok := _HARI_MINGGU_ITU.fullmatch(_MINGGU_ITU_HARI.sub(r"\2 \1", teks)):
        return hari_ini + timedelta(nomor_hari(cocok[1]) - hari_ini.weekday() + 7 * _GESER[cocok[2]])
    cocok = _NAMA_HARI.fullmatch(teks)
    return cocok and hari_ini + timedelta(_ke_hari(nomor_hari(cocok[1]) - hari_ini.weekday(), cocok[2], arah))


def _ke_hari(beda: int, kata: str | None, arah: Arah) -> int:
    """Days from today to the weekday that stands `beda` days further in this Monday-to-Sunday week."""
    maju = beda % 7
    if kata == "ini":
        return beda
    if kata is not None:
        return maju - 7 if _ARAH_KATA[kata] == "lalu" else maju or 7
    if arah == "depan" or maju == 0:
        return maju
    return maju if arah == "bebas" and maju <= 3 else maju - 7


def _minggu_yang_mana(teks: str, hari_ini: date, arah: Arah) -> Tolak:
    kata = teks.split()[1]
    contoh = f"Contoh: hari Minggu {kata} atau Senin minggu {kata}"
    if (arah, _GESER[kata]) in {("lalu", 1), ("depan", -1)}:
        contoh = _contoh(hari_ini, arah)
    return Tolak(f"Hari Minggu, atau hari lain di minggu itu? {contoh}")


def _tanggal(teks: str, hari_ini: date, arah: Arah) -> date | None:
    teks = re.sub(r"\btahun (lalu|kemarin|ini|depan)$", lambda m: str(hari_ini.year + _GESER[m[1]]), teks)
    if cocok := re.fullmatch(r"(\d{1,2}) bulan (lalu|kemarin|ini|depan)", teks):
        tahun, bulan = _bulan_itu(hari_ini, _GESER[cocok[2]])
        return _susun(int(cocok[1]), bulan, tahun, hari_ini, arah)
    if cocok := _TAHUN_BULAN_HARI.fullmatch(teks):
        tahun, bulan, hari = map(int, cocok.groups())
        return _susun(hari, bulan, tahun, hari_ini, arah)
    if cocok := _HARI_BULAN_TAHUN.fullmatch(teks):
        bulan = int(cocok[2]) if cocok[2] else BULAN.index(cocok[3].capitalize()) + 1
        if cocok[4]:
            return _susun(int(cocok[1]), bulan, _tahun(cocok[4], hari_ini), hari_ini, arah)
        return _tanpa_tahun(int(cocok[1]), bulan, hari_ini, arah)
    if cocok := _HARI_SAJA.fullmatch(teks):
        return _tanpa_bulan(int(cocok[1]), hari_ini, _ARAH_KATA.get(cocok[2], arah), _contoh(hari_ini, arah))
    return None


def _bulan_itu(hari_ini: date, geser: int) -> tuple[int, int]:
    tahun, bulan = divmod(hari_ini.year * 12 + hari_ini.month - 1 + geser, 12)
    return tahun, bulan + 1


def _tahun(teks: str, hari_ini: date) -> int:
    """Two digits mean the last year that ends so and is at most `TAHUN_KE_DEPAN` ahead."""
    if len(teks) == 4:
        return int(teks)
    batas = hari_ini.year + TAHUN_KE_DEPAN
    return batas - (batas - int(teks)) % 100


def _susun(hari: int, bulan: int, tahun: int, hari_ini: date, arah: Arah) -> date:
    contoh = _contoh(hari_ini, arah)
    if not 1 <= bulan <= 12:
        raise Tolak(f"Bulan ke-{bulan} tidak ada. Tanggal dulu, baru bulan. {contoh}")
    if not TAHUN_PERTAMA <= tahun <= hari_ini.year + TAHUN_KE_DEPAN:
        raise Tolak(f"Tahun {tahun} terlalu jauh. Boleh dicek lagi? {contoh}")
    panjang = monthrange(tahun, bulan)[1]
    if not 1 <= hari <= panjang:
        nama = BULAN[bulan - 1] if bulan != 2 else f"Februari {tahun}"
        raise Tolak(f"Tanggal {hari} {nama} tidak ada, {nama} sampai tanggal {panjang}. {contoh}")
    return date(tahun, bulan, hari)


def _tanpa_tahun(hari: int, bulan: int, hari_ini: date, arah: Arah) -> date:
    tahun = hari_ini.year
    calon = [date(t, bulan, hari) for t in (tahun - 1, tahun, tahun + 1) if _ada(hari, bulan, t)]
    terdekat = _terdekat(calon, hari_ini, "bebas")
    if terdekat is not None and abs((terdekat - hari_ini).days) <= RAGU_HARI:
        return terdekat
    return _terdekat(calon, hari_ini, arah) or _susun(hari, bulan, tahun, hari_ini, arah)


def _tanpa_bulan(hari: int, hari_ini: date, arah: Arah, contoh: str) -> date:
    bulan = [_bulan_itu(hari_ini, geser) for geser in range(-2, 3)]
    d = _terdekat([date(t, b, hari) for t, b in bulan if _ada(hari, b, t)], hari_ini, arah)
    if d is None:
        raise Tolak(f"Tanggal {hari} tidak ada. {contoh}")
    return d


def _ada(hari: int, bulan: int, tahun: int) -> bool:
    return 1 <= bulan <= 12 and 1 <= hari <= monthrange(tahun, bulan)[1]


def _terdekat(calon: list[date], hari_ini: date, arah: Arah) -> date | None:
    boleh = [d for d in calon if _boleh(d, hari_ini, arah)]
    return min(boleh, key=lambda d: abs(d - hari_ini), default=None)


def _boleh(d: date, hari_ini: date, arah: Arah) -> bool:
    return arah == "bebas" or (d <= hari_ini if arah == "lalu" else d >= hari_ini)


def _searah(d: date, hari_ini: date, arah: Arah) -> date:
    if _boleh(d, hari_ini, arah):
        return d
    sebutan = f"{d.day} {BULAN[d.month - 1]}" + (f" {d.year}" if d.year != hari_ini.year else "")
    if arah == "lalu":
        raise Tolak(f"Tanggal {sebutan} belum terjadi. Yang bisa dicatat: hari ini atau sebelumnya.")
    raise Tolak(f"Tanggal {sebutan} sudah lewat. Yang bisa dipilih: hari ini atau sesudahnya.")


def _sesuai(d: date, nama_hari: str | None, sebutan: str, hari_ini: date) -> date:
    """The date, when the weekday or the "kemarin" beside it means the same day."""
    contoh = f"Contoh: {d.day}/{d.month}/{d.year}"
    if nama_hari is not None:
        if nomor_hari(nama_hari) == d.weekday():
            return d
        raise Tolak(
            f"{ejaan_tanggal(d, False)} itu hari {HARI[d.weekday()]}, bukan {nama_hari.capitalize()}. "
            f"Tulis tanggalnya saja kalau itu yang benar. {contoh}"
        )
    seharusnya = hari_ini + timedelta(_JARAK[sebutan])
    if d == seharusnya:
        return d
    raise Tolak(f"{sebutan.capitalize()} itu {ejaan_tanggal(seharusnya)}. Kalau bukan itu, {contoh.lower()}")
