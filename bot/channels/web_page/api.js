// The server's doors. Every failure leaves here as an ApiError whose message may be shown to people.

const TIMEOUT_MS = 25_000;
const STALLED_MS = 60_000; // an upload may take minutes on one bar, but some byte must move

const TANPA_SINYAL = "Belum ada sinyal. Coba lagi sebentar.";
const SIBUK = "Kawan Desa sedang sibuk.";
const DITOLAK = "Pesan ini belum bisa diterima.";

/** kind: "network" (nobody answered), "session" (401), "busy" (429, 5xx: later), "refused" (this will never do). */
export class ApiError extends Error {
  constructor(kind, message, retryAfter = null) {
    super(message);
    this.kind = kind;
    this.retryAfter = retryAfter; // seconds
  }
}

export const api = {
  awal: () => call("GET", "/api/awal"),
  masuk: (persona) => call("POST", "/api/masuk", { persona }),
  keluar: () => call("POST", "/api/keluar", {}),
  kirim: (isi) => call("POST", "/api/kirim", isi).then(mustBeOk),
  foto: (id, keterangan, files, onProgress) =>
    upload(`/api/foto?id=${encodeURIComponent(id)}`, photoForm(keterangan, files), onProgress).then(mustBeOk),
  dokumen: (id, keterangan, file, onProgress) =>
    upload(`/api/dokumen?id=${encodeURIComponent(id)}`, documentForm(keterangan, file), onProgress).then(mustBeOk),
  aliran: (sejak) => new EventSource(`/api/aliran?sejak=${sejak}`),
};

async function call(method, path, body) {
  const aborter = new AbortController();
  const timer = setTimeout(() => aborter.abort(), TIMEOUT_MS);
  const headers = method === "POST" ? { "X-Kawan": "1", "Content-Type": "application/json" } : {};
  try {
    const options = { method, headers, body: body && JSON.stringify(body), cache: "no-store", signal: aborter.signal };
    const response = await fetch(path, options);
    return judge(response.status, await response.text(), response.headers.get("Retry-After"));
  } catch (error) {
    throw error instanceof ApiError ? error : new ApiError("network", TANPA_SINYAL);
  } finally {
    clearTimeout(timer);
  }
}

// XMLHttpRequest, because fetch cannot tell how much of a photo has left the phone.
function upload(path, form, onProgress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const lost = () => reject(new ApiError("network", TANPA_SINYAL));
    let watchdog = setTimeout(() => request.abort(), STALLED_MS);
    request.upload.onprogress = (event) => {
      clearTimeout(watchdog);
      watchdog = setTimeout(() => request.abort(), STALLED_MS);
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onload = () => {
      try {
        resolve(judge(request.status, request.responseText, request.getResponseHeader("Retry-After")));
      } catch (error) {
        reject(error);
      }
    };
    request.onerror = request.onabort = lost;
    request.onloadend = () => clearTimeout(watchdog);
    request.open("POST", path);
    request.setRequestHeader("X-Kawan", "1");
    request.send(form);
  });
}

function photoForm(keterangan, files) {
  const form = new FormData();
  if (keterangan) form.append("keterangan", keterangan);
  for (const file of files) form.append("foto", file, file.name || "foto.jpg");
  return form;
}

function documentForm(keterangan, file) {
  const form = new FormData();
  if (keterangan) form.append("keterangan", keterangan);
  form.append("dokumen", file, file.name || "dokumen");
  return form;
}

function judge(status, text, retryAfter) {
  const body = parse(text);
  if (status >= 200 && status < 300) return body;
  const galat = body && typeof body.galat === "string" ? body.galat : null;
  if (status === 401) throw new ApiError("session", galat ?? "Silakan masuk lagi.");
  if (status === 429) throw new ApiError("busy", galat ?? SIBUK, Number(retryAfter) || 5);
  if (status >= 500 || status === 408) throw new ApiError("busy", galat ?? SIBUK);
  throw new ApiError("refused", galat ?? DITOLAK);
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

// A Wi-Fi login page also answers 200. Only our own answer may take a message out of the queue.
function mustBeOk(body) {
  if (body?.ok !== true) throw new ApiError("network", TANPA_SINYAL);
  return body;
}
