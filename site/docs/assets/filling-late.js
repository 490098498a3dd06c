/* What is written later than the form promises: said under the field in the words of the reader, and no mistake, for it
   may be so (`filled.reading.promises`). */

(() => {
  const { fill } = window.Shouce;
  const { read, sayUnder } = window.Shouce.filling;
  const DAY = 86400;
  const MOMENT = /^\d{4}-\d\d-\d\d \d\d:\d\d$/;
  const DATE = /^\d{4}-\d\d-\d\d/;
  const seconds = (text) => Date.parse(`${text.replace(" ", "T")}Z`) / 1000;

  /** Whether *end* lies farther behind *begin* than *longest*; of a day without its hour the whole day is allowed. */
  const isLate = (begin, end, longest) => {
    if (MOMENT.test(begin) && MOMENT.test(end)) return seconds(`${end}:00`) - seconds(`${begin}:00`) > longest;
    if (!DATE.test(begin) || !DATE.test(end)) return false;
    return (seconds(end.slice(0, 10)) - seconds(begin.slice(0, 10))) / DAY > Math.ceil(longest / DAY);
  };

  /**
   * What says under each field whether it keeps its promise.
   * @param {object} inputs as `inputsOf` gives them
   * @param {object} definition
   */
  const lateOf = (inputs, definition) => {
    const valued = (entry) => ({ ...entry, ...read(entry.blank, inputs.written(entry.input), definition) });
    return () => {
      const found = inputs.entries().map(valued);
      for (const { blank, row, input, value } of found.filter((one) => one.blank.promise)) {
        const { longest, time } = blank.promise;
        const start = found.find(
          (one) => one.blank.place === blank.after[0] && one.row === (one.blank.column ? row : 0),
        );
        const isSaid = value && start?.value && isLate(start.value, value, longest);
        const values = { found: value, other: start?.blank.label, limit: start?.value, time };
        sayUnder(input, "late", isSaid ? fill(definition.late, values) : "");
      }
    };
  };

  window.Shouce.filling.lateOf = lateOf;
})();
