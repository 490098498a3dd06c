/* Lists that are filtered as one types, and the learner's own ticks on a course page. */

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

(() => {
  const panel = document.querySelector("[data-progress]");
  if (!panel) return;
  const { say, make } = window.Shouce;
  const key = `shouce.course.${panel.dataset.progress}`;
  const read = () => {
    try {
      return new Set(JSON.parse(localStorage.getItem(key) ?? "[]"));
    } catch {
      return new Set();
    }
  };
  const boxes = [...document.querySelectorAll("[data-task]")].map((task) => {
    const box = make("input", "tick");
    box.type = "checkbox";
    box.checked = read().has(task.dataset.task);
    box.setAttribute("aria-label", say("mark_done", { title: task.textContent.trim() }));
    box.addEventListener("change", () => show(true));
    task.prepend(box);
    return [task, box];
  });
  const show = (keep) => {
    const done = boxes.filter(([, box]) => box.checked);
    for (const [task, box] of boxes) task.classList.toggle("is-done", box.checked);
    const bar = panel.querySelector("progress");
    bar.max = Math.max(1, boxes.length);
    bar.value = done.length;
    panel.querySelector("[data-progress-count]").textContent = `${done.length} / ${boxes.length}`;
    if (!keep) return;
    try {
      localStorage.setItem(key, JSON.stringify(done.map(([task]) => task.dataset.task)));
    } catch {
      /* not kept */
    }
  };
  panel.querySelector("[data-progress-reset]").addEventListener("click", () => {
    for (const [, box] of boxes) box.checked = false;
    show(true);
  });
  panel.hidden = false;
  show(false);
})();
