/* Looking up: a script or a fault tree one moment at a time. Choose what happened, go on, go back; keys do the same. */

(() => {
  const { playing, make, button, telling, unfold, keepHash } = window.Shouce;
  const list = playing && document.querySelector("[data-play]");
  if (!list) return;
  const { words, glide, clockOf, readGraph, stageOf, recordFold, hashOf, pathOf, waysOut } = playing;
  const { moments } = readGraph(list);
  const start = [...moments.values()].find(({ starts }) => starts);
  const kind = list.dataset.play;
  let path = []; // each moment that one came to, and the way that led there
  let isCut = false; // whether the address named a way that is no longer there
  let stage = null;
  let folded = []; // the branches that were folded before
  let place = 0; // and how far the page was scrolled before
  let bar = null;
  let clock = null;

  const titleOf = ({ part, element }) =>
    (part("title") ?? part("say") ?? part("ask") ?? part("do") ?? element).textContent.trim();
  const here = () => path.at(-1).moment;

  const number = (moment) => {
    for (const [at, { link }] of waysOut(moment).entries()) {
      if (at > 8) break;
      const key = make("kbd", "key", String(at + 1));
      key.setAttribute("aria-hidden", "true");
      link.closest("li, p").prepend(key);
      link.setAttribute("aria-keyshortcuts", String(at + 1));
    }
  };
  const unnumber = () => {
    for (const key of list.querySelectorAll("kbd.key")) key.remove();
    for (const link of list.querySelectorAll("[aria-keyshortcuts]")) link.removeAttribute("aria-keyshortcuts");
  };

  /* The address names the moment and the way there: it can be handed on, the other language opens there, and Back goes
     a moment back. So many entries of the history as its state says are of this round. */
  const depth = () => history.state?.played ?? 0;
  const keepAddress = (isNew) => {
    try {
      const state = { played: depth() + (isNew ? 1 : 0) };
      history[isNew ? "pushState" : "replaceState"](state, "", hashOf(path));
    } catch {
      /* an address that may not be changed stays as it is */
    }
    keepHash();
  };
  const trailOf = () =>
    path.slice(0, -1).map(({ moment }, index) => {
      const back = button(titleOf(moment), "", () => returnTo(index));
      return make("li", "", back, make("b", "", path[index + 1].way?.text ?? ""));
    });
  const time = () => {
    clock?.stop();
    clock = here().timer ? clockOf(here().timer) : null;
    bar.querySelector("[data-time]").replaceChildren(...(clock ? [clock.element] : []));
  };
  const draw = () => {
    for (const moment of moments.values()) moment.element.classList.toggle("is-playing", moment === here());
    unnumber();
    number(here());
    time();
    bar.querySelector("ol").replaceChildren(...trailOf());
    bar.querySelector("[data-back]").disabled = path.length === 1;
    bar.querySelector("[data-cut]").hidden = !isCut;
    stage.element.querySelector(".player__record")?.remove();
    list.after(recordFold(kind, path));
    here().element.tabIndex = -1;
    here().element.focus({ preventScroll: true });
    if (stage.isFull()) stage.element.scrollTo(0, 0);
    else bar.scrollIntoView({ block: "start", behavior: glide });
  };
  /** Show another path, as a new entry of the history or in the place of the last. */
  const show = (next, isNew = true) => {
    path = next;
    isCut = false;
    keepAddress(isNew);
    draw();
  };
  const returnTo = (index) => {
    const back = path.length - 1 - index;
    if (depth() >= back) history.go(-back);
    else show(path.slice(0, index + 1), false);
  };
  const goBack = () => {
    if (path.length > 1) returnTo(path.length - 2);
  };

  const barOf = (isFull) => {
    const back = button(words.play_back, "return", goBack);
    back.dataset.back = "";
    const trail = make("ol", "player__trail");
    trail.setAttribute("aria-label", words.play_trail);
    const time_ = make("div", "player__time");
    time_.dataset.time = "";
    const cut = make("p", "player__cut", words.play_cut);
    cut.dataset.cut = "";
    const buttons = make(
      "p",
      "player__buttons",
      back,
      button(words.play_again, "repeat", () => show([{ moment: start, way: null }])),
      telling.copyButton(() => location.href, words.play_link, words.copied),
      isFull ? button(words.play_leave, "cross", leave) : button(words.play_all, "list", leave),
    );
    return make("div", "player", buttons, time_, trail, cut, make("p", "player__keys", words.play_keys));
  };
  const open = () => {
    place = scrollY;
    stage = stageOf(document.querySelector("h1").textContent.trim(), leave);
    stage.open(list, list);
    bar = barOf(stage.isFull());
    list.before(bar);
    list.classList.add("is-played");
    folded = [...list.querySelectorAll("details:not([open])")];
    for (const fold of folded) fold.open = true;
  };
  const close = () => {
    clock?.stop();
    unnumber();
    stage.element.before(list);
    stage.close();
    stage = null;
    bar = null;
    list.classList.remove("is-played");
    for (const fold of folded) fold.open = false;
    scrollTo({ top: place, behavior: "instant" });
  };
  /** Leave for the place where one began; whoever came by the address of a moment finds it among the others. */
  const leave = () => {
    const back = depth();
    close();
    if (back) {
      history.go(-back);
      return;
    }
    history.replaceState(null, "", `#${here().id}`);
    keepHash();
    unfold(here().element);
    here().element.scrollIntoView({ block: "center" });
  };
  /** Begin at *first*; the address of a path begins at its end. */
  const begin = (first = start) => {
    path = [{ moment: first, way: null }];
    keepAddress(true); // before the page gets shorter: Back knows how far it was scrolled
    open();
    draw();
  };

  list.addEventListener("click", (event) => {
    const link = bar && event.target.closest("[data-exit], .goto a");
    const target = link && moments.get(link.hash.slice(1));
    if (!target) return;
    event.preventDefault();
    show([...path, { moment: target, way: waysOut(here()).find((way) => way.link === link) ?? null }]);
  });
  /** Follow the address: along the path that it names, to a moment that a link leads to, or away from playing. */
  const follow = () => {
    const named = pathOf(location.hash, moments);
    const target = moments.get(location.hash.slice(1));
    if (named?.path.length) {
      if (!bar) open();
      path = named.path;
      isCut = named.isCut;
      draw();
    } else if (bar && target) {
      show(target === here() ? path : [...path, { moment: target, way: null }], false);
    } else if (bar) close();
  };
  addEventListener("hashchange", follow);

  const press = (key) => {
    if (key === "Escape") leave();
    else if (key === "Backspace") goBack();
    else if (/^[1-9]$/.test(key)) waysOut(here())[Number(key) - 1]?.link.click();
    else return false;
    return true;
  };
  playing.lookup = {
    isOpen: () => Boolean(bar),
    close: () => bar && leave(),
    open: () => begin(moments.get(location.hash.slice(1))),
    follow,
    press,
  };
})();
