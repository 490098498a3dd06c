/* «Is this sheet still current?»: the QR code of a printed form leads here with its code, edition and fingerprint. */

(() => {
  const place = document.querySelector("[data-sheet]");
  if (!place || !location.search) return;
  const { printed, edition, withdrawn, words } = JSON.parse(place.dataset.sheet);
  const { fill, make, icon } = window.Shouce;
  const query = new URLSearchParams(location.search);
  const theirs = { edition: (query.get("e") ?? "").slice(0, 20), fingerprint: (query.get("f") ?? "").slice(0, 64) };
  if (!/^[0-9a-z]+$/.test(theirs.fingerprint)) return;

  const isCurrent = theirs.fingerprint === printed && !withdrawn;
  const verdict = withdrawn ? [] : [make("b", "", fill(isCurrent ? words.yes : words.no, theirs))];
  const now = isCurrent ? "" : ` ${fill(words.now, { edition, fingerprint: printed })}`;
  place.classList.add(isCurrent ? "banner--current" : "banner--outdated");
  place.append(icon(isCurrent ? "check" : "alert"), make("p", "", ...verdict, withdrawn ? words.withdrawn : now));
  place.hidden = false;
})();
