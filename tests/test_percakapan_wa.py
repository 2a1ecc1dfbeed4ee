"""Every transcript reads the same on WhatsApp, where its people have phones.

What cannot be there is left out, by name and number below, and the rest is played; what was said in a group is then
said in the private chat, and held against what the other player hears there.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs

from bot.channels.whatsapp import draw
from tests.obrolan import mainkan
from tests.obrolan_wa import di_whatsapp, mainkan_wa
from tests.test_percakapan import NASKAH

GRUP = "there are no groups of ours on WhatsApp: it is said in the private chat"
PERISTIWA = "nothing of this kind happens to a private chat on WhatsApp"
ANONIM = "nobody on WhatsApp writes without being somebody"
HANYA_GRUP = "a button that stands under messages in a group only"
TAK_ADA = {
    re.compile(r"di grup: .*"): GRUP,
    re.compile(r"> \(peristiwa: .*"): PERISTIWA,
    re.compile(r"> \(anonim\) .*"): ANONIM,
    re.compile(r"> \[(Buka obrolan pribadi|Pindahkan ke grup ini)\]"): HANYA_GRUP,
}
KE_GRUP = "confirms what is sent to a group, and none is linked"
TAK_ADA_DI = {"rekap": {re.compile(r"> \[Kirim\]"): KE_GRUP}}
DITINGGAL = {
    "grup": {GRUP: 4, PERISTIWA: 6, ANONIM: 1, HANYA_GRUP: 3},
    "rekap": {GRUP: 2, KE_GRUP: 1},
    "tanya-grup": {GRUP: 1},
}
"""How many lines of which transcript are left out, and why; of every other transcript none is."""
BELUM_ADA = re.compile(r"  Belum ada pesan lewat WhatsApp bulan ini dan bulan lalu\. .*\n")
TERHITUNG = """\
  Bulan ini, November 2026: Rp 0.
  • Percakapan biasa: 1 pesan, Rp 0

  Bulan lalu, Oktober 2026: Rp 0.

  Disapa lebih dulu dalam 24 jam: 0 dari 250 orang.
"""
LAIN_KATA = {"biaya": (BELUM_ADA, TERHITUNG)}
"""The answer before went through WhatsApp, and is counted."""
SEKILAS = {
    "catat-lancar", "catat-dengan-foto-dan-lokasi", "catat-daftar-panjang", "sunting-awal", "tanya-grup", "kalender",
    "musdes-hapus", "jejak",
}  # fmt: skip
"""Those that `make test` plays, too."""


def naskah_wa(berkas: Path, tmp_path: Path) -> tuple[str, dict[str, int]]:
    """The transcript as it must read on WhatsApp; how many of its lines are left out, by reason."""
    naskah, ditinggal = berkas.read_text("utf-8"), dict[str, int]()
    baris, tak_ada = [], TAK_ADA | TAK_ADA_DI.get(berkas.stem, {})
    for satu in naskah.splitlines():
        sebab = next((kata for pola, kata in tak_ada.items() if pola.fullmatch(satu)), "")
        if sebab:
            ditinggal[sebab] = ditinggal.get(sebab, 0) + 1
        else:
            baris.append(satu)
    if ditinggal:
        naskah = mainkan("\n".join(baris), tmp_path / "lain", mati=False)
    for dari, ke in [LAIN_KATA[berkas.stem]] if berkas.stem in LAIN_KATA else []:
        naskah, n = dari.subn(ke, naskah)
        assert n == 1
    return di_whatsapp(naskah), ditinggal


def cocok(berkas: Path, tmp_path: Path) -> None:
    for nama in ("lain", "wa"):
        (tmp_path / nama).mkdir()
    naskah, ditinggal = naskah_wa(berkas, tmp_path)
    assert ditinggal == DITINGGAL.get(berkas.stem, {})
    for sebab, jumlah in ditinggal.items():
        print(f"{berkas.stem}: {jumlah} left out, {sebab}")
    assert mainkan_wa(naskah, tmp_path / "wa") == naskah


@pytest.mark.parametrize("berkas", [b for b in NASKAH if b.stem in SEKILAS], ids=lambda b: b.stem)
def test_it_reads_the_same_on_whatsapp(berkas: Path, tmp_path: Path) -> None:
    cocok(berkas, tmp_path)


@pytest.mark.lambat
@pytest.mark.parametrize("berkas", [b for b in NASKAH if b.stem not in SEKILAS], ids=lambda b: b.stem)
def test_so_do_all_the_others(berkas: Path, tmp_path: Path) -> None:
    cocok(berkas, tmp_path)


def test_what_is_listed_here_is_there() -> None:
    ada = {berkas.stem for berkas in NASKAH}
    assert SEKILAS | DITINGGAL.keys() | LAIN_KATA.keys() <= ada


# -- the player sees what is wrong ------------------------------------------------------------------------------------


def _tanpa_keterangan(butir: Any, judul: str) -> dict[str, Any]:
    return {"id": butir.data, "title": judul[:8]}


def _tanpa_satu(rows: Any, id_: int) -> Any:
    return asli_baris(rows[:-1], id_)


def _terpotong(pesan: Any, id_: int, media: Any = ()) -> Any:
    return asli_langkah(replace_teks(pesan), id_, media)


def _dua_pesan(pesan: Any, id_: int, media: Any = ()) -> Any:
    return asli_langkah(pesan, id_, media) * 2


def replace_teks(pesan: Any) -> Any:
    return structs.replace(pesan, teks=pesan.teks[:-1] + ",")


asli_baris, asli_langkah = draw._baris, draw.langkah
RUSAK = [
    ("_satu_baris", _tanpa_keterangan, "is cut"),
    ("_baris", _tanpa_satu, "nothing to type"),
    ("langkah", _terpotong, "meant"),
    ("langkah", _dua_pesan, "more than one message"),
]


@pytest.mark.parametrize(("apa", "rusak", "kata"), RUSAK, ids=[kata for *_, kata in RUSAK])
def test_a_layout_that_loses_something_is_seen(
    apa: str, rusak: Any, kata: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    berkas = next(b for b in NASKAH if b.stem == "catat-daftar-panjang")
    monkeypatch.setattr(draw, apa, rusak)
    with pytest.raises(AssertionError, match=kata):
        cocok(berkas, tmp_path)
