/* Runs before the page is drawn: which scheme, and that there are scripts. */
(() => {
  const root = document.documentElement;
  const remembered = (() => {
    try {
      return localStorage.getItem("shouce.scheme");
    } catch {
      return null;
    }
  })();
  const dark = remembered ? remembered === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.scheme = dark ? "dark" : "light";
  root.classList.add("has-js");
})();
