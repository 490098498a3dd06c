/* The strip for an emergency: the sign in the head folds it, brings it back, and calls it to where one is reading. */

(() => {
  const root = document.documentElement;
  const strip = document.getElementById("sos");
  const sign = document.querySelector(".top__sos");
  if (!strip || !sign) return;
  const KEPT = "shouce.sos";
  const FOLDED = "folded";
  const PINNED = "pinned";

  const isFolded = () => root.dataset.sos === FOLDED;
  const isPassed = () => strip.getBoundingClientRect().bottom <= document.querySelector(".top").offsetHeight;
  const set = (state) => {
    if (state) root.dataset.sos = state;
    else delete root.dataset.sos;
    sign.setAttribute("aria-expanded", String(state !== FOLDED));
    try {
      if (state === FOLDED) localStorage.setItem(KEPT, FOLDED);
      else localStorage.removeItem(KEPT);
    } catch {
      /* only this page, then */
    }
  };

  window.Shouce.does.sos = (pressed) => {
    if (root.dataset.sos === PINNED || !(isFolded() || isPassed())) {
      set(FOLDED);
      if (pressed !== sign) sign.focus();
    } else {
      set(scrollY > strip.offsetHeight ? PINNED : "");
      strip.querySelector("a").focus({ preventScroll: true });
    }
  };
  sign.setAttribute("aria-expanded", String(!isFolded()));
})();
