/* Lists that are filtered as one types. */

(() => {
  const input = document.querySelector("[data-filter]");
  if (!input) return;
  const { say } = window.Shouce;
  const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ");
  const items = [...document.querySelectorAll("[data-filter-item]")].map((item) => [item, fold(item.textContent)]);
  const groups = [...document.querySelectorAll("[data-filter-group]")];
  const folds = groups.filter((group) => group.tagName === "DETAILS");
  let openBefore = null; // the folds that were open when one began to type: those that are left open at the end
  const none = document.querySelector("[data-filter-none]");
  const count = document.querySelector("[data-filter-count]");

  const filter = () => {
    const words = fold(input.value).split(" ").filter(Boolean);
    let shown = 0;
    for (const [item, text] of items) {
      item.hidden = !words.every((word) => text.includes(word));
      shown += item.hidden ? 0 : 1;
    }
    for (const group of groups) group.hidden = !group.querySelector("[data-filter-item]:not([hidden])");
    if (words.length) openBefore ??= new Set(folds.filter((fold) => fold.open));
    if (openBefore) for (const fold of folds) fold.open = words.length > 0 || openBefore.has(fold);
    if (!words.length) openBefore = null;
    none.hidden = shown > 0;
    count.textContent = words.length ? say("filter_count", { n: shown, all: items.length }) : "";
  };
  input.addEventListener("input", filter);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      input.value = "";
      filter();
    }
  });
  filter(); // browsers put back what was typed before
})();
