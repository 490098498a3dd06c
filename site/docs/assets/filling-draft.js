/* A draft of a form, kept in the browser only when the reader asks, and never what is personal. */

(() => {
  /**
   * The draft of one form in either language.
   * @param {object} definition
   * @param {object} inputs as `inputsOf` gives them
   */
  const draftOf = (definition, inputs) => {
    const key = `shouce.draft.${definition.form}`;
    const guard = (act) => {
      try {
        return act();
      } catch {
        return null;
      } // storage is forbidden, full or damaged
    };
    const isKept = ({ blank, input }) => {
      if (blank.personal) return false;
      const value = inputs.written(input);
      return value !== false && value.length !== 0 && value !== (blank.given ?? "");
    };

    return {
      /** Keep what is written; whether it could be kept. */
      keep: () =>
        guard(() => {
          localStorage.setItem(
            key,
            JSON.stringify({ printed: definition.printed, at: Date.now(), ...inputs.snapshot(isKept) }),
          );
          return true;
        }) ?? false,
      /** The draft that is kept, or null. */
      found: () => guard(() => JSON.parse(localStorage.getItem(key))),
      drop: () => guard(() => localStorage.removeItem(key)),
      /** Write a draft into the inputs; what the form does not have any more, or counts as personal now, is passed over. */
      load: (draft) => guard(() => inputs.restore(draft, ({ blank }) => !blank.personal)),
    };
  };

  window.Shouce.filling.draftOf = draftOf;
})();
