// Runs before the first paint: whatever waits for script.js would be seen to change.
(() => {
  const root = document.documentElement;

  const target = root.dataset.redirect;
  if (target) {
    const address = new URL(target, location);
    address.hash ||= location.hash;
    // From a disk there is no server that finds the index of a folder.
    if (address.protocol === "file:") address.pathname = address.pathname.replace(/\/$/, "/index.html");
    location.replace(address);
    return;
  }

  root.classList.add("js");
  try {
    const scheme = localStorage.getItem("turnbook.scheme");
    if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
  } catch {
    // Storage can be forbidden; the system's scheme applies then.
  }

  // Sections of the navigation that the reader opened, one name a line, are open on every page of
  // the site.
  const key = `turnbook.open:${new URL(root.dataset.root, location).pathname}`;
  let names = [];
  try {
    names = localStorage.getItem(key)?.split("\n") ?? [];
  } catch {
    // They are then as the page has them.
  }

  function nameOf(section) {
    const names = [];
    for (let each = section; each; each = each.parentElement.closest("details")) {
      const summary = each.firstElementChild;
      names.unshift(summary.getAttribute("aria-label") ?? summary.textContent);
    }
    return names.join("/").replaceAll("\n", " ");
  }

  addEventListener("click", (event) => {
    const section = event.target.closest?.(".navigation summary")?.parentElement;
    if (!section) return;
    // It opens or closes after this.
    names = names.filter((name) => name !== nameOf(section));
    if (!section.open) names = [...names, nameOf(section)].slice(-50);
    try {
      localStorage.setItem(key, names.join("\n"));
    } catch {
      // It is then so on this page only.
    }
  });

  // Before the page is painted: while it is being read.
  if (names.length === 0) return;
  const reading = new MutationObserver(() => {
    // A section has its whole name once something follows it.
    for (const list of document.querySelectorAll(".navigation details:not([open]) > summary + *")) {
      const section = list.parentElement;
      if (names.includes(nameOf(section))) section.open = true;
    }
    if (document.getElementById("Main")) reading.disconnect();
  });
  reading.observe(root, { childList: true, subtree: true });
})();
