// The first question of a reader, answered by the site's own search.js from the files of its index.
//
// node search.mjs SCRIPT SITE QUESTION    prints a line of JSON: files, compressed (bytes), milliseconds
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import vm from "node:vm";

const [script, site, question] = process.argv.slice(2);
const SHOWN = 8;
const fetched = [script];
const arrived = new Map();
globalThis.turnbookSearch = (name, value) => arrived.set(name, value);

function run(path) {
  fetched.push(path);
  vm.runInThisContext(readFileSync(path, "utf8"), { filename: path });
}

async function load(name, folder) {
  if (!arrived.has(name)) run(`${site}/assets/search/${folder}/${name}.js`);
  return arrived.get(name);
}

vm.runInThisContext(readFileSync(script, "utf8"), { filename: script });
const start = performance.now();
run(`${site}/assets/search/index.js`);
const index = new globalThis.TurnbookSearch.Index(load, arrived.get("index"));
const found = await index.find(question);
await Promise.all(found.pages.slice(0, SHOWN).map((page) => index.details(found, page)));
const milliseconds = performance.now() - start;

const compressed = fetched.map((path) => gzipSync(readFileSync(path), { level: 6 }).length);
console.log(JSON.stringify({
  pages: found.pages.length,
  files: fetched.length,
  compressed: compressed.reduce((sum, size) => sum + size, 0),
  milliseconds,
}));
