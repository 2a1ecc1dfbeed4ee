"""What WhatsApp allows and costs, as the operator has configured it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from data.orang import ZONA_AWAL

LAYANAN, UTILITAS, PEMASARAN, AUTENTIKASI = "layanan", "utilitas", "pemasaran", "autentikasi"
ZONA = ZoneInfo(ZONA_AWAL)
KATEGORI = (LAYANAN, UTILITAS, PEMASARAN, AUTENTIKASI)
"""Of Meta's: service, utility, marketing, authentication."""
DARI_META = {
    "service": LAYANAN,
    "referral_conversion": LAYANAN,
    "utility": UTILITAS,
    "marketing": PEMASARAN,
    "marketing_lite": PEMASARAN,
    "authentication": AUTENTIKASI,
    "authentication_international": AUTENTIKASI,
}


@dataclass(frozen=True)
class BatasWa:
    tier: int = 250
    """People a rolling day that may be written to outside their 24 hours."""
    anggaran: int = 0
    """Rupiah a calendar month; 0 is no limit."""
    tarif: Mapping[str, float] = field(default_factory=dict)
    """Rupiah for one message, by `KATEGORI`."""

    def harga(self, kategori: str) -> int:
        """Thousandths of a rupiah."""
        return round(self.tarif.get(kategori, 0) * 1000)


def bulan_biaya(kini: int, mundur: int = 0) -> tuple[int, int]:
    """From when to before when a month is, UTC epoch seconds: this one, or `mundur` before. In Jakarta's time."""
    lokal = datetime.fromtimestamp(kini, UTC).astimezone(ZONA)
    nomor = lokal.year * 12 + lokal.month - 1 - mundur
    awal, akhir = (datetime(n // 12, n % 12 + 1, 1, tzinfo=ZONA) for n in (nomor, nomor + 1))
    return int(awal.timestamp()), int(akhir.timestamp())
