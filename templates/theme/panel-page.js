// The panel on its page: where it stands, what its buttons do, what is kept and shared.
(() => {
  "use strict";

  const panel = globalThis.TurnbookPanel;
  const box = document.getElementById("Panel");
  if (!box) return;
  const { make, say } = panel;
  const part = (name) => document.getElementById(`Panel${name}`);
  const pattern = JSON.parse(document.getElementById("PatternData").textContent);
  for (const { dataset, textContent } of part("Words").content.children) {
    panel.words[dataset.word] = textContent;
  }

  // Assistants and programs cut longer addresses.
  const longestAddress = 6000;
  const storageKey = `turnbook.fill:${location.pathname.replace(/index\.html$/, "")}`;
  const isSecret = (name) =>
    pattern.variables.some((variable) => variable.name === name && variable.type === "secret");

  let [variant] = pattern.variants;
  let conversation = null;
  let format = "text";
  let active = null;

  // MARK: Kept and shared

  // `fill=VARIANT&name=value&…`, each part percent-encoded, a list by its name again and again.
  // No heading has an anchor with a `=`. Secrets are left out.
  function encoded(pairs) {
    const escape = (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
    const encode = (text) => encodeURIComponent(text).replace(/[!'()*~]|\.$/g, escape);
    const shown = pairs.filter(([name]) => !isSecret(name));
    return [["fill", variant.id], ...shown].map((pair) => pair.map(encode).join("=")).join("&");
  }

  // Takes in what was encoded; false where the text is something else.
  function decode(text) {
    if (!text.startsWith("fill=")) return false;
    try {
      const [[, id], ...pairs] = text.split("&").map((each) => {
        const sign = each.indexOf("=");
        const ends = sign < 0 ? [each, ""] : [each.slice(0, sign), each.slice(sign + 1)];
        return ends.map(decodeURIComponent);
      });
      variant = pattern.variants.find((each) => each.id === id) ?? pattern.variants[0];
      fields.clear();
      fields.take(pairs);
      return true;
    } catch {
      return false;
    }
  }

  // What came with a link is not kept before a person makes it theirs.
  let isEdited = false;
  function keep() {
    if (!isEdited) return;
    try {
      const pairs = fields.given(() => true);
      const isUntouched = pairs.length === 0 && variant === pattern.variants[0];
      if (isUntouched) localStorage.removeItem(storageKey);
      else localStorage.setItem(storageKey, encoded(pairs));
    } catch {
      // Storage can be forbidden or full; values then last as long as the page.
    }
  }

  function kept() {
    try {
      return localStorage.getItem(storageKey) ?? "";
    } catch {
      return "";
    }
  }

  // MARK: What is shown

  const programs = pattern.platforms.filter((platform) => platform.format !== "m365-copilot");
  const provider = programs[0]?.format ?? "openai";
  const tabs = [
    { format: "text", name: say("text"), ending: "txt" },
    ...pattern.platforms.map((platform) => ({ ...platform, ending: "json" })),
    { format: "curl", name: say("curl"), ending: "sh" },
    { format: "command", name: say("command"), ending: "sh" },
    { format: "markdown", name: say("markdown"), ending: "md" },
    { format: "json", name: say("json"), ending: "json" },
  ].filter((tab, index, all) => all.findIndex((each) => each.format === tab.format) === index);

  // Few readers want more than text: what writes the rest comes when the first one does.
  let loading = null;
  function load() {
    loading ??= new Promise((resolve, reject) => {
      const script = make("script", { src: box.dataset.requests });
      script.addEventListener("load", resolve);
      script.addEventListener("error", reject);
      document.head.append(script);
    });
    return loading;
  }
  const isLoaded = () => format === "text" || panel.command !== undefined;

  // The conversation in the chosen format, exactly as `turn fill` prints it, and notes.
  function written() {
    const made = format === "command"
      ? panel.command(pattern, variant, fields.given())
      : panel.formats[format](conversation, pattern, variant, provider);
    return typeof made === "string" ? { text: made, notes: [] } : made;
  }

  const sentences = (problems) => problems.map(({ text }) => text).join("; ");

  function showOutput() {
    const output = part("Output");
    const { problems } = conversation;
    let notes = [];
    if (format === "text") {
      output.replaceChildren(panel.preview(pattern, variant, conversation));
      mark();
    } else if (problems.length > 0) {
      const words = say("incomplete", { problems: sentences(problems) });
      output.replaceChildren(make("p", { class: "panel-note" }, words));
    } else if (!isLoaded()) {
      load().then(showOutput);
    } else {
      let text = "";
      try {
        ({ text, notes } = written());
      } catch (error) {
        notes = [error.message];
      }
      output.replaceChildren(make("pre", {}, make("code", {}, text)));
    }
    part("Notes").replaceChildren(...notes.map((note) => make("li", {}, note)));
    showOpeners();
  }

  // Highlights the value that a person is writing.
  function mark() {
    for (const value of part("Output").querySelectorAll("[data-name]")) {
      value.classList.toggle("active", value.dataset.name === active);
    }
  }

  const problemsOf = (turn) => {
    const origin = variant.turns.find(({ id }) => id === turn?.origin);
    const names = panel.used({ turns: origin ? [origin] : [] });
    return conversation.problems.filter((problem) => problem.names.some((name) => names.has(name)));
  };

  function showOpeners() {
    const [first] = conversation.turns;
    const text = first ? panel.turnText(first).trimEnd() : "";
    const pieces = first?.messages.flatMap(({ content }) => content) ?? [];
    let words = "open-ready";
    if (!first || problemsOf(first).length > 0) words = "open-incomplete";
    else if (pieces.some(({ text, name }) => text !== "" && isSecret(name))) words = "open-secret";
    else if (encodeURIComponent(text).length > longestAddress) words = "open-long";
    let hasAny = false;
    for (const link of box.querySelectorAll("[data-open]")) {
      const { open } = link.dataset;
      link.dataset.address ??= link.getAttribute("href");
      link.hidden = pattern.platforms.length > 0
        && pattern.platforms.every((platform) => platform.format !== open);
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
    part("OpenNote").textContent = hasAny ? say(words) : "";
  }

  function update() {
    conversation = panel.fill(pattern, variant, fields.given());
    fields.tell(conversation.problems);
    showOutput();
  }

  let scheduled = 0;
  function edited() {
    isEdited = true;
    // The address would bring back what was there before.
    if (location.hash.startsWith("#fill=")) {
      history.replaceState(null, "", location.pathname + location.search);
    }
    clearTimeout(scheduled);
    scheduled = setTimeout(keep, 250);
  }

  function changed() {
    edited();
    update();
  }

  const fields = new panel.Fields(pattern, part("Fields"), changed);

  function rebuild() {
    fields.show(variant);
    box.querySelector("[data-do=example]").hidden = exampleOf().length === 0;
    for (const radio of part("Variants").querySelectorAll("input")) {
      radio.checked = radio.value === variant.id;
    }
    update();
  }

  // MARK: What buttons do

  let clearing = 0;
  function tell(words, isWrong = false) {
    part("Status").textContent = words;
    part("Status").classList.toggle("wrong", isWrong);
    clearTimeout(clearing);
    clearing = setTimeout(() => { part("Status").textContent = ""; }, 6000);
  }

  // Browsers give pages without encryption no clipboard, but an older way to it.
  function copyTheOldWay(text) {
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

  async function copy(text, words, button) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      if (!copyTheOldWay(text)) return tell(say("not-copied"), true);
    }
    tell(words);
    button.classList.add("done");
    setTimeout(() => button.classList.remove("done"), 2000);
  }

  // Whether nothing is in the way; else says what, and leads to the first field concerned.
  function isReady(problems) {
    if (problems.length === 0) return true;
    const wrong = new Set(problems.flatMap(({ names }) => names));
    fields.touch(wrong);
    fields.focus(pattern.variables.find(({ name }) => wrong.has(name))?.name);
    tell(say("wrong", { problems: sentences(problems) }), true);
    return false;
  }

  async function outputOf(action) {
    if (!isReady(conversation.problems)) return;
    try {
      if (!isLoaded()) await load();
      action(written().text);
    } catch (error) {
      tell(error.message, true);
    }
  }

  function download(text) {
    const tab = tabs.find((each) => each.format === format);
    const name = pattern.id.replace(/[^\w-]/g, "-") || "pattern";
    const kind = ["text", "markdown"].includes(format) ? "" : `-${format}`;
    const address = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
    make("a", { href: address, download: `${name}${kind}.${tab.ending}` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  }

  function exampleOf() {
    const values = { ...variant.example };
    for (const { name, example } of pattern.variables) {
      if (example !== null && fields.used.has(name)) values[name] ??= example;
    }
    return Object.entries(values);
  }

  // Does something to all fields, which a person can take back.
  const undo = box.querySelector("[data-do=undo]");
  let before = null;
  function replace(action) {
    before = fields.given(() => true);
    action();
    edited();
    rebuild();
    undo.hidden = before.length === 0;
  }

  const actions = {
    example: () => replace(() => fields.take(exampleOf())),
    clear() {
      replace(() => fields.clear());
      tell(say("cleared"));
    },
    undo() {
      fields.clear();
      fields.take(before);
      edited();
      rebuild();
      undo.hidden = true;
      box.querySelector("[data-do=clear]").focus();
    },
    copy: (button) => outputOf((text) => copy(text, say("copied"), button)),
    download: () => outputOf(download),
    share(button) {
      const address = `${location.href.split("#")[0]}#${encoded(fields.given())}`;
      copy(address, say("copied-link"), button);
    },
  };

  box.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    const { do: action, copy: id, slot } = button?.dataset ?? {};
    if (action !== undefined) actions[action](button);
    if (slot !== undefined) fields.focus(slot);
    if (id !== undefined) {
      const turn = conversation.turns.find((each) => each.id === id);
      if (isReady(problemsOf(turn))) copy(panel.turnText(turn), say("copied"), button);
    }
  });
  box.addEventListener("focusin", ({ target }) => {
    active = target.dataset.name ?? null;
    mark();
  });
  part("Form").addEventListener("submit", (event) => event.preventDefault());

  // MARK: Choosing a variant and a format

  part("Variants").hidden = pattern.variants.length < 2;
  part("Variants").append(...pattern.variants.map((each, index) => {
    const id = `PanelVariant${index}`;
    const radio = make("input", { type: "radio", name: "variant", id, value: each.id });
    radio.addEventListener("change", () => {
      variant = each;
      edited();
      rebuild();
    });
    return make("label", { for: id }, radio, each.title);
  }));

  const tabList = part("Formats");
  tabList.append(...tabs.map((tab) => {
    const id = `PanelFormat-${tab.format}`;
    const roles = { type: "button", role: "tab", id, "aria-controls": "PanelOutput" };
    const button = make("button", roles, tab.name);
    button.addEventListener("click", () => choose(tab.format));
    return button;
  }));

  function choose(wanted) {
    format = wanted;
    for (const [index, button] of [...tabList.children].entries()) {
      const isChosen = tabs[index].format === format;
      button.setAttribute("aria-selected", isChosen);
      button.tabIndex = isChosen ? 0 : -1;
      if (isChosen) part("Output").setAttribute("aria-labelledby", button.id);
    }
    showOutput();
  }

  tabList.addEventListener("keydown", (event) => {
    const forward = getComputedStyle(tabList).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const backward = forward === "ArrowRight" ? "ArrowLeft" : "ArrowRight";
    const current = tabs.findIndex((tab) => tab.format === format);
    const next = {
      [forward]: (current + 1) % tabs.length,
      [backward]: (current + tabs.length - 1) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    choose(tabs[next].format);
    tabList.children[next].focus();
  });

  // MARK: At the beginning

  // What the address names may have moved down.
  function scrollToTarget() {
    try {
      document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
    } catch {
      // It names nothing.
    }
  }

  const isSent = decode(location.hash.slice(1));
  if (!isSent) decode(kept());
  rebuild();
  choose("text");
  box.hidden = false;
  if (isSent) box.scrollIntoView();
  else if (location.hash.length > 1) scrollToTarget();
  addEventListener("hashchange", () => {
    if (!decode(location.hash.slice(1))) return;
    rebuild();
    box.scrollIntoView();
  });
  addEventListener("pagehide", keep);
})();
