-- Problems and complaints: from whom, whose they are now, until when, and what became of them.

CREATE TABLE masalah (
  id {id},
  nomor TEXT NOT NULL UNIQUE,                        -- A-2611-0009
  desa TEXT NOT NULL,
  tema TEXT NOT NULL,                                -- a [[tema]] of data/katalog/masalah.toml
  isi TEXT NOT NULL,                                 -- masked (data/samarkan.py)
  asal TEXT NOT NULL,                                -- pendamping | kader | warga
  orang_id BIGINT NOT NULL REFERENCES orang (id),    -- who reported it; shown to nobody where `anonim`
  nama TEXT NOT NULL DEFAULT '',                     -- the name they gave for this report; '' where `anonim`
  anonim INTEGER NOT NULL DEFAULT 0,
  rahasia INTEGER NOT NULL DEFAULT 0,                -- 1: only those in masalah_nama see it
  awal TEXT NOT NULL DEFAULT 'pld',                  -- the level it began at: nobody below it is ever given it
  kanal TEXT NOT NULL,                               -- where the answer goes
  tujuan TEXT NOT NULL,
  pj BIGINT REFERENCES orang (id),                   -- whose it is now; null: nobody serves that village yet
  tingkat TEXT NOT NULL,                             -- pld | pd | tapm_kab | tapm_prov: how far up it has come
  naik BIGINT,                                       -- when it came there; null: it has not moved
  jatuh BIGINT,                                      -- when the clock looks at it: silent for as long, it goes up
  tenggat TEXT,
  status TEXT NOT NULL,                              -- baru | ditangani | diteruskan | selesai | ditutup | ditarik
  jawaban TEXT NOT NULL DEFAULT '',                  -- what the reporter was told last
  percakapan_id BIGINT UNIQUE REFERENCES percakapan (id),
  kegiatan_id BIGINT UNIQUE REFERENCES kegiatan (id),  -- the entry whose problem it is
  dibuat BIGINT NOT NULL,
  diubah BIGINT NOT NULL,
  selesai BIGINT
);
CREATE INDEX masalah_desa ON masalah (desa, dibuat);
CREATE INDEX masalah_pj ON masalah (pj, tenggat) WHERE status IN ('baru', 'ditangani');
CREATE INDEX masalah_orang ON masalah (orang_id, id);
CREATE INDEX masalah_jatuh ON masalah (jatuh, id) WHERE status IN ('baru', 'ditangani');

CREATE TABLE masalah_langkah (                       -- everything that was done with it; append-only
  id {id},
  masalah_id BIGINT NOT NULL REFERENCES masalah (id),
  waktu BIGINT NOT NULL,
  oleh BIGINT REFERENCES orang (id),                 -- null: the clock, or a reporter, whom nothing here names
  apa TEXT NOT NULL,                                 -- see data/masalah/isi.py
  teks TEXT NOT NULL DEFAULT ''
);
CREATE INDEX masalah_langkah_urut ON masalah_langkah (masalah_id, id);

CREATE TABLE masalah_foto (
  masalah_id BIGINT NOT NULL REFERENCES masalah (id),
  urutan INTEGER NOT NULL,
  sidik TEXT NOT NULL REFERENCES media (sidik),
  waktu BIGINT NOT NULL,
  PRIMARY KEY (masalah_id, urutan)
);
CREATE INDEX masalah_foto_sidik ON masalah_foto (sidik);

CREATE TABLE masalah_nama (                          -- who may see one that is `rahasia`, beside its reporter
  masalah_id BIGINT NOT NULL REFERENCES masalah (id),
  untuk BIGINT NOT NULL REFERENCES orang (id),
  PRIMARY KEY (masalah_id, untuk)
);
CREATE INDEX masalah_nama_untuk ON masalah_nama (untuk);

{postgres} ALTER TABLE masalah ALTER COLUMN desa TYPE TEXT COLLATE "C";
