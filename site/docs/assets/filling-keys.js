/* The rows of a register by keyboard, as in a spreadsheet: Enter goes down, arrows go where the input has no use for them. */

(() => {
  const isText = (input) => input.matches("textarea, input:is([type=text], [type=tel])");
  const isTick = (input) => input.matches("[type=checkbox]");
  /** Whether the caret stands where *key* leads out of a text; all of it chosen, as on arrival, is at either end. */
  const isAtEdge = ({ selectionStart: start, selectionEnd: end, value }, key) => {
    if (value && start === 0 && end === value.length) return true;
    return start === end && start === (["ArrowLeft", "ArrowUp"].includes(key) ? 0 : value.length);
  };
  const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  /** How many rows and columns an arrow leads on; none where the input itself goes by it. */
  const stepOf = (input, key) => {
    const step = STEPS[key];
    if (!step || isTick(input)) return step;
    if (input.type === "number") return step[0] ? step : null; // up and down would change it unseen
    if (!isText(input)) return null;
    return isAtEdge(input, key) || (step[0] && !input.matches("textarea")) ? step : null;
  };

  /**
   * Listen to the keys of *form*.
   * @param {HTMLFormElement} form
   * @param {object} inputs as `inputsOf` gives them
   */
  const keysOf = (form, inputs) => {
    let began = null; // where one began to tab: the row and its column
    const columnsOf = (row) => [...row.querySelectorAll("[data-place]")];
    const goTo = (row, column) => {
      const cell = row && columnsOf(row)[column];
      if (!cell) return;
      const input = cell.matches("fieldset") ? (cell.querySelector(":checked") ?? cell.querySelector("input")) : cell;
      input.focus();
      if (isText(input) || input.type === "number") input.select();
    };
    const below = (row) => row.nextElementSibling ?? inputs.grow(row.parentElement.dataset.rows);
    const breakLine = (input) => {
      input.setRangeText("\n", input.selectionStart, input.selectionEnd, "end");
      input.dispatchEvent(new Event("input", { bubbles: true }));
    };
    const enter = (event, row, column) => {
      event.preventDefault();
      if (event.altKey) {
        if (event.target.matches("textarea")) breakLine(event.target);
        return;
      }
      const back = began?.row === row ? began.column : column;
      began = null;
      event.target.blur(); // what is written there is done with
      goTo(event.shiftKey ? row.previousElementSibling : below(row), event.shiftKey ? column : back);
    };

    form.addEventListener("keydown", (event) => {
      const row = event.target.closest(".fill__row");
      const cell =
        event.target.closest("[data-place]") ?? event.target.closest(".field")?.querySelector("[data-place]");
      if (!row || !cell || event.isComposing || event.ctrlKey || event.metaKey) return;
      const column = columnsOf(row).indexOf(cell);
      if (event.key === "Enter") enter(event, row, column);
      if (event.key === "Tab" && !event.shiftKey && began?.row !== row) began = { row, column };
      const step = !event.altKey && !event.shiftKey && stepOf(event.target, event.key);
      if (!step) return;
      event.preventDefault();
      began = null;
      const [down, on] = step;
      goTo(down < 0 ? row.previousElementSibling : down ? row.nextElementSibling : row, column + on);
    });
    form.addEventListener("pointerdown", () => {
      began = null;
    });
  };

  window.Shouce.filling.keysOf = keysOf;
})();
