/* The page of a course as the home of who learns: what is left, what comes next, modules to tick and to test oneself in. */

(() => {
  const { learning, make, icon, button, fill } = window.Shouce;
  const { words, pageOf } = learning;
  const page = document.querySelector("[data-course]");
  if (!page) return;
  const course = page.dataset.course;
  let plan = null;
  const retired = new Map(); // by nickname: how many items have left the schedule since the page was opened
  let running = null; // the test that is open: whose it is, and how it is closed

  /** The button or link that leads to what comes next. */
  const nextStep = (next) => {
    const verbs = { read: words.do_read, practise: words.do_practise, fill: words.do_fill, test: words.do_test };
    const text = fill(verbs[next.act], { title: next.title });
    if (next.act === "test") {
      const start = button(text, "play", () => test(next.module));
      start.className = "button button--first";
      return start;
    }
    const link = make("a", "button button--first", icon("arrow"), make("span", "", text));
    link.href = learning.toward(course, next).href;
    return link;
  };

  /** The courses and levels that come before, with how far one is in each course. */
  const required = async () => {
    const lines = plan.requires.map(async ([title, url, address]) => {
      const link = make(url ? "a" : "span", "", title);
      if (url) link.href = pageOf(url);
      const before = address && (await learning.planOf(address).catch(() => null));
      const far = before ? ` ${fill(words.percent, { n: learning.progressOf(before).percent })}` : "";
      return make("li", "", link, far);
    });
    return plan.requires.length
      ? make("div", "left__before", make("b", "", words.requires_first), make("ul", "", ...(await Promise.all(lines))))
      : "";
  };

  const left = ({ percent, hours, next }, due) => {
    const gone = retired.get(learning.now().name);
    const bar = make("progress");
    bar.max = 100;
    bar.value = percent;
    bar.setAttribute("aria-label", words.progress_of);
    const rest = hours ? fill(words.hours_left, { n: hours }) : "";
    const review = button(fill(words.review_today, { n: due }), "repeat", () => repeat());
    review.className = "button button--first";
    return make(
      "div",
      "left",
      make("p", "left__head", make("b", "", fill(words.percent, { n: percent })), make("span", "soft", rest)),
      bar,
      make("p", "left__next", due ? review : "", next ? nextStep(next) : make("b", "", words.all_done)),
      gone ? make("p", "soft", fill(words.retired, { n: gone })) : "",
      make("p", "soft", words.on_paper),
    );
  };

  /** What is to be repeated today, once items that are gone have left the schedule. */
  const repeated = async () => {
    if (!learning.hasCards(course)) return [];
    const { items } = await learning.itemsOf(course);
    const { name } = learning.now();
    const gone = learning.retire(course, new Set(items.map(({ id }) => id)));
    if (gone) retired.set(name, (retired.get(name) ?? 0) + gone);
    return learning.due(course);
  };

  const learner = page.querySelector("[data-learner]");
  let files = null; // its own lines, which stay as they are whatever changes
  const redraw = async () => {
    if (running && running.name !== learning.now().name) running.close(); // somebody else learns now
    const due = (await repeated()).length;
    const before = await required();
    const shown = [learning.people(), before, left(learning.progressOf(plan), due), files];
    for (const old of [...learner.childNodes]) if (!shown.includes(old)) old.remove();
    if (files.parentNode !== learner) learner.append(files);
    for (const part of shown) if (part && part.parentNode !== learner) files.before(part); // what moves loses the keyboard
    for (const module of plan.modules) showModule(module);
    learning.refocus();
  };

  /** The ticks of a module, and its self-test. */
  const showModule = (module) => {
    for (const part of learning.partsOf(plan, module)) {
      const key = part.act === "test" ? `test ${module.id}` : `${part.act} ${part.address}`;
      const place = [...document.querySelectorAll(`[data-module="${module.id}"] [data-task]`)].find(
        (task) => task.dataset.task === key,
      );
      if (place && part.act === "test") showTest(place, module, part);
      else if (place) learning.showTask(place, course, part);
    }
  };
  const showTest = (place, module, { address, isDone }) => {
    if (running?.holder === place.closest("[data-module]").querySelector("[data-quiz]")) return;
    const last = learning.done("test", address);
    const start = button(last ? words.test_again : words.test_start, "play", () => test(module));
    const said = last
      ? fill(words.test_last, { score: last.score, of: last.of })
      : fill(words.test_items, { n: module.items });
    place.closest(".tasks").hidden = false;
    place.classList.toggle("is-done", isDone);
    place.replaceChildren(start, make("span", "soft", said), isDone ? icon("check") : "");
  };

  /* Tests: in the module, or for what has to be repeated above all modules. */
  const open = async (holder, title, choose, finish, focusAfter) => {
    running?.close();
    holder.hidden = false;
    holder.className = "quiz";
    holder.setAttribute("role", "region");
    holder.setAttribute("aria-label", title);
    const close = () => {
      running = null;
      holder.replaceChildren();
      holder.hidden = true;
    };
    running = { holder, close, name: learning.now().name };
    try {
      await learning.ready();
      const data = await learning.itemsOf(course);
      const finished = () => {
        close();
        redraw().then(() => focusAfter()?.focus());
      };
      learning.run(holder, data, choose(data), { title, finish, close: finished });
    } catch {
      holder.replaceChildren(make("p", "", words.test_failed));
    }
    holder.scrollIntoView({ block: "start" });
  };
  const test = (module) =>
    open(
      document.querySelector(`[data-module="${module.id}"] [data-quiz]`),
      fill(words.test_of, { title: module.title }),
      (data) => learning.draw(data.modules[module.id].map((number) => data.items[number])),
      (score, of) => learning.record("test", `${course}#${module.id}`, { score, of }),
      () => document.querySelector(`[data-module="${module.id}"] [data-task^="test"] button`),
    );
  const repeat = () =>
    open(
      page.querySelector("[data-quiz]"),
      words.review_title,
      (data) => learning.due(course).map((id) => data.items.find((item) => item.id === id)),
      undefined,
      () => page.querySelector(".left__next :is(a, button)"),
    );

  learning.redraw = redraw;
  learning.course = async () => {
    plan = await learning.planOf(course);
    files = learning.files();
    await redraw();
    learning.onChange(redraw);
    document.addEventListener("visibilitychange", () => document.hidden || redraw()); // a new day has begun
  };
})();
