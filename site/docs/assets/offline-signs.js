/* A question without a server: what speaks for a passage, and how much it counts, by the rules of
   search/{signs,weighing}.py. Whatever is summed is summed in the same order as there: what is equal stays equal. */

(() => {
  const { offline } = window.Shouce;

  const greatestOf = (scores) => {
    let most = 0;
    for (const score of scores) if (score > most) most = score;
    return most;
  };
  /** Each of *scores* as a part of *whole*. */
  const dividedBy = (scores, whole) => {
    const parts = new Float64Array(scores.length);
    for (let at = 0; at < parts.length; at += 1) parts[at] = scores[at] / whole;
    return parts;
  };
  const shareOf = (scores) => {
    const most = greatestOf(scores);
    return most ? dividedBy(scores, most) : scores;
  };

  class Signs {
    constructor(index) {
      this.index = index;
      this.rank = index.data.rank;
      this.recordOf = new Int32Array(index.passages.length);
      index.records.forEach(({ first, end }, record) => {
        this.recordOf.fill(record, first, end);
      });
      this.start = Float64Array.from(index.passages, ({ starts }) => starts);
      this.facts = new Map();
      this.gains = new Map();
    }

    /** The signs of a question by name, one number a passage each; *allowed* says for each record whether it may answer. */
    read({ tokens, fact }, words, middle, allowed) {
      const scaled = shareOf(words);
      const said = this.said(tokens);
      const { words: weight } = this.rank;
      const joined = new Float64Array(scaled.length);
      for (let number = 0; number < joined.length; number += 1)
        joined[number] = weight * scaled[number] + middle[number];
      const least = this.leastOf(joined, allowed);
      return {
        words: scaled,
        middle,
        record: this.spread(this.bestParts(joined, allowed, least)),
        whole: this.spread(this.wholes(joined, allowed, least)),
        covered_by_record: this.spread(said.covered),
        said_by_record: this.spread(shareOf(said.summed)),
        covered: said.byPassage,
        start: this.start,
        fact: this.factOf(fact),
      };
    }

    /** To each passage what its record has. */
    spread(byRecord) {
      const spread = new Float64Array(this.recordOf.length);
      for (let number = 0; number < spread.length; number += 1) spread[number] = byRecord[this.recordOf[number]];
      return spread;
    }

    leastOf(joined, allowed) {
      let least = Infinity;
      for (let number = 0; number < joined.length; number += 1) {
        if (allowed[this.recordOf[number]]) least = Math.min(least, joined[number]);
      }
      return least === Infinity ? 0 : least;
    }

    /** The mean of the best parts of each record that differ; where it has fewer, the least of all stands for them. */
    bestParts(joined, allowed, least) {
      const { best } = this.rank;
      return Float64Array.from(this.index.records, ({ first, end }, record) => {
        let total = 0;
        for (let below = Infinity, nth = 0; nth < best; nth += 1) {
          let greatest = -Infinity;
          for (let number = first; number < end && allowed[record]; number += 1) {
            const score = joined[number];
            if (score < below && score > greatest) greatest = score;
          }
          total += greatest === -Infinity ? least : greatest;
          below = greatest;
        }
        return total / best;
      });
    }

    wholes(joined, allowed, least) {
      return Float64Array.from(this.index.records, ({ first }, record) => (allowed[record] ? joined[first] : least));
    }

    /** How much of a question each passage and each record says, by the weight of its words. */
    said(tokens) {
      const covered = new Float64Array(this.index.records.length);
      const summed = new Float64Array(covered.length);
      const byPassage = new Float64Array(this.recordOf.length);
      let total = 0;
      for (const token of new Set(tokens)) {
        const weight = Math.round(this.rank.grain * this.index.rarity(token));
        const { passages, best } = this.index.hits(token);
        total += weight;
        for (let at = 0; at < passages.length; ) {
          const record = this.recordOf[passages[at]];
          let most = 0;
          for (; this.recordOf[passages[at]] === record; at += 1) {
            byPassage[passages[at]] += weight;
            most = Math.max(most, best[at]);
          }
          covered[record] += weight;
          summed[record] += most;
        }
      }
      return { covered: dividedBy(covered, total || 1), summed, byPassage: dividedBy(byPassage, total || 1) };
    }

    factOf(fact) {
      if (!this.facts.has(fact)) {
        const has = (passage) => (fact && passage.inField(fact) ? 1 : 0);
        this.facts.set(fact, Float64Array.from(this.index.passages, has));
      }
      return this.facts.get(fact);
    }

    /** One score a passage, and what of it its sort gains; *aim* is `home`, `library` or `part`. */
    weigh(signs, lang, aim) {
      const [weights, sorts] = this.index.data.weighing[lang][aim];
      const key = `${lang} ${aim}`;
      if (!this.gains.has(key))
        this.gains.set(
          key,
          Float64Array.from(this.index.passages, ({ sort }) => sorts[sort] ?? 0),
        );
      const gains = this.gains.get(key);
      const scores = gains.slice();
      for (const [name, weight] of Object.entries(weights)) {
        const sign = signs[name];
        for (let number = 0; number < scores.length; number += 1) scores[number] += weight * sign[number];
      }
      return { scores, gains };
    }
  }

  Object.assign(offline, { Signs, greatestOf });
})();
