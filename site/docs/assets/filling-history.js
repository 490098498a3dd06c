/* What was written, step by step, so that every step can be taken back: a paste and a removed row as much as a word. */

(() => {
  const MOST = 60;

  /**
   * The steps of a form.
   * @param {object} inputs as `inputsOf` gives them
   * @param {(canUndo: boolean) => void} told whether there is a step to take back
   */
  const historyOf = (inputs, told) => {
    const states = [JSON.stringify(inputs.snapshot())];
    /** A step is done: whatever was written is one, if it differs. */
    const mark = () => {
      const now = JSON.stringify(inputs.snapshot());
      if (now !== states.at(-1)) states.push(now);
      if (states.length > MOST) states.shift();
      told(states.length > 1);
    };
    /** Take the last step back; whether there was one. */
    const undo = () => {
      mark();
      if (states.length < 2) return false;
      states.pop();
      inputs.restore(JSON.parse(states.at(-1)));
      told(states.length > 1);
      return true;
    };
    return { mark, undo };
  };

  window.Shouce.filling.historyOf = historyOf;
})();
