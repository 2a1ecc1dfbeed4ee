"""/rencana_ubah: one thing about a planned activity. /rencana_tambah: one more activity."""

from __future__ import annotations

from typing import Any

from data.desa import Desa
from data.orang import PENDAMPING
from data.rencana import Butir, IsiButir, Rencana
from data.rencana.isi import TERHITUNG
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Number, Pilihan, Text, YesNo, optional
from handlers.isian import tanya_kegiatan
from handlers.rencana.butir import MILIK_LAIN, URUTAN, cari_butir
from handlers.rencana.kabar import kabari_perubahan
from handlers.rencana.kartu import kartu_butir
from handlers.rencana.putus import TANYA_NOMOR
from handlers.rencana.sebut import MISKIN, NOMOR, label_kegiatan, sebut_pekan, sebut_rencana, tak_ada
from handlers.rencana.tanya import tanya_pekan, tanya_target

TARGET, PEKAN, PIHAK, MISKIN_, URAIAN, CAPAIAN = "target", "pekan", "pihak", "miskin", "uraian", "capaian"
BAGIAN = {
    TARGET: "Target",
    PEKAN: "Minggu",
    PIHAK: "Bersama siapa",
    MISKIN_: "Kelompok miskin",
    URAIAN: "Uraian",
    CAPAIAN: "Capaian",
}


def _baca(teks: str, d: Dialog, desa: Desa) -> bool:
    """'N-2611-0002 3 target'"""
    if cocok := NOMOR.search(teks):
        d.keadaan.jawaban["nomor"] = cocok[1].upper()
        sisa = teks[cocok.end() :]
        if urutan := URUTAN.search(sisa):
            d.keadaan.jawaban["butir"] = int(urutan[1])
        if bagian := next((b for b in BAGIAN if b in sisa.split()), ""):
            d.keadaan.jawaban["bagian"] = bagian
    return False


@dialog(
    "rencana_ubah",
    help="Ubah kegiatan rencana",
    untuk=PENDAMPING,
    menu=False,
    baca=_baca,
    pengenal=frozenset({"nomor", "butir", "bagian"}),
)
def rencana_ubah(d: Dialog, desa: Desa) -> Kabar:
    nomor = d.ask("nomor", TANYA_NOMOR)
    urutan = d.ask("butir", Number("Kegiatan yang ke berapa?", maksimal=9999), "Kegiatan")
    ketemu = cari_butir(f"{nomor} {urutan}", d, desa)
    if isinstance(ketemu, Pesan):
        return Kabar(ketemu)
    r, m = ketemu
    if not desa.rencana.boleh_ubah(r):
        return Kabar(kartu_butir(r, m, d, desa, MILIK_LAIN.format(nama=r.nama)))
    bagian = d.ask("bagian", _tanya_bagian(m.butir))
    jadi = desa.rencana.ubah(r, m.butir, _isi(bagian, r, m.butir, d))
    if jadi and bagian != CAPAIAN:
        kabari_perubahan(r, d, desa)
    return Kabar(_sesudah(r, urutan, "Sudah diubah." if jadi else "Tetap seperti semula.", d, desa), "Sudah diubah.")


def _sesudah(r: Rencana, urutan: int, kepala: str, d: Dialog, desa: Desa) -> Pesan:
    kini = desa.rencana.ambil(r.nomor) or r
    m = next(m for m in desa.rencana.kemajuan(kini) if m.butir.urutan == urutan)
    return kartu_butir(kini, m, d, desa, kepala)


def _tanya_bagian(b: Butir) -> Question[str]:
    bisa = [k for k in BAGIAN if k != CAPAIAN or b.satuan not in TERHITUNG]
    pilihan = [Pilihan(k, BAGIAN[k], k, kata=(k,)) for k in bisa]
    return Choice(f"{label_kegiatan(b.kegiatan)}: apa yang diubah?", pilihan)


def _isi(bagian: str, r: Rencana, b: Butir, d: Dialog) -> dict[str, Any]:
    nama = label_kegiatan(b.kegiatan)
    if bagian == TARGET:
        target, satuan = d.ask("target", tanya_target(nama))
        return {"target": target, "satuan": satuan}
    if bagian == PEKAN:
        return {"pekan": d.ask("pekan", tanya_pekan(r.tahun), "Minggu")}
    if bagian == MISKIN_:
        return {"miskin": d.ask("miskin", _tanya_miskin(nama), "Kelompok miskin")}
    if bagian == CAPAIAN:
        kata = f"Sudah tercapai berapa {b.satuan} untuk {nama}?"
        return {"capaian": d.ask("capaian", Number(kata, maksimal=9999))}
    return {bagian: d.ask(bagian, _tanya_teks(bagian)) or ""}


def _tanya_miskin(nama: str) -> Question[bool]:
    return YesNo(f"{nama}: mendahulukan kelompok miskin?")


def _tanya_teks(bagian: str) -> Question[str | None]:
    if bagian == PIHAK:
        return optional(Text("Bersama siapa?", "Contoh: BPD dan tim penyusun RKP.", 2, 80))
    return optional(Text("Uraiannya? Satu kalimat cukup.", "Contoh: Musdus di tiga dusun.", 3, 120))


@dialog(
    "rencana_tambah",
    help="Tambah kegiatan rencana",
    untuk=PENDAMPING,
    menu=False,
    baca=_baca,
    pengenal=frozenset({"nomor"}),
)
def rencana_tambah(d: Dialog, desa: Desa) -> Kabar:
    nomor = d.ask("nomor", TANYA_NOMOR)
    r = desa.rencana.ambil(nomor)
    if r is None or not desa.rencana.boleh_ubah(r):
        return Kabar(tak_ada(nomor.upper()[:20]))
    apa = d.ask("kegiatan", tanya_kegiatan(desa))
    if ada := next(
        (m for m in desa.rencana.kemajuan(r) if m.butir.kegiatan == apa.kode and m.butir.dihapus is None), None
    ):
        return Kabar(kartu_butir(r, ada, d, desa, "Kegiatan ini sudah ada dalam rencana."))
    target, satuan = d.ask("target", tanya_target(apa.label))
    pekan = d.ask("pekan", tanya_pekan(r.tahun), "Minggu")
    miskin = d.offer("miskin", _tanya_miskin(apa.label), "Kelompok miskin")
    pihak = d.offer("pihak", _tanya_teks(PIHAK), BAGIAN[PIHAK])
    uraian = d.offer("uraian", _tanya_teks(URAIAN))
    tanda = f" {MISKIN}" if miskin else ""
    teks = f"{sebut_rencana(r, desa)}\n\n{apa.nama}{tanda}\nTarget: {target} {satuan}\nMinggu: {sebut_pekan(pekan)}"
    teks += "".join(f"\n{label}: {isi}" for label, isi in (("Bersama", pihak), ("Uraian", uraian)) if isi)
    d.review(f"{teks}\n\nSudah benar?")
    isi = IsiButir(apa.kode, target, satuan, pekan, uraian or "", bool(miskin), pihak or "")
    urutan = desa.rencana.tambah(r, isi)
    kabari_perubahan(r, d, desa)
    return Kabar(_sesudah(r, urutan, "Ditambahkan.", d, desa), f"{apa.label} sudah ditambahkan ke rencana.")
