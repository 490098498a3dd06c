/* What was written, step by step, so that every step can be taken back and done again: a paste as much as a word. */

(() => {
  const MOST = 60;

  /**
   * The steps of a form.
   * @param {object} inputs as `inputsOf` gives them
   * @param {(canUndo: boolean, canRedo: boolean) => void} told whether there is a step to take back, or to do again
   */
  const historyOf = (inputs, told) => {
    const states = [JSON.stringify(inputs.snapshot())];
    const undone = [];
    const tell = () => told(states.length > 1, undone.length > 0);
    /** A step is done: whatever was written is one, if it differs; what was taken back before is then gone. */
    const mark = () => {
      const now = JSON.stringify(inputs.snapshot());
      if (now !== states.at(-1)) {
        states.push(now);
        undone.length = 0;
      }
      if (states.length > MOST) states.shift();
      tell();
    };
    const show = () => {
      inputs.restore(JSON.parse(states.at(-1)));
      tell();
      return true;
    };
    /** Take the last step back; whether there was one. */
    const undo = () => {
      mark();
      if (states.length < 2) return false;
      undone.push(states.pop());
      return show();
    };
    /** Do the step again that was taken back last; whether there was one, and nothing was written since. */
    const redo = () => {
      mark();
      if (!undone.length) return false;
      states.push(undone.pop());
      return show();
    };
    return { mark, undo, redo };
  };

  window.Shouce.filling.historyOf = historyOf;
})();
