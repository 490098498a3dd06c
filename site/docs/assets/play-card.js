/* An emergency card against the clock. It never begins by itself, and one tap shows the card: it may be a real fire. */

(() => {
  const { playing, make, icon, button, fill } = window.Shouce;
  const card = playing && document.querySelector("[data-card]");
  if (!card) return;
  const { address, words, glide, cries, randomOf, shuffled, tasksOf, markTask, digits } = playing;
  const { learning, wishes, wishesBox, picks, typing, focusOn, frameOf, onEscape, markOf, scoreOf } = playing;
  const MINUTE = 60;
  const heading = document.querySelector("h1").cloneNode(true);
  heading.querySelector(".kind")?.remove();
  const title = heading.textContent.trim();
  let panel = null;
  let press = () => false;

  const put = (element, isHidden) => {
    panel?.remove();
    if (isHidden) card.before(element);
    else card.after(element);
    card.classList.toggle("is-covered", isHidden);
    panel = element;
    element.tabIndex = -1;
  };
  const close = () => {
    panel?.remove();
    panel = null;
    press = () => false;
    card.classList.remove("is-covered");
    card.scrollIntoView({ block: "start" });
  };

  const begin = () => {
    const go = make("button", "button button--first", icon("clock"), make("span", "", words.card_start));
    go.type = "button";
    go.addEventListener("click", round);
    const head = make("div", "practice__head", make("h2", "", words.card_title), make("p", "", words.card_lead));
    const leave = button(words.leave_practice, "cross", close);
    put(make("section", "practice", head, wishesBox(), make("p", "practice__go", go, leave)), false);
    panel.setAttribute("aria-label", words.card_title);
    press = onEscape(close);
    panel.scrollIntoView({ block: "nearest", behavior: glide });
    go.focus({ preventScroll: true });
  };

  /** Answers to put in order or to tick: what is chosen, and done when all stand or when that is said. */
  const several = (task, settle) => {
    const chosen = [];
    const list = picks(task.ask, task.options, (at) => {
      const place = chosen.indexOf(at);
      if (place < 0) chosen.push(at);
      else chosen.splice(place, 1);
      for (const [index, one] of [...list.querySelectorAll("[data-pick]")].entries()) {
        const order = chosen.indexOf(index);
        one.setAttribute("aria-pressed", String(order >= 0));
        one.dataset.order = task.sort === "order" && order >= 0 ? String(order + 1) : "";
      }
      ready.disabled = task.sort === "order" ? chosen.length < task.options.length : !chosen.length;
      if (!ready.disabled) ready.scrollIntoView({ block: "nearest" });
    });
    for (const one of list.querySelectorAll("[data-pick]")) one.setAttribute("aria-pressed", "false");
    const ready = make("button", "button button--first", make("span", "", words.card_ready));
    ready.type = "button";
    ready.disabled = true;
    ready.addEventListener("click", () => settle(task.sort === "all" ? [...chosen].sort((a, b) => a - b) : chosen));
    list.classList.add(`picks--${task.sort}`);
    list.append(make("p", "practice__go", ready));
    return list;
  };
  const composed = (task, settle) => {
    if (task.sort === "typed") return typing(task.ask, settle);
    if (task.sort === "one") return picks(task.ask, task.options, (at) => settle([at]));
    return several(task, settle);
  };

  const round = () => {
    const random = randomOf(`${address} ${Date.now()}`);
    const tasks = tasksOf(random, wishes().isTyped);
    const told = [];
    const frame = frameOf(title, close);
    const show = make("button", "practice__real", icon("alert"), make("span", "", words.card_show));
    show.type = "button";
    show.addEventListener("click", () => {
      frame.stop();
      close();
    });
    frame.element.prepend(show);
    put(frame.element, true);
    press = frame.press;
    const cry = shuffled(cries, random).slice(0, 3).join(" · ");
    const clock = frame.time(MINUTE);

    const next = () => {
      const task = tasks[told.length];
      if (!task) {
        const isLate = Boolean(clock?.isOut());
        const seconds = clock?.gone();
        frame.stop();
        finish(told, clock && { isLate, seconds });
        return;
      }
      frame.count.textContent = `${told.length + 1} / ${tasks.length}`;
      const compose = composed(task, (answer) => {
        told.push({ task, answer, marks: markTask(task, answer) });
        next();
      });
      const situation = make("p", "situation", make("span", "", cry), make("b", "", task.when ?? ""));
      frame.body.replaceChildren(situation, compose);
      focusOn(compose);
    };
    next();
  };

  const answered = ({ task, answer }) => {
    if (typeof answer === "string") return [answer];
    return [
      make(
        "ol",
        task.sort === "order" ? "card-good" : "card-good card-good--any",
        ...answer.map((at) => make("li", "", ...task.options[at].map(copy))),
      ),
    ];
  };
  const copy = (node) => (node instanceof Node ? node.cloneNode(true) : node);
  const rowOf = (line, at) =>
    make(
      "li",
      `turned is-${line.marks.level}`,
      make("b", "turned__no", String(at + 1)),
      make("div", "turned__cues", make("p", "", line.task.when ? `${line.task.when} — ` : "", line.task.ask)),
      make("div", "turned__mine", make("b", "", words.you_chose), ...answered(line)),
      make("div", "turned__marks", markOf(line.marks.level)),
      line.marks.level === "said"
        ? ""
        : make(
            "div",
            "turned__good",
            make("div", "good", make("b", "", words.card_says), make("div", "", ...line.task.good())),
          ),
    );

  const finish = (told, time) => {
    const timed = time ? 2 : 0;
    const score = told.reduce((sum, { marks }) => sum + marks.points, 0) + (time && !time.isLate ? timed : 0);
    const of = told.length * 2 + timed;
    const again = make("button", "button button--first", icon("repeat"), make("span", "", words.card_again));
    again.type = "button";
    again.addEventListener("click", round);
    const clockLine = time
      ? make("p", "", fill(time.isLate ? words.card_too_late : words.card_in_time, { time: digits(time.seconds) }))
      : "";
    const result = make(
      "section",
      "practice practice--result",
      make(
        "div",
        "practice__head",
        make("h2", "", score === of ? words.verdict_all : words.card_result),
        clockLine,
        make("p", "", words.card_life_first),
      ),
      scoreOf(score, of),
      make("p", "practice__go", again, button(words.card_back, "emergency", close)),
      make("ol", "transcript", ...told.map(rowOf)),
    );
    result.setAttribute("aria-label", words.card_result);
    learning().then((kept) => kept?.record("card", address, { score, of }));
    put(result, false);
    press = onEscape(close);
    result.scrollIntoView({ block: "start" });
    result.focus({ preventScroll: true });
  };

  playing.card = {
    isOpen: () => Boolean(panel),
    open: begin,
    close: () => panel && close(),
    press: (key) => press(key),
  };
})();
