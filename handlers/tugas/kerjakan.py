"""/kerjakan and /terkendala: what a person says of their own part of a task."""

from __future__ import annotations

from data.desa import Desa
from data.orang import SEMUA, WARGA
from data.tugas import DIKERJAKAN, SELESAI, TERKENDALA, Tugas
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.kabari import kabari
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.questions import Text
from handlers.dialog.questions.suggest import Suggest
from handlers.dialog.tombol import perintah
from handlers.tugas.kartu_tugas import LEPAS, NOMOR, SEBUT, TUGAS, kartu_tugas, status_tugas, tak_ada

DITUTUP = "Tugas ini sudah ditutup {pemberi}, jadi statusnya tetap."
KATA = {"mulai": DIKERJAKAN, "selesai": SELESAI}


def _baca(teks: str, d: Dialog, desa: Desa) -> bool:
    if cocok := NOMOR.search(teks):
        d.keadaan.jawaban["nomor"] = cocok[1].upper()
    return False


def _milik(nomor: str, d: Dialog, desa: Desa) -> Tugas | Pesan:
    """The task in which one has a part that can still be marked; else why not."""
    t = desa.tugas.ambil(nomor)
    if t is None or desa.tugas.bagian_sendiri(t) is None:
        return tak_ada(nomor.upper()[:20])
    if d.orang.peran == (WARGA,):
        return Pesan(f"Penugasan Anda di sini sudah selesai, jadi tugas {t.nomor} tidak ditunggu lagi. Terima kasih.")
    if t.ditutup is not None:
        return kartu_tugas(t, d, desa, DITUTUP.format(pemberi=t.pemberi))
    return t


@dialog("kerjakan", help="Tandai tugas", untuk=SEMUA, langsung=True, menu=False)
def kerjakan(d: Dialog, desa: Desa) -> Kabar:
    """'T-2611-0007 selesai'"""
    cocok = NOMOR.search(d.argumen)
    status = next((KATA[k] for k in d.argumen.lower().split() if k in KATA), "")
    if not cocok or not status:
        return Kabar(Pesan("Tugas nomor berapa? Contoh: /kerjakan T-2611-0007 selesai", tombol=(TUGAS,)))
    t = _milik(cocok[1], d, desa)
    return Kabar(t if isinstance(t, Pesan) else _tandai(t, status, "", d, desa))


@dialog("terkendala", help="Sampaikan kendala tugas", untuk=SEMUA, menu=False, baca=_baca)
def terkendala(d: Dialog, desa: Desa) -> Kabar:
    nomor = d.ask("nomor", Text("Tugas nomor berapa?", petunjuk="Contoh: T-2611-0007. Nomornya ada di tugas."))
    t = _milik(nomor.upper().removeprefix("#"), d, desa)
    if isinstance(t, Pesan):
        return Kabar(t)
    kendala = d.ask("kendala", _tanya_kendala(t))
    return Kabar(_tandai(t, TERKENDALA, kendala, d, desa), f"Kendala {t.nomor} sudah disampaikan.")


def _tanya_kendala(t: Tugas) -> Suggest:
    return Suggest(
        f"Apa kendalanya? {t.pemberi} akan membacanya.",
        petunjuk="Contoh: Berkas dari desa belum lengkap.",
        maksimal=500,
        usul=("Berkas dari desa belum lengkap.", "Belum bisa ke lokasi.", "Perlu waktu lebih."),
    )


def _tandai(t: Tugas, status: str, catatan: str, d: Dialog, desa: Desa) -> Pesan:
    hasil = desa.tugas.tandai(t, status, catatan)
    if hasil == "ditutup":
        return kartu_tugas(desa.tugas.ambil(t.nomor) or t, d, desa, DITUTUP.format(pemberi=t.pemberi))
    if hasil == "sama":
        return kartu_tugas(t, d, desa, f"Sudah tercatat: {SEBUT[status]}.")
    _kabari_pemberi(t, status, catatan, d, desa)
    terima = {SELESAI: "Terima kasih, tugasnya selesai.", DIKERJAKAN: "Baik, tercatat sedang dikerjakan."}
    return kartu_tugas(t, d, desa, terima.get(status, f"{t.pemberi} dikabari."))


def _kabari_pemberi(t: Tugas, status: str, catatan: str, d: Dialog, desa: Desa) -> None:
    """Of what holds somebody up, at once; of what is done, when all are."""
    lihat = (Tombol("Lihat status", perintah(f"tugas {t.nomor}")),)
    if status == TERKENDALA:
        pesan = Pesan(f"{d.orang.nama} terkendala: “{catatan}”\n\n{t.judul}", judul=f"Tugas {t.nomor}", tombol=lihat)
        kabari(desa, t.oleh, pesan, f"tugas:{t.nomor}:{d.orang.id}:{d.kini}")
    elif status == SELESAI and all(status_tugas(b) in (SELESAI, LEPAS) for b in desa.tugas.bagian(t)):
        pesan = Pesan(f"Semua sudah selesai.\n\n{t.judul}", judul=f"Tugas {t.nomor}", tombol=lihat)
        kabari(desa, t.oleh, pesan, f"tugas:{t.nomor}:tuntas")
