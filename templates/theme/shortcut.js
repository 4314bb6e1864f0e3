// Opens the search. What it needs besides is loaded only then.
(() => {
  "use strict";

  const dialog = document.getElementById("Search");
  if (!dialog) return;
  const field = dialog.querySelector("input");

  // By address; what failed is fetched again the next time.
  const parts = new Map();
  function fetchPart(address, element) {
    if (parts.has(address)) return;
    parts.set(address, element);
    element.addEventListener("error", () => {
      element.remove();
      parts.delete(address);
      dialog.style.opacity = 1;
    });
    // Before the guide's own style sheets, which have the last word.
    document.querySelector("link[rel=stylesheet]").after(element);
  }

  function load() {
    const { style, script } = dialog.dataset;
    const make = (tag, values) => Object.assign(document.createElement(tag), values);
    fetchPart(style, make("link", { rel: "stylesheet", href: style }));
    fetchPart(script, make("script", { src: script }));
  }

  function open() {
    load();
    if (!dialog.open) dialog.showModal();
    field.select();
  }

  // The field of a dialog that was just closed may still have the focus.
  const isTyping = (element) => element.checkVisibility() &&
    (element.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(element.tagName));

  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    const isCommand = event.ctrlKey || event.metaKey;
    const isShortcut = isCommand ? event.key.toLowerCase() === "k" : event.key === "/";
    if (!isShortcut || event.shiftKey && isCommand || isTyping(event.target)) return;
    event.preventDefault();
    open();
  });
  for (const button of document.querySelectorAll("[data-open-search]")) {
    button.addEventListener("click", open);
    button.addEventListener("pointerenter", load, { once: true });
  }
  // The page for lost addresses has a search of its own, which begins by itself.
  if (document.querySelector("main [data-search]")) load();
})();
