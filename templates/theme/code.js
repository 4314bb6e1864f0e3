// Code and prompts: a copy button, and slots and turns that stand out in a prompt.
(() => {
  "use strict";

  const status = document.getElementById("Status");
  const copyButton = document.getElementById("CopyButton");
  let clearing = 0;

  // What a reader wants on the clipboard: of a console session the commands alone.
  function textToCopy(code) {
    const copy = code.cloneNode(true);
    const isSession = copy.querySelector(".gp") !== null;
    const unwanted = isSession ? ".gp, .go, .annotation" : ".annotation";
    for (const element of copy.querySelectorAll(unwanted)) element.remove();
    const text = copy.textContent.replace(/\n+$/, "");
    return isSession ? text.replace(/^\s*\n/gm, "") : text;
  }

  async function copyFrom(code, button) {
    try {
      await navigator.clipboard.writeText(textToCopy(code));
    } catch {
      return;
    }
    for (const done of document.querySelectorAll(".copy.done")) done.classList.remove("done");
    button.classList.add("done");
    status.textContent = button.dataset.done;
    clearTimeout(clearing);
    clearing = setTimeout(() => {
      button.classList.remove("done");
      status.textContent = "";
    }, 2000);
  }

  function addCopyButton(block) {
    const code = block.querySelector("code");
    if (!code) return;
    const button = copyButton.content.firstElementChild.cloneNode(true);
    button.addEventListener("click", () => copyFrom(code, button));
    block.append(button);
  }

  // Ranges leave the text as it is: it can be searched, selected and copied whole.
  function markPrompts(codes) {
    const slots = new Highlight();
    const turns = new Highlight();
    for (const code of codes) {
      const text = code.firstChild;
      if (text?.nodeType !== Node.TEXT_NODE) continue;
      for (const found of text.data.matchAll(/\{[^\s{}"'][^{}\n]*\}|^ *Turn (?:\d+|N)[^:\n]*:/gm)) {
        const range = new Range();
        range.setStart(text, found.index);
        range.setEnd(text, found.index + found[0].length);
        (found[0].startsWith("{") ? slots : turns).add(range);
      }
    }
    CSS.highlights.set("slot", slots);
    CSS.highlights.set("turn", turns);
  }

  // Boxes that scroll sideways have to be reachable by keyboard; not every browser sees to it.
  const overflow = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
    }
  });

  if (copyButton && status && navigator.clipboard) {
    for (const block of document.querySelectorAll(".code")) addCopyButton(block);
  }
  if (globalThis.CSS?.highlights) {
    const languages = ["text", "prompt", "pattern"].map((name) => `[data-language=${name}]`);
    markPrompts(document.querySelectorAll(`:is(${languages}) > pre > code`));
  }
  for (const box of document.querySelectorAll(".table, .code pre, .diagram")) overflow.observe(box);
})();
