-- Groups, edited messages, several processes: what Telegram needs beyond a person's private chat.

ALTER TABLE inbox ADD COLUMN dari TEXT;              -- the writer's own address where the chat is not theirs alone
ALTER TABLE inbox ADD COLUMN pesan TEXT;             -- the platform's name for the message itself: edits come under it
ALTER TABLE inbox ADD COLUMN urut BIGINT NOT NULL DEFAULT 0; -- the platform's own order, where it has one
ALTER TABLE inbox ADD COLUMN percakapan_id BIGINT;   -- the conversation it answered
ALTER TABLE inbox ADD COLUMN kunci TEXT;             -- the question it answered there
DROP INDEX inbox_antre;
CREATE INDEX inbox_antre ON inbox (kanal, tujuan, urut, id) WHERE status = 'baru';
CREATE INDEX inbox_pesan ON inbox (kanal, tujuan, pesan) WHERE pesan IS NOT NULL;

ALTER TABLE alamat ADD COLUMN papan TEXT;            -- the message whose buttons still stand: taken away once answered
ALTER TABLE alamat ADD COLUMN menu TEXT NOT NULL DEFAULT ''; -- the commands that the platform's own menu shows there

CREATE TABLE grup (
  id {id},
  kanal TEXT NOT NULL,
  tujuan TEXT NOT NULL,                              -- without its topic
  judul TEXT NOT NULL,
  wilayah TEXT REFERENCES wilayah (kode),            -- the kecamatan it was bound to; null: none yet
  topik TEXT NOT NULL DEFAULT '',                    -- where in a forum we write; '' is everywhere or the main chat
  status TEXT NOT NULL,                              -- aktif | bisu | keluar: we may write, may not, are no longer in it
  oleh BIGINT REFERENCES orang (id),                 -- who bound it
  dikaitkan BIGINT,
  dibuat BIGINT NOT NULL,
  UNIQUE (kanal, tujuan)
);
CREATE UNIQUE INDEX grup_wilayah ON grup (kanal, wilayah) WHERE wilayah IS NOT NULL;

CREATE TABLE giliran (                               -- what only one process may do at a time, and which does
  apa TEXT PRIMARY KEY,                              -- 'kirim:telegram'
  pemilik TEXT NOT NULL,                             -- 'bot-1:9f3a…': the process's name, and this run of it
  sampai BIGINT NOT NULL                             -- theirs until then, unless renewed
);
