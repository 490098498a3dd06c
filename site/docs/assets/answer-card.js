/* The parts of an answer's card that stand around its text: the fact, the place, what is never done, what is near. */

(() => {
  const { languages, root, data, fill, make, icon } = window.Shouce;
  const word = (name, values = {}) => fill(data.answers[name], values);
  const link = (url, ...children) => {
    const element = make("a", "", ...children);
    element.href = `${root}/${url}`;
    return element;
  };

  const LONG = 16; // characters of a fact that is set smaller; twice as many of Latin letters
  const hasCjk = (text) => /\p{Script=Han}/u.test(text);

  /** The fact that is asked for, large; null where there is none. */
  const fact = (card) => {
    if (!card?.fact || !data.answers) return null;
    const { name, value } = card.fact;
    const called = data.answers[`fact_${name}`] ?? data.answers.fact_other;
    const isLong = value.length > (hasCjk(value) ? LONG : 2 * LONG);
    return make(
      "p",
      `answer__fact${isLong ? " answer__fact--long" : ""}`,
      make("b", "tag", called),
      make("span", "", value),
    );
  };

  /** «3 of 12», and the ways to the steps before and after. */
  const place = (answer, card) => {
    if (!card || !data.answers) return null;
    const { number, of, before, after } = card;
    const isStep = answer.kind === "procedure";
    const count = number && word(isStep ? "step_of" : "part_of", { n: number, of });
    const way = (name, places) => {
      const others = places.filter((one) => one.section !== answer.section); // parts of one name lead nobody on
      return others.length ? make("span", "", `${word(name)} `, ...others.flatMap(between)) : null;
    };
    const between = ({ section, url }, at) => [at ? " / " : "", link(url, section)];
    const parts = [
      count ? make("b", "", count) : null,
      way(isStep ? "before" : "part_before", before),
      way(answer.step ? (isStep ? "after" : "part_after") : "begins", after),
    ].filter(Boolean);
    return parts.length ? make("p", "answer__place", ...parts) : null;
  };

  /** What is never done there, unless the text says it already. */
  const never = (answer, card) => {
    const lines = (card?.never ?? []).filter((line) => !answer.text.includes(line.replace(/[。.]$/, "")));
    if (!lines.length || !data.answers) return null;
    const list = make("ul", "", ...lines.map((line) => make("li", "", line)));
    return make("div", "answer__never", make("b", "tag", icon("ban"), word("never")), list);
  };

  /** The same matter in other handbooks, by their addresses. */
  const also = (answer) => {
    if (!answer.also?.length || !data.answers) return null;
    const sort = answer.url.split("#")[1]?.split("-")[0];
    const links = answer.also.map((address) => {
      const [record, part] = address.split("#");
      const anchor = part && sort ? `#${sort}-${part.replaceAll(".", "-")}` : "";
      const book = data.catalogue?.handbooks?.[record.split("/")[0]]?.[answer.lang] ?? record;
      return link(`${languages[answer.lang].prefix}${record}.html${anchor}`, book);
    });
    return make("p", "answer__also", make("b", "", word("also")), ...links);
  };

  const listed = (title, entries) =>
    entries.length ? [make("p", "answers__more", title), make("ul", "others", ...entries)] : [];
  const entry = (url, title, more) => {
    const element = link(url, make("b", "", title), make("span", "soft", more));
    element.className = "other";
    return make("li", "", element);
  };

  /** What is nearest to a dead end: places, unless they are listed as answers, and forms. */
  const nearest = (answer) => {
    const { card } = answer;
    if (!card || !data.answers) return [];
    const places = answer.answers.length ? [] : card.nearest;
    return [
      ...listed(
        word("nearest"),
        places.map((one) => entry(one.url, one.section, one.title)),
      ),
      ...listed(
        word("papers"),
        card.papers.map((one) => entry(one.url, one.title, one.code)),
      ),
    ];
  };

  window.Shouce.answerCard = { fact, place, never, also, nearest };
})();
