/* Looking up: a script or a fault tree one moment at a time. Choose what happened, go on, go back; keys do the same. */

(() => {
  const { playing, make, button } = window.Shouce;
  const list = playing && document.querySelector("[data-play]");
  if (!list) return;
  const { words, glide, clockOf, readGraph } = playing;
  const { moments } = readGraph(list);
  const start = [...moments.values()].find(({ starts }) => starts);
  let path = [];
  let bar = null;
  let clock = null;

  const titleOf = ({ part, element }) =>
    (part("title") ?? part("say") ?? part("ask") ?? part("do") ?? element).textContent.trim();
  const here = () => path.at(-1).moment;
  /** The ways out of a moment, each with the place where its number stands. */
  const waysOut = (moment) => [...moment.ways, ...(moment.limit ? [moment.limit.way] : [])];

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

  /* The address names the moment: it can be copied, and the other language opens there. */
  const keepAddress = (moment) => {
    try {
      history.replaceState(null, "", `#${moment.id}`);
      for (const link of document.querySelectorAll("[data-keep-hash]")) link.hash = location.hash;
    } catch {
      /* an address that may not be changed stays as it is */
    }
  };

  const trailOf = () =>
    path.slice(0, -1).map(({ moment }, index) => {
      const back = button(titleOf(moment), "", () => returnTo(index));
      return make("li", "", back, make("b", "", path[index + 1].by));
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
    here().element.tabIndex = -1;
    here().element.focus({ preventScroll: true });
    bar.scrollIntoView({ block: "start", behavior: glide });
    keepAddress(here());
  };
  const go = (moment, by) => {
    path.push({ moment, by });
    draw();
  };
  const returnTo = (index) => {
    path = path.slice(0, index + 1);
    draw();
  };
  const goBack = () => {
    if (path.length > 1) returnTo(path.length - 2);
  };

  const open = (first = start) => {
    const back = button(words.play_back, "return", goBack);
    back.dataset.back = "";
    const trail = make("ol", "player__trail");
    trail.setAttribute("aria-label", words.play_trail);
    const time_ = make("div", "player__time");
    time_.dataset.time = "";
    const again = button(words.play_again, "repeat", () => {
      path = [{ moment: start, by: "" }];
      draw();
    });
    const buttons = make("p", "player__buttons", back, again, button(words.play_all, "list", close));
    bar = make("div", "player", time_, trail, buttons, make("p", "player__keys", words.play_keys));
    list.before(bar);
    for (const fold of list.querySelectorAll("details")) fold.open = true;
    list.classList.add("is-played");
    path = [{ moment: first, by: "" }];
    draw();
  };
  const close = () => {
    clock?.stop();
    unnumber();
    bar.remove();
    bar = null;
    list.classList.remove("is-played");
    here().element.scrollIntoView({ block: "center" });
  };

  list.addEventListener("click", (event) => {
    const exit = bar && event.target.closest("[data-exit], .goto a");
    const target = exit && moments.get(exit.hash.slice(1));
    if (!target) return;
    event.preventDefault();
    go(target, exit.dataset.exit ?? "");
  });
  /* A link to one moment (from an answer or the chart) shows that moment. */
  addEventListener("hashchange", () => {
    const target = moments.get(location.hash.slice(1));
    if (bar && target && target !== here()) go(target, "");
  });

  const press = (key) => {
    if (key === "Escape") close();
    else if (key === "Backspace") goBack();
    else if (/^[1-9]$/.test(key)) waysOut(here())[Number(key) - 1]?.link.click();
    else return false;
    return true;
  };
  playing.lookup = {
    isOpen: () => Boolean(bar),
    close: () => bar && close(),
    open: () => open(moments.get(location.hash.slice(1))),
    press,
  };
})();
