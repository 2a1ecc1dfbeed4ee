"""A WhatsApp Cloud API (Graph) server on loopback that refuses what the real one refuses, and the people who write.

async with WhatsAppServer() as server:
    sari = server.orang("Sari")                      # telepon, user_id; username=… hides the number from webhooks
    # the bot: base_url=server.base_url, versi "v23.0", and token, app_secret, verify_token, phone_number_id, waba_id,
    # nomor as in server.bisnis
    await server.pasang_webhook("http://127.0.0.1:8080/whatsapp")   # GET challenge; kirim_ke(url) skips it
    sari.tulis("catat")                              # posted to the webhook, signed; again until 200
    await sari.tunggu(lambda layar: "Desa mana" in layar[-1].teks)
    sari.ketuk("Sukamaju")                           # newest button or row of that label; never opens `Lainnya` itself
    sari.kirim_foto(jpeg, "papan proyek"); sari.kirim_lokasi(-6.9, 107.1); sari.hapus(wamid); sari.ganti_nomor("62899…")
    await server.tuntas()                            # the webhook took everything
    server.periksa()                                 # AssertionError where the bot sent what is refused in any state

What is seen: `sari.layar` / `.terakhir`: Kiriman(teks, polos, judul, kaki, tombol, daftar, baris, label, berkas,
nama_berkas, minta_lokasi, templat, keadaan, raw); `sari.tak_sampai`: taken, but not seen. `sari.dibaca`, `sari.sedang_mengetik`. `server.permintaan` are all
requests, `server.hantaran` all deliveries to the webhook.

Without a webhook, for the unit that parses: `WhatsAppServer()` need not be running; sari.tulis("x") and
`body, headers = server.ambil()` give the next signed request ("entry" | "changes" | "value": how a batch is packed).

Time: `waktu=jam.now` (the test's clock) or `server.maju(detik)`; `skala` for real processes. The 24-hour window, the
media URLs (5 minutes), tier and rates (`batas=True`) go by it. Free text outside the window is taken (200), then fails
with 131047 in a status, as with the real one; `jendela_langsung=True` refuses at once.

Faults: server.salahkan(131026, sari) the next message to her fails (answer or status, as the real code does; `cara=`
says otherwise; kali=None until reda()). server.ganggu(503) | ganggu(lambat=40) | ganggu(putus="sesudah") | gantung().
server.badai(Storm(Random(1), tolak=.1, galat=.1, galat_dikerjakan=.5, putus_sesudah=.1)); server.catatan_badai.
sari.matikan()/nyalakan(), blokir()/buka(), hapus_akun(), tolak_pemasaran(). server.cabut_token().

Templates: server.templat("ada_kabar", "Halo, ada kabar: {{1}}. Silakan dibuka.", tombol=["Buka"]) is approved at once;
those the bot submits are PENDING until setujui(nama) / setujui_semua() / tolak / jeda (132015) / matikan (132016).

Webhook on purpose: server.tahan(), people write, `await server.lepas("value", terbalik=True, ganda=True)` sends all in
one delivery; server.ulah_webhook(Ulah(Random(1), berkas=5, ganda=.2, tahan=.2)) at random; rahasia_salah(); await
server.ulangi(0) redelivers (move the clock six days first); await server.kirim_mentah(b"bukan json").

It is not the real thing: what Meta does not publish (burst refill, which errors come at once and which in a status) is
as its error page and reports of others say; see errors.py, rates.py, messages.py.
"""

from tests.whatsapp_server.delivery import Hantaran, Ulah
from tests.whatsapp_server.payload import signature
from tests.whatsapp_server.people import Orang
from tests.whatsapp_server.screen import Baris, Kiriman, Tombol
from tests.whatsapp_server.server import APP_SECRET, TOKEN, VERIFY_TOKEN, WhatsAppServer
from tests.whatsapp_server.storm import Kena, Storm
from tests.whatsapp_server.thread import WhatsAppServerThread
from tests.whatsapp_server.world import Permintaan

__all__ = [
    "APP_SECRET",
    "TOKEN",
    "VERIFY_TOKEN",
    "Baris",
    "Hantaran",
    "Kena",
    "Kiriman",
    "Orang",
    "Permintaan",
    "Storm",
    "Tombol",
    "Ulah",
    "WhatsAppServer",
    "WhatsAppServerThread",
    "signature",
]
