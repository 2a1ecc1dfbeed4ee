"""One decision at a time, in a small form: what, how it was decided, and what is offered besides."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from data.desa import Desa
from data.keputusan import IsiKeputusan
from data.musdes.musdes import Agenda, Musdes
from handlers.dialog.dialog import Dialog, Kabar
from handlers.dialog.keadaan import Json
from handlers.dialog.masukan import Masukan
from handlers.dialog.question import Layar, Prompt, Question
from handlers.dialog.questions import Choice, Date, Money, Pilihan, Text, optional
from handlers.dialog.questions.suggest import Suggest
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tolak import Tolak
from handlers.musdes.baca_putusan import KE, baca_putusan, kelebihan_suara
from handlers.musdes.kartu import sesudah
from handlers.musdes.pilih import simpan_titipan, titipan
from handlers.musdes.sebut import CARA, jenis_dari, sebut_putusan

SUMBER = ("DD", "ADD", "PADes", "BHPR", "swadaya", "APBD kab")
ANGKA = re.compile(r"(\d{1,4}) ?(setuju|tidak setuju|menolak|tolak|abstain)", re.IGNORECASE)
BERTIGA = re.compile(r"\s*(\d{1,4})\s*[,/ -]\s*(\d{1,4})(?:\s*[,/ -]\s*(\d{1,4}))?\s*")


@dataclass(frozen=True)
class Suara(Question[tuple[int, int, int]]):
    """For, against, abstained: no more of them than were there."""

    hadir: int | None
    kata: str = "Berapa suaranya?"
    petunjuk: str = "Contoh: 25 setuju, 6 menolak, 3 abstain."

    def prompt(self, layar: Layar) -> Prompt:
        return Prompt(f"{self.kata} {self.petunjuk}")

    def read(self, masukan: Masukan, layar: Layar) -> tuple[int, int, int]:
        teks = masukan.teks[:200]
        ada = {KE[apa.lower()]: int(n) for n, apa in ANGKA.findall(teks.replace("tidak setuju", "menolak"))}
        polos = None if ada else BERTIGA.fullmatch(teks)
        if polos:
            return self._sah((int(polos[1]), int(polos[2]), int(polos[3] or 0)))
        if not ada:
            raise Tolak(f"Suaranya belum terbaca. {self.petunjuk}")
        return self._sah((ada.get("setuju", 0), ada.get("menolak", 0), ada.get("abstain", 0)))

    def dump(self, nilai: tuple[int, int, int]) -> Json:
        return list(nilai)

    def load(self, json: Json, layar: Layar) -> tuple[int, int, int]:
        return self._sah((int(json[0]), int(json[1]), int(json[2])))

    def show(self, nilai: tuple[int, int, int]) -> str:
        return f"{nilai[0]} setuju, {nilai[1]} menolak, {nilai[2]} abstain"

    def _sah(self, n: tuple[int, int, int]) -> tuple[int, int, int]:
        salah = kelebihan_suara(IsiKeputusan("", setuju=n[0], menolak=n[1], abstain=n[2]), self.hadir)
        if salah:
            raise Tolak(f"{salah} {self.petunjuk}")
        return n


def satu_putusan(m: Musdes, d: Dialog, desa: Desa) -> Kabar:
    isi = d.ask("isi", Text("Apa keputusannya?", petunjuk="Contoh: Rabat beton RT 03 sepanjang 200 m.", maksimal=2000))
    cara = d.ask("cara", _tanya_cara(), "Cara memutuskan")
    suara = d.ask("suara", Suara(m.jumlah_hadir)) if cara != "mufakat" else None
    agenda = desa.musdes.agenda(m)
    di = d.ask("agenda", optional(_tanya_agenda(agenda))) if len(agenda) > 1 else next(iter(agenda), None)
    pj = d.offer("pj", Text("Siapa penanggung jawabnya?", petunjuk="Contoh: Kaur Perencanaan.", maksimal=120), "PJ")
    tenggat = d.offer("tenggat", Date("Paling lambat tanggal berapa?", arah="bebas"))
    uang = d.offer("anggaran", Money("Berapa anggarannya?"))
    sumber = d.offer("sumber_dana", Suggest("Dari dana apa?", minimal=2, maksimal=60, usul=SUMBER), "Sumber dana")
    lanjut = d.offer(
        "tindak_lanjut", Text("Apa tindak lanjutnya?", petunjuk="Contoh: RAB disusun; PJ TPK; tenggat 5/12.")
    )
    foto = titipan(d, tampak=True)
    setuju, menolak, abstain = suara or (None, None, None)
    putusan = IsiKeputusan(
        isi, cara, setuju, menolak, abstain, pj or "", None, tenggat.isoformat() if tenggat else None, uang,
        sumber or "", jenis_dari(m).usulan,
    )  # fmt: skip
    d.review(f"{sebut_putusan(putusan)}{f'{chr(10)}Tindak lanjut: {sebaris(lanjut, 200)}' if lanjut else ''}")
    nomor = desa.keputusan.tambah(m.id, putusan, agenda_id=di.id if di else None)
    if lanjut:
        _tindak_lanjut(lanjut, nomor, m, desa)
    teks = f"Keputusan {nomor} tersimpan. {simpan_titipan(m, foto, desa)}".strip()
    return Kabar(sesudah(m, desa, teks), teks)


def _tindak_lanjut(teks: str, nomor: str, m: Musdes, desa: Desa) -> None:
    induk = desa.keputusan.ambil(nomor)
    assert induk is not None
    isi = replace(baca_putusan(teks, date.fromisoformat(m.tanggal)), cara="", setuju=None, menolak=None, abstain=None)
    desa.keputusan.tambah(m.id, isi, induk=induk.id)


def _tanya_cara() -> Question[str]:
    kata = {"mufakat": ("sepakat", "aklamasi"), "terbuka": ("voting",), "tertutup": ("rahasia",)}
    pilihan = [Pilihan(kode, label.capitalize(), kode, kata=kata[kode]) for kode, label in CARA.items()]
    return Choice("Bagaimana memutuskannya?", pilihan, petunjuk="Pilih mufakat, suara terbuka, atau suara tertutup.")


def _tanya_agenda(agenda: list[Agenda]) -> Question[Agenda]:
    pilihan = [Pilihan(str(a.id), sebaris(a.judul, 24), a, kata=(a.judul[:48],)) for a in agenda]
    return Choice("Untuk agenda yang mana?", pilihan)
