/* The frame of every page: words for the other scripts, menu, scheme, language, contents, print, flowcharts. */

window.Shouce = (() => {
  const settings = JSON.parse(document.getElementById("shouce").textContent);
  const root = document.documentElement.dataset.root ?? settings.root; // a page that is shown at any depth says it itself
  const fill = (template, values) => template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  const say = (name, values = {}) => fill(settings.words[name], values);

  /** An element with classes and text; `children` are nodes or strings, never markup. */
  const make = (tag, classes = "", ...children) => {
    const element = document.createElement(tag);
    if (classes) element.className = classes;
    element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
    return element;
  };
  const icon = (name) => {
    const element = make("span", `i i-${name}`);
    element.setAttribute("aria-hidden", "true");
    return element;
  };
  const button = (title, name, act) => {
    const element = make("button", "mini", name ? icon(name) : "", make("span", "", title));
    element.type = "button";
    element.addEventListener("click", act);
    return element;
  };
  /** Load one of our own scripts or styles once, by name or path; data files are scripts too, so that they load from a
      stick. */
  const loaded = new Map();
  const load = (path) => {
    if (!loaded.has(path)) {
      loaded.set(
        path,
        new Promise((resolve, reject) => {
          const isStyle = path.endsWith(".css");
          const element = document.createElement(isStyle ? "link" : "script");
          if (isStyle) element.rel = "stylesheet";
          else element.async = false; // in the order in which they were asked for
          element[isStyle ? "href" : "src"] = `${root}/${settings.scripts[path] ?? path}`;
          element.onload = resolve;
          element.onerror = () => {
            loaded.delete(path); // the next one who asks for it tries again
            reject(new Error(path));
          };
          document.head.append(element);
        }),
      );
    }
    return loaded.get(path);
  };
  return {
    lang: settings.lang,
    languages: settings.languages,
    root,
    longest: settings.longest,
    fill,
    say,
    make,
    icon,
    button,
    load,
    does: {},
    data: {},
  };
})();

(() => {
  const { does, say, button, load } = window.Shouce;
  const root = document.documentElement;

  /* Only the page of a form needs what fills it. */
  if (document.querySelector("[data-fill]")) load("filling.js");
  /* Only that of the handbook's owner shows what was asked and not found. */
  if (document.querySelector("[data-owner]")) load("owner.js");
  /* Only the page of what is lost guesses what was meant. */
  if (document.querySelector("[data-lost]")) load("lost.js");
  /* Only the page of a course, or one that was opened from it, needs what a learner has done. */
  if (document.querySelector("[data-course]") || new URLSearchParams(location.search).has("course"))
    load("learning.js");
  /* And only that of a script, a fault tree or a card what plays it. */
  if (document.querySelector("[data-practice]")) {
    const practice = load("practice.js");
    // whoever presses before it is there gets it then
    for (const name of ["play", "practise"]) does[name] = () => practice.then(() => does[name]());
  }

  /* What is folded is opened for paper; a chart is printed by whoever has it open, after the text. */
  const folds = () => document.querySelectorAll(".sheet details:not([open], .chart)");
  let opened = [];
  const chart = document.querySelector(".chart");
  const beforeChart = chart?.previousElementSibling;
  addEventListener("beforeprint", () => {
    opened = [...folds()];
    for (const fold of opened) fold.open = true;
    if (chart) document.querySelector(".print-lines").before(chart);
    const now = new Date();
    now.setMinutes(now.getMinutes() - now.getTimezoneOffset()); // the day where the reader is
    for (const day of document.querySelectorAll("[data-printed]")) day.textContent = now.toISOString().slice(0, 10);
  });
  addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
    if (chart) beforeChart.after(chart);
  });
  const dock = document.querySelector(".dock__contents");
  dock?.addEventListener("click", (event) => {
    if (event.target.closest("a")) dock.open = false;
  });

  does.print = () => window.print();
  does.scheme = () => {
    const dark = root.dataset.scheme !== "dark";
    root.dataset.scheme = dark ? "dark" : "light";
    try {
      localStorage.setItem("shouce.scheme", dark ? "dark" : "light");
    } catch {
      /* only this page, then */
    }
  };
  document.addEventListener("click", (event) => {
    const pressed = event.target.closest("[data-does]");
    if (pressed) does[pressed.dataset.does]?.(pressed);
  });

  /* The menu of a phone: a button opens it over the page, Escape, the page behind it and the button close it. */
  const menuButton = document.querySelector("button.top__menu");
  const setMenu = (isOpen) => {
    root.classList.toggle("has-menu", isOpen);
    menuButton.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) document.querySelector(".nav .is-here")?.scrollIntoView({ block: "center" });
  };
  does.menu = () => setMenu(!root.classList.contains("has-menu"));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") setMenu(false);
  });

  /* The other language opens at the same place. */
  const keepHash = () => {
    for (const link of document.querySelectorAll("[data-keep-hash]")) {
      link.hash = location.hash;
    }
  };
  window.Shouce.keepHash = keepHash; // for whoever changes the address without going anywhere
  addEventListener("hashchange", keepHash);
  keepHash();

  /* The table of contents follows the reading. */
  const entries = [...document.querySelectorAll("[data-toc] a")];
  const heads = entries.map((link) => document.getElementById(link.hash.slice(1)));
  const follow = () => {
    const passed = heads.filter((head) => head && head.getBoundingClientRect().top < 140).length;
    const here = Math.max(0, passed - 1);
    for (const [index, link] of entries.entries()) link.classList.toggle("is-here", index === here);
    const pane = entries[here].closest(".side__inner");
    const place = entries[here].offsetTop - pane.scrollTop;
    if (pane.contains(document.activeElement)) return; // who goes through it by keyboard keeps what is focused in sight
    if (scrollY && (place < 20 || place > pane.clientHeight - 60)) pane.scrollTop += place - pane.clientHeight / 2;
  };
  if (entries.length) {
    addEventListener("scroll", follow, { passive: true });
    follow();
  }

  /* A broad flowchart can be seen at its own size. */
  for (const figure of document.querySelectorAll("[data-flow]")) {
    const sheet = figure.querySelector(".flow__sheet");
    const natural = Number(sheet.querySelector("svg")?.getAttribute("width"));
    const offer = () => {
      if (natural <= sheet.clientWidth + 8) return;
      const zoom = button(say("flow_zoom"), "zoom", () => {
        figure.classList.toggle("is-natural");
        zoom.setAttribute("aria-pressed", String(figure.classList.contains("is-natural")));
      });
      figure.querySelector("figcaption").append(zoom);
    };
    figure.closest("details").addEventListener("toggle", offer, { once: true });
  }
})();
