// A page's own Markdown on the clipboard. Where it cannot be had or copied, the link beside the
// button leads to it.
(() => {
  "use strict";

  const status = document.getElementById("Status");

  async function read(address) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.statusText);
    return new Blob([await answer.text()], { type: "text/plain" });
  }

  async function copy(button, link) {
    try {
      if (location.protocol === "file:") throw new Error();
      // The text may come later: some browsers let nothing be copied that a click has not begun.
      const item = new ClipboardItem({ "text/plain": read(link.href) });
      await navigator.clipboard.write([item]);
    } catch {
      location.assign(link.href);
      return;
    }
    status.textContent = button.dataset.done;
    button.classList.add("done");
    setTimeout(() => {
      status.textContent = "";
      button.classList.remove("done");
    }, 2000);
  }

  for (const button of document.querySelectorAll("[data-copy-page]")) {
    button.addEventListener("click", () => copy(button, button.parentElement.querySelector("a")));
  }
})();
