/* A form as an exercise of a course: marked by the form's own rules, never sent anywhere, and noted once nothing is wrong. */

(() => {
  const { make, icon, button, fill, load } = window.Shouce;

  /** The page says that it is an exercise, and has nothing of a record. */
  const dress = (form, words) => {
    const banner = make("div", "banner", icon("edit"), make("p", "", words.exercise_banner));
    banner.setAttribute("role", "note");
    document.querySelector("#fill + .lead")?.remove(); // it says what one does with a record
    form.before(banner);
    form.classList.add("is-exercise");
    form.querySelector("[data-draft]").closest("label").remove();
    form.querySelector(".fill__sign").remove();
    form.querySelector("[type=submit]").replaceChildren(icon("check"), words.exercise_check);
  };
  /** Say of every field that is written and breaks no rule that it is right; how many there are. */
  const showRight = (form, words, found, problems) => {
    const wrong = new Set(problems.map(({ input }) => input));
    const right = found.filter(({ input, value }) => value !== undefined && !wrong.has(input));
    for (const old of form.querySelectorAll(".field__right")) old.remove();
    for (const { input } of right) {
      const field = input.closest(".field");
      field.querySelector("[data-wrong]").before(make("span", "field__right", icon("check"), words.exercise_ok));
    }
    return right.length;
  };

  /**
   * What checks the exercise, given what `collect` of the page found; null where the page is no exercise.
   * @param {HTMLFormElement} form
   * @param {object} definition of the form
   * @param {object} page what the page does: `tell`, `showProblems`, `clear`, `copy`, `passed`
   */
  const exerciseOf = (form, definition, page) => {
    if (!new URLSearchParams(location.search).has("exercise")) return null;
    const { words } = definition;
    const { byInput, note } = window.Shouce.filling;
    dress(form, words);

    return ({ found, problems, isEmpty, values }) => {
      page.clear();
      if (isEmpty && problems.every(({ rule }) => rule === "required" || rule === "required_if")) {
        page.tell("wrong", note(words.fill_empty));
        return;
      }
      const all = byInput(problems);
      const right = showRight(form, words, found, all);
      const copy = button(words.exercise_copy, "download", () =>
        page.copy(values).catch(() => page.tell("wrong", note(words.fill_failed))),
      );
      if (all.length) {
        page.showProblems(all);
        page.tell("wrong", note(fill(words.exercise_wrong, { n: all.length, right }), copy));
        return;
      }
      page.passed();
      page.tell("done", note(fill(words.exercise_right, { right }), copy));
      load("learning.js").then(() => window.Shouce.learning.record("fill", definition.form));
    };
  };

  window.Shouce.filling.exerciseOf = exerciseOf;
})();
