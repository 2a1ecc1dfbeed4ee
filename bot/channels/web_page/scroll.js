// The reader's place in the log: at the bottom it stays at the bottom, scrolled up it stays where the reader is.

import { byId } from "./dom.js";

const NEAR_PX = 48;
const FAR_PX = 240;

export class Scroll {
  #area = byId("gulir");
  #button = byId("ke-bawah");
  #count = byId("jumlah-baru");
  #unread = 0;
  #stuck = true;
  #top = 0;

  constructor() {
    this.#area.addEventListener("scroll", () => this.#look(), { passive: true });
    this.#button.addEventListener("click", () => this.toBottom());
    // The keyboard, a growing composer, a late picture: whatever moves the bottom, follow it.
    const observer = new ResizeObserver(() => (this.#stuck ? this.toBottom() : this.#look()));
    observer.observe(this.#area);
    for (const child of this.#area.children) observer.observe(child);
  }

  toBottom() {
    this.#stuck = true;
    this.#unread = 0;
    this.#area.scrollTop = this.#area.scrollHeight;
    this.#label();
  }

  /** After a message was added: follow it, or count it for a reader who is looking at something older. */
  added(node, mine) {
    if (mine || this.#stuck) return this.#follow(node);
    this.#unread += 1;
    this.#label();
  }

  // A message taller than the screen is shown from its first line, not from its last.
  #follow(node) {
    this.toBottom();
    if (node.offsetHeight < this.#area.clientHeight - 24) return;
    this.#stuck = false;
    this.#area.scrollTop = node.offsetTop - 12;
  }

  get #distance() {
    return this.#area.scrollHeight - this.#area.scrollTop - this.#area.clientHeight;
  }

  // Only moving up lets go of the bottom. A bottom that moves away by itself is followed, not taken for a reader.
  #look() {
    const { scrollTop } = this.#area;
    this.#stuck = this.#distance < NEAR_PX || (this.#stuck && scrollTop >= this.#top);
    this.#top = scrollTop;
    if (this.#stuck) this.#unread = 0;
    this.#label();
  }

  #label() {
    this.#count.textContent = this.#unread ? `${this.#unread} pesan baru` : "";
    this.#button.setAttribute(
      "aria-label",
      this.#unread ? `${this.#unread} pesan baru, ke bawah` : "Ke pesan terakhir",
    );
    this.#button.hidden = !this.#unread && this.#distance < FAR_PX;
  }
}

/**
 * Safari lays its keyboard over the page instead of making the page shorter. Follow the part that is visible;
 * elsewhere `interactive-widget=resizes-content` and 100dvh have done it already and this finds nothing to do.
 */
export function followKeyboard() {
  const view = window.visualViewport;
  const page = byId("aplikasi");
  if (!view) return;
  const fit = () => {
    const covered = innerHeight - view.height > 100 && view.scale < 1.05; // a pinch is not a keyboard
    page.style.height = covered ? `${view.height}px` : "";
    page.style.transform = covered ? `translateY(${view.offsetTop}px)` : "";
  };
  view.addEventListener("resize", fit);
  view.addEventListener("scroll", fit);
}
