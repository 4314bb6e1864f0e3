// The panel on its page: where it stands, what its buttons do, what is kept and shared.
(() => {
  "use strict";

  const panel = globalThis.TurnbookPanel;
  const box = document.getElementById("Panel");
  if (!box) return;
  const { make, say, browser } = panel;
  const part = (name) => document.getElementById(`Panel${name}`);
  const pattern = JSON.parse(document.getElementById("PatternData").textContent);
  for (const { dataset, textContent } of part("Words").content.children) {
    panel.words[dataset.word] = textContent;
  }

  const isSecret = (name) =>
    pattern.variables.some((variable) => variable.name === name && variable.type === "secret");

  let [variant] = pattern.variants;
  let conversation = null;
  let format = "text";
  let active = null;

  // MARK: Kept and shared

  const encoded = (pairs) =>
    browser.encoded(variant.id, pairs.filter(([name]) => !isSecret(name)));

  // Takes in what was encoded; false where the text is something else.
  function take(text) {
    const sent = browser.decoded(text);
    if (sent === null) return false;
    variant = pattern.variants.find(({ id }) => id === sent.id) ?? pattern.variants[0];
    fields.clear();
    fields.take(sent.pairs);
    return true;
  }

  // What came with a link is not kept before a person makes it theirs.
  let isEdited = false;
  function keep() {
    const pairs = fields.given(() => true);
    const isUntouched = pairs.length === 0 && variant === pattern.variants[0];
    if (isEdited) browser.keep(isUntouched ? null : encoded(pairs));
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
      browser.load(box.dataset.requests).then(showOutput);
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
    const [first] = conversation.turns;
    part("OpenNote").textContent = browser.showOpeners(box.querySelectorAll("[data-open]"), {
      formats: pattern.platforms.map((platform) => platform.format),
      text: first ? panel.turnText(first).trimEnd() : "",
      isReady: first !== undefined && problemsOf(first).length === 0,
      isSecret: (first?.messages ?? []).some(({ content }) =>
        content.some(({ text, name }) => text !== "" && isSecret(name))),
    });
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

  async function copy(text, words, button) {
    if (!await browser.copy(text, box)) return tell(say("not-copied"), true);
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
      if (!isLoaded()) await browser.load(box.dataset.requests);
      action(written().text);
    } catch (error) {
      tell(error.message, true);
    }
  }

  function download(text) {
    const tab = tabs.find((each) => each.format === format);
    const name = pattern.id.replace(/[^\w-]/g, "-") || "pattern";
    const kind = ["text", "markdown"].includes(format) ? "" : `-${format}`;
    browser.download(`${name}${kind}.${tab.ending}`, text);
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

  const choose = panel.formatTabs(part("Formats"), part("Output"), tabs, (wanted) => {
    format = wanted;
    showOutput();
  });

  // MARK: The beginning

  const isSent = take(location.hash.slice(1));
  if (!isSent) take(browser.kept());
  rebuild();
  choose("text");
  box.hidden = false;
  if (isSent) box.scrollIntoView();
  else browser.scrollToTarget();
  addEventListener("hashchange", () => {
    if (!take(location.hash.slice(1))) return;
    rebuild();
    box.scrollIntoView();
  });
  addEventListener("pagehide", keep);
})();
