"""Where rows are found, kind by kind: through the same doors as in chat, place by place, and what is one's own.

Each door has two ways: by place, which an index of the place follows; and what the person wrote or was given outside
the places that they may read, which an index of the person follows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from data.blt.baca import DARI as DARI_BLT
from data.blt.baca import KOLOM as KOLOM_BLT
from data.kemandirian.isi import DARI as DARI_KEMANDIRIAN
from data.kemandirian.isi import KOLOM as KOLOM_KEMANDIRIAN
from data.lingkup import Lingkup
from data.masalah.isi import DITARIK, PENDAMPING
from data.masalah.isi import KOLOM as KOLOM_MASALAH
from data.register.isi import KOLOM as KOLOM_REGISTER
from data.rencana.isi import KOLOM_R
from data.riwayat_desa import KOLOM as KOLOM_KEGIATAN
from data.unduh.alir import Aliran
from data.unduh.jalan_musdes import keputusan, musdes
from data.unduh.saring import Saring, Syarat, akar, dan, di_dalam, di_luar, habis, mulai

Jalan = Callable[[Lingkup, Saring], list[Aliran]]


def _jalan(
    kolom: str,
    dari: str,
    desa: str,
    kunci: tuple[str, ...],
    tetap: Iterable[Syarat],
    *,
    boleh: Iterable[str],
    kode: str,
    milik: Iterable[Syarat] = (),
) -> list[Aliran]:
    """`tetap` holds of every row; `milik` of those that are open wherever they lie."""
    tetap, boleh = list(tetap), set(boleh)
    hasil = [
        Aliran(kolom, dari, dan(habis(desa, satu), *tetap), kunci, mulai(desa, satu)) for satu in akar(boleh, kode)
    ]
    for satu in milik:
        di_sini = [di_dalam(desa, [kode])] if kode else []
        hasil.append(Aliran(kolom, dari, dan(satu, di_luar(desa, boleh), *di_sini, *tetap), kunci))
    return hasil


def kegiatan(lingkup: Lingkup, s: Saring) -> list[Aliran]:
    return _jalan(
        f"{KOLOM_KEGIATAN}, o.nama AS penulis, "
        "(SELECT COUNT(*) FROM kegiatan_foto f WHERE f.kegiatan_id = k.id) AS foto",
        "kegiatan k JOIN orang o ON o.id = k.orang_id",
        "k.desa", ("k.desa", "k.tanggal", "k.id"), [("k.dihapus IS NULL", []), s.hari("k.tanggal")],
        boleh=lingkup.baca, kode=s.kode, milik=[("k.orang_id = ?", [lingkup.orang_id])],
    )  # fmt: skip


def rencana(lingkup: Lingkup, s: Saring) -> list[Aliran]:
    return _jalan(
        KOLOM_R, "rencana r JOIN orang o ON o.id = r.orang_id LEFT JOIN orang p ON p.id = r.oleh",
        "r.desa", ("r.desa", "r.tahun", "r.id"), [s.tahun("r.tahun")],
        boleh=lingkup.baca, kode=s.kode, milik=[("r.orang_id = ?", [lingkup.orang_id])],
    )  # fmt: skip


def butir(lingkup: Lingkup, s: Saring) -> list[Aliran]:
    """Only to be counted: `rencana` brings them."""
    dari = "rencana_butir b JOIN rencana r ON r.id = b.rencana_id"
    return [Aliran("b.id", dari, dan(("b.dihapus IS NULL", []), a.semua), a.kunci) for a in rencana(lingkup, s)]


def register(lingkup: Lingkup, s: Saring, jenis: str = "") -> list[Aliran]:
    """What was written down, or changed last, on one of these days; of one kind, or of all to be counted."""
    dibuat, diubah = s.saat("r.dibuat", "r.desa"), s.saat("r.diubah", "r.desa")
    masa: Syarat = (f"({dibuat[0]}) OR ({diubah[0]})", [*dibuat[1], *diubah[1]])
    satu: list[Syarat] = [("r.jenis = ?", [jenis])] if jenis else []
    saya = lingkup.orang_id
    return _jalan(
        KOLOM_REGISTER, "register r JOIN orang o ON o.id = r.orang_id", "r.desa", ("r.desa", "r.id"),
        [("r.dihapus IS NULL", []), *satu, masa], boleh=lingkup.baca, kode=s.kode,
        milik=[("r.orang_id = ? OR r.milik = ?", [saya, saya])],
    )  # fmt: skip


def masalah(lingkup: Lingkup, s: Saring) -> list[Aliran]:
    """No secret one, and none that the person reported as a villager."""
    saya = lingkup.orang_id
    dari, kolom = "masalah m LEFT JOIN orang p ON p.id = m.pj", f"{KOLOM_MASALAH}, COALESCE(p.nama, '') AS nama_pj"
    kunci = ("m.desa", "m.dibuat", "m.id")
    sendiri = f"m.orang_id = ? AND m.asal = '{PENDAMPING}'"
    tetap: list[Syarat] = [(f"m.status <> '{DITARIK}' AND m.rahasia = 0", []), s.saat("m.dibuat", "m.desa")]
    boleh = lingkup.melayani
    di_sana: list[Syarat] = [*tetap, (f"m.orang_id <> ? OR m.asal = '{PENDAMPING}'", [saya])]
    return [
        *_jalan(kolom, dari, "m.desa", kunci, di_sana, boleh=boleh, kode=s.kode),
        Aliran(kolom, dari, dan((sendiri, [saya]), di_luar("m.desa", boleh), s.di("m.desa"), *tetap), kunci),
    ]


def salur(lingkup: Lingkup, s: Saring) -> list[Aliran]:
    return _jalan(
        "s.id, s.nomor, s.desa, s.tahun, s.dari, s.sampai, s.tanggal, s.keluarga, s.rupiah, s.alasan, s.orang_id, "
        "s.dihapus, o.nama, (SELECT b.bulanan FROM blt b WHERE b.desa = s.desa AND b.tahun = s.tahun) AS bulanan",
        "blt_salur s JOIN orang o ON o.id = s.orang_id", "s.desa", ("s.desa", "s.tahun", "s.id"),
        [("s.dihapus IS NULL", []), s.hari("s.tanggal")], boleh=lingkup.baca, kode=s.kode,
    )  # fmt: skip


def blt(lingkup: Lingkup, s: Saring) -> list[Aliran]:
    dari = DARI_BLT.removeprefix("FROM ")
    kunci = ("b.desa", "b.tahun")
    return _jalan(KOLOM_BLT, dari, "b.desa", kunci, [s.tahun("b.tahun")], boleh=lingkup.baca, kode=s.kode)


def blt_ubah(lingkup: Lingkup, s: Saring) -> list[Aliran]:
    return _jalan(
        "u.id, u.desa, u.tahun, u.tanggal, u.sebab, u.keluarga, u.catatan, u.dihapus, o.nama",
        "blt_ubah u JOIN orang o ON o.id = u.orang_id", "u.desa", ("u.desa", "u.tahun", "u.id"),
        [("u.dihapus IS NULL", []), s.hari("u.tanggal")], boleh=lingkup.baca, kode=s.kode,
    )  # fmt: skip


def bumdes(lingkup: Lingkup, s: Saring) -> list[Aliran]:
    """As they stand, whenever that was written down."""
    return _jalan("b.desa", "bumdes b", "b.desa", ("b.desa",), [], boleh=lingkup.baca, kode=s.kode)


def kdmp(lingkup: Lingkup, s: Saring) -> list[Aliran]:
    return _jalan("b.desa", "kdmp b", "b.desa", ("b.desa",), [], boleh=lingkup.baca, kode=s.kode)


def kemandirian(lingkup: Lingkup, s: Saring) -> list[Aliran]:
    dari = DARI_KEMANDIRIAN.removeprefix("FROM ")
    return _jalan(
        KOLOM_KEMANDIRIAN, dari, "k.desa", ("k.desa", "k.tahun", "k.id"),
        [("k.dihapus IS NULL", []), s.hari("k.tanggal")], boleh=lingkup.baca, kode=s.kode,
        milik=[("k.orang_id = ?", [lingkup.orang_id])],
    )  # fmt: skip


def indeks(lingkup: Lingkup, s: Saring) -> list[Aliran]:
    return _jalan(
        "i.desa, i.tahun, i.status, i.sumber, o.nama, i.diubah", "indeks_desa i JOIN orang o ON o.id = i.oleh",
        "i.desa", ("i.desa", "i.tahun"), [s.tahun("i.tahun")], boleh=lingkup.baca, kode=s.kode,
    )  # fmt: skip


def siklus(lingkup: Lingkup, s: Saring) -> list[Aliran]:
    return _jalan(
        "s.desa, s.tahun, s.dokumen, s.tahap, s.nomor, s.tanggal, s.diubah, COALESCE(m.nomor, '') AS musdes",
        "siklus s LEFT JOIN musdes m ON m.id = s.musdes_id AND m.dihapus IS NULL", "s.desa",
        ("s.desa", "s.tahun", "s.id"), [s.tahun("s.tahun")], boleh=lingkup.baca, kode=s.kode,
    )  # fmt: skip


JALAN: dict[str, Jalan] = {
    "kegiatan": kegiatan,
    "musdes": musdes,
    "keputusan": keputusan,
    "rencana": rencana,
    "butir": butir,
    "register": register,
    "masalah": masalah,
    "blt": blt,
    "salur": salur,
    "blt_ubah": blt_ubah,
    "bumdes": bumdes,
    "kdmp": kdmp,
    "kemandirian": kemandirian,
    "indeks": indeks,
    "siklus": siklus,
}
"""By sheet; the sheets of registers are "register" and their kind."""
