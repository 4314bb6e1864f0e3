// Pages that a reader is about to open are asked for when a link is pointed at or has the focus.
(() => {
  "use strict";

  const connection = navigator.connection;
  if (!location.protocol.startsWith("http") || connection?.saveData) return;
  if (connection?.effectiveType?.includes("2g")) return;
  const site = new URL(document.documentElement.dataset.root, location).href;
  const asked = new Set([location.href.split("#")[0]]);
  let waiting = 0;

  function ask(link) {
    // A link in a drawing has no address of its own, as others have.
    const target = new URL(link.getAttribute("href"), document.baseURI);
    const address = target.href.split("#")[0];
    const isPage = /(?:\/|\.html)$/.test(target.pathname) && !link.hasAttribute("download");
    if (!isPage || !address.startsWith(site) || asked.has(address)) return;
    asked.add(address);
    const hint = document.createElement("link");
    hint.rel = "prefetch";
    hint.href = address;
    document.head.append(hint);
  }

  // Who only passes over a link does not mean it.
  function consider(event) {
    clearTimeout(waiting);
    const link = event.target.closest?.("a[href]");
    if (link) waiting = setTimeout(ask, event.type === "touchstart" ? 0 : 80, link);
  }

  for (const type of ["pointerover", "focusin", "touchstart"]) {
    addEventListener(type, consider, { passive: true });
  }
})();
