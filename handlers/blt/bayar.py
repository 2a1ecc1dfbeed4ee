"""/blt_bayar: a payment is written down, or one that there is corrected; what does not add up wants a reason."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace
from datetime import date

from data.blt import Blt, BltBaru, Salur, SalurBaru
from data.desa import Desa
from data.orang import PENDAMPING
from data.wilayah import Wilayah
from handlers.blt.baca_bayar import baca_bayar, isi_lama, mirip_bayar
from handlers.blt.bulan import TanyaBulan, usul_bulan
from handlers.blt.kartu_blt import kartu_blt, tak_ada
from handlers.blt.sebut import Catatan, rentang_bulan, tanya_bulanan, tanya_keluarga
from handlers.bumdes.tempat import belum_sah, desa_boleh, tanya_desa
from handlers.dialog.baca.angka import ejaan_angka
from handlers.dialog.baca.tanggal import ejaan_tanggal
from handlers.dialog.baca.uang import ejaan_uang
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Date, Money, Pilihan, default
from handlers.kartu import sebut_tempat


@dataclass(frozen=True)
class Hitungan:
    """What was said, beside what it should be."""

    isi: SalurBaru
    bulanan: int
    kini: int
    """Families that were set on that day."""
    tumpuk: tuple[Salur, ...]
    bulan: str = ""
    """Months that were set, where these are others."""

    @property
    def harusnya(self) -> int:
        return self.isi.harusnya(self.bulanan)

    @property
    def beda(self) -> bool:
        return self.isi.rupiah != self.harusnya


@dialog(
    "blt_bayar",
    help="Catat pembayaran BLT",
    untuk=PENDAMPING,
    kata=("bayar blt", "catat bayar blt", "pembayaran blt"),
    menu=False,
    baca=baca_bayar,
    kenali=mirip_bayar,
    ketik=lambda sisa: False,
    pengenal=frozenset({"desa", "nomor"}),
)
def blt_bayar(d: Dialog, desa: Desa) -> Kabar:
    boleh = desa_boleh(desa, desa.blt.boleh)
    if not boleh:
        return Kabar(belum_sah())
    nomor = str(d.keadaan.jawaban.get("nomor") or "")
    lama = desa.blt.satu(nomor) if nomor else None
    if nomor and (lama is None or lama.dihapus is not None or not desa.blt.boleh(lama.desa)):
        return Kabar(tak_ada(nomor))
    if lama:
        isi_lama(d, lama)
    di = next((w for w in boleh if lama and w.kode == lama.desa), None) or tanya_desa(d, boleh)
    ini = desa.blt.ambil(di.kode, _tahun_disebut(d))
    dari, sampai = d.ask("bulan", TanyaBulan(usul=usul_bulan(desa.blt.berikut(ini) if ini else ())))
    keluarga = d.ask("keluarga", _tanya_keluarga(ini))
    tanggal = d.ask("tanggal", Date("Diserahkan tanggal berapa?", arah="lalu"))
    tahun = d.offer("tahun", _tanya_tahun(d.hari_ini)) or _tahun(dari, tanggal)
    blt = desa.blt.ambil(di.kode, tahun)
    baru = None if blt and blt.keluarga else _penetapan(d, tahun, keluarga, blt)
    h = _hitung(d, desa, SalurBaru(di.kode, tahun, dari, sampai, tanggal.isoformat(), keluarga, 0), baru or blt, nomor)
    alasan = d.ask("alasan", _tanya_alasan(h)) if h.beda or h.tumpuk else ""
    d.review(_ringkasan(h, di, alasan, baru))

    if baru:
        desa.blt.tetapkan(di.kode, tahun, baru)
    isi = replace(h.isi, alasan=alasan)
    return Kabar(*_simpan(d, desa, di, isi, lama))


def _penetapan(d: Dialog, tahun: int, keluarga: int, lama: Blt | None) -> BltBaru:
    """Nothing, or nobody, was set for that year: it is asked here, so that what was told has not to be told again."""
    ada = "tertulis tanpa penerima" if lama else "belum tercatat"
    tanya = tanya_keluarga(f"Penetapan {tahun} {ada}. Berapa keluarga yang ditetapkan?")
    ditetapkan = d.ask("ditetapkan", default(tanya, keluarga), f"Ditetapkan {tahun}")
    bulanan = d.ask("bulanan", tanya_bulanan(), "Sebulan")
    if lama is None:
        return BltBaru(ditetapkan, bulanan)
    return BltBaru(
        **{f.name: getattr(lama, f.name) for f in fields(BltBaru)} | {"keluarga": ditetapkan, "bulanan": bulanan}
    )


def _tahun_disebut(d: Dialog) -> int:
    """Of the card from which it was opened; this year's where none was said."""
    disebut = str(d.keadaan.jawaban.get("tahun") or "")
    return int(disebut) if disebut.isdigit() else d.hari_ini.year


