// Tanya Desa on another site: <script src="https://…/tanya/pasang.js"></script> puts the frame where it stands.
(() => {
  const naskah = document.currentScript;
  const bingkai = document.createElement("iframe");
  bingkai.src = new URL("sisip", naskah.src).href;
  bingkai.title = "Tanya Desa";
  bingkai.loading = "lazy";
  bingkai.setAttribute("sandbox", "allow-scripts allow-forms allow-same-origin allow-popups allow-popups-to-escape-sandbox");
  bingkai.setAttribute("allow", "clipboard-write");
  bingkai.style.cssText = "display:block;width:100%;max-width:42rem;height:34rem;border:1px solid #8b7f62;border-radius:16px";
  naskah.after(bingkai);
  addEventListener("message", (pesan) => {
    const tinggi = pesan.source === bingkai.contentWindow && pesan.data && pesan.data.tanyaDesa;
    if (Number.isFinite(tinggi)) bingkai.style.height = Math.min(Math.max(tinggi + 2, 240), 4000) + "px";
  });
})();
