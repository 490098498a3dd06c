/* A question without a server: the records that come nearest are looked at again, by the rules of
   search/{reranking,trees}.py. */

(() => {
  const [ASKED, ENDS] = [7, 8]; // questions and ends of a tree
  const { offline } = window.Shouce;

  /** Trees one after another: the numbers that they ask about, the limits, the gains. */
  const flat = (trees) => ({
    about: Uint8Array.from(trees.flatMap(([about]) => about)),
    limits: Float64Array.from(trees.flatMap(([, limits]) => limits)),
    gains: Int32Array.from(trees.flatMap(([, , gains]) => gains)),
  });

  class Reranker {
    constructor(index, recordOf) {
      const { near, own, beside_all, beside_its_own, grain } = index.data.again;
      Object.assign(this, { index, recordOf, near, own, grain, besideAll: beside_all, besideItsOwn: beside_its_own });
      this.flat = new Map();
      this.none = new Float64Array(recordOf.length);
    }

    /** The nearest records: those with the best of *bests*, of each record what its best passage has. */
    nearest(bests) {
      const there = [...bests.keys()].filter((record) => bests[record] > -Infinity);
      there.sort((one, other) => bests[other] - bests[one]);
      return there.slice(0, this.near).sort((one, other) => one - other);
    }

    /** What the trees of a language give the passages of *records*, ascending; the others keep the sum of their signs. */
    scores(of, lang, { signs, weighed, records, isHome }) {
      const scores = weighed.scores.slice();
      const read = this.standing(signs, weighed, records, isHome);
      const trees = this.treesOf(lang, of);
      for (const record of records) {
        const { first, end } = this.index.records[record];
        for (let one = first; one < end; one += 1) scores[one] = this.sum(trees, read(record, one));
      }
      return scores;
    }

    /** Gives the features of a passage of a record, each time in the same array. */
    standing(signs, { scores, gains }, records, isHome) {
      const rows = (names) => names.map((name) => signs[name] ?? this.none);
      const [own, all, its] = [rows(this.own), rows(this.besideAll), rows(this.besideItsOwn)];
      const greatest = (row, among) =>
        among.reduce((most, record) => Math.max(most, this.greatestOf(row, record)), -Infinity);
      const most = [...all, scores].map((row) => greatest(row, records));
      const mostOf = new Map(records.map((record) => [record, [...its, scores].map((row) => greatest(row, [record]))]));
      const features = new Float64Array(own.length + all.length + its.length + 6);
      return (record, one) => {
        const { first, end } = this.index.records[record];
        const ofRecord = mostOf.get(record);
        let place = 0;
        const put = (feature) => {
          features[place] = feature;
          place += 1;
        };
        for (const row of own) put(row[one]);
        for (let at = 0; at < all.length; at += 1) put(all[at][one] - most[at]);
        for (let at = 0; at < its.length; at += 1) put(its[at][one] - ofRecord[at]);
        put(end - first);
        put((one - first) / (end - first));
        put(gains[one]);
        put(isHome ? 1 : 0);
        put(scores[one] - most[all.length]);
        put(scores[one] - ofRecord[its.length]);
        return features;
      };
    }

    greatestOf(row, record) {
      const { first, end } = this.index.records[record];
      let most = -Infinity;
      for (let one = first; one < end; one += 1) most = Math.max(most, row[one]);
      return most;
    }

    treesOf(lang, of) {
      const key = `${lang} ${of}`;
      if (!this.flat.has(key)) this.flat.set(key, flat(this.index.data.trees[lang][of]));
      return this.flat.get(key);
    }

    /** The gains of all trees, each of which asks until its questions are at an end. */
    sum({ about, limits, gains }, features) {
      let total = 0;
      for (let root = 0, ends = 0; root < about.length; root += ASKED, ends += ENDS) {
        let place = 0;
        while (place < ASKED) {
          place = 2 * place + (features[about[root + place]] > limits[root + place] ? 2 : 1);
        }
        total += gains[ends + place - ASKED];
      }
      return total / this.grain;
    }
  }

  Object.assign(offline, { Reranker });
})();
