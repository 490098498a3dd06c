/* The question box. Every question has an address, `?q=…` of the page it is asked on, and is an entry of its history. */

(() => {
  const { answers, texts, languages, longest, lookUp, root, say, load } = window.Shouce;
  const COUNTED_FROM = 0.8; // of the longest question
  const panel = document.querySelector("[data-ask-panel]");
  const hero = document.querySelector(".hero [data-ask-form]")?.closest(".hero");
  const form = (hero ?? document.querySelector(".top")).querySelector("[data-ask-form]");
  const input = form.querySelector("[data-ask-input]");
  const around = hero ?? panel;
  const place = around.querySelector("[data-ask-answers]");
  const examples = around.querySelector("[data-ask-empty]");
  const title = document.title;

  /* The address: `q` is the question, `lang` the language that its answers were switched to, `text` whether all places are shown,
     `in` whether all handbooks are looked through, where somebody works from one. */
  const NAMES = ["q", "lang", "text", "in"];
  const tidy = (text) => text.replace(/^[\s/]+/, "").trim();
  const inAddress = () => {
    const query = new URLSearchParams(location.search);
    const question = tidy(query.get("q") ?? "");
    const lang = query.get("lang");
    if (!question) return null;
    return {
      question,
      lang: lang in languages ? lang : null,
      isWhole: query.get("text") === "all",
      isWide: query.get("in") === "all",
    };
  };
  const asQuery = ({ question, lang, isWhole, isWide }) => ({
    q: question,
    ...(lang ? { lang } : {}),
    ...(isWhole ? { text: "all" } : {}),
    ...(isWide ? { in: "all" } : {}),
  });
  const addressWith = (asked) => {
    const address = new URL(location.href);
    for (const name of NAMES) address.searchParams.delete(name);
    for (const [name, value] of Object.entries(asked ? asQuery(asked) : {})) address.searchParams.set(name, value);
    return address;
  };
  const pageOf = (asked) =>
    `${root}/${languages[window.Shouce.lang].prefix}ask.html?${new URLSearchParams(asQuery(asked))}`;

  /* An entry of the history knows how many entries before it the page stands without a question; 0 when it never did. */
  const stepsBack = () => history.state?.asked ?? 0;
  const enter = (asked) => {
    const before = inAddress();
    const isSame = before && JSON.stringify(before) === JSON.stringify(asked);
    try {
      if (isSame) history.replaceState(history.state, "", addressWith(asked));
      else history.pushState({ asked: before && !stepsBack() ? 0 : stepsBack() + 1 }, "", addressWith(asked));
    } catch {
      /* a browser that keeps no history of files */
    }
  };
  const leave = () => {
    if (!inAddress()) return;
    if (stepsBack()) history.go(-stepsBack());
    else {
      history.replaceState(null, "", addressWith(null));
      show(null);
    }
  };

  /** What on the page tells of the question: title, language switch, the way to the whole page. */
  const name = (asked) => {
    document.title = asked ? `${asked.question} · ${title}` : title;
    for (const link of document.querySelectorAll("[data-keep-hash]")) {
      link.search = asked ? new URLSearchParams(asQuery({ ...asked, lang: link.hreflang })) : "";
    }
    if (asked) panel.querySelector("[data-ask-full]").href = pageOf({ ...asked, isWhole: false });
  };

  /* Answers are kept as long as the page: going back to a question does not ask it again. */
  const kept = new Map();
  const home = () => document.documentElement.dataset.handbook ?? "";
  const find = ({ question, lang, isWide }, isAnew) => {
    const key = JSON.stringify([question, lang, isWide || home()]);
    if (isAnew || !kept.has(key)) kept.set(key, lookUp(question, lang, isWide));
    return kept.get(key);
  };

  /* What an answer is drawn with besides; without it there is still the answer. */
  const extras = ["assets/catalogue.js", `assets/answers.${window.Shouce.lang}.js`];

  let turn = 0;
  let shown = "";
  const show = async (asked, isAnew = false) => {
    name(asked);
    const key = JSON.stringify(asked);
    if (key === shown && !isAnew) return;
    shown = key;
    turn += 1;
    const own = turn;
    if (examples) examples.hidden = Boolean(asked);
    if (!asked) {
      place.replaceChildren();
      return;
    }
    input.value = asked.question;
    count();
    answers.wait(place);
    const { answer, text, danger } = find(asked, isAnew);
    const draw = (act) => own === turn && act();
    danger.then((found) => draw(() => answers.warn(place, found))).catch(() => null);
    try {
      const [reply] = await Promise.all([answer, ...extras.map((path) => load(path).catch(() => null))]);
      draw(() => {
        answers.draw(place, reply, () => submit(asked.question, asked.isWide));
        if (reply.told && reply.object.answers.length && !reply.object.danger) {
          load("paragraph.js").then(() => draw(() => window.Shouce.paragraph.offer(place, reply.told, reply.object)));
        }
        if (reply.object && !asked.isWide) place.append(...answers.only(home(), () => submit(asked.question, true)));
      });
      if (reply.tooLong) return;
    } catch {
      draw(() => answers.fail(place));
    }
    const found = await text.catch(() => null);
    draw(() => place.append(texts.draw(found?.object ?? null, asked.isWhole, pageOf({ ...asked, isWhole: true }))));
  };

  const submit = (question, isWide = false) => {
    const asking = tidy(question);
    if (!asking) return;
    const asked = { question: asking, lang: null, isWhole: false, isWide };
    open();
    enter(asked);
    show(asked, true);
  };

  /* The panel under the head; a page with a box of its own has none. */
  const open = () => {
    panel.hidden = Boolean(hero);
  };
  const close = () => {
    if (panel.hidden) return;
    panel.hidden = true;
    leave();
  };
  const isOurs = (element) => !element.isConnected || Boolean(element.closest("[data-ask-panel], .top")); // or was drawn anew

  /* How long a question may be is said before it is too long. */
  input.maxLength = longest;
  const counter = around.querySelector("[data-ask-count]");
  const count = () => {
    const length = [...input.value].length;
    counter.hidden = length < longest * COUNTED_FROM;
    counter.textContent =
      input.value.length < longest
        ? say("ask_count", { n: length, most: longest })
        : say("ask_full", { most: longest });
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit(input.value);
  });
  input.addEventListener("input", () => {
    open();
    count();
  });
  input.addEventListener("click", open);

  /* Suggestions come once somebody is about to type. */
  const suggest = async () => {
    await load("suggest.js");
    const box = window.Shouce.suggestIn(input, submit);
    if (input.value && document.activeElement === input && input.value !== inAddress()?.question) box.suggest();
  };
  input.addEventListener("focus", suggest, { once: true });
  if (document.activeElement === input) input.dispatchEvent(new Event("focus"));

  const isPlain = (event) => event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  let isJumping = false;
  document.addEventListener("click", (event) => {
    const { target } = event;
    const example = target.closest("[data-ask-example]");
    const all = target.closest("[data-ask-all]");
    if (example && isPlain(event)) {
      event.preventDefault();
      submit(example.textContent);
    } else if (all && isPlain(event) && document.querySelector("[data-ask-page]")) {
      event.preventDefault();
      const asked = { ...inAddress(), isWhole: true };
      enter(asked);
      show(asked);
    } else if (target.closest("[data-ask-close]")) {
      close();
    } else if (!isOurs(target) && !panel.hidden) {
      const link = target.closest("a[href]");
      // A link leads away by itself; one within the page leaves the question behind once it has led there.
      isJumping = link?.hash && link.hash !== location.hash && link.href.split("#")[0] === location.href.split("#")[0];
      if (link) panel.hidden = true;
      else close();
    }
  });
  addEventListener("popstate", () => {
    const asked = inAddress();
    if (isJumping) {
      isJumping = false;
      if (asked) history.replaceState(null, "", addressWith(null));
      show(null);
      return;
    }
    if (asked) {
      open();
    } else {
      panel.hidden = true;
      input.value = "";
    }
    show(asked);
  });

  /* `/` begins a question, arrows walk through what was found, Esc folds it away, and so does going elsewhere by keyboard. */
  const isTyping = (element) => element.matches("input, textarea, select, [contenteditable]");
  const walk = (event) => {
    const { activeElement: here } = document;
    if (!(here.closest(".hero") === hero && hero) && here !== input && !panel.contains(here)) return;
    if (here === input) open();
    const seen = (name) => [...around.querySelectorAll(name)].filter((element) => element.getClientRects().length > 0);
    const found = seen(".danger a, .answer__key a, .other, [data-ask-all]");
    const stops = found.length ? found : seen("[data-ask-example]");
    const next = stops.indexOf(here) + (event.key === "ArrowDown" ? 1 : -1);
    if (!stops.length) return;
    event.preventDefault();
    (stops[next] ?? (next < 0 ? input : stops.at(-1))).focus();
  };
  let isByKey = false;
  addEventListener("pointerdown", () => {
    isByKey = false;
  });
  addEventListener("keydown", (event) => {
    isByKey = true;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/" && !isTyping(document.activeElement)) {
      event.preventDefault();
      input.focus();
      input.select();
      open();
    } else if (event.key === "Escape" && !panel.hidden) {
      close();
      input.blur();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      walk(event);
    }
  });
  const isInside = (element) => form.contains(element) || panel.contains(element);
  addEventListener("focusin", ({ target }) => {
    const isLeft = inAddress() ? !isOurs(target) : target.isConnected && !isInside(target); // answers are walked to past the head
    if (isByKey && isLeft) close();
  });

  /* A question in the address: from a link, a reload, a box without scripts. */
  const given = inAddress();
  if (given) {
    open();
    show(given);
  } else {
    name(null);
  }
})();
