"""Who does it: somebody who is here, or a name as written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.keputusan import Calon as Orang
from handlers.bergabung.sebut_tugas import PENDEK
from handlers.dialog.baca.cocok import Calon, cari_calon, lipat
from handlers.dialog.keadaan import Json
from handlers.dialog.masukan import Masukan
from handlers.dialog.question import Belum, Layar, Opsi, Prompt, Question
from handlers.dialog.questions.text import Text
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tampil import nomor
from handlers.dialog.tolak import Tolak

TULISAN = "tulis"
"""Value of the button that keeps what was typed as it is."""
HALAMAN = 8
NAMA = Text("", petunjuk="Pilih orangnya, atau tulis jabatan atau namanya, contoh: TPK.", minimal=2, maksimal=120)
PJ = tuple[str, int | None]
"""(as written, id of the person)."""


@dataclass(frozen=True)
class TanyaPJ(Question[PJ]):
    kata: str
    orang: Sequence[Orang]
    """Those who are here."""
    petunjuk: str = NAMA.petunjuk

    def prompt(self, layar: Layar) -> Prompt:
        tulis, baris = self._tampak(layar)
        if tulis:
            return Prompt("Maksudnya orang ini?", (Opsi(f"Tulis “{sebaris(tulis, 30)}”", TULISAN),), baris)
        return Prompt(self.kata, daftar=baris)

    def read(self, masukan: Masukan, layar: Layar) -> PJ | Belum:
        tulis, baris = self._tampak(layar)
        opsi = nomor(masukan.teks, baris)
        pilih = opsi.nilai if opsi else masukan.pilih
        if pilih == TULISAN and tulis:
            return tulis, None
        if pilih:
            return self._orang(pilih)
        teks = NAMA.read(masukan, layar)
        mirip = [o.id for o in self.orang if lipat(o.nama) == lipat(teks)]
        if len(mirip) == 1:
            return self._orang(str(mirip[0]))
        mirip = mirip or [int(c.id) for c in cari_calon(teks, [Calon(str(o.id), o.nama) for o in self.orang])]
        return Belum({"tulis": teks, "mirip": mirip}) if mirip else (teks, None)

    def dump(self, nilai: PJ) -> Json:
        return list(nilai)

    def load(self, json: Json, layar: Layar) -> PJ:
        match json:
            case [str(kata), None]:
                return kata, None
            case [str(_), int(id_)]:
                return self._orang(str(id_))
        raise Tolak(self.petunjuk)

    def show(self, nilai: PJ) -> str:
        return nilai[0]

    def mundur(self, sementara: Json) -> bool:
        return bool(sementara)

    def _orang(self, id_: str) -> PJ:
        for o in self.orang:
            if str(o.id) == id_:
                return o.nama, o.id
        raise Tolak(f"Orang itu sudah tidak ada dalam daftar. {self.petunjuk}")

    def _tampak(self, layar: Layar) -> tuple[str, tuple[Opsi, ...]]:
        """What was typed, and those who may be meant by it and are still here; without it all."""
        match layar.sementara:
            case {"tulis": str(tulis), "mirip": list(mirip)}:
                return tulis, tuple(_opsi(o) for o in self.orang if o.id in mirip)[:HALAMAN]
        return "", tuple(_opsi(o) for o in self.orang[:HALAMAN])


def _opsi(o: Orang) -> Opsi:
    return Opsi(o.nama, str(o.id), ", ".join(PENDEK[p] for p in o.peran))
