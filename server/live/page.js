/* What `handbook serve --watch` puts into every page: it renews itself, and shows what is wrong in what was saved. */

(() => {
  const script = document.currentScript;
  const place = new URL(".", script.src);
  const site = new URL("../../", place);
  const page = decodeURI(location.pathname).slice(decodeURI(site.pathname).length);
  const lang = document.documentElement.lang;
  const KEPT = "shouce.watch";

  /** The folds of the page with a name each that stays when others come and go. */
  const folds = () => {
    const seen = new Map();
    return [...document.querySelectorAll("details:not(.watch *)")].map((fold) => {
      const name = fold.id || fold.querySelector("summary")?.textContent.trim() || "";
      const number = seen.get(name) ?? 0;
      seen.set(name, number + 1);
      return [`${name} ${number}`, fold];
    });
  };

  const box = document.createElement("aside");

  /** Where the reader is: the lowest thing with an address above the middle of the window, and how far off it is. */
  const whereabouts = () => {
    let last = null;
    for (const part of document.querySelectorAll("article [id]")) {
      const top = part.getBoundingClientRect().top;
      if (part.getClientRects().length && top < innerHeight / 2 && top > (last?.top ?? -Infinity)) {
        last = { id: part.id, top };
      }
    }
    return { last, y: scrollY - box.offsetHeight };
  };

  const remember = () => {
    const active = document.activeElement;
    const kept = {
      page,
      ...whereabouts(),
      folds: folds().map(([name, fold]) => [name, fold.open]),
      focus: active?.id ?? "",
      typed: active?.matches?.("input, textarea") ? active.value : null,
    };
    try {
      sessionStorage.setItem(KEPT, JSON.stringify(kept));
    } catch {
      /* a browser that keeps nothing begins at the top */
    }
  };

  const recall = () => {
    try {
      const kept = JSON.parse(sessionStorage.getItem(KEPT));
      sessionStorage.removeItem(KEPT);
      return kept?.page === page ? kept : null;
    } catch {
      return null;
    }
  };

  const go = ({ last, y }) => {
    const part = last && document.getElementById(last.id);
    const top = part?.getClientRects().length ? scrollY + part.getBoundingClientRect().top - last.top : y;
    scrollTo({ top, behavior: "instant" });
  };

  const restore = (kept) => {
    const open = new Map(kept.folds);
    for (const [name, fold] of folds()) {
      if (open.has(name)) fold.open = open.get(name);
    }
    const active = kept.focus ? document.getElementById(kept.focus) : null;
    active?.focus({ preventScroll: true });
    if (active && kept.typed !== null && "value" in active) active.value = kept.typed;
    go(kept);
    addEventListener("load", () => {
      go(kept);
      history.scrollRestoration = "auto";
    });
  };

  const made = (tag, name, ...inner) => {
    const part = document.createElement(tag);
    part.className = name;
    part.append(...inner);
    return part;
  };

  const line = (finding) => {
    const word = made("b", `watch__word watch__word--${finding.severity}`, finding.word[lang]);
    const title = made("span", "watch__title", finding.title[lang]);
    const parts = [made("p", "watch__what", word, " ", title), made("code", "watch__place", finding.place)];
    if (finding.hint[lang]) parts.push(made("p", "watch__hint", finding.hint[lang]));
    return made("li", "watch__finding", ...parts);
  };

  box.className = "watch";
  box.setAttribute("role", "status");

  /** Show what was found; where that is nothing, nothing is shown. */
  const show = ({ state, findings, more }) => {
    box.replaceChildren();
    box.hidden = findings.length === 0;
    if (box.hidden) return;
    box.classList.toggle("watch--error", findings[0].severity === "error");
    box.append(made("p", "watch__state", state[lang]), made("ul", "watch__list", ...findings.map(line)));
    if (more) box.append(made("p", "watch__more", more[lang]));
  };

  let stream = null;
  const listen = () => {
    stream?.close();
    const asked = new URLSearchParams({ page, digest: script.dataset.page });
    stream = new EventSource(new URL(`events?${asked}`, place));
    stream.addEventListener("found", (event) => show(JSON.parse(event.data)));
    stream.addEventListener("page", () => {
      stream.close();
      remember();
      history.scrollRestoration = "manual";
      location.reload();
    });
  };
  /* A browser has six connections to a server: a page that nobody sees leaves them to the others. */
  const look = () => {
    if (document.visibilityState === "visible") listen();
    else stream?.close();
  };

  box.hidden = true;
  document.body.prepend(box);
  const kept = recall();
  if (kept) restore(kept);
  document.addEventListener("visibilitychange", look);
  addEventListener("pagehide", () => stream?.close());
  addEventListener("pageshow", (event) => {
    if (event.persisted) look();
  });
  look();
})();
