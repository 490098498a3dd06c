/* One question on the page: its answers to choose from, and, once it is answered, what is right and where that stands. */

(() => {
  const { draw } = window.Shouce;

  function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  const say = (name, values = {}) =>
    window.Shouce.lesson.words[name].replace(/\{(\w+)\}/g, (_, value) => String(values[value]));

  function picture(item) {
    return item.picture ? [element("img", { src: item.picture, alt: say("picture"), class: "test__picture" })] : [];
  }

  /** Boxes or circles; `chosen` gives the letters that are ticked. */
  function ticked(item, letters) {
    const type = item.how === "one" ? "radio" : "checkbox";
    const inputs = letters.map((letter) => element("input", { type, name: "answer", value: letter }));
    const rows = inputs.map((input) =>
      element("label", { class: "test__option" }, input, element("span", {}, draw.textOf(item, input.value))),
    );
    return { rows, chosen: () => inputs.filter((input) => input.checked).map((input) => input.value) };
  }

  /** Buttons that are tapped in order; each shows its number. */
  function ordered(item, letters) {
    const taken = [];
    const rows = letters.map((letter) => {
      const number = element("span", { class: "test__number" });
      const row = element(
        "button",
        { type: "button", class: "test__option", "data-letter": letter, "aria-pressed": "false" },
        number,
        element("span", {}, draw.textOf(item, letter)),
      );
      row.addEventListener("click", () => {
        if (taken.includes(letter)) taken.splice(taken.indexOf(letter), 1);
        else taken.push(letter);
        for (const each of rows) {
          const place = taken.indexOf(each.dataset.letter) + 1;
          each.firstChild.textContent = place || "";
          each.setAttribute("aria-pressed", String(place > 0));
        }
      });
      return row;
    });
    return { rows, chosen: () => [...taken] };
  }

  const isWhole = (item, chosen) => (item.how === "order" ? chosen.length === item.options.length : chosen.length > 0);

  /** The right answers: one in a line, several as a list, of an order a numbered one. */
  function answers(item) {
    const texts = item.right.map((letter) => draw.textOf(item, letter));
    if (item.how === "one") return [element("p", {}, say("right_answer"), element("strong", {}, texts[0]))];
    const list = texts.map((text) => element("li", {}, text));
    return [element("p", {}, say("right_answer")), element("ol", { class: `test__${item.how}` }, ...list)];
  }

  /** What is right, why, and where the handbook says so. */
  function feedback(item, isRight) {
    const place = item.href ? element("a", { href: item.href, ...outside(item.href) }, item.place) : item.place;
    const draft = item.draft ? [" ", element("span", { class: "test__draft" }, say("draft"))] : [];
    return element(
      "div",
      { class: `test__feedback test__feedback--${isRight ? "right" : "wrong"}`, tabindex: "-1" },
      element("p", { class: "test__verdict" }, say(isRight ? "right" : "wrong")),
      ...(isRight ? [] : answers(item)),
      ...item.why.split("\n").map((line) => element("p", {}, line)),
      element("p", { class: "test__place" }, place, ...draft),
    );
  }

  const outside = (href) => (href.startsWith("#") ? {} : { target: "_blank", rel: "noopener" });

  /** Asks a question in *box*; `answered` is called with what was chosen, and gives whether it was right. */
  function ask(box, item, { letters, heading, next, answered, go }) {
    const choice = item.how === "order" ? ordered(item, letters) : ticked(item, letters);
    const hint = say({ one: "choose_one", all: "choose_all", order: "choose_order" }[item.how]);
    const button = element("button", { type: "submit", class: "test__button" }, say("hand_in"));
    const form = element(
      "form",
      { class: "test__question" },
      element("p", { class: "test__count" }, heading),
      element("h3", { tabindex: "-1" }, item.stem),
      ...picture(item),
      element("fieldset", {}, element("legend", {}, hint), ...choice.rows),
      button,
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (form.dataset.done) return go();
      const chosen = choice.chosen();
      if (!isWhole(item, chosen)) return form.querySelector("legend").classList.add("test__missing");
      close(form, item, answered(chosen));
      button.textContent = next;
    });
    box.replaceChildren(form);
    return form;
  }

  function close(form, item, isRight) {
    form.dataset.done = "true";
    for (const row of form.querySelectorAll("input, fieldset button")) row.disabled = true;
    if (item.how !== "order") for (const row of form.querySelectorAll(".test__option")) colour(item, row);
    const said = feedback(item, isRight);
    form.lastChild.before(said);
    said.focus();
  }

  function colour(item, row) {
    const { value, checked } = row.firstChild;
    if (item.right.includes(value)) row.classList.add("test__option--right");
    else if (checked) row.classList.add("test__option--wrong");
  }

  Object.assign(window.Shouce, { question: { ask, element, say } });
})();
