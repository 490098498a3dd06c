/* The question box: from a server it asks the server, from a stick it asks the index beside the pages. */

(() => {
  const { lang, root, answers, say, load } = window.Shouce;
  const CODE = /^[\w.-]*\d[\w.-]*$/;
  const panel = document.querySelector("[data-ask-panel]");

  /** The server's answer, or null when there is no such server. */
  const askServer = async (question) => {
    if (!location.protocol.startsWith("http") || sessionStorage.getItem("shouce.static")) return null;
    const query = new URLSearchParams({ q: question });
    if (CODE.test(question)) query.set("lang", lang);
    const response = await fetch(`${root}/api/ask?${query}`, { headers: { Accept: "application/json" } }).catch(
      () => null,
    );
    const isAnswer = response?.headers.get("content-type")?.includes("application/json");
    if (response?.ok && isAnswer) {
      return {
        answer: await response.json(),
        from: "server",
        search: response.headers.get("X-Shouce-Search") ?? "lexical",
      };
    }
    // A static server answers 404 for ever; a busy one will answer again.
    if (response && response.status !== 503) sessionStorage.setItem("shouce.static", "1");
    return null;
  };

  const askFile = async (question) => {
    await Promise.all([load("offline.js"), load("assets/index.js")]);
    return {
      answer: window.Shouce.offline.ask(question, CODE.test(question) ? lang : null),
      from: "offline",
      search: "lexical",
    };
  };

  let asked = 0;
  const ask = async (question, place) => {
    const turn = ++asked;
    answers.wait(place);
    try {
      const [found] = await Promise.all([
        askServer(question).then((answer) => answer ?? askFile(question)),
        load("assets/catalogue.js").catch(() => null),
      ]);
      if (turn === asked) answers.draw(place, found.answer, found);
    } catch {
      if (turn === asked) answers.fail(place);
    }
  };

  /** Where answers to a box are drawn: on its own page, or in the panel under the head. */
  const placeOf = (form) => {
    const hero = form.closest(".hero");
    return (hero ?? panel).querySelector("[data-ask-answers]");
  };
  const emptyOf = (form) => (form.closest(".hero") ?? panel).querySelector("[data-ask-empty]");
  const remember = (question) => {
    const full = panel.querySelector("[data-ask-full]");
    full.search = new URLSearchParams({ q: question });
    if (!document.querySelector("[data-ask-page]")) return;
    try {
      history.replaceState(null, "", `?${new URLSearchParams({ q: question })}`);
    } catch {
      /* files have no history */
    }
    document.title = `${question} · ${say("ask_title")}`;
  };
  const submit = (form, question) => {
    const asking = question.replace(/^[\s/]+/, "").trim();
    if (!asking) return;
    if (!form.closest(".hero")) openPanel();
    const empty = emptyOf(form);
    if (empty) empty.hidden = true;
    remember(asking);
    ask(asking, placeOf(form));
  };

  const openPanel = () => {
    panel.hidden = false;
  };
  const closePanel = () => {
    panel.hidden = true;
  };

  for (const form of document.querySelectorAll("[data-ask-form]")) {
    const input = form.querySelector("[data-ask-input]");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      submit(form, input.value);
    });
    if ("askTop" in input.dataset && !document.querySelector(".hero")) {
      input.addEventListener("focus", openPanel);
    }
  }
  document.addEventListener("click", (event) => {
    const example = event.target.closest("[data-ask-example]");
    if (example) {
      const inHero = example.closest(".hero");
      const form = inHero ? inHero.querySelector("[data-ask-form]") : document.querySelector(".top [data-ask-form]");
      event.preventDefault();
      form.querySelector("[data-ask-input]").value = example.textContent;
      submit(form, example.textContent);
      return;
    }
    if (event.target.closest("[data-ask-close]")) closePanel();
    if (!event.target.closest("[data-ask-panel], .top__ask")) closePanel();
  });

  /* `/` begins a question, arrows walk through the answers, Esc folds them away. */
  const hero = document.querySelector(".hero [data-ask-input]");
  const top = document.querySelector("[data-ask-top]");
  const typing = (element) => element.matches("input, textarea, select, [contenteditable]");
  addEventListener(
    "keydown",
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const box = hero ?? top;
      if (event.key === "/" && !typing(document.activeElement)) {
        event.preventDefault();
        event.stopImmediatePropagation();
        box.focus();
        box.select();
        return;
      }
      if (["f", "s"].includes(event.key) && !typing(document.activeElement)) event.stopImmediatePropagation();
      if (event.key === "Escape" && !panel.hidden) {
        closePanel();
        top.blur();
      }
      if (event.key === "ArrowDown" || event.key === "ArrowUp") walk(event);
    },
    true,
  );

  const walk = (event) => {
    const place = hero && document.activeElement.closest(".hero") ? hero.closest(".hero") : panel;
    if (place === panel && (panel.hidden || !document.activeElement.closest("[data-ask-panel], .top__ask"))) return;
    const shown = (element) => element.getClientRects().length > 0;
    const stops = [...place.querySelectorAll(".answer__key a, .other, [data-ask-example]")].filter(shown);
    const here = stops.indexOf(document.activeElement);
    const next = here + (event.key === "ArrowDown" ? 1 : -1);
    if (!stops.length) return;
    event.preventDefault();
    (stops[next] ?? (next < 0 ? (hero ?? top) : stops.at(-1))).focus();
  };

  /* A question in the address: from a box without scripts, a link or a bookmark. */
  const given = new URLSearchParams(location.search).get("q");
  const page = document.querySelector("[data-ask-page]");
  if (page && given) {
    page.value = given;
    submit(page.form, given);
  }
})();
