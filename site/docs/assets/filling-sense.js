/* What the fields of a form have to agree with: sums, products, order, the sheet's month, when one must be filled.

   The rules come with the definition of the form, each with the words that the page says it with. */

(() => {
  /**
   * The rules that what is written breaks.
   * @param {{blank: object, row: number, input: HTMLElement, value: ?string}[]} found every input with its value
   * @param {object} definition of the form
   * @returns {{input: HTMLElement, rule: string, message: string}[]}
   */
  const brokenOf = (found, definition) => {
    const byPlace = new Map(found.map(({ blank }) => [blank.place, []]));
    for (const cell of found) byPlace.get(cell.blank.place).push(cell);
    /** The inputs of what a rule reads, seen from the row *row*. */
    const reached = ([places, whole], row) =>
      places.flatMap((place) => {
        const cells = byPlace.get(place) ?? [];
        return whole || !cells[0]?.blank.column ? cells : cells.filter((cell) => cell.row === row);
      });
    /** What is written there; a column is added up. */
    const numberOf = (read, row) => {
      const values = reached(read, row).filter(({ value }) => value !== undefined);
      return values.length ? values.reduce((sum, { value }) => sum + Number(value), 0) : undefined;
    };
    const textOf = (read, row) => reached(read, row)[0]?.value;

    const comesTo = ({ key, read, less }, row) => {
      const parts = read.map((one) => numberOf(one, row));
      if (key === "product")
        return parts.includes(undefined) ? undefined : parts.reduce((one, other) => one * other, 1);
      if (parts.every((part) => part === undefined)) return undefined;
      const sum = (list) => list.reduce((total, part) => total + (part ?? 0), 0);
      return sum(parts) - sum(less.map((one) => numberOf(one, row)));
    };
    const differs = (value, expected, type) =>
      expected !== undefined && Math.abs(Number(value) - expected) > (type === "money" ? 0.0051 : 0.0000006);
    const isMet = ({ read, wanted }, row) => {
      const value = textOf(read[0], row);
      return wanted.some((word) => {
        if (word === "empty" || word === "filled") return (value === undefined) === (word === "empty");
        if (word === "true" || word === "false") return Boolean(value) === (word === "true");
        return [value].flat().includes(word);
      });
    };
    const { comesBefore } = window.Shouce.filling;
    /* How each rule is broken by a value that is written. */
    const BROKEN = {
      total: ({ rule, value, row, blank }) => differs(value, comesTo(rule, row), blank.type),
      product: ({ rule, value, row, blank }) => differs(value, comesTo(rule, row), blank.type),
      before: ({ value, other }) => comesBefore(other, value),
      after: () => false, // the page looks at that itself
      at_least: ({ value, other }) => Number(value) < Number(other),
      at_most: ({ value, other }) => Number(value) > Number(other),
      in_month: ({ value, other }) => value.slice(0, 7) !== other,
    };

    const isBroken = (rule, { blank, row, value }) => {
      if (rule.key === "required_if") return false; // all of them together, below
      const isSum = rule.key === "total" || rule.key === "product";
      const other = isSum ? "" : textOf(rule.read[0], row);
      return value !== undefined && other !== undefined && BROKEN[rule.key]({ rule, value, other, row, blank });
    };
    const isMissing = (conditions, { row, value }) =>
      value === undefined && conditions.length > 0 && conditions.every((rule) => isMet(rule, row));
    /** Whether the row that a cell stands in has anything written. */
    const isUsed = ({ blank, row }) =>
      !blank.column || found.some((one) => one.row === row && one.value !== undefined && inBlock(one, blank));
    const inBlock = (one, blank) => one.blank.place.split("|")[0] === blank.place.split("|")[0];

    return definition.sense.flatMap(([place, rules]) =>
      (byPlace.get(place) ?? []).filter(isUsed).flatMap((cell) => {
        const conditions = rules.filter(({ key }) => key === "required_if");
        const broken = isMissing(conditions, cell) ? conditions : rules.filter((rule) => isBroken(rule, cell));
        return broken.map(({ key, words }) => ({ input: cell.input, rule: key, message: words }));
      }),
    );
  };

  window.Shouce.filling.brokenOf = brokenOf;
})();
