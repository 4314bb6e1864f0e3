// The panel's engine: which turns are said, and what stands in them.
(() => {
  "use strict";

  const panel = globalThis.TurnbookPanel;
  const listed = (texts) => texts.join(", ");

  // How often a turn is said, which of its variables change from round to round, and what speaks
  // against it.
  function roundsOf(turn, pattern, values) {
    const rounds = { count: 1, lists: new Set(), problem: null };
    if (!turn.repeats) return rounds;
    const names = panel.namesIn(turn);
    const variables = pattern.variables.filter(({ name }) => names.has(name));
    const own = variables.filter(panel.takesList);
    if (own.length === 0) {
      const isSilent = variables.every(({ name }) => !values.has(name));
      if (variables.length > 0 && isSilent) rounds.count = 0;
      return rounds;
    }
    rounds.lists = new Set(own.map(({ name }) => name));
    const counts = own.map(({ name }) => values.get(name)?.length ?? 0);
    rounds.count = Math.max(...counts);
    // An optional list that nobody gave is empty in every round.
    const isWrong = (count, index) =>
      count !== rounds.count && (count > 0 || own[index].required);
    if (counts.some(isWrong)) {
      const each = ({ name }, index) => panel.say("unequal-count", { name, count: counts[index] });
      const words = { turn: turn.id, counts: listed(own.map(each)) };
      rounds.problem = { names: [...rounds.lists], text: panel.say("unequal", words) };
    }
    return rounds;
  }

  // MARK: Slots that stay empty

  // Whether a line says nothing without its slot: `- Budget:`, `2.`, `**Tone:**`, nothing at all.
  function isOnlyFrame(text) {
    const line = text.replace(/^[ \t\r]+|[ \t\r]+$/g, "");
    const bullet = /^(?:[-*+]|[0-9]+[.)])(?:[ \t\r]+|$)/.exec(line)?.[0] ?? "";
    const rest = line.slice(bullet.length);
    return rest === "" || /^[*_]*[^*_:.!?][^:.!?]*:[*_]*$/.test(rest);
  }

  // The line without its empty slots; null when nothing of it is left.
  function taken(line, isGone) {
    if (!line.pieces.some(isGone)) return line;
    const others = line.pieces.filter((piece) => !isGone(piece));
    const texts = others.filter((piece) => piece.text !== undefined);
    if (texts.length === others.length && isOnlyFrame(texts.map(({ text }) => text).join(""))) {
      return null;
    }
    const rest = [];
    let pending = false;
    for (const piece of line.pieces) {
      const last = rest.at(-1);
      if (!isGone(piece)) {
        const isSpaced = pending && piece.text?.startsWith(" ");
        rest.push(isSpaced ? { text: piece.text.slice(1) } : piece);
        pending = false;
      } else if (last?.text?.endsWith(" ") && (rest.length > 1 || /[^ \t]/.test(last.text))) {
        // The space before, unless it is the indentation of the line.
        rest[rest.length - 1] = { text: last.text.slice(0, -1) };
      } else {
        pending = true;
      }
    }
    return { pieces: rest, isEnded: line.isEnded };
  }

  // A slot whose line is else a label or a bullet, or nothing, takes the line with it; any other
  // takes one space beside it.
  function withoutEmpty(content, isGone) {
    if (!content.some(isGone)) return content;
    const lines = [{ pieces: [], isEnded: false }];
    for (const piece of content) {
      const parts = piece.text?.split("\n").map((text) => ({ text })) ?? [piece];
      parts.forEach((part, index) => {
        if (index > 0) {
          lines.at(-1).isEnded = true;
          lines.push({ pieces: [], isEnded: false });
        }
        if (part.text !== "") lines.at(-1).pieces.push(part);
      });
    }
    const kept = lines.map((line) => taken(line, isGone));
    const isEndLost = kept.at(-1) === null;
    const rest = kept.filter((line) => line !== null);
    // When the last line goes, the break before it does.
    if (isEndLost && rest.length > 0) rest.at(-1).isEnded = false;
    return joined(rest.flatMap((line) => [...line.pieces, { text: line.isEnded ? "\n" : "" }]));
  }

  // Neighbouring texts as one; values lose their names.
  function joined(pieces) {
    const result = [];
    for (const piece of pieces) {
      const last = result.at(-1);
      if (piece.text === undefined) result.push(piece);
      else if (last?.text !== undefined) last.text += piece.text;
      else if (piece.text !== "") result.push({ text: piece.text });
    }
    return result;
  }

  // MARK: The conversation

  // Pairs of name and value put into a variant: its turns, and everything that is wrong.
  //
  // A value is a piece of text that has its variable's name. A slot that must be filled and is not
  // stays one, so that a conversation can be shown while it is filled in.
  panel.fill = (pattern, variant, given) => {
    const { values, problems } = panel.resolved(pattern, given, panel.used(variant));
    const variables = new Map(pattern.variables.map((variable) => [variable.name, variable]));
    const rounds = variant.turns.map((turn) => roundsOf(turn, pattern, values));
    problems.push(...rounds.map(({ problem }) => problem).filter((problem) => problem !== null));
    const needed = new Set(variant.turns.flatMap((turn, index) => {
      const { count, lists } = rounds[index];
      return count > 0 ? [...panel.namesIn(turn)].filter((name) => !lists.has(name)) : [];
    }));
    for (const { name, required } of pattern.variables) {
      if (required && needed.has(name) && !values.has(name)) {
        problems.push({ names: [name], text: panel.say("missing", { name }), isMissing: true });
      }
    }

    const turns = [];
    const ids = new Map();
    // The turns that are not said, by how many turns are said before them.
    const unsaid = new Map();
    variant.turns.forEach((turn, index) => {
      if (rounds[index].count === 0) unsaid.set(turn.id, turns.length);
      for (let round = 0; round < rounds[index].count; round += 1) add(turn, round);
    });
    return { turns, problems };

    function valueOf(name, turn, round) {
      const all = values.get(name) ?? [];
      if (!panel.takesList(variables.get(name))) return all.at(-1) ?? "";
      if (turn.repeats) return all[round] ?? "";
      return all.join(all.some((value) => value.includes("\n")) ? "\n" : ", ");
    }

    // The answer to a turn, or to the one before where it is not said.
    function answer(id) {
      const response = ids.get(id) ?? turns[unsaid.get(id) - 1]?.id;
      return response === undefined ? { text: "" } : { response };
    }

    function add(turn, round) {
      const isGone = ({ variable: name }) =>
        name !== undefined && !variables.get(name).required && valueOf(name, turn, round) === "";
      const filled = ({ text, variable: name, response }) => {
        if (text !== undefined) return { text };
        if (name === undefined) return answer(response);
        if (!values.has(name) && variables.get(name).required) return { slot: name };
        return { text: valueOf(name, turn, round), name };
      };
      const messages = turn.messages.flatMap(({ role, content }) => {
        const kept = withoutEmpty(content, isGone).map(filled);
        return kept.length === 0 && content.length > 0 ? [] : [{ role, content: kept }];
      });
      if (messages.length === 0 && turn.messages.length > 0) {
        if (!ids.has(turn.id)) unsaid.set(turn.id, turns.length);
        return;
      }
      const id = String(turns.length + 1);
      const { fork_of: fork } = turn;
      // In the place of a turn that is not said is the one after it, if any.
      const forkOf = fork === null ? null : ids.get(fork) ?? turns[unsaid.get(fork)]?.id ?? null;
      ids.set(turn.id, id);
      turns.push({ id, messages, forkOf, origin: turn.id, round });
    }
  };

  panel.joined = joined;
})();
