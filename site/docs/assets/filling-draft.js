/* A draft of a form, kept in the browser only when the reader asks: choices, numbers and days, never words or what is personal. */

(() => {
  const { read } = window.Shouce.filling;
  const KEYS = "shouce.draft.";
  /** What a draft is written by; those that say less may hold more. */
  const FORMAT = 2;
  const DAY = /^\d{4}-\d{2}(-\d{2}(T\d{2}:\d{2})?)?$/;

  /**
   * The draft of one form in either language.
   * @param {object} definition
   * @param {object} inputs as `inputsOf` gives them
   */
  const draftOf = (definition, inputs) => {
    const key = `${KEYS}${definition.form}`;
    const guard = (act) => {
      try {
        return act();
      } catch {
        return null;
      } // storage is forbidden, full or damaged
    };
    const blanks = new Map(definition.blanks.map((blank) => [blank.place, blank]));
    const isSafe = (blank, value) => Boolean(blank?.draft) && !read(blank, value, definition).rule;
    const isKept = ({ blank, input }) => {
      const value = inputs.written(input);
      return value !== false && value.length !== 0 && value !== (blank.given ?? "") && isSafe(blank, value);
    };

    const cleaned = (name, { rows, values, printed, at }) => {
      const isOwn = name === key;
      const safe = values.filter(([place, , value]) =>
        isOwn ? isSafe(blanks.get(place), value) : typeof value !== "string" || DAY.test(value),
      );
      localStorage.setItem(name, JSON.stringify({ format: FORMAT, printed, at, rows, values: safe }));
      return safe.length < values.length;
    };
    /** Take out of one draft what none holds any more; whether there was any. One that cannot be read is deleted. */
    const clean = (name) => {
      const text = localStorage.getItem(name);
      const draft = guard(() => JSON.parse(text));
      if (draft?.format === FORMAT && name !== key) return false;
      const was = guard(() => cleaned(name, draft));
      if (was === null) localStorage.removeItem(name);
      return was ?? true;
    };

    return {
      /** Keep what is written; whether it could be kept. */
      keep: () =>
        guard(() => {
          localStorage.setItem(
            key,
            JSON.stringify({
              format: FORMAT,
              printed: definition.printed,
              at: Date.now(),
              ...inputs.snapshot(isKept),
            }),
          );
          return true;
        }) ?? false,
      /** Clean all drafts of this browser, also those of other forms; whether this form's had more in it. */
      clean: () =>
        guard(() => {
          const names = Object.keys(localStorage).filter((name) => name.startsWith(KEYS));
          return names.filter(clean).includes(key);
        }) ?? false,
      /** The draft that is kept, or null. */
      found: () => guard(() => JSON.parse(localStorage.getItem(key))),
      drop: () => guard(() => localStorage.removeItem(key)),
      /** Write a draft into the inputs; what the form does not have any more, or no draft keeps, is passed over. */
      load: (draft) => guard(() => inputs.restore(draft, ({ blank }) => blank.draft)),
    };
  };

  window.Shouce.filling.draftOf = draftOf;
})();
