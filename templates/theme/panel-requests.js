// The panel's engine: the requests that carry a filled conversation to a provider.
(() => {
  "use strict";

  const panel = globalThis.TurnbookPanel;

  // A text of a body whose answers are not known yet.
  class Text {
    constructor(parts) {
      this.pieces = parts.flatMap((part, index) => index > 0 ? [{ text: "\n\n" }, ...part] : part);
    }
  }

  // MARK: What is said before what

  // The turns of a conversation, with the way back from each to the first.
  function scriptOf(conversation) {
    const steps = [];
    const placeOf = (id, user) => {
      const place = steps.findIndex((step) => step.id === id);
      if (place < 0) throw new Error(panel.say("unknown-turn", { turn: user, other: id }));
      return place;
    };
    for (const { id, forkOf, messages: all } of conversation.turns) {
      const messages = all.map(({ role, content }) => ({ role, content: panel.joined(content) }))
        .filter(({ content }) => content.length > 0);
      const parent = forkOf === null ? steps.length - 1 : steps[placeOf(forkOf, id)].parent;
      for (const { response } of messages.flatMap(({ content }) => content)) {
        if (response !== undefined) placeOf(response, id);
      }
      steps.push({ id, forkOf, messages, parent });
    }
    if (steps.every(({ messages }) => messages.length === 0)) {
      throw new Error(panel.say("nothing-to-say"));
    }
    return steps;
  }

  function pathTo(steps, place) {
    const path = [place];
    while (steps[path[0]].parent >= 0) path.unshift(steps[path[0]].parent);
    return path;
  }

  // The words of the assistant that the script itself has for a turn; undefined where it has none.
  function scripted(steps, place) {
    const last = steps[place].messages.at(-1);
    if (last?.role === "assistant") return last.content;
    const next = steps[place + 1];
    if (next?.parent !== place || next.messages[0]?.role !== "assistant") return undefined;
    return next.messages[0].content;
  }

  // The turns that somebody must answer, and always one.
  function questions(steps) {
    const spoken = [...steps.keys()].filter((place) => steps[place].messages.length > 0);
    const asking = spoken.filter((place) => scripted(steps, place) === undefined);
    return asking.length > 0 ? asking : spoken.slice(-1);
  }

  // All that is said up to one turn.
  function dialogue(steps, place) {
    const known = (piece) => {
      if (piece.response === undefined) return [piece];
      const reply = scripted(steps, steps.findIndex(({ id }) => id === piece.response));
      return reply === undefined ? [piece] : reply.flatMap(known);
    };
    const spoken = ({ role, content }) => ({ role, content: content.flatMap(known) });
    const own = steps[place].messages.map(spoken);
    const history = pathTo(steps, place).slice(0, -1).flatMap((earlier) => {
      const messages = steps[earlier].messages.map(spoken);
      // Scripted words stand in their own message.
      if (messages.length > 0 && scripted(steps, earlier) === undefined) {
        messages.push({ role: "assistant", content: [{ response: steps[earlier].id }] });
      }
      return messages;
    });
    const { id, forkOf } = steps[place];
    return { turn: id, forkOf, own, messages: [...history, ...own] };
  }

  // MARK: One body for each provider

  const isSystem = ({ role }) => role === "system";
  const contents = (messages) => messages.map(({ content }) => content);
  const plainMessage = ({ role, content }) => ({ role, content: new Text([content]) });

  // For a provider that has one place for system text and takes no last words of the assistant.
  function parted({ messages, turn }, provider, tell) {
    const system = messages.filter(isSystem);
    const rest = messages.filter((message) => !isSystem(message));
    if (!messages.slice(0, system.length).every(isSystem)) tell("note-system", { provider });
    if (rest.at(-1)?.role === "assistant") {
      tell("note-last", { provider });
      while (rest.at(-1)?.role === "assistant") rest.pop();
    }
    if (rest[0]?.role === "assistant") tell("note-first", { provider });
    if (rest.length === 0) tell("note-none", { provider, turn });
    const groups = [];
    for (const { role, content } of rest) {
      if (groups.at(-1)?.role === role) groups.at(-1).texts.push(content);
      else groups.push({ role, texts: [content] });
    }
    return { system: new Text(contents(system)), groups };
  }

  const openai = ({ messages }) => ({ model: "gpt-5.5", messages: messages.map(plainMessage) });

  function responses({ messages }) {
    const count = messages.findIndex((message) => !isSystem(message));
    const system = contents(messages.slice(0, Math.max(0, count)));
    return {
      model: "gpt-5.5",
      ...(system.length > 0 && { instructions: new Text(system) }),
      input: messages.slice(system.length).map(plainMessage),
      store: false,
    };
  }

  function anthropic(dialogue, tell) {
    const { system, groups } = parted(dialogue, "Anthropic", tell);
    const content = (texts) => texts.length === 1
      ? new Text(texts)
      : texts.map((text) => ({ type: "text", text: new Text([text]) }));
    return {
      model: "claude-opus-5-5",
      max_tokens: 4096,
      ...(system.pieces.length > 0 && { system }),
      messages: groups.map(({ role, texts }) => ({ role, content: content(texts) })),
    };
  }

  function gemini(dialogue, tell) {
    const { system, groups } = parted(dialogue, "Gemini", tell);
    const parts = (texts) => texts.map((text) => ({ text: new Text([text]) }));
    return {
      ...(system.pieces.length > 0 && { systemInstruction: { parts: [{ text: system }] } }),
      contents: groups.map(({ role, texts }) =>
        ({ role: role === "assistant" ? "model" : "user", parts: parts(texts) })),
    };
  }

  // It keeps the conversation, and hears nobody but its user.
  function copilot({ own, turn, forkOf }, tell) {
    if (own.some(isSystem)) tell("note-copilot-system", { turn });
    if (own.some(({ role }) => role === "assistant")) tell("note-copilot-assistant", { turn });
    if (forkOf !== null) tell("note-copilot-fork", { turn, fork: forkOf });
    const texts = contents(own.filter(({ role }) => role === "user"));
    return { message: { text: new Text(texts) }, locationHint: { timeZone: "UTC" } };
  }

  const ollama = ({ messages }) =>
    ({ model: "llama3.2", messages: messages.map(plainMessage), stream: false });

  const bodies = { openai, responses, anthropic, gemini, "m365-copilot": copilot, ollama };

  // MARK: The requests

  // The steps of a conversation that ask a provider: `{turn, body}`, and what it cannot say.
  function asked(conversation, provider) {
    const steps = scriptOf(conversation);
    const notes = new Set();
    const tell = (key, values) => notes.add(panel.say(key, values));
    let places = questions(steps);
    if (provider === "m365-copilot") {
      const isSpoken = ({ messages }) => messages.some(({ role }) => role === "user");
      for (const step of steps) {
        if (step.messages.length > 0 && !isSpoken(step)) tell("note-unspoken", { turn: step.id });
      }
      places = [...steps.keys()].filter((place) => isSpoken(steps[place]));
      if (places.length === 0) throw new Error(panel.say("nothing-to-say"));
    }
    const requests = places.map((place) => {
      const said = dialogue(steps, place);
      return { turn: said.turn, place, body: bodies[provider](said, tell) };
    });
    return { steps, requests, notes, tell };
  }

  // What stands in an answer's place, in more brackets than any text has around these words.
  function placeholders(steps) {
    const texts = steps.flatMap(({ messages }) => messages).map(({ content }) =>
      content.map(({ text }) => text ?? "").join(""));
    const runs = texts.flatMap((text) => text.match(/\[+(?=answer to turn )/g) ?? []);
    const count = Math.max(0, ...runs.map((run) => run.length)) + 1;
    return (turn) => `${"[".repeat(count)}answer to turn ${turn}${"]".repeat(count)}`;
  }

  // A body as JSON, and where answers belong in it.
  function filled(body, placeholder) {
    const needs = new Map();
    const valueOf = (part, pointer) => {
      if (part instanceof Text) {
        return part.pieces.map(({ text, response }) => {
          if (response === undefined) return text;
          const words = placeholder(response);
          const need = { turn: response, pointer };
          if (words !== `[answer to turn ${response}]`) need.placeholder = words;
          needs.set(response + " " + pointer, need);
          return words;
        }).join("");
      }
      if (typeof part !== "object") return part;
      const members = Object.entries(part);
      const values = members.map(([key, each]) => [key, valueOf(each, `${pointer}/${key}`)]);
      return Array.isArray(part) ? values.map(([, value]) => value) : Object.fromEntries(values);
    };
    const request = valueOf(body, "");
    return { request, needs: [...needs.values()] };
  }

  // The request itself where it says all, else a list of `{turn, request, needs}`; and notes.
  function payload(conversation, provider) {
    const { steps, requests, notes, tell } = asked(conversation, provider);
    const placeholder = placeholders(steps);
    const all = requests.map(({ turn, body }) => ({ turn, ...filled(body, placeholder) }));
    for (const { id, messages } of steps) {
      if (messages.length === 0) tell("note-empty", { turn: id });
    }
    if (provider !== "m365-copilot") {
      const said = new Set(requests.flatMap(({ place }) => pathTo(steps, place)));
      for (const [place, { id, messages }] of steps.slice(0, requests.at(-1).place).entries()) {
        if (!said.has(place) && messages.length > 0) tell("note-forked", { turn: id });
      }
    }
    const isWhole = all.length === 1 && all[0].needs.length === 0;
    return { text: panel.json(isWhole ? all[0].request : all, 2) + "\n", notes: [...notes] };
  }

  for (const provider of Object.keys(bodies)) {
    panel.formats[provider] = (conversation) => payload(conversation, provider);
  }
  Object.assign(panel, { asked, Text });
})();
