// The panel's engine: a filled conversation as text, in the notation of templates.
(() => {
  "use strict";

  const panel = globalThis.TurnbookPanel;
  const size = (text) => new TextEncoder().encode(text).length;

  // A message as text, answers by a note in their place.
  panel.plain = ({ content }) => content.map(({ text, response, slot }) =>
    text ?? (slot === undefined ? `[answer to turn ${response}]` : `{${slot}}`)).join("");

  // Whether a line would begin a turn or a message: `Turn 2:`, `System:`, in any case of letters.
  function isLabel(line) {
    const colon = line.indexOf(":");
    if (colon < 0 || colon >= 200 || size(line.slice(0, colon)) >= 200) return false;
    let words = "";
    for (const { segment } of panel.characters.segment(panel.lower(line.slice(0, colon)))) {
      words += /^[\p{Alphabetic}\p{N}]/u.test(segment) ? segment : " ";
    }
    const [first, ...more] = words.split(" ").filter((word) => word !== "");
    if (first === "turn") return more.length <= 2;
    return more.length === 0 && ["system", "user", "assistant"].includes(first);
  }

  // The lines of a message behind its label. A line that looks like a label itself is indented: it
  // is text, and stays text when it is read again.
  function lines(message, label) {
    const parts = panel.plain(message).split(/([\n\r])/);
    let result = label ?? "";
    for (let index = 0; index < parts.length; index += 2) {
      const line = parts[index];
      const isIndented = isLabel(line);
      if (index === 0 && label !== undefined && line !== "") result += isIndented ? "\n" : " ";
      result += (isIndented ? "    " : "") + line + (parts[index + 1] ?? "");
    }
    return result.endsWith("\n") ? result : result + "\n";
  }

  panel.roleLabel = (role) => role[0].toUpperCase() + role.slice(1);

  // What is said in one turn, without its label.
  panel.turnText = ({ messages }) => messages.length === 1
    ? lines(messages[0])
    : messages.map((message) => lines(message, `${panel.roleLabel(message.role)}:`)).join("");

  function labelled(turn) {
    if (turn.messages.length !== 1) return `Turn ${turn.id}:\n${panel.turnText(turn)}`;
    const [message] = turn.messages;
    const role = message.role === "user" ? "" : ` (${message.role})`;
    return lines(message, `Turn ${turn.id}${role}:`);
  }

  function text({ turns }) {
    const isPlain = turns.length === 1 && turns[0].messages.every(({ role }) => role === "user");
    return isPlain ? panel.turnText(turns[0]) : turns.map(labelled).join("");
  }

  panel.formats = { text };
})();
