/* The page of a course, or a page that was opened from one, once its words and styles are there; others only record. */

(() => {
  const { learning, load, data, lang } = window.Shouce;
  const show = learning.course ?? learning.reading;
  if (!show) return;
  const style = load("learning.css").catch(() => {}); // plain, then
  learning.shown = Promise.all([load(`assets/learning.${lang}.js`), style]).then(() => {
    Object.assign(learning.words, data.learning);
    return show();
  });
  learning.shown.catch(() => document.querySelector("[data-learner]:empty")?.remove()); // and the room that was left for it
})();
