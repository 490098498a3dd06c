/* A module: what has been read of it, its self-test, and what of both the learning management system is told.

   window.Shouce.lesson, which the file of the module sets:
     mark    another one when the module has changed
     count   so many questions a test has
     pass    the score that passes, in percent
     items   [{id, how (one, all, order), kind, stem, options [text], right [letters], why, place, href, draft, picture}]
     words   what is said, by name

   What is put aside between visits: {m mark, r what is read as 0 and 1, t {s seed, a [answers given]} or null, b best}. */

(() => {
  const { lesson, connection, draw, question } = window.Shouce;
  const { element, say } = question;
  const box = document.querySelector(".test");
  const ticks = [...document.querySelectorAll("[data-read]")];
  const tabs = [...document.querySelectorAll("[data-shows]")];

  const kept = connection.resumed();
  const isSame = kept?.m === lesson.mark;
  const state = {
    m: lesson.mark,
    r: isSame ? String(kept.r) : "",
    t: isSame ? kept.t : null,
    b: Number.isInteger(kept?.b) ? kept.b : null,
  };
  const isBrowsed = connection.get("cmi.core.lesson_mode") === "browse";
  const isReviewed = connection.get("cmi.core.lesson_mode") === "review";

  function notice(name) {
    const notices = document.querySelector(".lesson__notices");
    if (!notices.querySelector(`[data-notice="${name}"]`))
      notices.append(element("p", { class: "lesson__notice", "data-notice": name }, say(name)));
  }

  const isAllRead = () => ticks.every((tick) => tick.checked);

  /** Where the learner stands, in the words of the standard; what was once passed stays so. */
  function status() {
    if (isBrowsed) return "browsed";
    if (lesson.items.length === 0) return isAllRead() ? "completed" : "incomplete";
    if (state.b === null) return "incomplete";
    return state.b >= lesson.pass ? "passed" : "failed";
  }

  const isDone = () => ["passed", "completed"].includes(status());

  function report() {
    if (isReviewed) return;
    const told = [connection.set("cmi.core.lesson_status", status()), connection.suspend(state)];
    if (state.b !== null) {
      told.push(connection.set("cmi.core.score.raw", state.b));
      told.push(connection.set("cmi.core.score.min", 0), connection.set("cmi.core.score.max", 100));
    }
    told.push(connection.set("cmi.core.exit", isDone() ? "" : "suspend"));
    told.push(connection.commit());
    if (told.includes(false)) notice("refused");
  }

  function showTabs() {
    const done = ticks.filter((tick) => tick.checked).length;
    const names = {
      read: say("read_so_far", { done, all: ticks.length }),
      test: state.b === null ? say("test") : say("test_best", { best: state.b }),
    };
    for (const tab of tabs) tab.textContent = names[tab.dataset.shows];
  }

  function show(name) {
    for (const tab of tabs) tab.setAttribute("aria-pressed", String(tab.dataset.shows === name));
    for (const section of document.querySelectorAll("main > section")) section.hidden = section.id !== name;
  }

  function mark() {
    state.r = ticks.map((tick) => Number(tick.checked)).join("");
    showTabs();
    report();
  }

  /** Shows the place that an address on this page leads to: its text is opened, its part comes into view. */
  function follow(event) {
    const link = event.target.closest?.('a[href^="#"]');
    const target = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!target) return;
    event.preventDefault();
    show("read");
    target.closest("details").open = true;
    target.scrollIntoView();
  }

  function start() {
    state.t = { s: draw.newSeed(), a: [] };
    next();
  }

  const isRight = (item, given) => given === draw.pattern(item);

  function next() {
    const numbers = draw.questions(lesson, state.t.s);
    const at = state.t.a.length;
    if (at === numbers.length) return end(numbers);
    const item = lesson.items[numbers[at]];
    const began = Date.now();
    const form = question.ask(box, item, {
      letters: draw.answers(item, state.t.s + at + 1),
      heading: `${say("number_of", { number: at + 1, count: numbers.length })} · ${item.kind}`,
      next: say(at + 1 === numbers.length ? "result" : "next"),
      answered: (chosen) => answered(item, chosen, Date.now() - began),
      go: next,
    });
    form.querySelector("h3").focus({ preventScroll: true });
    form.scrollIntoView({ block: "nearest" });
  }

  function answered(item, chosen, took) {
    const response = (item.how === "order" ? chosen : [...chosen].sort()).join(",");
    const wasRight = isRight(item, response);
    const type = item.how === "order" ? "sequencing" : "choice";
    state.t.a.push(response);
    if (!isReviewed) {
      connection.interaction({ id: item.id, type, pattern: draw.pattern(item), response, isRight: wasRight, took });
    }
    if (state.t.a.length === lesson.count) score();
    report();
    return wasRight;
  }

  const rightOnes = (numbers) => numbers.filter((number, at) => isRight(lesson.items[number], state.t.a[at]));

  function score() {
    const numbers = draw.questions(lesson, state.t.s);
    const reached = Math.floor((100 * rightOnes(numbers).length) / numbers.length);
    state.b = Math.max(state.b ?? 0, reached);
    showTabs();
  }

  function end(numbers) {
    const right = rightOnes(numbers);
    const reached = Math.floor((100 * right.length) / numbers.length);
    const verdict = say(reached >= lesson.pass ? "passed" : "failed", { score: reached, pass: lesson.pass });
    const wrong = numbers.filter((number) => !right.includes(number)).map((number) => wrongOne(lesson.items[number]));
    const heading = element("h3", { tabindex: "-1" }, verdict);
    box.replaceChildren(
      heading,
      element("p", {}, say("of_them", { count: numbers.length, right: right.length })),
      ...(wrong.length ? [element("p", {}, say("wrong_ones")), element("ul", { class: "test__wrong" }, ...wrong)] : []),
      button(say("again"), start),
    );
    state.t = null;
    report();
    heading.focus({ preventScroll: true });
    document.getElementById("test").scrollIntoView();
  }

  function wrongOne(item) {
    const place = item.href ? element("a", { href: item.href }, item.place) : item.place;
    return element("li", {}, item.stem, element("br"), place);
  }

  function button(text, act) {
    const made = element("button", { type: "button", class: "test__button" }, text);
    made.addEventListener("click", act);
    return made;
  }

  function begin() {
    if (lesson.items.length === 0) return box.append(element("p", {}, say("no_items")));
    const intro = say("intro", { all: lesson.items.length, count: lesson.count, pass: lesson.pass });
    const isHalfDone = state.t !== null && state.t.a.length < lesson.count;
    if (!isHalfDone) state.t = null;
    box.append(element("p", {}, intro), button(say(isHalfDone ? "go_on" : "start"), isHalfDone ? next : start));
  }

  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  function scheme() {
    document.documentElement.dataset.scheme = dark.matches ? "dark" : "light";
  }

  scheme();
  dark.addEventListener("change", scheme);
  if (!connection.isOpen) notice("no_lms");
  if (kept && !isSame) notice("changed");
  ticks.forEach((tick, at) => {
    tick.checked = state.r[at] === "1";
    tick.closest("label").hidden = false;
    tick.addEventListener("change", mark);
  });
  for (const tab of tabs) tab.addEventListener("click", () => show(tab.dataset.shows));
  for (const nav of document.querySelectorAll(".lesson__tabs")) nav.hidden = false;
  document.addEventListener("click", follow);
  window.addEventListener("pagehide", connection.finish);
  window.addEventListener("pageshow", (event) => event.persisted && window.location.reload());
  showTabs();
  begin();
  if (tabs.length === 0) show("test");
  report();
})();
