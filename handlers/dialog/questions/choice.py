"""One of several: buttons when few, pages when many, and typing narrows by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from handlers.dialog.baca.cocok import Calon, cari_calon, lipat
from handlers.dialog.keadaan import Json
from handlers.dialog.masukan import Masukan
from handlers.dialog.question import Belum, Layar, Opsi, Prompt, Question
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tampil import LIHAT, nomor
from handlers.dialog.tolak import Tolak

V = TypeVar("V")
HALAMAN = 8
"""Rows a page: with *Lainnya* and *Sebelumnya* they fit a WhatsApp list of ten."""
TANPA_PILIHAN = "Daftarnya masih kosong, jadi belum ada yang bisa dipilih. Ketik batal untuk berhenti."
SEBARIS = 6
"""Up to this many short options are buttons, more are a list."""


@dataclass(frozen=True)
class Pilihan(Generic[V]):
    """An option. `id` is stored and goes into button data (short, never reused); `kata` are other words for it."""

    id: str
    label: str
    nilai: V
    ket: str = ""
    kata: tuple[str, ...] = ()
    kelompok: str = ""


@dataclass(frozen=True)
class Choice(Question[V]):
    kata: str
    pilihan: Sequence[Pilihan[V]]
    utama: tuple[str, ...] = ()
    """Ids to show first, when there are groups; the groups stand below them."""
    kelompok: tuple[tuple[str, str], ...] = ()
    """(id, label) of groups, in order."""
    petunjuk: str = "Pilih dari daftar, atau ketik sebagian namanya."

    def prompt(self, layar: Layar) -> Prompt:
        rows = self._baris(layar)
        teks = self._kepala(layar) if self.pilihan else f"{self.kata}\n\n{TANPA_PILIHAN}"
        kecil = len(rows) <= SEBARIS and all(len(o.label) <= 24 and not o.ket for o in rows)
        return Prompt(teks, tombol=tuple(rows)) if kecil else Prompt(teks, daftar=tuple(rows))

    def read(self, masukan: Masukan, layar: Layar) -> V | Belum:
        if masukan.pilih.startswith(LIHAT):
            return Belum(self._lihat(masukan.pilih[1:]))
        if masukan.pilih:
            return self.load(masukan.pilih, layar)
        return self._ketikan(masukan.teks, layar)

    def dump(self, nilai: V) -> Json:
        for pilihan in self.pilihan:
            if pilihan.nilai == nilai:
                return pilihan.id
        raise self._tiada()

    def load(self, json: Json, layar: Layar) -> V:
        for pilihan in self.pilihan:
            if pilihan.id == json:
                return pilihan.nilai
        raise self._tiada()

    def show(self, nilai: V) -> str:
        return next((p.label for p in self.pilihan if p.nilai == nilai), str(nilai))

    def mundur(self, sementara: Json) -> bool:
        return bool(sementara)

    def _ketikan(self, teks: str, layar: Layar) -> V | Belum:
        if opsi := nomor(teks, self._baris(layar)):
            senama = [p.id for p in self.pilihan if lipat(p.label).split()[:1] == lipat(teks).split()]
            if senama and opsi.nilai not in senama:  # "3" may be the third, and may be "3 hari": neither is guessed
                return Belum({"cari": [*senama, opsi.nilai]})
            return self.read(Masukan(pilih=opsi.nilai), layar)
        calon = [Calon(p.id, p.label, p.kata) for p in self.pilihan]
        calon += [Calon(f"{LIHAT}k:{id_}", label) for id_, label in self._isi_kelompok().items()]
        cocok = cari_calon(teks, calon)
        if not cocok:
            apa = sebaris(teks, 40)
            raise Tolak(f"“{apa}” belum ada dalam daftar. {self.petunjuk}" if apa else self.petunjuk)
        if len(cocok) == 1:
            return self.read(Masukan(pilih=cocok[0].id), layar)
        pilihan = [c.id for c in cocok if not c.id.startswith(LIHAT)]
        if not pilihan:
            raise Tolak(f"Yang mana: {', '.join(c.label for c in cocok)}? {self.petunjuk}")
        return Belum({"cari": pilihan})

    def _tiada(self) -> Tolak:
        return Tolak(f"Pilihan itu sudah tidak ada dalam daftar. {self.petunjuk}")

    def _lihat(self, apa: str) -> dict[str, Any] | None:
        """'!k:asistensi' is a group, '!h:2:asistensi' page 2 of it, '!h:2:' page 2 of all; None is the first page."""
        jenis, _, isi = apa.partition(":")
        halaman, _, kelompok = isi.partition(":") if jenis == "h" else ("", "", isi)
        nomor_halaman = int(halaman) if halaman.isdecimal() and len(halaman) < 4 else 0
        return {k: v for k, v in (("h", nomor_halaman), ("k", kelompok)) if v} or None

    def _lihatan(self, layar: Layar) -> dict[str, Any]:
        """What is to be shown, without what is in the list no more."""
        lihat = layar.sementara if isinstance(layar.sementara, dict) else {}
        ada = {p.id for p in self.pilihan}
        if cari := [id_ for id_ in lihat.get("cari", ()) if id_ in ada]:
            return {"cari": cari}
        kelompok = lihat.get("k", "")
        return {"h": lihat.get("h", 0), "k": kelompok if kelompok in self._isi_kelompok() else ""}

    def _isi_kelompok(self) -> dict[str, str]:
        """The groups that hold something, in order."""
        berisi = {p.kelompok for p in self.pilihan}
        return {id_: label for id_, label in self.kelompok if id_ in berisi}

    def _kepala(self, layar: Layar) -> str:
        lihat = self._lihatan(layar)
        cari = lihat.get("cari", ())
        if len(cari) > HALAMAN:
            return f"Ada {len(cari)} yang cocok; ini {HALAMAN} di antaranya. Ketik lebih lengkap kalau belum ada."
        if cari:
            return f"Ada {len(cari)} yang cocok. Yang mana?" if len(cari) > 1 else "Maksudnya yang ini?"
        if lihat["k"]:
            return f"{self._isi_kelompok()[lihat['k']]}: {self.kata}"
        return self.kata

    def _baris(self, layar: Layar) -> list[Opsi]:
        lihat = self._lihatan(layar)
        if "cari" in lihat:
            return [_opsi(p) for p in self.pilihan if p.id in lihat["cari"]][:HALAMAN]
        if lihat["k"]:
            return self._halaman([p for p in self.pilihan if p.kelompok == lihat["k"]], lihat)
        if layar.saran:
            return self._halaman(_dahulukan(self.pilihan, layar.saran), lihat)
        if self.kelompok:
            utama = [_opsi(p) for p in _dahulukan(self.pilihan, self.utama)[: min(len(self.utama), HALAMAN)]]
            return [*utama, *(Opsi(f"{label} ›", f"{LIHAT}k:{id_}") for id_, label in self._isi_kelompok().items())]
        return self._halaman(list(self.pilihan), lihat)

    def _halaman(self, pilihan: list[Pilihan[V]], lihat: dict[str, Any]) -> list[Opsi]:
        if len(pilihan) <= HALAMAN + 2:
            return [_opsi(p) for p in pilihan]
        terakhir = (len(pilihan) - 1) // HALAMAN
        ini = min(lihat["h"], terakhir)
        rows = [_opsi(p) for p in pilihan[ini * HALAMAN : (ini + 1) * HALAMAN]]
        if ini < terakhir:
            rows.append(Opsi("Lainnya ›", f"{LIHAT}h:{ini + 1}:{lihat['k']}"))
        if ini > 0:
            rows.append(Opsi("‹ Sebelumnya", f"{LIHAT}h:{ini - 1}:{lihat['k']}"))
        return rows


def _opsi(pilihan: Pilihan[Any]) -> Opsi:
    return Opsi(pilihan.label, pilihan.id, pilihan.ket)


def _dahulukan(pilihan: Sequence[Pilihan[V]], dulu: Sequence[str]) -> list[Pilihan[V]]:
    """Those named in `dulu` first, in its order; the rest as they stand."""
    urut = {id_: n for n, id_ in enumerate(dulu)}
    return sorted(pilihan, key=lambda p: urut.get(p.id, len(urut)))
