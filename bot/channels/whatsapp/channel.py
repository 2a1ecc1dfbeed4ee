"""The channel: what it is to the rest of the machine, put together from the rooms beside this one."""

from __future__ import annotations

from collections.abc import Mapping

from bot.channels.contract import Kiriman, Limits, Pace, Receive, SendError
from bot.channels.whatsapp import draw, errors, media
from bot.channels.whatsapp.aside import Aside
from bot.channels.whatsapp.errors import Tindakan
from bot.channels.whatsapp.graph import Akun, Graph, GraphError
from bot.channels.whatsapp.incoming import Incoming, Rahasia
from bot.channels.whatsapp.patience import Patience, Tenang
from bot.channels.whatsapp.rules import Cara, PakaiTemplat, Rules
from bot.channels.whatsapp.statuses import Gagal
from bot.clock import Clock
from bot.log import logger
from data.store import Store, Tx
from data.wa_biaya import BatasWa
from data.wa_kirim import SEHARI
from data.wa_kontak import KANAL, Kontak, KontakQ
from handlers.dialog.masukan import Dokumen, Foto

log = logger("whatsapp")
ULANG = 3
"""Times that one message is tried at once, each differently: by another template, with its file uploaded anew, …"""
BARUSAN = 3600
"""Seconds since their last word in which nobody's 24 hours can be over."""
INGAT = 1_000
"""Interrupted messages of which is remembered how far they got."""


