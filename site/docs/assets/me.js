/* Whose role it is at this computer, until the end of the shift: said in the header, chosen and forgotten in one tap.

   Kept is `{role (its address), titles (what it is called, by language), until (a moment)}`. */

(() => {
  const { does, say, load, lang } = window.Shouce;
  const page = document.documentElement;
  const KEPT = "shouce.role";
  const SHIFT = 12 * 3_600_000;
  const LONGEST_WAIT = 2 ** 31 - 1;
  const listeners = [];
  let isKept = true;
  let timer = 0;

  const read = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(KEPT));
      return typeof kept?.role === "string" && Number.isFinite(kept.until) ? kept : null;
    } catch {
      return null;
    }
  };
  const write = (kept) => {
    try {
      if (kept) localStorage.setItem(KEPT, JSON.stringify(kept));
      else localStorage.removeItem(KEPT);
      isKept = true;
    } catch {
      isKept = false; // only this page, then
    }
  };
  let me = read();

  const show = () => {
    if (me) page.dataset.role = me.role;
    else delete page.dataset.role;
    const title = me?.titles[lang] ?? "";
    for (const label of document.querySelectorAll("[data-me]")) {
      label.dataset.nobody ??= label.textContent;
      label.textContent = title ? say("iam_is", { role: title }) : label.dataset.nobody;
      label.classList.add("is-said");
    }
    for (const button of document.querySelectorAll("[data-does=iam]"))
      button.setAttribute("aria-pressed", String(button.dataset.role === me?.role));
    window.Shouce.worksFrom(me ? me.role.split("/")[0] : null);
    for (const listener of listeners) listener(me);
  };
  /** The nickname of whoever learned here is left as well: the next person is another one. */
  const leave = async () => {
    try {
      if (!JSON.parse(localStorage.getItem("shouce.learning"))?.current) return;
    } catch {
      return; // nobody can be kept there
    }
    await load("learning.js");
    window.Shouce.learning.leave();
  };
  const set = (next) => {
    if (me && me.role !== next?.role) leave();
    me = next;
    write(me);
    show();
    wait();
  };
  /* A page that stays open at the counter forgets as well. */
  const wait = () => {
    clearTimeout(timer);
    if (me) timer = setTimeout(expire, Math.min(Math.max(me.until - Date.now(), 0), LONGEST_WAIT));
  };
  const expire = () => {
    if (me && me.until <= Date.now()) set(null);
    else wait();
  };

  window.Shouce.me = {
    now: () => me,
    isKept: () => isKept,
    choose: (role, titles) => set({ role, titles, until: Date.now() + SHIFT }),
    forget: () => set(null),
    onChange: (listener) => listeners.push(listener),
    /** The keyboard goes to the button in the header, where what was pressed is gone. */
    focus: () => document.querySelector("[data-does=me]").focus(),
  };
  const roles = () => load("role.js").then(() => window.Shouce.role);
  does.me = () => roles().then((role) => role.ask());
  does.iam = (pressed) => roles().then((role) => role.take(pressed.dataset.role));

  addEventListener("storage", ({ key }) => {
    if (key !== KEPT && key !== null) return;
    me = read();
    show();
    wait();
  });
  document.addEventListener("visibilitychange", () => document.hidden || expire());
  if (me && me.until <= Date.now()) set(null);
  else if (me) show();
  wait();
  /* The day of the role, and what is due in its course, are for those who have said it; roles are compared by all. */
  if (document.querySelector("[data-compare]") || (me && document.querySelector("[data-day], [data-learn]"))) roles();
})();
