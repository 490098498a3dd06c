/* Whether a day of review is soon, by the reader's clock; how many are, where a page has their days. */

(() => {
  const SOON = 30; // days
  /** Whether a day is at most so many from today; a day that is past is. */
  const isSoon = (day) => {
    const last = new Date();
    last.setDate(last.getDate() + SOON);
    return Boolean(day) && new Date(`${day}T00:00`) <= last;
  };
  Object.assign(window.Shouce, { SOON, isSoon });

  /* `2027-11-15:48 2027-11-20:2`: so many on each day. */
  for (const link of document.querySelectorAll("[data-dues]")) {
    const days = link.dataset.dues.split(" ").map((each) => each.split(":"));
    const due = days.filter(([day]) => isSoon(day)).reduce((sum, [, n]) => sum + Number(n), 0);
    const cell = link.parentElement;
    if (due) link.textContent = due;
    else link.replaceWith("0");
    cell.classList.toggle("is-due", due > 0);
    cell.toggleAttribute("data-none", !due);
  }
})();
