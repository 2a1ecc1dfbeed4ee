"""A document that came: what it is by its bytes, its row, then its file.

The row comes first: a crash between the two leaves a row without a file, which is cleared, and never a file that
nothing knows of. The message that brought it is not done by then, so the document is fetched again.
"""

from __future__ import annotations

import asyncio
import hashlib

import msgspec

from data.dokumen import DokumenQ
from data.dokumen_jenis import GAGAL, DokumenDitolak, jenis_dokumen
from data.media import Gudang
from data.orang import AlamatTerkunci, OrangQ
from data.pengaturan import Pengaturan
from data.store import Store, Tx
from handlers.dialog.masukan import Dokumen


async def keep_document(
    store: Store, gudang: Gudang, now: int, kanal: str, tujuan: str, dokumen: Dokumen, isi: bytes, batas: int
) -> Dokumen:
    """`batas`: bytes. Raises `OSError` when the disk does not take it."""
    try:
        mime = await asyncio.to_thread(jenis_dokumen, isi, batas)
    except DokumenDitolak as sebab:
        return msgspec.structs.replace(dokumen, rujukan="", tolak=str(sebab))
    sidik = hashlib.sha256(isi).hexdigest()
    ada = msgspec.structs.replace(dokumen, rujukan="", sidik=sidik, mime=mime, ukuran=len(isi))
    if not await store.write(lambda tx: _row(tx, kanal, tujuan, ada, now)):
        return msgspec.structs.replace(dokumen, rujukan="", tolak=GAGAL)
    await asyncio.to_thread(gudang.simpan, isi)
    return ada


def _row(tx: Tx, kanal: str, tujuan: str, dokumen: Dokumen, now: int) -> bool:
    """False where a level above has closed the address: nothing is kept for whoever writes there."""
    try:
        orang = OrangQ(tx).kenal(kanal, tujuan, "", now)
    except AlamatTerkunci:
        return False
    DokumenQ(tx, orang.id, now, Pengaturan()).terima(dokumen.sidik, dokumen.nama, dokumen.mime, dokumen.ukuran)
    return True
