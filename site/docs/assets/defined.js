/* What a term means, beside it: under a pointer, with the focus, at a touch; Escape takes it away. */

(() => {
  const { make } = window.Shouce;
  const sheet = document.querySelector(".sheet");
  if (!sheet?.querySelector(".def")) return;
  const isTouched = matchMedia("(hover: none)").matches;
  let tip = null;
  let word = null;
  let tapped = null;

  const close = () => {
    tip?.remove();
    word?.removeAttribute("aria-describedby");
    tip = null;
    word = null;
  };
  /** Under the beginning of the word, within the page. */
  const place = () => {
    const page = sheet.getBoundingClientRect();
    const at = word.getClientRects()[0];
    const left = Math.min(at.left, page.right - tip.offsetWidth - 12);
    tip.style.left = `${Math.max(8, left - page.left)}px`;
    tip.style.top = `${at.bottom - page.top}px`;
  };
  const open = (link) => {
    if (link === word) return;
    close();
    word = link;
    tip = make("span", "tip", link.dataset.def);
    tip.id = "tip";
    tip.setAttribute("role", "tooltip");
    link.setAttribute("aria-describedby", tip.id);
    sheet.append(tip);
    place();
  };
  const wordAt = (target) => target?.closest?.(".def");

  sheet.addEventListener("pointerover", (event) => {
    if (wordAt(event.target) && !isTouched) open(wordAt(event.target));
  });
  sheet.addEventListener("pointerout", (event) => {
    const next = event.relatedTarget;
    if (word && next !== tip && wordAt(next) !== word && document.activeElement !== word) close();
  });
  sheet.addEventListener("focusin", (event) => wordAt(event.target) && open(wordAt(event.target)));
  sheet.addEventListener("focusout", close);
  document.addEventListener("keydown", (event) => event.key === "Escape" && close());
  /* The first touch shows the meaning, the second goes to the glossary, one elsewhere takes it away. */
  document.addEventListener("click", (event) => {
    const link = wordAt(event.target);
    if (link && isTouched && event.detail && tapped !== link) event.preventDefault();
    if (link && isTouched) open(link);
    else if (word && event.target !== tip) close();
    tapped = link;
  });
})();
