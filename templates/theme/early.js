// Runs before the first paint: whatever waits for script.js would be seen to change.
(() => {
  const root = document.documentElement;

  const target = root.dataset.redirect;
  if (target) {
    location.replace(target.includes("#") ? target : target + location.hash);
    return;
  }

  root.classList.add("js");
  try {
    const scheme = localStorage.getItem("turnbook.scheme");
    if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
  } catch {
    // Storage can be forbidden; the system's scheme applies then.
  }
})();
