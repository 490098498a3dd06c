/* The drafts that are here already: a list, to go on with one or to delete it; never written in by itself. */

(() => {
  const { fill, make, button } = window.Shouce;

  /**
   * Show the drafts of a form in *place*.
   * @param {HTMLElement} place
   * @param {object} draft as `draftOf` gives it
   * @param {object} definition of the form
   * @param {object} does what the page does: `clockOf`, `loaded` and `dropped`
   */
  const showDrafts = (place, draft, definition, does) => {
    const { words } = definition;
    const nameOf = ({ at, rows, values }) => {
      const most = Math.max(0, ...Object.values(rows ?? {}));
      const said = most > 1 ? words.fill_draft_rows : words.fill_draft_of;
      return fill(said, { time: does.clockOf(at), rows: most, fields: values.length });
    };
    const line = (one) => {
      const older = one.draft.printed === definition.printed ? "" : ` ${words.fill_draft_older}`;
      const load = button(words.fill_draft_load, "edit", () => {
        draft.load(one);
        place.hidden = true;
        does.loaded();
      });
      const drop = button(words.fill_draft_delete, "cross", () => {
        draft.drop(one.name);
        show();
        does.dropped();
      });
      return make("li", "", make("span", "", nameOf(one.draft), older), load, drop);
    };
    const show = () => {
      const found = draft.found();
      place.hidden = !found.length;
      place.replaceChildren(
        make("p", "fill__note", fill(words.fill_draft_found, { n: found.length })),
        make("ul", "fill__drafts", ...found.map(line)),
      );
    };
    show();
  };

  window.Shouce.filling.showDrafts = showDrafts;
})();
