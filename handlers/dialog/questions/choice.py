"""One of several: buttons when few, pages when many, and typing narrows by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from handlers.dialog.baca.cocok import Calon, cari_calon
from handlers.dialog.keadaan import Json
from handlers.dialog.masukan import Masukan
from handlers.dialog.question import Belum, Layar, Opsi, Prompt, Question
from handlers.dialog.tolak import Tolak

V = TypeVar("V")
HALAMAN = 8
"""Rows a page: with *Lainnya* and *Sebelumnya* they fit a WhatsApp list of ten."""
SEBARIS = 6
"""Up to this many short options are buttons, more are a list."""
LIHAT = "!"
"""Values that begin so only change what is shown."""


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
        teks = self._kepala(layar)
        kecil = len(rows) <= SEBARIS and all(len(o.label) <= 24 and not o.ket for o in rows)
        return Prompt(teks, tombol=tuple(rows)) if kecil else Prompt(teks, daftar=tuple(rows))

    def read(self, masukan: Masukan, layar: Layar) -> V | Belum:
        if masukan.pilih.startswith(LIHAT):
            return Belum(self._lihat(masukan.pilih[1:]))
        if masukan.pilih:
            return self.load(masukan.pilih, layar)
        return self._ketikan(masukan.teks, layar)

    def dump(self, nilai: V) -> Json:
        return next(p.id for p in self.pilihan if p.nilai == nilai)

    def load(self, json: Json, layar: Layar) -> V:
        for pilihan in self.pilihan:
            if pilihan.id == json:
                return pilihan.nilai
        raise Tolak(f"Pilihan itu sudah tidak ada dalam daftar. {self.petunjuk}")

    def show(self, nilai: V) -> str:
        return next((p.label for p in self.pilihan if p.nilai == nilai), str(nilai))

    def mundur(self, sementara: Json) -> bool:
        return bool(sementara)

    def _ketikan(self, teks: str, layar: Layar) -> V | Belum:
        nomor = teks.strip().rstrip(".)")
        rows = self._baris(layar)
        if nomor.isascii() and nomor.isdigit() and len(nomor) < 4 and 1 <= int(nomor) <= len(rows):
            return self.read(Masukan(pilih=rows[int(nomor) - 1].nilai), layar)
        calon = [Calon(p.id, p.label, p.kata) for p in self.pilihan]
        calon += [Calon(f"{LIHAT}k:{id_}", label) for id_, label in self.kelompok]
        cocok = cari_calon(teks, calon)
        if not cocok:
            raise Tolak(f"“{_kutip(teks)}” belum ada dalam daftar. {self.petunjuk}" if teks.strip() else self.petunjuk)
        if len(cocok) == 1:
            return self.read(Masukan(pilih=cocok[0].id), layar)
        return Belum({"cari": [c.id for c in cocok if not c.id.startswith(LIHAT)]})

    def _lihat(self, apa: str) -> dict[str, Any] | None:
        jenis, _, isi = apa.partition(":")
        if jenis == "k" and isi in dict(self.kelompok):
            return {"k": isi}
        if jenis == "h":  # '!h:2:asistensi' page 2 of a group, '!h:2:' page 2 of all
            halaman, _, kelompok = isi.partition(":")
            return {"h": int(halaman) if halaman.isdigit() and len(halaman) < 4 else 0, "k": kelompok}
        return None

    def _kepala(self, layar: Layar) -> str:
        lihat = _view(layar.sementara)
        if lihat.get("cari"):
            return f"Ada {len(lihat['cari'])} yang cocok. Yang mana?"
        if lihat.get("k"):
            return f"{dict(self.kelompok).get(lihat['k'], '')}: {self.kata}"
        return self.kata

    def _baris(self, layar: Layar) -> list[Opsi]:
        lihat = _view(layar.sementara)
        if lihat.get("cari"):
            return self._halaman([p for p in self.pilihan if p.id in set(lihat["cari"])][:HALAMAN], lihat)
        if lihat.get("k"):
            return self._halaman([p for p in self.pilihan if p.kelompok == lihat["k"]], lihat)
        if layar.saran:
            return self._halaman(_dahulukan(self.pilihan, layar.saran), lihat)
        if self.kelompok:
            utama = [_opsi(p) for p in _dahulukan(self.pilihan, self.utama)[: min(len(self.utama), HALAMAN)]]
            return [*utama, *(Opsi(f"{label} ›", f"{LIHAT}k:{id_}") for id_, label in self.kelompok)]
        return self._halaman(list(self.pilihan), lihat)

    def _halaman(self, pilihan: list[Pilihan[V]], lihat: dict[str, Any]) -> list[Opsi]:
        if len(pilihan) <= HALAMAN + 2:
            return [_opsi(p) for p in pilihan]
        terakhir = (len(pilihan) - 1) // HALAMAN
        nomor = min(int(lihat.get("h", 0)), terakhir)
        kelompok = lihat.get("k", "")
        rows = [_opsi(p) for p in pilihan[nomor * HALAMAN : (nomor + 1) * HALAMAN]]
        if nomor < terakhir:
            rows.append(Opsi("Lainnya ›", f"{LIHAT}h:{nomor + 1}:{kelompok}"))
        if nomor > 0:
            rows.append(Opsi("‹ Sebelumnya", f"{LIHAT}h:{nomor - 1}:{kelompok}"))
        return rows


def _view(sementara: Json) -> dict[str, Any]:
    return sementara if isinstance(sementara, dict) else {}


def _opsi(pilihan: Pilihan[Any]) -> Opsi:
    return Opsi(pilihan.label, pilihan.id, pilihan.ket)


def _dahulukan(pilihan: Sequence[Pilihan[V]], dulu: Sequence[str]) -> list[Pilihan[V]]:
    """Those named in `dulu` first, in its order; the rest as they stand."""
    urut = {id_: n for n, id_ in enumerate(dulu)}
    return sorted(pilihan, key=lambda p: urut.get(p.id, len(urut)))


def _kutip(teks: str) -> str:
    satu = " ".join(teks.split())
    return satu if len(satu) <= 40 else satu[:39] + "…"
