"""Configuration: config.toml, then environment variables on top (`KAWAN_TELEGRAM__TOKEN`).

Every mistake is one clear sentence. config.example.toml explains every key.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from bot.log import clean
from data.pengaturan import Pengaturan
from data.store.buka import SQLITE, check_url
from data.wa_biaya import KATEGORI, BatasWa

PREFIX = "KAWAN_"
TOKEN = re.compile(r"\d{5,20}:[A-Za-z0-9_-]{20,}")
SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")
META_TOKEN = re.compile(r"[\x21-\x7e]{20,1000}")
META_ID = re.compile(r"\d{5,20}")
WA_NOMOR = re.compile(r"[1-9]\d{7,14}")


class SalahConfig(Exception):
    """The configuration cannot be used; the text is one sentence that says which key, and what was expected."""


def _token(nilai: SecretStr) -> SecretStr:
    if nilai.get_secret_value() and not TOKEN.fullmatch(nilai.get_secret_value()):
        raise ValueError(
            "expected a bot token as @BotFather gives it, 123456789:AAE… (or leave it empty to turn Telegram off)"
        )
    return nilai


def _http(nilai: str) -> str:
    if not nilai.startswith(("http://", "https://")):
        raise ValueError("expected an address that begins with https:// or http://")
    return nilai.rstrip("/")


class _Bagian(BaseModel):
    model_config = ConfigDict(extra="forbid")


def _public(nilai: str) -> str:
    if not nilai:
        return nilai
    host = urlsplit(_http(nilai)).hostname
    if not nilai.startswith("https://") and host not in ("127.0.0.1", "localhost", "::1"):
        raise ValueError("expected an address that begins with https://, or with http:// on this machine itself")
    return nilai.rstrip("/")


def _secret(nilai: SecretStr) -> SecretStr:
    if nilai.get_secret_value() and not SECRET.fullmatch(nilai.get_secret_value()):
        raise ValueError("expected 16 to 256 letters, digits, _ and -, such as `openssl rand -hex 32` makes")
    return nilai


def _meta_token(nilai: SecretStr) -> SecretStr:
    if nilai.get_secret_value() and not META_TOKEN.fullmatch(nilai.get_secret_value()):
        raise ValueError("expected an access token as Meta gives it, EAA… (or leave it empty to turn WhatsApp off)")
    return nilai


def _meta_id(nilai: str) -> str:
    if nilai and not META_ID.fullmatch(nilai):
        raise ValueError("expected the digits that Meta shows on its page API Setup, and not the phone number itself")
    return nilai


def _wa_nomor(nilai: str) -> str:
    digits = re.sub(r"[\s().+-]", "", nilai)
    if digits and not WA_NOMOR.fullmatch(digits):
        raise ValueError("expected the number with its country code, such as 6281234567890")
    return digits


def _folder(nilai: str) -> str:
    if nilai and not Path(nilai).is_dir():
        raise ValueError("expected a folder that is there (or leave it empty)")
    return nilai


class Telegram(_Bagian):
    token: Annotated[SecretStr, AfterValidator(_token)] = SecretStr("")
    base_url: Annotated[str, AfterValidator(_http)] = "https://api.telegram.org"
    mode: Literal["poll", "webhook"] = "poll"
    webhook_url: Annotated[str, AfterValidator(_public)] = ""
    webhook_secret: Annotated[SecretStr, AfterValidator(_secret)] = SecretStr("")


class WhatsApp(_Bagian):
    token: Annotated[SecretStr, AfterValidator(_meta_token)] = SecretStr("")
    phone_number_id: Annotated[str, AfterValidator(_meta_id)] = ""
    waba_id: Annotated[str, AfterValidator(_meta_id)] = ""
    app_secret: Annotated[SecretStr, AfterValidator(_secret)] = SecretStr("")
    verify_token: Annotated[SecretStr, AfterValidator(_secret)] = SecretStr("")
    nomor: Annotated[str, AfterValidator(_wa_nomor)] = ""
    base_url: Annotated[str, AfterValidator(_http)] = "https://graph.facebook.com"
    versi: str = Field(default="v23.0", pattern=r"^v[0-9]{1,2}\.[0-9]$")
    tier: int = Field(default=250, ge=1)
    anggaran: int = Field(default=0, ge=0)
    tarif_layanan: float = Field(default=0, ge=0, allow_inf_nan=False)
    tarif_utilitas: float = Field(default=0, ge=0, allow_inf_nan=False)
    tarif_pemasaran: float = Field(default=0, ge=0, allow_inf_nan=False)
    tarif_autentikasi: float = Field(default=0, ge=0, allow_inf_nan=False)

    @property
    def nyala(self) -> bool:
        return bool(self.token.get_secret_value())

    @property
    def batas(self) -> BatasWa:
        return BatasWa(self.tier, self.anggaran, {k: harga for k in KATEGORI if (harga := getattr(self, f"tarif_{k}"))})


class Database(_Bagian):
    url: Annotated[str, AfterValidator(check_url)] = "sqlite:///var/kawan.db"


class Web(_Bagian):
    enabled: bool = True
    host: str = "127.0.0.1"
    port: int = Field(default=8080, ge=0, le=65535)
    tanya: bool = False
    alamat: Annotated[str, AfterValidator(_public)] = ""
    proxy: str = "127.0.0.1"


class Proses(_Bagian):
    nama: str = Field(default="utama", pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")


class Media(_Bagian):
    dir: Path = Path("var/media")
    max_mb: int = Field(default=10, ge=1, le=20)


class Log(_Bagian):
    level: Literal["debug", "info", "warning", "error"] = "info"


class Kegiatan(_Bagian):
    pid: bool = False


class Orang(_Bagian):
    daftar_mandiri: bool = True


class Kertas(_Bagian):
    templat: Annotated[str, AfterValidator(_folder)] = ""


class Config(BaseSettings):
    model_config = SettingsConfigDict(env_prefix=PREFIX, env_nested_delimiter="__", extra="forbid")

    telegram: Telegram = Telegram()
    whatsapp: WhatsApp = WhatsApp()
    database: Database = Database()
    proses: Proses = Proses()
    web: Web = Web()
    media: Media = Media()
    log: Log = Log()
    kegiatan: Kegiatan = Kegiatan()
    orang: Orang = Orang()
    kertas: Kertas = Kertas()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return (env_settings, init_settings)

    @property
    def pengaturan(self) -> Pengaturan:
        return Pengaturan(
            warisan=self.kegiatan.pid,
            daftar_mandiri=self.orang.daftar_mandiri,
            whatsapp=self.whatsapp.nomor if self.whatsapp.nyala else "",
            templat=self.kertas.templat,
            wa=self.whatsapp.batas,
            media=self.media.dir,
            halaman=self.web.alamat,
        )


def load(path: Path | None) -> Config:
    """`path` None: only defaults and the environment. Raises `SalahConfig`."""
    _check_environment()
    try:
        return _whole(Config(**_toml(path)))
    except ValidationError as error:
        raise SalahConfig(_sentence(error, path)) from None
    except ValueError as error:
        raise SalahConfig(f"{path or 'environment'}: {error}") from None


def _whole(config: Config) -> Config:
    """What no key can say for itself."""
    telegram = config.telegram
    if telegram.mode == "webhook":
        for key, given in (("url", telegram.webhook_url), ("secret", telegram.webhook_secret.get_secret_value())):
            if not given:
                raise SalahConfig(f'telegram.webhook_{key}: needed when telegram.mode is "webhook"')
    _whatsapp_whole(config.whatsapp)
    return config


def _whatsapp_whole(its: WhatsApp) -> None:
    """All that is lacking, at once: each is copied from another page of Meta's."""
    if not its.nyala:
        return
    given = {
        "phone_number_id": its.phone_number_id,
        "waba_id": its.waba_id,
        "app_secret": its.app_secret.get_secret_value(),
        "verify_token": its.verify_token.get_secret_value(),
    }
    if lacking := [f"whatsapp.{key}" for key, value in given.items() if not value]:
        raise SalahConfig(f"{', '.join(lacking)}: needed when whatsapp.token is given")


