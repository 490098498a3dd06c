/* Danger first: whom to call, before any answer; and, small, on every answer where nobody seems to be in danger. */

(() => {
  const { lang: pageLang, languages, root, data, say, make, icon } = window.Shouce;
  const EVERYWHERE = ["119", "120", "110"];

  const link = (href, classes, ...children) => {
    const element = make("a", classes, ...children);
    element.href = href;
    return element;
  };
  const dial = (number, ...children) => link(`tel:${number.replaceAll("-", "")}`, "danger__call", ...children);

  const call = ({ number, who, when }) =>
    make("li", "", dial(number, make("b", "", number), make("span", "", who), when ? make("small", "", when) : null));

  /** The red strip of the object `danger` of an answer. */
  const strip = ({ title, url, numbers, also }, lang) => {
    const section = make(
      "section",
      "danger",
      make("p", "danger__title", icon("emergency"), make("b", "", title)),
      make("ul", "danger__calls", ...numbers.map(call)),
      make(
        "p",
        "danger__cards",
        link(`${root}/${url}`, "button button--first", icon("arrow"), say("danger_open", { card: title })),
        ...also.map((other) => link(`${root}/${other.url}`, "button", other.title)),
      ),
    );
    section.setAttribute("role", "alert");
    section.lang = languages[lang].tag;
    return section;
  };

  /** The numbers that everybody can call, and the way to the cards; nothing where the library has none. */
  const line = () => {
    if (!data.catalogue?.cards) return [];
    const numbers = EVERYWHERE.flatMap((number, at) => [at ? " · " : "", link(`tel:${number}`, "", number)]);
    const cards = link(`${root}/${languages[pageLang].prefix}cards.html`, "", say("danger_cards"));
    return [make("p", "danger-line", icon("emergency"), say("danger_line"), ...numbers, " · ", cards)];
  };

  /** What stands before every answer: the strip where somebody is in danger, otherwise the line. */
  const before = ({ danger, lang }) => (danger ? [strip(danger, lang)] : line());

  window.Shouce.danger = { before, line };
})();
