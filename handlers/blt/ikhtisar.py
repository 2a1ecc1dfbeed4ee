"""Several villages' BLT: who is late stands first; of wider places sums of their parts."""

from __future__ import annotations

from data.blt import Blt
from data.desa import Desa
from data.katalog.sebutan import sebutan
from data.wilayah import DESA
from handlers.blt.sebut import sebut_bulan
from handlers.bumdes.ikhtisar import sebut_pandang
from handlers.bumdes.tempat import LEMBAR, PANJANG, SEBUT_TINGKAT, Pandang
from handlers.dialog.baca.angka import ejaan_angka
from handlers.dialog.baca.uang import ejaan_uang
from handlers.dialog.pesan import Berkas, Butir, Pesan, Tombol
from handlers.dialog.tombol import perintah
from handlers.kartu import sebut_tempat
from handlers.tim.lihat import Lihat, jelajah, selembar

Telat = dict[str, tuple[int, ...]]


def ikhtisar_blt(p: Pandang, tahun: int, desa: Desa) -> Pesan:
    return _luas(p, tahun, desa) if p.di and p.di.tingkat < DESA - 1 else _desa(p, tahun, desa)


def lembar_blt(p: Pandang, tahun: int) -> Pesan:
    berkas = Berkas(f"blt-{tahun}-{p.kode or 'desa'}.xlsx", "blt_xlsx", {"kode": p.kode, "tahun": tahun})
    return Pesan(
        "Ini isinya per desa dan per pembayaran.", judul=f"BLT Desa {tahun}, {sebut_pandang(p)}", berkas=berkas
    )


def _desa(p: Pandang, tahun: int, desa: Desa) -> Pesan:
    kode = [w.kode for w in p.desa]
    blt, telat = desa.blt.banyak(kode, tahun), _telat(kode, tahun, desa)
    nama = {w.kode: w.nama for w in p.desa}
    urut = sorted(kode, key=lambda k: (-len(telat.get(k, ())), k in blt, k))
    tampak, ini, lembar = selembar(urut, p.lihat.halaman)
    return Pesan(
        _hitung(p, blt, telat, tahun, desa),
        judul=f"BLT Desa {tahun}, {sebut_pandang(p)}" if p.desa else f"BLT Desa {tahun}",
        daftar=tuple(
            Butir(nama[k], perintah(f"blt {k} {tahun}"), _sebut(blt.get(k), telat.get(k, ()))) for k in tampak
        ),
        tombol=_tombol(p, tahun, ini, lembar),
    )


def _telat(kode: list[str], tahun: int, desa: Desa) -> Telat:
    """Only of the year whose months are due now."""
    return desa.blt.terlambat(kode) if tahun == desa.blt.tahun_jatuh else {}


def _hitung(p: Pandang, blt: dict[str, Blt], telat: Telat, tahun: int, desa: Desa) -> str:
    if not p.desa:
        return "Belum ada desa yang tercatat di sini."
    kata = sebutan(p.desa[0].kode).desa
    ada = [b for b in blt.values() if b.keluarga]
    if not blt:
        return f"Dari {len(p.desa)} {kata} belum ada penetapan yang tercatat."
    rupiah = sum(s.rupiah for s in desa.blt.semua_salur([w.kode for w in p.desa], tahun))
    keluarga = ejaan_angka(sum(b.kini for b in ada))
    baris = [f"{len(ada)} dari {len(p.desa)} {kata} menetapkan penerima: {keluarga} keluarga."]
    baris += [f"Dibayar sampai sekarang {ejaan_uang(rupiah)}."] if rupiah else []
    if telat:
        baris.append(f"⚠ {len(telat)} {kata} terlambat, {sum(map(len, telat.values()))} bulan seluruhnya.")
    return "\n".join(baris)


def _sebut(b: Blt | None, telat: tuple[int, ...]) -> str:
    if b is None:
        return "belum tercatat"
    if not b.keluarga:
        return "tanpa penerima tahun ini"
    ekor = f", terlambat {sebut_bulan(telat, pendek=True)}" if telat else ", tidak ada yang terlambat"
    return f"{ejaan_angka(b.kini)} keluarga{ekor}"


def _tombol(p: Pandang, tahun: int, ini: int, lembar: int) -> tuple[Tombol, ...]:
    kata = f"{p.kode} {tahun}".strip()
    return (
        *jelajah("blt", Lihat(nama=kata), ini, lembar),
        Tombol(f"‹ {tahun - 1}", perintah(f"blt {p.kode} {tahun - 1}".replace("  ", " "))),
        Tombol("Unduh Excel", perintah(f"blt {kata} {LEMBAR}")),
    )


def _luas(p: Pandang, tahun: int, desa: Desa) -> Pesan:
    """Parts of a wide place, those with most late villages first."""
    jumlah = desa.blt.jumlah(p.kode, tahun, PANJANG[p.bagian])
    urut = sorted(jumlah, key=lambda j: (-j.terlambat, -j.bulan, j.kode))
    tampak, ini, lembar = selembar(urut, p.lihat.halaman)
    nama = {w.kode: sebut_tempat(w) for w in desa.wilayah.di_bawah([p.kode], p.bagian)}
    keluarga = ejaan_angka(sum(j.keluarga for j in jumlah))
    baris = [
        f"{sum(j.desa for j in jumlah)} desa menetapkan penerima: {keluarga} keluarga.",
        f"Dibayar sampai sekarang {ejaan_uang(sum(j.rupiah for j in jumlah))}.",
    ]
    if telat := sum(j.terlambat for j in jumlah):
        baris.append(f"⚠ {telat} desa terlambat, {sum(j.bulan for j in jumlah)} bulan seluruhnya.")
    baris.append(f"Ketuk {SEBUT_TINGKAT[p.bagian]}nya.")
    return Pesan(
        "\n".join(baris) if jumlah else "Belum ada yang tercatat di sini.",
        judul=f"BLT Desa {tahun}, {sebut_pandang(p)}",
        daftar=tuple(
            Butir(
                nama.get(j.kode, j.kode), perintah(f"blt {j.kode} {tahun}"),
                f"{j.terlambat} dari {j.desa} desa terlambat ({j.bulan} bulan)" if j.terlambat
                else f"{j.desa} desa, tidak ada yang terlambat",
            )
            for j in tampak
        ),
        tombol=_tombol(p, tahun, ini, lembar),
    )  # fmt: skip
