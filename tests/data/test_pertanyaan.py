"""A question for a person: whose turn it is, when it goes on, who may answer, and what is left of it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from data import penanggap as p
from data.datasaya import DataSayaQ
from data.kabar import KabarQ
from data.katalog.libur import muat_libur
from data.libur import Kalender
from data.orang import ADMIN, KPMD, PD, PLD, TAPM_KAB, Orang, OrangQ
from data.penanggap import Penanggap, Pindah, jatuh_naik, penanggap, pindahkan
from data.penghapusan import TUNDA, PenghapusanQ
from data.pertanyaan import SEHARIAN, TERBUKA, PertanyaanQ
from data.pertanyaan_isi import ambil_pertanyaan
from data.store import Tx
from data.wilayah import WilayahQ
from tests.conftest import KINI
from tests.data.dunia import HARI, KECAMATAN, SUKAMAJU, SUKAMANAH, WIB, desa, pendamping

SENIN = int(datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo(WIB)).timestamp())
RABU = SENIN + 2 * HARI


def warga(tx: Tx, nama: str = "Ani", *, setuju: bool = True) -> Orang:
    semua = OrangQ(tx)
    id_ = semua.tambah(nama, WIB, KINI)
    if setuju:
        semua.setujui(semua.ambil(id_, KINI), KINI)
    semua.pasang_alamat(id_, "web", nama, KINI)
    return semua.ambil(id_, KINI)


def orang(tx: Tx, nama: str, peran: str, kode: str, *, disahkan: bool = True, alamat: bool = True) -> Orang:
    semua = OrangQ(tx)
    id_ = semua.tambah(nama, WIB, KINI)
    WilayahQ(tx).kenalkan(kode) if kode != "0" else None
    semua.tugaskan(id_, peran, kode, date(2026, 10, 1), disahkan=disahkan)
    tx.run("UPDATE orang SET zona = ? WHERE id = ?", (WIB, id_))
    if alamat:
        semua.pasang_alamat(id_, "web", nama, KINI)
    return semua.ambil(id_, KINI)


def q(tx: Tx, siapa: Orang, kini: int = SENIN) -> PertanyaanQ:
    return desa(tx, siapa, kini).pertanyaan


def tanya(tx: Tx, siapa: Orang, kode: str = SUKAMAJU, kini: int = SENIN) -> str:
    return q(tx, siapa, kini).tanyakan("Bagaimana meminjam tenda?", kode, "", siapa.nama)[0].nomor


def cuti(tx: Tx, siapa: Orang) -> None:
    tx.run(
        "INSERT INTO cuti (orang_id, dari, sampai, alasan, dibuat) VALUES (?, '2026-11-01', '2026-12-31', '', ?)",
        (siapa.id, KINI),
    )


# -- whose turn it is -------------------------------------------------------------------------------------------------


def test_the_village_s_pld_then_the_pd_then_nobody(tx: Tx) -> None:
    assert penanggap(tx, SUKAMAJU, SENIN) is None
    rina = orang(tx, "Bu Rina", PD, KECAMATAN)
    assert penanggap(tx, SUKAMAJU, SENIN) == Penanggap(rina.id, PD)
    sari = pendamping(tx)
    assert penanggap(tx, SUKAMAJU, SENIN) == Penanggap(sari.id, PLD)
    assert penanggap(tx, SUKAMAJU, SENIN, selain=sari.id) == Penanggap(rina.id, PD)
    assert penanggap(tx, SUKAMAJU, SENIN, utama=rina.id) == Penanggap(rina.id, PD)
    assert penanggap(tx, SUKAMANAH, SENIN) == Penanggap(rina.id, PD)
    assert penanggap(tx, "99.99.99.2001", SENIN) is None


def test_only_those_confirmed_in_force_at_work_and_within_reach(tx: Tx) -> None:
    orang(tx, "Pak Budi", PLD, SUKAMAJU, disahkan=False)
    orang(tx, "Kader", KPMD, SUKAMAJU)
    orang(tx, "Tanpa alamat", PLD, SUKAMAJU, alamat=False)
    sari, rina = pendamping(tx), orang(tx, "Bu Rina", PD, KECAMATAN)
    cuti(tx, sari)
    assert penanggap(tx, SUKAMAJU, SENIN) == Penanggap(rina.id, PD)
    wakil = orang(tx, "Wakil", PLD, SUKAMAJU)
    tx.run("UPDATE penugasan SET untuk = ? WHERE orang_id = ?", (sari.id, wakil.id))
    assert penanggap(tx, SUKAMAJU, SENIN) == Penanggap(wakil.id, PLD)
    tx.run("UPDATE cuti SET dibatalkan = ?", (KINI,))
    assert penanggap(tx, SUKAMAJU, SENIN) == Penanggap(sari.id, PLD)
    tx.run("UPDATE penugasan SET sampai = '2026-11-22' WHERE orang_id IN (?, ?)", (sari.id, wakil.id))
    assert penanggap(tx, SUKAMAJU, SENIN) == Penanggap(rina.id, PD)


# -- asked and answered -----------------------------------------------------------------------------------------------


def test_asked_answered_asked_on_once(tx: Tx) -> None:
    ani, sari, rina = warga(tx), pendamping(tx), orang(tx, "Bu Rina", PD, KECAMATAN)
    assert q(tx, ani).desa_terakhir() == ""
    satu, ke = q(tx, ani).tanyakan("Tenda?", SUKAMAJU, "aset-jenis", "Ani")
    assert (satu.nomor, satu.untuk, satu.naik, satu.status, satu.kanal) == (
        "Q-2611-0001",
        sari.id,
        None,
        "menunggu",
        "web",
    )
    assert ke == Penanggap(sari.id, PLD)
    assert q(tx, ani).desa_terakhir() == SUKAMAJU
    assert q(tx, sari).menunggu() == q(tx, rina).menunggu() == [satu]
    assert q(tx, sari).jawab(satu, "Di kantor desa.", usulkan=True)
    assert not q(tx, rina).jawab(satu, "Terlambat.", usulkan=True), "somebody was first"
    assert q(tx, rina).menunggu() == []
    dijawab = q(tx, ani).sendiri("q-2611-0001")
    assert dijawab
    assert (dijawab.jawaban, dijawab.oleh, dijawab.dijawab) == ("Di kantor desa.", sari.id, SENIN)
    q(tx, ani).nilai(dijawab, membantu=True)
    assert ambil_pertanyaan(tx, satu.nomor).membantu == 1
    assert q(tx, ani, RABU).tanya_lagi(dijawab, "Jam berapa?") == Penanggap(sari.id, PLD)
    lagi = q(tx, sari).ambil(satu.nomor)
    assert lagi
    assert (lagi.teks, lagi.ulang, lagi.sejak) == ("Tenda?\n\nYang belum jelas: Jam berapa?", 1, RABU)
    assert q(tx, sari).jawab(lagi, "Jam kerja.", usulkan=True)
    akhir = q(tx, ani).sendiri(satu.nomor)
    assert akhir
    assert akhir.jawaban == "Di kantor desa.\n\nJam kerja."
    with pytest.raises(LookupError):
        q(tx, ani).tanya_lagi(akhir, "Sekali lagi?")
    assert [(r["status"], r["pertanyaan_id"]) for r in tx.all("SELECT * FROM usulan_topik")] == [("menunggu", satu.id)]


def test_asked_on_it_goes_back_to_who_answered(tx: Tx) -> None:
    ani, rina = warga(tx), orang(tx, "Bu Rina", PD, KECAMATAN)
    satu = q(tx, ani).tanyakan("Tenda?", SUKAMAJU, "", "Ani")[0]
    assert satu.naik == SENIN, "it is with the PD from the start"
    q(tx, rina).jawab(satu, "Di kantor.", usulkan=False)
    pendamping(tx)
    dijawab = q(tx, ani).sendiri(satu.nomor)
    assert dijawab
    assert q(tx, ani).tanya_lagi(dijawab, "Jam?") == Penanggap(rina.id, PD)


def test_nobody_answers_beyond_their_place_or_their_own(tx: Tx) -> None:
    ani, sari, budi = warga(tx), pendamping(tx), pendamping(tx, "Pak Budi", SUKAMANAH)
    liar = orang(tx, "Liar", PLD, SUKAMAJU, disahkan=False)
    nomor = tanya(tx, ani)
    satu = ambil_pertanyaan(tx, nomor)
    for lain in (ani, budi, liar, warga(tx, "Joko")):
        assert q(tx, lain).ambil(nomor) is None
        assert q(tx, lain).menunggu() == []
        with pytest.raises(LookupError):
            q(tx, lain).jawab(satu, "Tidak boleh.", usulkan=False)
    assert q(tx, sari).sendiri(nomor) is None
    milik = tanya(tx, sari)
    assert q(tx, sari).ambil(milik) is None
    assert q(tx, orang(tx, "Pak Hasan", TAPM_KAB, "32.03")).ambil(milik)
    tx.run(
        "INSERT INTO wilayah (kode, nama, jalur, zona) VALUES ('0', 'Indonesia', '', ?) ON CONFLICT DO NOTHING", (WIB,)
    )
    assert q(tx, orang(tx, "Admin", ADMIN, "0")).ambil(milik)


def test_a_name_is_shown_where_it_may_be_kept(tx: Tx) -> None:
    sari, joko = pendamping(tx), warga(tx, "Joko", setuju=False)
    assert q(tx, sari).nama(warga(tx).id) == "Ani"
    assert q(tx, sari).nama(joko.id) == joko.samaran
    assert q(tx, sari).nama(None) == ""


def test_so_many_at_once_and_so_many_a_day(tx: Tx) -> None:
    ani = warga(tx)
    for _ in range(TERBUKA):
        assert q(tx, ani).penuh() == ""
        tanya(tx, ani)
    assert q(tx, ani).penuh() == "terbuka"
    (satu, *_) = q(tx, ani).milik()
    assert q(tx, ani).tarik(satu)
    assert not q(tx, ani).tarik(satu)
    assert len(q(tx, ani).milik()) == TERBUKA - 1
    assert q(tx, ani).penuh() == ""
    for _ in range(SEHARIAN - TERBUKA):
        tanya(tx, ani)
    tx.run("UPDATE pertanyaan SET status = 'dijawab'")
    assert q(tx, ani).penuh() == "hari"
    assert q(tx, ani, SENIN + HARI + 1).penuh() == ""


# -- silence ----------------------------------------------------------------------------------------------------------


def libur(*hari: str) -> Kalender:
    from data.libur import HariDaerah

    return Kalender(muat_libur(), {h: HariDaerah(0, "32.03", h, "Hari jadi", libur=True) for h in hari})


@pytest.mark.parametrize(
    ("sejak", "jatuh", "setempat"),
    [
        ("2026-11-23 10:00", "2026-11-25 10:00", ()),
        ("2026-11-20 19:30", "2026-11-24 19:30", ()),
        ("2026-11-21 08:00", "2026-11-25 00:00", ()),
        ("2026-11-23 10:00", "2026-11-26 10:00", ("2026-11-24",)),
    ],
    ids=["two days on", "over a weekend", "on a Saturday", "over a day off of the kabupaten"],
)
def test_two_working_days(sejak: str, jatuh: str, setempat: tuple[str, ...]) -> None:
    def saat(teks: str) -> int:
        return int(datetime.fromisoformat(teks).replace(tzinfo=ZoneInfo(WIB)).timestamp())

    assert jatuh_naik(saat(sejak), WIB, libur(*setempat)) == saat(jatuh)


def test_where_every_day_is_off_it_is_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(p, "TERJAUH", 2)
    semua = libur(*(str(date(2026, 11, 20) + timedelta(days=n)) for n in range(20)))
    jatuh = datetime.fromtimestamp(jatuh_naik(SENIN, WIB, semua), UTC).astimezone(ZoneInfo(WIB))
    assert jatuh.date() == date(2026, 11, 26)


def test_silence_passes_it_to_the_pd_once(tx: Tx) -> None:
    ani, sari, rina = warga(tx), pendamping(tx), orang(tx, "Bu Rina", PD, KECAMATAN)
    nomor = tanya(tx, ani)
    assert pindahkan(tx, RABU - 1) == []
    assert pindahkan(tx, RABU) == [Pindah(nomor, sari.id, Penanggap(rina.id, PD))]
    assert pindahkan(tx, RABU + 30 * HARI) == []
    satu = ambil_pertanyaan(tx, nomor)
    assert (satu.untuk, satu.naik, satu.sejak) == (rina.id, RABU, SENIN)
    assert q(tx, sari).menunggu() == [satu], "the PLD may still answer"


def test_days_off_of_the_kabupaten_do_not_count(tx: Tx) -> None:
    ani = warga(tx)
    pendamping(tx)
    orang(tx, "Bu Rina", PD, KECAMATAN)
    tx.run(
        "INSERT INTO libur_daerah (kode, tanggal, nama, libur, oleh, dibuat) VALUES ('32.03', '2026-11-24', 'x', 1, ?, ?)",
        (ani.id, KINI),
    )
    tanya(tx, ani)
    tanya(tx, ani)
    assert pindahkan(tx, RABU) == []
    assert len(pindahkan(tx, RABU + HARI)) == 2


def test_without_a_pd_it_stays_and_goes_on_when_there_is_one(tx: Tx) -> None:
    ani, sari = warga(tx), pendamping(tx)
    tanya(tx, ani)
    assert pindahkan(tx, RABU + HARI) == []
    rina = orang(tx, "Bu Rina", PD, KECAMATAN)
    cuti(tx, rina)
    assert pindahkan(tx, RABU + HARI) == []
    tx.run("UPDATE cuti SET dibatalkan = ?", (KINI,))
    assert [s.dari for s in pindahkan(tx, RABU + HARI)] == [sari.id]


def test_a_batch_at_a_time(tx: Tx, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(p, "SEKALI", 2)
    ani = warga(tx)
    pendamping(tx)
    orang(tx, "Bu Rina", PD, KECAMATAN)
    for _ in range(3):
        tanya(tx, ani)
    assert [len(pindahkan(tx, RABU)) for _ in range(3)] == [2, 1, 0]


def test_of_a_village_that_nobody_served_the_first_one_gets_it(tx: Tx) -> None:
    ani = warga(tx)
    nomor = tanya(tx, ani)
    assert ambil_pertanyaan(tx, nomor).untuk is None
    assert pindahkan(tx, RABU) == []
    sari = pendamping(tx)
    assert pindahkan(tx, RABU) == [Pindah(nomor, None, Penanggap(sari.id, PLD))]
    assert pindahkan(tx, RABU) == []
    rina = orang(tx, "Bu Rina", PD, KECAMATAN)
    assert pindahkan(tx, RABU + HARI) == [], "silence is counted from when somebody had it"
    assert [s.ke.orang_id for s in pindahkan(tx, RABU + 2 * HARI)] == [rina.id]


def test_an_unknown_number_is_none() -> None:
    with pytest.raises(LookupError):
        ambil_pertanyaan(_Kosong(), "Q-2611-9999")  # type: ignore[arg-type]


class _Kosong:
    def one(self, sql: str, params: object) -> None:
        return None


# -- what is told, kept and erased ------------------------------------------------------------------------------------


def test_told_where_it_was_asked_while_that_is_open(tx: Tx) -> None:
    ani = warga(tx)
    OrangQ(tx).pasang_alamat(ani.id, "web", "Ani baru", KINI)
    for n, (di, ke) in enumerate({("web", "Ani"): "Ani", ("web", "orang lain"): "Ani baru", None: "Ani baru"}.items()):
        assert KabarQ(tx, KINI).kirim(ani.id, "{}", kunci=f"uji:{n}", di=di)
        row = tx.one("SELECT tujuan FROM outbox WHERE kunci = ?", (f"uji:{n}",))
        assert row is not None
        assert row["tujuan"] == ke
    OrangQ(tx).tutup_alamat("web", "Ani")
    KabarQ(tx, KINI).kirim(ani.id, "{}", kunci="uji:9", di=("web", "Ani"))
    assert tx.one("SELECT 1 AS ada FROM outbox WHERE kunci = 'uji:9' AND tujuan = 'Ani baru'")


def hapus(tx: Tx, siapa: Orang) -> None:
    PenghapusanQ(tx, SENIN - TUNDA).minta(siapa.id)
    PenghapusanQ(tx, SENIN).jalankan(siapa.id)


def test_erased_the_words_go_and_the_answer_stays(tx: Tx) -> None:
    ani, sari = warga(tx), pendamping(tx)
    dijawab, terbuka = tanya(tx, ani), tanya(tx, ani)
    q(tx, sari).jawab(ambil_pertanyaan(tx, dijawab), "Di kantor.", usulkan=True)
    assert [b["pertanyaan"] for b in DataSayaQ(tx, ani.id).satu("pertanyaan")] == ["Bagaimana meminjam tenda?"] * 2
    assert [b["jawaban"] for b in DataSayaQ(tx, sari.id).satu("jawaban_warga")] == ["Di kantor."]
    hapus(tx, ani)
    satu, dua = ambil_pertanyaan(tx, dijawab), ambil_pertanyaan(tx, terbuka)
    assert (satu.teks, satu.tujuan, satu.jawaban, satu.status) == ("", "", "Di kantor.", "dijawab")
    assert (dua.teks, dua.status) == ("", "ditarik")
    assert q(tx, sari).menunggu() == []


def test_erased_what_waited_for_them_waits_for_the_next(tx: Tx) -> None:
    ani, sari = warga(tx), pendamping(tx)
    nomor = tanya(tx, ani)
    hapus(tx, sari)
    assert ambil_pertanyaan(tx, nomor).untuk is None
    budi = pendamping(tx, "Pak Budi")
    assert pindahkan(tx, RABU) == [Pindah(nomor, None, Penanggap(budi.id, PLD))]
