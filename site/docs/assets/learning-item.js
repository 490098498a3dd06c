/* One item: asked, answered with a mouse, a finger or keys, and told at once whether it is right, and why. */

(() => {
  const { learning, make, icon, button, fill, root, lang, languages } = window.Shouce;
  const { words } = learning;
  const pageOf = (url) => `${root}/${languages[lang].prefix}${url}`;

  /** A text with its number before it, which is the key that chooses it. */
  const numbered = (at, text) => [make("kbd", "quiz__key", at < 9 ? String(at + 1) : ""), make("span", "", text)];

  /** Options to tick: one, or all that are right. */
  const choices = (item, options) => {
    const isOne = item.how === "one";
    const inputs = options.map(([key]) => {
      const input = make("input");
      input.type = isOne ? "radio" : "checkbox";
      input.name = "answer";
      input.value = key;
      return input;
    });
    const rows = options.map(([, text], at) => make("label", "quiz__option", inputs[at], ...numbered(at, text)));
    return {
      rows,
      holder: make("div", "quiz__options", ...rows),
      keys: () => inputs.filter((input) => input.checked).map((input) => input.value),
      press: (at) => {
        inputs[at].click();
        inputs[at].focus();
      },
      stop: () => {
        for (const input of inputs) input.disabled = true;
      },
      show: (at, right) => {
        rows[at].classList.toggle("is-right", right.includes(options[at][0]));
        rows[at].classList.toggle("is-wrong", inputs[at].checked && !right.includes(options[at][0]));
        if (right.includes(options[at][0])) rows[at].append(make("b", "", words.option_right));
        else if (inputs[at].checked) rows[at].append(make("b", "", words.option_chosen));
      },
    };
  };

  /** Options to put in order: with buttons, or with the arrow keys while one is focused. */
  const ordering = (options, say) => {
    const holder = make("ol", "quiz__options quiz__options--order");
    const textOf = new Map(options);
    const rows = options.map(([key, text]) => {
      const row = make("li", "quiz__option", make("b", "quiz__place"), make("span", "", text));
      row.tabIndex = 0;
      row.dataset.key = key;
      for (const [name, by] of [
        [fill(words.move_up, { text }), -1],
        [fill(words.move_down, { text }), 1],
      ]) {
        const move = button(by < 0 ? "↑" : "↓", "", () => shift(row, by, move));
        move.setAttribute("aria-label", name);
        row.append(move);
      }
      row.addEventListener("keydown", (event) => {
        const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
        if (!by || holder.classList.contains("is-done")) return;
        event.preventDefault();
        shift(row, by, row);
      });
      return row;
    });
    const number = () => {
      for (const [at, row] of [...holder.children].entries()) {
        row.querySelector(".quiz__place").textContent = String(at + 1);
        const [up, down] = row.querySelectorAll("button");
        up.disabled = at === 0;
        down.disabled = at === holder.children.length - 1;
      }
    };
    const shift = (row, by, focus) => {
      const other = by < 0 ? row.previousElementSibling : row.nextElementSibling;
      if (!other) return;
      if (by < 0) other.before(row);
      else other.after(row);
      number();
      (focus.disabled ? row : focus).focus();
      const place = [...holder.children].indexOf(row) + 1;
      say(fill(words.moved, { text: textOf.get(row.dataset.key), n: place }));
    };
    holder.append(...rows);
    number();
    return {
      holder,
      keys: () => [...holder.children].map((row) => row.dataset.key),
      press: (at) => holder.children[at].focus(),
      stop: () => {
        holder.classList.add("is-done");
        for (const move of holder.querySelectorAll("button")) move.remove();
      },
      show: (at, right) => {
        const row = holder.children[at];
        row.classList.add(right[at] === row.dataset.key ? "is-right" : "is-wrong");
      },
    };
  };

  /** The place in the handbook that an item is asked from, in a tab of its own: the test stays where it is. */
  const source = (item) => {
    const link = make("a", "mini", icon("book"), make("span", "", words.see_step));
    link.href = pageOf(item.url);
    link.target = "_blank";
    link.rel = "noopener";
    return link;
  };

  Object.assign(learning, { choices, ordering, source, pageOf });
})();
