// Links a fact's words with its card: hover, focus (Tab) and touch mark both.
(() => {
  const parts = new Map();
  for (const node of document.querySelectorAll("[data-f]"))
    for (const id of node.dataset.f.split(" ")) parts.set(id, [...(parts.get(id) ?? []), node]);
  const mark = (node, on) => {
    const ids = node.dataset.f.split(" ");
    for (const id of ids) for (const other of parts.get(id)) other.classList.toggle("on", on);
  };
  const closest = (event) => event.target.closest?.("[data-f]");
  for (const [start, end] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
    document.addEventListener(start, (event) => closest(event) && mark(closest(event), true));
    document.addEventListener(end, (event) => closest(event) && mark(closest(event), false));
  }
  document.addEventListener("click", (event) => {
    const node = closest(event);
    if (!node) return;
    const other = parts.get(node.dataset.f.split(" ")[0]).find((part) => (part.tagName === "LI") !== (node.tagName === "LI"));
    other?.scrollIntoView({ block: "nearest", behavior: "smooth" });
  });
})();
