/* The tasks of a module on the page of its course: ticked when they are done, and the ways that lead to them. */

(() => {
  const { learning, make, fill } = window.Shouce;
  const { words, pageOf } = learning;

  /** The way to a task, which says to its page that the learner comes from the course. */
  const toward = (course, { act, url, module }) => {
    const [path, anchor = ""] = url.split("#");
    const way = new URLSearchParams({ course, module: module.id });
    if (act === "fill") way.set("exercise", "");
    const place = { fill: "fill", practise: "practise" }[act] ?? anchor;
    return { href: `${pageOf(path)}?${way}${place ? `#${place}` : ""}` };
  };
  const showTask = (place, course, part) => {
    const link = place.querySelector("a");
    link.href = toward(course, part).href;
    let tick = place.querySelector(".tick");
    if (!tick) {
      tick = make("input", "tick");
      tick.type = "checkbox";
      tick.setAttribute("aria-label", fill(words.mark_done, { title: part.title }));
      tick.addEventListener("change", () =>
        tick.checked ? learning.record(part.act, part.address) : learning.undo(part.act, part.address),
      );
      place.prepend(tick);
    }
    tick.checked = part.isDone;
    place.classList.toggle("is-done", part.isDone);
    const { score, of } = learning.done(part.act, part.address) ?? {};
    place.querySelector("[data-score]")?.remove();
    if (score === undefined) return;
    const shown = make("span", "soft", `${score} / ${of}`);
    shown.dataset.score = "";
    place.append(shown);
  };

  Object.assign(learning, { toward, showTask });
})();
