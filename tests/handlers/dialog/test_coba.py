"""A command's name where the question would take any words, and its answer ends the conversation."""

from __future__ import annotations

from dataclasses import dataclass

from data.desa import Desa
from data.orang import SEMUA
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan
from handlers.dialog.questions import Text
from handlers.tabel import TABEL
from tests.handlers.dialog.obrolan import Dunia


@dataclass(frozen=True)
class Rahasia(Text):
    """Whatever is typed, it is not shown again."""

    def show(self, nilai: str) -> str:
        return "•••"


@dialog("sandi", help="Tulis sandi", untuk=SEMUA)
def sandi(d: Dialog, desa: Desa) -> Kabar:
    d.ask("sandi", Rahasia("Apa sandinya?"))
    desa.jejak.tulis("uji", "uji", 1)
    return Kabar(Pesan("Terima kasih."))


def test_a_command_that_is_no_answer_leaves_no_trace_of_having_been_tried() -> None:
    dunia = Dunia({**TABEL, "sandi": sandi})
    sari = dunia.orang("Bu Sari")
    sari.tulis("sandi")
    sari.tulis("riwayat")
    assert dunia.hitung("jejak") == 0, "what the try wrote is undone"
    sari.tulis("teruskan")
    assert "Terima kasih." in sari.tulis("kuda lumping")
    assert dunia.hitung("jejak") == 1
