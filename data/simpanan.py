"""How long what is no record is kept: the words of chats, and answers of conversations that have ended."""

from __future__ import annotations

from data.panel import rapikan_panel
from data.store import Tx

HARI = 86_400
INBOX = 30 * HARI
"""What people wrote: long enough to look into a complaint about a message."""
OUTBOX = 90 * HARI
"""What was said to them: a quarter, as long as an evaluation can be disputed."""
WEB = 365 * HARI
"""The page's own history, which is all that a browser has: a reporting year."""
WEB_TAMU = 30 * HARI
"""The same of guests who have agreed to nothing: as long as their browser's cookie."""
PERCAKAPAN = 365 * HARI
"""Answers of a conversation that has ended: a late tap on an old button is told how it ended."""
JADWAL = 400 * HARI
"""What came of what was due by the clock: a year and a month, to compare with."""
JADWAL_DIAM = 40 * HARI
"""The same where nothing was said: for whoever asks why."""
TANYA = 183 * HARI
"""Questions, masked: what is asked over two seasons shows which answers are missing."""
TANYA_ORANG, TANYA_TAMU = INBOX, HARI
"""From when on nobody knows any more who asked: as long as what they wrote is kept; a day for who agreed to nothing."""
REKAP = 3 * 365 * HARI
"""Figures of weeks and months, with the names in them: as long as anybody compares years."""
WA_KIRIM = JADWAL
"""What WhatsApp took and what it cost, without words: a year and a month, to compare bills with."""
KERJA = OUTBOX
"""What was asked for that took long: as long as what was said of it. What it made is cleared sooner (data/kerja.py)."""
SEKALI = 500
"""Rows at once, so that nobody waits."""


def rapikan(tx: Tx, kini: int) -> dict[str, int]:
    """Clear what is older than that, a batch of each; how many rows, by table. `SEKALI`: there may be more."""
    return {
        "inbox": tx.run(
            "UPDATE inbox SET isi = '{}', nama = '' WHERE id IN (SELECT id FROM inbox "
            "WHERE status IN ('selesai', 'gagal') AND isi <> '{}' AND selesai < ? ORDER BY selesai LIMIT ?)",
            (kini - INBOX, SEKALI),
        ),
        "outbox": tx.run(
            "UPDATE outbox SET isi = '{}' WHERE id IN (SELECT id FROM outbox "
            "WHERE status IN ('terkirim', 'gagal', 'ragu') AND isi <> '{}' AND dibuat < ? ORDER BY dibuat LIMIT ?)",
            (kini - OUTBOX, SEKALI),
        ),
        "pamit": tx.run(
            "DELETE FROM outbox WHERE kunci >= 'pamit:' AND kunci < 'pamit;' "
            "AND status IN ('terkirim', 'gagal', 'ragu')"
        ),
        "web_pesan": tx.run(
            "DELETE FROM web_pesan WHERE id IN (SELECT id FROM web_pesan WHERE waktu < ? ORDER BY waktu LIMIT ?)",
            (kini - WEB, SEKALI),
        ),
        "web_tamu": tx.run(
            "DELETE FROM web_pesan WHERE id IN (SELECT p.id FROM orang o JOIN alamat a ON a.orang_id = o.id "
            "JOIN web_pesan p ON p.tujuan = a.tujuan "
            "WHERE o.setuju IS NULL AND o.contoh = 0 AND a.kanal = 'web' AND p.waktu < ? LIMIT ?)",
            (kini - WEB_TAMU, SEKALI),
        ),
        "percakapan": tx.run(
            "UPDATE percakapan SET keadaan = '{}', hasil = CASE WHEN status = 'selesai' THEN hasil ELSE '' END "
            "WHERE id IN (SELECT id FROM percakapan WHERE status IN ('selesai', 'batal', 'kedaluwarsa') "
            "AND keadaan <> '{}' AND diubah < ? ORDER BY diubah LIMIT ?)",
            (kini - PERCAKAPAN, SEKALI),
        ),
        "jadwal_jalan": tx.run(
            "DELETE FROM jadwal_jalan WHERE (jenis, kunci, slot) IN (SELECT jenis, kunci, slot FROM jadwal_jalan "
            "WHERE dijalankan < ? ORDER BY dijalankan LIMIT ?)",
            (kini - JADWAL, SEKALI),
        ),
        "jadwal_diam": tx.run(
            "DELETE FROM jadwal_jalan WHERE (jenis, kunci, slot) IN (SELECT jenis, kunci, slot FROM jadwal_jalan "
            "WHERE hasil <> 'kirim' AND dijalankan < ? ORDER BY dijalankan LIMIT ?)",
            (kini - JADWAL_DIAM, SEKALI),
        ),
        "tanya": tx.run(
            "DELETE FROM tanya WHERE id IN (SELECT id FROM tanya WHERE waktu < ? ORDER BY waktu LIMIT ?)",
            (kini - TANYA, SEKALI),
        ),
        "tanya_orang": tx.run(
            "UPDATE tanya SET orang_id = NULL WHERE id IN (SELECT t.id FROM tanya t JOIN orang o ON o.id = t.orang_id "
            "WHERE t.waktu < ? AND (t.waktu < ? OR (o.setuju IS NULL AND o.contoh = 0)) LIMIT ?)",
            (kini - TANYA_TAMU, kini - TANYA_ORANG, SEKALI),
        ),
        "kalender_umum": tx.run(
            "DELETE FROM kalender_umum WHERE (orang_id, acara, periode, langkah) IN (SELECT orang_id, acara, periode, "
            "langkah FROM kalender_umum WHERE waktu < ? ORDER BY waktu LIMIT ?)",
            (kini - JADWAL, SEKALI),
        ),
        "wa_kirim": tx.run(
            "DELETE FROM wa_kirim WHERE wamid IN (SELECT wamid FROM wa_kirim WHERE waktu < ? ORDER BY waktu LIMIT ?)",
            (kini - WA_KIRIM, SEKALI),
        ),
        "drp_cocok": tx.run(
            "DELETE FROM drp_cocok WHERE id IN (SELECT id FROM drp_cocok WHERE hapus <= ? ORDER BY hapus LIMIT ?)",
            (kini, SEKALI),
        ),
        "kerja": tx.run(
            "DELETE FROM kerja WHERE id IN (SELECT id FROM kerja WHERE status NOT IN ('antre', 'jalan') "
            "AND dibuat < ? ORDER BY id LIMIT ?)",
            (kini - KERJA, SEKALI),
        ),
        "rekap": tx.run(
            "DELETE FROM rekap WHERE (kode, jenis, periode) IN (SELECT kode, jenis, periode FROM rekap "
            "WHERE dibuat < ? ORDER BY dibuat LIMIT ?)",
            (kini - REKAP, SEKALI),
        ),
        **rapikan_panel(tx, kini, SEKALI),
    }
