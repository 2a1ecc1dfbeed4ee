-- Work that takes longer than a turn: asked for in chat, done beside it, delivered or explained.

CREATE TABLE kerja (
  id {id},
  orang_id BIGINT NOT NULL REFERENCES orang (id),    -- whose eyes it is done with, and who gets it
  kanal TEXT NOT NULL,                               -- where it was asked for
  tujuan TEXT NOT NULL,
  jenis TEXT NOT NULL,                               -- a name in handlers/kerja/tabel.py
  bahan TEXT NOT NULL,                               -- JSON, what it is made from
  sebut TEXT NOT NULL,                               -- what it is called to the person: 'Unduhan kegiatan November 2026'
  status TEXT NOT NULL,                              -- antre | jalan | selesai | gagal | batal
  n BIGINT NOT NULL DEFAULT 0,                       -- how far it is
  dari BIGINT NOT NULL DEFAULT 0,                    -- of how many; 0: not known yet
  coba INTEGER NOT NULL DEFAULT 0,                   -- times it was begun
  tempat TEXT NOT NULL DEFAULT '',                   -- folder of this try below media/kerja/: another try has another
  berkas TEXT NOT NULL DEFAULT '',                   -- name of the file it made, in that folder; '' none, or cleared
  hasil TEXT NOT NULL DEFAULT '',                    -- the message it ended with, JSON; '' none, or cleared
  galat TEXT NOT NULL DEFAULT '',
  dibuat BIGINT NOT NULL,
  mulai BIGINT,
  diberi_tahu BIGINT,                                -- when the person was last told how far it is
  selesai BIGINT
);
CREATE INDEX kerja_antre ON kerja (id) WHERE status IN ('antre', 'jalan');
CREATE INDEX kerja_orang ON kerja (orang_id, id);
