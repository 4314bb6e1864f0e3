// Answers questions about an index by the program's own reader, without a browser.
//
// node search_index.mjs THEME/search.js words                texts as JSON lines → words as JSON lines
// node search_index.mjs THEME/search.js find SITE             questions as JSON lines → what is found
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { gzipSync } from "node:zlib";
import vm from "node:vm";

const [script, command, site] = process.argv.slice(2);
vm.runInThisContext(readFileSync(script, "utf8"), { filename: script });
const { words, Index } = globalThis.TurnbookSearch;

// Files by name, as the scripts of the site hand them over; counts what a browser would fetch.
const arrived = new Map();
let fetched = [];
globalThis.turnbookSearch = (name, value) => arrived.set(name, value);

function run(path) {
  const bytes = readFileSync(`${site}/assets/search/${path}`);
  fetched.push({ path, size: bytes.length, compressed: gzipSync(bytes, { level: 6 }).length });
  vm.runInThisContext(bytes.toString("utf8"), { filename: path });
}

async function load(name, folder) {
  if (!arrived.has(name)) run(`${folder}/${name}.js`);
  return arrived.get(name);
}

function open() {
  arrived.clear();
  fetched = [];
  run("index.js");
  return new Index(load, arrived.get("index"));
}

// A question is a text, or an object with `q` and `fresh`: whether nothing is cached.
let index = command === "find" ? open() : null;
for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line);
  if (command === "words") {
    console.log(JSON.stringify([...words(asked)].map((each) => each.word)));
    continue;
  }
  const text = asked.q ?? asked;
  if (asked.fresh) index = open();
  const start = performance.now();
  const found = await index.find(text);
  const shown = await Promise.all(found.pages.slice(0, 8).map((page) => index.details(found, page)));
  console.log(JSON.stringify({
    count: found.pages.length,
    pages: asked.all ? found.pages.map((page) => page.page) : undefined,
    isPartial: found.isPartial,
    corrected: found.corrected,
    shown: shown.map(({ url, title, sections }) => ({
      url, title, sections: sections.map(({ anchor, heading }) => ({ anchor, heading })),
    })),
    milliseconds: performance.now() - start,
    files: fetched.length,
    compressed: fetched.reduce((sum, each) => sum + each.compressed, 0),
    size: fetched.reduce((sum, each) => sum + each.size, 0),
    fetched: asked.fresh ? fetched : undefined,
  }));
}
