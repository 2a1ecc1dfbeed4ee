"""A musyawarah as the person's own work that evening: typed once, logged once, and looked at before it is saved."""

from __future__ import annotations

from data.desa import Desa
from data.musdes.musdes import Musdes
from handlers.dialog.baca.peserta import Peserta
from handlers.dialog.dialog import Dialog
from handlers.dialog.pesan import Tombol
from handlers.dialog.tombol import perintah
from handlers.musdes.sebut import NOMOR, jenis_dari

PANJANG = 600
"""Characters of decisions that the sentence takes; the first is taken however long it is."""


def tombol_drp(m: Musdes, desa: Desa) -> tuple[Tombol, ...]:
    """Where its hours are known, and this person has no entry of it yet."""
    if not (m.selesai and desa.musdes.boleh_ubah(m)) or desa.musdes.tercatat(m):
        return ()
    return (Tombol("Catat ke DRP", perintah(f"catat {m.nomor}")),)


def nomor_musdes(teks: str) -> str:
    """'M-2611-0003' when the text is that alone."""
    cocok = NOMOR.fullmatch(teks.strip())
    return cocok[1].upper() if cocok else ""


def isi_dari_musdes(nomor: str, d: Dialog, desa: Desa) -> bool:
    """What was typed there becomes answers; what nobody typed is asked. False for a number that is not theirs."""
    m = desa.musdes.ambil(nomor)
    if m is None or not desa.musdes.boleh_ubah(m):
        return False
    jawaban = d.keadaan.jawaban
    jawaban |= {"musdes": m.nomor, "desa": m.desa, "kegiatan": jenis_dari(m).kegiatan, "tanggal": m.tanggal}
    if m.desa.count(".") == 3:
        jawaban["cara"] = "desa"
    if m.selesai:
        jawaban["jam"] = f"{m.mulai}-{m.selesai}"
    if m.jumlah_hadir is not None:
        jawaban["peserta"] = Peserta(m.jumlah_hadir, m.hadir_l, m.hadir_p).ke_json()
    if hasil := _hasil(m, desa):
        jawaban["hasil"] = hasil
    return True


def _hasil(m: Musdes, desa: Desa) -> str:
    """The first decisions as they were typed, one after the other; '' while there are none."""
    hasil = ""
    for k in desa.keputusan.dari_musdes(m.id):
        baru = "; ".join(b for b in (hasil, k.isi.strip().rstrip(".;")) if b)
        if k.induk is None and (not hasil or len(baru) <= PANJANG):
            hasil = baru
    return f"{hasil}." if hasil else ""
