"""What a test holds in its hands: faults, templates, the clock, and what happened; the webhook is in telling.py."""

from collections.abc import Sequence

from tests.whatsapp_server.errors import CODES, Code, Json
from tests.whatsapp_server.faults import Cara, Fault, Putus
from tests.whatsapp_server.people import Orang
from tests.whatsapp_server.storm import Kena, Storm
from tests.whatsapp_server.telling import WebhookControls
from tests.whatsapp_server.templates import Template
from tests.whatsapp_server.world import Bisnis, Permintaan


class Controls(WebhookControls):
    # -- faults ------------------------------------------------------------------------------------------------------

    def salahkan(
        self,
        kode: int,
        orang: Orang | None = None,
        *,
        kali: int | None = 1,
        cara: Cara | None = None,
        apa: str = "messages",
        subkode: int | None = None,
    ) -> None:
        """The next `kali` messages (None: all, until reda) fail with this code: as the answer, or in a failed status,
        whichever the real server does when `cara` does not say."""
        later: Cara = "status" if CODES.get(kode, Code(400, "")).later else "jawaban"
        whom = orang.id if orang else None
        self.world.faults.waiting.append(Fault(apa, kode, cara=cara or later, orang=whom, kali=kali, subkode=subkode))

    def ganggu(
        self,
        http: int = 0,
        *,
        apa: str = "messages",
        kali: int | None = 1,
        lambat: float = 0.0,
        putus: Putus | None = None,
        dikerjakan: bool = False,
        orang: Orang | None = None,
    ) -> None:
        """A 5xx with no Graph error in it, an answer after `lambat` (simulated) seconds, or none: cut off before or
        after the request was carried out. `apa`: messages, read, media, media_id, download, message_templates, *."""
        whom = orang.id if orang else None
        fault = Fault(apa, http=http, kali=kali, lambat=lambat, putus=putus, dikerjakan=dikerjakan, orang=whom)
        self.world.faults.waiting.append(fault)

    def gantung(self, apa: str = "messages", kali: int | None = 1, *, dikerjakan: bool = False) -> None:
        """No answer, for a day; with `dikerjakan` the message is out all the same."""
        self.world.faults.waiting.append(Fault(apa, http=504, kali=kali, lambat=86400, dikerjakan=dikerjakan))

    def badai(self, badai: Storm) -> None:
        """From now on requests go wrong at random: see Storm. What was hit is in `catatan_badai`."""
        self.world.storm = badai

    @property
    def catatan_badai(self) -> list[Kena]:
        return self.world.storm_log

    def reda(self) -> None:
        """No more faults, and the storm is over."""
        self.world.faults.waiting.clear()
        self.world.storm = None

    # -- time, token, templates ----------------------------------------------------------------------------------------

    def maju(self, detik: float) -> None:
        """The server's clock jumps; where it was given a `waktu` of the test's, move that instead."""
        self.world.clock.push(detik)
        self.world.watch.changed()

    @property
    def bisnis(self) -> Bisnis:
        return self.world.bisnis

    def cabut_token(self, baru: str = "token-yang-lain") -> None:
        self.world.bisnis.token = baru

    def templat(
        self, nama: str, teks: str, *, bahasa: str = "id", kategori: str = "UTILITY", tombol: Sequence[str] = ()
    ) -> Template:
        """An approved template, without the way there."""
        count = teks.count("{{")
        body: Json = {"type": "BODY", "text": teks}
        body |= {"example": {"body_text": [[f"contoh {n}" for n in range(count)]]}} if count else {}
        buttons = (
            [{"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": text} for text in tombol]}]
            if tombol
            else []
        )
        new: Json = {"name": nama, "language": bahasa, "category": kategori, "components": [body, *buttons]}
        template = self.world.templates.create(new)
        template.status = "APPROVED"
        return template

    def setujui(self, nama: str) -> None:
        self._judge(nama, "APPROVED")

    def setujui_semua(self) -> None:
        for template in self.world.templates.all.values():
            if template.status == "PENDING":
                self._judge(template.name, "APPROVED")

    def tolak(self, nama: str, alasan: str = "INVALID_FORMAT") -> None:
        self._judge(nama, "REJECTED", alasan)

    def jeda(self, nama: str) -> None:
        """Paused for its quality: 132015."""
        self._judge(nama, "PAUSED")

    def matikan(self, nama: str) -> None:
        """Disabled for good: 132016."""
        self._judge(nama, "DISABLED")

    def _judge(self, nama: str, status: str, alasan: str = "NONE") -> None:
        for template in self.world.templates.named(nama):
            template.status, template.rejected_reason = status, alasan
            value: Json = {"event": status, "message_template_id": int(template.id), "message_template_name": nama}
            value |= {"message_template_language": template.language, "reason": alasan}
            self.world.tell(0, value, "message_template_status_update")

    # -- what happened -----------------------------------------------------------------------------------------------------

    @property
    def permintaan(self) -> list[Permintaan]:
        """Every request that had a token, oldest first: `apa` is messages, read, media, media_id, message_templates."""
        return self.world.requests

    def hitung(self, apa: str = "messages") -> int:
        return sum(one.apa == apa for one in self.world.requests)

    @property
    def pelanggaran(self) -> list[str]:
        return self.world.violations

    def periksa(self) -> None:
        """Raises when the bot sent anything the platform refuses whatever its state: its own fault, then."""
        if self.pelanggaran:
            raise AssertionError("not the Cloud API:\n" + "\n".join(f"  {text}" for text in self.pelanggaran))
