/* The handbook that somebody works from: chosen once, remembered by the browser; pages begin with it. */

(() => {
  const { does, root, lang, languages } = window.Shouce;
  const page = document.documentElement;
  const KEPT = "shouce.handbook";
  const mine = () => page.dataset.handbook ?? "";

  const show = () => {
    for (const part of document.querySelectorAll("[data-of]")) part.hidden = part.dataset.of !== mine();
    for (const button of document.querySelectorAll("[data-mine]")) {
      button.setAttribute("aria-pressed", String(button.dataset.mine === mine()));
    }
    for (const link of document.querySelectorAll("[data-my-handbook]")) {
      link.hidden = !mine();
      link.href = `${root}/${languages[lang].prefix}${mine()}/index.html`;
    }
  };
  const remember = (handbook) => {
    try {
      if (handbook) localStorage.setItem(KEPT, handbook);
      else localStorage.removeItem(KEPT);
    } catch {
      /* only this page, then */
    }
    if (handbook) page.dataset.handbook = handbook;
    else delete page.dataset.handbook;
    show();
  };

  /** While somebody has said which role is theirs, the handbook is that of the role; after that the one from before. */
  window.Shouce.worksFrom = (handbook) => {
    let kept = handbook;
    try {
      kept ??= localStorage.getItem(KEPT);
    } catch {
      /* nothing is kept */
    }
    if (kept) page.dataset.handbook = kept;
    else delete page.dataset.handbook;
    show();
  };

  /* Choose a handbook, take the choice back, or choose anew: the first page then shows what is chosen, from its top. */
  does.mine = (pressed) => {
    const chosen = pressed.dataset.mine ?? "";
    remember(chosen === mine() ? "" : chosen);
    const desk = [...document.querySelectorAll("[data-of] h2 a")].find((link) =>
      link.closest("[data-of]:not([hidden])"),
    );
    if (desk && mine()) {
      scrollTo({ top: 0 });
      desk.focus({ preventScroll: true });
    }
  };

  /* The first page knows every handbook: one that is gone is forgotten. */
  const desks = [...document.querySelectorAll("section[data-of]")].map((desk) => desk.dataset.of);
  if (desks.length && mine() && !desks.includes(mine())) remember("");
  show();

  /* The lists begin with the own handbook open, unless one comes for something else. */
  if (mine() && !location.hash) window.Shouce.unfold(document.querySelector(`[data-book="${CSS.escape(mine())}"]`));
})();
