/* The frame of a round: title, how far one is, the clock, pause and the way out. */

(() => {
  if (!window.Shouce.playing) return;
  const { make, button } = window.Shouce;
  const { words, clockOf, wishes, focusOn } = window.Shouce.playing;

  /** The frame of a round: title, how far one is, clock, pause and the way out around a body. */
  const frameOf = (title, leave) => {
    const count = make("span", "practice__count");
    const place = make("div", "practice__clock");
    const body = make("div", "practice__body");
    const halt = make("div", "practice__paused", make("p", "", words.paused));
    halt.hidden = true;
    let clock = null;

    const pause = () => {
      clock?.pause();
      body.hidden = true;
      halt.hidden = false;
      pauseButton.hidden = true;
      goOn.focus();
    };
    const resume = () => {
      clock?.resume();
      body.hidden = false;
      halt.hidden = true;
      pauseButton.hidden = false;
      if (body.lastElementChild) focusOn(body.lastElementChild);
    };
    const goOn = button(words.go_on, "play", resume);
    halt.append(make("p", "player__buttons", goOn, button(words.leave_practice, "cross", leave)));
    const pauseButton = button(words.pause, "clock", pause);
    const bar = make("div", "practice__bar", make("b", "", title), count, place, pauseButton);
    const element = make("section", "practice practice--round", bar, halt, body);
    element.setAttribute("aria-label", title);
    return {
      element,
      body,
      count,
      /** Begin a time of so many seconds; none with 0. */
      time: (seconds, onOut) => {
        clock?.stop();
        clock = seconds && !wishes().isUntimed ? clockOf(seconds, onOut) : null;
        place.replaceChildren(...(clock ? [clock.element] : []));
        return clock;
      },
      stop: () => clock?.stop(),
      /** Escape stops the clock, and once more leaves. */
      press: (key) => {
        if (key === "Escape") {
          if (body.hidden) leave();
          else pause();
          return true;
        }
        if (body.hidden || !/^[1-9]$/.test(key)) return false;
        const one = [...body.querySelectorAll("[data-pick]")][Number(key) - 1];
        one?.click();
        return Boolean(one);
      },
    };
  };

  window.Shouce.playing.frameOf = frameOf;
})();