class WhatsApp:
    nama = KANAL
    limits = Limits(draw.TEKS, draw.LABEL, 10, berkas=media.DOKUMEN)
    pace = Pace(per_detik=79, jeda_obrolan=6, beruntun=40)
    """80 a second; to one person one in six, of which 45 may be used in advance."""
    butuh_berkas = True

    def __init__(
        self,
        store: Store,
        clock: Clock,
        akun: Akun,
        rahasia: Rahasia,
        batas: BatasWa,
        *,
        batas_foto: int = 10_000_000,
    ) -> None:
        """`batas_foto`: bytes of a picture."""
        self._store = store
        self._clock = clock
        self._rules = Rules(batas)
        self._graph = Graph(akun)
        self._muatan = media.Muatan(self._graph, clock)
        self._batas_foto = batas_foto
        self._incoming = Incoming(store, clock, akun.phone_number_id, rahasia, batas, self._ternyata_gagal)
        self._receive: Receive | None = None
        self._patience = Patience(self._graph.nomor, clock)
        self._pasangan = errors.Pasangan()
        self._tenang = Tenang(clock)
        self._sebagian: dict[int, int] = {}
        """Outbox id: steps that went through, of a message that was then interrupted. They are not made again."""
        self._aside = Aside(self._graph)

    @property
    def berhenti(self) -> str:
        return self._patience.berhenti

    @property
    def graph(self) -> Graph:
        """For whoever asks Meta about templates."""
        return self._graph

    # -- in -------------------------------------------------------------------------------------------------------

    async def run(self, receive: Receive) -> None:
        """What Meta posts is taken from the start: an account that may not write now may still be written to."""
        self._receive = receive
        try:
            await self._patience.begin()
            log.info("connected")
            await self._patience.watch()
        finally:
            self._receive = None

    async def webhook(self, body: bytes, headers: Mapping[str, str]) -> int:
        """The HTTP status to answer with; 503 while `run` has not begun: Meta sends it again."""
        if self._receive is None:
            return 503
        return await self._incoming.deliver(body, headers.get("x-hub-signature-256", ""), self._receive)

    def challenge(self, query: Mapping[str, str]) -> str | None:
        """What to answer when Meta asks whether this address is ours; None: 403."""
        return self._incoming.challenge(query)

    def _ternyata_gagal(self, gagal: Gagal) -> None:
        """A message failed after it was taken; what the books hold is settled, the rest is kept in mind here."""
        if gagal.tindakan.buku == "templat" and gagal.templat:
            log.error("template set aside", templat=gagal.templat, kode=gagal.kode)
            self._rules.sisihkan(gagal.templat, self._clock.now())
        elif gagal.tindakan.buku == "jendela" and gagal.kontak:
            # where they wrote meanwhile, that is not what was refused
            if self._clock.now() - (gagal.kontak.masuk or 0) > BARUSAN:
                self._rules.tertutup(gagal.kontak)
        elif gagal.tindakan.jenis == "berhenti":
            self._patience.ditolak_kemudian(gagal.tindakan.sebab)

    # -- out ------------------------------------------------------------------------------------------------------

    async def send(self, tujuan: str, kiriman: Kiriman) -> str:
        if kiriman.pesan.menu is not None:
            return ""  # WhatsApp has no list of commands for one chat
        self._tenang.periksa()
        self._patience.periksa()
        for lagi in reversed(range(ULANG)):
            kontak, alamat, cara = await self._store.write(lambda tx: self._pilih(tx, tujuan, kiriman))
            try:
                wamid = await self._kirim(alamat, tujuan, kiriman, cara)
            except GraphError as error:
                await self._gagal(error, kontak, kiriman, cara, terakhir=not lagi)
            except SendError:
                await self._store.write(lambda tx: self._rules.urung(tx, kiriman))
                raise
            else:
                return await self._terkirim(kontak, kiriman, cara, wamid)
        raise SendError("tetap", "refused in every way")

    def _pilih(self, tx: Tx, tujuan: str, kiriman: Kiriman) -> tuple[Kontak, str, Cara]:
        kontak_q = KontakQ(tx)
        kontak, alamat = kontak_q.ambil(tujuan), kontak_q.alamat(tujuan)
        if kontak is None or not alamat:
            raise SendError("tutup", "nobody whom WhatsApp knows")
        return kontak, alamat, self._rules.pilih(tx, kontak, kiriman, self._clock.now())

    async def _kirim(self, alamat: str, tujuan: str, kiriman: Kiriman, cara: Cara) -> str:
        """WhatsApp's name of the last step, which carries the choices."""
        if isinstance(cara, PakaiTemplat):
            return await self._satu(alamat, draw.templat(cara), kiriman.id)
        return await self._berlangkah(alamat, tujuan, kiriman)

    async def _berlangkah(self, alamat: str, tujuan: str, kiriman: Kiriman) -> str:
        """Only the last step carries the outbox id: a status of the one before would say that all of it arrived."""
        muatan = await self._muatan.naikkan(kiriman)
        pesan = kiriman.pesan if muatan.lengkap else draw.tanpa_berkas(kiriman.pesan)
        wamid, mulai = "", self._sebagian.pop(kiriman.id, 0)
        semua = draw.langkah(pesan, kiriman.id, muatan.media)
        for n, isi in enumerate(semua[mulai:], mulai):
            terakhir = n == len(semua) - 1
            try:
                wamid = await self._satu(alamat, isi, kiriman.id if terakhir else 0)
            except GraphError as error:
                error.berkas = bool(muatan.media)
                self._ingat(kiriman.id, n)
                raise
            if not terakhir:
                await self._sampingan(wamid, tujuan)
        return wamid

    async def _sampingan(self, wamid: str, tujuan: str) -> None:
        try:
            await self._store.write(lambda tx: self._rules.sampingan(tx, wamid, tujuan, self._clock.now()))
        except Exception:  # it went, and the rest of the message is worth more than its price
            log.exception("sent, and not in the books")

    def _ingat(self, id_: int, terkirim: int) -> None:
        if terkirim:
            self._sebagian[id_] = terkirim
            for lama in list(self._sebagian)[:-INGAT]:
                del self._sebagian[lama]

    async def _satu(self, alamat: str, isi: draw.Isi, id_: int) -> str:
        return await self._graph.kirim(
            {
                "messaging_product": "whatsapp",
                "recipient_type": "individual",
                **_kepada(alamat),
                **isi,
                **({"biz_opaque_callback_data": str(id_)} if id_ else {}),
            }
        )

    async def _terkirim(self, kontak: Kontak, kiriman: Kiriman, cara: Cara, wamid: str) -> str:
        self._pasangan.lolos(kontak.tujuan)
        self._tenang.baik()
        self._patience.baik()
        self._muatan.diterima(kiriman.id)
        if kiriman.kelas == 0:
            self._aside.dibaca(kontak)
        try:
            tunggu = await self._store.write(
                lambda tx: self._rules.tercatat(tx, kiriman, cara, wamid, self._clock.now())
            )
        except Exception:  # it went: whatever the books say, it must not go again
            log.exception("sent, and not in the books", outbox=kiriman.id)
            if isinstance(cara, PakaiTemplat):  # the announcement did; what it announces still waits
                raise SendError("tahan", "jendela", tunggu=SEHARI) from None
            return wamid
        if tunggu:
            raise tunggu
        return wamid

    # -- when Meta says no ----------------------------------------------------------------------------------------

    async def _gagal(self, error: GraphError, kontak: Kontak, kiriman: Kiriman, cara: Cara, *, terakhir: bool) -> None:
        """Returns when it is to be tried again at once, in another way; else raises `SendError`."""
        templat = cara.nama if isinstance(cara, PakaiTemplat) else ""
        log.info("refused", outbox=kiriman.id, kode=error.kode, subkode=error.subkode, http=error.http, templat=templat)
        tindakan = errors.tindakan(error)
        if not (tindakan.mungkin_sampai and error.ragu):
            await self._store.write(lambda tx: self._rules.urung(tx, kiriman))
        if await self._bukukan(error, tindakan, kontak, kiriman, templat) and not terakhir:
            return
        tunggu = error.tunggu
        if error.kode == errors.PASANGAN:
            tunggu = max(tunggu, self._pasangan.kena(kontak.tujuan))
        if tindakan.jenis == "sementara" and (error.http >= 500 or error.terputus):
            self._tenang.gagal(error.tunggu)
        if tindakan.jenis == "berhenti":
            self._patience.ditolak(tindakan.sebab)
        raise tindakan.error(error.kode, tunggu=tunggu) from None

    async def _bukukan(
        self, error: GraphError, tindakan: Tindakan, kontak: Kontak, kiriman: Kiriman, templat: str
    ) -> bool:
        """What our books learn from it; whether another way may go better now."""
        if tindakan.buku == "jendela":
            self._rules.tertutup(kontak)
            return True
        if tindakan.buku == "templat" and templat:
            log.error("template set aside", templat=templat, kode=error.kode)
            self._rules.sisihkan(templat, self._clock.now())
            return True
        if tindakan.buku == "tolak":
            await self._store.write(lambda tx: KontakQ(tx).tolak(kontak.tujuan, self._clock.now()))
        return error.berkas and error.kode in errors.BERKAS and self._muatan.lupa(kiriman.id)

    # -- beside it ------------------------------------------------------------------------------------------------

    async def sibuk(self, tujuan: str) -> None:
        try:
            kontak = await self._store.read(lambda tx: KontakQ(tx).ambil(tujuan))
        except Exception:
            log.exception("not shown as busy")
            return
        if kontak is not None:
            await self._aside.mengetik(kontak)

    async def bersihkan(self, tujuan: str, ext_id: str) -> None:
        """Buttons on WhatsApp stay: a message that was sent cannot be changed."""

    async def fetch(self, kiriman: Foto | Dokumen) -> bytes:
        return await media.ambil(self._graph, kiriman, self._batas_foto)

    async def hello(self) -> None:
        """Whether Meta knows our number and the token, asked now; raises `SendError`."""
        await self._patience.hello()

    async def close(self) -> None:
        await self._aside.close()
        await self._graph.close()


def _kepada(alamat: str) -> dict[str, str]:
    """A person without a number is written to by the id that WhatsApp made for us ("business-scoped user id")."""
    jenis, _, nama = alamat.partition(":")
    return {"to": nama} if jenis == "tel" else {"recipient": nama}
