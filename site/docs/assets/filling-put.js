/* A text from elsewhere, of a spreadsheet or of a filled copy, put into an input: as its field reads it, or not at all. */

(() => {
  const { fill, lang, languages } = window.Shouce;
  const { read, tidy, understood, sheetOf } = window.Shouce.filling;
  const YES = /^(?:[✓✔√☑☒■1]|是|有|true|yes|y)$/i;
  const NO = /^(?:[☐□0]|否|无|false|no|n)$/i;
  const DAYS = ["date", "month", "datetime"];
  const TIMES = [...DAYS, "time"];
  const BETWEEN = /([,，、;；\n])/;

  /** The choice that a text stands for, in either language or as its id. */
  const choiceOf = ({ texts }, text) => {
    const ids = new Set(Object.values(texts));
    return texts[text] ?? (ids.has(text) ? text : texts[text.normalize("NFKC")]);
  };
  /** What a text lists; a choice that has one of the signs between choices in it, as «kitchen, bathroom», is one. */
  const listed = ({ texts }, text) => {
    const pieces = text.split(BETWEEN);
    const choices = new Set(Object.keys(texts));
    const most = Math.max(0, ...[...choices].map((choice) => choice.split(BETWEEN).length));
    const found = [];
    for (let at = 0; at < pieces.length; ) {
      const joined = (end) => tidy(pieces.slice(at, end).join(""));
      let end = Math.min(at + most, pieces.length);
      while (end > at + 1 && !choices.has(joined(end))) end -= 2;
      found.push(joined(Math.max(end, at + 1)));
      at = Math.max(end, at + 1) + 1;
    }
    return found.filter(Boolean);
  };
  const namesOf = (input) =>
    [...input.querySelectorAll("option[value]:not([value='']), .pick span")].map((one) => one.textContent).join("、");

  /**
   * What puts texts into the inputs of a form.
   * @param {object} inputs as `inputsOf` gives them
   * @param {object} definition
   * @returns {(entry: object, text: string) => string} that says why it could not; empty when it could
   */
  const putterOf = (inputs, definition) => {
    const { words, rules } = definition;
    const pick = ({ blank, input }, text) => {
      const isMany = input.matches("fieldset") && !input.querySelector("[type=radio]");
      const ids = (isMany ? listed(blank, text) : [text]).map((one) => choiceOf(blank, one));
      if (ids.includes(undefined)) return fill(words.fill_no_choice, { choices: namesOf(input) });
      inputs.write(input, isMany ? ids : ids[0]);
      return "";
    };
    const tick = ({ input }, text) => {
      if (!YES.test(text) && !NO.test(text)) return words.fill_no_tick;
      inputs.write(input, YES.test(text));
      return "";
    };
    /** What the days that stand in the form tell of its time, seen from a cell. */
    const sheetAround = ({ blank, row }) => {
      const block = blank.place.split("|")[0];
      const isBeside = (one) => one.row === row && one.blank.place.startsWith(`${block}|`);
      const days = inputs.entries().filter((one) => DAYS.includes(one.blank.type) && !one.blank.personal);
      return sheetOf(
        days
          .map((one) => [read(one.blank, inputs.written(one.input), definition)?.value, isBeside(one)])
          .filter(([value]) => /^\d/.test(value ?? "")),
      );
    };
    const meant = (entry, text) => {
      const found = read(entry.blank, text, definition);
      if (!found.rule || !TIMES.includes(entry.blank.type)) return found;
      return understood(entry.blank.type, text, sheetAround(entry), languages[lang].tag) ?? found;
    };
    /** Into an input that the browser lets nobody write words into: as it takes it. */
    const type = (entry, text) => {
      const { input } = entry;
      const before = inputs.written(input);
      const { value, rule, values } = meant(entry, text);
      inputs.write(input, (value ?? text).replace(/^(\d{4}-\d\d-\d\d) /, "$1T"));
      if (inputs.written(input) !== "") return "";
      inputs.write(input, before);
      return fill(rules[rule], values);
    };

    return (entry, text) => {
      const { blank, input } = entry;
      if (blank.texts && !input.matches("input")) return pick(entry, text);
      if (input.type === "checkbox") return tick(entry, text);
      if (!input.matches("textarea, [type=text], [type=tel]")) return type(entry, text);
      inputs.write(input, input.matches("textarea") ? text : text.replace(/\n/g, " "));
      return "";
    };
  };

  window.Shouce.filling.putterOf = putterOf;
})();
