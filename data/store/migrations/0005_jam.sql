-- The clock: what is due, for whom; the year's deadlines; weekly and monthly pictures as they were sent.

CREATE TABLE jadwal (                                -- one row for everything that comes again and again
  id {id},
  jenis TEXT NOT NULL,                               -- pengingat | rekap | ringkasan_pd | ringkasan_kab | ringkasan_prov
  kunci TEXT NOT NULL,                               -- whom or what it is about: an orang's id, a place's code
  zona TEXT NOT NULL,                                -- IANA name: the hours in `atur` are there
  atur TEXT NOT NULL DEFAULT '{}',                   -- JSON: jam '19:00', hari 0 (Monday)-6, tanggal 1-28, and what else the kind lets one choose
  jatuh BIGINT NOT NULL,                             -- when it is due next, UTC epoch seconds
  tunda TEXT,                                        -- date: silent before it
  aktif INTEGER NOT NULL DEFAULT 1,
  dibuat BIGINT NOT NULL,
  UNIQUE (jenis, kunci)
);
CREATE INDEX jadwal_jatuh ON jadwal (jatuh) WHERE aktif = 1;

CREATE TABLE jadwal_jalan (                          -- every time it was due: what came of it; the key that nothing is done twice by
  jenis TEXT NOT NULL,
  kunci TEXT NOT NULL,
  slot BIGINT NOT NULL,                              -- the moment it was due for, UTC epoch seconds
  dijalankan BIGINT NOT NULL,
  hasil TEXT NOT NULL,                               -- kirim | sepi (nothing to say) | lewat (too late) | libur | cuti | tunda | tanpa_alamat | tanpa_grup
  PRIMARY KEY (jenis, kunci, slot)
);
CREATE INDEX jadwal_jalan_waktu ON jadwal_jalan (dijalankan);
CREATE INDEX jadwal_jalan_diam ON jadwal_jalan (dijalankan) WHERE hasil <> 'kirim';

CREATE TABLE halangan (                              -- "I cannot today, because …", seen by the level above
  id {id},
  orang_id BIGINT NOT NULL REFERENCES orang (id),
  dari TEXT NOT NULL,                                -- date, included
  sampai TEXT NOT NULL,                              -- date, included
  alasan TEXT NOT NULL,
  dibuat BIGINT NOT NULL
);
CREATE INDEX halangan_orang ON halangan (orang_id, sampai);

CREATE TABLE kalender_daerah (                       -- a place's own date for a deadline, or a deadline of its own
  id {id},
  kode TEXT NOT NULL,                                -- the kabupaten or provinsi; '0' is everywhere
  acara TEXT NOT NULL,                               -- id in data/katalog/kalender.toml, or 'sendiri:<n>'
  periode TEXT NOT NULL,                             -- '2026', '2026-11', '2026-T4'; '' every year
  tanggal TEXT,                                      -- null: it is not kept there
  nama TEXT NOT NULL DEFAULT '',                     -- of one of its own
  sumber TEXT NOT NULL DEFAULT '',
  oleh BIGINT REFERENCES orang (id),
  dibuat BIGINT NOT NULL,
  UNIQUE (kode, acara, periode)
);

CREATE TABLE kalender_selesai (                      -- somebody said that it is done there
  desa TEXT NOT NULL,
  acara TEXT NOT NULL,
  periode TEXT NOT NULL,
  oleh BIGINT NOT NULL REFERENCES orang (id),
  waktu BIGINT NOT NULL,
  PRIMARY KEY (desa, acara, periode)
);

CREATE TABLE kalender_umum (                         -- each step of a deadline is told to a person once
  orang_id BIGINT NOT NULL REFERENCES orang (id),
  acara TEXT NOT NULL,
  periode TEXT NOT NULL,
  langkah INTEGER NOT NULL,                          -- days before it; -1 once it is past; 1000 + days of grace when it was passed up
  waktu BIGINT NOT NULL,
  PRIMARY KEY (orang_id, acara, periode, langkah)
);
CREATE INDEX kalender_umum_waktu ON kalender_umum (waktu);

CREATE TABLE peristiwa_desa (                        -- what a village's own deadlines count from: a head was sworn in
  id {id},
  desa TEXT NOT NULL,
  jenis TEXT NOT NULL,                               -- a [[peristiwa]] of data/katalog/kalender.toml
  tanggal TEXT NOT NULL,
  oleh BIGINT NOT NULL REFERENCES orang (id),
  dibuat BIGINT NOT NULL,
  dihapus BIGINT
);
CREATE INDEX peristiwa_desa_urut ON peristiwa_desa (desa, jenis);

CREATE TABLE rekap (                                 -- the figures of one period as they were sent; the picture is made of them
  kode TEXT NOT NULL,
  jenis TEXT NOT NULL,                               -- pekan | pd | kab | prov
  periode TEXT NOT NULL,                             -- first day, ISO
  isi TEXT NOT NULL,                                 -- JSON: data/rekap/angka.py
  dibuat BIGINT NOT NULL,
  PRIMARY KEY (kode, jenis, periode)
);
CREATE INDEX rekap_dibuat ON rekap (dibuat);

CREATE TABLE target (                                -- what a level aims for; the nearest place's word counts
  kode TEXT NOT NULL,
  ukuran TEXT NOT NULL,                              -- catatan_per_desa | kunjungan_per_desa | hari_kerja | …
  nilai INTEGER NOT NULL,
  oleh BIGINT REFERENCES orang (id),
  diubah BIGINT NOT NULL,
  PRIMARY KEY (kode, ukuran)
);

CREATE INDEX kegiatan_tanggal ON kegiatan (tanggal, desa, orang_id, cara, kegiatan, menit, dihapus)
  WHERE dihapus IS NULL; -- itself in it: else every row is looked up to see what the index says already
CREATE INDEX musdes_desa_hari ON musdes_desa (tanggal);
CREATE INDEX keputusan_status_selesai ON keputusan_status (waktu) WHERE status = 'selesai';

-- Places are asked for by range, as in 0003.
{postgres} ALTER TABLE kalender_daerah ALTER COLUMN kode TYPE TEXT COLLATE "C";
{postgres} ALTER TABLE kalender_selesai ALTER COLUMN desa TYPE TEXT COLLATE "C";
{postgres} ALTER TABLE peristiwa_desa ALTER COLUMN desa TYPE TEXT COLLATE "C";
{postgres} ALTER TABLE rekap ALTER COLUMN kode TYPE TEXT COLLATE "C";
{postgres} ALTER TABLE target ALTER COLUMN kode TYPE TEXT COLLATE "C";
