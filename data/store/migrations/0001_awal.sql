-- People, their addresses, where they work, what they are in the middle of, what came in, what goes out, what they did.
-- Times are UTC epoch seconds (BIGINT) unless the column is a date (ISO text). JSON is text. {id} numbers itself.

CREATE TABLE orang (
  id {id},
  nama TEXT NOT NULL,
  zona TEXT NOT NULL,                      -- IANA name
  contoh INTEGER NOT NULL DEFAULT 0,       -- 1: a persona of the demo
  dibuat BIGINT NOT NULL
);

CREATE TABLE alamat (                      -- one person, several addresses
  id {id},
  orang_id BIGINT NOT NULL REFERENCES orang (id),
  kanal TEXT NOT NULL,
  tujuan TEXT NOT NULL,                    -- the channel's own name for the chat
  status TEXT NOT NULL,                    -- aktif | tutup
  dibuat BIGINT NOT NULL,
  UNIQUE (kanal, tujuan)
);
CREATE INDEX alamat_orang ON alamat (orang_id);

CREATE TABLE wilayah (                     -- only the places somebody here works in; kode as Kemendagri writes it
  kode TEXT PRIMARY KEY,
  nama TEXT NOT NULL,
  jalur TEXT NOT NULL,                     -- 'Cibeber, Kabupaten Cianjur, Jawa Barat'
  zona TEXT NOT NULL
);

CREATE TABLE penugasan (
  id {id},
  orang_id BIGINT NOT NULL REFERENCES orang (id),
  peran TEXT NOT NULL,
  wilayah TEXT NOT NULL REFERENCES wilayah (kode),
  dari TEXT NOT NULL,                      -- date, included
  sampai TEXT,                             -- date, included; null: in force
  disahkan INTEGER NOT NULL,               -- 0: the person's own word, nobody above has confirmed it
  UNIQUE (orang_id, peran, wilayah, dari)
);

CREATE TABLE percakapan (                  -- a conversation and its answers; a draft is one that has not ended
  id {id},
  orang_id BIGINT NOT NULL REFERENCES orang (id),
  dialog TEXT NOT NULL,
  keadaan TEXT NOT NULL,                   -- JSON: answers by question key, see handlers/dialog/keadaan.py
  status TEXT NOT NULL,                    -- terbuka | ditunda | selesai | batal | kedaluwarsa
  hasil TEXT NOT NULL DEFAULT '',          -- one line on how it ended, for a late tap on an old button
  dibuat BIGINT NOT NULL,
  diubah BIGINT NOT NULL,
  diingatkan BIGINT
);
CREATE UNIQUE INDEX percakapan_terbuka ON percakapan (orang_id) WHERE status = 'terbuka';
CREATE INDEX percakapan_draf ON percakapan (diubah) WHERE status IN ('terbuka', 'ditunda');
CREATE INDEX percakapan_orang ON percakapan (orang_id, id);

CREATE TABLE inbox (
  id {id},
  kanal TEXT NOT NULL,
  ext_id TEXT NOT NULL,                    -- the platform's name for this message: received twice is stored once
  tujuan TEXT NOT NULL,
  nama TEXT NOT NULL,
  isi TEXT NOT NULL,                       -- JSON of handlers.dialog.masukan.Masukan, with what is still to be fetched
  album TEXT,
  status TEXT NOT NULL,                    -- baru | selesai | gagal
  coba INTEGER NOT NULL DEFAULT 0,
  dikirim BIGINT NOT NULL,                 -- when the person sent it, as the platform says
  diterima BIGINT NOT NULL,
  selesai BIGINT,
  UNIQUE (kanal, ext_id)
);
CREATE INDEX inbox_antre ON inbox (kanal, tujuan, id) WHERE status = 'baru';
CREATE INDEX inbox_percakapan ON inbox (kanal, tujuan, id);

