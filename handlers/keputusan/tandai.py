"""/tandai: what became of a decision, where there is something to say of it: proof, or why not."""

from __future__ import annotations

from data.desa import Desa
from data.keputusan import BATAL, DIBAWA, SELESAI, TERHAMBAT, Keputusan
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Pilihan, optional
from handlers.dialog.questions.suggest import Suggest
from handlers.keputusan.bukti import Bukti, TanyaBukti
from handlers.keputusan.kartu_putusan import KEADAAN, KEADAAN_LAIN, SEKETIKA, kartu_putusan
from handlers.keputusan.pasang import pasang
from handlers.keputusan.sebut import NOMOR, PEMBACA, SEBUT, tak_ada, tanya_nomor

ALASAN = {
    TERHAMBAT: ("Apa hambatannya?", ("Menunggu dana cair.", "Menunggu bahan atau alat.", "Terhalang cuaca.")),
    DIBAWA: ("Mengapa dibawa ke tahun depan?", ("Dananya belum cukup.", "Waktunya tidak cukup.")),
    BATAL: ("Mengapa tidak jadi?", ("Sudah dibiayai sumber lain.", "Disepakati tidak jadi.", "Salah catat.")),
}
CONTOH = "Tulis satu-dua kalimat, contoh: {contoh}"


def _baca(teks: str, d: Dialog, desa: Desa) -> bool:
    """'P-2611-0012 selesai'"""
    if cocok := NOMOR.search(teks):
        d.keadaan.jawaban["nomor"] = cocok[1].upper()
    if status := next((satu for satu in SEBUT if satu in teks.lower().split()), ""):
        d.keadaan.jawaban["status"] = status
    return False


@dialog("tandai", help="Tandai keputusan musdes", untuk=PEMBACA, menu=False, baca=_baca)
def tandai(d: Dialog, desa: Desa) -> Kabar:
    nomor = d.ask("nomor", tanya_nomor()).removeprefix("#")
    k = desa.keputusan.ambil(nomor)
    if k is None:
        return Kabar(tak_ada(nomor))
    if not desa.keputusan.boleh_tandai(k):
        return Kabar(kartu_putusan(k, d, desa, "Keputusan ini bisa Anda baca; yang menandainya pendamping desa itu."))
    status = d.ask("status", _tanya_status(k))
    bukti = None if status in SEKETIKA else _tanya_lagi(status, d)
    return Kabar(pasang(k, status, d, desa, bukti), f"{k.nomor} sudah ditulis {SEBUT[status]}.")


def _tanya_status(k: Keputusan) -> Question[str]:
    pilihan = [Pilihan(s, label, s, kata=(SEBUT[s],)) for s, label in (*KEADAAN, *KEADAAN_LAIN)]
    return Choice(f"Bagaimana {k.nomor} sekarang?", pilihan, petunjuk="Pilih salah satu, contoh: selesai.")


def _tanya_lagi(status: str, d: Dialog) -> Bukti | None:
    if status == SELESAI:
        return d.ask("bukti", optional(TanyaBukti("Ada buktinya? Satu foto atau satu kalimat; boleh dilewati.")))
    tanya, usul = ALASAN[status]
    return Bukti(d.ask("alasan", Suggest(tanya, CONTOH.format(contoh=usul[0]), maksimal=500, usul=usul)))
