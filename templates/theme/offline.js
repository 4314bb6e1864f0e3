// From a disk there is no server that finds the index of a folder.
if (location.protocol === "file:") {
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (link?.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
  }, true);
}
