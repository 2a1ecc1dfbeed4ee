-- People, villages and trust: who may do what where, how people join, what they own, who did what.

ALTER TABLE orang ADD COLUMN setuju BIGINT;          -- when they agreed that we keep their data; null: only a pseudonym
ALTER TABLE orang ADD COLUMN setuju_versi INTEGER NOT NULL DEFAULT 0; -- of the words they agreed to
ALTER TABLE orang ADD COLUMN dihapus BIGINT;         -- when their data was erased; name and addresses are gone then
CREATE INDEX penugasan_wilayah ON penugasan (wilayah);

ALTER TABLE penugasan ADD COLUMN untuk BIGINT REFERENCES orang (id); -- acting for this person, who is away
ALTER TABLE penugasan ADD COLUMN oleh BIGINT REFERENCES orang (id);  -- who gave or confirmed it
ALTER TABLE penugasan ADD COLUMN dari_orang BIGINT REFERENCES orang (id); -- handed over by this person

CREATE TABLE undangan (                              -- single use; the code itself is never stored
  id {id},
  sidik TEXT NOT NULL UNIQUE,                        -- SHA-256 of the code
  peran TEXT NOT NULL,
  wilayah TEXT NOT NULL,                             -- codes, comma separated: a PLD serves several villages
  nama TEXT NOT NULL DEFAULT '',                     -- whom it is meant for, as the inviter wrote it
  oleh BIGINT REFERENCES orang (id),                 -- null: the operator, from the command line
  dibuat BIGINT NOT NULL,
  habis BIGINT NOT NULL,                             -- not valid from this moment on
  status TEXT NOT NULL,                              -- aktif | dipakai | dicabut
  dipakai_oleh BIGINT REFERENCES orang (id),
  dipakai BIGINT
);
CREATE INDEX undangan_oleh ON undangan (oleh, id);

CREATE TABLE permintaan (                            -- asks to join; the nearest level above decides
  id {id},
  orang_id BIGINT NOT NULL REFERENCES orang (id),
  peran TEXT NOT NULL,
  wilayah TEXT NOT NULL,                             -- codes, comma separated
  dibuat BIGINT NOT NULL,
  status TEXT NOT NULL,                              -- menunggu | disetujui | ditolak | ditarik
  oleh BIGINT REFERENCES orang (id),
  alasan TEXT NOT NULL DEFAULT '',
  diputus BIGINT
);
CREATE INDEX permintaan_orang ON permintaan (orang_id, id);
CREATE INDEX permintaan_menunggu ON permintaan (id) WHERE status = 'menunggu';

CREATE TABLE percobaan (                             -- misuse by the hour: wrong codes, so that guessing ends soon
  apa TEXT NOT NULL,                                 -- undangan | tautan; undangan:habis and the like are only counted
  siapa TEXT NOT NULL,                               -- 'orang:12', or 'telegram:77', the address that tried
  jendela BIGINT NOT NULL,                           -- the hour, as epoch seconds / 3600
  kali BIGINT NOT NULL,
  PRIMARY KEY (apa, siapa, jendela)
);

