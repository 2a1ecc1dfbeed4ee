"""Meta's Graph API over httpx: the only module that speaks HTTP to it, and the only one that holds the token.

The token goes nowhere but to the configured address and to Meta's own hosts, over https; no error's words leave here
with anything that Meta said, for it quotes numbers and texts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import httpx
import msgspec

META = (".facebook.com", ".fbsbx.com", ".fbcdn.net", ".whatsapp.net")
"""Hosts that Meta's media addresses lead to (lookaside.fbsbx.com, mmg.whatsapp.net)."""
WAKTU = httpx.Timeout(20, connect=5, pool=10)
"""Seconds: between two pieces of an answer or a request, for a connection, and for one to be free."""
BATAS = httpx.Limits(max_connections=40, max_keepalive_connections=40, keepalive_expiry=30)
BELUM = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)
"""No connection: surely nothing of the request went out."""
Json = dict[str, Any]


@dataclass(frozen=True)
class Akun:
    """Whose number it is that we write from."""

    token: str
    phone_number_id: str
    base_url: str = "https://graph.facebook.com"
    versi: str = "v23.0"

    @property
    def akar(self) -> str:
        return f"{self.base_url}/{self.versi}"


class GraphError(Exception):
    """A refusal, in numbers only; `kode` 0 where Meta gave none. `terputus`: there was no answer at all."""

    def __init__(
        self, kode: int, http: int, *, subkode: int = 0, tunggu: float = 0, terputus: str = "", terkirim: bool = False
    ) -> None:
        super().__init__(terputus or f"code {kode}/{subkode}, HTTP {http}")
        self.kode, self.http, self.subkode = kode, http, subkode
        self.tunggu = tunggu
        """Seconds to wait that the answer names; 0: it names none."""
        self.terputus = terputus
        self.terkirim = terkirim
        """Whether the request may have gone out although there was no answer to it."""
        self.berkas = False
        """Whether the refused message had a file."""

    @property
    def ragu(self) -> bool:
        """Whether the message may be there although nobody said so: a gateway's 502 comes after it, too."""
        return self.terkirim or self.http >= 500


class TerlaluBesar(Exception):
    """More bytes than were asked for."""


class _Salah(msgspec.Struct):
    code: int = 0
    error_subcode: int = 0


class _Gagal(msgspec.Struct):
    error: _Salah


class Graph:
    """One client, whose connections are kept. Belongs to the loop that first sends with it."""

    def __init__(self, akun: Akun) -> None:
        self._akun = akun
        self._asal = _asal(akun.base_url)
        self._auth = {"Authorization": f"Bearer {akun.token}"}
        self._json = self._auth | {"Content-Type": "application/json"}
        self._pesan = httpx.URL(f"{akun.akar}/{akun.phone_number_id}/messages")
        self._client = httpx.AsyncClient(
            timeout=WAKTU, limits=BATAS, follow_redirects=False, headers={"User-Agent": "kawan-desa"}
        )

    async def messages(self, isi: Json, *, tunggu: float | None = None) -> Json:
        """POST /messages. `tunggu`: seconds, where less than usual will do. Raises `GraphError`."""
        batas = {} if tunggu is None else {"timeout": tunggu}
        return await self._ask("POST", self._pesan, content=msgspec.json.encode(isi), headers=self._json, **batas)

    async def kirim(self, isi: Json) -> str:
        """WhatsApp's name for the message. Raises `GraphError`."""
        pesan = (await self.messages(isi)).get("messages")
        if isinstance(pesan, list) and pesan and isinstance(pesan[0], dict) and pesan[0].get("id"):
            return str(pesan[0]["id"])
        raise GraphError(0, 200, terputus="an answer without a name", terkirim=True)

    async def nomor(self) -> Json:
        """The number we write from: the least that a good token can ask for."""
        return await self.get(self._akun.phone_number_id, fields="id")

    async def get(self, jalur: str, **params: str) -> Json:
        return await self._ask("GET", f"{self._akun.akar}/{jalur}", params=params, headers=self._auth)

    async def post(self, jalur: str, isi: Json) -> Json:
        alamat = f"{self._akun.akar}/{jalur}"
        return await self._ask("POST", alamat, content=msgspec.json.encode(isi), headers=self._json)

    async def upload(self, isi: bytes, nama: str, mime: str) -> str:
        """The id under which Meta keeps it for 30 days."""
        jawab = await self._ask(
            "POST",
            f"{self._akun.akar}/{self._akun.phone_number_id}/media",
            data={"messaging_product": "whatsapp", "type": mime},
            files={"file": (nama, isi, mime)},
            headers=self._auth,
        )
        return str(jawab.get("id", ""))

    async def medium(self, id_: str) -> Json:
        """Where it can be fetched for the next five minutes, its type and its size."""
        return await self.get(id_, phone_number_id=self._akun.phone_number_id)

    async def unduh(self, url: str, batas: int) -> bytes:
        """Raises `TerlaluBesar` over `batas` bytes, and `GraphError`; 404 is an address that is over."""
        if not self._dipercaya(url):
            raise GraphError(0, 0, terputus="the file's address is not one of Meta's")
        try:
            async with self._client.stream("GET", url, headers=self._auth) as answer:
                if answer.status_code != 200:
                    raise GraphError(0, answer.status_code)
                return await _baca(answer, batas)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            terputus = type(error).__name__
        raise GraphError(0, 0, terputus=terputus)

    async def close(self) -> None:
        await self._client.aclose()

    def _dipercaya(self, url: str) -> bool:
        try:
            bagian, asal = urlsplit(url), _asal(url)
        except ValueError:
            return False
        if asal == self._asal:
            return True
        return bagian.scheme == "https" and f".{bagian.hostname or ''}".endswith(META)

    async def _ask(self, method: str, url: str | httpx.URL, **more: Any) -> Json:
        try:
            answer = await self._client.request(method, url, **more)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            gagal = GraphError(0, 0, terputus=type(error).__name__, terkirim=not isinstance(error, BELUM))
        else:
            return _isi(answer)
        raise gagal  # out here, where it has no context: httpx's own names the address


def _isi(answer: httpx.Response) -> Json:
    if answer.status_code >= 300:
        raise _gagal(answer)
    try:
        return msgspec.json.decode(answer.content, type=Json)
    except (msgspec.DecodeError, UnicodeDecodeError):
        pass
    raise GraphError(0, answer.status_code, terputus="an answer that is no JSON", terkirim=True)


def _gagal(answer: httpx.Response) -> GraphError:
    try:
        salah = msgspec.json.decode(answer.content, type=_Gagal, strict=False).error
    except (msgspec.DecodeError, UnicodeDecodeError):  # a proxy's page, say
        salah = _Salah()
    nanti = answer.headers.get("Retry-After", "")
    return GraphError(
        salah.code,
        answer.status_code,
        subkode=salah.error_subcode,
        tunggu=float(nanti) if nanti.isdecimal() and len(nanti) < 6 else 0,
    )


async def _baca(answer: httpx.Response, batas: int) -> bytes:
    panjang = answer.headers.get("Content-Length", "")
    if panjang.isdecimal() and int(panjang) > batas:
        raise TerlaluBesar
    isi = bytearray()
    async for satu in answer.aiter_bytes():
        isi += satu
        if len(isi) > batas:
            raise TerlaluBesar
    return bytes(isi)


def _asal(url: str) -> tuple[str, str, int | None]:
    bagian = urlsplit(url)
    return bagian.scheme, bagian.hostname or "", bagian.port
