// The columns beside the text: contents that follow the reader, a navigation that shows where
// one is, and drawers that close when they are done with.
(() => {
  "use strict";

  const contents = document.getElementById("Contents");
  const drawers = document.querySelectorAll("[popover]");

  function headingsByLink() {
    const pairs = [];
    for (const link of contents?.querySelectorAll("a[href^='#']") ?? []) {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (heading) pairs.push([heading, link]);
    }
    return pairs;
  }

  function followReader(pairs) {
    let current = null;
    let scheduled = false;

    function linkInView() {
      // Headings in a tab that is not shown have no place on the page.
      const shown = pairs.filter(([heading]) => heading.checkVisibility());
      const page = document.documentElement;
      if (scrollY > 0 && innerHeight + scrollY >= page.scrollHeight - 2) return shown.at(-1)?.[1];
      const line = innerHeight / 4;
      const passed = shown.findLast(([heading]) => heading.getBoundingClientRect().top <= line);
      return (passed ?? shown[0])?.[1];
    }

    function update() {
      scheduled = false;
      const link = linkInView();
      if (link === current) return;
      current?.removeAttribute("aria-current");
      link?.setAttribute("aria-current", "true");
      current = link;
      centre(link, contents);
    }

    function schedule() {
      if (scheduled) return;
      scheduled = true;
      requestAnimationFrame(update);
    }

    addEventListener("scroll", schedule, { passive: true });
    addEventListener("resize", schedule, { passive: true });
    update();
  }

  // Not scrollIntoView, which would scroll the page as well.
  function centre(link, box) {
    if (!link || box.scrollHeight <= box.clientHeight) return;
    const offset = link.getBoundingClientRect().top - box.getBoundingClientRect().top;
    box.scrollTop += offset - box.clientHeight / 2;
  }

  function closeDrawers() {
    for (const drawer of drawers) {
      if (drawer.matches(":popover-open")) drawer.hidePopover();
    }
  }

  function tendDrawers() {
    contents?.addEventListener("click", (event) => {
      if (event.target.closest("a")) closeDrawers();
    });
    // The widths at which layout.css turns the drawers into columns.
    for (const width of ["56rem", "76rem"]) {
      matchMedia(`(min-width: ${width})`).addEventListener("change", closeDrawers);
    }
  }

  const here = document.querySelector(".navigation [aria-current=page]");
  if (here) centre(here, here.closest(".navigation"));
  const pairs = headingsByLink();
  if (pairs.length > 0) followReader(pairs);
  tendDrawers();
})();
