// The list of all techniques: filtered and sorted where it stands. What is chosen is kept in the
// address, so that it can be passed on.
(() => {
  "use strict";

  const form = document.getElementById("Filters");
  const list = document.getElementById("Catalogue");
  if (!form || !list) return;
  const count = document.getElementById("FilterCount");
  const reset = form.querySelector("[type=reset]");
  const entries = [...list.children].map((element, place) => ({
    element,
    place,
    words: element.textContent.toLowerCase(),
    platforms: element.dataset.platforms.split(" "),
    tags: [...element.querySelectorAll(".facts a")].map((tag) => tag.textContent),
    turns: Number(element.dataset.turns),
    variables: Number(element.dataset.variables),
    updated: element.dataset.updated,
  }));
  const orders = {
    turns: (a, b) => a.turns - b.turns,
    variables: (a, b) => a.variables - b.variables,
    updated: (a, b) => (a.updated < b.updated) - (a.updated > b.updated),
  };

  function fits(entry, wanted) {
    const [least, most] = wanted.turns.split("-");
    const words = wanted.words.toLowerCase().split(/\s+/);
    return (
      words.every((word) => entry.words.includes(word)) &&
      (!wanted.platform || entry.platforms.includes(wanted.platform)) &&
      (!wanted.tag || entry.tags.includes(wanted.tag)) &&
      entry.turns >= Number(least) &&
      entry.turns <= (most === undefined ? Number(least) || Infinity : Number(most) || Infinity)
    );
  }

  function show() {
    const wanted = { words: "", platform: "", tag: "", turns: "", order: "" };
    for (const [name, value] of new FormData(form)) wanted[name] = value;
    let shown = 0;
    for (const entry of entries) {
      entry.element.hidden = !fits(entry, wanted);
      if (!entry.element.hidden) shown += 1;
    }
    const order = orders[wanted.order] ?? (() => 0);
    list.append(...entries.toSorted((a, b) => order(a, b) || a.place - b.place).map((e) => e.element));
    count.textContent = `${shown} ${shown === 1 ? count.dataset.one : count.dataset.many}`;
    const chosen = Object.entries(wanted).filter(([, value]) => value);
    reset.hidden = chosen.length === 0;
    const state = new URLSearchParams(chosen).toString();
    if (state !== location.hash.slice(1)) {
      history.replaceState(null, "", state ? `#${state}` : location.pathname + location.search);
    }
  }

  // What the address does not name is open.
  function restore() {
    form.reset();
    for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
      const field = form.elements[name];
      if (field) field.value = value;
    }
    show();
  }

  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(show));
  addEventListener("hashchange", restore);
  restore();
})();
