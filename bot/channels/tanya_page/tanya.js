// Answers without loading the page anew; without this file the form does the same.
const form = document.querySelector("form[role=search]");
const hasil = document.getElementById("hasil");
const tombol = form.querySelector("button");
const sisip = document.body.classList.contains("sisip");
const bagian = (teks) => new DOMParser().parseFromString(teks, "text/html").getElementById("hasil");

async function tanya(q) {
  const alamat = new URL(form.action);
  const dari = form.elements.dari.value;
  alamat.search = new URLSearchParams(dari ? { q, dari } : { q });
  form.setAttribute("aria-busy", "true");
  tombol.disabled = true;
  try {
    const jawaban = await fetch(alamat, { signal: AbortSignal.timeout(15000) });
    const teks = await jawaban.text();
    const baru = bagian(teks);
    if (!baru) throw new Error("no answer");
    if (jawaban.ok) {
      history.pushState(null, "", alamat);
      document.title = new DOMParser().parseFromString(teks, "text/html").title;
    }
    hasil.replaceChildren(...baru.childNodes);
    if (baru.dataset.slug) form.elements.dari.value = baru.dataset.slug;
  } catch {
    const p = document.createElement("p");
    p.className = "hati";
    p.textContent = "Belum tersambung. Pertanyaannya masih di atas; coba tekan Tanya lagi sebentar lagi.";
    hasil.replaceChildren(p);
  }
  form.removeAttribute("aria-busy");
  tombol.disabled = false;
  siap();
  hasil.querySelector("h1")?.focus();
}

function siap() {
  for (const satu of hasil.querySelectorAll("[data-salin]")) satu.hidden = false;
}

form.addEventListener("submit", (kejadian) => {
  const q = form.elements.q.value.trim();
  kejadian.preventDefault();
  if (q) tanya(q);
  else form.elements.q.focus();
});

hasil.addEventListener("click", async (kejadian) => {
  const satu = kejadian.target.closest("[data-salin]");
  if (!satu) return;
  const url = new URL(satu.dataset.salin, location.href).href;
  try {
    if (navigator.share && !sisip) await navigator.share({ title: satu.dataset.judul, url });
    else {
      await navigator.clipboard.writeText(url);
      satu.textContent = "Tautan disalin";
    }
  } catch (salah) {
    if (salah.name !== "AbortError") prompt("Tautan jawaban ini:", url);
  }
});

window.addEventListener("popstate", () => location.reload());
if (sisip && parent !== window) {
  new ResizeObserver(() => parent.postMessage({ tanyaDesa: Math.ceil(document.documentElement.getBoundingClientRect().height) }, "*")).observe(document.body);
}
siap();
