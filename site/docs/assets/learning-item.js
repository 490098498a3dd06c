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

  /** An option to put in order, moved by its two buttons, or with the arrow keys while it is focused. */
  const movable = ([key, text], shift) => {
    const row = make("li", "quiz__option", make("b", "quiz__place"), make("span", "", text));
    row.tabIndex = 0;
    row.dataset.key = key;
    const moveOf = (sign, name, by) => {
      const move = button(sign, "", () => shift(row, by, move));
      move.setAttribute("aria-label", name);
      return move;
    };
    row.append(moveOf("↑", fill(words.move_up, { text }), -1), moveOf("↓", fill(words.move_down, { text }), 1));
    row.addEventListener("keydown", (event) => {
      const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!by || row.parentElement.classList.contains("is-done")) return;
      event.preventDefault();
      shift(row, by, row);
    });
    return row;
  };
  /** Write before each option which place it has now; the first cannot go up, nor the last down. */
  const numberRows = (rows) => {
    for (const [at, row] of rows.entries()) {
      row.querySelector(".quiz__place").textContent = String(at + 1);
      const [up, down] = row.querySelectorAll("button");
      up.disabled = at === 0;
      down.disabled = at === rows.length - 1;
    }
  };

  /** Options to put in order: with buttons, or with the arrow keys while one is focused. */
  const ordering = (options, say) => {
    const holder = make("ol", "quiz__options quiz__options--order");
    const textOf = new Map(options);
    const rows = () => [...holder.children];
    const shift = (row, by, focus) => {
      const other = by < 0 ? row.previousElementSibling : row.nextElementSibling;
      if (!other) return;
      if (by < 0) other.before(row);
      else other.after(row);
      numberRows(rows());
      (focus.disabled ? row : focus).focus();
      say(fill(words.moved, { text: textOf.get(row.dataset.key), n: rows().indexOf(row) + 1 }));
    };
    holder.append(...options.map((option) => movable(option, shift)));
    numberRows(rows());
    return {
      holder,
      keys: () => rows().map((row) => row.dataset.key),
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
