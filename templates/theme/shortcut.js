// Opens the search. What it needs besides is loaded only then.
(() => {
  "use strict";

  const dialog = document.getElementById("Search");
  if (!dialog) return;
  const field = dialog.querySelector("input");

  function load() {
    if (load.script) return;
    load.script = document.createElement("script");
    load.script.src = dialog.dataset.script;
    load.script.addEventListener("error", () => {
      load.script.remove();
      load.script = null;
    });
    document.head.append(load.script);
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
