"""Say something to somebody who did not ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from handlers.dialog.pesan import Pesan

if TYPE_CHECKING:
    from data.desa import Desa


def kabari(desa: Desa, orang_id: int, pesan: Pesan, kunci: str = "", di: tuple[str, str] | None = None) -> bool:
    """Queued in the same transaction as the turn, for the address `di` where that is an open one of theirs.

    `kunci` names the news: the same is said once.
    """
    return desa.kabar.kirim(orang_id, msgspec.json.encode(pesan).decode(), kunci=kunci or None, di=di)