def _toml(path: Path | None) -> dict[str, Any]:
    if path is None:
        return {}
    if not path.is_file():
        raise SalahConfig(
            f"{path}: there is no such file; copy config.example.toml to it, or name another with --config FILE"
        )
    source = TomlConfigSettingsSource(Config, path)
    return source()


def _sentence(error: ValidationError, path: Path | None) -> str:
    """The first mistake; the rest follow when it is mended."""
    first = error.errors()[0]
    key = ".".join(str(part) for part in first["loc"])
    variable = PREFIX + key.upper().replace(".", "__")
    if any(name.upper() == variable for name in os.environ):
        where = f"environment: {variable}, "
    else:
        where = f"{path}: " if path else ""
    if first["type"] == "extra_forbidden":
        return f"{where}{key} is not a key that Kawan Desa knows; known here: {', '.join(_known(first['loc']))}"
    if first["type"] == "model_type":
        return f"{where}{key}: expected a section [{key}] with keys of its own: {', '.join(_known((key, '')))}"
    words = first["msg"].removeprefix("Value error, ").replace("Input should be", "expected")
    said = "" if "token" in key or "secret" in key else f" (it is {clean(repr(first['input']))})"
    return f"{where}{key}: {words}{said}"


def _known(loc: tuple[int | str, ...]) -> list[str]:
    if len(loc) == 1:
        return sorted(Config.model_fields)
    bagian = Config.model_fields[str(loc[0])].annotation
    return sorted(bagian.model_fields) if isinstance(bagian, type) and issubclass(bagian, BaseModel) else []


def _check_environment() -> None:
    """pydantic-settings passes over unknown variables; a misspelt one should not be silently without effect."""
    for name in os.environ:
        if not name.upper().startswith(PREFIX):
            continue
        bagian, _, kunci = name.upper().removeprefix(PREFIX).lower().partition("__")
        known = _known((bagian, kunci)) if bagian in Config.model_fields else []
        if kunci not in known:
            raise SalahConfig(
                f"environment: {name} is not known; write {PREFIX}SECTION__KEY, such as {PREFIX}TELEGRAM__TOKEN"
            )


def prepare_folders(config: Config) -> None:
    """Make the folders that the program writes to; raises `SalahConfig` when one cannot be written."""
    folders = [("media.dir", config.media.dir)]
    if config.database.url.startswith(SQLITE):
        folders.append(("database.url", Path(config.database.url.removeprefix(SQLITE)).parent))
    for key, folder in folders:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            probe = folder / f".tulis-{os.getpid()}"
            probe.write_bytes(b"")
            probe.unlink()
        except OSError as error:
            raise SalahConfig(f"{key}: cannot write in the folder {folder} ({error.strerror})") from None
