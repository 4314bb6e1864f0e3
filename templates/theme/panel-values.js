// The panel's engine, which does what `turn fill` does and knows nothing of the page. This part:
// what values must be, and what each variable stands for.
(() => {
  "use strict";

  const panel = (globalThis.TurnbookPanel = { words: {} });
  panel.characters = new Intl.Segmenter("und", { granularity: "grapheme" });

  // The template's sentence of that name; what is put in is never looked at again.
  panel.say = (key, values = {}) =>
    (panel.words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

  // As Unicode maps each character by itself, without a look at its neighbours.
  panel.lower = (text) => [...text].map((letter) => letter.toLowerCase()).join("");
  panel.takesList = (variable) => variable.list || variable.type === "list";

  // The names that a turn uses.
  panel.namesIn = (turn) =>
    new Set(turn.messages.flatMap(({ content }) => content.map((piece) => piece.variable)));

  // The names that a variant uses.
  panel.used = (variant) =>
    new Set(variant.turns.flatMap((turn) => [...panel.namesIn(turn)]));

  function editDistance(left, right) {
    let beforeLast = [];
    let last = [...right, ""].map((_, index) => index);
    for (let i = 0; i < left.length; i += 1) {
      const row = [i + 1];
      for (let j = 0; j < right.length; j += 1) {
        const replaced = last[j] + (left[i] === right[j] ? 0 : 1);
        let cost = Math.min(replaced, last[j + 1] + 1, row[j] + 1);
        if (i > 0 && j > 0 && left[i] === right[j - 1] && left[i - 1] === right[j]) {
          cost = Math.min(cost, beforeLast[j - 1] + 1);
        }
        row.push(cost);
      }
      [beforeLast, last] = [last, row];
    }
    return last[right.length];
  }

  // The candidate that was most likely meant.
  function nearest(name, candidates) {
    const wanted = [...panel.lower(name)];
    let best = null;
    let distance = Infinity;
    if (wanted.length === 0) return best;
    for (const candidate of candidates) {
      if (candidate.normalize() === name.normalize()) continue;
      const letters = [...panel.lower(candidate)];
      const length = Math.max(wanted.length, letters.length);
      const limit = Math.max(1, Math.floor(length / 3));
      if (Math.abs(letters.length - wanted.length) > limit) continue;
      const found = editDistance(wanted, letters);
      if (found <= limit && found < length && found < distance) {
        [best, distance] = [candidate, found];
      }
    }
    return best;
  }

  function isDate(text) {
    const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.map(Number) ?? [];
    if (month === undefined || month < 1 || month > 12) return false;
    const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    return day >= 1 && day <= days[month - 1];
  }

  const fits = {
    line: (text) => !/[\n\r]/.test(text),
    number: (text) => /^[-+]?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?$/.test(text),
    integer: (text) => /^[-+]?[0-9]+$/.test(text),
    boolean: (text) => text === "true" || text === "false",
    date: isDate,
    url: (text) => /^[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20\x7f]+$/.test(text),
  };

  // The first line, and not more than a terminal shows of it.
  function shortened(value) {
    let line = "";
    let count = 0;
    for (const { segment } of panel.characters.segment(value)) {
      if (count === 60 || /^[\n-\r\x85\u2028\u2029]/.test(segment)) return line + "…";
      line += segment;
      count += 1;
    }
    return value;
  }

  const listed = (texts) => texts.join(", ");

  function problemOf(value, variable) {
    const { name, type, choices } = variable;
    if (value === "" && !variable.required) return null;
    if (choices.length > 0) {
      if (choices.includes(value)) return null;
      const near = nearest(value, choices);
      const words = { value: shortened(value), name, nearest: near, choices: listed(choices) };
      return { names: [name], text: panel.say(near === null ? "choices" : "choice", words) };
    }
    if (fits[type]?.(value) ?? true) return null;
    const kind = panel.say(`type-${type}`);
    return { names: [name], text: panel.say("type", { value: shortened(value), name, kind }) };
  }

  // What each variable stands for: a Map of lists, and what speaks against it.
  panel.resolved = (pattern, given, names) => {
    const values = new Map();
    const problems = [];
    const known = new Map();
    for (const variable of [...pattern.variables].reverse()) {
      for (const alias of variable.aliases) known.set(alias.normalize(), variable);
    }
    for (const variable of pattern.variables) {
      known.set(variable.name.normalize(), variable);
      if (variable.default !== null) values.set(variable.name, [variable.default]);
    }
    const heard = new Set();
    for (const [name, value] of given) {
      const variable = known.get(name.normalize());
      if (variable === undefined) {
        if (heard.has(name)) continue;
        const near = nearest(name, pattern.variables.map((each) => each.name));
        const key = near === null ? "unknown" : "unknown-near";
        problems.push({ names: [name], text: panel.say(key, { name, nearest: near }) });
        heard.add(name);
      } else if (panel.takesList(variable) && heard.has(variable)) {
        values.get(variable.name).push(value);
      } else {
        values.set(variable.name, [value]);
        heard.add(variable);
      }
    }
    for (const variable of pattern.variables) {
      if (!names.has(variable.name)) continue;
      for (const value of values.get(variable.name) ?? []) {
        const problem = problemOf(value, variable);
        if (problem) problems.push(problem);
      }
    }
    return { values, problems };
  };
})();
