/* Draws the second group of what was found: the places in the text where the words of a question stand. */

(() => {
  const { answers, languages, root, say, make } = window.Shouce;
  const FIRST = 5;

  const place = (found, lang) => {
    const marked = found.excerpt.map(([text, isMatch]) => (isMatch ? make("mark", "", text) : text));
    const title = [found.code, found.title].filter(Boolean).join(" ");
    const entry = make(
      "a",
      "other place",
      make("b", "", found.section),
      make("span", "soft", [title, answers.bookOf({ ...found, lang })].filter(Boolean).join(" · ")),
      make("span", "other__text", ...marked),
    );
    entry.href = `${root}/${found.url}`;
    entry.lang = languages[lang].tag;
    return make("li", "", entry);
  };

  /** What stands below the places: the way to all of them, or that there are more than are listed. */
  const rest = (count, listed, places, whole) => {
    if (count === places) return null;
    if (count === listed) return make("p", "soft", say("text_listed", { n: count, all: places }));
    const link = make("a", "mini", say("text_all", { n: places }));
    link.href = whole;
    link.dataset.askAll = "";
    return make("p", "", link);
  };

  /**
   * The group of *found*, the object of `/api/text`; that it cannot be had when it is null.
   * @param {object|null} found
   * @param {boolean} isWhole whether all are shown, or the first
   * @param {string} whole the address where all are shown
   * @returns {Element}
   */
  const draw = (found, isWhole, whole) => {
    const group = make("section", "texts");
    if (!found) {
      group.append(make("p", "soft", say("text_unavailable")));
      return group;
    }
    const { places, passages, lang } = found;
    group.append(make("h2", "answers__more", places ? say("text_places", { n: places }) : say("text_none")));
    if (!places) return group;
    const shown = isWhole ? passages : passages.slice(0, FIRST);
    group.append(make("ul", "others", ...shown.map((one) => place(one, lang))));
    group.append(rest(shown.length, passages.length, places, whole) ?? "");
    return group;
  };

  window.Shouce.texts = { draw };
})();
