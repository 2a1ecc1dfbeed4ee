// Where the phone is. Every "no" comes back as a kind sentence that says how to go on without it.

const CARA_LAIN = "Tulis saja tempatnya, misalnya: Dusun Krajan, Desa Sukamaju.";

const SEBAB = {
  1: "Izin lokasi belum dibuka, tidak apa-apa.", // PERMISSION_DENIED
  2: "Lokasi belum ketemu.", // POSITION_UNAVAILABLE
  3: "Lokasi belum ketemu, mungkin karena di dalam ruangan.", // TIMEOUT
};

/** Resolves to {lat, lon}; rejects with an Error whose message is for the person. */
export function cariLokasi() {
  return new Promise((resolve, reject) => {
    if (!navigator.geolocation) return reject(new Error(`Perangkat ini tidak bisa memberi lokasi. ${CARA_LAIN}`));
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lat: coords.latitude, lon: coords.longitude }),
      ({ code }) => reject(new Error(`${SEBAB[code] ?? SEBAB[2]} ${CARA_LAIN}`)),
      // Half a minute: a cold GPS under trees needs it. A fix from the last minute is the same place.
      { enableHighAccuracy: true, timeout: 30_000, maximumAge: 60_000 },
    );
  });
}
