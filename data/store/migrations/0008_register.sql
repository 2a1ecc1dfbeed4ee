-- The light registers of a village: one shape for all of them, declared in data/katalog/register.toml.

CREATE TABLE register (
  id {id},
  nomor TEXT NOT NULL UNIQUE,                        -- R-2611-0007; the letters are the register's own (KD-, IN-, …)
  jenis TEXT NOT NULL,                               -- a [[register]] of the catalogue
  desa TEXT NOT NULL,                                -- or a kecamatan, where the register allows one
  judul TEXT NOT NULL,                               -- what a list shows
  keadaan TEXT NOT NULL,                             -- one of the states that the catalogue gives that register
  isi TEXT NOT NULL,                                 -- JSON: the answers by their keys in the catalogue
  orang_id BIGINT NOT NULL REFERENCES orang (id),    -- who wrote it down
  milik BIGINT REFERENCES orang (id),                -- whom it is about, where that is somebody here: a kader
  induk BIGINT REFERENCES register (id),             -- what it belongs to: a promise to the innovation it repeats
  tanggal TEXT,                                      -- the day that the catalogue says it is sorted by
  percakapan_id BIGINT UNIQUE REFERENCES percakapan (id),
  dibuat BIGINT NOT NULL,
  diubah BIGINT NOT NULL,
  ditutup BIGINT,
  dihapus BIGINT
);
CREATE INDEX register_desa ON register (desa, jenis);
CREATE INDEX register_orang ON register (orang_id);
CREATE INDEX register_milik ON register (milik) WHERE milik IS NOT NULL;
CREATE INDEX register_induk ON register (induk) WHERE induk IS NOT NULL;

CREATE TABLE register_foto (
  register_id BIGINT NOT NULL REFERENCES register (id),
  urutan INTEGER NOT NULL,
  sidik TEXT NOT NULL REFERENCES media (sidik),
  waktu BIGINT NOT NULL,
  PRIMARY KEY (register_id, urutan)
);
CREATE INDEX register_foto_sidik ON register_foto (sidik);

CREATE TABLE kader_undangan (                        -- which kader an invitation was made for
  undangan_id BIGINT PRIMARY KEY REFERENCES undangan (id),
  register_id BIGINT NOT NULL REFERENCES register (id)
);
CREATE INDEX kader_undangan_register ON kader_undangan (register_id);

CREATE TABLE kemandirian (                           -- a group's or village's own yearly view of itself; never the Indeks Desa
  id {id},
  nomor TEXT NOT NULL UNIQUE,
  desa TEXT NOT NULL,
  kelompok TEXT NOT NULL DEFAULT '',                 -- '' is the whole village
  tahun INTEGER NOT NULL,
  tanggal TEXT NOT NULL,
  forum TEXT NOT NULL,                               -- musdes | fgd
  musdes_id BIGINT REFERENCES musdes (id),
  peserta INTEGER,                                   -- people who took part
  peserta_l INTEGER,
  peserta_p INTEGER,
  material INTEGER NOT NULL,                         -- the sum of its questions
  intelektual INTEGER NOT NULL,
  pendampingan INTEGER NOT NULL,
  isi TEXT NOT NULL,                                 -- JSON: every answer by its question in data/katalog/kemandirian.toml
  berikut TEXT NOT NULL DEFAULT '',                  -- what they want to do next, in their words
  catatan TEXT NOT NULL DEFAULT '',
  orang_id BIGINT NOT NULL REFERENCES orang (id),
  percakapan_id BIGINT UNIQUE REFERENCES percakapan (id),
  dibuat BIGINT NOT NULL,
  diubah BIGINT NOT NULL,
  dihapus BIGINT
);
CREATE INDEX kemandirian_desa ON kemandirian (desa, tahun) WHERE dihapus IS NULL;
CREATE INDEX kemandirian_orang ON kemandirian (orang_id);

CREATE TABLE indeks_desa (                           -- the status that the ministry or a musdes set; stored, never computed
  desa TEXT NOT NULL,
  tahun INTEGER NOT NULL,
  status TEXT NOT NULL,                              -- mandiri | maju | berkembang | tertinggal | sangat_tertinggal
  sumber TEXT NOT NULL DEFAULT '',                   -- the decree or minutes that it stands in, as written
  oleh BIGINT NOT NULL REFERENCES orang (id),
  diubah BIGINT NOT NULL,
  PRIMARY KEY (desa, tahun)
);

{postgres} ALTER TABLE register ALTER COLUMN desa TYPE TEXT COLLATE "C";
{postgres} ALTER TABLE kemandirian ALTER COLUMN desa TYPE TEXT COLLATE "C";
{postgres} ALTER TABLE indeks_desa ALTER COLUMN desa TYPE TEXT COLLATE "C";
