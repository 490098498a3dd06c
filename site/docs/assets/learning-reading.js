/* A page that one opened from a course: which course and module it is read for, and at its end the mark that it was read. */

(() => {
  const { learning, make, icon, button, fill } = window.Shouce;
  const { words, pageOf } = learning;
  const way = new URLSearchParams(location.search);
  const course = way.get("course");
  if (!course) return;

  const link = (title, href, name, classes = "button") => {
    const made = make("a", classes, icon(name), make("span", "", title));
    made.href = href;
    return made;
  };
  const isHere = (url) => new URL(pageOf(url.split("#")[0]), location.href).pathname === location.pathname;

  /** The part of the module that this page is, and the one after it in the course. */
  const places = (plan) => {
    const all = plan.modules.flatMap((module) => learning.partsOf(plan, module));
    const at = all.findIndex((part) => part.module.id === way.get("module") && part.act !== "test" && isHere(part.url));
    return { here: all[at], next: all[at + 1] };
  };
  const onward = (plan, next) => {
    if (next.act === "test")
      return link(fill(words.next_test, { title: next.title }), pageOf(next.module.url), "arrow");
    return link(fill(words.next_task, { title: next.title }), learning.toward(plan.course, next).href, "arrow");
  };

  /** What is said of this page: that it is read, or how what is practised and filled here gets done. */
  const state = (part) => {
    if (part.act === "read" && part.isDone)
      return [
        make("span", "reading__done", icon("check"), words.was_read),
        button(words.undo, "return", () => learning.undo(part.act, part.address)),
      ];
    if (part.act === "read") {
      const mark = button(words.mark_read, "check", () => learning.record(part.act, part.address));
      mark.className = "button button--first";
      return [mark];
    }
    if (part.isDone) return [make("span", "reading__done", icon("check"), words.was_done)];
    return [make("span", "soft", part.act === "fill" ? words.done_by_filling : words.done_by_practising)];
  };

  learning.reading = async () => {
    const sheet = document.querySelector(".sheet");
    const plan = await learning.planOf(course).catch(() => null);
    if (!plan || !sheet) return;
    const { here, next } = places(plan);
    if (!here) return;
    const back = pageOf(here.module.url);
    const from = make(
      "p",
      "reading__from",
      link(fill(words.for_course, { course: plan.title, module: here.module.title }), back, "course", ""),
    );
    const bar = make("section", "reading");
    bar.setAttribute("aria-label", words.course_bar);
    const redraw = () => {
      const { here: now } = places(plan);
      const { name } = learning.now();
      const had = bar.contains(document.activeElement);
      bar.replaceChildren(
        make("p", "reading__for", fill(words.for_course, { course: plan.title, module: now.module.title })),
        make(
          "p",
          "reading__bar",
          ...state(now),
          link(words.back_to_course, back, "course"),
          next ? onward(plan, next) : "",
        ),
        make("p", "soft", name ? fill(words.learning_as, { name }) : words.guest_only),
      );
      if (had) bar.querySelector("a.button:last-of-type, a, button").focus();
    };
    sheet.querySelector(".head")?.prepend(from);
    (sheet.querySelector(".print-foot") ?? sheet.lastElementChild).before(bar);
    redraw();
    learning.onChange(redraw);
    for (const other of document.querySelectorAll("[data-keep-hash]")) other.search = location.search;
  };
})();
