// What the panel wants of the browser: clipboard, files, storage, addresses.
(() => {
  "use strict";

  const panel = globalThis.TurnbookPanel;
  const { make, say } = panel;
  const browser = (panel.browser = {});

  // MARK: The page

  // What the address names may have moved down.
  browser.scrollToTarget = () => {
    try {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      target?.scrollIntoView();
    } catch {
      // It names nothing.
    }
  };

  // Few readers want more than text: what writes the rest comes when the first one does.
  let loading = null;
  browser.load = (source) => {
    loading ??= new Promise((resolve, reject) => {
      const script = make("script", { src: source });
      script.addEventListener("load", resolve);
      script.addEventListener("error", reject);
      document.head.append(script);
    });
    return loading;
  };

  // MARK: Clipboard and files

  // Pages without encryption get no clipboard, but an older way to it.
  function copyTheOldWay(text, box) {
    const area = make("textarea", { class: "unseen", readonly: true });
    area.value = text;
    const before = document.activeElement;
    box.append(area);
    area.select();
    const isDone = document.execCommand("copy");
    area.remove();
    before?.focus();
    return isDone;
  }

  // Whether the text is on the clipboard.
  browser.copy = async (text, box) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyTheOldWay(text, box);
    }
  };

  browser.download = (name, text) => {
    const address = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
    make("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  };

  // MARK: Values in addresses and in storage

  // `fill=VARIANT&name=value&…`, each part percent-encoded, a list by its name again and again.
  // No heading has an anchor with a `=`.
  browser.encoded = (id, pairs) => {
    const escape = (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
    const encode = (text) => encodeURIComponent(text).replace(/[!'()*~]|\.$/g, escape);
    return [["fill", id], ...pairs].map((pair) => pair.map(encode).join("=")).join("&");
  };

  // The variant's id and pairs; null where the text is something else.
  browser.decoded = (text) => {
    if (!text.startsWith("fill=")) return null;
    try {
      const [[, id], ...pairs] = text.split("&").map((each) => {
        const sign = each.indexOf("=");
        const ends = sign < 0 ? [each, ""] : [each.slice(0, sign), each.slice(sign + 1)];
        return ends.map(decodeURIComponent);
      });
      return { id, pairs };
    } catch {
      return null;
    }
  };

  const storageKey = `turnbook.fill:${location.pathname.replace(/index\.html$/, "")}`;

  // Storage can be forbidden or full; values then last as long as the page.
  browser.keep = (text) => {
    try {
      if (text === null) localStorage.removeItem(storageKey);
      else localStorage.setItem(storageKey, text);
    } catch {
      // It is the same without.
    }
  };

  browser.kept = () => {
    try {
      return localStorage.getItem(storageKey) ?? "";
    } catch {
      return "";
    }
  };

  // MARK: Assistants

  // They and the programs between cut longer addresses.
  const longest = 6000;

  // Puts the first turn into the links to assistants; what is to be said of them.
  browser.showOpeners = (links, { formats, text, isReady, isSecret }) => {
    let words = "open-ready";
    if (!isReady) words = "open-incomplete";
    else if (isSecret) words = "open-secret";
    else if (encodeURIComponent(text).length > longest) words = "open-long";
    let hasAny = false;
    for (const link of links) {
      link.dataset.address ??= link.getAttribute("href");
      link.hidden = formats.length > 0 && !formats.includes(link.dataset.open);
      hasAny ||= !link.hidden;
      if (words === "open-ready") {
        link.href = link.dataset.address + encodeURIComponent(text);
        link.removeAttribute("aria-disabled");
        link.removeAttribute("role");
      } else {
        link.removeAttribute("href");
        link.setAttribute("role", "link");
        link.setAttribute("aria-disabled", "true");
      }
    }
    return hasAny ? say(words) : "";
  };
})();
