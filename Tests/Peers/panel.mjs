// The panel's engine, as a browser has it: the files of the theme, and the words of its template.

import { readFileSync } from "node:fs";
import vm from "node:vm";

const theme = new URL("../../templates/theme/", import.meta.url);
const read = (name) => readFileSync(new URL(name, theme), "utf8");

for (const part of ["values", "filling", "text", "command", "requests", "curl"]) {
  vm.runInThisContext(read(`panel-${part}.js`), { filename: `panel-${part}.js` });
}

export const panel = globalThis.TurnbookPanel;

for (const [, key, words] of read("panel.mustache").matchAll(/data-word="([^"]+)">([^<]*)</g)) {
  panel.words[key] = words;
}

/** The lists of cases in Tests/Vectors/filling, by their names. */
export function vectors() {
  const folder = new URL("../Vectors/filling/", import.meta.url);
  const names = ["data", "lists", "optional", "roles", "types"];
  return names.map((name) => [name, JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8"))]);
}
