"""A group: bound by who may, silent to the rest, and never the place for what is personal."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from data.grup import AKTIF, BISU, KELUAR, Grup, GrupQ
from data.lingkup import SEMUA_WILAYAH
from data.orang import ADMIN, PD, PLD, TAPM_KAB, OrangQ
from data.tanya_umum import TanyaUmumQ
from data.wilayah import WilayahQ
from handlers.dialog.masukan import Lokasi, Masukan
from handlers.dialog.pesan import Pesan
from handlers.dialog.tombol import perintah, tulis
from handlers.grup import DiGrup, Kejadian, jawab, terjadi
from handlers.grup.kaitkan import SEPAPAN
from handlers.grup.kata import PERINTAH
from handlers.tabel import TABEL, perintah_grup
from tests.handlers.dialog.obrolan import KECAMATAN, ZONA, Dunia, Obrolan

TPP, LAIN = "TPP Cibeber", "Pendamping Cibeber"
BERNAMA_SAMA = "32.09.01"


@dataclass
class Grupnya:
    """One group, and who writes in it."""

    dunia: Dunia
    judul: str = TPP
    tujuan: str = "-100"
    antaran: list[tuple[str, Pesan]] = field(default_factory=list)

    @property
    def semua(self) -> GrupQ:
        return GrupQ(self.dunia.tx)

    @property
    def grup(self) -> Grup:
        return self.semua.catat("uji", self.tujuan, self.judul, self.dunia.kini)

    def kirim(self, masukan: Masukan, siapa: Obrolan | None = None, topik: str = "") -> Pesan | None:
        orang = siapa.konteks.orang if siapa and not masukan.anonim else None
        desa = siapa.desa if siapa and orang else None
        wilayah = WilayahQ(self.dunia.tx)
        tanya = TanyaUmumQ(self.dunia.tx)
        d = DiGrup(self.grup, topik, self.semua, wilayah, self.dunia.kini, orang, desa, masukan.anonim, tanya=tanya)
        pesan = jawab(masukan, d, TABEL)
        self.antaran = d.antaran
        assert self.dunia.hitung("percakapan") == 0
        return pesan

    def tulis(self, teks: str, siapa: Obrolan | None = None, topik: str = "") -> Pesan:
        pesan = self.kirim(Masukan(teks=teks), siapa, topik)
        assert pesan, "nothing was said"
        return pesan

    def diam(self, teks: str) -> bool:
        return self.kirim(Masukan(teks=teks)) is None

    def ketuk(self, pesan: Pesan, label: str, siapa: Obrolan) -> Pesan:
        data = {t.label: t.data for t in pesan.tombol}[label]
        jawaban = self.kirim(Masukan(tombol=data), siapa)
        assert jawaban
        return jawaban

    def terjadi(self, peristiwa: str, ke: str = "") -> Kejadian:
        masukan = Masukan(peristiwa=peristiwa, grup=self.judul, ke=ke)
        return terjadi(masukan, "uji", self.tujuan, self.semua, WilayahQ(self.dunia.tx), self.dunia.kini)


@pytest.fixture
def grup(dunia: Dunia) -> Grupnya:
    return Grupnya(dunia)


@pytest.fixture
def dunia() -> Dunia:
    dunia = Dunia(TABEL)
    tempat = [(f"32.03.{n:02}", f"Kecamatan Ke-{n}", "Kabupaten Cianjur, Jawa Barat") for n in range(10, 12)]
    tempat += [("32.03", "Cianjur", "Jawa Barat"), ("32", "Jawa Barat", ""), ("32.09", "Cirebon", "Jawa Barat")]
    tempat += [(BERNAMA_SAMA, "Cibeber", "Kabupaten Cirebon, Jawa Barat")]
    for kode, nama, jalur in tempat:
        dunia.tx.run("INSERT INTO wilayah (kode, nama, jalur, zona) VALUES (?, ?, ?, ?)", (kode, nama, jalur, ZONA))
    return dunia


def petugas(dunia: Dunia, nama: str, peran: str, kode: str, *, disahkan: bool = True) -> Obrolan:
    siapa = dunia.orang(nama, peran=None)
    OrangQ(dunia.tx).tugaskan(siapa.id, peran, kode, dunia.hari_ini, disahkan=disahkan)
    return siapa


@pytest.fixture
def rina(dunia: Dunia) -> Obrolan:
    return petugas(dunia, "Bu Rina", PD, KECAMATAN)


@pytest.fixture
def hasan(dunia: Dunia) -> Obrolan:
    return petugas(dunia, "Pak Hasan", TAPM_KAB, "32.03")


@pytest.fixture
def terkait(grup: Grupnya, rina: Obrolan) -> Grupnya:
    grup.tulis("/kaitkan", rina)
    assert grup.grup.wilayah == KECAMATAN
    return grup


# -- /kaitkan: who may ------------------------------------------------------------------------------------------------


def test_the_coordinator_of_one_kecamatan_binds_it_at_once(grup: Grupnya, rina: Obrolan) -> None:
    teks = grup.tulis("/kaitkan", rina, topik="7").teks
    assert teks.startswith("Mulai sekarang grup ini terkait dengan Kecamatan Cibeber.")
    assert (grup.grup.topik, grup.grup.oleh) == ("7", rina.id)
    jejak = grup.dunia.tx.one("SELECT apa, orang_id, tabel, sesudah FROM jejak")
    assert jejak
    assert (jejak["apa"], jejak["orang_id"], jejak["tabel"], jejak["sesudah"]) == (
        "kaitkan",
        rina.id,
        "grup",
        KECAMATAN,
    )


def test_nobody_else_does_and_is_told_who_may(grup: Grupnya, dunia: Dunia) -> None:
    sari, belum = dunia.orang("Bu Sari"), petugas(dunia, "Bu Baru", PD, KECAMATAN, disahkan=False)
    jawaban = {grup.tulis(f"/{kata}", siapa).teks for siapa in (sari, belum, None) for kata in ("kaitkan", "lepas")}
    assert len(jawaban) == 2
    for teks in jawaban:
        assert "Yang bisa: PD, pendamping teknis, atau TAPM di wilayah ini yang penugasannya sudah disahkan." in teks
    assert grup.grup.wilayah is None


@pytest.mark.parametrize("kata", ["kaitkan", "lepas"])
def test_who_writes_as_the_group_is_asked_to_write_as_themselves(grup: Grupnya, rina: Obrolan, kata: str) -> None:
    pesan = grup.kirim(Masukan(teks=f"/{kata}", anonim=True), rina)
    assert pesan
    assert f"matikan mode anonim), lalu ketik /{kata} lagi" in pesan.teks


def test_a_pld_of_the_kecamatan_may_not(grup: Grupnya, dunia: Dunia) -> None:
    assert "Maaf" in grup.tulis("/kaitkan", petugas(dunia, "Bu Sari", PLD, KECAMATAN)).teks


# -- /kaitkan: which kecamatan ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("ditulis", ["cibeber", "Kec. Cibeber", "kecamatan cibeber", KECAMATAN, "cibebr"])
def test_of_several_the_one_named_is_bound(grup: Grupnya, hasan: Obrolan, ditulis: str) -> None:
    assert "Kecamatan Cibeber." in grup.tulis(f"/kaitkan {ditulis}", hasan).teks
    assert grup.grup.wilayah == KECAMATAN


def test_without_a_name_those_there_are_stand_as_buttons(grup: Grupnya, hasan: Obrolan, dunia: Dunia) -> None:
    pesan = grup.tulis("/kaitkan", hasan)
    assert pesan.teks == "Grup ini untuk kecamatan mana?"
    assert [t.label for t in pesan.tombol] == ["Cibeber", "Kecamatan Ke-10", "Kecamatan Ke-11"]
    sari = dunia.orang("Bu Sari")
    assert "Maaf" in grup.ketuk(pesan, "Cibeber", sari).teks
    assert grup.grup.wilayah is None
    assert "Mulai sekarang" in grup.ketuk(pesan, "Cibeber", hasan).teks


def test_two_of_one_name_are_told_apart(grup: Grupnya, dunia: Dunia) -> None:
    dewi = petugas(dunia, "Bu Dewi", TAPM_KAB, "32")
    pesan = grup.tulis("/kaitkan cibeber", dewi)
    assert [t.label for t in pesan.tombol] == ["Cibeber, Kabupaten Cianjur", "Cibeber, Kabupaten Cirebon"]
    assert "Mulai sekarang" in grup.ketuk(pesan, "Cibeber, Kabupaten Cirebon", dewi).teks
    assert grup.grup.wilayah == BERNAMA_SAMA


def test_a_name_outside_one_s_task_is_not_found(grup: Grupnya, rina: Obrolan) -> None:
    pesan = grup.tulis("/kaitkan bogor", rina)
    assert pesan.teks == (
        "“bogor” belum saya temukan di wilayah tugas Anda. Tulis nama kecamatannya, contoh: /kaitkan cibeber"
    )
    assert [t.label for t in pesan.tombol] == ["Cibeber"]


def test_of_very_many_the_name_must_be_written(grup: Grupnya, hasan: Obrolan, dunia: Dunia) -> None:
    for n in range(20, 20 + SEPAPAN):
        dunia.tx.run(
            "INSERT INTO wilayah (kode, nama, jalur, zona) VALUES (?, ?, ?, ?)", (f"32.03.{n}", f"Baru {n}", "X", ZONA)
        )
    pesan = grup.tulis("/kaitkan", hasan)
    assert (pesan.teks, pesan.tombol) == (
        "Grup ini untuk kecamatan mana? Sebut namanya di belakang perintah, contoh: /kaitkan cibeber", (),
    )  # fmt: skip
    pesan = grup.tulis("/kaitkan bogor", hasan)
    assert (pesan.teks[:7], pesan.tombol) == ("“bogor”", ())


def test_a_kecamatan_where_nobody_works_with_us_yet_is_found_by_its_name(grup: Grupnya, dunia: Dunia) -> None:
    ida = petugas(dunia, "Bu Ida", ADMIN, SEMUA_WILAYAH)
    dunia.tx.run("DELETE FROM wilayah WHERE kode LIKE '32.03.1%' OR kode = ?", (BERNAMA_SAMA,))
    pesan = grup.tulis("/kaitkan lembang", ida)
    assert [t.label for t in pesan.tombol] == ["Lembang, Kabupaten Bandung Barat", "Lembang, Kabupaten Pinrang"]
    assert "Kecamatan Lembang." in grup.ketuk(pesan, "Lembang, Kabupaten Bandung Barat", ida).teks
    assert grup.grup.wilayah == "32.17.01"


def test_where_no_kecamatan_is_known_yet_the_name_is_asked_for(grup: Grupnya, dunia: Dunia) -> None:
    dewi = petugas(dunia, "Bu Dewi", TAPM_KAB, "32.09")
    dunia.tx.run("DELETE FROM wilayah WHERE kode = ?", (BERNAMA_SAMA,))
    assert "Sebut namanya di belakang perintah" in grup.tulis("/kaitkan", dewi).teks
    assert "“bogor” belum saya temukan" in grup.tulis("/kaitkan bogor", dewi).teks
    assert "Mulai sekarang" in grup.tulis("/kaitkan plumbon", dewi).teks


# -- /kaitkan: what is bound already ----------------------------------------------------------------------------------


def test_bound_already_is_said(terkait: Grupnya, rina: Obrolan, hasan: Obrolan) -> None:
    for siapa in (rina, hasan):
        assert terkait.tulis("/kaitkan", siapa).teks == "Grup ini memang sudah terkait dengan Kecamatan Cibeber."


def test_another_topic_takes_it_over(terkait: Grupnya, rina: Obrolan) -> None:
    assert "sekarang saya kirim ke topik ini" in terkait.tulis("/kaitkan", rina, topik="9").teks
    assert terkait.semua.untuk_kecamatan(KECAMATAN) == [("uji", "-100/9")]


def test_who_coordinates_both_may_change_it(terkait: Grupnya, hasan: Obrolan) -> None:
    assert "Kecamatan Ke-10." in terkait.tulis("/kaitkan ke-10", hasan).teks
    assert terkait.grup.wilayah == "32.03.10"


def test_the_neighbour_s_coordinator_may_not_take_it(terkait: Grupnya, dunia: Dunia) -> None:
    tono = petugas(dunia, "Pak Tono", PD, "32.03.10")
    teks = terkait.tulis("/kaitkan", tono).teks
    assert teks.startswith("Grup ini terkait dengan Kecamatan Cibeber. Supaya bisa diganti, lepaskan dulu")
    assert terkait.grup.wilayah == KECAMATAN


def test_a_kecamatan_moves_to_another_group_only_when_asked(terkait: Grupnya, rina: Obrolan, dunia: Dunia) -> None:
    terkait.tulis("/kaitkan", rina, topik="7")
    lain = Grupnya(dunia, LAIN, "-200")
    pesan = lain.tulis("/kaitkan", rina)
    assert pesan.teks == f"Kecamatan Cibeber sudah terkait dengan grup “{TPP}”. Mau dipindahkan ke sini?"
    assert (lain.grup.wilayah, lain.antaran) == (None, [])
    sari = dunia.orang("Bu Sari")
    assert TPP not in lain.tulis("/kaitkan", sari).teks
    assert "Maaf" in lain.ketuk(pesan, "Pindahkan ke grup ini", sari).teks
    assert "Mulai sekarang grup ini" in lain.ketuk(pesan, "Pindahkan ke grup ini", rina).teks
    ((tujuan, kabar),) = lain.antaran
    assert (tujuan, "ke grup lain" in kabar.teks, LAIN in kabar.teks) == ("-100/7", True, False)
    assert terkait.grup.wilayah is None


@pytest.mark.parametrize(("status", "tujuan"), [(AKTIF, ["-100"]), (KELUAR, [])])
def test_the_former_group_hears_of_it_while_we_are_in_it(
    terkait: Grupnya, rina: Obrolan, dunia: Dunia, status: str, tujuan: list[str]
) -> None:
    terkait.semua.ganti_status(terkait.grup, status)
    lain = Grupnya(dunia, LAIN, "-200")
    lain.tulis(f"/kaitkan pindah {KECAMATAN}", rina)
    assert [t for t, _ in lain.antaran] == tujuan


# -- /lepas -----------------------------------------------------------------------------------------------------------


def test_who_may_bind_it_may_let_it_go(terkait: Grupnya, hasan: Obrolan) -> None:
    pesan = terkait.tulis("/lepas", hasan)
    assert pesan.lalu == "tinggalkan"
    assert terkait.grup.wilayah is None


def test_who_bound_it_may_let_it_go_even_later(terkait: Grupnya, rina: Obrolan) -> None:
    terkait.dunia.tx.run("DELETE FROM penugasan WHERE orang_id = ?", (rina.id,))
    assert terkait.tulis("lepas", rina).lalu == "tinggalkan"


def test_others_may_not(terkait: Grupnya, dunia: Dunia) -> None:
    for siapa in (dunia.orang("Bu Sari"), petugas(dunia, "Pak Tono", PD, "32.03.10"), None):
        pesan = terkait.tulis("/lepas", siapa)
        assert (pesan.lalu, "Admin grup juga bisa mengeluarkan saya." in pesan.teks) == ("", True)
    assert terkait.grup.wilayah == KECAMATAN


def test_a_group_without_a_kecamatan_is_left_for_any_coordinator(grup: Grupnya, dunia: Dunia) -> None:
    assert grup.tulis("/lepas", dunia.orang("Bu Sari")).lalu == ""
    assert grup.tulis("/lepas", petugas(dunia, "Pak Tono", PD, "32.03.10")).lalu == "tinggalkan"


# -- everything else --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ditulis", "mulai"),
    [
        ("/catat", "catat"),
        ("/riwayat oktober", "riwayat"),
        ("catat musdes sukamaju", "catat"),
        ("@kawan_bot rekap drp", "drp"),
        ("/batal", "menu"),
        ("Desa: Sukamaju\nKegiatan: Musdes RKP\nTanggal: 20/11/2026\nJam: 09.00-12.00\nHasil: Disepakati.", "catat"),
    ],
)
def test_what_is_personal_is_led_to_the_private_chat(grup: Grupnya, ditulis: str, mulai: str) -> None:
    pesan = grup.tulis(ditulis)
    assert pesan.teks == "Itu kita teruskan di obrolan pribadi, ya. Di grup semua orang ikut membacanya."
    ((label, data, ke),) = [(t.label, t.data, t.mulai) for t in pesan.tombol]
    assert (label, data, ke) == ("Buka obrolan pribadi", "", mulai)


@pytest.mark.parametrize("ditulis", ["/bantuan", "/help", "/start", "/menu", "bantuan", "halo"])
def test_who_asks_what_there_is_hears_it(grup: Grupnya, ditulis: str) -> None:
    assert grup.tulis(ditulis).teks.startswith("Di grup ini saya mengirim ringkasan mingguan kecamatan.")


def test_help_says_that_one_may_ask(grup: Grupnya) -> None:
    assert grup.tulis("/bantuan").teks.endswith("atau ketik /tanya.")


def test_help_names_the_kecamatan(terkait: Grupnya) -> None:
    assert terkait.tulis("/bantuan").teks.endswith("\n\nGrup ini terkait dengan Kecamatan Cibeber.")


@pytest.mark.parametrize("ditulis", ["lepas panen raya warga berkumpul", "cuaca minggu ini bagaimana?"])
def test_free_words_get_one_line_and_the_way_to_the_private_chat(grup: Grupnya, rina: Obrolan, ditulis: str) -> None:
    pesan = grup.tulis(ditulis, rina)
    assert pesan.teks == "Itu belum bisa saya jawab di sini. Kita lanjutkan di obrolan pribadi, ya."
    assert pesan.lalu == ""


def test_a_mention_or_reply_may_say_the_command_without_its_slash(grup: Grupnya, rina: Obrolan) -> None:
    assert "Mulai sekarang" in grup.tulis("@kawan_bot kaitkan cibeber", rina).teks


@pytest.mark.parametrize(
    "ditulis", ["Terima kasih pak", "siap bu", "Siap! 🙏", "ok", "👍", "", "@kawan_bot", "/entah", "/entah 5", "/"]
)
def test_courtesies_and_other_bots_commands_are_met_with_silence(grup: Grupnya, ditulis: str) -> None:
    assert grup.diam(ditulis)


@pytest.mark.parametrize(
    "masukan",
    [
        Masukan(teks="/kaitkan", sunting=True),
        Masukan(lokasi=Lokasi(-6.9, 107.1)),
        Masukan(lain="stiker"),
        Masukan(tombol="rusak"),
        Masukan(tombol=tulis(5, "desa", "2013")),
    ],
    ids=["an edit", "a place", "a sticker", "a broken tap", "a tap on a conversation"],
)
def test_what_is_not_said_to_us_is_met_with_silence(grup: Grupnya, rina: Obrolan, masukan: Masukan) -> None:
    assert grup.kirim(masukan, rina) is None


def test_a_tap_on_a_command_is_that_command(grup: Grupnya) -> None:
    pesan = grup.kirim(Masukan(tombol=perintah("bantuan")))
    assert pesan
    assert "ringkasan mingguan" in pesan.teks


def test_whom_we_hear_we_are_with(grup: Grupnya) -> None:
    grup.semua.ganti_status(grup.grup, KELUAR)
    grup.tulis("/bantuan")
    assert grup.grup.status == AKTIF


# -- what happens to the group ----------------------------------------------------------------------------------------


def test_a_new_group_is_greeted_once(grup: Grupnya) -> None:
    hasil = grup.terjadi("masuk")
    assert hasil.pesan
    assert "(PD atau TAPM) cukup mengetik /kaitkan" in hasil.pesan.teks
    assert grup.terjadi("masuk") == Kejadian()


def test_put_out_and_in_again_its_kecamatan_is_remembered(terkait: Grupnya) -> None:
    assert terkait.terjadi("keluar") == Kejadian()
    assert (terkait.grup.status, terkait.grup.wilayah) == (KELUAR, KECAMATAN)
    hasil = terkait.terjadi("masuk")
    assert hasil.pesan
    assert "masih terkait dengan Kecamatan Cibeber" in hasil.pesan.teks
    assert terkait.grup.status == AKTIF


def test_being_silenced_is_told_once_to_who_bound_it(terkait: Grupnya, rina: Obrolan) -> None:
    hasil = terkait.terjadi("bisu")
    assert (hasil.pesan, hasil.kepada) == (None, rina.id)
    assert hasil.pribadi
    assert f"Di grup “{TPP}” saya sedang tidak diizinkan menulis" in hasil.pribadi.teks
    assert "ringkasan mingguan Kecamatan Cibeber" in hasil.pribadi.teks
    assert terkait.terjadi("bisu") == Kejadian()
    assert terkait.grup.status == BISU
    assert terkait.terjadi("masuk") == Kejadian()
    assert terkait.grup.status == AKTIF


@pytest.mark.parametrize("peristiwa", ["bisu", "keluar", "entah"])
def test_where_nobody_bound_it_nobody_is_told(grup: Grupnya, peristiwa: str) -> None:
    assert grup.terjadi(peristiwa) == Kejadian()
    assert grup.terjadi(peristiwa) == Kejadian()


def test_a_group_that_moves_keeps_its_kecamatan(terkait: Grupnya) -> None:
    assert terkait.terjadi("pindah", "-1001") == Kejadian()
    assert terkait.semua.untuk_kecamatan(KECAMATAN) == [("uji", "-1001")]


# -- in private -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kata", ["kaitkan", "lepas"])
def test_in_private_the_group_s_commands_say_where_they_work(dunia: Dunia, kata: str) -> None:
    assert "dipakai di grup kecamatan" in dunia.orang("Bu Sari").tulis(f"/{kata}").teks


def test_every_command_of_the_group_menu_is_answered_there(grup: Grupnya) -> None:
    assert perintah_grup() == PERINTAH
    for nama, _ in PERINTAH:
        assert grup.tulis(f"/{nama}").teks
