/* Lists: filtered as one types and by what is chosen, sorted, counted; the address keeps it, so that it can be handed on. */

(() => {
  const bar = document.querySelector("[data-list]");
  if (!bar) return;
  const { say, load, lang, languages, data, does, make, keepHash, SOON, isSoon } = window.Shouce;
  const KEY = "#?";
  const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ");
  const bare = (text) => text.replace(/[^a-z0-9]/g, "");
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];

  const input = bar.querySelector("[data-filter]");
  const controls = all("[data-by]", bar); // the input among them
  const sorting = bar.querySelector("[data-by=sort]");
  const more = bar.querySelector("details");
  const count = document.querySelector("[data-filter-count]");
  const none = document.querySelector("[data-filter-none]");
  const rows = all("[data-filter-item]").map((row) => ({
    row,
    home: row.parentNode,
    title: row.querySelector("[data-title]") ?? row,
    code: bare(fold(row.querySelector(".code")?.textContent ?? "")),
    text: fold(row.textContent),
  }));
  const groups = all("[data-filter-group]");
  const folds = all("details[data-filter-group], [data-filter-group] > details");
  let openBefore = null; // the folds that were open when one began: those that are left open at the end

  /* What is chosen: by name, without what is left open. */
  const chosenIn = (control) =>
    control.type === "checkbox" ? (control.checked ? String(SOON) : "") : control.value.trim();
  const chosen = () => new Map(controls.map((one) => [one.dataset.by, chosenIn(one)]).filter(([, value]) => value));
  const choose = (values) => {
    for (const control of controls) {
      const value = values.get(control.dataset.by) ?? "";
      if (control.type === "checkbox") control.checked = Boolean(value);
      else control.value = value;
      if (control.selectedIndex === -1) control.value = ""; // of an older list
      if (value && more?.contains(control)) more.open = true;
    }
  };

  /* Pinyin, once somebody types what could be some: `yaoshi` and `ys` find 钥匙. */
  let spelling = null;
  const readPinyin = async () => {
    await load("suggest.js");
    await load(`assets/suggest-${lang}.js`);
    spelling = new window.Shouce.Suggestions({ ...data.suggest, records: [], terms: [] });
    for (const one of rows) {
      one.syllables = [...one.title.textContent].map((letter) => spelling.sounds.get(letter)).filter(Boolean);
      one.initials = one.syllables.map(([first]) => first).join("");
    }
  };
  const isLatin = (word) => /^[a-z]{2,}$/.test(word);
  let reading = null;
  const askPinyin = (words) => {
    if (reading || !words.some(isLatin)) return;
    reading = readPinyin().then(filter, () => {}); // a library without an index has none
  };

  const hasWord = (one, word) =>
    one.text.includes(word) ||
    (/[0-9]/.test(word) && bare(word) !== "" && bare(word).length === word.replace(/[-.]/g, "").length
      ? one.code.includes(bare(word))
      : Boolean(spelling?.sounds.size && isLatin(word) && spelling.isSpelt(one, word)));
  const hasValue = ({ row }, name, value) => {
    if (name === "due") return isSoon(row.dataset.due);
    return (row.dataset[name] ?? "").split(" ").includes(value);
  };

  /* A row that stands under several heads counts once, unless one looks at one of them. */
  const isTwice = ({ row }, values, isFiltered) => "again" in row.dataset && isFiltered && !values.has("sector");
  const filter = () => {
    const values = chosen();
    const words = fold(values.get("q") ?? "")
      .split(" ")
      .filter(Boolean);
    askPinyin(words);
    const facets = [...values].filter(([name]) => name !== "q" && name !== "sort");
    const isFiltered = words.length + facets.length > 0;
    const fits = (one) =>
      !isTwice(one, values, isFiltered || values.has("sort")) &&
      words.every((word) => hasWord(one, word)) &&
      facets.every(([name, value]) => hasValue(one, name, value));
    for (const one of rows) one.row.hidden = !fits(one);
    sort(values.get("sort"));
    showGroups(isFiltered);
    tell(isFiltered);
  };
  const showGroups = (isFiltered) => {
    for (const group of groups) group.hidden = !group.querySelector("[data-filter-item]:not([hidden])");
    if (isFiltered) openBefore ??= new Set(folds.filter((one) => one.open));
    if (openBefore) for (const one of folds) one.open = isFiltered || openBefore.has(one);
    if (!isFiltered) openBefore = null;
  };
  const tell = (isFiltered) => {
    const counted = rows.filter(({ row }) => !("again" in row.dataset && !isFiltered));
    const shown = counted.filter(({ row }) => !row.hidden).length;
    const every = rows.filter(({ row }) => !("again" in row.dataset)).length;
    none.hidden = shown > 0;
    count.textContent = say("filter_count", { n: shown, all: every });
    for (const button of all("[data-does=clear]")) button.hidden = !isFiltered;
  };

  /* Sorting: tables that are parts of one are put together, without their heads. */
  const compare = new Intl.Collator(languages[lang].tag, { numeric: true }).compare;
  const cellOf = ({ row }, name) => {
    const cell = row.querySelector(`[data-cell="${name}"]`);
    return (cell?.dataset.value ?? cell?.textContent ?? "").trim();
  };
  const flatOf = () => {
    const parts = all("table[data-sheet]");
    if (parts.length < 2 || parts.some(({ dataset }) => dataset.sheet !== parts[0].dataset.sheet)) return null;
    const table = parts[0].cloneNode(false);
    table.append(parts[0].tHead.cloneNode(true), make("tbody"));
    const scroll = make("div", "scroll list-flat", table);
    document.querySelector(".sectors").before(scroll);
    return scroll;
  };
  const flat = flatOf();
  let sortedBy = "";
  const sort = (name = "") => {
    if (flat) flat.hidden = !name;
    if (name === sortedBy) return;
    sortedBy = name;
    if (!name) {
      for (const { row, home } of rows) home.append(row);
      return;
    }
    const keyed = rows.map((one) => ({ one, key: cellOf(one, name) }));
    keyed.sort((a, b) => (a.key === "") - (b.key === "") || compare(a.key, b.key));
    for (const { one } of keyed) (flat?.querySelector("tbody") ?? one.home).append(one.row);
  };

  /* The address: a choice is a new entry, what is typed goes into the last. */
  const keep = (isNew) => {
    const asked = new URLSearchParams([...chosen()]).toString();
    const hash = asked ? KEY + asked : "";
    if (hash === location.hash || (!hash && !location.hash.startsWith(KEY))) return;
    try {
      history[isNew ? "pushState" : "replaceState"](null, "", hash || location.href.split("#")[0]);
    } catch {
      /* an address that may not be changed stays as it is */
    }
    keepHash();
  };
  const follow = () => {
    if (location.hash.startsWith(KEY)) choose(new URLSearchParams(location.hash.slice(KEY.length)));
    else if (!location.hash) choose(new Map());
    else return;
    filter();
  };

  for (const control of controls) {
    const isTyped = control === input;
    control.addEventListener(isTyped ? "input" : "change", () => {
      filter();
      keep(!isTyped);
    });
  }
  does.clear = () => {
    choose(new Map([["sort", sorting ? chosenIn(sorting) : ""]]));
    filter();
    keep(true);
    input.focus();
  };
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") does.clear();
  });
  does.save = (pressed) => {
    const name = pressed.dataset.save;
    Promise.all([load("saving.js"), name === "xlsx" ? load("zip.js") : null]).then(() =>
      window.Shouce.saving[name](rows.map(({ row }) => row).filter((row) => !row.hidden)),
    );
  };
  addEventListener("hashchange", follow);
  if (more && matchMedia("(min-width: 901px)").matches) more.open = true;
  if (location.hash.startsWith(KEY)) follow();
  else filter(); // browsers put back what was typed before
})();
