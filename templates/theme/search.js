// The search: reads the index that the program made, ranks pages, and shows them while one types.
// Loaded when a reader first wants to search. It contains no words; those are in search.mustache.
(() => {
  "use strict";

  // Words, as Sources/Search/Words takes them apart: both must find the same ones.

  const RUN = /[\p{L}\p{N}\p{M}\xAD]+/gu;
  // Of runs: most are no more than that.
  const ASCII = /^\w+$/;
  const NO_WORD = /[^\p{L}\p{N}\p{M}]/gu;
  const DROPPED =
    /[\xAD\u0300-\u036F\u0483-\u0487\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED]/g;
  const FOLDED =
    /[\xAA-\u06FF\u1E00-\u1FFF\u2070-\u209C\u2150-\u218F\u2460-\u249B\uFB00-\uFB06\uFF10-\uFF9F]/;
  const UNSPACED =
    /^[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u2E80-\u2FDF\u3005-\u3007\u3040-\u30FF\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\u{20000}-\u{3FFFF}]$/u;
  const PLAIN = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ı: "i", ħ: "h", ς: "σ" };

  function fold(character) {
    if (character < "\x80") return character.toLowerCase();
    const bare = character.replace(DROPPED, "");
    if (!FOLDED.test(bare)) return bare.toLowerCase();
    const plain = bare.normalize("NFKD").replace(DROPPED, "").toLowerCase();
    return plain.replace(/./gu, (each) => PLAIN[each] ?? each).replace(NO_WORD, "").replace(DROPPED, "");
  }

  // Each word with its place. A pair overlaps the next one; the last character of a run of pairs
  // is a word too, and is marked as the rest of one.
  function* words(text) {
    for (const run of text.matchAll(RUN)) {
      if (ASCII.test(run[0])) {
        yield { word: run[0].toLowerCase().slice(0, 32), start: run.index, end: run.index + run[0].length };
        continue;
      }
      let [word, length, start, at, last, lastAt, pairs] = ["", 0, 0, run.index, "", 0, 0];
      for (const character of run[0]) {
        const plain = fold(character);
        if (plain >= "\u0E00" && UNSPACED.test(plain)) {
          if (word) yield { word, start, end: at };
          if (last) yield { word: last + plain, start: lastAt, end: at + character.length };
          pairs = last ? 1 : 0;
          [word, length, last, lastAt] = ["", 0, plain, at];
        } else if (plain) {
          if (last) yield { word: last, start: lastAt, end: at, isRest: pairs > 0 };
          last = "";
          if (!word) start = at;
          for (const each of plain) if (length++ < 32) word += each;
        }
        at += character.length;
      }
      if (word) yield { word, start, end: at };
      if (last) yield { word: last, start: lastAt, end: at, isRest: pairs > 0 };
    }
  }

  // Changes that make one word of another: letters added, lost, changed, or two exchanged. Counts
  // no further than `most`.
  function distance(left, right, most) {
    if (Math.abs(left.length - right.length) > most) return most + 1;
    let [before, row] = [[], Array.from({ length: right.length + 1 }, (_, index) => index)];
    for (let i = 1; i <= left.length; i++) {
      const next = [i];
      for (let j = 1; j <= right.length; j++) {
        const same = left[i - 1] === right[j - 1];
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
        const swapped = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
        if (swapped) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      if (Math.min(...next) > most) return most + 1;
      [before, row] = [row, next];
    }
    return row[right.length];
  }

  // The index, as Sources/Search/Shards writes it.

  function numbers(text, start = 0) {
    const found = [];
    let [number, factor] = [0, 1];
    for (let at = start; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const digit = code - (code < 92 ? 35 : 36);
      number += digit * factor;
      if (digit >= 64) {
        factor *= 26;
      } else {
        found.push(number);
        [number, factor] = [0, 1];
      }
    }
    return found;
  }

  function entries(text) {
    let last = "";
    return (text ? text.split("!") : []).map((entry) => {
      const space = entry.indexOf(" ");
      last = last.slice(0, numbers(entry[0])[0]) + entry.slice(1, space);
      return { word: last, facts: entry.slice(space + 1) };
    });
  }

  // Where `isBehind` first holds in an ordered list.
  function bisect(list, isBehind) {
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBehind(list[middle])) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  // The pieces that have a word and what it weighs in each. A damaged file may count to any number.
  function postings(entry) {
    if (entry.postings) return entry.postings;
    const found = { pieces: [], weights: [] };
    const list = numbers(entry.facts);
    for (let at = 0; at < list.length;) {
      const level = list[at] % 32;
      let count = (list[at++] - level) / 32 + 1;
      if (!(count <= list.length - at)) throw new RangeError(entry.word);
      const weight = 0.12 * 1.18 ** level;
      for (let piece = -1; count > 0; count--) {
        piece += list[at++] + 1;
        found.pieces.push(piece);
        found.weights.push(weight);
      }
    }
    return (entry.postings = found);
  }

  class Index {
    // `load` promises the value of the file of that name, and `index` is that of the first.
    constructor(load, index) {
      this.load = load;
      this.words = index.words;
      this.folder = index.folder;
      this.count = index.pieces;
      let last = 0;
      this.texts = numbers(index.texts).map((count) => (last += count));
      // A damaged file may count to any number.
      if (this.count !== last || !(last < 1e8)) throw new RangeError("pieces");
      // The first piece of the page of each piece.
      this.pages = new Uint32Array(index.pieces);
      for (let piece = 0; piece < this.count; piece++) this.pages[piece] = piece;
      last = 0;
      for (const step of numbers(index.later)) {
        last += step;
        this.pages[last] = this.pages[last - 1];
      }
      this.shards = new Map();
    }

    get isWhole() { return this.words.length < 2; }

    file(name, read) {
      if (!this.shards.has(name)) {
        const value = this.load(name, this.folder).then(read);
        value.catch(() => this.shards.delete(name));
        this.shards.set(name, value);
      }
      return this.shards.get(name);
    }

    shard(number) {
      return this.words.length > 0 ? this.file(`w${number}`, entries) : Promise.resolve([]);
    }

    // Words that many pages have; of a small site all words.
    async frequent() {
      if (this.isWhole) {
        const all = await this.shard(0);
        for (const entry of all) entry.count ??= postings(entry).pieces.length;
        return all;
      }
      return this.file("f", (text) =>
        entries(text).map(({ word, facts }) => ({ word, count: numbers(facts)[0] })));
    }

    placeOf(word) { return Math.max(0, bisect(this.words, (first) => first > word) - 1); }

    async exact(word) {
      const shard = await this.shard(this.placeOf(word));
      const entry = shard[bisect(shard, (each) => each.word >= word)];
      return entry?.word === word ? [entry] : [];
    }

    // What begins with the word. Where that is in many files, only what many pages have.
    async completions(word) {
      const first = this.placeOf(word);
      const end = bisect(this.words, (each) => each > word && !each.startsWith(word));
      if (end - first <= 2) {
        const shards = await Promise.all(
          Array.from({ length: Math.max(1, end - first) }, (_, offset) => this.shard(first + offset)));
        return shards.flat().filter((entry) => entry.word.startsWith(word) && entry.word !== word);
      }
      const likely = (await this.frequent()).filter(
        (entry) => entry.word.startsWith(word) && entry.word !== word);
      likely.sort((one, other) => other.count - one.count);
      const places = [...new Set(likely.map((entry) => this.placeOf(entry.word)))].slice(0, 3);
      const shards = await Promise.all(places.map((place) => this.shard(place)));
      const wanted = new Set(likely.slice(0, 20).map((entry) => entry.word));
      return shards.flat().filter((entry) => wanted.has(entry.word));
    }

    // Words that are nearly the same, the nearest first.
    async near(word, most, isPrefix = false) {
      const known = new Map();
      const place = this.placeOf(word);
      const around = this.isWhole ? [] : await this.shard(place);
      for (const entry of around) known.set(entry.word, postings(entry).pieces.length);
      for (const entry of await this.frequent()) known.set(entry.word, entry.count);
      const found = [];
      for (const [other, count] of known) {
        if (other.length < 3) continue;
        let far = distance(word, other, most);
        // Of a word that is still being typed, the beginning of a longer one.
        if (far > most && isPrefix && other.length > word.length) {
          far = distance(word, other.slice(0, word.length), most) + 0.5;
        }
        if (far < most + 1) found.push({ word: other, count, far });
      }
      return found.sort((one, other) => one.far - other.far || other.count - one.count);
    }

    // What a word of a question stands for: entries, each with a factor on its score.
    async meanings(word, isPrefix) {
      const exact = await this.exact(word);
      const isPair = UNSPACED.test([...word][0]);
      // The longer a word, the less the beginning of it says.
      const factorOf = (entry, begin) =>
        entry.word === begin ? 1 : isPair ? 0.75 : 0.75 * Math.sqrt(begin.length / entry.word.length);
      const meanings = exact.map((entry) => ({ entry, factor: 1 }));
      if (isPrefix && (isPair ? [...word].length < 2 : word.length > 1)) {
        for (const entry of await this.completions(word)) {
          meanings.push({ entry, factor: factorOf(entry, word) });
        }
      }
      if (meanings.length > 0) return { meanings, isPrefix, corrected: [] };
      const most = isPair || /^\p{N}+$/u.test(word) || word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
      if (most === 0) return { meanings, isPrefix, corrected: [] };
      const near = await this.near(word, most, isPrefix);
      const nearest = near.filter(({ far }) => far <= near[0].far).slice(0, 4);
      for (const { word: other, far } of nearest) {
        const all = [...await this.exact(other), ...isPrefix ? await this.completions(other) : []];
        for (const entry of all) meanings.push({ entry, factor: factorOf(entry, other) / (1 + far) });
      }
      return { meanings, corrected: nearest.map((each) => each.word) };
    }

    // Pages by rank. Each page must have all words but those that nearly every page has; where none
    // does, those that have the most.
    async find(text) {
      const asked = [...words(text)].filter((each) => !each.isRest);
      const unique = new Map(asked.map((each) => [each.word, each]));
      const found = { pages: [], terms: [], corrected: [], missing: [], isPartial: false, text };
      found.sums = new Float64Array(this.count);
      if (unique.size === 0) return found;
      const lists = await Promise.all([...unique.values()].slice(0, 12).map(async (each) => {
        const isLast = each.end === text.length || UNSPACED.test(each.word);
        return { word: each.word, ...await this.meanings(each.word, isLast) };
      }));
      const totals = new Map();
      lists.forEach((list, number) => this.score(list, number, totals, found.sums));
      for (const list of lists) {
        found.terms.push({
          words: new Set(list.meanings.map(({ entry }) => entry.word)),
          prefix: list.isPrefix && list.word.length > 1 ? list.word : null,
        });
        if (list.corrected.length > 0) found.corrected.push(list.corrected[0]);
        if (list.meanings.length === 0) found.missing.push(list.word);
      }
      const isCommon = (list) => lists.length > 1 && this.count > 20 && list.share > 0.4;
      const demanded = lists.flatMap((list, number) => isCommon(list) ? [] : [number]);
      let pages = [...totals.values()];
      const whole = pages.filter(({ scores }) => demanded.every((number) => scores[number] > 0));
      found.isPartial = whole.length === 0;
      if (found.isPartial) {
        const covered = ({ scores }) =>
          scores.reduce((sum, score, number) => sum + (score > 0 ? lists[number].rarity : 0), 0);
        for (const page of pages) page.covered = covered(page);
        const most = Math.max(0, ...pages.map((page) => page.covered));
        pages = pages.filter((page) => page.covered > 0.99 * most);
      } else {
        pages = whole;
      }
      for (const page of pages) page.score = page.scores.reduce((sum, score) => sum + (score ?? 0), 0);
      found.pages = pages.sort((one, other) => other.score - one.score || one.page - other.page);
      return found;
    }

    score(list, number, totals, sums) {
      const all = list.meanings.reduce((sum, { entry }) => sum + postings(entry).pieces.length, 0);
      const frequency = Math.min(all, this.count);
      list.share = frequency / this.count;
      list.rarity = Math.log(1 + (this.count - frequency + 0.5) / (frequency + 0.5));
      for (const { entry, factor } of list.meanings) {
        const { pieces, weights } = postings(entry);
        for (let at = 0; at < pieces.length; at++) {
          const page = this.pages[pieces[at]];
          if (page === undefined) throw new RangeError(entry.word);
          let total = totals.get(page);
          if (!total) totals.set(page, (total = { page, scores: [] }));
          const score = weights[at] * factor * list.rarity;
          total.scores[number] = Math.max(total.scores[number] ?? 0, score);
          sums[pieces[at]] += score;
        }
      }
    }

    // What is shown of a page.
    async details(found, result) {
      let piece = result.page;
      for (let other = piece; this.pages[other] === result.page; other++) {
        if (found.sums[other] > found.sums[piece]) piece = other;
      }
      const number = bisect(this.texts, (end) => end > piece);
      const texts = await this.file(`t${number}`, (value) => value);
      const [url, title, trail, list] = texts[piece - (this.texts[number - 1] ?? 0)];
      const sections = [];
      for (let at = 0; at < list.length; at += 3) {
        const [anchor, heading, text] = list.slice(at, at + 3);
        sections.push({ anchor, heading, text, order: at });
      }
      for (const section of sections) {
        section.inHeading = marks(section.heading, found.terms);
        section.inText = marks(section.text, found.terms);
        const kinds = (list) => new Set(list.map((mark) => mark.term)).size;
        section.score = 8 * kinds([...section.inHeading, ...section.inText]) +
          4 * kinds(section.inHeading) + Math.min(4, section.inText.length);
      }
      const best = sections.filter((section) => section.score > 0)
        .sort((one, other) => other.score - one.score || one.order - other.order).slice(0, 3);
      best.sort((one, other) => one.order - other.order);
      const first = sections.find((each) => each.text.length > 80) ?? sections.find((each) => each.text);
      return { url, title, trail, sections: best, first, marks: marks(title, found.terms) };
    }
  }

  // Where the words of a question stand in a text; what overlaps or touches is one.
  function marks(text, terms) {
    const found = [];
    for (const { word, start, end } of words(text)) {
      const term = terms.findIndex((each) =>
        each.words.has(word) || (each.prefix !== null && word.startsWith(each.prefix)));
      if (term < 0) continue;
      const last = found.at(-1);
      if (last && last.end >= start) last.end = Math.max(last.end, end);
      else found.push({ start, end, term });
    }
    return found;
  }

  // The part of a text that says most, from one space to another.
  function excerpt(text, found, size = 170) {
    let [best, most] = [0, -1];
    found.forEach((mark, index) => {
      const inside = found.slice(index, index + 12).filter((each) => each.end <= mark.start + size - 30);
      const value = 3 * new Set(inside.map((each) => each.term)).size + inside.length;
      if (value > most) [best, most] = [mark.start, value];
    });
    let start = best < 50 ? 0 : best - 30;
    const space = text.indexOf(" ", start);
    if (start > 0) start = space >= 0 && space < best ? space + 1 : best;
    let end = Math.min(text.length, start + size);
    if (end < text.length) {
      const cut = text.lastIndexOf(" ", end);
      if (cut > start + size / 2) end = cut;
    }
    const inside = found.filter((each) => each.start >= start && each.end <= end)
      .map((each) => ({ start: each.start - start, end: each.end - start }));
    return { text: text.slice(start, end), marks: inside, isFirst: start === 0, isLast: end === text.length };
  }

  globalThis.TurnbookSearch = { words, distance, Index, excerpt };
  if (!globalThis.document) return;

  // Files come as scripts, which works from a disk too; each hands its value to this function.

  const arrived = new Map();
  globalThis.turnbookSearch = (name, value) => arrived.set(name, value);

  function run(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.addEventListener("load", resolve);
      script.addEventListener("error", reject);
      document.head.append(script);
      script.remove();
    });
  }

  // A script that is damaged, or a page in its place, is loaded and hands over nothing.
  function handedOver(name) {
    if (!arrived.has(name)) throw new ReferenceError(name);
    return arrived.get(name);
  }

  let opening = null;

  // A copy of the first file that is older than the site names files that are gone.
  function open(address, isAgain) {
    const load = async (name, folder) => {
      if (!arrived.has(name)) await run(new URL(`${folder}/${name}.js`, address));
      return handedOver(name);
    };
    opening ??= run(isAgain ? `${address}?${Date.now()}` : address)
      .then(() => new Index(load, handedOver("index")));
    return opening;
  }

  class Finder {
    constructor(root, number) {
      this.root = root;
      this.field = root.querySelector("input");
      this.status = root.querySelector("[role=status]");
      this.near = root.querySelector(".finder-near");
      this.list = root.querySelector("[role=listbox]");
      this.more = root.querySelector(".finder-more");
      this.index = new URL(root.dataset.index, document.baseURI).href;
      this.home = new URL("../../", this.index);
      this.dialog = root.closest("dialog");
      this.list.id = `Results${number}`;
      this.field.setAttribute("aria-controls", this.list.id);
      this.plurals = new Intl.PluralRules(document.documentElement.lang || "en");
      this.asked = null;
      this.timer = 0;
      this.listen();
      this.begin();
    }

    listen() {
      this.field.addEventListener("input", (event) => event.isComposing || this.wait());
      this.field.addEventListener("compositionend", () => this.wait());
      this.root.addEventListener("submit", (event) => event.preventDefault());
      this.root.addEventListener("keydown", (event) => this.onKey(event));
      this.more.addEventListener("click", () => this.addPages());
      this.list.addEventListener("click", (event) => {
        if (event.target.closest("a") && !event.ctrlKey && !event.metaKey) this.dialog?.close();
      });
      this.dialog?.addEventListener("click", (event) => {
        if (event.target === this.dialog) this.dialog.close();
      });
    }

    // What was asked before, on another page; on the page for lost addresses, its words.
    begin() {
      // What is typed already stays: selected, it would be lost with the next letter.
      if (!this.field.value) {
        this.field.value = this.dialog ? remembered() : lostWords();
        if (this.dialog) this.field.select();
      }
      this.search();
    }

    wait() {
      clearTimeout(this.timer);
      this.list.setAttribute("aria-busy", "true");
      this.timer = setTimeout(() => this.search(), 90);
    }

    async search() {
      const text = this.field.value.trimStart();
      if (text !== this.asked) {
        this.asked = text;
        if (this.dialog) remember(text);
        if (text.trim()) await this.answer(text);
        else this.clear();
      }
      if (text === this.field.value.trimStart()) this.list.setAttribute("aria-busy", "false");
    }

    async answer(text, isAgain = false) {
      try {
        const index = await open(this.index, isAgain);
        const found = await index.find(text);
        const shown = await this.details(index, found, 0);
        if (text !== this.asked) return;
        this.found = { index, found, count: 0 };
        this.clear();
        this.show(found, shown);
        await this.tell(index, found);
      } catch {
        opening = null;
        arrived.clear();
        if (text !== this.asked) return;
        if (!isAgain) return this.answer(text, true);
        this.asked = null;
        this.clear();
        this.status.textContent = this.status.dataset.failed;
      }
    }

    clear() {
      this.list.replaceChildren();
      this.list.scrollTop = 0;
      this.status.textContent = "";
      this.near.querySelectorAll("button").forEach((button) => button.remove());
      this.near.hidden = true;
      this.more.hidden = true;
      this.choose(null);
    }

    details(index, found, from) {
      return Promise.all(found.pages.slice(from, from + 8).map((page) => index.details(found, page)));
    }

    show(found, pages) {
      this.list.append(...pages.map((page) => this.group(page)));
      this.found.count += pages.length;
      this.more.hidden = this.found.count >= found.pages.length;
      this.field.setAttribute("aria-expanded", this.list.childElementCount > 0);
      if (this.found.count === pages.length) this.choose(this.options[0], false);
    }

    async addPages() {
      const { index, found, count } = this.found;
      const pages = await this.details(index, found, count).catch(() => null);
      if (!pages) {
        this.status.textContent = this.status.dataset.failed;
        return;
      }
      if (this.found.found !== found || this.found.count !== count) return;
      this.show(found, pages);
      this.field.focus();
    }

    // Says how many pages there are, and which words would have been better.
    async tell(index, found) {
      const data = this.status.dataset;
      const count = found.pages.length;
      const rule = this.plurals.select(count);
      const number = count.toLocaleString(document.documentElement.lang || "en");
      const pages = (data[rule] ?? data.other).replace("{count}", number);
      const kind = count === 0 ? "none" : found.isPartial ? "partial"
        : found.corrected.length > 0 ? "corrected" : null;
      this.status.textContent = kind === null ? pages : data[kind]
        .replace("{pages}", pages).replace("{words}", found.corrected.join(", "));
      const near = [];
      for (const word of found.missing.slice(0, 2)) {
        near.push(...(await index.near(word, Math.max(2, word.length >> 1), true)).slice(0, 4)
          .map((other) => [word, other.word]));
      }
      if (this.asked !== found.text || near.length === 0) return;
      this.near.hidden = false;
      for (const [word, other] of near) {
        const button = element("button", "", other);
        button.type = "button";
        button.addEventListener("click", () => {
          const place = [...words(this.field.value)].find((each) => each.word === word);
          const text = this.field.value;
          this.field.value = text.slice(0, place?.start ?? 0) + other + text.slice(place?.end ?? text.length);
          this.field.focus();
          this.search();
        });
        this.near.append(" ", button);
      }
    }

    group({ url, title, trail, sections, first, marks }) {
      const group = element("div", "finder-page");
      group.setAttribute("role", "group");
      group.setAttribute("aria-label", title);
      const isTop = (section) => !section.anchor || section.heading === title;
      const below = sections.filter((section) => !isTop(section));
      const top = sections.find((section) => isTop(section) && section.inText.length > 0);
      const page = this.option(url, title, marks, top ?? (below.length === 0 ? first : null));
      if (trail.length > 0) page.prepend(element("span", "finder-trail", trail.join(" › ")));
      group.append(page);
      for (const section of below) {
        const address = `${url}#${encodeURIComponent(section.anchor)}`;
        const link = this.option(address, section.heading, section.inHeading, section);
        link.classList.add("finder-section");
        group.append(link);
      }
      return group;
    }

    option(url, heading, marks, section) {
      const link = element("a", "finder-option");
      link.href = new URL(url || "./", this.home);
      if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
      link.id = `${this.list.id}-${this.options.length}-${this.serial = (this.serial ?? 0) + 1}`;
      link.setAttribute("role", "option");
      link.setAttribute("aria-selected", "false");
      link.tabIndex = -1;
      link.append(marked(element("strong"), heading, marks));
      if (section?.text) {
        const part = excerpt(section.text, section.inText);
        const line = element("span", "finder-excerpt");
        if (!part.isFirst) line.append("… ");
        marked(line, part.text, part.marks);
        if (!part.isLast) line.append(" …");
        link.append(line);
      }
      link.addEventListener("pointermove", () => this.choose(link, false));
      return link;
    }

    get options() { return [...this.list.querySelectorAll("[role=option]")]; }

    choose(option, isScrolled = true) {
      if (option === this.chosen) return;
      this.chosen?.setAttribute("aria-selected", "false");
      this.chosen = option ?? null;
      option?.setAttribute("aria-selected", "true");
      if (option) this.field.setAttribute("aria-activedescendant", option.id);
      else this.field.removeAttribute("aria-activedescendant");
      if (!option) this.field.setAttribute("aria-expanded", "false");
      if (option && isScrolled) option.scrollIntoView({ block: "nearest" });
    }

    onKey(event) {
      if (event.isComposing || event.target !== this.field) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && !event.altKey) {
        const options = this.options;
        const next = options.indexOf(this.chosen) + step;
        event.preventDefault();
        if (next >= options.length && !this.more.hidden) this.addPages();
        this.choose(options.at(next % options.length));
      } else if (event.key === "Enter" && this.chosen) {
        event.preventDefault();
        if (event.ctrlKey || event.metaKey) globalThis.open(this.chosen.href, "_blank", "noopener");
        else this.chosen.click();
      }
    }
  }

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  function marked(parent, text, marks) {
    let from = 0;
    for (const { start, end } of marks) {
      parent.append(text.slice(from, start), element("mark", "", text.slice(start, end)));
      from = end;
    }
    parent.append(text.slice(from));
    return parent;
  }

  function remembered() {
    try {
      return sessionStorage.getItem("turnbook.search") ?? "";
    } catch {
      return "";
    }
  }

  function remember(text) {
    try {
      sessionStorage.setItem("turnbook.search", text);
    } catch {
      // Storage can be forbidden; the question then lasts for this page only.
    }
  }

  function lostWords() {
    const asked = new URLSearchParams(location.search).get("q");
    if (asked) return asked;
    let path = location.pathname;
    try {
      path = decodeURIComponent(path);
    } catch {
      // What cannot be decoded is taken as it is.
    }
    const last = path.split("/").filter((part) => part && !/^(?:index|404)\.html?$/.test(part)).at(-1);
    return (last ?? "").replace(/\.html?$|\.md$/, "").replace(/[-_.+]+/g, " ").trim();
  }

  document.querySelectorAll("[data-search]").forEach((root, number) => new Finder(root, number));
})();
