"""Pasted minutes: what stands behind a label goes to its section, everything else becomes notes. Nothing is dropped."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date

from data.desa import Desa
from data.musdes.musdes import Musdes, Narasumber
from handlers.dialog.baca.angka import baca_angka
from handlers.dialog.baca.cocok import lipat
from handlers.dialog.baca.peserta import baca_peserta
from handlers.dialog.tolak import Tolak
from handlers.musdes.baca_putusan import baca_putusan, kelebihan_suara
from handlers.musdes.sebut import jenis_dari
from handlers.musdes.tanya import kode_unsur, nama_unsur, tanpa_nomor

_EJAAN = {
    "hari": "hari|tanggal|tgl|hari tanggal|hari tgl|waktu|jam|pukul|desa|nama desa|kecamatan|kabupaten|jenis"
    "|jenis musyawarah|kegiatan|zona",
    "tempat": "tempat|lokasi|bertempat di",
    "pimpinan": "pimpinan|pimpinan musyawarah|pimpinan rapat|pemimpin|pemimpin rapat|dipimpin oleh|ketua|ketua rapat"
    "|pimpinan musdes",
    "notulis": "notulis|sekretaris|notulis sekretaris|sekretaris notulis",
    "narasumber": "narasumber|nara sumber|pemateri|pembicara",
    "agenda": "agenda|acara|materi|susunan acara|agenda musyawarah|materi pembahasan|pokok bahasan",
    "diundang": "diundang|undangan|jumlah undangan|peserta diundang",
    "hadir": "hadir|peserta|yang hadir|jumlah hadir|peserta hadir|jumlah peserta|kehadiran|dihadiri",
    "unsur": "unsur|unsur yang hadir|unsur hadir|unsur peserta",
    "keputusan": "keputusan|putusan|hasil keputusan|kesepakatan|hasil kesepakatan|hasil|hasil musyawarah|disepakati"
    "|hasil musdes|keputusan musyawarah|menyepakati",
    "catatan": "catatan|pembahasan|notulen|jalannya musyawarah|tanggapan|uraian|diskusi|tanya jawab",
    "dasar": "dasar|dasar undangan|surat undangan|nomor undangan",
    "nomor_ba": "nomor|nomor ba|nomor berita acara|no",
    "judul": "dalam rangka|perihal|judul|tentang|hal",
}
LABEL = {ejaan: kunci for kunci, semua in _EJAAN.items() for ejaan in semua.split("|")}
BANYAK = ("narasumber", "agenda", "unsur", "keputusan", "catatan")
"""Labels whose value may go on in the lines below."""
AWAL = "hari"
"""What the record begins with; read by handlers/musdes/baca_baru.py."""
BARIS = re.compile(r"\W{0,4}([A-Za-z][A-Za-z /.()-]{1,40}?)\s*[:=]\s*(.*)")
BUTIR = re.compile(r"(?:\d{1,2}[.)]|[a-z][.)]|[-•*–—])\s*\S", re.IGNORECASE)
KEPUTUSAN = re.compile(r"\W*(?:keputusan|putusan)\s*(?:\d{1,2})?\s*:\s*(.+)", re.IGNORECASE)
SEBUT = {
    "hadir": "jumlah hadir", "diundang": "undangan", "nomor_ba": "nomor berita acara", "judul": "dalam rangka",
    "dasar": "dasar undangan", "unsur": "unsur", "hari": "jenis, desa, dan waktunya",
}  # fmt: skip


@dataclass
class Tempelan:
    isian: dict[str, list[str]] = field(default_factory=dict)
    """By section, lines in order."""
    sisa: list[str] = field(default_factory=list)
    """Lines behind no label."""

    @property
    def berlabel(self) -> bool:
        """Whether it looks like minutes and not like a note with a colon in it."""
        return len(self.isian) > 1


def urai(teks: str) -> Tempelan:
    hasil, kini, bernomor = Tempelan(), "", False
    for baris in teks.split("\n"):
        label, nilai = _label(baris)
        if label:
            kini, bernomor = label, bool(BUTIR.match(nilai))
            _taruh(nilai, kini, hasil)
            continue
        bersih = baris.strip()
        butir = BUTIR.match(bersih) is not None
        if kini in BANYAK and butir and not hasil.isian[kini]:
            bernomor = True
        if kini not in BANYAK or (bernomor and bersih and not butir) or not bersih:
            # what follows a numbered list without a number, or any list after an empty line, is no part of it
            kini = kini if bernomor and not bersih else ""
        _taruh(bersih, kini, hasil)
    return hasil


def _taruh(isi: str, kunci: str, t: Tempelan) -> None:
    """Notes stay in the order in which they stand, with and without their label."""
    if kunci:
        t.isian.setdefault(kunci, [])
    if isi:
        (t.isian[kunci] if kunci and kunci != "catatan" else t.sisa).append(isi)


def _label(baris: str) -> tuple[str, str]:
    cocok = BARIS.fullmatch(baris.strip().replace("*", ""))
    kunci = LABEL.get(lipat(cocok[1]), "") if cocok else ""
    return (kunci, cocok[2].strip()) if cocok and kunci else ("", "")


def sebut_tempelan(t: Tempelan) -> str:
    """What was read, for the summary."""
    bagian = []
    for kunci, isi in t.isian.items():
        if kunci == "catatan":
            continue
        sebut = SEBUT.get(kunci, kunci)
        bagian.append(f"{len(isi)} {sebut}" if kunci in BANYAK and len(isi) > 1 else sebut)
    sisa = f"{len(t.sisa)} baris jadi catatan" if t.sisa else ""
    return ", ".join([*bagian, *filter(None, [sisa])])


def terapkan(t: Tempelan, m: Musdes, desa: Desa) -> str:
    """Write it down; what could not be read, or is told otherwise already, becomes a note as it was typed."""
    catatan: list[str] = []
    ubah: dict[str, object] = {}
    for kunci, isi in t.isian.items():
        if kunci not in (*BANYAK, AWAL):
            catatan += _satu_kolom(kunci, isi, m, ubah)
    if unsur := t.isian.get("unsur"):
        ubah["unsur"] = tuple(dict.fromkeys((*m.unsur, *(kode_unsur(u) for u in _dipisah(unsur)))))
    desa.musdes.ubah(m, ubah, "tempelan")
    for judul in map(tanpa_nomor, t.isian.get("agenda", [])):
        desa.musdes.tambah_agenda(m, judul)
    _narasumber(t.isian.get("narasumber", []), m, desa)
    putusan = _putusan(t.isian.get("keputusan", []), m, desa)
    for baris in (*t.sisa, *catatan):
        desa.musdes.tambah_catatan(m, baris)
    n = len(t.sisa) + len(catatan)
    hitung = [f"{putusan} keputusan" if putusan else "", f"{n} catatan" if n else ""]
    return f"Dari tempelan terbaca {', '.join(h for h in hitung if h)}. Silakan dicek." if any(hitung) else ""


def _satu_kolom(kunci: str, isi: list[str], m: Musdes, ubah: dict[str, object]) -> list[str]:
    """Fill what is empty; what is left is for the notes."""
    nilai = "; ".join(isi)
    baru = _baca(kunci, nilai)
    if not nilai:
        return []
    sama = {k: v for k, v in baru.items() if getattr(m, k) in (None, "") and k not in ubah}
    if not baru or len(sama) < len(baru) or (kunci == "hadir" and m.jumlah_hadir is not None):
        tetap = baru and all(getattr(m, k) == v for k, v in baru.items())
        return [] if tetap else [f"{SEBUT.get(kunci, kunci).capitalize()}: {nilai}"]
    ubah.update(sama)
    return []


def _baca(kunci: str, nilai: str) -> dict[str, object]:
    """Columns and values; none when it cannot be read."""
    try:
        if kunci == "hadir":
            p = baca_peserta(nilai)
            return {"hadir": p.jumlah} if p.l is None else {"hadir_l": p.l, "hadir_p": p.p}
        if kunci == "diundang":
            return {"diundang": baca_angka(nilai)}
    except Tolak:
        return {}
    if kunci in ("pimpinan", "notulis"):
        nama, unsur = nama_unsur(nilai)
        return {kunci: nama, f"{kunci}_unsur": unsur} if unsur else {kunci: nama}
    return {kunci: nilai}


def _dipisah(baris: list[str]) -> list[str]:
    return [s for b in baris for satu in re.split(r"[,;]", tanpa_nomor(b)) if (s := satu.strip(" ."))]


def _narasumber(baris: list[str], m: Musdes, desa: Desa) -> None:
    ada = desa.musdes.narasumber(m)
    baru = [Narasumber(*nama_unsur(tanpa_nomor(b))) for b in baris]
    nama = {n.nama.lower() for n in ada}
    desa.musdes.ganti_narasumber(m, [*ada, *(n for n in baru if n.nama and n.nama.lower() not in nama)])


def _putusan(baris: list[str], m: Musdes, desa: Desa) -> int:
    usulan, hari = jenis_dari(m).usulan, date.fromisoformat(m.tanggal)
    hadir = (desa.musdes.menurut_id(m.id) or m).jumlah_hadir
    for satu in map(tanpa_nomor, baris):
        isi = replace(baca_putusan(satu, hari), usulan=usulan)
        if kelebihan_suara(isi, hadir):  # a tally that cannot be is no tally: it stays as it was written
            isi = replace(isi, isi=satu, setuju=None, menolak=None, abstain=None)
        desa.keputusan.tambah(m.id, isi)
    return len(baris)
