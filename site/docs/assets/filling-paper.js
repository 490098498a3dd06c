/* Ctrl+P prints what is written: as words in its place, for a line to write in would cut them off. A form in which nothing
   is written prints as the blank one (`paper.css`). */

(() => {
  const LINES = "input:not([type='radio'], [type='checkbox'], [type='file']), select, textarea";

  const wordsIn = (input) => {
    if (input.matches("select")) return input.value ? input.selectedOptions[0].textContent : "";
    return input.type === "datetime-local" ? input.value.replace("T", " ") : input.value;
  };

  /**
   * Puts what is written beside each input while the page is printed.
   * @param {HTMLFormElement} form
   * @param {() => boolean} isWritten whether anything is
   */
  const printOn = (form, isWritten) => {
    const unsay = () => {
      for (const line of form.querySelectorAll(".field__paper")) line.remove();
    };
    addEventListener("beforeprint", () => {
      unsay();
      form.classList.toggle("is-written", isWritten());
      for (const input of form.querySelectorAll(LINES)) {
        const line = document.createElement("span");
        line.className = "field__paper";
        line.textContent = wordsIn(input);
        input.after(line);
      }
    });
    addEventListener("afterprint", unsay);
  };

  window.Shouce.filling.printOn = printOn;
})();
