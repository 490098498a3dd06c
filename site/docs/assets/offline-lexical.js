/* A question without a server: what stands where in the index beside the pages, and how much it weighs, by the rules of
   search/lexical.py. */

(() => {
  const STEPS = 255;
  const { offline } = window.Shouce;

  /** The counts of every term: `rows` and `often` of the term number n lie from `starts[n]` to `starts[n + 1]`. */
  const readPostings = (packed, terms, size) => {
    const letters = atob(packed);
    const bytes = new Uint8Array(letters.length);
    for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
    const rows = new Int32Array(size);
    const often = new Uint16Array(size).fill(1);
    const starts = new Int32Array(terms + 1);
    let place = 0;
    const number = () => {
      let value = 0;
      for (let factor = 1; ; factor *= 0x80) {
        const byte = bytes[place];
        place += 1;
        value += (byte & 0x7f) * factor;
        if (byte < 0x80) return value;
      }
    };
    let at = 0;
    for (let term = 0; term < terms; term += 1) {
      let row = -1;
      for (let left = number(); left > 0; left -= 1) {
        const step = number();
        row += Math.floor(step / 2);
        rows[at] = row;
        if (step % 2) often[at] = number();
        at += 1;
      }
      starts[term + 1] = at;
    }
    return { rows, often, starts };
  };

  /** To the nearest whole number; halves to the even one. */
  const rounded = (value) => {
    const nearestWhole = Math.round(value);
    return nearestWhole - value === 0.5 && nearestWhole % 2 ? nearestWhole - 1 : nearestWhole;
  };

  class Lexical {
    constructor(data) {
      this.data = data;
      this.terms = data.terms.split("\n");
      this.numbers = new Map(this.terms.map((term, number) => [term, number]));
      this.isKnown = (token) => this.numbers.has(token);
      this.postings = readPostings(data.postings, this.terms.length, data.size);
      this.steps = new Map();
      this.readRows();
    }

    readRows() {
      const { rows, often } = this.postings;
      this.firsts = new Int32Array(this.data.rows.length + 1);
      this.data.rows.forEach((count, passage) => {
        this.firsts[passage + 1] = this.firsts[passage] + count;
      });
      this.owners = new Int32Array(this.firsts.at(-1));
      for (let passage = 0; passage < this.data.rows.length; passage += 1) {
        this.owners.fill(passage, this.firsts[passage], this.firsts[passage + 1]);
      }
      this.lengths = new Float64Array(this.owners.length);
      rows.forEach((row, at) => {
        this.lengths[row] += often[at];
      });
      this.average = this.lengths.reduce((sum, length) => sum + length, 0) / (this.lengths.length || 1);
    }

    frequency(token) {
      const term = this.numbers.get(token);
      return term === undefined ? 0 : this.postings.starts[term + 1] - this.postings.starts[term];
    }

    rarity(token) {
      const rows = this.frequency(token);
      return Math.log(1 + (this.owners.length - rows + 0.5) / (rows + 0.5));
    }

    /** The scores of a term, in whole steps so that sums are exact, in the order of its postings. */
    stepsOf(term) {
      if (this.steps.has(term)) return this.steps.get(term);
      const { k1, b, step } = this.data.bm25;
      const { rows, often, starts } = this.postings;
      const weight = Math.fround(this.rarity(this.terms[term]));
      const steps = new Uint8Array(starts[term + 1] - starts[term]);
      for (let at = 0; at < steps.length; at += 1) {
        const count = often[starts[term] + at];
        const length = this.lengths[rows[starts[term] + at]];
        const share = count / (k1 * (1 - b + (b * length) / this.average) + count);
        steps[at] = Math.min(STEPS, Math.max(1, rounded(Math.fround(weight * share) / step)));
      }
      this.steps.set(term, steps);
      return steps;
    }

    /** BM25 of each passage: the best of its rows. */
    scores(tokens) {
      const { rows, starts } = this.postings;
      const sums = new Int32Array(this.owners.length);
      for (const token of new Set(tokens)) {
        const term = this.numbers.get(token);
        if (term === undefined) continue;
        const steps = this.stepsOf(term);
        for (let at = 0; at < steps.length; at += 1) sums[rows[starts[term] + at]] += steps[at];
      }
      const best = new Float64Array(this.data.rows.length);
      for (let row = 0; row < sums.length; row += 1) {
        if (sums[row] > best[this.owners[row]]) best[this.owners[row]] = sums[row];
      }
      return best.map((score) => score * this.data.bm25.step);
    }

    /** The passages that have a token, ascending, and its best score in each, in steps. */
    hits(token) {
      const term = this.numbers.get(token);
      if (term === undefined) return { passages: [], best: [] };
      const steps = this.stepsOf(term);
      const rows = this.postings.rows.subarray(this.postings.starts[term], this.postings.starts[term + 1]);
      const passages = new Int32Array(steps.length);
      const best = new Uint8Array(steps.length);
      let count = 0;
      for (let at = 0; at < steps.length; at += 1) {
        const passage = this.owners[rows[at]];
        if (!count || passages[count - 1] !== passage) {
          passages[count] = passage;
          count += 1;
        }
        best[count - 1] = Math.max(best[count - 1], steps[at]);
      }
      return { passages: passages.subarray(0, count), best: best.subarray(0, count) };
    }

    /** Whether a token stands in a passage or in one of its asks. */
    has(token, passage) {
      const term = this.numbers.get(token);
      if (term === undefined) return false;
      const { rows, starts } = this.postings;
      let [low, high] = [starts[term], starts[term + 1]];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (rows[middle] < this.firsts[passage]) low = middle + 1;
        else high = middle;
      }
      return low < starts[term + 1] && rows[low] < this.firsts[passage + 1];
    }

    /** Where in the sorted vocabulary *text* is or would be. */
    placeOf(text) {
      let [low, high] = [0, this.terms.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (this.terms[middle] < text) low = middle + 1;
        else high = middle;
      }
      return low;
    }

    /** The stems of the vocabulary that begin with a letter, in order. */
    wordsWith(letter) {
      return this.terms
        .slice(this.placeOf(letter), this.placeOf(`${letter}\uffff`))
        .filter((term) => /^[a-z]+$/.test(term));
    }

    /** The terms that a text with *gram* in it has one of: Latin words stand in the index without their endings. */
    termsOf(gram) {
      if (/[^\x20-\x7e]/.test(gram)) return this.isKnown(gram) ? [this.numbers.get(gram)] : [];
      const terms = [];
      const end = this.placeOf(`${gram}\uffff`);
      for (let term = this.placeOf(gram); term < end; term += 1) terms.push(term);
      const letters = [...gram];
      const stems = new Set(letters.slice(1).map((_, at) => gram.slice(0, at + 1)));
      letters.forEach((letter, at) => {
        if (letter === "i") stems.add(`${gram.slice(0, at)}y`);
      });
      return [...terms, ...[...stems].filter(this.isKnown).map((stem) => this.numbers.get(stem))];
    }

    /** The passages whose own words, not their asks, have a token of *gram*. */
    passagesWith(gram) {
      const { rows, starts } = this.postings;
      const passages = new Set();
      for (const term of this.termsOf(gram)) {
        for (let at = starts[term]; at < starts[term + 1]; at += 1) {
          const passage = this.owners[rows[at]];
          if (rows[at] === this.firsts[passage]) passages.add(passage);
        }
      }
      return [...passages];
    }
  }

  Object.assign(offline, { Lexical });
})();
