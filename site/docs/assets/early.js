/* Runs before the page is drawn: which scheme, whether this is a server or a file, and what the theme keeps in memory. */
(() => {
  const root = document.documentElement;
  const base = document.currentScript.dataset.base;
  const remembered = (() => {
    try { return localStorage.getItem("shouce.scheme"); } catch { return null; }
  })();
  const dark = remembered ? remembered === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.mdColorScheme = dark ? "slate" : "default";
  root.classList.add("has-js", location.protocol.startsWith("http") ? "is-http" : "is-file");

  window.__md_scope = new URL(base, location);
  window.__md_hash = (text) => [...text].reduce((hash, letter) => (hash << 5) - hash + letter.charCodeAt(0), 0);
  window.__md_get = (key, store = localStorage, scope = window.__md_scope) =>
    JSON.parse(store.getItem(`${scope.pathname}.${key}`));
  window.__md_set = (key, value, store = localStorage, scope = window.__md_scope) => {
    try { store.setItem(`${scope.pathname}.${key}`, JSON.stringify(value)); } catch { /* storage is full or forbidden */ }
  };
})();
