// Keeps a page up to date while its guide is written. `turnbook serve` puts this script into each
// page that it serves; no published page has it.
(() => {
  "use strict";

  const address = "/.turnbook/events";
  const isOwn = (script) => script.getAttribute("src") === "/.turnbook/live.js";
  // What this page was made from: a run of the program, a state of the guide in it, and its path.
  let { session, version, page } = document.currentScript.dataset;
  version = Number(version);

  // MARK: What scripts leave behind

  // This runs before the scripts that wait (`defer`). What they listen to outside of the body would
  // go on when the body is exchanged, so it is noted and taken back then.
  const listen = EventTarget.prototype.addEventListener;
  let noted = [];
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target = this ?? globalThis;
    const isInBody = target instanceof Node && target !== document && target !== document.documentElement;
    if (!isInBody) noted.push([target, type, listener, options]);
    return listen.call(target, type, listener, options);
  };

  function forgetListeners() {
    for (const [target, type, listener, options] of noted) {
      target.removeEventListener(type, listener, options);
    }
    noted = [];
  }

  // The theme's scripts can begin again on another body; of others nobody knows.
  const themeScript = /\/(?:early|script|panel|requests|search)\.[0-9a-f]{16}\.js$/;

  function scriptsOf(root) {
    const isCode = (script) => /^(?:|module|(?:text|application)\/javascript)$/i.test(script.type);
    return [...root.querySelectorAll("script")].filter((script) => isCode(script) && !isOwn(script));
  }

  function canExchange(next) {
    const scripts = [...scriptsOf(document), ...scriptsOf(next)];
    const early = (root) => root.querySelector("head > script[src]")?.getAttribute("src");
    return scripts.every((script) => themeScript.test(script.getAttribute("src") ?? "")) &&
      early(document) === early(next);
  }

  // MARK: What a reader would miss

  const initial = new WeakMap();
  function noteFolded() {
    for (const each of document.querySelectorAll("details")) initial.set(each, each.open);
  }

  // Boxes by the words of their summaries, and their number where several have the same.
  function foldedByName() {
    const counts = new Map();
    return [...document.querySelectorAll("details")].map((box) => {
      const summary = box.querySelector(":scope > summary");
      const words = summary?.getAttribute("aria-label") ?? summary?.textContent.trim() ?? "";
      counts.set(words, (counts.get(words) ?? 0) + 1);
      return [`${words}\n${counts.get(words)}`, box];
    });
  }

  function pathTo(element) {
    const steps = [];
    for (let each = element; each && each !== document.body; each = each.parentElement) {
      if (each.id) return [`#${CSS.escape(each.id)}`, ...steps].join(" > ");
      const place = [...each.parentElement.children].indexOf(each) + 1;
      steps.unshift(`${each.localName}:nth-child(${place})`);
    }
    return ["body", ...steps].join(" > ");
  }

  // Notes where the reader is, and gives a function that leads there again.
  function place() {
    // What is being read stays where it is when something above it grows.
    const headings = [...document.querySelectorAll("main :is(h1, h2, h3, h4, h5, h6)[id]")];
    const mark = headings.findLast((each) =>
      each.checkVisibility() && each.getBoundingClientRect().top <= innerHeight / 3);
    const [left, top] = [scrollX, scrollY];
    const offset = mark?.getBoundingClientRect().top;
    const boxes = [...document.querySelectorAll("body [id]")]
      .filter((each) => each.scrollTop > 0).map((each) => [each.id, each.scrollTop]);
    const folded = new Map(foldedByName()
      .filter(([, box]) => box.open !== initial.get(box) || box.closest(".navigation"))
      .map(([name, box]) => [name, box.open]));
    const active = document.activeElement;
    const focused = active && active !== document.body ? pathTo(active) : null;
    const selection = focused && "selectionStart" in active
      ? [active.selectionStart, active.selectionEnd] : null;
    return () => {
      for (const [name, box] of foldedByName()) {
        if (folded.has(name)) box.open = folded.get(name);
      }
      for (const [id, position] of boxes) {
        const box = document.getElementById(id);
        if (box) box.scrollTop = position;
      }
      const target = focused && document.querySelector(focused);
      if (target && target !== document.activeElement) {
        target.focus({ preventScroll: true });
        if (selection && selection[0] !== null) target.setSelectionRange?.(...selection);
      }
      const now = mark && top > 0 ? document.getElementById(mark.id) : null;
      const shift = now ? now.getBoundingClientRect().top - offset + scrollY : top;
      scrollTo({ left, top: shift, behavior: "instant" });
    };
  }

  // MARK: The page anew

  const arrival = (element) => new Promise((resolve) => {
    for (const type of ["load", "error"]) listen.call(element, type, resolve, { once: true });
    setTimeout(resolve, 3000);
  });

  const stylesOf = (root) => [...root.querySelectorAll("link[rel~=stylesheet]")];

  // The old sheets go when the new ones are there, so that nothing is ever seen without.
  async function exchangeStyles(next, areNew) {
    const old = stylesOf(document);
    const names = old.map((link) => link.getAttribute("href"));
    const wanted = stylesOf(next);
    const isSame = wanted.map((link) => link.getAttribute("href")).join("\n") === names.join("\n");
    if (isSame && !areNew) return;
    const fresh = wanted.map((link) => {
      const copy = document.importNode(link);
      // A sheet of the same name would come out of the memory of the browser.
      if (areNew && names.includes(link.getAttribute("href"))) {
        const target = new URL(link.href, location);
        target.searchParams.set("live", version);
        copy.href = target;
      }
      return copy;
    });
    const arrivals = fresh.map(arrival);
    const last = old.at(-1);
    if (last) last.after(...fresh);
    else document.head.append(...fresh);
    await Promise.all(arrivals);
    for (const link of old) link.remove();
  }

  const staysInHead = (element) =>
    element.matches("link[rel~=stylesheet]") || (element.localName === "script" && element.src);

  function exchangeHead(next) {
    for (const element of [...document.head.children]) {
      if (!staysInHead(element)) element.remove();
    }
    for (const element of [...next.head.children]) {
      if (!staysInHead(element)) document.head.append(document.importNode(element, true));
    }
    const root = document.documentElement;
    // Set by scripts.
    const kept = ["class", "data-scheme"];
    for (const { name } of [...root.attributes]) {
      if (!kept.includes(name) && !next.documentElement.hasAttribute(name)) root.removeAttribute(name);
    }
    for (const { name, value } of next.documentElement.attributes) {
      if (!kept.includes(name)) root.setAttribute(name, value);
    }
  }

  async function exchangeBody(next) {
    const goBack = place();
    // Scripts keep what was entered when a page goes.
    dispatchEvent(new PageTransitionEvent("pagehide"));
    forgetListeners();
    document.body.replaceWith(document.adoptNode(next.body));
    noteFolded();
    goBack();
    // A script that came with the page does not run; a new one does.
    const arrivals = scriptsOf(document.body).map((script) => {
      const fresh = document.createElement("script");
      fresh.src = script.src;
      fresh.async = false;
      const arrives = arrival(fresh);
      script.replaceWith(fresh);
      return arrives;
    });
    await Promise.all(arrivals);
    goBack();
  }

  const storage = {
    take(key) {
      try {
        const text = sessionStorage.getItem(`turnbook.live.${key}`);
        sessionStorage.removeItem(`turnbook.live.${key}`);
        return text;
      } catch {
        return null;
      }
    },
    keep(key, text) {
      try {
        sessionStorage.setItem(`turnbook.live.${key}`, text);
      } catch {
        // Storage can be forbidden; the page then begins at its top.
      }
    },
  };

  function reload() {
    storage.keep("place", JSON.stringify([location.href, scrollX, scrollY]));
    location.reload();
    // Nothing else is done to a page that goes.
    return new Promise(() => {});
  }

  function goBackAfterReload() {
    const [href, left, top] = JSON.parse(storage.take("place") ?? "[]");
    if (href === location.href) scrollTo({ left, top, behavior: "instant" });
  }

  // Gets this page anew and shows what is other about it.
  async function renew(isStyleOnly) {
    const here = location.href.split("#")[0];
    const answer = await fetch(here, { cache: "no-store", headers: { Accept: "text/html" } });
    const isPage = answer.headers.get("Content-Type")?.startsWith("text/html");
    if (answer.redirected || !isPage) return reload();
    const next = new DOMParser().parseFromString(await answer.text(), "text/html");
    const own = [...next.querySelectorAll("script")].find(isOwn);
    if (!own || next.documentElement.dataset.redirect !== undefined) return reload();
    if (!isStyleOnly && !canExchange(next)) return reload();
    ({ session, page } = own.dataset);
    version = Number(own.dataset.version);
    await exchangeStyles(next, isStyleOnly);
    if (isStyleOnly) return;
    exchangeHead(next);
    await exchangeBody(next);
  }

  function concerns(event) {
    if (event.change === "pages") return page === "" || event.pages.includes(page);
    return event.change !== "nothing";
  }

  async function take(event) {
    findings.show(event);
    if (event.session === session && event.version <= version) return;
    // After one that was missed anything may be other.
    const isNext = event.session === session && event.version === version + 1;
    if (!isNext) {
      await renew(false);
    } else if (concerns(event)) {
      await renew(event.change === "styles");
    } else {
      ({ version } = event);
    }
  }

  // MARK: What is wrong

  const style = new CSSStyleSheet();
  style.replaceSync(`
    :host { all: initial; color-scheme: light dark; }
    * { box-sizing: border-box; }
    [hidden] { display: none !important; }
    .corner { position: fixed; z-index: 2147483647; inset: auto 1rem 1rem auto; max-width: calc(100vw - 2rem);
      display: flex; flex-direction: column; align-items: flex-end; gap: .5rem;
      font: 14px/1.5 system-ui, sans-serif; color: light-dark(#1c1c1c, #f2f2f2); }
    .box, .lost, .pill { border: 1px solid light-dark(#8a8a8a, #777); border-radius: .5rem;
      background: light-dark(#fff, #1d1d1d); box-shadow: 0 4px 24px rgb(0 0 0 / 25%); }
    .box { width: 44rem; max-width: 100%; max-height: 60vh; overflow: auto; }
    .lost, .pill { padding: .4rem .8rem; margin: 0; }
    header { position: sticky; top: 0; display: flex; align-items: center; justify-content: space-between;
      gap: 1rem; padding: .5rem .5rem .5rem 1rem; background: inherit; }
    h2 { margin: 0; font: inherit; font-weight: 700; }
    button { font: inherit; color: inherit; cursor: pointer; }
    header button { padding: .2rem .8rem; border: 1px solid light-dark(#8a8a8a, #777); border-radius: .4rem; background: none; }
    :focus-visible { outline: 2px solid light-dark(#0b57d0, #a8c7fa); outline-offset: 2px; }
    ol { list-style: none; margin: 0; padding: 0; }
    li { padding: .6rem 1rem; border-top: 1px solid light-dark(#d5d5d5, #444); overflow-wrap: anywhere; }
    p { margin: 0; }
    .place, .code { font: 13px/1.5 ui-monospace, monospace; color: light-dark(#555, #bbb); }
    .severity { font-weight: 700; }
    .error .severity, .pill.error { color: light-dark(#b3261e, #ffb4ab); }
    .warning .severity, .pill.warning { color: light-dark(#7a4f00, #ffcc80); }
    .said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    @media print { .corner { display: none; } }
  `);

  // Only ever text: what stands in a guide must not become a part of this.
  function make(name, classes, ...content) {
    const element = document.createElement(name);
    element.className = classes;
    element.append(...content);
    return element;
  }

  class Findings {
    constructor() {
      const host = document.createElement("turnbook-live");
      const root = host.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [style];
      this.title = make("h2", "");
      this.list = make("ol", "");
      const close = make("button", "", "Close");
      this.box = make("section", "box", make("header", "", this.title, close), this.list);
      this.box.setAttribute("aria-label", "Findings");
      this.pill = make("button", "pill");
      this.lost = make("p", "lost", "The server is gone. Waiting for it …");
      this.lost.setAttribute("role", "status");
      // For who hears the page and does not see its corner.
      this.said = make("p", "said");
      this.said.setAttribute("role", "status");
      this.lost.hidden = this.box.hidden = this.pill.hidden = true;
      root.append(make("div", "corner", this.lost, this.box, this.pill, this.said));
      listen.call(close, "click", () => this.fold(true));
      listen.call(this.pill, "click", () => {
        this.fold(false);
        close.focus();
      });
      listen.call(this.box, "keydown", (event) => event.key === "Escape" && this.fold(true));
      // Not in the body, which comes and goes.
      document.documentElement.append(host);
    }

    show({ findings, count }) {
      const number = (severity) => findings.filter((each) => each.severity === severity).length;
      const [errors, warnings] = [number("error"), number("warning")];
      const words = [[errors, "error"], [warnings, "warning"]].filter(([each]) => each > 0)
        .map(([each, noun]) => `${each} ${noun}${each === 1 ? "" : "s"}`).join(", ");
      const rest = count - findings.length;
      this.title.textContent = this.pill.textContent = rest > 0 ? `${words} and ${rest} more` : words;
      this.pill.className = `pill ${errors > 0 ? "error" : "warning"}`;
      this.list.replaceChildren(...findings.map((each) => this.item(each)));
      const name = JSON.stringify(findings);
      if (name === this.name) return;
      this.said.textContent = words || (this.name === undefined ? "" : "Nothing is wrong any longer");
      this.name = name;
      if (findings.length === 0) this.box.hidden = this.pill.hidden = true;
      // What was folded away stays so until it is something else; a warning is nothing to stop for.
      else this.fold(errors === 0 || storage.take("folded") === name);
    }

    fold(isFolded) {
      const hadFocus = this.box.contains(this.box.getRootNode().activeElement);
      this.box.hidden = isFolded;
      this.pill.hidden = !isFolded;
      if (isFolded) storage.keep("folded", this.name);
      else storage.take("folded");
      if (isFolded && hadFocus) this.pill.focus();
    }

    item({ severity, message, path, line, column, notes, help, code }) {
      const item = make("li", severity,
        make("p", "", make("span", "severity", `${severity}: `), message));
      const place = [path, line, column].filter((each) => each !== null).join(":");
      item.append(make("p", "place", `${place} [${code}]`.trim()));
      for (const note of notes) item.append(make("p", "", note));
      if (help !== null) item.append(make("p", "", `help: ${help}`));
      return item;
    }
  }

  // MARK: The connection

  const findings = new Findings();
  let source = null;
  let missing = 0;
  let work = Promise.resolve();

  function connect() {
    // A browser has few connections to one host: pages that nobody sees must not keep them.
    if (source || document.visibilityState === "hidden") return;
    source = new EventSource(address);
    listen.call(source, "open", () => {
      clearTimeout(missing);
      missing = 0;
      findings.lost.hidden = true;
    });
    listen.call(source, "guide", (message) => {
      const event = JSON.parse(message.data);
      // A page that could not be fetched is asked for again with the next event.
      work = work.then(() => take(event)).catch(() => {});
    });
    listen.call(source, "error", () => {
      missing ||= setTimeout(() => { findings.lost.hidden = false; }, 500);
      if (source?.readyState !== EventSource.CLOSED) return;
      disconnect();
      setTimeout(connect, 500);
    });
  }

  function disconnect() {
    source?.close();
    source = null;
  }

  listen.call(document, "visibilitychange", () => {
    if (document.visibilityState === "hidden") disconnect();
    else connect();
  });
  // A page that the browser had put aside comes back as it was.
  listen.call(globalThis, "pageshow", (event) => event.persisted && connect());
  listen.call(globalThis, "pagehide", (event) => event.isTrusted && disconnect());

  noteFolded();
  listen.call(globalThis, "load", goBackAfterReload);
  connect();
})();
