"""Who came: how many were invited, how many came, from which parts of the village."""

from __future__ import annotations

from typing import TypeVar

from data.desa import Desa
from data.katalog.musdes import muat_musdes
from data.musdes.musdes import Musdes
from handlers.dialog.baca.peserta import Peserta
from handlers.dialog.dialog import Dialog, Kabar
from handlers.dialog.question import Question
from handlers.dialog.questions import MultiChoice, Number, People, Pilihan, Text, default, optional
from handlers.musdes.kartu import sesudah
from handlers.musdes.pilih import bagian, simpan_titipan, titipan
from handlers.musdes.sebut import KUORUM, jenis_dari

T = TypeVar("T")


@bagian("musdes_hadir", help="Daftar hadir musdes", kata=("hadir musdes", "daftar hadir musdes"))
def musdes_hadir(m: Musdes, d: Dialog, desa: Desa) -> Kabar:
    diundang = d.ask("diundang", optional(dengan_lama(Number("Berapa yang diundang?", minimal=1), m.diundang)))
    hadir = d.ask("hadir", _tanya_hadir(m))
    unsur = d.ask("unsur", _tanya_unsur(m), "Unsur")
    lama = [u for u in m.unsur if u not in {satu.kode for satu in muat_musdes().unsur}]
    lain = d.offer(
        "unsur_lain",
        Text("Unsur lain apa?", petunjuk="Contoh: Ketua RW 3, kelompok seni.", maksimal=200),
        "Unsur lain",
    )
    foto = titipan(d, tampak=True)
    semua = (*unsur, *lama, *((lain,) if lain else ()))
    d.review(f"{hadir}{f' dari {diundang} undangan' if diundang else ''}\n{_catatan(m, diundang, hadir, semua)}")
    kolom = {"hadir": hadir.jumlah, "hadir_l": None, "hadir_p": None}
    if hadir.l is not None:
        kolom = {"hadir": None, "hadir_l": hadir.l, "hadir_p": hadir.p}
    desa.musdes.ubah(m, {"diundang": diundang, **kolom, "unsur": tuple(dict.fromkeys(semua))})
    return Kabar(sesudah(m, desa, f"Daftar hadir tersimpan. {simpan_titipan(m, foto, desa, 'hadir')}".strip()))


def dengan_lama(tanya: Question[T], nilai: T | None) -> Question[T]:
    """What is there already is the first button."""
    return tanya if nilai is None or nilai == "" else default(tanya, nilai)


def _tanya_hadir(m: Musdes) -> Question[Peserta]:
    lama = None if m.jumlah_hadir is None else Peserta(m.jumlah_hadir, m.hadir_l, m.hadir_p)
    return dengan_lama(People("Berapa yang hadir? Kalau ada, dengan L dan P-nya: 34 (19 P)"), lama)


def _tanya_unsur(m: Musdes) -> Question[tuple[str, ...]]:
    wajib = jenis_dari(m).unsur_wajib
    urut = sorted(muat_musdes().unsur, key=lambda u: (u.kode not in m.unsur, u.kode not in wajib))
    tanya = MultiChoice("Dari unsur apa saja?", [Pilihan(u.kode, u.label, u.kode, kata=u.kata) for u in urut])
    lama = tuple(u.kode for u in urut if u.kode in m.unsur)
    return default(tanya, lama) if lama else tanya


def _catatan(m: Musdes, diundang: int | None, hadir: Peserta, unsur: tuple[str, ...]) -> str:
    katalog = muat_musdes()
    label = ", ".join(map(katalog.label_unsur, unsur))
    belum = [katalog.label_unsur(u) for u in jenis_dari(m).unsur_wajib if u not in unsur]
    catatan = [f"Unsur: {label}."]
    if belum:
        catatan.append(f"⚠ Belum disebut: {', '.join(belum)}. Kalau memang belum hadir, simpan apa adanya.")
    if hadir.jumlah and hadir.l is None:
        catatan.append("⚠ L dan P belum terpisah; berita acara biasanya memintanya.")
    if diundang and hadir.jumlah * 3 < diundang * 2:
        catatan.append(f"⚠ {KUORUM}")
    return "\n\n".join(catatan)
