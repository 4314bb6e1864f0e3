// Asks an index whose files are damaged: each question is answered or refused, and nothing else happens.
//
// node search_faults.mjs THEME/search.js SITE ROUNDS SEED    prints a line of JSON: rounds, answers, refusals
//
// A damaged file is a script that hands over another value, or does not run at all, or a page about a lost
// address in its place. A reader's tab must not stand still or fill the memory then: a round that takes ten
// seconds is a fault. The same seed damages the same bytes.
import { readFileSync, readdirSync } from "node:fs";
import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads";
import { fileURLToPath } from "node:url";
import vm from "node:vm";

const [script, site, rounds, seed] = workerData ?? process.argv.slice(2);
if (isMainThread) watch();
else await ask();

function watch() {
  const worker = new Worker(fileURLToPath(import.meta.url), {
    workerData: [script, site, rounds, seed], resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
  let last = "before the first round";
  const fail = (what) => {
    console.error(`${last}: ${what}`);
    process.exit(1);
  };
  const late = () => setTimeout(() => fail("stands still"), 10_000);
  let timer = late();
  worker.on("message", (message) => {
    clearTimeout(timer);
    if (message.fault) fail(message.fault);
    if (message.end) console.log(JSON.stringify(message.end));
    else timer = late();
    last = `round ${message.round}`;
  });
  worker.on("error", (error) => fail(error.message));
}

async function ask() {
  vm.runInThisContext(readFileSync(script, "utf8"), { filename: script });
  const { words, Index, excerpt } = globalThis.TurnbookSearch;

  const root = `${site}/assets/search`;
  const whole = new Map(readdirSync(root, { recursive: true }).filter((path) => path.endsWith(".js"))
    .map((path) => [path, readFileSync(`${root}/${path}`, "utf8")]));
  const paths = [...whole.keys()].sort();

  // Words by the file that has them, so that a question is one about what was damaged.
  const questions = new Map(paths.map((path) => [path, []]));
  {
    const arrived = new Map();
    globalThis.turnbookSearch = (name, value) => arrived.set(name, value);
    for (const [path, text] of whole) vm.runInThisContext(text, { filename: path });
    const index = new Index(async (name) => arrived.get(name), arrived.get("index"));
    for (const { word } of words([...whole.values()].join(" "))) {
      const path = `${index.folder}/w${index.placeOf(word)}.js`;
      // The only file of words of a small guide comes with the first.
      questions.get(whole.has(path) ? path : "index.js").push(word);
    }
  }
  const ofWords = paths.filter((path) => questions.get(path).length > 0);
  const asked = [...questions.values()].flat();

  let state = BigInt(seed);
  function chance(below) {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xFFFF_FFFF_FFFF_FFFFn;
    return Number((state >> 33n) % BigInt(below));
  }

  const pick = (list) => list[chance(list.length)];
  const character = () => String.fromCodePoint(pick([chance(128), 35 + chance(93), 0, 0x2028, chance(0xD800)]));

  function damaged(text) {
    const at = chance(text.length + 1);
    const length = pick([1, 1, 2, 16, 400]);
    switch (chance(8)) {
      case 0: return text.slice(0, at);
      case 1: return text.slice(0, at) + text.slice(at + length);
      case 2: return text.slice(0, at) + character() + text.slice(at);
      case 3: return text.slice(0, at) + text.slice(at, at + length).repeat(2 + chance(40)) + text.slice(at + length);
      case 4: return text.slice(0, at) + pick(["~~~~~~~~", "9", "!", " ", "\"", "[", "]", ","]) + text.slice(at + 1);
      case 5: return "<!doctype html><title>Not found</title>";
      case 6: return whole.get(pick(paths));
      default: return text.slice(0, at) + character() + text.slice(at + 1);
    }
  }

  function fail(what) {
    parentPort.postMessage({ fault: what });
  }

  // A value that stands in the page has to be a text, since the page writes it as one.
  function judge(index, found, shown) {
    for (const { page, score } of found.pages) {
      if (!Number.isInteger(page) || page < 0 || page >= index.count) fail(`there is no page ${page}`);
      if (Number.isNaN(score)) fail(`page ${page} has no rank`);
    }
    for (const { sections } of shown) {
      for (const section of sections) {
        const part = excerpt(section.text, section.inText);
        if (part.marks.some(({ start, end }) => start < 0 || end > part.text.length)) {
          fail("a mark stands outside its text");
        }
      }
    }
  }

  let [answers, refusals, same] = [0, 0, 0];
  for (let round = 0; round < Number(rounds); round++) {
    parentPort.postMessage({ round });
    const changed = new Map();
    for (let count = pick([1, 1, 1, 3]); count > 0; count--) {
      const path = pick(pick([paths, ofWords]));
      changed.set(path, damaged(whole.get(path)));
    }
    const arrived = new Map();
    // Files are scripts: a damaged one must not write over what it finds in this program.
    const context = vm.createContext({ turnbookSearch: (name, value) => arrived.set(name, value) });
    const run = (path) => {
      const text = changed.get(path) ?? whole.get(path);
      if (text === undefined) throw new Error(`no ${path}`);
      try {
        vm.runInContext(text, context, { filename: path, timeout: 1000 });
      } catch {
        // A browser says so in its console and goes on.
      }
    };
    const handedOver = (name) => {
      if (!arrived.has(name)) throw new ReferenceError(name);
      return arrived.get(name);
    };
    const load = async (name, folder) => {
      if (!arrived.has(name)) run(`${folder}/${name}.js`);
      return handedOver(name);
    };
    for (let count = 0; count < 3; count++) {
      const about = [...changed.keys()].flatMap((path) => questions.get(path));
      const word = pick(about.length > 0 ? about : asked);
      const question = pick([word, `${pick(asked)} ${word.slice(0, 1 + chance(6))}`]);
      try {
        if (!arrived.has("index")) run("index.js");
        const index = new Index(load, handedOver("index"));
        const found = await index.find(question);
        const shown = await Promise.all(found.pages.slice(0, 8).map((page) => index.details(found, page)));
        judge(index, found, shown);
        answers++;
        same += found.pages.length > 0;
      } catch {
        refusals++;
      }
    }
  }
  parentPort.postMessage({ end: { rounds: Number(rounds), answers, withPages: same, refusals } });
}
