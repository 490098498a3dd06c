/* Sums and products written in while the parts are: where nothing is written, or what came to be written that way. */

(() => {
  const { fill, make } = window.Shouce;
  const { read, workedOut } = window.Shouce.filling;

  /** Say *text* under an input, in the line called *name* that is there for it; nothing where it is empty. */
  const sayUnder = (input, name, text) => {
    const field = input.closest(".field");
    let said = field.querySelector(`[data-${name}]`);
    if (!said && !text) return;
    if (!said) {
      said = make("span", "field__words");
      said.dataset[name] = "";
      field.querySelector("[data-wrong]").before(said);
    }
    said.hidden = !text;
    said.textContent = text;
  };

  /**
   * What writes them in; under each it says what it comes to, so that another figure is seen to be one.
   * @param {object} inputs as `inputsOf` gives them
   * @param {object} definition
   * @param {(input: HTMLElement) => void} written told of each that is written in
   */
  const workerOf = (inputs, definition, written) => {
    const { words } = definition;
    const own = new WeakMap(); // the figure that was written in here, by input
    /** One turn; whether any figure changed, on which another may depend. */
    const turn = () => {
      const found = inputs
        .entries()
        .map((entry) => ({ ...entry, ...read(entry.blank, inputs.written(entry.input), definition) }));
      const changed = workedOut(found, definition).filter(({ cell: { input }, right = "", isRight }) => {
        sayUnder(input, "worked", right && fill(words.fill_worked_out, { right }));
        const now = inputs.written(input);
        const isOurs = now === "" || now === own.get(input);
        if (isRight) own.set(input, now);
        if (isRight || !isOurs || right === now) return false;
        inputs.write(input, right);
        own.set(input, right);
        written(input);
        return true;
      });
      return changed.length > 0;
    };
    return () => {
      if (!definition.sense.length) return;
      for (let turns = definition.sense.length; turns >= 0 && turn(); turns -= 1);
    };
  };

  Object.assign(window.Shouce.filling, { workerOf, sayUnder });
})();
