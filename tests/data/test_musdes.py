"""The record of a musyawarah: whose it is, what changes, what is kept of the change."""

from __future__ import annotations

from datetime import date

import pytest

from data.kegiatan import FotoKegiatan, Isi
from data.keputusan import IsiKeputusan
from data.media import MediaQ
from data.musdes.musdes import Mulai, Musdes, MusdesQ, Narasumber, Penanda
from data.musdes.risalah import Risalah, Tempat
from data.orang import CAMAT, KPMD, PD, PLD, Orang, OrangQ
from data.store import Tx
from data.wilayah import WilayahQ
from tests.conftest import KINI
from tests.data.dunia import KECAMATAN, SUKAMAJU, SUKAMANAH, desa, pendamping

RKP = Mulai("rkp", (SUKAMAJU,), "2026-11-20", "19:30", tempat="Balai desa")


def q(tx: Tx, orang: Orang, kini: int = KINI) -> MusdesQ:
    return desa(tx, orang, kini).musdes


def baru(tx: Tx, orang: Orang, isi: Mulai = RKP, kini: int = KINI) -> Musdes:
    m = q(tx, orang, kini).ambil(q(tx, orang, kini).mulai(isi))
    assert m
    return m


def bertugas(tx: Tx, nama: str, peran: str, kode: str, *, sah: bool = True) -> Orang:
    id_ = OrangQ(tx).tambah(nama, "Asia/Jakarta", KINI)
    WilayahQ(tx).kenalkan(kode)
    OrangQ(tx).tugaskan(id_, peran, kode, date(2026, 1, 1), disahkan=sah)
    return OrangQ(tx).ambil(id_, KINI)


def jejak(tx: Tx, m: Musdes, apa: str) -> list[tuple[object, ...]]:
    rows = tx.all(
        "SELECT kolom, sebelum, sesudah FROM jejak WHERE tabel = 'musdes' AND baris_id = ? AND apa = ? ORDER BY id",
        (m.id, apa),
    )
    return [(r["kolom"], r["sebelum"], r["sesudah"]) for r in rows]


def test_begun_found_and_listed(tx: Tx) -> None:
    sari = pendamping(tx)
    m = baru(tx, sari)
    assert (m.nomor, m.desa, m.mulai, m.selesai, m.tempat, m.status) == (
        "M-2611-0001", SUKAMAJU, "19:30", None, "Balai desa", "berjalan",
    )  # fmt: skip
    assert (m.penulis, m.unsur, m.penanda, m.isian, m.usang, m.contoh) == ("Bu Sari", (), (), {}, False, False)
    assert m.berjalan
    assert q(tx, sari).ambil("#m-2611-0001") == m == q(tx, sari).menurut_id(m.id)
    assert q(tx, sari).desa(m) == [SUKAMAJU]
    lama = baru(tx, sari, Mulai("blt", (SUKAMAJU,), "2025-03-01", "09:00", "11:00", "Balai desa"))
    assert q(tx, sari).terbuka() == [m, lama]
    assert q(tx, sari).daftar(SUKAMAJU, 2026) == [m]
    assert q(tx, sari).daftar(SUKAMAJU, 0) == [m, lama]
    assert q(tx, sari).daftar(SUKAMAJU, 2025) == [lama]
    assert q(tx, sari).daftar(SUKAMANAH, 0) == []
    assert q(tx, sari).sering() == ["blt", "rkp"]
    assert q(tx, sari).tempat_terakhir(SUKAMAJU) == ["Balai desa"]


def test_one_conversation_makes_one(tx: Tx) -> None:
    sari = pendamping(tx)
    percakapan = desa(tx, sari).percakapan.buka(sari.id, "musdes_baru", "{}", KINI)
    q(tx, sari).mulai(RKP, percakapan.id)
    with pytest.raises(Exception, match=r"(?i)unique"), tx.savepoint():
        q(tx, sari).mulai(RKP, percakapan.id)


