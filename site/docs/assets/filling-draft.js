/* A draft of a form, kept in the browser only when the reader asks: choices, numbers and days, never words or what is personal. */

(() => {
  const { read } = window.Shouce.filling;
  const KEYS = "shouce.draft.";
  /** What a draft is written by; those that say less may hold more. */
  const FORMAT = 2;
  const DAY = /^\d{4}-\d{2}(-\d{2}(T\d{2}:\d{2})?)?$/;

  /**
   * The drafts of one form in either language. What is kept while the page is open is one; it is named by its time.
   * @param {object} definition
   * @param {object} inputs as `inputsOf` gives them
   */
  const draftOf = (definition, inputs) => {
    const key = `${KEYS}${definition.form}`;
    const isOwn = (name) => name === key || name.startsWith(`${key}#`);
    let current = "";
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
      const safe = values.filter(([place, , value]) =>
        isOwn(name) ? isSafe(blanks.get(place), value) : typeof value !== "string" || DAY.test(value),
      );
      localStorage.setItem(name, JSON.stringify({ format: FORMAT, printed, at, rows, values: safe }));
      return safe.length < values.length;
    };
    /** Take out of one draft what none holds any more; whether there was any. One that cannot be read is deleted. */
    const clean = (name) => {
      const text = localStorage.getItem(name);
      const draft = guard(() => JSON.parse(text));
      if (draft?.format === FORMAT && !isOwn(name)) return false;
      const was = guard(() => cleaned(name, draft));
      if (was === null) localStorage.removeItem(name);
      return was ?? true;
    };

    const names = () => Object.keys(localStorage).filter((name) => name.startsWith(KEYS));
    const byTime = (one, other) => other.draft.at - one.draft.at;

    return {
      /** Keep what is written; whether it could be kept. */
      keep: () =>
        guard(() => {
          const at = Date.now();
          const name = current || `${key}#${at.toString(36)}`;
          const kept = inputs.snapshot(isKept);
          localStorage.setItem(name, JSON.stringify({ format: FORMAT, printed: definition.printed, at, ...kept }));
          current = name;
          return true;
        }) ?? false,
      /** Clean all drafts of this browser, also those of other forms; whether this form's had more in them. */
      clean: () => guard(() => names().filter(clean).some(isOwn)) ?? false,
      /** The drafts that are kept of this form, the latest first: what each is called, and what is in it. */
      found: () =>
        guard(() =>
          names()
            .filter(isOwn)
            .map((name) => ({ name, draft: guard(() => JSON.parse(localStorage.getItem(name))) }))
            .filter(({ draft }) => draft?.values?.length)
            .sort(byTime),
        ) ?? [],
      /** Whether there is one of what is written now. */
      isKept: () => Boolean(current),
      /** Delete a draft; by default the one of what is written now. */
      drop: (name = current) => {
        guard(() => localStorage.removeItem(name));
        if (name === current) current = "";
      },
      /** Write a draft into the inputs and go on with it; what the form does not have any more, or no draft keeps, is
          passed over. */
      load: ({ name, draft }) => {
        guard(() => inputs.restore(draft, ({ blank }) => blank.draft));
        current = name;
      },
    };
  };

  window.Shouce.filling.draftOf = draftOf;
})();
