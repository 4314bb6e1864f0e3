// The panel's preview: the conversation turn by turn while it is filled in, values highlighted.
(() => {
  "use strict";

  const panel = globalThis.TurnbookPanel;

  function pieceOf({ text, name, slot, response }, labels) {
    const { make, say } = panel;
    if (slot !== undefined) {
      return make("button", { type: "button", class: "slot", "data-slot": slot }, labels.get(slot));
    }
    if (response !== undefined) {
      return make("span", { class: "answer" }, say("answer", { turn: response }));
    }
    return name === undefined ? text : make("mark", { "data-name": name }, text);
  }

  function messageOf({ role, content }, isPlain, labels) {
    const { make, say } = panel;
    const label = isPlain ? null : make("span", { class: "role" }, say(role));
    const pieces = content.map((piece) => pieceOf(piece, labels));
    return make("div", { class: `message ${role}` }, label, make("p", {}, ...pieces));
  }

  function turnOf(turn, labels, { name, note, copies }) {
    const { make, say } = panel;
    const isPlain = turn.messages.length === 1 && turn.messages[0].role === "user";
    const label = say("copy-turn", { turn: turn.id });
    const copy = make("button",
      { type: "button", class: "copy", "data-copy": turn.id, "aria-label": label }, say("copy"));
    return make("li", { class: copies ? null : "ghost" },
      make("div", { class: "turn-head" },
        make("span", { class: "turn-name" }, name),
        note && make("span", {}, note), copies ? copy : null),
      ...turn.messages.map((message) => messageOf(message, isPlain, labels)));
  }

  // The turns as a list; a turn that repeats and is not said yet is there as it would be.
  panel.preview = (pattern, variant, { turns }) => {
    const { make, say } = panel;
    const labels = new Map(pattern.variables.map(({ name, label }) => [name, label]));
    const isAlone = variant.turns.length === 1 && turns.length === 1;
    const items = variant.turns.flatMap((turn) => {
      const said = turns.filter(({ origin }) => origin === turn.id);
      if (said.length === 0 && turn.repeats) {
        const messages = turn.messages.map(({ role, content }) => ({
          role,
          content: content.map((piece) => piece.variable ? { slot: piece.variable } : piece),
        }));
        const name = say("turn", { turn: turn.id.toUpperCase() });
        const note = say("repeats");
        return [turnOf({ ...turn, messages }, labels, { name, note, copies: false })];
      }
      return said.map((each) => turnOf(each, labels, {
        name: isAlone ? say("once") : say("turn", { turn: each.id }),
        note: each.forkOf === null ? null : say("fork", { turn: each.forkOf }),
        copies: true,
      }));
    });
    return make("ol", { class: "turns" }, ...items);
  };

  // One tab for each format, all for the same output; gives the function that chooses one.
  panel.formatTabs = (list, output, tabs, onChoose) => {
    const buttons = tabs.map(({ format, name }) => {
      const id = `PanelFormat-${format}`;
      const roles = { type: "button", role: "tab", id, "aria-controls": output.id };
      const button = panel.make("button", roles, name);
      button.addEventListener("click", () => choose(format));
      return button;
    });
    list.append(...buttons);

    function choose(format) {
      for (const [index, button] of buttons.entries()) {
        const isChosen = tabs[index].format === format;
        button.setAttribute("aria-selected", isChosen);
        button.tabIndex = isChosen ? 0 : -1;
        if (isChosen) output.setAttribute("aria-labelledby", button.id);
      }
      onChoose(format);
    }

    list.addEventListener("keydown", (event) => {
      const isMirrored = getComputedStyle(list).direction === "rtl";
      const [backward, forward] = ["ArrowLeft", "ArrowRight"];
      const current = buttons.findIndex((button) => button.tabIndex === 0);
      const last = tabs.length - 1;
      const next = {
        [isMirrored ? backward : forward]: current === last ? 0 : current + 1,
        [isMirrored ? forward : backward]: current === 0 ? last : current - 1,
        Home: 0,
        End: last,
      }[event.key];
      if (next === undefined) return;
      event.preventDefault();
      choose(tabs[next].format);
      buttons[next].focus();
    });
    return choose;
  };
})();