def test_changes_and_their_trail(tx: Tx) -> None:
    sari = pendamping(tx)
    m = baru(tx, sari)
    m = q(tx, sari).ubah(m, {"tempat": "Aula", "diundang": 40, "unsur": ("bpd", "Ketua RW 3"), "tanggal": "2026-11-19"})
    assert (m.tempat, m.diundang, m.unsur, m.tanggal) == ("Aula", 40, ("bpd", "Ketua RW 3"), "2026-11-19")
    assert q(tx, sari).daftar(SUKAMAJU, 2026) == [m]
    assert jejak(tx, m, "ubah") == [
        ("tempat", "Balai desa", "Aula"),
        ("diundang", None, "40"),
        ("unsur", "[]", '["bpd","Ketua RW 3"]'),
        ("tanggal", "2026-11-20", "2026-11-19"),
    ]
    sama = q(tx, sari).ubah(m, {"tempat": "Aula"})
    assert sama == m
    m = q(tx, sari).ubah(
        m, {"penanda": (Penanda("Ketua BPD", "Pak Ujang"),), "isian": {"pagu": 1_200_000}, "hadir_l": 15, "hadir_p": 19}
    )
    assert (m.penanda, m.isian, m.jumlah_hadir) == ((Penanda("Ketua BPD", "Pak Ujang"),), {"pagu": 1_200_000}, 34)
    assert q(tx, sari).ubah(m, {"hadir_l": None, "hadir_p": None, "hadir": 34}).jumlah_hadir == 34
    with pytest.raises(ValueError, match="status"):
        q(tx, sari).ubah(m, {"status": "selesai"})


def test_who_reads_and_who_changes(tx: Tx) -> None:
    sari = pendamping(tx)
    m = baru(tx, sari)
    budi = pendamping(tx, "Pak Budi", SUKAMANAH)
    assert q(tx, budi).ambil(m.nomor) is None
    assert q(tx, budi).terbuka() == []
    for peran, kode, sah, ubah in (
        (PLD, SUKAMAJU, True, True),
        (PD, KECAMATAN, True, True),
        (CAMAT, KECAMATAN, True, False),
    ):
        orang = bertugas(tx, f"{peran} {sah}", peran, kode, sah=sah)
        assert q(tx, orang).ambil(m.nomor) == m, peran
        assert q(tx, orang).boleh_ubah(m) == ubah, peran
        assert q(tx, orang).terbuka() == ([m] if ubah else []), peran
    for peran, sah in ((PLD, False), (KPMD, True)):
        orang = bertugas(tx, f"{peran} {sah}", peran, SUKAMAJU, sah=sah)
        assert q(tx, orang).ambil(m.nomor) is None, peran
    with pytest.raises(LookupError):
        q(tx, budi).ubah(m, {"tempat": "Aula"})
    camat = bertugas(tx, "Bu Camat", CAMAT, KECAMATAN)
    with pytest.raises(LookupError):
        q(tx, camat).tambah_catatan(m, "Catatan")
    ujang = bertugas(tx, "Ujang", PLD, SUKAMAJU, sah=False)
    milik = baru(tx, ujang)
    assert q(tx, ujang).ubah(milik, {"tempat": "Aula"}).tempat == "Aula", "one's own, also by one's own word"


def test_between_villages_any_of_them_opens_it(tx: Tx) -> None:
    sari = pendamping(tx, "Bu Sari", SUKAMAJU, SUKAMANAH)
    m = baru(tx, sari, Mulai("mad", (SUKAMAJU, SUKAMANAH), "2026-11-20", "09:00"))
    assert m.desa == KECAMATAN
    assert q(tx, sari).desa(m) == [SUKAMAJU, SUKAMANAH]
    assert q(tx, pendamping(tx, "Pak Budi", SUKAMANAH)).ambil(m.nomor) == m
    assert q(tx, sari).daftar(SUKAMANAH, 2026) == [m]


def test_agenda_and_notes(tx: Tx) -> None:
    sari = pendamping(tx)
    m = baru(tx, sari)
    satu, dua = q(tx, sari).tambah_agenda(m, "Evaluasi"), q(tx, sari).tambah_agenda(m, "Prioritas")
    assert q(tx, sari).tambah_agenda(m, "evaluasi") == satu
    assert [(a.id, a.urutan, a.judul) for a in q(tx, sari).agenda(m)] == [(satu, 1, "Evaluasi"), (dua, 2, "Prioritas")]
    q(tx, sari).ubah_agenda(m, satu, "Evaluasi RKP")
    q(tx, sari).ubah_agenda(m, satu, "Evaluasi RKP")
    q(tx, sari).ubah_agenda(m, 999, "Entah")
    catatan = q(tx, sari, KINI + 60).tambah_catatan(m, "Pak Kadus: jalan rusak", satu)
    q(tx, sari, KINI + 90).tambah_catatan(m, "Bu Ai: posyandu")
    isi = q(tx, sari).catatan(m)
    assert [(c.waktu - KINI, c.agenda_id, c.teks) for c in isi] == [
        (60, satu, "Pak Kadus: jalan rusak"),
        (90, None, "Bu Ai: posyandu"),
    ]
    assert q(tx, sari).buang_catatan(m, catatan)
    assert not q(tx, sari).buang_catatan(m, catatan)
    assert [c.teks for c in q(tx, sari).catatan(m)] == ["Bu Ai: posyandu"]
    q(tx, sari).buang_agenda(m, dua)
    q(tx, sari).buang_agenda(m, dua)
    assert [a.judul for a in q(tx, sari).agenda(m)] == ["Evaluasi RKP"]
    assert jejak(tx, m, "ubah") == [
        ("agenda", None, "Evaluasi"),
        ("agenda", None, "Prioritas"),
        ("agenda", "Evaluasi", "Evaluasi RKP"),
        ("catatan", "Pak Kadus: jalan rusak", None),
        ("agenda", "Prioritas", None),
    ]


