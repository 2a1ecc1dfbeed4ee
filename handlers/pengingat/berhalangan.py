"""/berhalangan: 'tidak bisa karena …'. The day is no longer asked for, and the level above can read why."""

from __future__ import annotations

from datetime import date, timedelta

from data.desa import Desa
from data.orang import PENDAMPING
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Date, Pilihan
from handlers.dialog.questions.suggest import Suggest
from handlers.dialog.tombol import perintah
from handlers.tim.pilih_orang import sebut_rentang

LAIN = "lain"
PALING_LAMA = 14
"""Days: who cannot for longer is on leave."""
USUL = ("Sakit.", "Jalan terputus.", "Tidak ada sinyal.", "Acara keluarga.")


@dialog("berhalangan", help="Sampaikan halangan", untuk=PENDAMPING, kata=("tidak bisa", "halangan"), menu=False)
def berhalangan(d: Dialog, desa: Desa) -> Kabar:
    alasan = d.ask("alasan", _tanya_alasan())
    kapan = d.ask("kapan", _tanya_kapan(d.hari_ini))
    if kapan == LAIN:
        dari, sampai = d.hari_ini, d.ask("sampai", Date("Sampai tanggal berapa?", arah="depan"))
    else:
        dari = sampai = date.fromisoformat(kapan)
    if (sampai - dari).days >= PALING_LAMA:
        teks = f"Halangan paling lama {PALING_LAMA} hari. Untuk yang lebih lama, ajukan cuti supaya bisa digantikan."
        return Kabar(Pesan(teks, tombol=(Tombol("Ajukan cuti", perintah("cuti")),)))
    desa.halangan.catat(dari, sampai, alasan)
    teks = (
        f"Tercatat: {sebut_rentang(dari, sampai)}, “{alasan}”\n\n"
        "Koordinator Anda bisa membacanya, dan hari itu tidak saya tanyakan lagi."
    )
    return Kabar(Pesan(teks, tombol=(Tombol("Menu", perintah("menu")),)), "Halangannya sudah tercatat.")


def _tanya_alasan() -> Question[str]:
    return Suggest(
        "Ada halangan apa? Koordinator Anda akan membacanya.",
        petunjuk="Contoh: Sakit, atau Jalan ke desa terputus.",
        maksimal=200,
        usul=USUL,
    )


def _tanya_kapan(hari_ini: date) -> Question[str]:
    kemarin = (hari_ini - timedelta(days=1)).isoformat()
    pilihan = [
        Pilihan(hari_ini.isoformat(), "Hari ini", hari_ini.isoformat()),
        Pilihan(kemarin, "Kemarin", kemarin),
        Pilihan(LAIN, "Beberapa hari", LAIN, kata=("sampai", "lebih")),
    ]
    return Choice("Untuk hari apa?", pilihan, petunjuk="Pilih hari ini, kemarin, atau beberapa hari.")
