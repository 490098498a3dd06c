/* A question without a server: slips of the finger put right, by the rules of search/{slips,spelling}.py. */

(() => {
  const { offline } = window.Shouce;

  /** Letters inserted, left out, replaced or swapped with their neighbour, at least. */
  const distance = (one, other) => {
    let earlier = [];
    let before = [];
    let row = Array.from({ length: other.length + 1 }, (_, index) => index);
    for (let i = 1; i <= one.length; i += 1) {
      [earlier, before, row] = [before, row, [i]];
      for (let j = 1; j <= other.length; j += 1) {
        const same = one[i - 1] === other[j - 1];
        let cost = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (same ? 0 : 1));
        const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
        if (swapped) cost = Math.min(cost, earlier[j - 2] + 1);
        row.push(cost);
      }
    }
    return row.at(-1);
  };

  /** English words: the nearest of the index, the more frequent of two as near. */
  class Spelling {
    constructor(index) {
      this.index = index;
      this.rules = index.data.reading.spelling;
      this.endings = new RegExp(this.rules.endings, "u");
      this.alike = this.rules.alike.split(" ");
    }

    /** Which stem of the index was meant by a word; "" if none. */
    nearest(word) {
      const { long, sure } = this.rules;
      const least = sure * this.index.owners.length;
      const others = this.index.wordsWith(word[0]);
      const meant = this.oneSlip(word, others, least);
      if (meant || word.length < long) return meant;
      return this.oneSlip(word.replace(this.endings, ""), others, least) || this.twoSlips(word, others, least);
    }

    oneSlip(word, others, least) {
      const { shortest, short } = this.rules;
      if (word.length < shortest) return "";
      let best = { rows: -1, other: "" };
      for (const other of others) {
        if (distance(word, other) !== 1) continue;
        const rows = this.index.frequency(other);
        const isSure = word.length > short || (rows >= least && this.isCommon(word, other));
        if (isSure && rows > best.rows) best = { rows, other };
      }
      return best.other;
    }

    twoSlips(word, others, least) {
      let best = { slips: this.rules.longer + 1, rows: 0, other: "" };
      for (const other of others) {
        const rows = this.index.frequency(other);
        const isLike = Math.abs(other.length - word.length) <= this.rules.longer && rows >= least;
        const slips = isLike ? distance(word, other) : Infinity;
        if (slips < best.slips || (slips === best.slips && rows > best.rows)) best = { slips, rows, other };
      }
      return best.slips <= this.rules.longer ? best.other : "";
    }

    /** Whether a word, one slip from another, is what people type for it. */
    isCommon(word, meant) {
      const { shortest } = this.rules;
      let first = 0;
      while (first < Math.min(word.length, meant.length) && word[first] === meant[first]) first += 1;
      if (word.length < meant.length) return word.length > shortest;
      if (word.length > meant.length) return word.length > shortest && word[first] === word[first - 1];
      if (word[first] === meant[first + 1] && word[first + 1] === meant[first]) return true;
      const isAlike = (letters) => letters.includes(word[first]) && letters.includes(meant[first]);
      return word.length > shortest && this.alike.some(isAlike);
    }
  }

  /** Chinese characters typed for others that sound or look like them. */
  class Slips {
    constructor(index, sounds, stopChinese) {
      this.index = index;
      this.sounds = sounds;
      this.stopChinese = stopChinese;
      this.rules = index.data.reading.slips;
      this.shapes = this.rules.shapes.split(" ");
      this.loose = new Set(this.rules.loose);
    }

    /** A run of Chinese with what was meant. */
    without(run) {
      let text = run;
      for (let round = 0; round < this.rules.rounds; round += 1) {
        let best = { worth: 0 };
        for (const one of this.putRight(text)) if (one.worth > best.worth) best = one;
        if (!best.worth) break;
        text = text.slice(0, best.at) + best.meant + text.slice(best.at + 1);
      }
      return text;
    }

    *putRight(run) {
      for (let at = 0; at < run.length; at += 1) {
        for (const side of [-1, 1]) if (this.maybeSlip(run, at, side)) yield* this.meantAt(run, at, side);
      }
    }

    maybeSlip(run, at, side) {
      const [letter, beside] = [run[at], run[at + side] ?? ""];
      const pair = this.pair(letter, beside, side);
      if (this.loose.has(letter) || !beside || this.loose.has(beside) || this.stopChinese.has(pair)) return false;
      const other = this.share(this.pair(run[at - side] ?? "", letter, side));
      const beyond = this.share(this.pair(beside, run[at + 2 * side] ?? "", side));
      return other < this.rules.firm && beyond < this.rules.taken;
    }

    *meantAt(run, at, side) {
      const [letter, beside, other] = [run[at], run[at + side], run[at - side] ?? ""];
      const typed = this.index.frequency(this.pair(letter, beside, side));
      const wasKnown = this.index.frequency(this.pair(other, letter, side)) > 0;
      for (const [meant, isSame] of this.confused(letter)) {
        const fits = !wasKnown && this.index.frequency(this.pair(other, meant, side)) >= this.rules.both[0];
        yield { at, meant, worth: this.worth(this.pair(meant, beside, side), typed, isSame, fits) };
      }
    }

    worth(pair, typed, isSame, fits) {
      const { same, nearly, both } = this.rules;
      const [rows, firm] = [this.index.frequency(pair), this.share(pair)];
      const limits = [isSame ? same : nearly, ...(fits && isSame ? [both] : [])];
      const isMeant = limits.some(([least, share, times]) => rows >= least && firm >= share && rows >= times * typed);
      return isMeant ? rows * firm * (isSame ? 2 : 1) * (fits ? 2 : 1) : 0;
    }

    /** In which share of the rows that have the rarer character of a pair it stands. */
    share(pair) {
      if (pair.length < 2) return 0;
      const rarer = Math.min(this.index.frequency(pair[0]), this.index.frequency(pair[1]));
      return rarer ? this.index.frequency(pair) / rarer : 0;
    }

    pair(one, other, side) {
      return side > 0 ? one + other : other + one;
    }

    /** The characters that are typed for one, in order, and whether they sound the same. */
    confused(letter) {
      const found = new Map();
      const readings = this.sounds.readings.get(letter) ?? [];
      const spoken = (syllable) => [...this.sounds.characters.get(syllable).join("")];
      const near = readings.flatMap((syllable) => this.sounds.alike(syllable)).flatMap(spoken);
      const shapes = this.shapes.filter((group) => group.includes(letter)).flatMap((group) => [...group]);
      for (const one of [...near, ...shapes]) found.set(one, false);
      for (const one of readings.flatMap(spoken)) found.set(one, true);
      return [...found]
        .filter(([one]) => one !== letter && !this.loose.has(one))
        .sort(([one], [two]) => (one < two ? -1 : 1));
    }
  }

  Object.assign(offline, { Spelling, Slips });
})();
