/* A clock that runs down in sight: it turns colour when three quarters of its time are gone, and says so. */

(() => {
  if (!window.Shouce.playing) return;
  const { make, fill } = window.Shouce;
  const { words } = window.Shouce.playing;
  const LATE = 0.75;
  const TICK = 250;

  const digits = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds) % 60).padStart(2, "0")}`;

  /** What shows a clock of so many seconds; `show` is told how many have passed. */
  const faceOf = (seconds) => {
    const bar = make("progress", "clock__bar");
    const time = make("span", "clock__time");
    const told = make("span", "sr");
    const element = make("div", "clock", bar, time, told);
    told.setAttribute("role", "status");
    bar.max = seconds;
    bar.setAttribute("aria-label", fill(words.clock_name, { seconds }));
    const turn = (name, isSo, tell) => {
      if (isSo && !element.classList.contains(name)) told.textContent = tell;
      element.classList.toggle(name, isSo);
    };
    const show = (passed) => {
      bar.value = passed;
      time.textContent = `${digits(passed)} / ${digits(seconds)}`;
      turn("is-late", passed >= seconds * LATE, fill(words.clock_late, { n: Math.round(seconds - passed) }));
      turn("is-out", passed >= seconds, words.clock_out);
    };
    return { element, show };
  };

  /** A clock of so many seconds, running at once. It has to be stopped. */
  const clockOf = (seconds) => {
    const { element, show } = faceOf(seconds);
    let before = 0;
    let since = null;
    let timer = 0;

    const gone = () => before + (since === null ? 0 : (Date.now() - since) / 1000);
    const isOut = () => gone() >= seconds;
    const stop = () => {
      before = gone();
      since = null;
      clearInterval(timer);
    };
    const draw = () => {
      show(Math.min(gone(), seconds));
      if (isOut()) stop();
    };
    const resume = () => {
      if (isOut()) return;
      since = Date.now();
      timer = setInterval(draw, TICK);
    };
    resume();
    draw();
    return { element, gone, isOut, pause: stop, stop, resume };
  };

  Object.assign(window.Shouce.playing, { clockOf, digits });
})();
