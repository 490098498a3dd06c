/* The roles of all handbooks: found by what one types, chosen in a dialog, which also ends a shift. */

(() => {
  const { data, lang, load, make, icon, button, fill, me, root, languages } = window.Shouce;
  const words = {};
  const RECENT = "shouce.roles";
  const MOST_RECENT = 4;
  const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
  const pageOf = (url) => `${root}/${languages[lang].prefix}${url}`;

  /** Every role: `{address, titles, title, book, department, text (what it is found by)}`, once words and names are there. */
  let every = null;
  const ready = async () => {
    await Promise.all([load(`assets/role.${lang}.js`), load("assets/roles.js")]);
    Object.assign(words, data.role);
    every ??= data.roles.flatMap(([book, books, roles]) =>
      roles.map(([id, titles, departments]) => ({
        address: `${book}/roles/${id}`,
        handbook: book,
        titles,
        title: titles[lang],
        book: books[lang],
        text: fold([titles, departments, books].flatMap(Object.values).join(" ")),
      })),
    );
    return every;
  };
  const named = (address) => every.find((role) => role.address === address);

  const recent = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(RECENT));
      return Array.isArray(kept) ? kept.map(named).filter(Boolean) : [];
    } catch {
      return [];
    }
  };
  const remember = (address) => {
    const kept = [address, ...recent().map((role) => role.address)];
    try {
      localStorage.setItem(RECENT, JSON.stringify([...new Set(kept)].slice(0, MOST_RECENT)));
    } catch {
      /* nothing is kept */
    }
  };
  const home = () => pageOf("index.html");
  const isHome = () => Boolean(document.querySelector("[data-day]"));

  /** This role from now on: the first page becomes its day. */
  const take = async (address) => {
    await ready();
    const role = named(address);
    if (!role) return;
    remember(address);
    me.choose(address, role.titles);
    if (isHome()) scrollTo({ top: 0 });
    else location.href = me.isKept() ? home() : pageOf(`${address}.html`); // which is the day of that role as well
  };

  const clock = (moment) =>
    new Date(moment).toLocaleTimeString(languages[lang].tag, { hour: "2-digit", minute: "2-digit", hour12: false });

  /** How long the present role is remembered. */
  const untilWhen = () => (me.isKept() ? fill(words.until, { time: clock(me.now().until) }) : words.this_page_only);

  /** What is said of the present role, and the ways on from it. */
  const present = (close) => {
    const role = named(me.now().role);
    const day = make("a", "button button--first", icon("calendar"), make("span", "", words.my_day));
    day.href = home();
    const off = button(words.off_duty, "return", () => {
      close();
      me.forget();
      me.focus();
    });
    off.className = "button";
    const now = role ? fill(words.now_you_are, { role: role.title, book: role.book }) : "";
    return make(
      "div",
      "iam__now",
      make("p", "", make("b", "", now)),
      make("p", "soft", untilWhen()),
      make("p", "actions", isHome() ? "" : day, off),
    );
  };

  const rowOf = (role, close) => {
    const row = button(role.title, "", () => {
      close();
      take(role.address);
    });
    row.className = "iam__role";
    if (me.now()?.role === role.address) row.setAttribute("aria-current", "true");
    return make("li", "", row);
  };
  const groups = (roles, close) => {
    const mine = document.documentElement.dataset.handbook;
    const books = [...new Set(roles.map((role) => role.handbook))].sort(
      (one, other) => (other === mine) - (one === mine),
    );
    return books.map((book) => {
      const of = roles.filter((role) => role.handbook === book);
      return group(of[0].book, of, close);
    });
  };
  const group = (title, roles, close) =>
    make("section", "iam__book", make("h3", "", title), make("ul", "", ...roles.map((role) => rowOf(role, close))));

  /** The list below the box: what was used before, then the roles of every handbook, one's own first. */
  const list = (typed, close, said) => {
    const parts = fold(typed).split(" ").filter(Boolean);
    const found = every.filter(({ text }) => parts.every((part) => text.includes(part)));
    said.textContent = !found.length ? words.found_none : parts.length ? fill(words.found_n, { n: found.length }) : "";
    const before = parts.length ? [] : recent();
    return [before.length ? group(words.recent, before, close) : "", ...groups(found, close)].filter(Boolean);
  };

  const dialogOf = () => {
    if (document.querySelector(".iam")) return; // pressed twice before it was there
    const dialog = make("dialog", "iam");
    const close = () => dialog.close();
    const title = make("h2", "", words.choose_title);
    title.id = "iam-title";
    dialog.setAttribute("aria-labelledby", title.id);
    const shut = button(words.close_dialog, "cross", close);
    const input = make("input", "iam__find");
    Object.assign(input, { type: "search", placeholder: words.find_role, autocomplete: "off" });
    input.setAttribute("aria-label", words.find_role);
    const said = make("p", "soft iam__said");
    said.setAttribute("role", "status");
    const lists = make("div", "iam__lists");
    const draw = () => lists.replaceChildren(...list(input.value, close, said));
    input.addEventListener("input", draw);
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing || !input.value.trim()) return;
      event.preventDefault(); // the button in the header, where the keyboard goes back to, is not pressed as well
      lists.querySelector("button")?.click();
    });
    const all = make("a", "mini", icon("people"), make("span", "", words.see_roles));
    all.href = pageOf("roles.html");
    dialog.append(make("div", "iam__head", title, shut), me.now() ? present(close) : "", input, said, lists, all);
    draw();
    dialog.addEventListener("mousedown", (event) => event.target === dialog && event.preventDefault()); // keeps the cursor
    dialog.addEventListener("click", (event) => event.target === dialog && event.detail < 2 && close());
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
    input.focus();
  };

  const ask = () =>
    ready().then(dialogOf, () => {
      location.href = pageOf("roles.html"); // the list itself
    });

  window.Shouce.role = { words, ready, named, take, ask, pageOf, untilWhen };
})();
