// Messages on their way out: kept on the phone until the server has them, sent one by one in the order written,
// always again under the same id, so that the server can tell a repeat from a new message.

import { api, ApiError } from "./api.js";
import { blobs, keys, read, write } from "./storage.js";

const LONGEST_WAIT_S = 30;
const BUSY_TRIES = 6;

/** A version 4 UUID; crypto.randomUUID is missing on old phones and on plain http. */
export function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

export const hasFiles = (item) => item.jenis === "foto" || item.jenis === "dokumen";

/** 1, 2, 4 … 30 seconds, scattered so that a whole village does not return in the same instant. */
export function backoff(tries) {
  return Math.min(2 ** (tries - 1), LONGEST_WAIT_S) * (0.75 + Math.random() / 2);
}

/**
 * Items are {id, jenis: "teks" | "tombol" | "lokasi" | "foto" | "dokumen", waktu, teks?, data?, lokasi?, nama?, galat?}.
 * `onState(item, keadaan, detail)` hears "mengirim", "menunggu" (no signal), "tertunda" (server busy),
 * "gagal" (waits for the person) and "terkirim".
 */
export class Outbox {
  #key;
  #items;
  #onState;
  #onSession;
  #running = false;
  #stopped = false;
  #tries = 0;
  #wake = null;
  #delivered = null; // {id, done()} of the item on the wire

  constructor(persona, { onState, onSession }) {
    this.#key = keys.antrean(persona);
    this.#items = read(this.#key, []);
    this.#onState = onState;
    this.#onSession = onSession;
  }

  get items() {
    return [...this.#items];
  }

  start() {
    for (const item of this.#items) this.#onState(item, item.galat ? "gagal" : "mengirim", item.galat);
    this.#pump();
  }

  stop() {
    this.#stopped = true;
    this.#wake?.();
  }

  add(item, files = []) {
    this.#items.push(item);
    this.#store((list) => [...list, item]);
    if (files.length) blobs.put(item.id, files);
    this.#onState(item, navigator.onLine === false ? "menunggu" : "mengirim");
    this.poke();
    this.#pump();
  }

  /** The person asks for it now. A failed item goes last, like its bubble; a postponed one keeps its place. */
  retry(id) {
    if (this.#items.some((item) => item.id === id && !item.galat)) return this.#wake?.(true);
    const item = this.#take(id);
    if (!item) return;
    delete item.galat;
    this.#items.push(item);
    this.#store((list) => [...list.filter((other) => other.id !== id), item]);
    this.#onState(item, "mengirim");
    this.#pump();
  }

  /** Forget an item: the person dropped it, or the server is known to have it. */
  drop(id) {
    const item = this.#take(id);
    if (!item) return;
    this.#store((list) => list.filter((other) => other.id !== id));
    if (hasFiles(item)) blobs.drop(id);
    if (this.#delivered?.id === id) this.#delivered.done();
    this.poke();
  }

  /** There may be signal again: do not sit out the wait. */
  poke() {
    this.#wake?.();
  }

  #take(id) {
    const at = this.#items.findIndex((item) => item.id === id);
    return at < 0 ? null : this.#items.splice(at, 1)[0];
  }

  // Read, change and write in one breath: another tab of the same person keeps its items in the same list.
  #store(change) {
    const list = change(read(this.#key, []));
    write(this.#key, list.length ? list : null);
  }

  async #pump() {
    if (this.#running) return;
    this.#running = true;
    for (let item; !this.#stopped && (item = this.#items.find((each) => !each.galat));) await this.#attempt(item);
    this.#running = false;
  }

  async #attempt(item) {
    // From the second try on the bubble says what it waits for; flipping it at every try would only be noise.
    if (this.#tries === 0 && navigator.onLine !== false) this.#onState(item, "mengirim");
    try {
      // An answer can be lost when the message was not; its echo then frees the way for the next one.
      await Promise.race([this.#send(item), new Promise((done) => (this.#delivered = { id: item.id, done }))]);
      this.#tries = 0;
      if (!this.#items.includes(item)) return;
      this.drop(item.id);
      this.#onState(item, "terkirim");
    } catch (error) {
      if (!this.#stopped && this.#items.includes(item)) await this.#failed(item, error);
    }
  }

  async #send(item) {
    if (item.jenis === "teks") return api.kirim({ id: item.id, teks: item.teks });
    if (item.jenis === "tombol") return api.kirim({ id: item.id, tombol: item.data, label: item.teks });
    if (item.jenis === "lokasi") return api.kirim({ id: item.id, lokasi: item.lokasi });
    const files = await blobs.get(item.id);
    if (!files) throw new ApiError("refused", "Berkasnya sudah tidak ada di perangkat ini. Lampirkan lagi, ya.");
    const onProgress = (bagian) => this.#onState(item, "mengirim", bagian);
    if (item.jenis === "dokumen") return api.dokumen(item.id, item.teks, files[0], onProgress);
    return api.foto(item.id, item.teks, files, onProgress);
  }

  async #failed(item, error) {
    this.#tries += 1;
    if (error.kind === "session") return this.#session();
    if (error.kind === "network") return this.#noSignal();
    const throttled = error.retryAfter !== null && error.retryAfter !== undefined;
    if (error.kind === "busy" && (throttled || this.#tries < BUSY_TRIES)) return this.#later(item, error);
    this.#refused(item, error);
  }

  #session() {
    this.#stopped = true;
    this.#onSession();
  }

  #noSignal() {
    for (const item of this.#items) if (!item.galat) this.#onState(item, "menunggu");
    return this.#sleep(backoff(this.#tries), true);
  }

  // Everything behind it waits too: overtaking would change what the bot is told first.
  #later(item, error) {
    this.#onState(item, "tertunda", error.message);
    return this.#sleep(error.retryAfter ?? backoff(this.#tries), false);
  }

  #refused(item, error) {
    this.#tries = 0;
    item.galat = error instanceof ApiError ? error.message : "Ada yang salah di halaman ini. Coba kirim lagi.";
    this.#store((list) => list.map((other) => (other.id === item.id ? item : other)));
    this.#onState(item, "gagal", item.galat);
  }

  #sleep(seconds, mayBeWoken) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, seconds * 1000);
      this.#wake = (force = this.#stopped) => {
        if (!mayBeWoken && !force) return;
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
