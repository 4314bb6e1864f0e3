// Tabs: sections with labels become one tab list, and equal labels stay in step on every page.
// Whatever is folded away, in a panel or a collapsible, opens for a link and for paper.
(() => {
  "use strict";

  const sets = [];

  class TabSet {
    constructor(element) {
      this.panels = [...element.querySelectorAll(":scope > .tab")];
      this.list = document.createElement("div");
      this.list.className = "tab-list";
      this.list.setAttribute("role", "tablist");
      this.tabs = this.panels.map((panel) => this.makeTab(panel));
      this.list.append(...this.tabs);
      element.prepend(this.list);
      element.classList.add("ready");
      this.list.addEventListener("keydown", (event) => this.onKey(event));
      const chosen = this.panels.findIndex((panel) => panel.classList.contains("selected"));
      this.show(Math.max(0, chosen));
    }

    makeTab(panel) {
      const label = panel.querySelector(":scope > .tab-label");
      const tab = document.createElement("button");
      tab.type = "button";
      tab.id = `${panel.id}-label`;
      tab.append(...label.childNodes);
      panel.dataset.label = tab.textContent.trim();
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-controls", panel.id);
      label.remove();
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", tab.id);
      panel.tabIndex = 0;
      tab.addEventListener("click", () => this.choose(tab));
      panel.addEventListener("beforematch", () => this.show(this.panels.indexOf(panel)));
      return tab;
    }

    show(index) {
      this.tabs.forEach((tab, each) => {
        tab.setAttribute("aria-selected", each === index);
        tab.tabIndex = each === index ? 0 : -1;
        if (each === index) this.panels[each].removeAttribute("hidden");
        else this.panels[each].setAttribute("hidden", "until-found");
      });
    }

    choose(tab) {
      const before = tab.getBoundingClientRect().top;
      const index = this.tabs.indexOf(tab);
      const label = this.panels[index].dataset.label;
      this.show(index);
      showEverywhere(label);
      remember(label);
      // Sets above this one may have changed their height.
      scrollBy({ top: tab.getBoundingClientRect().top - before, behavior: "instant" });
    }

    onKey(event) {
      const current = this.tabs.indexOf(event.target.closest("[role=tab]"));
      const forward = getComputedStyle(this.list).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
      const backward = forward === "ArrowRight" ? "ArrowLeft" : "ArrowRight";
      const last = this.tabs.length - 1;
      const next = {
        [forward]: current === last ? 0 : current + 1,
        [backward]: current === 0 ? last : current - 1,
        Home: 0,
        End: last,
      }[event.key];
      if (current < 0 || next === undefined) return;
      event.preventDefault();
      this.tabs[next].focus();
      this.choose(this.tabs[next]);
    }
  }

  function remembered() {
    try {
      const labels = JSON.parse(localStorage.getItem("turnbook.tabs") ?? "[]");
      return Array.isArray(labels) ? labels : [];
    } catch {
      return [];
    }
  }

  // The latest first, so that of two labels in one set the newer choice wins.
  function remember(label) {
    const others = remembered().filter((other) => other !== label);
    try {
      localStorage.setItem("turnbook.tabs", JSON.stringify([label, ...others].slice(0, 12)));
    } catch {
      // Storage can be forbidden or full; the choice then lasts for this page only.
    }
  }

  function showEverywhere(label) {
    for (const set of sets) {
      const index = set.panels.findIndex((panel) => panel.dataset.label === label);
      if (index >= 0) set.show(index);
    }
  }

  // Opens everything around the target of a link.
  function openTarget() {
    let target = null;
    try {
      target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return;
    }
    if (!target) return;
    let opened = false;
    for (let element = target; element; element = element.parentElement) {
      const set = sets.find((each) => each.panels.includes(element));
      if (set && element.hasAttribute("hidden")) {
        set.show(set.panels.indexOf(element));
        opened = true;
      } else if (element.tagName === "DETAILS" && !element.open) {
        element.open = true;
        opened = true;
      }
    }
    if (opened) target.scrollIntoView();
  }

  // Paper cannot be unfolded; preferences.css shows all panels there.
  function unfoldForPrint() {
    let unfolded = [];
    addEventListener("beforeprint", () => {
      unfolded = [...document.querySelectorAll("main details:not([open])")];
      for (const element of unfolded) element.open = true;
    });
    addEventListener("afterprint", () => {
      for (const element of unfolded) element.open = false;
    });
  }

  for (const element of document.querySelectorAll(".tabs:has(> .tab > .tab-label)")) {
    sets.push(new TabSet(element));
  }
  for (const label of remembered().reverse()) showEverywhere(label);
  unfoldForPrint();
  openTarget();
  addEventListener("hashchange", openTarget);
})();
