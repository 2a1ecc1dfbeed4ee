"""What is on the agenda; what earlier meetings of the same kind left open is one tap away."""

from __future__ import annotations

import re

from data.desa import Desa
from data.keputusan import Keputusan
from data.musdes.musdes import Musdes
from handlers.dialog.dialog import Dialog, Kabar
from handlers.dialog.question import Opsi
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import sidik
from handlers.musdes.kartu import sesudah
from handlers.musdes.pilih import bagian, simpan_titipan, titipan
from handlers.musdes.tanya import Baris, tiap_baris
from handlers.musdes.tertinggal import tertinggal, tombol_lama

HAPUS = re.compile(r"(?:hapus|buang) (\d{1,2})", re.IGNORECASE)
GANTI = re.compile(r"(?:ubah|ganti) (\d{1,2})[.:]? (.+)", re.IGNORECASE)
PETUNJUK = "Satu baris satu agenda. Mengubah: ubah 2 Judul baru. Membuang: buang 2."


@bagian("musdes_agenda", help="Agenda musdes", kata=("agenda", "agenda musdes"))
def musdes_agenda(m: Musdes, d: Dialog, desa: Desa) -> Kabar:
    ada, lalu = desa.musdes.agenda(m), _terbuka(m, desa)
    sekarang = "".join(f"\n{n}. {a.judul}" for n, a in enumerate(ada, start=1))
    kata = f"Apa agendanya? Satu baris satu agenda.{f'{chr(10)}{chr(10)}Sekarang:{sekarang}' if ada else ''}"
    bawa = f"bawa.{sidik([k.nomor for k in lalu])}"
    if lalu:
        kata += f"\n\nYang masih terbuka dari {lalu[-1].musdes}:{''.join(f'{chr(10)}• {_judul(k)}' for k in lalu[:5])}"
    tombol = (Opsi(f"Bawa {len(lalu)} yang lalu", bawa),) if lalu else ()
    teks = d.ask("agenda", Baris(kata, PETUNJUK, tombol=tombol))
    for baris in map(_judul, lalu) if teks == bawa and lalu else tiap_baris(teks):
        _satu(baris, m, desa)
    kepala = f"Agenda tersimpan. {simpan_titipan(m, titipan(d), desa)}".strip()
    return Kabar(sesudah(m, desa, kepala, tombol_lama(m, desa)))


def _satu(baris: str, m: Musdes, desa: Desa) -> None:
    """Numbers are those of the list as it stands now."""
    ada = {n: a.id for n, a in enumerate(desa.musdes.agenda(m), start=1)}
    if (cocok := HAPUS.fullmatch(baris)) and int(cocok[1]) in ada:
        desa.musdes.buang_agenda(m, ada[int(cocok[1])])
    elif (cocok := GANTI.fullmatch(baris)) and int(cocok[1]) in ada:
        desa.musdes.ubah_agenda(m, ada[int(cocok[1])], cocok[2].strip())
    else:
        desa.musdes.tambah_agenda(m, baris)


def _terbuka(m: Musdes, desa: Desa) -> list[Keputusan]:
    """Of earlier ones, that are not on the agenda yet; proposals are no agenda, they are offered as proposals."""
    judul = {a.judul for a in desa.musdes.agenda(m)}
    return [k for k in tertinggal(m, desa)[0] if _judul(k) not in judul]


def _judul(k: Keputusan) -> str:
    return f"Tindak lanjut {k.nomor}: {sebaris(k.isi, 120)}"
