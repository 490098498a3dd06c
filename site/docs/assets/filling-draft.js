/* A draft of a form, kept in the browser only when the reader asks, and never what is personal. */
"use strict";

(() => {
  /**
   * The draft of one form in either language.
   * @param {object} definition
   * @param {object} inputs as `inputsOf` gives them
   */
  const draftOf = (definition, inputs) => {
    const key = `shouce.draft.${definition.form}`;
    const guard = (act) => {
      try { return act(); } catch { return null; } // storage is forbidden, full or damaged
    };
    const isKept = ({ blank, input }) => {
      if (blank.personal) return false;
      const value = inputs.written(input);
      return value !== false && value.length !== 0 && value !== (blank.given ?? "");
    };
    const counts = () => Object.fromEntries(Object.keys(definition.registers).map((block) =>
      [block, Math.max(0, ...inputs.entries().filter(({ blank }) => blank.place.startsWith(`${block}|`)).map(({ row }) => row))]));

    return {
      /** Keep what is written; whether it could be kept. */
      keep: () => guard(() => {
        const values = inputs.entries().filter(isKept).map(({ blank, row, input }) => [blank.place, row, inputs.written(input)]);
        localStorage.setItem(key, JSON.stringify({ fingerprint: definition.fingerprint, at: Date.now(), rows: counts(), values }));
        return true;
      }) ?? false,
      /** The draft that is kept, or null. */
      found: () => guard(() => JSON.parse(localStorage.getItem(key))),
      drop: () => guard(() => localStorage.removeItem(key)),
      /** Write a draft into the inputs; what the form does not have any more, or counts as personal now, is passed over. */
      load: (draft) => {
        for (const [block, count] of Object.entries(draft.rows)) if (definition.registers[block]) inputs.setRows(block, count);
        const places = new Map(inputs.entries().map((entry) => [`${entry.blank.place}#${entry.row}`, entry]));
        for (const [place, row, value] of draft.values) {
          const entry = places.get(`${place}#${row}`);
          if (entry && !entry.blank.personal) guard(() => inputs.write(entry.input, value));
        }
      },
    };
  };

  window.ShouceFilling.draftOf = draftOf;
})();
