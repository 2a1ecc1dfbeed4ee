// Building elements. Text only ever enters the page as text nodes, never as HTML.

const SVG = "http://www.w3.org/2000/svg";

export const byId = (id) => document.getElementById(id);

/** Props: `uji` (test hook), `onclick`-like handlers, anything else an attribute; null and false are left out. */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) setProp(node, name, value);
  node.append(...children.filter((child) => child != null && child !== false));
  return node;
}

function setProp(node, name, value) {
  if (value == null || value === false) return;
  if (typeof value === "function") node.addEventListener(name.slice(2), value);
  else if (name === "uji") node.dataset.uji = value;
  else node.setAttribute(name, value === true ? "" : value);
}

export function ikon(nama) {
  const svg = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  svg.setAttribute("class", "ikon");
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `#ikon-${nama}`);
  svg.append(use);
  return svg;
}

/** The text as nodes, web addresses made tappable. A full stop after an address belongs to the sentence. */
export function teksBertaut(teks) {
  return teks.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/).map((bagian, i) => (i % 2 ? tautan(bagian) : bagian));
}

function tautan(alamat) {
  return el("a", { href: alamat, target: "_blank", rel: "noopener noreferrer" }, alamat);
}

/** Only web addresses may become links or pictures; a `javascript:` one becomes null. */
export function alamatAman(alamat) {
  try {
    const url = new URL(alamat, location.href);
    return ["http:", "https:", "blob:"].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** True where typing pops a keyboard over half the page, so the page must not take the focus by itself. */
export const layarSentuh = () => matchMedia("(pointer: coarse)").matches;
