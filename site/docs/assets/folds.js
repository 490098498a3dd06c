/* Long pages: branches and sections are folded, and open for whoever comes to something in them. */

(() => {
  const SCREENS = 6;

  /** Open every fold that *part* stands in; whether there was one that was not open. */
  const unfold = (part) => {
    let isOpened = false;
    for (let fold = part?.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      isOpened ||= !fold.open;
      fold.open = true;
    }
    return isOpened;
  };
  /** What an address names: a fold that has it opens too. */
  const named = (hash) => {
    const part = document.getElementById(decodeURIComponent(hash.slice(1)));
    return part?.querySelector(":scope > [data-branch] > summary") ?? part;
  };
  const arrive = () => {
    const part = named(location.hash);
    unfold(part);
    part?.scrollIntoView();
  };

  /* A branch is folded wherever there are many; what comes after the steps only where the page is long and narrow. */
  const page = document.documentElement;
  const isLong = page.scrollHeight > SCREENS * innerHeight;
  const isNarrow = matchMedia("(max-width: 1179px)").matches;
  const folds = document.querySelectorAll(isLong && isNarrow ? "[data-branch], [data-fold]" : "[data-branch]");
  for (const fold of folds) fold.open = false;

  window.Shouce.unfold = unfold;
  addEventListener("hashchange", arrive);
  if (location.hash) arrive();
  /* The address may be there already: then nothing else tells that one wants to go there. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    if (link?.hash && link.hash === location.hash) arrive();
  });
})();
