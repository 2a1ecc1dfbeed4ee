"""Every message of the corpus: what is read from it, and that /catat then asks for the rest and nothing else."""

from __future__ import annotations

import pytest

from data.katalog.kegiatan import muat_kegiatan
from handlers.catatan.catat import catat
from handlers.dialog.dialog import SIMPAN
from handlers.dialog.keadaan import Keadaan
from handlers.dialog.masukan import Masukan
from handlers.dialog.questions.wrap import LEWATI
from handlers.dialog.run import run
from handlers.tempel import baca_tempelan, mirip_tempelan
from tests.handlers.tempel.dunia import SARI, Dunia, Pelaku
from tests.handlers.tempel.korpus import Pesan, muat

SEMUA = muat()
LAPORAN = [pesan for pesan in SEMUA if not pesan.bukan_laporan]
BALASAN = {
    "desa": Masukan(teks="sukamaju"),
    "kegiatan": Masukan(teks="musdes reguler"),
    "cara": Masukan(teks="koordinasi"),
    "tanggal": Masukan(teks="kemarin"),
    "jam": Masukan(teks="8-9"),
    "hasil": Masukan(teks="Dibahas sampai selesai."),
    "peserta": Masukan(teks="12"),
    "tindak_lanjut": Masukan(pilih=LEWATI),
    SIMPAN: Masukan(pilih="simpan"),
}


def _nama(pesan: Pesan) -> str:
    return pesan.nama


def baca(pelaku: Pelaku, teks: str) -> tuple[bool, Keadaan]:
    d = pelaku.dialog()
    return baca_tempelan(teks, d, pelaku.desa), d.keadaan


def test_the_corpus_is_large_enough_and_every_message_has_its_name() -> None:
    assert len(SEMUA) >= 85
    assert len({pesan.nama for pesan in SEMUA}) == len(SEMUA)
    assert sum(pesan.tahan for pesan in SEMUA) >= 25


@pytest.mark.parametrize("pesan", LAPORAN, ids=_nama)
def test_exactly_what_was_written_is_filled_in(dunia: Dunia, pesan: Pesan) -> None:
    paham, keadaan = dunia.sebagai(SARI, lambda p: baca(p, pesan.teks))
    assert keadaan.jawaban == {k: v.strip() if isinstance(v, str) else v for k, v in pesan.jawaban.items()}
    assert keadaan.saran == pesan.saran_kode
    assert paham is bool(pesan.harap or pesan.saran)


@pytest.mark.parametrize("pesan", SEMUA, ids=_nama)
def test_a_report_is_known_without_a_command_and_nothing_else_is(pesan: Pesan) -> None:
    assert mirip_tempelan(pesan.teks) is pesan.mirip


@pytest.mark.parametrize("pesan", LAPORAN, ids=_nama)
def test_catat_asks_the_missing_questions_only_and_saves(dunia: Dunia, pesan: Pesan) -> None:
    def percakapan(pelaku: Pelaku) -> list[str]:
        _, keadaan = baca(pelaku, pesan.teks)
        semula = dict(keadaan.jawaban)
        ditanya = _selesaikan(pelaku, keadaan)
        assert keadaan.jawaban.items() >= semula.items()
        return ditanya

    assert dunia.sebagai(SARI, percakapan) == _yang_kurang(pesan)


def _selesaikan(pelaku: Pelaku, keadaan: Keadaan) -> list[str]:
    """The keys asked, in order, until it is saved."""
    ditanya: list[str] = []
    hasil = run(catat, keadaan, pelaku.konteks(), pelaku.desa)
    while hasil.stop is not None:
        assert hasil.stop.alasan == ""
        ditanya.append(hasil.stop.kunci)
        masukan = BALASAN[hasil.stop.kunci]
        hasil = run(catat, keadaan, pelaku.konteks(), pelaku.desa, masukan=masukan, tujuan=hasil.stop.kunci)
    assert hasil.kabar is not None
    return ditanya


def _yang_kurang(pesan: Pesan) -> list[str]:
    kode = pesan.harap.get("kegiatan", "AS02")
    wajib = ["desa", "kegiatan", "cara", "tanggal", "jam", "hasil"]
    wajib += ["peserta"] if muat_kegiatan().menurut_kode(kode).peserta else []
    wajib += ["tindak_lanjut"] if "masalah" in pesan.harap else []
    return [*(kunci for kunci in wajib if kunci not in pesan.harap), SIMPAN]
