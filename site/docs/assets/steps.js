/* «Tick as you go»: a procedure becomes a checklist. Ticks live in this tab and go when it is closed. */

(() => {
  const list = document.querySelector("[data-steps]");
  if (!list) return;
  const { does, say, make, button } = window.Shouce;
  const key = `shouce.ticks.${location.pathname}`;
  const steps = [...list.querySelectorAll(".step")];
  const idOf = (step) => step.querySelector("h3").id;
  const read = () => {
    try {
      return new Set(JSON.parse(sessionStorage.getItem(key) ?? "[]"));
    } catch {
      return new Set();
    }
  };
  const keep = (ticked) => {
    try {
      sessionStorage.setItem(key, JSON.stringify([...ticked]));
    } catch {
      /* kept until the page is left */
    }
  };

  let bar = null;
  const boxes = new Map();

  const show = () => {
    const done = steps.filter((step) => boxes.get(step)?.checked).length;
    for (const step of steps) step.classList.toggle("is-done", Boolean(boxes.get(step)?.checked));
    bar.querySelector("progress").value = done;
    bar.querySelector("b").textContent = `${done} / ${steps.length}`;
  };
  const save = () => {
    keep(steps.filter((step) => boxes.get(step).checked).map(idOf));
    show();
  };
  const clear = () => {
    for (const box of boxes.values()) box.checked = false;
    save();
  };

  const open = () => {
    const ticked = read();
    const progress = make("progress");
    progress.max = steps.length;
    bar = make(
      "div",
      "ticks",
      make("p", "", make("b"), say("checklist_done")),
      progress,
      button(say("checklist_reset"), "", clear),
      button(say("checklist_stop"), "cross", close),
      make("p", "soft", say("checklist_note")),
    );
    list.before(bar);
    for (const step of steps) {
      const box = make("input", "tick");
      box.type = "checkbox";
      box.checked = ticked.has(idOf(step));
      box.setAttribute("aria-label", say("tick_step", { step: step.querySelector("h3").textContent.trim() }));
      box.addEventListener("change", save);
      boxes.set(step, box);
      step.prepend(box);
    }
    list.classList.add("is-ticking");
    show();
  };
  const close = () => {
    for (const box of boxes.values()) box.remove();
    boxes.clear();
    bar?.remove();
    bar = null;
    list.classList.remove("is-ticking");
    for (const step of steps) step.classList.remove("is-done");
    try {
      sessionStorage.removeItem(`${key}.on`);
    } catch {
      /* nothing was kept */
    }
  };

  does.checklist = () => {
    if (bar) {
      close();
      return;
    }
    open();
    try {
      sessionStorage.setItem(`${key}.on`, "1");
    } catch {
      /* the mode ends with the page */
    }
    bar.scrollIntoView({ block: "start", behavior: "smooth" });
  };

  /* Answering a decision ticks it. */
  list.addEventListener("click", (event) => {
    const answer = event.target.closest(".answers a");
    const box = answer && boxes.get(answer.closest(".step"));
    if (box) {
      box.checked = true;
      save();
    }
  });
  try {
    if (sessionStorage.getItem(`${key}.on`)) open();
  } catch {
    /* storage is forbidden */
  }
})();
