"""/camat_tanda: the report was signed, as which letter. From then on its last version is no draft."""

from __future__ import annotations

from data.camat import Laporan, Tanda
from data.desa import Desa
from data.orang import PENDAMPING
from handlers.camat.kalimat import hari
from handlers.camat.layar import BELUM, ke_laporan, layar
from handlers.camat.tulis import baca_laporan, cari_laporan
from handlers.dialog.baca.tanggal import ejaan_tanggal
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan
from handlers.dialog.questions import Choice, Date, Pilihan, Text

SURAT = Text(
    "Nomor suratnya?",
    petunjuk="Tulis seperti di suratnya, contoh: 414.2/123/Kec-CBR/XI/2026",
    minimal=1,
    maksimal=80,
)
BETUL, BATAL = "betul", "belum"


def _baca(teks: str, d: Dialog, desa: Desa) -> bool:
    baca_laporan(teks, d)
    return False


@dialog(
    "camat_tanda",
    help="Laporan Camat ditandatangani",
    untuk=PENDAMPING,
    menu=False,
    baca=_baca,
    pengenal=frozenset({"laporan", "versi"}),
)
def camat_tanda(d: Dialog, desa: Desa) -> Kabar:
    lap = cari_laporan(d, desa)
    if isinstance(lap, Pesan):
        return Kabar(lap)
    lap = desa.camat.kunci(lap)
    if not lap.versi:
        return Kabar(Pesan(f"{BELUM} Buat drafnya dulu, lalu dicatat tanda tangannya.", tombol=(ke_laporan(lap),)))
    versi = int(d.keadaan.jawaban.setdefault("versi", lap.versi))
    tanda = desa.camat.tanda(lap, versi)
    if tanda and d.ask("apa", _tanya_apa(tanda)) == BATAL:
        d.review(f"Versi {versi} ditandai belum ditandatangani, jadi draf lagi?", simpan="Tandai")
        return _selesai(lap, desa, versi, jadi=desa.camat.batal_tanda(lap, versi), kata="Jadi draf lagi.")
    surat = d.ask("surat", SURAT, "Nomor surat")
    tanggal = d.ask("tanggal", Date("Tanggal suratnya?", arah="lalu"))
    d.review(_ringkasan(lap, versi, surat, ejaan_tanggal(tanggal, False), desa))
    jadi = desa.camat.tandai(lap, versi, surat, tanggal)
    return _selesai(lap, desa, versi, jadi=jadi, kata=f"Tercatat. Versi {versi} sekarang dicetak tanpa tulisan draf.")


def _selesai(lap: Laporan, desa: Desa, versi: int, *, jadi: bool, kata: str) -> Kabar:
    kini = desa.camat.kunci(lap)
    if not jadi:
        kata = f"Baru saja terbit versi {kini.versi}, jadi tanda tangan versi {versi} belum dicatat. Cek dulu, ya."
    return Kabar(layar(kini, desa.camat.isi(kini), desa, kata), "Tanda tangan laporan Camat sudah dicatat.")


def _tanya_apa(tanda: Tanda) -> Choice[str]:
    return Choice(
        f"Tercatat: surat {tanda.surat}, {hari(tanda.tanggal)}. Apa yang perlu dibetulkan?",
        [
            Pilihan(BETUL, "Nomor atau tanggal", BETUL, kata=("nomor", "tanggal")),
            Pilihan(BATAL, "Belum ditandatangani", BATAL, kata=("belum",)),
        ],
    )


def _ringkasan(lap: Laporan, versi: int, surat: str, tanggal: str, desa: Desa) -> str:
    beda = ""
    if desa.camat.usang(lap, desa.camat.isi(lap)):
        beda = f"\n\nIsi laporan sudah berubah sejak versi {versi}; yang dicatat ditandatangani tetap versi {versi}."
    return f"{lap.nomor}, versi {versi}, ditandatangani:\nSurat {surat}\n{tanggal}{beda}"