def _hitung(d: Dialog, desa: Desa, isi: SalurBaru, blt: BltBaru | None, kecuali: str) -> Hitungan:
    assert blt is not None  # one of both is there
    harusnya, luar = isi.harusnya(blt.bulanan), not (blt.dari <= isi.dari and isi.sampai <= blt.sampai)
    rupiah = d.offer("rupiah", default(Money("Berapa rupiah seluruhnya?"), harusnya))
    tumpuk = desa.blt.bertumpuk(isi.desa, isi.tahun, isi.dari, isi.sampai, kecuali)
    ubah = desa.blt.perubahan(isi.desa, isi.tahun)
    kini = blt.keluarga + sum(p.keluarga for p in ubah if p.tanggal <= isi.tanggal)
    isi = replace(isi, rupiah=harusnya if rupiah is None else rupiah)
    return Hitungan(isi, blt.bulanan, kini, tuple(tumpuk), rentang_bulan(blt.dari, blt.sampai) if luar else "")


def _simpan(d: Dialog, desa: Desa, di: Wilayah, isi: SalurBaru, lama: Salur | None) -> tuple[Pesan, str]:
    sebut = f"{rentang_bulan(isi.dari, isi.sampai)} {isi.tahun}, {ejaan_angka(isi.keluarga)} keluarga"
    if lama is None:
        nomor = desa.blt.bayar(isi, d.percakapan or None)
        kata = f"Tersimpan #{nomor}: {sebut}, {ejaan_uang(isi.rupiah)}."
    else:
        nomor, nilai = lama.nomor, asdict(isi)
        nilai.pop("desa")
        berubah = desa.blt.ubah_salur(lama, nilai)
        kata = f"#{nomor} sudah dibetulkan: {sebut}." if berubah else f"#{nomor} tetap seperti semula."
    return kartu_blt(di, isi.tahun, d, desa, kata), f"Pembayaran #{nomor} sudah tersimpan."


def _tahun(dari: int, tanggal: date) -> int:
    """Months that had not begun by then were last year's."""
    return tanggal.year if dari <= tanggal.month else tanggal.year - 1


def _tanya_tahun(hari_ini: date) -> Question[int]:
    pilihan = [Pilihan(str(t), str(t), t) for t in (hari_ini.year, hari_ini.year - 1)]
    return Choice("Untuk tahun berapa?", pilihan, petunjuk=f"Pilih tahunnya, contoh: {hari_ini.year}.")


def _tanya_keluarga(ini: Blt | None) -> Question[int]:
    tanya = tanya_keluarga("Berapa keluarga yang menerima?")
    return default(tanya, ini.kini) if ini and ini.kini else tanya


def _tanya_alasan(h: Hitungan) -> Question[str]:
    """What does not add up, and that it may be saved with a reason."""
    masalah = [_sebut_tumpuk(h)] if h.tumpuk else []
    masalah += [_sebut_beda(h)] if h.beda else []
    usul = (
        ("Susulan untuk yang belum menerima.",)
        if h.tumpuk
        else ("Sebagian diserahkan menyusul.", "Ada yang belum mengambil.")
    )
    return Catatan(f"⚠ {' '.join(masalah)} Apa sebabnya? Kalau salah ketik, ketik kembali.", usul=usul)


def _sebut_beda(h: Hitungan) -> str:
    kali = f"{ejaan_angka(h.isi.keluarga)} keluarga × {h.isi.bulan} bulan × {ejaan_uang(h.bulanan)}"
    return f"{kali} = {ejaan_uang(h.harusnya)}, sedangkan tertulis {ejaan_uang(h.isi.rupiah)}."


def _sebut_tumpuk(h: Hitungan) -> str:
    lain = ", ".join(f"#{s.nomor} ({rentang_bulan(s.dari, s.sampai)})" for s in h.tumpuk[:3])
    return f"Bulan itu sudah pernah dibayar: {lain}."


def _ringkasan(h: Hitungan, di: Wilayah, alasan: str, baru: BltBaru | None) -> str:
    isi = h.isi
    kali = f"{ejaan_angka(isi.keluarga)} keluarga × {isi.bulan} bulan × {ejaan_uang(h.bulanan)}"
    baris = [
        f"BLT Desa {isi.tahun}, {sebut_tempat(di)}",
        f"Bulan: {rentang_bulan(isi.dari, isi.sampai)}",
        f"Keluarga: {ejaan_angka(isi.keluarga)}",
        f"Diserahkan: {ejaan_tanggal(date.fromisoformat(isi.tanggal))}",
        f"Jumlah: {ejaan_uang(isi.rupiah)}" + ("" if h.beda else f" ({kali})"),
        f"Penetapan {isi.tahun}: {ejaan_angka(baru.keluarga)} keluarga, {ejaan_uang(baru.bulanan)} sebulan"
        if baru
        else "",
        f"Sebab: {alasan}" if alasan else "",
    ]
    catatan = [_sebut_tumpuk(h)] if h.tumpuk else []
    catatan += [_sebut_beda(h)] if h.beda else []
    if h.bulan:
        catatan.append(f"Menurut penetapan bulannya {h.bulan}. Tetap boleh disimpan.")
    if h.kini != isi.keluarga:
        catatan.append(f"Yang ditetapkan saat itu {ejaan_angka(h.kini)} keluarga. Tetap boleh disimpan.")
    return "\n".join(b for b in baris if b) + "".join(f"\n\n⚠ {satu}" for satu in catatan)
