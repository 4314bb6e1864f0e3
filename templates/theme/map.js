// The map of the techniques: what is looked at is shown with what it is related to, and the map is
// filtered where it stands. What is chosen is kept in the address, so that it can be passed on.
(() => {
  "use strict";

  const form = document.getElementById("Filters");
  const map = document.getElementById("Map");
  if (!form || !map) return;
  const count = document.getElementById("FilterCount");
  const reset = form.querySelector("[type=reset]");
  const entries = document.querySelectorAll(".map-list > li");
  const nodes = [...map.querySelectorAll("a")].map((link) => ({
    link,
    id: link.id.slice("technique:".length),
    platforms: (link.dataset.marks ?? "").split(" "),
    near: new Set(),
  }));
  const lines = [...map.querySelectorAll("[data-e]")].map((path) => {
    const ends = path.dataset.e.split(" ").map(Number);
    nodes[ends[0]].near.add(nodes[ends[1]]);
    nodes[ends[1]].near.add(nodes[ends[0]]);
    return { path, ends: ends.map((end) => nodes[end]) };
  });
  let chosen;

  // One node with its neighbours, or everything alike.
  function light(node) {
    map.classList.toggle("map-lit", node !== undefined);
    for (const each of nodes) {
      each.link.classList.toggle("lit", each === node);
      each.link.classList.toggle("near", node !== undefined && node.near.has(each));
    }
    for (const { path, ends } of lines) path.classList.toggle("lit", ends.includes(node));
  }

  const nodeOf = (target) => nodes.find((node) => node.link.contains(target));

  function show(scrolls) {
    const wanted = { technique: "", platform: "" };
    for (const [name, value] of new FormData(form)) wanted[name] = value;
    const shown = new Set(
      nodes.filter((node) => !wanted.platform || node.platforms.includes(wanted.platform)));
    for (const node of nodes) node.link.classList.toggle("off", !shown.has(node));
    for (const { path, ends } of lines) {
      path.classList.toggle("off", !ends.every((end) => shown.has(end)));
    }
    const ids = new Set([...shown].map((node) => node.id));
    for (const entry of entries) entry.hidden = !ids.has(entry.dataset.id);
    chosen = nodes.find((node) => node.id === wanted.technique && shown.has(node));
    light(chosen);
    if (chosen && scrolls) chosen.link.scrollIntoView({ block: "nearest", inline: "center" });
    count.textContent = `${shown.size} ${shown.size === 1 ? count.dataset.one : count.dataset.many}`;
    const said = Object.entries(wanted).filter(([, value]) => value);
    reset.hidden = said.length === 0;
    const state = new URLSearchParams(said).toString();
    // An address that leads to a heading stays.
    if (state !== location.hash.slice(1) && (state || location.hash.includes("="))) {
      history.replaceState(null, "", state ? `#${state}` : location.pathname + location.search);
    }
  }

  // What the address does not name is open.
  function restore() {
    form.reset();
    for (const [name, value] of new URLSearchParams(location.hash.slice(1).replace(/^technique:/, "technique="))) {
      const field = form.elements[name];
      if (field) field.value = value;
    }
    show(true);
  }

  for (const type of ["pointerover", "focusin"]) {
    map.addEventListener(type, (event) => light(nodeOf(event.target) ?? chosen));
  }
  for (const type of ["pointerleave", "focusout"]) {
    map.addEventListener(type, () => light(chosen));
  }
  form.hidden = false;
  form.addEventListener("input", () => show(true));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(show));
  addEventListener("hashchange", restore);
  restore();
})();
