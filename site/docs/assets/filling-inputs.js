/* The inputs of a form on its page: one for each blank, rows that come and go, what is written in them. */

(() => {
  const { fill, make } = window.Shouce;

  /**
   * The inputs of *form*.
   * @param {HTMLFormElement} form
   * @param {object} definition
   * @param {(removed: ?number) => void} changed told when a row comes or goes: the number of one that goes
   */
  const inputsOf = (form, definition, changed) => {
    const { words } = definition;
    const blanks = new Map(definition.blanks.map((blank) => [blank.place, blank]));
    const holderOf = (block) => form.querySelector(`[data-rows="${block}"]`);

    /** The boxes beside an input that takes days or numbers only: 无. */
    const insteadOf = (input) => [...input.closest(".field").querySelectorAll("[data-instead]")];
    /** What an input holds: a text, ids of choices, or whether it is ticked. */
    const written = (input) => {
      if (input.matches("fieldset")) {
        const chosen = [...input.querySelectorAll("input:checked")].map((box) => box.value);
        return input.querySelector("[type=radio]") ? (chosen[0] ?? "") : chosen;
      }
      if (input.type === "checkbox") return input.checked;
      const instead = insteadOf(input).find((box) => box.checked);
      if (instead) return instead.value;
      return input.validity.badInput ? "\u2026" : input.value; // a number that the browser cannot read is none
    };
    const write = (input, value) => {
      if (input.matches("fieldset")) {
        const chosen = [value ?? []].flat();
        for (const box of input.querySelectorAll("input")) box.checked = chosen.includes(box.value);
      } else if (input.type === "checkbox") {
        input.checked = value === true;
      } else {
        for (const box of insteadOf(input)) box.checked = box.value === value;
        input.value = insteadOf(input).some((box) => box.checked) ? "" : (value ?? "");
      }
    };

    const number = (holder) => {
      [...holder.children].forEach((row, index) => {
        const name = fill(words.fill_row, { n: index + 1 });
        row.querySelector("[data-number]").textContent = name;
        const remove = row.querySelector("[data-remove]");
        remove.setAttribute("aria-label", fill(words.fill_remove_row, { n: index + 1 }));
        remove.title = remove.getAttribute("aria-label");
        remove.hidden = holder.children.length === 1;
        for (const box of row.querySelectorAll("[type=radio], fieldset [type=checkbox]"))
          box.name = `${box.name.split("#")[0]}#${index + 1}`;
      });
    };
    const addRow = (block) => {
      const holder = holderOf(block);
      holder.append(form.querySelector(`template[data-row="${block}"]`).content.cloneNode(true));
      return holder.lastElementChild;
    };
    const setRows = (block, count) => {
      const holder = holderOf(block);
      while (holder.children.length > Math.max(count, 1)) holder.lastElementChild.remove();
      while (holder.children.length < Math.max(count, 1)) addRow(block);
      number(holder);
    };
    /** One more row at the end, unless a form takes no more. */
    const grow = (block) => {
      const { length } = holderOf(block).children;
      if (length >= definition.most_rows) return null;
      setRows(block, length + 1);
      changed();
      return holderOf(block).lastElementChild;
    };

    form.addEventListener("click", (event) => {
      const add = event.target.closest("[data-add]");
      const remove = event.target.closest("[data-remove]");
      if (add) grow(add.dataset.add)?.querySelector("input, select, textarea").focus();
      if (remove) {
        const row = remove.closest(".fill__row");
        const holder = row.parentElement;
        const index = [...holder.children].indexOf(row);
        row.remove();
        number(holder);
        holder.children[Math.min(index, holder.children.length - 1)].querySelector("input, select, textarea").focus();
        changed(index + 1);
      }
    });
    /* Enter goes to the next field, as nobody means to be done after the first; a wheel scrolls and changes no number. */
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing || !event.target.matches("input, select")) return;
      if (event.target.closest(".fill__row")) return; // there it goes down (`keysOf`)
      event.preventDefault();
      const stops = [...form.elements].filter(
        (stop) =>
          stop.matches("input:not([data-instead]), select, textarea, [type=submit]") && stop.getClientRects().length,
      );
      stops[stops.indexOf(event.target) + 1]?.focus();
    });
    form.addEventListener(
      "wheel",
      () => {
        if (document.activeElement.type === "number") document.activeElement.blur();
      },
      { passive: true },
    );

    /* 无 takes the place of what is written, and what is written that of 无. */
    form.addEventListener("input", ({ target }) => {
      const field = target.closest(".field");
      if (target.matches("[data-instead]")) {
        if (target.checked) write(field.querySelector("[data-place]"), target.value);
      } else if (target.matches("[data-place]") && target.type !== "checkbox" && target.value) {
        for (const box of insteadOf(target)) box.checked = false;
      }
    });

    /* A choice can be taken back: pressed again, or with Backspace. */
    form.addEventListener("keydown", (event) => {
      if (event.target.type === "radio" && ["Backspace", "Delete"].includes(event.key)) {
        event.target.checked = false;
        changed();
      }
    });
    let before = null;
    form.addEventListener("pointerdown", (event) => {
      const radio = event.target.closest(".pick")?.querySelector("[type=radio]");
      before = radio?.checked ? radio : null;
    });
    form.addEventListener("click", (event) => {
      if (event.target !== before) return;
      before.checked = false;
      before = null;
      changed();
    });

    const entryOf = (input, row) => ({ input, blank: blanks.get(input.dataset.place), row });
    /** The inputs of a row of a register, with their blanks. */
    const cellsOf = (row, number) => [...row.querySelectorAll("[data-place]")].map((input) => entryOf(input, number));
    const sections = [...form.querySelectorAll("[data-block]")].map((section) => {
      const { block } = section.dataset;
      return definition.registers[block] ? { block } : { cells: cellsOf(section, 0) };
    });
    /** Every input with its blank and its row, from 1; 0 outside registers: in the order of the form. */
    const entries = () =>
      sections.flatMap(
        ({ block, cells }) => cells ?? [...holderOf(block).children].flatMap((row, index) => cellsOf(row, index + 1)),
      );
    const at = (place, row) =>
      entries().find((entry) => entry.input.dataset.place === place && entry.row === row)?.input;

    /** What is written, of the entries that *keeps* lets by: how many rows each register has, and values by place and row. */
    const snapshot = (keeps = () => true) => ({
      rows: Object.fromEntries(
        Object.keys(definition.registers).map((block) => [block, holderOf(block).children.length]),
      ),
      values: entries()
        .filter(keeps)
        .map(({ blank, row, input }) => [blank.place, row, written(input)]),
    });
    /** Write a snapshot back; what the form does not have any more, or *keeps* does not let by, is passed over. */
    const restore = ({ rows, values }, keeps = () => true) => {
      for (const [block, count] of Object.entries(rows)) if (definition.registers[block]) setRows(block, count);
      const places = new Map(entries().map((entry) => [`${entry.blank.place}#${entry.row}`, entry]));
      for (const [place, row, value] of values) {
        const entry = places.get(`${place}#${row}`);
        if (entry && keeps(entry)) write(entry.input, value);
      }
    };

    for (const block of Object.keys(definition.registers)) setRows(block, 1);
    return { entries, entryOf, cellsOf, holderOf, at, written, write, setRows, grow, snapshot, restore };
  };

  /** Say under an input what is wrong with it, or nothing any more. */
  const mark = (input, message = "") => {
    const field = input.closest(".field");
    const said = field.querySelector("[data-wrong]");
    said.textContent = message;
    said.hidden = !message;
    if (message) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
    field.classList.toggle("is-wrong", Boolean(message));
  };

  /** What is wrong with a field in one line: more than one rule may be broken. */
  const byInput = (problems) => {
    const lines = new Map();
    for (const { input, message } of problems) lines.set(input, [...(lines.get(input) ?? []), message]);
    return [...lines].map(([input, messages]) => ({ input, message: messages.join(" · ") }));
  };

  window.Shouce.filling.inputsOf = inputsOf;
  window.Shouce.filling.byInput = byInput;
  window.Shouce.filling.mark = mark;
  window.Shouce.filling.note = (text, ...children) => make("p", "fill__note", make("span", "", text), ...children);
})();
