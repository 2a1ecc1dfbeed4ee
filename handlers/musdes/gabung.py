"""The same meeting written down twice: merged by choice, or said to be two."""

from __future__ import annotations

from data.desa import Desa
from data.musdes.musdes import DIGABUNG, Musdes
from data.orang import PENDAMPING
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan
from handlers.dialog.questions import Choice, Pilihan
from handlers.musdes.kartu import kartu, kartu_kini, tak_ada
from handlers.musdes.pilih import DIBACA
from handlers.musdes.sebut import NOMOR, singkat

GABUNG, LAIN, NANTI = "gabung", "lain", "nanti"


def _baca(teks: str, d: Dialog, desa: Desa) -> bool:
    for kunci, nomor in zip(("dari", "ke"), NOMOR.findall(teks), strict=False):
        d.keadaan.jawaban[kunci] = nomor.upper()
    return False


@dialog(
    "musdes_gabung",
    help="Gabungkan musdes",
    untuk=PENDAMPING,
    baca=_baca,
    ketik=lambda sisa: False,
    menu=False,
    sela=False,
    pengenal=frozenset({"dari", "ke"}),
)
def musdes_gabung(d: Dialog, desa: Desa) -> Kabar:
    dua = _dua(d, desa)
    if isinstance(dua, Pesan):
        return Kabar(dua)
    baru, lama = dua
    kata = (
        f"{lama.nomor}: {singkat(lama, desa)}, dicatat {lama.penulis}.\n"
        f"{baru.nomor}: {singkat(baru, desa)}, dicatat {baru.penulis}.\n\n"
        f"Digabung, semua keputusan, catatan, dan foto pindah ke {lama.nomor}. Yang berbeda tetap tersimpan di jejak."
    )
    pilihan = [
        Pilihan(GABUNG, "Gabungkan", GABUNG),
        Pilihan(LAIN, "Ini musdes lain", LAIN),
        Pilihan(NANTI, "Nanti", NANTI),
    ]
    putusan = d.ask("putusan", Choice(kata, pilihan, petunjuk="Pilih gabungkan, ini musdes lain, atau nanti."))
    if putusan == LAIN:
        desa.musdes.bukan(baru, [lama.nomor])
        return Kabar(kartu_kini(baru, desa, "Baik, dicatat sebagai dua musdes."))
    if putusan == NANTI:
        return Kabar(kartu(baru, desa))
    desa.musdes.gabung(baru, lama)
    return Kabar(kartu_kini(lama, desa, f"{baru.nomor} sudah digabung ke sini."), f"Digabung ke {lama.nomor}.")


def _dua(d: Dialog, desa: Desa) -> tuple[Musdes, Musdes] | Pesan:
    """The newer and the older, both theirs to change; a message when they are not."""
    nomor = [str(d.keadaan.jawaban.get(k) or "")[:20] for k in ("dari", "ke")]
    semua: list[Musdes] = []
    for satu in nomor:
        m = desa.musdes.ambil(satu) if satu else None
        if m is None:
            contoh = "Musdes mana yang digabung? Contoh: /musdes_gabung M-2611-0004 M-2611-0003"
            return tak_ada(satu) if satu else Pesan(contoh)
        if m.status == DIGABUNG:
            return kartu(desa.musdes.tujuan(m) or m, desa, f"{m.nomor} sudah digabung. Ini yang terbaru.")
        if not desa.musdes.boleh_ubah(m):
            return kartu(m, desa, DIBACA)
        semua.append(m)
    lama, baru = sorted(semua, key=lambda m: m.id)
    return (baru, lama) if baru.id != lama.id else kartu(lama, desa, "Itu musdes yang sama.")
