// The switch between light and dark. Choosing what the system prefers means to follow the
// system again; early.js applies a stored choice before the first paint.
(() => {
  "use strict";

  const root = document.documentElement;
  const buttons = document.querySelectorAll("[data-toggle-scheme]");
  const systemDark = matchMedia("(prefers-color-scheme: dark)");

  function isDark() {
    const scheme = root.dataset.scheme;
    return scheme ? scheme === "dark" : systemDark.matches;
  }

  function show() {
    for (const button of buttons) button.setAttribute("aria-pressed", isDark());
    const paper = getComputedStyle(document.body).backgroundColor;
    for (const meta of document.querySelectorAll("meta[name=theme-color]")) meta.content = paper;
  }

  function store(scheme) {
    try {
      if (scheme) localStorage.setItem("turnbook.scheme", scheme);
      else localStorage.removeItem("turnbook.scheme");
    } catch {
      // Storage can be forbidden; the choice then lasts for this page only.
    }
  }

  function toggle() {
    const dark = !isDark();
    if (dark === systemDark.matches) delete root.dataset.scheme;
    else root.dataset.scheme = dark ? "dark" : "light";
    store(root.dataset.scheme);
    show();
  }

  for (const button of buttons) button.addEventListener("click", toggle);
  systemDark.addEventListener("change", show);
  show();
})();
