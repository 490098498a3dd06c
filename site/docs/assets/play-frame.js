/* The frame of a round: title, how far one is, the clock, pause and the way out. */

(() => {
  if (!window.Shouce.playing) return;
  const { make, button } = window.Shouce;
  const { words, clockOf, wishes, focusOn } = window.Shouce.playing;

  /** What stands in the place of a round that is paused. */
  const haltOf = (resume, leave) => {
    const goOn = button(words.go_on, "play", resume);
    const buttons = make("p", "player__buttons", goOn, button(words.leave_practice, "cross", leave));
    const element = make("div", "practice__paused", make("p", "", words.paused), buttons);
    element.hidden = true;
    return { element, focus: () => goOn.focus() };
  };
  /** Take the answer with the number of the key, if there is one. */
  const pick = (body, key) => {
    const one = /^[1-9]$/.test(key) && [...body.querySelectorAll("[data-pick]")][Number(key) - 1];
    if (one) one.click();
    return Boolean(one);
  };

  /** The frame of a round: title, how far one is, clock, pause and the way out around a body. */
  const frameOf = (title, leave) => {
    const count = make("span", "practice__count");
    const place = make("div", "practice__clock");
    const body = make("div", "practice__body");
    let clock = null;

    const setPaused = (isPaused) => {
      body.hidden = isPaused;
      halt.element.hidden = !isPaused;
      pauseButton.hidden = isPaused;
    };
    const pause = () => {
      clock?.pause();
      setPaused(true);
      halt.focus();
    };
    const resume = () => {
      clock?.resume();
      setPaused(false);
      if (body.lastElementChild) focusOn(body.lastElementChild);
    };
    const halt = haltOf(resume, leave);
    const pauseButton = button(words.pause, "clock", pause);
    const bar = make("div", "practice__bar", make("b", "", title), count, place, pauseButton);
    const element = make("section", "practice practice--round", bar, halt.element, body);
    element.setAttribute("aria-label", title);
    /** Begin a time of so many seconds; none with 0. */
    const time = (seconds) => {
      clock?.stop();
      clock = seconds && !wishes().isUntimed ? clockOf(seconds) : null;
      place.replaceChildren(...(clock ? [clock.element] : []));
      return clock;
    };
    /** Escape stops the clock, and once more leaves. */
    const press = (key) => {
      if (key !== "Escape") return !body.hidden && pick(body, key);
      if (body.hidden) leave();
      else pause();
      return true;
    };
    return { element, body, count, time, stop: () => clock?.stop(), press };
  };

  window.Shouce.playing.frameOf = frameOf;
})();
