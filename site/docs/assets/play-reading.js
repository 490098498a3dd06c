/* What the page of a script or a fault tree says, read from the page itself: its moments and the ways between them. */

(() => {
  const given = document.querySelector("[data-practice]");
  if (!given) return;
  const { address, words, cries, never } = JSON.parse(given.content.textContent);

  /** The words of an element; blanks that are filled while one talks are left out. */
  const spoken = (element) => {
    if (!element) return "";
    const copy = element.cloneNode(true);
    for (const slot of copy.querySelectorAll(".slot")) slot.replaceWith(" … ");
    for (const line of copy.querySelectorAll("br")) line.replaceWith(" ");
    return copy.textContent.trim();
  };
  /** A copy of what an element shows, to be shown again elsewhere. */
  const shown = (element) => [...(element?.cloneNode(true).childNodes ?? [])];

  const wayOf = (link, kind, from) => ({ kind, from, text: link.dataset.exit ?? "", to: link.hash.slice(1), link });

  /** A moment: its parts, which of them one `acts` by, how long it may last, and the ways out of it in reading order. */
  const momentOf = (element) => {
    const part = (name) => element.querySelector(`[data-part~="${name}"]`);
    const links = (places) => [...element.querySelectorAll(places)];
    const limit = element.querySelector(".goto--limit a");
    const id = element.id;
    return {
      id,
      element,
      part,
      acts: element.dataset.acts,
      starts: "start" in element.dataset,
      entry: element.dataset.entry ?? "",
      isSymptom: "symptom" in element.dataset,
      isCause: Boolean(part("cause")),
      who: element.dataset.who ?? "",
      within: element.dataset.within ?? "",
      forms: links(".chip--form").map((link) => ({ href: link.href, title: link.textContent.trim() })),
      isEnd: Boolean(element.querySelector(".ends")),
      timer: Number(element.dataset.timer ?? 0),
      limit: limit && { times: Number(element.dataset.limit), way: wayOf(limit, "limit", id) },
      ways: [
        ...links(".exits--they [data-exit]").map((link) => wayOf(link, "heard", id)),
        ...links("ul.exits:not(.exits--they) [data-exit]").map((link) => wayOf(link, "decided", id)),
        ...links(".exits--next [data-exit]").map((link) => wayOf(link, "next", id)),
      ],
    };
  };

  /** The whole of it: `kind` is script or tree, `within` the longest time that a rule of the script sets, in seconds. */
  const readGraph = (list) => {
    const moments = new Map(
      [...list.querySelectorAll("[data-node]")].map((element) => [element.id, momentOf(element)]),
    );
    const all = [...moments.values()];
    const others = all.filter(({ starts, entry, isSymptom }) => !starts && (entry || isSymptom));
    return {
      kind: list.dataset.play,
      list,
      within: Number(list.dataset.within ?? 0),
      moments,
      starts: [...all.filter(({ starts }) => starts), ...others],
      never: [...document.querySelectorAll(".never__list li")].map((item) => item.textContent.trim()),
    };
  };

  /** How the page moves to what is new: not at all where that was asked for. */
  const glide = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";

  window.Shouce.playing = { glide, address, words, cries, never, spoken, shown, readGraph };
})();
