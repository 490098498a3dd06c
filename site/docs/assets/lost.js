/* The page of an address at which there is nothing: what it may have meant, by what records are and were called. */

(() => {
  const { data, lang, languages, root, load, make } = window.Shouce;
  const SHOWN = 5;
  const LEAST = 0.4; // so much of a name has to be alike
  const SAME_HANDBOOK = 0.25;
  const SAME_KIND = 0.15;
  const CODE = 2;

  const top = new URL(`${root}/`, location.href).pathname;
  const from = new URLSearchParams(location.search).get("from");
  const [asked, query = ""] = (from ?? location.pathname.slice(top.length) + location.search).split(/(?=\?)/);

  /* A host has one such page for all languages: that of the address is opened, with what was asked. */
  const prefixes = Object.entries(languages).filter(([, { prefix }]) => prefix);
  const [own = lang] = prefixes.find(([, { prefix }]) => `${asked}/`.startsWith(prefix)) ?? [];
  const isAnother = own !== lang && from === null;
  if (isAnother) {
    const passed = new URLSearchParams({ from: asked + query });
    location.replace(`${root}/${languages[own].prefix}404.html?${passed}${location.hash}`);
  }

  const decoded = (text) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };
  const prefix = prefixes.map(([, each]) => each.prefix).find((each) => `${asked}/`.startsWith(each)) ?? "";
  const parts = decoded(asked.slice(prefix.length))
    .replace(/\.html?$/i, "")
    .split("/")
    .filter((part) => part && part !== "index");
  const address = parts.join("/");
  const last = parts.at(-1) ?? "";
  const bare = (text) =>
    text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, "");
  const pairs = (text) => {
    const letters = [...bare(text)];
    return new Set(letters.length < 2 ? letters : letters.slice(1).map((letter, at) => letters[at] + letter));
  };
  const alike = (one, other) => {
    const [these, those] = [pairs(one), pairs(other)];
    const common = [...these].filter((pair) => those.has(pair)).length;
    return common ? (2 * common) / (these.size + those.size) : 0;
  };

  /** How well a record fits what was asked; 0 where it does not. */
  const fit = ([there, code, title, former]) => {
    const names = [there, ...former].map((each) => each.split("/").at(-1));
    const isCode = code && bare(last).length > 3 && bare(code).endsWith(bare(last));
    const best = Math.max(...names.map((name) => alike(last, name)), alike(last, title), isCode ? CODE : 0);
    if (best < LEAST) return 0;
    const [handbook, kind] = there.split("/");
    return best + (parts[0] === handbook ? SAME_HANDBOOK : 0) + (parts.at(-2) === kind ? SAME_KIND : 0);
  };
  const href = (there) => `${root}/${languages[lang].prefix}${there}.html`;

  const draw = ({ handbooks, records }) => {
    const moved = records.find(([, , , former]) => former.includes(address));
    if (moved) {
      location.replace(`${href(moved[0])}${query}${location.hash}`);
      return;
    }
    const fitting = records.map((record) => [fit(record), record]).filter(([fits]) => fits);
    fitting.sort(([one], [other]) => other - one);
    const found = fitting.slice(0, SHOWN).map(([, record]) => record);
    if (parts[0] in handbooks) found.push([`${parts[0]}/index`, "", handbooks[parts[0]], []]);
    document.querySelector("ul[data-lost-found]").replaceChildren(...found.map((record) => row(record, handbooks)));
    for (const part of document.querySelectorAll("[data-lost-found]")) part.hidden = !found.length;
  };
  const row = ([there, code, title], handbooks) => {
    const book = handbooks[there.split("/")[0]];
    const beside = [code, book === title ? "" : book].filter(Boolean).join(" · ");
    const link = make("a", "other", make("b", "", title), make("span", "soft", beside));
    link.href = href(there);
    return make("li", "", link);
  };

  if (!isAnother) load(`assets/addresses-${lang}.js`).then(() => draw(data.addresses));
})();
