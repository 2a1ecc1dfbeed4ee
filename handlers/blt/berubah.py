"""/blt_ubah: families that came or went, as a count and a cause; never who."""

from __future__ import annotations

from data.desa import Desa
from data.orang import PENDAMPING
from handlers.blt.kartu_blt import kartu_blt
from handlers.blt.sebut import SEBAB, TERBANYAK, Catatan, tanya_keluarga
from handlers.blt.tetap import TAHUN
from handlers.bumdes.tempat import baca_desa, belum_sah, desa_boleh, tanya_desa
from handlers.dialog.baca.angka import ejaan_angka
from handlers.dialog.baca.tanggal import ejaan_tanggal
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Date, Pilihan
from handlers.dialog.tombol import perintah
from handlers.kartu import sebut_tempat

TAMBAH, KURANG = "tambah", "kurang"


def _baca(teks: str, d: Dialog, desa: Desa) -> bool:
    """'32.03.03.2013 2026'"""
    if tahun := TAHUN.search(baca_desa(teks, d, desa)):
        d.keadaan.jawaban["tahun"] = int(tahun[0])
    return False


@dialog(
    "blt_ubah",
    help="Catat perubahan penerima BLT",
    untuk=PENDAMPING,
    kata=("perubahan blt", "penerima blt berubah"),
    menu=False,
    baca=_baca,
    ketik=lambda sisa: False,
    pengenal=frozenset({"desa", "tahun"}),
)
def blt_ubah(d: Dialog, desa: Desa) -> Kabar:
    boleh = desa_boleh(desa, desa.blt.boleh)
    if not boleh:
        return Kabar(belum_sah())
    di = tanya_desa(d, boleh)
    tahun = int(d.keadaan.jawaban.get("tahun") or d.hari_ini.year)
    blt = desa.blt.ambil(di.kode, tahun)
    if blt is None:
        teks = f"Penetapan BLT {tahun} belum tercatat. Catat dulu berapa keluarga yang ditetapkan."
        tombol = (Tombol("Tetapkan", perintah(f"blt_tetap {di.kode} {tahun}")),)
        return Kabar(Pesan(teks, judul=f"BLT Desa, {sebut_tempat(di)}", tombol=tombol))
    sebab = d.ask("sebab", _tanya_sebab(blt.kini))
    arah = d.ask("arah", _tanya_arah()) if sebab == "lain" else TAMBAH if sebab == "baru" else KURANG
    jumlah = d.ask("jumlah", _tanya_jumlah(arah, blt.kini))
    tanggal = d.ask("tanggal", Date("Sejak tanggal berapa?", arah="lalu"))
    catatan = d.offer("catatan", Catatan("Ada catatan? Tanpa nama."))
    n = jumlah if arah == TAMBAH else -jumlah
    isi = [
        f"BLT Desa {tahun}, {sebut_tempat(di)}",
        f"{n:+} keluarga, {SEBAB[sebab]}".replace("-", "−"),
        f"Sejak: {ejaan_tanggal(tanggal)}",
        f"Menjadi: {ejaan_angka(blt.kini + n)} keluarga (sekarang {ejaan_angka(blt.kini)})",
        f"Catatan: {catatan}" if catatan else "",
    ]
    d.review("\n".join(b for b in isi if b))

    kini = desa.blt.catat_perubahan(
        di.kode, tahun, tanggal, sebab, n, catatan=catatan or "", percakapan_id=d.percakapan or None
    )
    kata = f"Tersimpan. Sekarang {ejaan_angka(kini)} keluarga."
    return Kabar(kartu_blt(di, tahun, d, desa, kata), "Perubahan penerima BLT sudah tersimpan.")


def _tanya_sebab(kini: int) -> Question[str]:
    """Nobody can leave where nobody is."""
    boleh = SEBAB if kini else {k: SEBAB[k] for k in ("baru", "lain")}
    pilihan = [Pilihan(kode, label.capitalize(), kode) for kode, label in boleh.items()]
    return Choice("Apa sebabnya?", pilihan, petunjuk="Pilih sebabnya, contoh: pindah.")


def _tanya_arah() -> Question[str]:
    pilihan = [Pilihan(TAMBAH, "Bertambah", TAMBAH), Pilihan(KURANG, "Berkurang", KURANG)]
    return Choice("Bertambah atau berkurang?", pilihan, petunjuk="Pilih: bertambah atau berkurang.")


def _tanya_jumlah(arah: str, kini: int) -> Question[int]:
    return tanya_keluarga("Berapa keluarga?", maksimal=kini if arah == KURANG else TERBANYAK)
