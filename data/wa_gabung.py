"""Two chats on WhatsApp turn out to be one person's: everything of one goes to the other, or they stay two.

Nobody's entries are ever mixed with another's: where both are persons here, only they can join them (/tautkan). Who has
agreed to nothing and has nothing but a conversation under way is not yet one, and takes that conversation along.
"""

from __future__ import annotations

from data.jejak import JejakQ, Pelaku
from data.orang import DIKUNCI, TANPA_NAMA
from data.store import Row, Tx

KANAL = "whatsapp"
OBROLAN = ("inbox", "outbox", "pertanyaan", "masalah", "kerja")
"""Tables whose rows name a chat by (kanal, tujuan); `alamat` is the person's."""
PERCAKAPAN = ("pertanyaan", "masalah", "tanya")
"""What somebody who has agreed to nothing may have said, and waits to be answered."""
BERPIJAK = ("kegiatan", "musdes", "permintaan", "undangan")


def gabung(tx: Tx, satu: str, dua: str, kini: int) -> str:
    """The name under which both go on; '' when they stay two."""
    for tujuan in sorted((satu, dua)):
        tx.lock(f"{KANAL}:{tujuan}")
    milik = {t: tx.one(f"SELECT id, orang_id, status FROM alamat WHERE kanal = '{KANAL}' AND tujuan = ?", (t,))
             for t in (satu, dua)}  # fmt: skip
    pilihan = _pilih(tx, satu, dua, milik[satu], milik[dua])
    if pilihan is None:
        return ""
    tetap, pergi = pilihan
    if (dulu := milik[pergi]) is not None:
        _alamat(tx, dulu, milik[tetap], kini)
    _pindahkan(tx, pergi, tetap)
    return tetap


def _pilih(tx: Tx, satu: str, dua: str, milik_satu: Row | None, milik_dua: Row | None) -> tuple[str, str] | None:
    """(the one that stays, the one that goes into it)."""
    if milik_satu is None:
        return dua, satu
    if milik_dua is None or milik_satu["orang_id"] == milik_dua["orang_id"]:
        return satu, dua
    for orang_id in sorted((int(milik_satu["orang_id"]), int(milik_dua["orang_id"]))):
        tx.lock(f"orang:{orang_id}")
    if _belum_siapa(tx, int(milik_satu["orang_id"])):
        return dua, satu
    return (satu, dua) if _belum_siapa(tx, int(milik_dua["orang_id"])) else None


def _belum_siapa(tx: Tx, orang_id: int) -> bool:
    """Agreed to nothing, has no task, no record and no other address."""
    row = tx.one(
        "SELECT 1 AS ada FROM orang o WHERE o.id = ? AND o.setuju IS NULL AND o.contoh = 0 "
        "AND NOT EXISTS (SELECT 1 FROM penugasan WHERE orang_id = o.id AND peran <> 'warga') "
        + "".join(
            f"AND NOT EXISTS (SELECT 1 FROM {t} WHERE {'dipakai_oleh' if t == 'undangan' else 'orang_id'} = o.id) "
            for t in BERPIJAK
        )
        + "AND (SELECT COUNT(*) FROM alamat WHERE orang_id = o.id) = 1",
        (orang_id,),
    )
    return row is not None


def _alamat(tx: Tx, dulu: Row, tetap: Row | None, kini: int) -> None:
    """The address that goes is taken away; closed by a level above, it closes the one that stays."""
    tx.run("DELETE FROM alamat WHERE id = ?", (dulu["id"],))
    if tetap is None:
        return
    if dulu["status"] == DIKUNCI:
        tx.run("UPDATE alamat SET status = ? WHERE id = ?", (DIKUNCI, tetap["id"]))
    if dulu["orang_id"] != tetap["orang_id"]:
        _titipkan(tx, int(dulu["orang_id"]), int(tetap["orang_id"]), kini)
    pelaku = Pelaku(int(tetap["orang_id"]), KANAL, kini)
    JejakQ(tx, pelaku).tulis("satukan", "alamat", int(tetap["id"]), sebelum=str(dulu["id"]))


def _titipkan(tx: Tx, dari: int, ke: int, kini: int) -> None:
    """What `dari` was in the middle of is `ke`'s; of two open conversations the later stays open, one is a draft."""
    buka = tx.all(
        "SELECT id FROM percakapan WHERE orang_id IN (?, ?) AND status = 'terbuka' ORDER BY diubah DESC, id DESC",
        (dari, ke),
    )
    for row in buka[1:]:
        tx.run("UPDATE percakapan SET status = 'ditunda' WHERE id = ?", (row["id"],))
    tx.run("UPDATE percakapan SET orang_id = ? WHERE orang_id = ?", (ke, dari))
    for tabel in PERCAKAPAN:
        tx.run(f"UPDATE {tabel} SET orang_id = ? WHERE orang_id = ?", (ke, dari))
    for tabel in ("tautan", "penghapusan"):
        tx.run(f"DELETE FROM {tabel} WHERE orang_id = ?", (dari,))
    tx.run("UPDATE orang SET nama = ?, dihapus = ? WHERE id = ?", (TANPA_NAMA, kini, dari))


def _pindahkan(tx: Tx, pergi: str, tetap: str) -> None:
    for tabel in OBROLAN:
        tx.run(f"UPDATE {tabel} SET tujuan = ? WHERE kanal = '{KANAL}' AND tujuan = ?", (tetap, pergi))
    tx.run("UPDATE wa_kirim SET tujuan = ? WHERE tujuan = ?", (tetap, pergi))
    tx.run("UPDATE wa_alias SET tujuan = ? WHERE tujuan = ?", (tetap, pergi))
    siapa = (f"{KANAL}:{tetap}", f"{KANAL}:{pergi}")
    tx.run(  # who guessed codes there has guessed them here
        "INSERT INTO percobaan (apa, siapa, jendela, kali) SELECT apa, ?, jendela, kali FROM percobaan WHERE siapa = ? "
        "ON CONFLICT (apa, siapa, jendela) DO UPDATE SET kali = percobaan.kali + excluded.kali",
        siapa,
    )
    tx.run("DELETE FROM percobaan WHERE siapa = ?", siapa[1:])
    _kontak(tx, pergi, tetap)


def _kontak(tx: Tx, pergi: str, tetap: str) -> None:
    """The later word of the two counts: when they wrote, and whether we may."""
    row = tx.one("SELECT masuk, masuk_id, izin, tolak FROM wa_kontak WHERE tujuan = ?", (pergi,))
    if row is not None:
        tx.run(
            "UPDATE wa_kontak SET masuk = ?, masuk_id = ? WHERE tujuan = ? AND COALESCE(masuk, 0) < ?",
            (row["masuk"], row["masuk_id"], tetap, row["masuk"] or 0),
        )
        for kolom in ("izin", "tolak"):
            if row[kolom] is not None:
                tx.run(
                    f"UPDATE wa_kontak SET {kolom} = ? WHERE tujuan = ? AND COALESCE({kolom}, 0) < ?",
                    (row[kolom], tetap, row[kolom]),
                )
    # Its name goes on leading there: something may be on its way to it just now.
    tx.run(
        "UPDATE wa_kontak SET jadi = ?, masuk = NULL, masuk_id = '', izin = NULL, tolak = NULL "
        "WHERE tujuan = ? OR jadi = ?",
        (tetap, pergi, pergi),
    )
