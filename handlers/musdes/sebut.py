"""How a musyawarah is spoken of: its kind, its place, its hours, what is still missing."""

from __future__ import annotations

import re
from datetime import date

from data.desa import Desa
from data.katalog.musdes import JenisMusdes, Pertanyaan, muat_musdes
from data.keputusan import IsiKeputusan
from data.musdes.musdes import Musdes
from data.orang import ADMIN, CAMAT, PENDAMPING
from handlers.dialog.baca.angka import ejaan_angka
from handlers.dialog.baca.peserta import Peserta
from handlers.dialog.baca.tanggal import ejaan_pendek, ejaan_tanggal
from handlers.dialog.baca.uang import ejaan_uang
from handlers.dialog.keadaan import Json
from handlers.dialog.sebaris import sebaris
from handlers.kartu import sebut_tempat

NOMOR = re.compile(r"#?\b(M-\d{4}-\d{4,})", re.IGNORECASE)
PEMBACA = (*PENDAMPING, CAMAT, ADMIN)
CARA = {"mufakat": "mufakat", "terbuka": "suara terbuka", "tertutup": "suara tertutup"}
KUORUM = "Yang hadir belum dua pertiga undangan. Berapa yang diminta, lihat Perdes tata tertib desanya."


def jenis_dari(m: Musdes) -> JenisMusdes:
    """A kind taken out of the catalogue keeps its records."""
    return menurut_kode(m.jenis)


def menurut_kode(kode: str) -> JenisMusdes:
    katalog = muat_musdes()
    try:
        return katalog.menurut_kode(kode)
    except KeyError:
        return katalog.menurut_kode("lain")


def sebut_jam(m: Musdes) -> str:
    mulai = m.mulai.replace(":", ".")
    return f"{mulai}–{m.selesai.replace(':', '.')}" if m.selesai else f"mulai {mulai}"


def sebut_desa(m: Musdes, desa: Desa) -> str:
    """'Desa Sukamaju'; of several, each."""
    semua = [w for kode in desa.musdes.desa(m) if (w := desa.wilayah.ambil(kode))]
    return ", ".join(map(sebut_tempat, semua)) if len(semua) <= 3 else f"{len(semua)} desa"


def sebut_hadir(m: Musdes) -> str:
    if m.jumlah_hadir is None:
        return ""
    undangan = f" dari {ejaan_angka(m.diundang)} undangan" if m.diundang else ""
    return f"{Peserta(m.jumlah_hadir, m.hadir_l, m.hadir_p)}{undangan}"


def sebut_unsur(m: Musdes) -> str:
    return ", ".join(map(muat_musdes().label_unsur, m.unsur))


def dengan_unsur(nama: str, unsur: str) -> str:
    return f"{nama} ({muat_musdes().label_unsur(unsur)})" if nama and unsur else nama


def sebut_isian(tanya: Pertanyaan, nilai: Json) -> str:
    """An answer to a question of its kind, as a person reads it."""
    if tanya.jenis == "ya":
        return "ya" if nilai else "tidak"
    if tanya.jenis == "tanggal":
        return ejaan_tanggal(date.fromisoformat(nilai), dengan_hari=False)
    if tanya.jenis == "uang":
        return ejaan_uang(nilai)
    return ejaan_angka(nilai) if tanya.jenis == "angka" else str(nilai)


def singkat(m: Musdes, desa: Desa) -> str:
    """'Musdes RKP, Desa Sukamaju, Jum 20/11'"""
    return f"{jenis_dari(m).label}, {sebut_desa(m, desa)}, {ejaan_pendek(date.fromisoformat(m.tanggal))}"


def kurang(m: Musdes, desa: Desa) -> list[str]:
    """What its papers would want and nobody has told; facts, no reproach."""
    punya = (
        ("jam selesai", m.selesai),
        ("tempat", m.tempat),
        ("jumlah hadir", m.jumlah_hadir is not None),
        ("unsur yang hadir", m.unsur),
        ("pimpinan", m.pimpinan),
        ("notulis", m.notulis),
        ("agenda", desa.musdes.agenda(m)),
        ("keputusan", desa.keputusan.dari_musdes(m.id)),
        *((f"{t.label[0].lower()}{t.label[1:]}", t.kunci in m.isian) for t in jenis_dari(m).tanya if t.wajib),
        ("foto daftar hadir", desa.musdes.foto(m, "hadir")),
    )
    return [nama for nama, ada in punya if not ada]


def kuorum_kurang(m: Musdes) -> bool:
    return bool(m.diundang and m.jumlah_hadir is not None and m.jumlah_hadir * 3 < m.diundang * 2)


def unsur_kurang(m: Musdes) -> list[str]:
    """Those that should be there and were not named; nothing before any was."""
    katalog = muat_musdes()
    return [katalog.label_unsur(u).lower() for u in jenis_dari(m).unsur_wajib if u not in m.unsur] if m.unsur else []


def ajakan_unsur(m: Musdes) -> str:
    """A word to the pendamping, who is not the one that invites."""
    belum = [u if u != "bpd" else "BPD" for u in unsur_kurang(m)]
    if not belum:
        return ""
    return f"Belum tercatat dari unsur: {', '.join(belum)}. Kalau memang belum hadir, baik diingatkan ke BPD."


def sebut_putusan(isi: IsiKeputusan) -> str:
    """'Rabat beton RT 03 · mufakat · PJ Kaur Perencanaan · tenggat Rab 30/12 · Rp45.000.000 DD'"""
    suara = zip(("setuju", "menolak", "abstain"), (isi.setuju, isi.menolak, isi.abstain), strict=True)
    uang = f"{'' if isi.anggaran is None else ejaan_uang(isi.anggaran)} {isi.sumber_dana}".strip()
    bagian = (
        sebaris(isi.isi, 160),
        CARA.get(isi.cara, ""),
        ", ".join(f"{n} {apa}" for apa, n in suara if n is not None),
        f"PJ {isi.pj}" if isi.pj else "",
        f"tenggat {ejaan_pendek(date.fromisoformat(isi.tenggat))}" if isi.tenggat else "",
        uang,
    )
    return " · ".join(b for b in bagian if b)
