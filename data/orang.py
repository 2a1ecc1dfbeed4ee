"""People, their addresses and their assignments."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from hashlib import sha256
from zoneinfo import ZoneInfo

from data.store import Row, Tx

WARGA, KPMD, PLD, PD, TEKNIS, CAMAT = "warga", "kpmd", "pld", "pd", "teknis", "camat"
TAPM_KAB, TAPM_PROV, ADMIN = "tapm_kab", "tapm_prov", "admin"
PENDAMPING = (PLD, PD, TEKNIS, TAPM_KAB, TAPM_PROV)
KOORDINATOR = (PD, TEKNIS, TAPM_KAB, TAPM_PROV, ADMIN)
"""Who speaks for a kecamatan, once the level above has confirmed it; the Camat reads along."""
SEMUA = (WARGA, KPMD, *PENDAMPING, CAMAT, ADMIN)
SEBUTAN = {
    WARGA: "Warga",
    KPMD: "KPMD",
    PLD: "Pendamping Lokal Desa",
    PD: "Pendamping Desa",
    TEKNIS: "Pendamping Teknis",
    CAMAT: "Camat",
    TAPM_KAB: "TAPM Kabupaten",
    TAPM_PROV: "TAPM Provinsi",
    ADMIN: "Admin",
}
TANPA_NAMA = "Sahabat desa"
"""Until a person agrees that their name is kept."""
DIKUNCI = "dikunci"
"""Status of an address that a level above closed; it does not open because somebody writes from it."""
SETUJU_VERSI = 1
"""Of the words that people agree to (handlers/diri/setuju.py): who agreed to older ones is asked again."""
KOLOM = "o.id, o.nama, o.zona, o.contoh, o.setuju, o.setuju_versi"
ZONA_AWAL = "Asia/Jakarta"
"""Until a first assignment says where a person works."""


@dataclass(frozen=True)
class Orang:
    id: int
    nama: str
    zona: str
    """IANA name."""
    peran: tuple[str, ...]
    """Roles of the assignments in force, and always `warga`."""
    contoh: bool = False
    setuju: int | None = None
    """When they agreed that their data are kept, UTC epoch seconds; None: only a pseudonym."""
    setuju_versi: int = 0
    nama_kanal: str = field(default="", compare=False)
    """What the platform calls them, in this turn only: kept nowhere until they agree."""

    @property
    def samaran(self) -> str:
        """'Warga-7F3': always the same, and says nothing about them."""
        return f"Warga-{sha256(str(self.id).encode()).hexdigest()[:3].upper()}"

    @property
    def sudah_setuju(self) -> bool:
        """To whichever words; the demo's people are nobody's."""
        return self.contoh or self.setuju is not None

    def hari_ini(self, kini: int) -> date:
        return tanggal_lokal(kini, self.zona)


def tanggal_lokal(kini: int, zona: str) -> date:
    """The calendar day of a UTC epoch second, there."""
    return datetime.fromtimestamp(kini, UTC).astimezone(ZoneInfo(zona)).date()


class AlamatTerkunci(Exception):
    """A level above closed this address: nothing is read, shown or done there."""


class OrangQ:
    def __init__(self, tx: Tx) -> None:
        self._tx = tx

    def ambil(self, id_: int, kini: int) -> Orang:
        row = self._tx.one(f"SELECT {KOLOM} FROM orang o WHERE o.id = ?", (id_,))
        if row is None:
            raise LookupError(f"no person {id_}")
        return self._orang(row, kini)

    def di_alamat(self, kanal: str, tujuan: str, kini: int) -> Orang | None:
        """None as well where a level above has closed the address: it is nobody's for as long."""
        row = self._tx.one(
            f"SELECT {KOLOM} FROM alamat a JOIN orang o ON o.id = a.orang_id "
            f"WHERE a.kanal = ? AND a.tujuan = ? AND a.status <> '{DIKUNCI}'",
            (kanal, tujuan),
        )
        return None if row is None else self._orang(row, kini)

    def sudah_setuju_di(self, kanal: str, tujuan: str) -> bool:
        """Whether what is said there may be kept: by `Orang.sudah_setuju`, and not where it is closed."""
        row = self._tx.one(
            "SELECT 1 AS ada FROM alamat a JOIN orang o ON o.id = a.orang_id WHERE a.kanal = ? AND a.tujuan = ? "
            f"AND a.status <> '{DIKUNCI}' AND (o.setuju IS NOT NULL OR o.contoh = 1)",
            (kanal, tujuan),
        )
        return row is not None

    def kenal(self, kanal: str, tujuan: str, nama: str, kini: int) -> Orang:
        """Whoever writes from this address; a stranger becomes a warga, of whom not even `nama` is kept.

        An address that its person closed is open again. Raises `AlamatTerkunci` where a level above closed it.
        """
        orang = self.di_alamat(kanal, tujuan, kini)
        if orang is None:
            if self._tx.one("SELECT 1 AS ada FROM alamat WHERE kanal = ? AND tujuan = ?", (kanal, tujuan)):
                raise AlamatTerkunci(kanal)
            self.pasang_alamat(self.tambah(TANPA_NAMA, ZONA_AWAL, kini), kanal, tujuan, kini)
            orang = self.di_alamat(kanal, tujuan, kini)
            assert orang is not None
        else:
            self._tx.run(
                "UPDATE alamat SET status = 'aktif' WHERE kanal = ? AND tujuan = ? AND status = 'tutup'",
                (kanal, tujuan),
            )
        return replace(orang, nama_kanal=nama)

    def setujui(self, orang: Orang, kini: int) -> None:
        """They agreed to today's words. Now their name may be kept: the platform's, unless it is known already."""
        nama = orang.nama_kanal if orang.nama == TANPA_NAMA and orang.nama_kanal else orang.nama
        self._tx.run(
            "UPDATE orang SET setuju = ?, setuju_versi = ?, nama = ? WHERE id = ?",
            (kini, SETUJU_VERSI, nama, orang.id),
        )

    def tambah(self, nama: str, zona: str, kini: int, *, contoh: bool = False) -> int:
        row = self._tx.one(
            "INSERT INTO orang (nama, zona, contoh, dibuat) VALUES (?, ?, ?, ?) RETURNING id",
            (nama, zona, int(contoh), kini),
        )
        assert row is not None
        return int(row["id"])

    def ganti_nama(self, orang_id: int, nama: str) -> None:
        self._tx.run("UPDATE orang SET nama = ? WHERE id = ?", (nama, orang_id))

    def pasang_alamat(self, orang_id: int, kanal: str, tujuan: str, kini: int) -> None:
        self._tx.run(
            "INSERT INTO alamat (orang_id, kanal, tujuan, status, dibuat) VALUES (?, ?, ?, 'aktif', ?) "
            "ON CONFLICT (kanal, tujuan) DO UPDATE SET orang_id = excluded.orang_id, status = 'aktif'",
            (orang_id, kanal, tujuan, kini),
        )

    def tutup_alamat(self, kanal: str, tujuan: str) -> None:
        """The person blocked us there, or the address is gone: nothing unasked goes to it until they return."""
        self._ganti_status(kanal, tujuan, "tutup")

    def buka_alamat(self, kanal: str, tujuan: str) -> None:
        """The person let us in again; nothing where nobody is known."""
        self._ganti_status(kanal, tujuan, "aktif")

    def _ganti_status(self, kanal: str, tujuan: str, status: str) -> None:
        self._tx.run(
            "UPDATE alamat SET status = ? WHERE kanal = ? AND tujuan = ? AND status <> ?",
            (status, kanal, tujuan, DIKUNCI),
        )

    def ganti_menu(self, kanal: str, tujuan: str, baru: str) -> bool:
        """Note the print of the commands that the platform's menu shows there; False when it was noted before."""
        return bool(
            self._tx.run(
                "UPDATE alamat SET menu = ? WHERE kanal = ? AND tujuan = ? AND menu <> ?", (baru, kanal, tujuan, baru)
            )
        )

    def ganti_papan(self, kanal: str, tujuan: str, baru: str) -> str:
        """Note the message whose buttons stand now ('' for none); the one whose buttons stood before."""
        row = self._tx.one("SELECT papan FROM alamat WHERE kanal = ? AND tujuan = ?", (kanal, tujuan))
        if row is None or (row["papan"] or "") == baru:
            return ""
        self._tx.run("UPDATE alamat SET papan = ? WHERE kanal = ? AND tujuan = ?", (baru or None, kanal, tujuan))
        return row["papan"] or ""

    def alamat_aktif(self, orang_id: int) -> list[tuple[str, str]]:
        """(channel, destination), the latest first."""
        rows = self._tx.all(
            "SELECT kanal, tujuan FROM alamat WHERE orang_id = ? AND status = 'aktif' ORDER BY id DESC", (orang_id,)
        )
        return [(row["kanal"], row["tujuan"]) for row in rows]

    def tugaskan(
        self, orang_id: int, peran: str, wilayah: str, dari: date, *, sampai: date | None = None, disahkan: bool
    ) -> None:
        """The place must be known already (`WilayahQ.kenalkan`). The same assignment twice is one."""
        self._tx.run(
            "INSERT INTO penugasan (orang_id, peran, wilayah, dari, sampai, disahkan) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (orang_id, peran, wilayah, dari) DO NOTHING",
            (orang_id, peran, wilayah, dari.isoformat(), sampai.isoformat() if sampai else None, int(disahkan)),
        )
        self._tx.run(
            "UPDATE orang SET zona = (SELECT zona FROM wilayah WHERE kode = ?) WHERE id = ?", (wilayah, orang_id)
        )

    def _orang(self, row: Row, kini: int) -> Orang:
        hari = tanggal_lokal(kini, row["zona"]).isoformat()
        peran = self._tx.all(
            "SELECT DISTINCT peran FROM penugasan WHERE orang_id = ? AND dari <= ? AND (sampai IS NULL OR sampai >= ?)",
            (row["id"], hari, hari),
        )
        semua = tuple(sorted({WARGA, *(r["peran"] for r in peran)}, key=SEMUA.index))
        setuju = None if row["setuju"] is None else int(row["setuju"])
        return Orang(
            int(row["id"]), row["nama"], row["zona"], semua, bool(row["contoh"]), setuju, int(row["setuju_versi"])
        )
