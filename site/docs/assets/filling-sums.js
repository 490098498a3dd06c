/* What the sums and products of a form come to, without the errors of floating points: as `schemas.working_out` has them. */

(() => {
  const PLACES = 6;
  const isNumber = (value) => typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value);
  /** A number in millionths. */
  const exact = (text) => {
    const [whole, rest = ""] = text.split(".");
    return BigInt(whole + rest.padEnd(PLACES, "0"));
  };
  /** *value*, in units of as many decimals as *scale*, with *places* of them: a half goes away from zero. */
  const said = (value, scale, places) => {
    const unit = 10n ** BigInt(scale - places);
    const half = value < 0n ? -unit / 2n : unit / 2n;
    const rounded = (value + half) / unit;
    const digits = String(rounded < 0n ? -rounded : rounded).padStart(places + 1, "0");
    const number = `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/\.?0+$/, "");
    return (rounded < 0n ? "-" : "") + number;
  };
  /** A part of a whole in percent, with *places* decimals; undefined where one is below zero, or of nothing. */
  const percent = ([part, whole], places) => {
    if (part < 0n || whole <= 0n) return undefined;
    const scale = 10n ** BigInt(places);
    const rounded = (2n * 100n * scale * part + whole) / (2n * whole);
    return said((rounded * 10n ** BigInt(PLACES)) / scale, PLACES, PLACES);
  };
  const WORKED_OUT = ["total", "product", "rate"];
  const isWorkedOut = ({ key }) => WORKED_OUT.includes(key);
  const add = (numbers) => numbers.reduce((sum, number) => sum + (number ?? 0n), 0n);

  /**
   * Reads what rules depend on.
   * @param {{blank: object, row: number, input: HTMLElement, value: ?string}[]} found every input with its value
   */
  const sumsOf = (found) => {
    const byPlace = new Map(found.map(({ blank }) => [blank.place, []]));
    for (const cell of found) byPlace.get(cell.blank.place).push(cell);
    const at = (place) => byPlace.get(place) ?? [];
    /** The inputs of what a rule reads, seen from the row *row*. */
    const reached = ([places, whole], row) =>
      places.flatMap((place) =>
        whole || !at(place)[0]?.blank.column ? at(place) : at(place).filter((cell) => cell.row === row),
      );
    /** What is written there, in millionths; a column is added up, and 无 is no number. */
    const numberOf = (read, row) => {
      const numbers = reached(read, row).filter(({ value }) => isNumber(value));
      return numbers.length ? add(numbers.map(({ value }) => exact(value))) : undefined;
    };
    /** What is worked out comes to in the row of its cell; undefined where what it needs is blank. */
    const comesTo = ({ key, read, less, places: decimals }, { blank, row }) => {
      const parts = read.map((one) => numberOf(one, row));
      const places = blank.type === "money" ? 2 : PLACES;
      if (parts.every((part) => part === undefined)) return undefined;
      if (key === "total") return said(add(parts) - add(less.map((one) => numberOf(one, row))), PLACES, places);
      if (parts.includes(undefined)) return undefined;
      if (key === "rate") return percent(parts, decimals);
      return said(
        parts.reduce((one, other) => one * other, 1n),
        PLACES * parts.length,
        places,
      );
    };
    return { at, reached, comesTo };
  };

  /**
   * Where something is worked out and what it comes to; undefined where what it needs is blank.
   * @param {object[]} found as above
   * @param {object} definition of the form
   * @returns {{cell: object, right: ?string, isRight: boolean}[]}
   */
  const workedOut = (found, definition) => {
    const { at, comesTo } = sumsOf(found);
    return definition.sense.flatMap(([place, rules]) => {
      const rule = rules.find(isWorkedOut);
      return (rule ? at(place) : []).map((cell) => {
        const right = comesTo(rule, cell);
        return { cell, right, isRight: isEqual(cell.value, right) };
      });
    });
  };
  const isEqual = (one, other) => isNumber(one) && isNumber(other) && exact(one) === exact(other);

  Object.assign(window.Shouce.filling, { sumsOf, workedOut, isWorkedOut, isNumber, isEqual });
})();
