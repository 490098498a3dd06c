/* Once its words are there: the page of a course, or a page that was opened from one. */

(() => {
  const { learning, load, data, lang } = window.Shouce;
  learning.started = load(`assets/learning.${lang}.js`).then(() => {
    Object.assign(learning.words, data.learning);
    return Promise.all([learning.course?.(), learning.reading()]);
  });
})();
