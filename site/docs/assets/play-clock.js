/* A clock that runs down in sight: it turns colour when three quarters of its time are gone, and says so. */

(() => {
  if (!window.Shouce.playing) return;
  const { make, fill } = window.Shouce;
  const { words } = window.Shouce.playing;
  const LATE = 0.75;
  const TICK = 250;

  const digits = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds) % 60).padStart(2, "0")}`;

  /** A clock of so many seconds, running at once; `onOut` is called when they are gone. It has to be stopped. */
  const clockOf = (seconds, onOut = () => {}) => {
    const bar = make("progress", "clock__bar");
    const time = make("span", "clock__time");
    const told = make("span", "sr");
    const element = make("div", "clock", bar, time, told);
    told.setAttribute("role", "status");
    bar.max = seconds;
    bar.setAttribute("aria-label", fill(words.clock_name, { seconds }));
    let before = 0;
    let since = Date.now();
    let timer = 0;

    const gone = () => before + (since === null ? 0 : (Date.now() - since) / 1000);
    const isOut = () => gone() >= seconds;
    const draw = () => {
      const passed = Math.min(gone(), seconds);
      bar.value = passed;
      time.textContent = `${digits(passed)} / ${digits(seconds)}`;
      const isLate = passed >= seconds * LATE;
      if (isLate && !element.classList.contains("is-late")) {
        told.textContent = fill(words.clock_late, { n: Math.round(seconds - passed) });
      }
      element.classList.toggle("is-late", isLate);
      if (isOut() && !element.classList.contains("is-out")) {
        element.classList.add("is-out");
        told.textContent = words.clock_out;
        stop();
        onOut();
      }
    };
    const stop = () => {
      if (since !== null) before = gone();
      since = null;
      clearInterval(timer);
    };
    const run = () => {
      since = Date.now();
      timer = setInterval(draw, TICK);
    };
    run();
    draw();
    return {
      element,
      gone,
      isOut,
      pause: stop,
      stop,
      resume: () => {
        if (!isOut()) run();
      },
    };
  };

  Object.assign(window.Shouce.playing, { clockOf, digits });
})();
