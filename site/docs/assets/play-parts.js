/* What every practice is made of: how one wants to practise, lists to choose from, a box to type in, marks. */

(() => {
  if (!window.Shouce.playing) return;
  const { make, icon, load } = window.Shouce;
  const { words, glide } = window.Shouce.playing;
  const KEY = "shouce.practice";
  const LONGEST = 400; // characters of a line

  /** What keeps what was done, for whoever learns on this computer; nothing where it cannot be loaded. */
  const learning = () =>
    load("learning.js").then(
      () => window.Shouce.learning,
      () => null,
    );

  const wishes = () => {
    try {
      return JSON.parse(localStorage.getItem(KEY)) ?? {};
    } catch {
      return {};
    }
  };
  const wish = (changes) => {
    try {
      localStorage.setItem(KEY, JSON.stringify({ ...wishes(), ...changes }));
    } catch {
      /* asked again on the next page */
    }
  };

  const option = (type, text, isOn, change) => {
    const input = make("input");
    input.type = type;
    input.name = `practice-${type}`;
    input.checked = isOn;
    input.addEventListener("change", () => change(input.checked));
    return make("label", "pick", input, make("span", "", text));
  };
  /** How one wants to practise: choosing or typing, with a clock or without; kept on this computer. */
  const wishesBox = () => {
    const { isTyped, isUntimed } = wishes();
    const how = make(
      "fieldset",
      "practice__how",
      make("legend", "sr", words.how_to_practise),
      option("radio", words.choose_lines, !isTyped, () => wish({ isTyped: false })),
      option("radio", words.type_lines, Boolean(isTyped), () => wish({ isTyped: true })),
    );
    return make(
      "div",
      "practice__wishes",
      how,
      option("checkbox", words.without_clock, Boolean(isUntimed), (isOn) => wish({ isUntimed: isOn })),
    );
  };

  /** A question with answers to choose one of, each with the number of its key. */
  const picks = (question, answers, choose) => {
    const head = make("p", "picks__ask", question);
    head.tabIndex = -1;
    const items = answers.map((answer, at) => {
      const key = make("kbd", "key", String(at + 1));
      key.setAttribute("aria-hidden", "true");
      const one = make("button", "picks__one", key, make("span", "", ...answer));
      one.type = "button";
      one.dataset.pick = "";
      one.setAttribute("aria-keyshortcuts", String(at + 1));
      one.addEventListener("click", () => choose(at, one));
      return make("li", "", one);
    });
    return make("div", "picks", head, make("ol", "picks__list", ...items));
  };
  /** A box to type in what one says; Enter says it, and what `warn` has to tell stands below while one types. */
  const typing = (question, say, warn = () => "") => {
    const box = make("textarea");
    box.rows = 2;
    box.maxLength = LONGEST;
    const hint = make("p", "compose__hint");
    hint.setAttribute("role", "status");
    const send = make("button", "button button--first", make("span", "", words.say_it));
    const label = make("label", "", make("span", "picks__ask", question), box);
    const form = make("form", "compose", label, hint, send);
    box.addEventListener("input", () => {
      hint.textContent = warn(box.value);
    });
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      form.requestSubmit();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (box.value.trim()) say(box.value.trim());
    });
    return form;
  };
  const focusOn = (element) => {
    (element.querySelector("textarea, [tabindex]") ?? element).focus({ preventScroll: true });
    const { bottom } = element.getBoundingClientRect();
    const top = element.closest(".practice").getBoundingClientRect().top;
    if (bottom > innerHeight || top > innerHeight / 2) element.scrollIntoView({ block: "end", behavior: glide });
  };

  /** What keys do where only Escape means something. */
  const onEscape = (leave) => (key) => {
    if (key === "Escape") leave();
    return key === "Escape";
  };

  /** What a mark looks like beside what was marked: an icon, the word for it and what there is to say. */
  const LEVELS = { said: "check", nearly: "info", missed: "cross", forbidden: "ban", late: "clock" };
  const markOf = (level, ...tells) => {
    const name = {
      said: words.mark_said,
      nearly: words.mark_nearly,
      missed: words.mark_missed,
      forbidden: words.mark_forbidden,
      late: words.mark_late,
    }[level];
    return make(
      "p",
      `tell tell--${level}`,
      icon(LEVELS[level]),
      make("b", "", name),
      ...tells.filter(Boolean).map((tell) => make("span", "", tell)),
    );
  };

  /** The result as a number out of what there was, with a bar. */
  const scoreOf = (points, most) => {
    const bar = make("progress", "score__bar");
    bar.max = most;
    bar.value = points;
    bar.setAttribute("aria-label", words.score);
    return make("div", "score", make("p", "", make("b", "", String(points)), make("span", "", ` / ${most}`)), bar);
  };

  Object.assign(window.Shouce.playing, {
    learning,
    wishes,
    wishesBox,
    picks,
    typing,
    focusOn,
    onEscape,
    markOf,
    scoreOf,
  });
})();
