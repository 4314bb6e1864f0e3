// Runs the panel's command lines in a real shell, with a `turn` that prints its arguments: they
// must be the values that went in. The values are those of the vectors and random nasty ones.

import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { panel, vectors } from "./panel.mjs";

const folder = mkdtempSync(join(tmpdir(), "commands-"));
const pieces = ["'", '"', "\\", "$HOME", "$(id)", "`id`", "!", "!!", "*", "?", "~", "#", " ", "\n",
  "\t", "\r", "-", "--", "@", "=", "&", "|", ";", "<", ">", "(", ")", "{", "}", "[", "]", "^", "%",
  "END", "EOF", "\\n", "é", "日本", "👩‍👩‍👧", "\u0001", "\u007f", "\u2028", "a", "\0", "x".repeat(30000)];

// Mulberry32: the same values in each run.
let state = 20261121;
function random(limit) {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
}
const nasty = () =>
  Array.from({ length: random(6) }, () => pieces[random(pieces.length)]).join("");

const cases = vectors().flatMap(([, { pattern, cases }]) => cases.map((each) => ({
  pattern,
  variant: pattern.variants.find(({ id }) => each.variant === null || id === each.variant),
  given: each.values,
})));
const [{ pattern, variant }] = cases;
for (let count = 0; count < 400; count += 1) {
  const odd = { ...pattern, id: count % 50 === 0 ? "it's odd" : pattern.id };
  const given = Array.from({ length: 1 + random(4) }, () => [`name_${random(3)}`, nasty()]);
  cases.push({ pattern: odd, variant, given });
}

/** What the command is to say: each value by its name, in the order of a list. */
function expected({ pattern, given }) {
  const values = new Map();
  const secrets = pattern.variables.filter(({ type }) => type === "secret");
  for (const [name, value] of given) {
    if (secrets.some((secret) => secret.name === name)) continue;
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  return Object.fromEntries(values);
}

/** What it said. */
function heard(words) {
  const values = {};
  const rest = [...words];
  const [fill, id] = rest.splice(0, 2);
  let variant = null;
  while (rest.length > 0) {
    const flag = rest.shift();
    if (flag === "--no-ask") continue;
    const word = rest.shift();
    const sign = word.indexOf("=");
    const value = word.slice(sign + 1);
    if (flag === "--variant") variant = word;
    else if (flag === "--values") Object.assign(values, JSON.parse(word));
    else if (flag !== "-v" || value === "-" || value.startsWith("@")) throw new Error(`${flag} ${word}`);
    else (values[word.slice(0, sign)] ??= []).push(value);
  }
  return { fill, id, variant, values };
}

const sorted = (values) => JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));

let failures = 0;
try {
  const stub = `#!/bin/sh
while [ $# -gt 0 ]; do
  printf '%s\\0' "$1"
  if [ "$1" = --values ]; then shift; cat "$1"; printf '\\0'; fi
  shift
done
printf '\\1\\1\\0'
`;
  writeFileSync(join(folder, "turn"), stub);
  chmodSync(join(folder, "turn"), 0o755);
  for (const shell of ["sh", "bash"]) {
    const script = cases.map(({ pattern, variant, given }) => panel.command(pattern, variant, given));
    writeFileSync(join(folder, "script"), script.join(""));
    const output = execFileSync(shell, [join(folder, "script")], {
      env: { PATH: `${folder}:/usr/bin:/bin`, TMPDIR: folder }, cwd: folder, maxBuffer: 1 << 28,
    }).toString("utf8");
    const runs = output.split("\0\u0001\u0001\0").slice(0, -1);
    if (runs.length !== cases.length) throw new Error(`${runs.length} runs of ${cases.length}`);
    runs.forEach((run, index) => {
      const said = heard(run.split("\0"));
      const wanted = cases[index];
      const isMain = wanted.variant === wanted.pattern.variants[0];
      const right = said.fill === "fill" && said.id === wanted.pattern.id
        && said.variant === (isMain ? null : wanted.variant.id)
        && sorted(said.values) === sorted(expected(wanted));
      if (right) return;
      failures += 1;
      console.log(`${shell}: ${script[index]}\n  heard: ${JSON.stringify(said)}`);
    });
  }
  console.log(`${cases.length} commands, ${failures} wrong`);
} finally {
  rmSync(folder, { recursive: true });
}
process.exit(failures > 0 ? 1 : 0);
