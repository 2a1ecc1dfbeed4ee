-- Questions about the Village Law: what was asked, what nobody could answer, what editors changed.

CREATE TABLE tanya (                                 -- every question, as far as it helps to answer the next; cleared after half a year
  id {id},
  waktu BIGINT NOT NULL,
  kanal TEXT NOT NULL,
  orang_id BIGINT REFERENCES orang (id),             -- null: nobody known (the public page, inline)
  tempat TEXT NOT NULL,                              -- pribadi | formulir | grup | inline | halaman
  teks TEXT NOT NULL,                                -- masked (data/samarkan.py), at most 500 characters
  hasil TEXT NOT NULL,                               -- jawab | pilihan | tidak
  slug TEXT NOT NULL DEFAULT '',
  skor INTEGER NOT NULL DEFAULT 0,                   -- of 1000
  membantu INTEGER,                                  -- 1 | 0; null: not said
  grup_id BIGINT                                     -- of grup: where it was asked; null: elsewhere
);
CREATE INDEX tanya_waktu ON tanya (waktu);
CREATE INDEX tanya_orang ON tanya (orang_id, id) WHERE orang_id IS NOT NULL;

CREATE TABLE pertanyaan (                            -- a question that waits for a person, and the answer
  id {id},
  nomor TEXT NOT NULL UNIQUE,                        -- Q-2611-0004
  orang_id BIGINT NOT NULL REFERENCES orang (id),    -- who asked
  kanal TEXT NOT NULL,                               -- where the answer goes
  tujuan TEXT NOT NULL,
  desa TEXT NOT NULL,
  teks TEXT NOT NULL,
  slug TEXT NOT NULL DEFAULT '',                     -- the nearest topic, where there was one
  status TEXT NOT NULL,                              -- menunggu | dijawab | ditarik
  untuk BIGINT REFERENCES orang (id),                -- whose turn it is; null: nobody serves that village yet
  naik BIGINT,                                       -- when it went on to the PD
  jawaban TEXT NOT NULL DEFAULT '',
  oleh BIGINT REFERENCES orang (id),
  dijawab BIGINT,
  dibuat BIGINT NOT NULL,
  sejak BIGINT NOT NULL DEFAULT 0,                   -- since when it waits: asked, or asked on
  ulang INTEGER NOT NULL DEFAULT 0,                  -- how often it was asked on after an answer
  membantu INTEGER                                   -- the asker's word on the answer: 1 | 0; null: not said
);
CREATE INDEX pertanyaan_sejak ON pertanyaan (sejak, id) WHERE status = 'menunggu';
CREATE INDEX pertanyaan_untuk ON pertanyaan (untuk, id) WHERE status = 'menunggu';
CREATE INDEX pertanyaan_desa ON pertanyaan (desa, dibuat);
CREATE INDEX pertanyaan_orang ON pertanyaan (orang_id, id);

CREATE TABLE usulan_topik (                          -- a question and its answer, proposed as a topic
  id {id},
  pertanyaan_id BIGINT NOT NULL UNIQUE REFERENCES pertanyaan (id),
  status TEXT NOT NULL,                              -- menunggu | diterima | ditolak
  slug TEXT NOT NULL DEFAULT '',                     -- the topic it became, or was added to
  oleh BIGINT REFERENCES orang (id),
  diputus BIGINT,
  dibuat BIGINT NOT NULL
);

CREATE TABLE topik (                                 -- an editor's word over the catalogue's; the latest of a slug counts, all are kept
  id {id},
  slug TEXT NOT NULL,
  isi TEXT NOT NULL,                                 -- JSON of its theme and the whole topic (data/faq/suntingan.py)
  sumber TEXT NOT NULL,
  oleh BIGINT NOT NULL REFERENCES orang (id),
  waktu BIGINT NOT NULL
);
CREATE INDEX topik_slug ON topik (slug, id);

{postgres} ALTER TABLE pertanyaan ALTER COLUMN desa TYPE TEXT COLLATE "C";
