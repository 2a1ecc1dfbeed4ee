"""Whatever a person can send, wherever they are: in their private chat, or in a group."""

from abc import abstractmethod

from tests.telegram_server import incoming, media
from tests.telegram_server.chats import Chat
from tests.telegram_server.entities import utf16
from tests.telegram_server.errors import Json
from tests.telegram_server.incoming import Isi
from tests.telegram_server.press import callback, inaccessible, press
from tests.telegram_server.screen import Layar
from tests.telegram_server.world import World

MAX_TEXT = 4096  # UTF-16 code units: above it Telegram's apps make several messages of a text


class Pengirim(Layar):
    """Every method that sends returns the message_id; `tekan` also returns a callback query's id, as a string."""

    def __init__(self, world: World, chat: Chat, user: Json) -> None:
        super().__init__(world, chat)
        self.user = user

    @abstractmethod
    def kirim(self, isi: Isi, balas: int | None = None, kutip: str | None = None) -> int: ...

    def tulis(self, teks: str, balas: int | None = None, kutip: str | None = None) -> int:
        """`kutip` is the part of the message answered that the person marked before answering."""
        if utf16(teks) > MAX_TEXT:
            raise AssertionError(f"an app splits a text of more than {MAX_TEXT} UTF-16 units: tulis_panjang()")
        return self.kirim(incoming.teks(teks), balas, kutip)

    def tulis_panjang(self, teks: str) -> list[int]:
        """One message, or as many as Telegram's apps make of it."""
        return [self.tulis(part) for part in incoming.parts(teks, MAX_TEXT)]

    def tulis_lewat_bot(self, teks: str, username: str) -> int:
        """Chosen from another bot's inline results."""
        isi = incoming.teks(teks)
        return self.kirim(Isi(isi.body | {"via_bot": incoming.bot(username)}))

    def teruskan(self, isi: Isi | str, dari: Json | str) -> int:
        """`dari`: a user, a channel, or only the name of someone who hides their account."""
        isi = incoming.teks(isi) if isinstance(isi, str) else isi
        return self.kirim(Isi(isi.body | {"forward_origin": incoming.origin(dari, self.world.now())}, isi.file))

    # -- with a file -------------------------------------------------------------------------------------------

    def foto(self, isi: bytes, keterangan: str | None = None) -> int:
        return self.kirim(media.foto(self.world.files, isi, keterangan))

    def foto_berkas(self, isi: bytes, nama: str = "IMG_0001.jpg", keterangan: str | None = None) -> int:
        """A photo sent "as a file", not compressed: a document."""
        return self.kirim(media.dokumen(self.world.files, isi, nama, "image/jpeg", keterangan))

    def album(self, isi: list[bytes], keterangan: str | None = None) -> list[int]:
        files, group = self.world.files, str(13_000_000_000 + self.world.number())
        items = media.album(lambda one, words: media.foto(files, one, words), isi, keterangan, group)
        return [self.kirim(item) for item in items]

    def dokumen(self, isi: bytes, nama: str, mime: str, keterangan: str | None = None) -> int:
        return self.kirim(media.dokumen(self.world.files, isi, nama, mime, keterangan))

    def stiker(self, emoji: str = "👍") -> int:
        return self.kirim(media.stiker(self.world.files, emoji))

    def suara(self, isi: bytes = b"OggS", detik: int = 3) -> int:
        return self.kirim(media.suara(self.world.files, isi, detik))

    def lagu(self, isi: bytes = b"ID3") -> int:
        return self.kirim(media.lagu(self.world.files, isi))

    def video(self, isi: bytes = b"ftypmp42", keterangan: str | None = None) -> int:
        return self.kirim(media.video(self.world.files, isi, keterangan))

    def video_bulat(self, isi: bytes = b"ftypmp42") -> int:
        return self.kirim(media.video_bulat(self.world.files, isi))

    def animasi(self, isi: bytes = b"ftypmp42", keterangan: str | None = None) -> int:
        return self.kirim(media.animasi(self.world.files, isi, keterangan))

    # -- without -----------------------------------------------------------------------------------------------

    def lokasi(self, lat: float, lon: float) -> int:
        return self.kirim(incoming.lokasi(lat, lon))

    def tempat(self, lat: float, lon: float, nama: str, alamat: str = "") -> int:
        return self.kirim(incoming.tempat(lat, lon, nama, alamat))

    def kontak(self, nomor: str = "+6281200000000") -> int:
        return self.kirim(incoming.kontak(self.user, nomor))

    def dadu(self, emoji: str = "🎲", nilai: int = 4) -> int:
        return self.kirim(Isi({"dice": {"emoji": emoji, "value": nilai}}))

    def polling(self, tanya: str, pilihan: list[str]) -> int:
        return self.kirim(incoming.polling(tanya, pilihan, str(5_000_000_000 + self.world.number())))

    # -- later -------------------------------------------------------------------------------------------------

    def sunting(self, message_id: int, teks: str) -> None:
        """Changes the words, or the caption, of a message sent before: an edited_message update."""
        self.world.receive_edit(self.chat, message_id, lambda raw: incoming.reworded(raw, teks))

    def lokasi_langsung(self, lat: float, lon: float, selama: int = 900) -> int:
        """A live location, for so many seconds; then `pindah` and `berhenti`."""
        return self.kirim(incoming.lokasi(lat, lon, live_period=selama))

    def pindah(self, message_id: int, lat: float, lon: float) -> None:
        place = {"latitude": lat, "longitude": lon}
        self.world.receive_edit(self.chat, message_id, lambda raw: raw | {"location": raw["location"] | place})

    def berhenti(self, message_id: int) -> None:
        """Telegram tells that a live location ended by leaving its live_period out."""

        def stopped(raw: Json) -> Json:
            return raw | {"location": {key: raw["location"][key] for key in ("latitude", "longitude")}}

        self.world.receive_edit(self.chat, message_id, stopped)

    # -- buttons -----------------------------------------------------------------------------------------------

    def tekan(self, label: str, pesan: int | None = None) -> int | str:
        """The newest button with this label, or the one on the message `pesan`."""
        pressed = press(self.world, self, self.user, label, pesan)
        return pressed if isinstance(pressed, str) else self.kirim(pressed)

    def tekan_dua_kali(self, label: str, pesan: int | None = None) -> tuple[int | str, int | str]:
        return self.tekan(label, pesan), self.tekan(label, pesan)

    def tekan_data(self, data: str) -> str:
        found = self.cari_tombol(lambda tombol: tombol.data == data)
        if found is None:
            raise AssertionError(f"no button with data {data!r} on the screen of {self.user['first_name']}")
        return callback(self.world, self.chat, self.user, found[0].raw, data)

    def tekan_usang(self, message_id: int, data: str) -> str:
        """A button the phone still shows: the bot may have taken it away, or Telegram forgotten the message."""
        message = self.chat.messages.get(message_id)
        raw = message.raw if message else inaccessible({"chat": self.chat.json(), "message_id": message_id})
        return callback(self.world, self.chat, self.user, raw, data)
