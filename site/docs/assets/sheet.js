/* «Is this sheet still current?»: the QR code of a printed form leads here with its code, edition and fingerprint. */
"use strict";

(() => {
  const place = document.querySelector("[data-sheet]");
  const { printed, edition, words } = JSON.parse(place.dataset.sheet);
  const { fill, make, icon } = window.Shouce;
  const query = new URLSearchParams(location.search);
  const theirs = { edition: (query.get("e") ?? "").slice(0, 20), fingerprint: (query.get("f") ?? "").slice(0, 64) };
  if (!/^[0-9a-z]+$/.test(theirs.fingerprint)) return;

  const isCurrent = theirs.fingerprint === printed && !words.withdrawn;
  const verdict = words.withdrawn ? [] : [make("b", "", fill(isCurrent ? words.yes : words.no, theirs))];
  const rest = words.withdrawn ?? (isCurrent ? "" : ` ${fill(words.now, { edition, fingerprint: printed })}`);
  place.classList.add(isCurrent ? "banner--current" : "banner--outdated");
  place.append(icon(isCurrent ? "check" : "alert"), make("p", "", ...verdict, rest));
  place.hidden = false;
})();
