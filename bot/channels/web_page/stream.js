// The server's voice: one EventSource, reopened from the last message seen. The browser's own reconnection is not
// used, because it repeats the first `sejak` and cannot tell a lost session from a lost signal.

import { api } from "./api.js";
import { backoff } from "./outbox.js";

const BANNER_AFTER_MS = 1200; // a connection that merely blinks is nobody's business
const ECHO_WITHIN_MS = 10_000;
const STALE_AFTER_MS = 30_000;

export class Stream {
  #on;
  #source = null;
  #cursor = 0;
  #tries = 0;
  #retryTimer;
  #bannerTimer;
  #echoTimer;
  #hiddenAt = 0;
  #running = false;

  /** on: {pesan(msg), mengetik(), tersambung(), terputus(), periksa()}; `periksa` is awaited when a door stays shut. */
  constructor(on) {
    this.#on = on;
    addEventListener("online", () => this.reconnect());
    addEventListener("offline", () => this.#running && this.#announceLoss(0));
    document.addEventListener("visibilitychange", () => this.#visibility());
  }

  start(cursor) {
    this.#running = true;
    this.#cursor = cursor;
    this.reconnect();
  }

  stop() {
    this.#running = false;
    this.#close();
    clearTimeout(this.#bannerTimer);
    this.#bannerTimer = undefined;
  }

  reconnect() {
    if (!this.#running) return;
    this.#close();
    this.#open();
  }

  /** A message was accepted, so its echo must come; silence means the line is dead though nobody said so. */
  expectEcho() {
    clearTimeout(this.#echoTimer);
    this.#echoTimer = setTimeout(() => this.reconnect(), ECHO_WITHIN_MS);
  }

  seen(cursor) {
    this.#cursor = Math.max(this.#cursor, cursor);
  }

  #open() {
    const source = api.aliran(this.#cursor);
    let opened = false;
    this.#source = source;
    source.onopen = () => {
      opened = true;
      this.#up();
    };
    source.addEventListener("pesan", (event) => this.#message(event));
    source.addEventListener("mengetik", () => this.#on.mengetik());
    source.onerror = () => source === this.#source && this.#lost(opened);
  }

  #message(event) {
    const pesan = JSON.parse(event.data);
    if (pesan.kunci) clearTimeout(this.#echoTimer);
    this.seen(pesan.id);
    this.#on.pesan(pesan);
  }

  #up() {
    this.#tries = 0;
    clearTimeout(this.#bannerTimer);
    this.#bannerTimer = undefined;
    this.#on.tersambung();
  }

  async #lost(opened) {
    this.#close();
    this.#announceLoss(BANNER_AFTER_MS);
    this.#tries += 1;
    // Never opened: perhaps the session is over, perhaps a proxy forbids streams. Asking plainly answers both.
    if (!opened && navigator.onLine !== false) await this.#on.periksa();
    if (!this.#running || this.#source) return;
    this.#retryTimer = setTimeout(() => this.reconnect(), backoff(this.#tries) * 500);
  }

  #announceLoss(afterMs) {
    this.#bannerTimer ??= setTimeout(() => this.#on.terputus(), afterMs);
  }

  #close() {
    this.#source?.close();
    this.#source = null;
    clearTimeout(this.#retryTimer);
    clearTimeout(this.#echoTimer);
  }

  // Phones freeze pages in the pocket; the connection of a thawed page is often a corpse.
  #visibility() {
    if (document.hidden) this.#hiddenAt = Date.now();
    else if (Date.now() - this.#hiddenAt > STALE_AFTER_MS) this.reconnect();
  }
}
