/* What the fields of a form have to agree with: sums, products, order, the sheet's month, when one must be filled.

   The rules come with the definition of the form, each with the words that the page says it with; they hold as they do
   when the copy is read (`schemas.agreeing`). */

(() => {
  const { comesBefore, sumsOf, isWorkedOut, isNumber, isEqual } = window.Shouce.filling;

  /**
   * The rules that what is written breaks.
   * @param {{blank: object, row: number, input: HTMLElement, value: ?string, rule: ?string}[]} found every input
   *   with its value
   * @param {object} definition of the form
   * @returns {{input: HTMLElement, rule: string, message: string}[]}
   */
  const brokenOf = (found, definition) => {
    const { at, reached, comesTo } = sumsOf(found);
    const firstOf = (read, row) => reached(read, row)[0]?.value;

    const none = new Set(Object.values(definition.stand_ins).flatMap(Object.values));
    const isNothing = (value) => value === undefined || none.has(value);
    const isMet = ({ read, wanted }, row) => {
      const value = firstOf(read[0], row);
      return wanted.some((word) => {
        if (word === "empty" || word === "filled") return isNothing(value) === (word === "empty");
        if (word === "true" || word === "false") return (value === true) === (word === "true");
        return [value].flat().includes(word);
      });
    };
    const isOtherSum = (rule, cell) => {
      const right = comesTo(rule, cell);
      return right !== undefined && isNumber(cell.value) && !isEqual(cell.value, right);
    };
    const areNumbers = (...values) => values.every(isNumber);
    /* How each rule is broken by a value that is written. */
    const BROKEN = {
      before: (value, other) => comesBefore(other, value),
      after: () => false, // the page looks at that itself
      at_least: (value, other) => areNumbers(value, other) && Number(value) < Number(other),
      at_most: (value, other) => areNumbers(value, other) && Number(value) > Number(other),
      in_month: (value, other) => !isNothing(value) && value.slice(0, 7) !== other,
    };
    const isBroken = (rule, cell) => {
      if (rule.key === "required_if" || cell.value === undefined) return false; // all of the former together, below
      if (isWorkedOut(rule)) return isOtherSum(rule, cell);
      const other = firstOf(rule.read[0], cell.row);
      return other !== undefined && BROKEN[rule.key](cell.value, other);
    };
    /** Whether a cell had to be filled; a signature is written by hand later, and what cannot be read is not missing. */
    const isMissing = (conditions, { blank, row, value, rule }) =>
      value === undefined &&
      !rule &&
      blank.type !== "signature" &&
      conditions.length > 0 &&
      conditions.every((condition) => isMet(condition, row));
    /** Whether the row that a cell stands in has anything written. */
    const isUsed = ({ blank, row }) =>
      !blank.column || found.some((one) => one.row === row && one.value !== undefined && inBlock(one, blank));
    const inBlock = (one, blank) => one.blank.place.split("|")[0] === blank.place.split("|")[0];

    return definition.sense.flatMap(([place, rules]) =>
      at(place)
        .filter(isUsed)
        .flatMap((cell) => {
          const conditions = rules.filter(({ key }) => key === "required_if");
          const broken = isMissing(conditions, cell) ? conditions : rules.filter((rule) => isBroken(rule, cell));
          return broken.map(({ key, words }) => ({ input: cell.input, rule: key, message: words }));
        }),
    );
  };

  window.Shouce.filling.brokenOf = brokenOf;
})();
