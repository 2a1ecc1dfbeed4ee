"""A person with WhatsApp on their phone, in their chat with the business."""

from tests.whatsapp_server import incoming
from tests.whatsapp_server.errors import Json
from tests.whatsapp_server.incoming import Isi
from tests.whatsapp_server.screen import Baris, Kiriman, Layar, Tombol
from tests.whatsapp_server.statuses import advance, arrive, contact
from tests.whatsapp_server.world import Kontak, World


class Orang(Layar):
    """`balas` is the wamid of the message replied to; what is sent returns the wamid of the new one."""

    def __init__(self, world: World, kontak: Kontak) -> None:
        super().__init__(world, kontak)
        self.id = kontak.id
        self.nama = kontak.nama

    @property
    def telepon(self) -> str:
        return self.kontak.telepon

    @property
    def user_id(self) -> str:
        return self.kontak.user_id

    def kirim(self, isi: Isi, balas: str | None = None, waktu: float | None = None) -> str:
        if self.kontak.blokir:
            raise AssertionError(f"{self.nama} has blocked the business: buka() first")
        self.baca()
        return incoming.receive(
            self.world, self.kontak, incoming.with_context(isi, self.world, balas) if balas else isi, waktu=waktu
        )

    # -- what they write -----------------------------------------------------------------------------------------

    def tulis(self, teks: str, balas: str | None = None, waktu: float | None = None) -> str:
        return self.kirim(incoming.text(teks), balas, waktu)

    def ketuk(self, label: str) -> str:
        """Taps the newest button of that label, or the row (its description counts too, where its title was cut)."""
        found = self.cari(label)
        if found is None:
            seen = "\n".join(f"  {kiriman.teks!r:.60} {kiriman.label}" for kiriman in self.layar[-3:])
            raise AssertionError(f"{self.nama} sees nothing to tap that says {label!r}:\n{seen or '  nothing'}")
        return self.ketuk_pada(*found)

    def ketuk_pada(self, kiriman: Kiriman, pilihan: Tombol | Baris) -> str:
        """Taps that button or row of that message, however old it is."""
        if isinstance(pilihan, Baris):
            return self.kirim(incoming.list_reply(pilihan.id, pilihan.judul, pilihan.uraian), kiriman.wamid)
        if kiriman.templat:
            return self.kirim(incoming.template_reply(pilihan.id, pilihan.label), kiriman.wamid)
        return self.kirim(incoming.button_reply(pilihan.id, pilihan.label), kiriman.wamid)

    def kirim_foto(self, isi: bytes, keterangan: str = "", mime: str = "image/jpeg", balas: str | None = None) -> str:
        return self.kirim(incoming.medium(self.world, "image", isi, mime, keterangan), balas)

    def kirim_dokumen(self, isi: bytes, nama: str, mime: str = "application/pdf", keterangan: str = "") -> str:
        return self.kirim(incoming.medium(self.world, "document", isi, mime, keterangan, nama))

    def kirim_suara(self, isi: bytes = b"OggS") -> str:
        return self.kirim(incoming.medium(self.world, "audio", isi, "audio/ogg; codecs=opus", more={"voice": True}))

    def kirim_video(self, isi: bytes = b"\0\0\0\x18ftypmp42", keterangan: str = "") -> str:
        return self.kirim(incoming.medium(self.world, "video", isi, "video/mp4", keterangan))

    def kirim_stiker(self, isi: bytes = b"RIFF\0\0\0\0WEBP") -> str:
        return self.kirim(incoming.medium(self.world, "sticker", isi, "image/webp", more={"animated": False}))

    def kirim_lokasi(self, lat: float, lon: float, nama: str = "", alamat: str = "", balas: str | None = None) -> str:
        place = (
            {"latitude": lat, "longitude": lon}
            | ({"name": nama} if nama else {})
            | ({"address": alamat} if alamat else {})
        )
        return self.kirim(Isi("location", place), balas)

    def kirim_kontak(self, nama: str = "Contoh", telepon: str = "+62 811-0000-9999") -> str:
        card = {"name": {"formatted_name": nama, "first_name": nama}, "phones": [{"phone": telepon, "type": "CELL"}]}
        return self.kirim(Isi("contacts", [card]))

    def kirim_pesanan(self) -> str:
        item = {"product_retailer_id": "beras-5kg", "quantity": 1, "item_price": 70000, "currency": "IDR"}
        return self.kirim(Isi("order", {"catalog_id": "194836987003835", "text": "", "product_items": [item]}))

    def kirim_tak_didukung(self, jenis: str = "poll_creation", kode: int = 131051) -> str:
        return self.kirim(incoming.unsupported(jenis, kode))

    def kirim_jenis(self, jenis: str, isi: Json) -> str:
        """Of a kind nobody has documented yet."""
        return self.kirim(Isi(jenis, isi))

    def dari_iklan(self, teks: str) -> str:
        return self.kirim(incoming.referral(teks))

    def reaksi(self, wamid: str, emoji: str = "👍") -> str:
        """Without an emoji the reaction is taken back."""
        return self.kirim(Isi("reaction", {"message_id": wamid} | ({"emoji": emoji} if emoji else {})))

    def sunting(self, wamid: str, teks: str) -> str:
        """Within 15 minutes, where the platform tells of it at all; otherwise it comes as `unsupported`: sunting_tersembunyi."""
        body: Json = {"original_message_id": wamid, "message": {"type": "text", "text": {"body": teks}}}
        return self.kirim(Isi("edit", body))

    def sunting_tersembunyi(self) -> str:
        return self.kirim(incoming.unsupported("edit"))

    def hapus(self, wamid: str) -> str:
        """Deletes one of their own messages for everybody."""
        return self.kirim(Isi("revoke", {"original_message_id": wamid}))

    # -- what happens to them --------------------------------------------------------------------------------------

    def baca(self) -> None:
        """Opens the chat: blue ticks on everything in it, for who has them on."""
        with self.world.watch.lock:
            for pesan in self.world.sent_to(self.id):
                if pesan.terlihat and self.kontak.centang_biru:
                    advance(self.world, pesan, "read")

    def matikan(self) -> None:
        """The phone is off: what is sent waits with one tick."""
        self.kontak.menyala = False

    def nyalakan(self) -> None:
        with self.world.watch.lock:
            self.kontak.menyala = True
            for pesan in self.world.sent_to(self.id):
                if pesan.keadaan == "sent" and not self.kontak.blokir:
                    arrive(self.world, pesan)
            self.world.watch.changed()

    def blokir(self) -> None:
        """What is sent stays at one tick for ever; the business is not told."""
        self.kontak.blokir = True

    def buka(self) -> None:
        self.kontak.blokir = False

    def hapus_akun(self) -> None:
        """Whatever is sent to them fails with 131026."""
        self.kontak.ada = False

    def tolak_pemasaran(self, tolak: bool = True) -> None:
        """Marketing messages fail with 131050; the webhook is told of the choice."""
        self.kontak.tolak_pemasaran = tolak
        detail = "User requested to stop marketing messages" if tolak else "User requested to resume marketing messages"
        known = {} if self.kontak.tersembunyi else {"wa_id": self.kontak.telepon}
        choice = known | {"user_id": self.kontak.user_id, "detail": detail, "category": "marketing_messages"}
        choice |= {"value": "stop" if tolak else "resume", "timestamp": str(int(self.world.now()))}
        value = {"contacts": [contact(self.kontak)], "user_preferences": [choice]}
        self.world.tell(self.id, value, "user_preferences")

    def sembunyikan_nomor(self, username: str) -> None:
        """Takes a username: from now on webhooks have only the user id."""
        self.kontak.username, self.kontak.tersembunyi = username, True

    def ganti_nomor(self, telepon: str) -> str:
        """A new number, and with it a new user id; the system message comes from the old one and opens no window."""
        old, old_id = self.kontak.telepon, self.kontak.user_id
        self.kontak.nomor_lama.append(old)
        new_id = f"{old_id[:3]}{int(old_id[3:]) + 1000}"
        body: Json = {"body": f"User {self.nama} changed from {old} to {telepon}", "type": "user_changed_number"}
        isi = Isi("system", body | {"wa_id": telepon, "user_id": new_id})
        if self.kontak.tersembunyi:
            body = {"body": f"User {self.nama} changed from {old_id} to {new_id}", "type": "user_changed_user_id"}
            isi = Isi("system", body | {"user_id": new_id})
        wamid = incoming.receive(self.world, self.kontak, isi, opens=False)
        self.kontak.telepon, self.kontak.user_id = telepon, new_id
        return wamid

    def ganti_user_id(self) -> None:
        """Only the user id changes: told in a field of its own, `user_id_update`."""
        old = self.kontak.user_id
        self.kontak.user_id = f"{old[:3]}{int(old[3:]) + 1000}"
        known = {} if self.kontak.tersembunyi else {"wa_id": self.kontak.telepon}
        update: Json = known | {
            "detail": "The user id of this user has changed",
            "timestamp": str(int(self.world.now())),
        }
        update["user_id"] = {"previous": old, "current": self.kontak.user_id}
        value = {"contacts": [contact(self.kontak)], "user_id_update": [update]}
        self.world.tell(self.id, value, "user_id_update")

    @property
    def dibaca(self) -> list[str]:
        """Their own messages that the business marked as read."""
        return [one.wamid for one in self.world.received.values() if one.kontak == self.id and one.dibaca]

    @property
    def sedang_mengetik(self) -> bool:
        """Whether the business shows that it is typing: until its next message, and 25 seconds at most."""
        at = self.kontak.mengetik
        return at is not None and self.world.now() - at < 25