def test_speakers_and_pictures(tx: Tx) -> None:
    sari = pendamping(tx)
    m = baru(tx, sari)
    semua = [Narasumber("Pak Dadan", "Dinas PMD"), Narasumber("Bu Iis")]
    q(tx, sari).ganti_narasumber(m, semua)
    q(tx, sari).ganti_narasumber(m, semua)
    assert q(tx, sari).narasumber(m) == semua
    assert jejak(tx, m, "ubah") == [("narasumber", "", "Pak Dadan, Dinas PMD; Bu Iis")]
    foto = [FotoKegiatan(h * 64, KINI) for h in "ab"]
    for f in foto:
        MediaQ(tx).daftarkan(f.sidik, "image/jpeg", 1, KINI)
    assert q(tx, sari).tambah_foto(m, "hadir", foto[:1]) == 1
    assert q(tx, sari).tambah_foto(m, "hadir", foto) == 1
    assert q(tx, sari).tambah_foto(m, "hadir", foto) == 0
    assert q(tx, sari).tambah_foto(m, "kegiatan", foto[1:]) == 1
    assert [(f.apa, f.sidik[0]) for f in q(tx, sari).foto(m)] == [("hadir", "a"), ("hadir", "b"), ("kegiatan", "b")]
    assert [f.sidik[0] for f in q(tx, sari).foto(m, "kegiatan")] == ["b"]
    with pytest.raises(ValueError, match="selfie"):
        q(tx, sari).tambah_foto(m, "selfie", foto)


def test_closed_opened_and_deleted(tx: Tx) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi")
    m = baru(tx, sari)
    assert q(tx, sari).selesai(m)
    assert not q(tx, sari).selesai(m)
    assert q(tx, sari).terbuka() == []
    assert q(tx, budi).buka(m)
    assert not q(tx, budi).buka(m)
    assert not q(tx, pendamping(tx, "Bu Jauh", SUKAMANAH)).hapus(m), "not theirs to change"
    assert q(tx, sari).hapus(m, "Salah catat.")
    assert not q(tx, sari).hapus(m)
    assert q(tx, sari).ambil(m.nomor) is None
    assert q(tx, sari).daftar(SUKAMAJU, 0) == []


def test_deleted_with_its_decisions_and_brought_back(tx: Tx) -> None:
    sari = pendamping(tx)
    lama, m = baru(tx, sari, Mulai("rkp", (SUKAMAJU,), "2025-11-20", "19:30")), baru(tx, sari)
    d = desa(tx, sari)
    asal = d.keputusan.ambil(d.keputusan.tambah(lama.id, IsiKeputusan("Rabat beton")))
    assert asal
    nomor = d.keputusan.tambah(m.id, IsiKeputusan("Rabat beton"), dari=asal.id)
    d.siklus.gerakkan(SUKAMAJU, 2027, "rkp", "proses", musdes_id=m.id)
    assert [(kode, satu.dokumen) for kode, satu in d.siklus.dari_musdes(m.id)] == [(SUKAMAJU, "rkp")]
    assert d.keputusan.hapus_dari(m.id) == 1
    assert d.musdes.hapus(m, "Salah catat.")
    assert d.keputusan.terbuka_sejenis("rkp", SUKAMAJU)[0].nomor == asal.nomor
    assert d.siklus.papan(SUKAMAJU, 2027)["rkp"].musdes == ""
    assert [b.apa for b in d.telusur.musdes(m.nomor)][:2] == ["hapus", "hapus"]
    jauh = desa(tx, pendamping(tx, "Bu Jauh", SUKAMANAH))
    assert jauh.musdes.terhapus(m.nomor) is None
    assert jauh.musdes.pulihkan(m) == 0
    assert jauh.telusur.musdes(m.nomor) == jauh.telusur.keputusan(nomor) == []
    nanti = desa(tx, sari, KINI + 601)
    assert nanti.musdes.pulihkan(m) == 0
    hilang = d.musdes.terhapus(m.nomor)
    assert hilang
    waktu = d.musdes.pulihkan(hilang)
    assert waktu == KINI
    assert d.keputusan.pulihkan_dari(m.id, waktu) == 1
    assert [k.nomor for k in d.keputusan.dari_musdes(m.id)] == [nomor]
    assert d.keputusan.terbuka_sejenis("rkp", SUKAMAJU)[0].nomor == nomor
    assert next(b.apa for b in d.telusur.keputusan(nomor)) == "pulihkan"
    assert d.musdes.terhapus(m.nomor) is None


