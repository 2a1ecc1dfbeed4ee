"""Each step of each yearly deadline, of each person who hears of it: told once, on the first day that it could be."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta

import msgspec

from bench.setahun.dunia import Dunia, Warga
from bench.setahun.laporan import Laporan, Sebut, Slot, dekat_lompatan, lokal
from data.jadwal import KIRIM
from data.jadwal_sumber import PENGINGAT
from data.kalender.langkah import LAMA
from data.katalog.kalender import Acara, muat_kalender
from data.katalog.libur import muat_libur
from data.store import Tx
from handlers.dialog.pesan import Pesan


def hanya_keras(sebut: Sebut, kunci: str, hari: date) -> bool:
    """Whether that day's message has deadlines, all of them hard."""
    acara = [langkah.split()[0] for (siapa, langkah), semua in sebut.items() if siapa == kunci and hari in semua]
    return bool(acara) and all(a.keras for a in muat_kalender().acara if a.kode in acara)


def periksa_langkah(dunia: Dunia, jalan: dict[Slot, tuple[str, int]], sebut: Sebut, laporan: Laporan) -> None:
    """Every step of every yearly deadline, of every person who hears of it by its steps."""
    for siapa in dunia.orang:
        hari = {
            lokal(slot, siapa.zona).date(): slot
            for (jenis, kunci, slot), (hasil, _) in jalan.items()
            if (jenis, kunci) == (PENGINGAT, str(siapa.id)) and hasil == KIRIM
        }
        for acara in muat_kalender().acara:
            if siapa.peran in acara.untuk and not acara.langkah_kerja:
                for jatuh in _hari_jatuh(acara, dunia):
                    _satu_acara(acara, jatuh, siapa, hari, sebut, dunia, laporan)


def disebut(tx: Tx, laporan: Laporan) -> Sebut:
    hasil: Sebut = defaultdict(list)
    for row in tx.all(
        "SELECT x.kunci, x.isi, o.zona FROM outbox x JOIN orang o ON x.tujuan = CAST(o.id AS TEXT) "
        "WHERE x.kanal = 'web' AND x.kunci LIKE 'pengingat:%'"
    ):
        _, kunci, slot = row["kunci"].split(":")
        for baris in msgspec.json.decode(row["isi"], type=Pesan).teks.splitlines()[1:]:
            hasil[kunci, baris].append(lokal(int(slot), row["zona"]).date())
    laporan.ganda += [f"{siapa}: {langkah} on {hari}" for (siapa, langkah), hari in hasil.items() if len(hari) > 1]
    return hasil


def _hari_jatuh(acara: Acara, dunia: Dunia) -> list[date]:
    akhir = lokal(dunia.ukuran.selesai, "Asia/Jakarta").date() - timedelta(days=30)
    awal = date(2026, 11, 15)
    semua = [awal + timedelta(days=n) for n in range((akhir - awal).days)]
    if acara.kapan.jenis == "tahun":
        ada = [h for h in semua if (h.month, h.day) == (acara.kapan.bulan, acara.kapan.jumlah)]
        return [h for h in ada if acara.tahun in (None, h.year)]
    return []


def _satu_acara(
    acara: Acara,
    jatuh: date,
    siapa: Warga,
    hari: dict[date, int],
    sebut: Sebut,
    dunia: Dunia,
    laporan: Laporan,
) -> None:
    """A step may be told from its day until the next one's; of days off only where it is a hard one."""
    langkah = sorted({*acara.langkah, *((-1,) if acara.sifat == "batas" and not acara.diri else ())}, reverse=True)
    for n, satu in enumerate(langkah):
        dari = jatuh - timedelta(days=satu)
        akhir = jatuh - timedelta(days=min(langkah[-1], 0) - LAMA - 1)
        sampai = jatuh - timedelta(days=langkah[n + 1]) if n + 1 < len(langkah) else akhir
        boleh = [
            h for h in sorted(hari) if dari <= h < min(sampai, akhir) and (acara.keras or muat_libur().hari_kerja(h))
        ]
        kapan = sebut.get((str(siapa.id), f"{acara.kode} {jatuh} {satu}"), [])
        if kapan and boleh:
            laporan.langkah += 1
            if not dekat_lompatan(dunia, hari[boleh[0]]):
                laporan.langkah_telat.append((kapan[0] - boleh[0]).days)
        elif not kapan and not boleh:
            laporan.langkah_lewat += 1
        elif not any(dekat_lompatan(dunia, hari[h]) for h in (*kapan, *boleh[:1])):
            laporan.salah.append(f"{siapa.id} {acara.kode} {jatuh} H-{satu}: told {kapan}, could be {boleh[:1]}")
