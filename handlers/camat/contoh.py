"""A report with everything filled in, to try a template with."""

from __future__ import annotations

from data.camat import (
    Bagian,
    DesaCamat,
    Isi,
    JumlahMasalah,
    KegiatanCamat,
    MasalahCamat,
    MusdesCamat,
    OrangCamat,
    PutusanDepan,
    RencanaDepan,
    SalurCamat,
    TenggatDepan,
)
from data.camat.isi import BAGIAN, Hadirin
from data.orang import PD, PLD
from handlers.camat.bidang import Naskah
from handlers.camat.naskah import naskah


def contoh() -> Naskah:
    return naskah(contoh_isi(), "C-2611-0001", 1, None)


def contoh_isi() -> Isi:
    """Of an invented month in a kecamatan that nobody has."""
    hadirin = Hadirin(20, 14, 6)
    musdes = MusdesCamat("M-2611-0001", "rkp", "2026-11-12", 34, 19, None, ("Contoh keputusan.", "Contoh lain"))
    desa = DesaCamat(
        "99.99.99.2001", "Contoh", 3, 2, hadirin, (musdes,), (("rkp", 2027, "musdes"),),
        (SalurCamat("2026-11-10", 2026, 7, 9, 40, 36_000_000),), 3,
    )  # fmt: skip
    return Isi(
        "99.99.99",
        "Contoh",
        "2026-11",
        "2026-11-30",
        orang=(OrangCamat(1, "Contoh PD", PD, (), 1, 0, 1, 120), OrangCamat(2, "Contoh PLD", PLD, ("Contoh",), 2, 2)),
        lain=OrangCamat(0, "", "", (), 1, 1, 1, 90),
        jumlah_lain=1,
        pilar=(KegiatanCamat("asistensi", 3, 1, hadirin), KegiatanCamat("", 1)),
        kegiatan=(KegiatanCamat("AS06", 3, 1, hadirin),),
        desa=(desa, DesaCamat("99.99.99.2002", "Contoh Lain")),
        antardesa=((MusdesCamat("M-2611-0002", "mad", "2026-11-14", hadir=30), ("Contoh", "Contoh Lain")),),
        kecamatan=1,
        catatan=4,
        masalah=(MasalahCamat("2026-11-12", "Contoh", "Contoh masalah.", "Contoh upaya.", "terbuka"),),
        jumlah_masalah=JumlahMasalah(2, 1, 1),
        rencana=(RencanaDepan("AS11", "Contoh", "Contoh uraian", (1, 3)),),
        putusan=(PutusanDepan("P-2611-0001", "2026-12-20", "Contoh", "Contoh keputusan", "Contoh PJ"),),
        putusan_lewat=1,
        tenggat=(TenggatDepan("2026-12-31", "APB Desa ditetapkan", 2), TenggatDepan("2026-12-01", "Contoh", 1, True)),
        isian={kode: Bagian(f"Contoh tulisan bagian {kode}.") for kode in BAGIAN},
    )