def test_an_entry_of_the_same_hours_there_is_of_it(tx: Tx) -> None:
    sari = pendamping(tx)
    m = baru(tx, sari, Mulai("rkp", (SUKAMAJU,), "2026-11-20", "19:30", "22:00"))
    d = desa(tx, sari)
    isi = Isi(SUKAMAJU, "AS02", "desa", "2026-11-20", "09:00-11:00", 120, "Hasil.")
    pagi = d.kegiatan.catat(isi, [], None)
    assert d.musdes.tercatat(m) == ""
    d.musdes.tautkan(m, pagi)
    assert d.musdes.tercatat(m) == pagi
    lain = baru(tx, sari, Mulai("rkp", (SUKAMAJU,), "2026-11-20", "10:00", "11:00"))
    assert d.musdes.tercatat(lain) == "", "it is of another one"


def risalah(nomor: str) -> Risalah:
    sukamaju = Tempat("Sukamaju", "Desa", "Kepala Desa")
    return Risalah(
        nomor, 0, "Musdes", "BPD", (sukamaju,), Tempat("Cibeber", "Kecamatan"), "Kabupaten Cianjur", "Jawa Barat",
        "WIB", "2026-11-20", "19:30",
    )  # fmt: skip


def test_versions_stay_as_they_were(tx: Tx) -> None:
    sari = pendamping(tx)
    m = baru(tx, sari)
    assert not m.usang
    assert q(tx, sari).terbitkan(m, risalah(m.nomor)) == 1
    m = q(tx, sari).ambil(m.nomor) or m
    assert (m.versi, m.usang) == (1, False)
    q(tx, sari).tambah_catatan(m, "Tambahan")
    m = q(tx, sari).ambil(m.nomor) or m
    assert m.usang
    assert q(tx, sari).terbitkan(m, risalah(m.nomor)) == 2
    m = q(tx, sari).ambil(m.nomor) or m
    assert not m.usang
    q(tx, sari).tandai_usang(m.id)
    assert q(tx, sari).ambil(m.nomor).usang  # type: ignore[union-attr]
    satu = q(tx, sari).versi(m, 1)
    assert satu
    assert (satu.versi, satu.nomor) == (1, m.nomor)
    assert q(tx, sari).versi(m, 3) is None
    assert q(tx, pendamping(tx, "Pak Budi", SUKAMANAH)).versi(m, 1) is None


class Cari:
    def __init__(self) -> None:
        self.isi: dict[int, str] = {}

    def catat(self, apa: str, acuan: int, desa: str, tanggal: str, orang_id: int, teks: str) -> None:
        assert (apa, desa) == ("musdes", SUKAMAJU)
        self.isi[acuan] = teks

    def buang(self, apa: str, acuan: int) -> None:
        self.isi.pop(acuan)


def test_its_words_are_looked_for(tx: Tx) -> None:
    sari = pendamping(tx)
    m, cari = baru(tx, sari), Cari()
    asli = q(tx, sari)
    musdes = MusdesQ(tx, asli._pelaku, asli._jejak, asli._lingkup, asli._hari, cari)
    musdes.tambah_agenda(m, "Jalan usaha tani")
    musdes.ubah(m, {"isian": {"tim": "Pak Dede"}})
    assert cari.isi == {m.id: "rkp\nBalai desa\nPak Dede\nJalan usaha tani"}
    lain = musdes.ambil(musdes.mulai(RKP))
    assert lain
    assert musdes.gabung(lain, m)
    assert list(cari.isi) == [m.id]
    musdes.hapus(m)
    assert cari.isi == {}
