/* A block of cells from a spreadsheet, pasted into a register: to the right and below, and what does not go in is said. */

(() => {
  const { fill, make } = window.Shouce;
  const { tidy } = window.Shouce.filling;

  /** The cells of a text with *sign* between them, as spreadsheets write it: quoted where there are breaks or quotes. */
  const cellsIn = (text, sign) => {
    const rows = [[]];
    const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^${sign}\n]*))(${sign}|\n|$)`, "y");
    while (cell.lastIndex < text.length) {
      const match = cell.exec(text); // there is always one: a quote that is not closed is a sign like others
      rows.at(-1).push(match[1]?.replace(/""/g, '"') ?? match[2]);
      if (match[3] === "\n") rows.push([]);
    }
    if (text.endsWith(sign)) rows.at(-1).push("");
    return rows.filter((row) => row.length);
  };
  const isEven = (rows) =>
    rows.length > 1 && rows[0].length > 1 && rows.every(({ length }) => length === rows[0].length);

  /**
   * The rows of cells that a text is; null where it is one text.
   * @param {string} text
   * @param {boolean} isTable whether what was copied says that it is a table
   * @param {boolean} takesLines whether a text of several lines may stand in one cell
   */
  const tableIn = (text, isTable, takesLines) => {
    const plain = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
    if (plain.includes("\t")) return cellsIn(plain, "\t");
    const byComma = isTable || takesLines ? [] : cellsIn(plain, ",");
    if (isEven(byComma)) return byComma;
    const lines = cellsIn(plain, "\t");
    const isColumn = isTable || (!takesLines && plain.includes("\n"));
    return isColumn && (lines.length > 1 || /^".*"$/s.test(plain)) ? lines : null;
  };

  /**
   * Takes what is pasted into *form*.
   * @param {HTMLFormElement} form
   * @param {object} parts what the page has: `inputs`, `put`, `definition`, `begin`, `done`
   */
  const pasteOf = (form, { inputs, put, definition, begin, done }) => {
    const { words } = definition;
    /** The order of columns that a first row of their names gives; null where it is none. */
    const named = (first, columns) => {
      const labels = new Map(columns.flatMap(({ blank }, at) => blank.labels.map((label) => [label, at])));
      const order = first.map((text) => labels.get(tidy(text).replace(/[＊*]$/, "")));
      return order.length > 1 && !order.includes(undefined) && new Set(order).size === order.length ? order : null;
    };
    const place = (table, row, column) => {
      const holder = row.parentElement;
      const from = [...holder.children].indexOf(row);
      const order = named(table[0], inputs.cellsOf(row, 0));
      const rows = order ? table.slice(1) : table;
      const last = Math.min(from + rows.length, definition.most_rows);
      if (last > holder.children.length) inputs.setRows(holder.dataset.rows, last);
      const result = { inside: [], left: [], first: from + 1, last, isNamed: Boolean(order) };
      rows.forEach((texts, index) => {
        const number = from + index + 1;
        const cells = holder.children[number - 1] ? inputs.cellsOf(holder.children[number - 1], number) : null;
        texts.forEach((text, at) => {
          const said = tidy(text);
          if (said) placeOne(result, said, number, cells, order ? order[at] : column + at);
        });
      });
      return result;
    };
    const placeOne = (result, text, row, cells, at) => {
      if (!cells) {
        result.left.push(fill(words.fill_left_below, { row, text, most: definition.most_rows }));
        return;
      }
      if (!cells[at]) {
        result.left.push(fill(words.fill_left_beside, { row, text }));
        return;
      }
      const why = put(cells[at], text);
      if (why) result.left.push(fill(words.fill_left_cell, { row, label: cells[at].blank.label, text, why }));
      else result.inside.push(cells[at].input);
    };
    const one = (cell, text, number) => {
      const why = put(cell, text);
      const { label } = cell.blank;
      const left = why
        ? [fill(number ? words.fill_left_cell : words.fill_left_field, { row: number, label, text, why })]
        : [];
      return { inside: why ? [] : [cell.input], left };
    };

    form.addEventListener("paste", (event) => {
      const input = event.target.closest("[data-place]");
      if (!input) return;
      const text = event.clipboardData.getData("text/plain");
      const isTable = /<t[rd][\s>]/i.test(event.clipboardData.getData("text/html"));
      const row = input.closest(".fill__row");
      const table = row ? tableIn(text, isTable, input.matches("textarea")) : null;
      const takesText = input.matches("textarea, [type=text], [type=tel]");
      if (!tidy(text) || (!table && takesText)) return; // the browser puts it in
      event.preventDefault();
      begin();
      const cells = row ? inputs.cellsOf(row, 0) : [];
      const number = row ? [...row.parentElement.children].indexOf(row) + 1 : 0;
      const at = cells.findIndex((cell) => cell.input === input);
      done(table ? place(table, row, at) : one(inputs.entryOf(input, number), tidy(text), number));
    });
  };

  /** What says which texts are not in the form, each by its place. */
  const leftOver = (left, words) =>
    left.length
      ? make(
          "div",
          "fill__left",
          make("p", "", fill(words.fill_left, { n: left.length })),
          make("ul", "", ...left.map((one) => make("li", "", one))),
        )
      : "";

  Object.assign(window.Shouce.filling, { pasteOf, leftOver, tableIn });
})();
