"""Problems: whose they are, when they go up, who sees which, and what is left of who reported them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.masalah import naikkan_masalah
from data.datasaya import DataSayaQ
from data.katalog.masalah import BERKAS, TINGKAT, muat_masalah
from data.katalog.muat import KatalogSalah
from data.masalah import FotoMasalah, MasalahQ, pindahkan_masalah, usul_tema
from data.masalah.isi import ambil_masalah
from data.masalah.lapor import SEHARIAN, TAMBAHAN, Laporan
from data.masalah.naik import pindah
from data.media import MediaQ
from data.orang import CAMAT, KPMD, PD, PLD, TAPM_KAB, TAPM_PROV, Orang, OrangQ
from data.penanggap import Penanggap
from data.penghapusan import TUNDA, PenghapusanQ
from data.pengingat import kumpulkan
from data.store import Tx
from data.wilayah import WilayahQ
from tests.conftest import KINI
from tests.data.dunia import HARI, KECAMATAN, SUKAMAJU, SUKAMANAH, WIB, desa, isi, pendamping

SENIN = int(datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo(WIB)).timestamp())
SELASA, RABU, JUMAT = (SENIN + n * HARI for n in (1, 2, 4))
LAPORAN = Laporan(SUKAMAJU, "pembangunan", "Jembatan putus di dusun dua.", "warga", "Ani")


def orang(tx: Tx, nama: str, peran: str = "", kode: str = "", *, disahkan: bool = True) -> Orang:
    semua = OrangQ(tx)
    id_ = semua.tambah(nama, WIB, KINI)
    semua.setujui(semua.ambil(id_, KINI), KINI)
    semua.pasang_alamat(id_, "web", nama, KINI)
    if peran:
        WilayahQ(tx).kenalkan(kode)
        semua.tugaskan(id_, peran, kode, date(2026, 10, 1), disahkan=disahkan)
    return semua.ambil(id_, KINI)


def q(tx: Tx, siapa: Orang, kini: int = SENIN) -> MasalahQ:
    return desa(tx, siapa, kini).masalah


def lapor(tx: Tx, siapa: Orang, laporan: Laporan = LAPORAN, kini: int = SENIN) -> str:
    return q(tx, siapa, kini).lapor(laporan, [], siapa.nama, None)[0].nomor


def kabar(tx: Tx, nama: str) -> list[str]:
    return [r["isi"] for r in tx.all("SELECT isi FROM outbox WHERE tujuan = ? ORDER BY id", (nama,))]


def hari(epoch: int) -> str:
    return datetime.fromtimestamp(epoch, UTC).astimezone(ZoneInfo(WIB)).strftime("%a %d %H")


def test_a_report_goes_to_the_villages_pld_with_days_and_number(tx: Tx) -> None:
    sari, ani = pendamping(tx), orang(tx, "Ani")
    m, ke = q(tx, ani).lapor(LAPORAN, [], "ani-di-sini", None)
    assert (m.nomor, m.status, m.pj, m.tingkat, m.tenggat) == ("A-2611-0001", "baru", sari.id, PLD, "2026-12-02")
    assert ke
    assert (ke.orang_id, ke.peran) == (sari.id, PLD)
    assert hari(m.jatuh or 0) == "Wed 25 10", "two working days"
    assert (m.kanal, m.tujuan) == ("web", "ani-di-sini")
    assert q(tx, ani).desa_terakhir() == SUKAMAJU
    assert [x.nomor for x in q(tx, ani).milik()] == [m.nomor]
    assert [x.nomor for x in q(tx, sari).daftar()] == [m.nomor]
    assert [x.apa for x in q(tx, sari).langkah(m)] == ["lapor"]


def test_numbers_that_must_not_be_kept_are_masked(tx: Tx) -> None:
    sari, ani = pendamping(tx), orang(tx, "Ani")
    nik = "3203031708450001"
    nomor = lapor(tx, ani, Laporan(SUKAMAJU, "blt", f"BLT atas NIK {nik} dipotong.", "warga"))
    m = q(tx, sari).ambil(nomor)
    assert m
    assert nik not in m.isi
    q(tx, sari).jawab(m, f"Punya NIK {nik}?")
    assert nik not in "".join(satu.teks for satu in q(tx, sari).langkah(m))


def test_silence_takes_it_up_level_by_level_once(tx: Tx) -> None:
    sari, rina = pendamping(tx), orang(tx, "Bu Rina", PD, KECAMATAN)
    hasan, prov = orang(tx, "Pak Hasan", TAPM_KAB, "32.03"), orang(tx, "Bu Euis", TAPM_PROV, "32")
    ani = orang(tx, "Ani")
    nomor = lapor(tx, ani)
    assert pindahkan_masalah(tx, RABU - 1) == ([], 0)
    gerak, dilihat = pindahkan_masalah(tx, RABU)
    assert dilihat == 1
    assert [(g.nomor, g.dari, g.ke.orang_id, g.naik) for g in gerak] == [(nomor, sari.id, rina.id, True)]
    assert pindahkan_masalah(tx, RABU) == ([], 0), "once"
    m = ambil_masalah(tx, nomor)
    assert (m.tingkat, m.naik, m.tenggat, hari(m.jatuh or 0)) == (PD, RABU, "2026-12-04", "Mon 30 10")
    for sesudah, siapa in ((m.jatuh or 0, hasan), (m.jatuh or 0, prov)):
        saat = ambil_masalah(tx, nomor).jatuh or sesudah
        (satu,), _ = pindahkan_masalah(tx, saat)
        assert satu.ke.orang_id == siapa.id
    akhir = ambil_masalah(tx, nomor)
    assert pindahkan_masalah(tx, akhir.jatuh or 0) == ([], 1), "nobody is above"
    assert ambil_masalah(tx, nomor).pj == prov.id
    assert all(q(tx, x).ambil(nomor) for x in (sari, rina, hasan, prov)), "each level keeps reading"
    assert [x.apa for x in q(tx, sari).langkah(akhir)] == ["naik", "naik", "naik", "lapor"]


def test_a_step_and_a_day_off_put_it_off(tx: Tx) -> None:
    sari, rina = pendamping(tx), orang(tx, "Bu Rina", PD, KECAMATAN)
    nomor = lapor(tx, orang(tx, "Ani"))
    m = q(tx, sari, SELASA).ambil(nomor)
    assert m
    q(tx, sari, SELASA).catat(m, "Sudah dicek.")
    assert pindahkan_masalah(tx, RABU) == ([], 0), "looked at later"
    tx.run(
        "INSERT INTO libur_daerah (kode, tanggal, nama, libur, oleh, dibuat) VALUES ('32.03', '2026-11-26', 'Pilkada', "
        "1, ?, 0)",
        (sari.id,),
    )
    assert pindahkan_masalah(tx, SENIN + 3 * HARI) == ([], 1), "a day off set meanwhile"
    assert pindahkan_masalah(tx, JUMAT)[0][0].ke.orang_id == rina.id


def test_two_processes_move_it_once(tx: Tx) -> None:
    pendamping(tx)
    orang(tx, "Bu Rina", PD, KECAMATAN)
    nomor = lapor(tx, orang(tx, "Ani"))
    assert naikkan_masalah(tx, RABU) == 1
    assert naikkan_masalah(tx, RABU) == 0
    assert len(kabar(tx, "Bu Rina")) == 1
    assert len(kabar(tx, "Bu Sari")) == 1
    assert len(kabar(tx, "Ani")) == 1
    m = ambil_masalah(tx, nomor)
    basi = replace(m, pj=None)  # as the second process has it, before it saw the first
    assert not pindah(tx, basi, Penanggap(m.pj or 0, PD), RABU)


def test_nobody_serves_there_yet(tx: Tx) -> None:
    ani = orang(tx, "Ani")
    m, ke = q(tx, ani).lapor(LAPORAN, [], "Ani", None)
    assert ke is None
    assert m.pj is None
    assert pindahkan_masalah(tx, SENIN + 600) == ([], 1)
    hasan = orang(tx, "Pak Hasan", TAPM_KAB, "32.03")
    (satu,), _ = pindahkan_masalah(tx, SENIN + 1200)
    assert (satu.dari, satu.ke.orang_id, satu.naik) == (None, hasan.id, False)
    assert q(tx, ani).lapor(LAPORAN, [], "Ani", None)[1] == satu.ke, "the nearest level above"


def test_it_finds_somebody_in_place_of_who_has_gone(tx: Tx) -> None:
    sari = pendamping(tx)
    nomor = lapor(tx, orang(tx, "Ani"))
    tx.run("UPDATE penugasan SET sampai = '2026-11-24' WHERE orang_id = ?", (sari.id,))
    budi = pendamping(tx, "Pak Budi")
    (satu,), _ = pindahkan_masalah(tx, RABU)
    assert (satu.ke.orang_id, satu.naik) == (budi.id, False)
    assert q(tx, sari, RABU).ambil(nomor) is None


def test_a_secret_one_is_seen_by_those_named_alone(tx: Tx) -> None:
    sari, rina = pendamping(tx), orang(tx, "Bu Rina", PD, KECAMATAN)
    hasan, ani = orang(tx, "Pak Hasan", TAPM_KAB, "32.03"), orang(tx, "Ani")
    rahasia = Laporan(SUKAMAJU, "blt", "PLD meminta uang dari warga.", "warga", "", rahasia=True, dari="pd")
    nomor = lapor(tx, ani, rahasia)
    for siapa in (sari, hasan):
        assert q(tx, siapa).ambil(nomor) is None
        assert q(tx, siapa).daftar() == []
        assert list(q(tx, siapa).semua()) == []
        assert q(tx, siapa).rekap() == []
    assert (q(tx, sari).tertutup(), q(tx, hasan).tertutup(), q(tx, rina).tertutup()) == (0, 1, 0)
    assert (q(tx, sari).jumlah(SUKAMAJU, tema="blt"), q(tx, hasan).jumlah(SUKAMAJU, tema="blt")) == (0, 1)
    m = q(tx, rina).ambil(nomor)
    assert m
    assert list(q(tx, rina).semua()) == [], "in no workbook, not even of its receiver"
    assert [c.nama for c in q(tx, rina).calon(m)] == ["Pak Hasan"], "never given to whom it is kept from"
    assert tx.one("SELECT 1 AS ada FROM cari WHERE apa = 'masalah'") is None
    with pytest.raises(LookupError):
        q(tx, sari).jawab(m, "x")
    pindahkan_masalah(tx, m.jatuh or 0)
    assert q(tx, hasan).ambil(nomor), "who has it now is named"
    assert q(tx, rina).ambil(nomor)
    assert q(tx, sari).ambil(nomor) is None


def test_the_pld_who_acts_for_the_pd_does_not_get_what_is_kept_from_the_pld(tx: Tx) -> None:
    sari = pendamping(tx)
    WilayahQ(tx).kenalkan(KECAMATAN)
    OrangQ(tx).tugaskan(sari.id, PD, KECAMATAN, date(2026, 10, 1), disahkan=True)
    rahasia = Laporan(SUKAMAJU, "blt", "PLD meminta uang dari warga.", "warga", "", rahasia=True, dari="pd")
    m, ke = q(tx, orang(tx, "Ani")).lapor(rahasia, [], "Ani", None)
    assert ke is None
    hasan = orang(tx, "Pak Hasan", TAPM_KAB, "32.03")
    assert pindahkan_masalah(tx, SENIN + 600)[0][0].ke.orang_id == hasan.id
    assert q(tx, sari).ambil(m.nomor) is None


def test_hidden_later_it_leaves_the_search_and_the_others(tx: Tx) -> None:
    sari, rina = pendamping(tx), orang(tx, "Bu Rina", PD, KECAMATAN)
    hasan = orang(tx, "Pak Hasan", TAPM_KAB, "32.03")
    nomor = lapor(tx, orang(tx, "Ani"))
    assert [t.nomor for t in desa(tx, rina, SENIN).cari.temukan("jembatan").temuan] == [nomor]
    m = q(tx, rina).ambil(nomor)
    assert m
    assert q(tx, rina).ganti_tema(m, "kekerasan"), "secret by nature"
    assert q(tx, hasan).ambil(nomor) is None
    assert q(tx, rina).ambil(nomor)
    assert q(tx, sari).ambil(nomor)
    assert desa(tx, rina, SENIN).cari.temukan("jembatan").temuan == ()


def test_nothing_names_who_wants_to_stay_unnamed(tx: Tx) -> None:
    """In no table that anybody is shown anything from."""
    sari, lilis = pendamping(tx), orang(tx, "Kader Lilis", KPMD, SUKAMAJU)
    laporan = Laporan(SUKAMAJU, "keuangan", "Dana desa tidak jelas.", "warga")
    nomor = lapor(tx, lilis, laporan)
    mine = q(tx, lilis).sendiri(nomor)
    assert mine
    q(tx, lilis).tambah(mine, "Baliho juga tidak ada.")
    m = q(tx, sari).ambil(nomor)
    assert m
    assert (m.nama, m.anonim) == ("", True)
    for tabel, kolom in (("jejak", "orang_id"), ("cari", "orang_id"), ("masalah_langkah", "oleh")):
        assert tx.all(f"SELECT 1 AS ada FROM {tabel} WHERE {kolom} = ?", (lilis.id,)) == [], tabel
    assert [satu.oleh for satu in q(tx, sari).langkah(m)] == ["", ""]
    data = DataSayaQ(tx, sari.id)
    assert "Lilis" not in str(data.semua())


def test_one_s_own_report_is_not_one_s_to_work_on(tx: Tx) -> None:
    sari = pendamping(tx)
    nomor = lapor(tx, sari)
    assert q(tx, sari).ambil(nomor) is None
    assert q(tx, sari).sendiri(nomor)
    assert ambil_masalah(tx, nomor).pj is None, "nobody else serves there"


def test_beyond_one_s_place_it_is_not_there(tx: Tx) -> None:
    pendamping(tx)
    nomor = lapor(tx, orang(tx, "Ani"))
    budi = pendamping(tx, "Pak Budi", SUKAMANAH)
    camat = orang(tx, "Pak Camat", CAMAT, KECAMATAN)
    belum = orang(tx, "Ujang", PLD, SUKAMAJU, disahkan=False)
    for siapa in (budi, camat, belum, orang(tx, "Warga lain")):
        assert q(tx, siapa).ambil(nomor) is None
        assert q(tx, siapa).sendiri(nomor) is None
        assert q(tx, siapa).daftar() == []
        assert desa(tx, siapa, SENIN).cari.temukan("jembatan").temuan == ()
        assert q(tx, siapa).calon(ambil_masalah(tx, nomor)) == []
    assert q(tx, budi).jumlah(SUKAMAJU) == 0


def test_from_the_first_word_to_the_last(tx: Tx) -> None:
    sari, ani = pendamping(tx), orang(tx, "Ani")
    nomor = lapor(tx, ani)

    kini = ambil_masalah(tx, nomor)
    saya, dia = q(tx, sari, SELASA), q(tx, ani, SELASA)
    assert saya.tangani(kini)
    assert not saya.tangani(kini)
    assert saya.jawab(kini, "Besok dicek.")
    assert saya.ganti_tenggat(kini, date(2026, 11, 30))
    assert ambil_masalah(tx, nomor).tenggat == "2026-11-30"
    assert not saya.buka(kini)
    assert saya.selesai(kini, "Sudah diperbaiki.")
    assert not saya.catat(kini, "terlambat")
    assert saya.daftar() == []
    assert [x.nomor for x in saya.daftar(terbuka=False)] == [nomor]
    assert dia.belum(kini, "Masih goyang.")
    assert not dia.belum(kini, "lagi")
    assert ambil_masalah(tx, nomor).status == "ditangani"
    assert saya.teruskan(kini, "camat")
    diteruskan = ambil_masalah(tx, nomor)
    assert (diteruskan.status, pindahkan_masalah(tx, SENIN + 60 * HARI)) == ("diteruskan", ([], 0))
    assert saya.catat(diteruskan, "Camat menjawab.")
    assert ambil_masalah(tx, nomor).status == "diteruskan"
    assert dia.beres(diteruskan)
    assert not dia.beres(diteruskan)
    assert not dia.tarik(diteruskan)
    assert saya.buka(ambil_masalah(tx, nomor))
    assert dia.tarik(ambil_masalah(tx, nomor))
    assert saya.ambil(nomor) is None
    assert dia.milik() == []
    assert saya.jumlah(SUKAMAJU, terbuka=False) == 0


def test_given_by_hand_and_raised(tx: Tx) -> None:
    sari, rina = pendamping(tx), orang(tx, "Bu Rina", PD, KECAMATAN)
    nomor = lapor(tx, orang(tx, "Ani"))
    m = ambil_masalah(tx, nomor)
    assert q(tx, sari).bisa_naik(m)
    ke = q(tx, sari).naikkan(m)
    assert ke
    assert ke.orang_id == rina.id
    assert q(tx, sari).naikkan(m) is None, "moved a moment ago"
    kini = ambil_masalah(tx, nomor)
    (calon,) = q(tx, rina).calon(kini)
    assert (calon.nama, calon.peran) == ("Bu Sari", "Pendamping Lokal Desa")
    assert q(tx, rina).alihkan(kini, calon)
    assert not q(tx, rina).alihkan(kini, calon)
    balik = ambil_masalah(tx, nomor)
    assert (balik.pj, balik.tingkat) == (sari.id, PLD)
    assert q(tx, sari).langkah(balik)[0].teks == "Bu Sari"
    assert q(tx, sari).nama_pj(balik) == "Bu Sari"


def test_so_many_a_day(tx: Tx) -> None:
    pendamping(tx)
    ani = orang(tx, "Ani")
    for _ in range(SEHARIAN):
        assert not q(tx, ani).penuh()
        nomor = lapor(tx, ani)
    assert q(tx, ani).penuh()
    assert not q(tx, ani, SENIN + HARI + 1).penuh()
    m = ambil_masalah(tx, nomor)
    for _ in range(TAMBAHAN):
        assert q(tx, ani).boleh_tambah(m)
        q(tx, ani).tambah(m, "lagi")
    assert not q(tx, ani).boleh_tambah(m)


def test_an_entry_s_problem_is_followed_once(tx: Tx) -> None:
    sari = pendamping(tx)
    d = desa(tx, sari, SENIN)
    nomor = d.kegiatan.catat(isi(masalah="Timbangan rusak."), [], None)
    WilayahQ(tx).kenalkan(KECAMATAN)
    tanpa = d.kegiatan.catat(isi(tanggal="2026-11-19"), [], None)
    kecamatan = d.kegiatan.catat(isi(tanggal="2026-11-18", desa=KECAMATAN, masalah="Data telat."), [], None)
    m = d.masalah.dari_kegiatan(nomor, "Bu Sari", PLD)
    assert m
    assert (m.asal, m.pj, m.isi, m.tema) == ("pendamping", sari.id, "Timbangan rusak.", "pembangunan")
    assert d.masalah.dari_kegiatan(nomor, "Bu Sari", PLD) == m
    assert d.masalah.dari_kegiatan(tanpa, "Bu Sari", PLD) is None
    assert d.masalah.dari_kegiatan(kecamatan, "Bu Sari", PLD) is None
    assert desa(tx, pendamping(tx, "Pak Budi"), SENIN).masalah.dari_kegiatan(nomor, "Pak Budi", PLD) is None
    assert d.masalah.selesai(m, "Diganti.")
    assert ambil_masalah(tx, m.nomor).status == "ditutup", "nobody else has to say so"
    assert d.masalah.milik() == []


def test_the_coordinators_view(tx: Tx) -> None:
    pendamping(tx, "Bu Sari", SUKAMAJU, SUKAMANAH)
    rina = orang(tx, "Bu Rina", PD, KECAMATAN)
    ani = orang(tx, "Ani")
    lama = lapor(tx, ani, kini=SENIN - 20 * HARI)
    lapor(tx, ani)
    lapor(tx, ani, Laporan(SUKAMANAH, "bencana", "Longsor menutup jalan.", "warga"))
    assert q(tx, rina).daftar()[0].nomor == lama, "what is past its day first"
    dua = q(tx, rina).rekap()
    assert [(h.kode, h.jumlah, h.lewat) for h in dua] == [(SUKAMAJU, 2, 1), (SUKAMANAH, 1, 0)]
    assert dua[0].tertua == SENIN - 20 * HARI
    assert [h.jumlah for h in q(tx, rina).rekap(KECAMATAN, panjang=8)] == [3]
    assert len(q(tx, rina).daftar(SUKAMANAH)) == 1
    assert q(tx, rina).jumlah(KECAMATAN, tema="bencana") == 1


def test_the_reminder_names_what_is_due(tx: Tx) -> None:
    sari, ani = pendamping(tx), orang(tx, "Ani")
    nomor = lapor(tx, ani, Laporan(SUKAMAJU, "bencana", "Longsor.", "warga"))
    lapor(tx, ani)
    rahasia = lapor(tx, ani, Laporan(SUKAMAJU, "kekerasan", "Anak dipukul.", "warga", "", rahasia=True))
    bahan = kumpulkan(tx, [sari.id], {sari.id: date(2026, 11, 23)}, SENIN)[sari.id]
    assert [(m.nomor, m.isi, m.sisa) for m in bahan.masalah] == [(nomor, "Longsor.", 1), (rahasia, "", 1)]
    assert bahan.perlu


def test_erased_a_report_keeps_what_happened(tx: Tx) -> None:
    sari, ani = pendamping(tx), orang(tx, "Ani")
    MediaQ(tx).daftarkan("a" * 64, "image/jpeg", 1, KINI)
    m, _ = q(tx, ani).lapor(LAPORAN, [FotoMasalah("a" * 64, KINI)], "Ani", None)
    assert q(tx, sari).foto(m) == ("a" * 64,)
    ditarik = lapor(tx, ani)
    q(tx, ani).tarik(ambil_masalah(tx, ditarik))
    semua = DataSayaQ(tx, ani.id)
    assert [r["nomor"] for r in semua.satu("masalah")] == [m.nomor, ditarik]
    assert [r["apa"] for r in semua.satu("langkah_masalah")] == ["lapor", "lapor", "tarik"]
    assert len(semua.satu("foto_masalah")) == 1
    assert DataSayaQ(tx, sari.id).satu("langkah_masalah") == []
    PenghapusanQ(tx, SENIN - TUNDA).minta(ani.id)
    assert PenghapusanQ(tx, SENIN).jalankan(ani.id).foto == ("a" * 64,)
    sisa = q(tx, sari).ambil(m.nomor)
    assert sisa
    assert (sisa.isi, sisa.nama, sisa.anonim, sisa.tujuan) == (LAPORAN.isi, "", True, "")
    assert ambil_masalah(tx, ditarik).isi == ""


def test_who_goes_leaves_what_they_had_to_somebody_else(tx: Tx) -> None:
    sari = pendamping(tx)
    nomor = lapor(tx, orang(tx, "Ani"))
    rina = orang(tx, "Bu Rina", PD, KECAMATAN)
    PenghapusanQ(tx, SENIN - TUNDA).minta(sari.id)
    PenghapusanQ(tx, SENIN).jalankan(sari.id)
    assert pindahkan_masalah(tx, SENIN)[0][0].ke.orang_id == rina.id
    assert ambil_masalah(tx, nomor).pj == rina.id


@pytest.mark.parametrize(
    ("teks", "tema"),
    [
        ("jalan desa rusak parah di RT 3", "pembangunan"),
        ("BLT saya dipotong 50 ribu", "blt"),
        ("bantuan disunat", "blt"),
        ("uang desa tidak jelas ke mana", "keuangan"),
        ("kades memecat perangkat", "perangkat"),
        ("anak tetangga sering dipukuli, jalan juga rusak", "kekerasan"),
        ("betonnya kurang keras", "pembangunan"),
        ("banjir di dusun dua", "bencana"),
        ("entahlah", "lainnya"),
        ("", "lainnya"),
    ],
)
def test_words_suggest_a_theme(teks: str, tema: str) -> None:
    assert usul_tema(teks) == tema


def test_the_catalogue() -> None:
    katalog = muat_masalah()
    assert katalog.ambil("tema_lama").kode == "lainnya"
    assert [katalog.diam("kekerasan", t) for t in TINGKAT] == [1, 1, 2, 2], "never longer than it is due"
    assert katalog.hari("blt", PD) == 5
    with pytest.raises(KeyError):
        katalog.ambil_jalur("dukun")


@pytest.mark.parametrize(
    ("dari", "ke", "pesan"),
    [
        ('kode = "tapm_prov"', 'kode = "pusat"', "tingkat are"),
        ('kode = "lainnya"', 'kode = "sisa"', "no tema is for the rest"),
        ('jalur = ["sapa", "polisi"]', 'jalur = ["dukun"]', "the kode of a jalur"),
        ('label = "Bencana"', 'label = "BLT Desa"', "only once"),
    ],
)
def test_a_mistake_in_the_catalogue_is_found(tmp_path: Path, dari: str, ke: str, pesan: str) -> None:
    berkas = tmp_path / "masalah.toml"
    berkas.write_text(BERKAS.read_text(encoding="utf-8").replace(dari, ke), encoding="utf-8")
    with pytest.raises(KatalogSalah, match=pesan):
        muat_masalah(berkas)
