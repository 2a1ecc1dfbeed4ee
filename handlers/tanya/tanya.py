"""/tanya: a question asked on purpose; and what any other text is asked for when nothing else claims it."""

from __future__ import annotations

from data.desa import Desa
from data.orang import SEMUA
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan
from handlers.tanya.jawab import FORMULIR, jawaban, tempat_pribadi
from handlers.tanya.kartu_topik import LIHAT, baris_topik
from handlers.tanya.soal import hanya_menyapa, mirip_tanya
from handlers.tanya.temukan import temukan

CONTOH = ("kades-masa-jabatan", "blt-penerima", "dd-2026-fokus", "bpd-fungsi", "usulan-warga-rencana")
MAU_TANYA = "Mau tanya apa? Ketik saja dengan kata-kata sendiri, atau pilih contohnya."
DI_TENGAH = "Mau tanya apa? Ketik tanya, lalu pertanyaannya. Contoh: tanya kapan BLT cair?"
KATA = ("bertanya", "nanya", "mau tanya", "mau nanya", "boleh tanya", "tanya desa", "tanya uu desa")


def sahut(teks: str, d: Dialog, desa: Desa) -> Pesan | None:
    tempat = tempat_pribadi(d, desa)
    return _mau_tanya(tempat) if hanya_menyapa(teks) else jawaban(d, desa, teks, tempat)


def tahu(teks: str) -> bool:
    return temukan(teks).jenis != "tidak"


@dialog(
    "tanya",
    help="Tanya soal desa",
    untuk=SEMUA,
    kata=KATA,
    langsung=True,
    ketik=mirip_tanya,
    sahut=sahut,
    tahu=tahu,
)
def tanya(d: Dialog, desa: Desa) -> Kabar:
    tempat = tempat_pribadi(d, desa)
    if pesan := d.argumen.strip() and jawaban(d, desa, d.argumen, tempat, diminta=True):
        return Kabar(pesan)
    return Kabar(_mau_tanya(tempat))


def _mau_tanya(tempat: str) -> Pesan:
    teks = DI_TENGAH if tempat == FORMULIR else MAU_TANYA
    return Pesan(teks, tombol=(LIHAT,), daftar=baris_topik(CONTOH))
