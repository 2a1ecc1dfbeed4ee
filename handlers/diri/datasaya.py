"""/datasaya: what is kept about the person who asks, and all of it as a file."""

from __future__ import annotations

from data.desa import Desa
from data.orang import SEBUTAN, SEMUA, WARGA, Orang
from handlers.bergabung.sebut_tugas import sebut_hari, sebut_singkat
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Berkas, Pesan, Tombol
from handlers.dialog.tombol import perintah
from handlers.diri.sebut_alamat import sebut_alamat

BENTUK = {"json": "JSON", "xlsx": "XLSX"}


@dialog(
    "datasaya", help="Lihat data saya", untuk=SEMUA, kata=("data saya", "data_saya", "lihat data saya"), langsung=True
)
def datasaya(d: Dialog, desa: Desa) -> Kabar:
    kata = d.argumen.lower().split()
    for bentuk in BENTUK:
        if bentuk in kata:
            return Kabar(_berkas(bentuk, d))
    return Kabar(_ringkasan(d, desa))


def _ringkasan(d: Dialog, desa: Desa) -> Pesan:
    o = d.orang
    diri = desa.data_saya.satu("diri")[0]
    jumlah = desa.data_saya.jumlah()
    kader = desa.kader.saya(terbuka=None)
    baris = [
        f"Nama: {o.nama if o.sudah_setuju else f'tidak disimpan (sebutan: {o.samaran})'}",
        f"Tercatat sejak: {sebut_hari(int(diri['dibuat'] or 0), o.zona)}",
        *(f"Tugas: {satu}" for satu in _tugas(d, desa)),
        f"Alamat: {', '.join(sebut_alamat(a) for a in desa.alamat.milik(o.id)) or '–'}",
        f"Catatan: {jumlah['catatan']}, foto: {jumlah['foto']}, draf: {jumlah['draf']}",
        *(f"Kader: {r.nomor}, {sebut_singkat([r.desa])}" for r in kader[:3]),
        f"Persetujuan: {_setuju(o)}",
    ]
    tombol = (
        *(Tombol(f"Kirim {nama}", perintah(f"datasaya {bentuk}")) for bentuk, nama in BENTUK.items()),
        *((Tombol("Kartu kader", perintah("kader")),) if kader and o.peran != (WARGA,) else ()),
        Tombol("Hapus data saya", perintah("hapus_data")),
    )
    return Pesan("\n".join(baris), judul="Data Anda di sini", tombol=tombol)


def _setuju(o: Orang) -> str:
    if o.setuju:
        return f"{sebut_hari(o.setuju, o.zona)}, versi {o.setuju_versi}"
    return "tokoh contoh dalam peragaan" if o.contoh else "belum ada, jadi nama dan isi pesan tidak disimpan"


def _tugas(d: Dialog, desa: Desa) -> list[str]:
    hasil = []
    for peran in d.orang.peran:
        kode = [t.wilayah for t in desa.lingkup.tugas if t.peran == peran]
        if peran != WARGA:
            hasil.append(f"{SEBUTAN[peran]}, {sebut_singkat(kode)}")
    return hasil


def _berkas(bentuk: str, d: Dialog) -> Pesan:
    nama = f"data-saya-{d.hari_ini.isoformat()}.{bentuk}"
    return Pesan(
        "Ini semua data Anda di Kawan Desa. Simpan baik-baik, ya: isinya hanya untuk Anda.",
        berkas=Berkas(nama, f"datasaya_{bentuk}", {}),
    )
