"""The files in which people take their data with them."""

from __future__ import annotations

import io
import json
from typing import Any

import openpyxl
import pytest

from data.inbox import InboxQ
from data.orang import OrangQ
from handlers.diri.ekspor import LEMBAR
from handlers.dokumen import buat
from handlers.tabel import TABEL
from tests.handlers.dialog.obrolan import Dunia, Obrolan

RUMUS = '=HYPERLINK("http://jahat.example","klik")'


@pytest.fixture
def sari() -> Obrolan:
    dunia = Dunia(TABEL)
    sari, budi = dunia.orang("Bu Sari"), dunia.orang("Pak Budi")
    for satu, hasil in ((sari, RUMUS), (budi, "Rahasia Pak Budi.")):
        OrangQ(dunia.tx).pasang_alamat(satu.id, "web", satu.nama, dunia.kini)
        satu.foto(1, "catat pantau fisik sukamaju kemarin 9-11")
        satu.tulis("di desa")
        satu.tulis(hasil)
        satu.tekan("Simpan")
    isi = '{"teks":"@SUM(1)","lokasi":{"lat":-6.9,"lon":107.1},"foto":[{"sidik":"ab"}]}'
    InboxQ(dunia.tx).terima("web", "1", "Bu Sari", "", isi, None, dunia.kini, dunia.kini)
    InboxQ(dunia.tx).terima("web", "2", "Bu Sari", "", '{"teks":"halo"}', None, dunia.kini, dunia.kini)
    return sari


def berkas(obrolan: Obrolan, bentuk: str) -> bytes:
    pesan = obrolan.tulis(f"datasaya {bentuk}").pesan
    assert pesan.berkas is not None
    assert pesan.berkas.nama == f"data-saya-2026-11-20.{bentuk}"
    return buat(pesan.berkas.resep, obrolan.desa, pesan.berkas.bahan, obrolan.dunia.hari_ini)


def test_the_json_says_what_it_is_and_holds_everything_of_the_person(sari: Obrolan) -> None:
    isi: dict[str, Any] = json.loads(berkas(sari, "json"))
    assert (isi["skema"], isi["versi"], isi["dibuat"]) == ("kawan-desa/data-saya", 1, "2026-11-20")
    assert set(LEMBAR) <= set(isi)
    assert isi["kegiatan"][0]["hasil"] == RUMUS
    assert isi["kegiatan"][0]["dicatat"] == "2026-11-20T12:30:00+00:00"
    assert len(isi["foto"][0]["sidik"]) == 64
    assert isi["pesan"][0] == {
        "kanal": "web", "dikirim": "2026-11-20T12:30:00+00:00", "teks": "@SUM(1)", "foto": "ab", "dokumen": None,
        "lokasi": "-6.9,107.1",
    }  # fmt: skip
    assert "Budi" not in json.dumps(isi)


def test_the_workbook_has_a_sheet_a_table_and_no_cell_is_a_formula(sari: Obrolan) -> None:
    buku = openpyxl.load_workbook(io.BytesIO(berkas(sari, "xlsx")))
    assert buku.sheetnames == list(LEMBAR.values())
    assert {sel.data_type for lembar in buku for baris in lembar for sel in baris} <= {"s", "n"}
    catatan = [[sel.value for sel in baris] for baris in buku["Catatan kegiatan"]]
    assert catatan[0][:4] == ["Nomor", "Tanggal", "Jam", "Menit"]
    assert RUMUS in catatan[1]
    assert "2026-11-20 19.30" in catatan[1]
    assert [sel.value for sel in buku["Cuti"][1]] == ["Kosong"]
    assert "Budi" not in str([[sel.value for sel in baris] for lembar in buku for baris in lembar])


def test_a_villager_is_told_that_there_is_no_name_and_gets_a_file_all_the_same() -> None:
    ani = Dunia(TABEL).orang("Ani", peran=None)
    ani.dunia.tx.run("UPDATE orang SET setuju = NULL, nama = 'Sahabat desa'")
    assert "tidak disimpan (sebutan: Warga-" in ani.tulis("data saya")
    assert json.loads(berkas(ani, "json"))["kegiatan"] == []
    ani.dunia.tx.run("UPDATE orang SET contoh = 1")
    assert "tokoh contoh" in ani.tulis("data saya")


def test_the_summary_counts_and_names_the_tasks() -> None:
    sari = Dunia(TABEL).orang("Bu Sari")
    layar = sari.tulis("/datasaya")
    assert "Tugas: Pendamping Lokal Desa, Sukaraharja, Mayak, Sukamaju dan 1 lagi" in layar
    assert "Persetujuan: 20 November 2026, versi 1" in layar
    assert layar.tombol == ["Kirim JSON", "Kirim XLSX", "Hapus data saya"]
