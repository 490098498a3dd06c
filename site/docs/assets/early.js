/* Runs before the page is drawn: which scheme, whose handbook, whose role, and that there are scripts. */
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
  let role = "";
  try {
    const kept = JSON.parse(remembered("shouce.role"));
    if (kept?.until > Date.now()) role = kept.role;
  } catch {
    /* what is kept is none of ours */
  }
  if (role) root.dataset.role = role;
  const handbook = role ? role.split("/")[0] : remembered("shouce.handbook");
  if (handbook) root.dataset.handbook = handbook;
  if (remembered("shouce.sos") === "folded") root.dataset.sos = "folded";
  root.classList.add("has-js");
})();
