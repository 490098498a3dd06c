/* Runs before the page is drawn: which scheme, whose handbook, and that there are scripts. */
(() => {
  const root = document.documentElement;
  const remembered = (name) => {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  };
  const scheme = remembered("shouce.scheme");
  const dark = scheme ? scheme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.scheme = dark ? "dark" : "light";
  const handbook = remembered("shouce.handbook");
  if (handbook) root.dataset.handbook = handbook;
  if (remembered("shouce.sos") === "folded") root.dataset.sos = "folded";
  root.classList.add("has-js");
})();