CREATE TABLE outbox (
  id {id},
  kanal TEXT NOT NULL,
  tujuan TEXT NOT NULL,
  isi TEXT NOT NULL,                       -- JSON of handlers.dialog.pesan.Pesan
  kelas INTEGER NOT NULL,                  -- 0 balasan, 1 pengingat, 2 siaran: the smaller goes first
  status TEXT NOT NULL,                    -- antre | dikirim | terkirim | gagal | ragu
  jatuh BIGINT NOT NULL,                   -- not before this time
  coba INTEGER NOT NULL DEFAULT 0,
  kunci TEXT UNIQUE,                       -- the same unasked message is queued once
  inbox_id BIGINT,
  dibuat BIGINT NOT NULL,
  terkirim BIGINT,
  ext_id TEXT,
  galat TEXT
);
CREATE INDEX outbox_antre ON outbox (kanal, kelas, jatuh, id) WHERE status = 'antre';
CREATE INDEX outbox_dikirim ON outbox (kanal) WHERE status = 'dikirim';
CREATE INDEX outbox_percakapan ON outbox (kanal, tujuan, kelas, id) WHERE status = 'antre';

CREATE TABLE nomor (awalan TEXT PRIMARY KEY, terakhir BIGINT NOT NULL);

CREATE TABLE kegiatan (                    -- columns are the question keys of handlers/catat.py
  id {id},
  nomor TEXT NOT NULL UNIQUE,              -- K-2611-0042
  orang_id BIGINT NOT NULL REFERENCES orang (id),
  percakapan_id BIGINT UNIQUE REFERENCES percakapan (id),
  desa TEXT NOT NULL REFERENCES wilayah (kode),
  kegiatan TEXT NOT NULL,                  -- kode in data/katalog/kegiatan.toml
  cara TEXT NOT NULL,                      -- desa | koordinasi | daring
  tanggal TEXT NOT NULL,
  jam TEXT NOT NULL,                       -- '19:30-22:00', end before start: the next day
  menit INTEGER NOT NULL,
  hasil TEXT NOT NULL,
  peserta INTEGER,
  peserta_l INTEGER,
  peserta_p INTEGER,
  lokasi TEXT,                             -- 'lat,lon'
  masalah TEXT,
  tindak_lanjut TEXT,
  contoh INTEGER NOT NULL DEFAULT 0,
  dicatat BIGINT NOT NULL,                 -- back-dated entries keep both dates
  dihapus BIGINT
);
CREATE INDEX kegiatan_orang ON kegiatan (orang_id, tanggal) WHERE dihapus IS NULL;
CREATE INDEX kegiatan_desa ON kegiatan (desa, tanggal) WHERE dihapus IS NULL;

CREATE TABLE media (                       -- the file itself is on disk, named by its content
  sidik TEXT PRIMARY KEY,                  -- SHA-256, hexadecimal
  mime TEXT NOT NULL,
  ukuran BIGINT NOT NULL,
  dibuat BIGINT NOT NULL
);

CREATE TABLE kegiatan_foto (
  kegiatan_id BIGINT NOT NULL REFERENCES kegiatan (id),
  urutan INTEGER NOT NULL,
  sidik TEXT NOT NULL REFERENCES media (sidik),
  waktu BIGINT NOT NULL,                   -- when the person sent it
  PRIMARY KEY (kegiatan_id, urutan)
);

CREATE TABLE jejak (                       -- who did what to which record, append-only
  id {id},
  waktu BIGINT NOT NULL,
  orang_id BIGINT NOT NULL,
  kanal TEXT NOT NULL,
  apa TEXT NOT NULL,                       -- catat | ubah | hapus | pulihkan
  tabel TEXT NOT NULL,
  baris_id BIGINT NOT NULL,
  kolom TEXT,
  sebelum TEXT,
  sesudah TEXT,
  alasan TEXT
);
CREATE INDEX jejak_baris ON jejak (tabel, baris_id, id);

CREATE TABLE web_sesi (                    -- a browser; its token itself is never stored
  sidik TEXT PRIMARY KEY,
  tujuan TEXT NOT NULL,
  dibuat BIGINT NOT NULL
);

CREATE TABLE web_pesan (                   -- what a web page shows, both sides; the id is its cursor
  id {id},
  tujuan TEXT NOT NULL,
  dari TEXT NOT NULL,                      -- saya | bot
  waktu BIGINT NOT NULL,
  isi TEXT NOT NULL,                       -- JSON: Masukan of the person, or Pesan of the bot
  kunci TEXT,                              -- the browser's own id of what it sent
  outbox_id BIGINT UNIQUE,                 -- sent twice is shown once
  UNIQUE (tujuan, kunci)
);
CREATE INDEX web_pesan_tujuan ON web_pesan (tujuan, id);