CREATE TABLE tautan (                                -- a short code that joins another address to a person
  orang_id BIGINT PRIMARY KEY REFERENCES orang (id),
  tanda TEXT NOT NULL UNIQUE,                        -- the letters it begins with: which code a wrong try was against
  sidik TEXT NOT NULL,                               -- SHA-256 of the whole code; the code itself is never stored
  habis BIGINT NOT NULL,
  coba INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE penghapusan (                           -- erase my data: with a day to change one's mind
  orang_id BIGINT PRIMARY KEY REFERENCES orang (id),
  diminta BIGINT NOT NULL,
  jatuh BIGINT NOT NULL,
  selesai BIGINT
);

CREATE INDEX penghapusan_jatuh ON penghapusan (jatuh) WHERE selesai IS NULL;
UPDATE orang SET nama = 'Sahabat desa' WHERE contoh = 0
  AND NOT EXISTS (SELECT 1 FROM penugasan WHERE penugasan.orang_id = orang.id); -- they have agreed to nothing yet

-- What data/simpanan.py clears when it is old enough.
CREATE INDEX inbox_simpanan ON inbox (selesai) WHERE status IN ('selesai', 'gagal') AND isi <> '{}';
CREATE INDEX outbox_simpanan ON outbox (dibuat) WHERE status IN ('terkirim', 'gagal', 'ragu') AND isi <> '{}';
CREATE INDEX web_pesan_waktu ON web_pesan (waktu);
CREATE INDEX percakapan_simpanan ON percakapan (diubah)
  WHERE status IN ('selesai', 'batal', 'kedaluwarsa') AND keadaan <> '{}';
CREATE INDEX kegiatan_foto_sidik ON kegiatan_foto (sidik);

CREATE TABLE cuti (
  id {id},
  orang_id BIGINT NOT NULL REFERENCES orang (id),
  dari TEXT NOT NULL,                                -- date, included
  sampai TEXT NOT NULL,                              -- date, included
  alasan TEXT NOT NULL DEFAULT '',
  pengganti BIGINT REFERENCES orang (id),            -- whom they would like to act for them; the level above appoints
  dibuat BIGINT NOT NULL,
  dibatalkan BIGINT
);
CREATE INDEX cuti_orang ON cuti (orang_id, sampai) WHERE dibatalkan IS NULL;
CREATE INDEX penugasan_untuk ON penugasan (untuk, dari) WHERE untuk IS NOT NULL;

CREATE TABLE libur_daerah (                          -- days off beyond the national ones, or working days against them
  id {id},
  kode TEXT NOT NULL,                                -- the kabupaten or provinsi; '0' is everywhere
  tanggal TEXT NOT NULL,
  nama TEXT NOT NULL,
  libur INTEGER NOT NULL,                            -- 1: off. 0: work, whatever the national list says
  oleh BIGINT REFERENCES orang (id),
  dibuat BIGINT NOT NULL,
  UNIQUE (kode, tanggal)
);

ALTER TABLE kegiatan ADD COLUMN periksa TEXT NOT NULL DEFAULT ''; -- '' | setuju | kembali | diperbaiki

CREATE TABLE pemeriksaan (                           -- what the level above said of an entry, append-only
  id {id},
  kegiatan_id BIGINT NOT NULL REFERENCES kegiatan (id),
  oleh BIGINT NOT NULL REFERENCES orang (id),
  waktu BIGINT NOT NULL,
  putusan TEXT NOT NULL,                             -- setuju | kembali
  kolom TEXT NOT NULL DEFAULT '',                    -- what is to be corrected, a column of kegiatan; '' is not said
  alasan TEXT NOT NULL DEFAULT ''
);
CREATE INDEX pemeriksaan_kegiatan ON pemeriksaan (kegiatan_id, id);

CREATE TABLE tugas (                                 -- given to several people, with a day
  id {id},
  nomor TEXT NOT NULL UNIQUE,                        -- T-2611-0007
  judul TEXT NOT NULL,
  tenggat TEXT NOT NULL,                             -- date
  oleh BIGINT NOT NULL REFERENCES orang (id),
  percakapan_id BIGINT UNIQUE REFERENCES percakapan (id),
  dibuat BIGINT NOT NULL,
  ditutup BIGINT
);

CREATE TABLE tugas_orang (
  tugas_id BIGINT NOT NULL REFERENCES tugas (id),
  orang_id BIGINT NOT NULL REFERENCES orang (id),
  status TEXT NOT NULL,                              -- baru | dikerjakan | selesai | terkendala
  catatan TEXT NOT NULL DEFAULT '',
  diubah BIGINT NOT NULL,
  PRIMARY KEY (tugas_id, orang_id)
);
CREATE INDEX tugas_orang_orang ON tugas_orang (orang_id, status);

CREATE INDEX jejak_orang ON jejak (orang_id, id);
INSERT INTO wilayah (kode, nama, jalur, zona) VALUES ('0', 'Indonesia', '', 'Asia/Jakarta') ON CONFLICT (kode) DO NOTHING;

-- Places are asked for by range ("32.03." to "32.03/"): in a language's own order, points would not count.
{postgres} ALTER TABLE wilayah ALTER COLUMN kode TYPE TEXT COLLATE "C";
{postgres} ALTER TABLE penugasan ALTER COLUMN wilayah TYPE TEXT COLLATE "C";
{postgres} ALTER TABLE kegiatan ALTER COLUMN desa TYPE TEXT COLLATE "C";
{postgres} ALTER TABLE grup ALTER COLUMN wilayah TYPE TEXT COLLATE "C";
{postgres} ALTER TABLE libur_daerah ALTER COLUMN kode TYPE TEXT COLLATE "C";

CREATE INDEX kegiatan_kembali ON kegiatan (orang_id) WHERE periksa = 'kembali' AND dihapus IS NULL;
CREATE INDEX tugas_oleh ON tugas (oleh, id);

-- What was done stays done: a row of the trail is never taken away, and of who did what to which record nothing is
-- changed. The values themselves may be taken out, when a person's data are erased.
{sqlite} CREATE TRIGGER jejak_hapus BEFORE DELETE ON jejak
  BEGIN SELECT RAISE(ABORT, 'jejak only grows')\; END;
{sqlite} CREATE TRIGGER jejak_ubah BEFORE UPDATE OF id, waktu, orang_id, kanal, apa, tabel, baris_id, kolom ON jejak
  BEGIN SELECT RAISE(ABORT, 'jejak only grows')\; END;
{postgres} CREATE FUNCTION jejak_utuh() RETURNS trigger LANGUAGE plpgsql
  AS 'BEGIN RAISE EXCEPTION ''jejak only grows''\; END';
{postgres} CREATE TRIGGER jejak_hapus BEFORE DELETE OR TRUNCATE ON jejak
  FOR EACH STATEMENT EXECUTE FUNCTION jejak_utuh();
{postgres} CREATE TRIGGER jejak_ubah BEFORE UPDATE OF id, waktu, orang_id, kanal, apa, tabel, baris_id, kolom ON jejak
  FOR EACH STATEMENT EXECUTE FUNCTION jejak_utuh();
