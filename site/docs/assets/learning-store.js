/* What learners have done, kept in this browser: by nickname on a computer that many use, for a guest in the tab only.

   Nobody proves who they are, so that it is no record of training and no certificate. A person is
   `{name, done, items, cards}`, as `training/progress.py` describes what the terminal shares: every entry has the moment
   `at`, and of two the newer one is right. */

(() => {
  const KEY = "shouce.learning";
  const FORMAT = 1;
  const LONGEST_NAME = 20;
  /* As in training/progress.py: a file on any computer can have that name. */
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no name has
  const UNFIT = /[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069/\\:*?"<>|]|^\.|\.$/;
  const PARTS = ["done", "items", "cards"];
  const isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  const person = (name = "") => ({ name, done: {}, items: {}, cards: {} });

  /** A person of what was kept or imported, without what is none of it. */
  const tidy = (value) => {
    const found = person(String(value.name ?? ""));
    for (const part of PARTS) {
      const entries = Object.entries(isMap(value[part]) ? value[part] : {});
      const isOne = ([, entry]) => isMap(entry) && Number.isFinite(entry.at) && fits[part](entry);
      found[part] = Object.fromEntries(entries.filter(isOne));
    }
    return found;
  };
  const isDay = (text) => /^\d{4}-\d{2}-\d{2}$/.test(text);
  const fits = {
    done: () => true,
    items: ({ right, wrong }) => Number.isInteger(right) && Number.isInteger(wrong),
    cards: ({ due, last, s, d }) => isDay(due) && isDay(last) && s > 0 && d >= 1,
  };

  /** What a storage holds: everybody on this computer, or why that cannot be used (`none`, `broken`, `other`). */
  const everybody = () => {
    let text;
    try {
      text = localStorage.getItem(KEY);
    } catch {
      return { problem: "none", current: "", people: [] };
    }
    if (text === null) return { problem: "", current: "", people: [] };
    try {
      const { format, current, people } = JSON.parse(text);
      if (format !== FORMAT) return { problem: "other", current: "", people: [] };
      return { problem: "", current, people: people.map(tidy) };
    } catch {
      return { problem: "broken", current: "", people: [] };
    }
  };
  let isFull = false;
  const keep = ({ current, people, problem = "" }) => {
    if (problem) return; // what is there is not ours to write over
    try {
      localStorage.setItem(KEY, JSON.stringify({ format: FORMAT, current, people }));
      isFull = false;
    } catch {
      isFull = true;
    }
    announce();
  };

  /* The guest: what one does without a nickname stays in the tab. */
  let guest = person();
  try {
    guest = tidy(JSON.parse(sessionStorage.getItem(KEY)) ?? {});
  } catch {
    /* nothing is kept in this tab, or nothing that can be read */
  }
  const keepGuest = () => {
    try {
      sessionStorage.setItem(KEY, JSON.stringify(guest));
    } catch {
      /* only on this page, then */
    }
    announce();
  };

  const listeners = [];
  const announce = () => {
    for (const listener of listeners) listener();
  };
  addEventListener("storage", ({ key }) => {
    if (key === KEY || key === null) announce();
  });

  const same = (one, other) => one.normalize("NFKC").toLowerCase() === other.normalize("NFKC").toLowerCase();
  const of = (people, name) => people.find((one) => one.name === name);
  const now = () => {
    const { current, people } = everybody();
    return of(people, current) ?? guest;
  };

  /** Change what the present person has done, as it stands now: another tab may have changed it meanwhile. */
  const change = (act) => {
    const all = everybody();
    const present = of(all.people, all.current);
    act(present ?? guest);
    if (present) keep(all);
    else keepGuest();
  };

  const learning = {
    words: {},
    parts: PARTS,
    tidy,
    now,
    change,
    longestName: LONGEST_NAME,
    isName: (name) => name.length > 0 && name.length <= LONGEST_NAME && !UNFIT.test(name),
    /** Why nothing is kept by nickname (`none`, `broken`, `other`, `full`), or nothing. */
    isKept: () => !everybody().problem,
    problem: () => everybody().problem || (isFull ? "full" : ""),
    /** Somebody by nickname, or nothing. */
    named: (name) => of(everybody().people, name),
    names: () => everybody().people.map(({ name }) => name),
    /** Something was done by the present person, as `{score, of}` says how well; `ways` are those practised so far. */
    record: (act, address, detail = {}) =>
      change(({ done }) => {
        const { score, of: most, ways } = detail;
        const how = { ...(Number.isFinite(score) ? { score, of: most } : {}), ...(ways ? { ways } : {}) };
        done[`${act} ${address}`] = { at: Date.now(), is: 1, ...how };
      }),
    /** It was not done after all. */
    undo: (act, address) =>
      change(({ done }) => {
        done[`${act} ${address}`] = { at: Date.now(), is: 0 };
      }),
    /** How it was done, or null. */
    done: (act, address) => {
      const entry = now().done[`${act} ${address}`];
      return entry?.is ? entry : null;
    },
    choose: (name) => keep({ ...everybody(), current: name }),
    /** Nobody is the present person any more. */
    leave: () => keep({ ...everybody(), current: "" }),
    /** Somebody new, who is then the present person; false where somebody has that nickname. */
    add: (name) => {
      const { people, problem } = everybody();
      if (people.some((one) => same(one.name, name))) return false;
      keep({ problem, current: name, people: [...people, person(name)] });
      return true;
    },
    /** Take somebody off this computer; gives what `restore` puts back. */
    remove: (name) => {
      const { current, people, problem } = everybody();
      keep({ problem, current: current === name ? "" : current, people: people.filter((one) => one.name !== name) });
      return of(people, name);
    },
    restore: (gone) => {
      const { people, problem } = everybody();
      keep({ problem, current: gone.name, people: [...people, gone] });
    },
    /** Begin anew where what is kept cannot be read. */
    startOver: () => keep({ current: "", people: [] }),
    guest: () => guest,
    forgetGuest: () => {
      guest = person();
      keepGuest();
    },
    isEmpty: (one) => PARTS.every((part) => !Object.keys(one[part]).length),
    onChange: (listener) => listeners.push(listener),
  };
  window.Shouce.learning = learning;
})();
