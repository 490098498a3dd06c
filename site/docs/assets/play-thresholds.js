/* The numbers by which talks are made and marked; the terminal's stand in `training/study/thresholds.py`.

   `tests/data/role-play.json` holds both to the same values. */

(() => {
  if (!window.Shouce.playing) return;
  window.Shouce.playing.thresholds = Object.freeze({
    SAID: 0.5, // so much of a line has to be there
    NEARLY: 0.3,
    LEFT_OUT: 0.25, // a clause with less of it was not said
    SHORT: 4, // tokens: a clause shorter than that need not stand by itself
    MEANT: 0.5, // so much of the line of another moment, and that one was meant
    CHOICES: 4,
    SAME: 0.8, // lines as alike as that are the same answer
    SHORTEST: 15, // seconds; a shorter time is how long one waits for the other side, not how long one may take
    LONGEST: 14, // moments, before a talk takes the shortest way to its end
    MOST: 80, // moments at all, where no way leads to an end
    ROUNDS: 3, // a loop is gone round until its limit, unless that is farther
    GOOD: 0.8, // the share of the points from which on a talk went well
    HALF: 0.5, // and from which on at least half of it was right
  });
})();
