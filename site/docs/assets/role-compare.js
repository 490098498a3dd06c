/* Two roles beside one another: what both have, what only one has, and what each does in the same procedure. */

(() => {
  const { make, fill, role } = window.Shouce;
  const { words } = role;
  const page = document.querySelector("[data-compare]");
  if (!page) return;
  const [first, second] = page.querySelectorAll("[data-compare-role]");
  const result = page.querySelector("[data-compared]");
  const fold = (text) => text.normalize("NFKC").replace(/\s+/g, " ").trim();

  /** What a role has of a part, by what tells it from the rest: the address of a record, or the text itself. */
  const itemsOf = ({ body }, part) => {
    const places = [...body.querySelectorAll(`[data-part=${part}]`)];
    const items = places.flatMap((place) => {
      const marked = [...place.querySelectorAll("[data-item]")];
      return marked.length ? marked : [...place.querySelectorAll("li")];
    });
    return new Map(items.map((item) => [item.dataset.item || fold(textOf(item)), item]));
  };
  const textOf = (item) => (item.querySelector(":scope > div > p") ?? item).textContent;

  /** An item without what only its own page has: buttons, ids, marks of its number. */
  const shown = (item) => {
    const copy = make("li", "", ...item.cloneNode(true).childNodes);
    for (const part of copy.querySelectorAll(".mini, .article__no")) part.remove();
    for (const part of copy.querySelectorAll("[id]")) part.removeAttribute("id");
    return copy;
  };
  const listOf = (title, items) =>
    make("div", "compared__side", make("h4", "", title), items.length ? make("ul", "", ...items.map(shown)) : "–");

  /** A procedure in which both do something: how many steps each does, and unfolded which. */
  const pairOf = (key, items, days) => {
    const steps = items.map((of) => [...of.get(key).querySelectorAll("ol > li")]);
    const counts = days.map((day, at) => `${day.title} ${steps[at].length}`).join(" · ");
    const summary = make(
      "summary",
      "compared__name",
      make("span", "", items[0].get(key).dataset.title),
      make("span", "soft", counts),
    );
    const whole = make("p", "", ...items[0].get(key).querySelector(".work__title").cloneNode(true).childNodes);
    const sides = make("div", "compared__sides", ...days.map((day, at) => listOf(day.title, steps[at])));
    return make("details", "compared__pair", summary, whole, sides);
  };

  const both = (one, other, days, part) => {
    const shared = [...one.keys()].filter((key) => other.has(key));
    if (!shared.length) return make("p", "soft", words.nothing_shared);
    const title = make("h4", "compared__both", part === "cases" ? words.same_procedure : words.both_have);
    if (part !== "cases")
      return make("div", "compared__shared", title, make("ul", "", ...shared.map((key) => shown(one.get(key)))));
    const pairs = shared.map((key) => pairOf(key, [one, other], days));
    return make("div", "", title, ...pairs);
  };
  const only = (one, other, days) => {
    const alone = (items, others) => [...items].filter(([key]) => !others.has(key)).map(([, item]) => item);
    const sides = [alone(one, other), alone(other, one)];
    if (!sides.flat().length) return "";
    const lists = sides.map((items, at) => listOf(fill(words.only_one, { role: days[at].title }), items));
    return make("div", "compared__sides", ...lists);
  };

  const partOf = (part, title, days) => {
    const [one, other] = days.map((day) => itemsOf(day, part));
    if (!one.size && !other.size) return "";
    const shared = both(one, other, days, part);
    return make("section", "compared__part", make("h3", "", title), shared, only(one, other, days));
  };
  const compared = (days) => [
    partOf("duties", words.part_duties, days),
    partOf("may", words.part_may, days),
    partOf("never", words.part_never, days),
    partOf("cases", words.part_cases, days),
    partOf("rounds", words.part_rounds, days),
    partOf("forms", words.part_forms, days),
    partOf("cards", words.part_cards, days),
    partOf("scripts", words.part_scripts, days),
  ];

  /** Titles that tell the two apart: with their handbooks where both are called the same. */
  const apart = (days) => {
    const [one, other] = days;
    const name = (day) => (one.title === other.title ? `${day.title} · ${day.book}` : day.title);
    return days.map((day) => ({ ...day, title: name(day) }));
  };
  const headOf = (day) => {
    const link = make("a", "", day.title);
    link.href = role.pageOf(day.url);
    return make("p", "compared__who", link, make("span", "soft", day.book));
  };
  const tell = (text) => result.replaceChildren(make("p", "soft", text));
  const draw = async () => {
    const chosen = [first.value, second.value];
    if (chosen.includes("")) return result.replaceChildren();
    if (chosen[0] === chosen[1]) return tell(words.compare_same);
    const days = await Promise.all(chosen.map(role.dayOf)).then(apart, () => null);
    if (chosen[0] !== first.value || chosen[1] !== second.value) return; // others were chosen meanwhile
    if (!days) return tell(words.roles_failed);
    const heads = make("div", "compared__sides compared__heads", ...days.map(headOf));
    result.replaceChildren(heads, ...compared(days).filter(Boolean));
  };

  /* Who is compared stands in the address, to be sent on and to be kept in the other language. */
  const keep = () => {
    const way = new URLSearchParams({ a: first.value, b: second.value });
    try {
      history.replaceState(null, "", `?${way}${location.hash}`);
    } catch {
      /* an address that may not be changed stays as it is */
    }
    for (const other of document.querySelectorAll("[data-keep-hash]")) other.search = way;
  };
  second.append(...[...first.children].slice(1).map((part) => part.cloneNode(true)));
  const way = new URLSearchParams(location.search);
  const has = (select, value) => [...select.options].some((option) => option.value === value);
  for (const [select, name] of [
    [first, "a"],
    [second, "b"],
  ]) {
    const asked = way.get(name) ?? "";
    if (asked && has(select, asked)) select.value = asked;
    select.addEventListener("change", () => {
      keep();
      draw();
    });
  }
  role.ready().then(
    () => {
      const mine = window.Shouce.me.now()?.role;
      if (!first.value && mine && has(first, mine)) first.value = mine;
      if (first.value) keep();
      draw();
    },
    () => {
      result.replaceChildren(); // nothing can be said either
    },
  );
})();
