/* A question without a server: the records that come nearest are looked at again, by the rules of
   search/{reranking,trees}.py. */

(() => {
  const { offline } = window.Shouce;

  class Reranker {
    constructor(index, recordOf) {
      const { near, own, beside_all, beside_its_own, grain } = index.data.again;
      Object.assign(this, { index, recordOf, near, own, grain, besideAll: beside_all, besideItsOwn: beside_its_own });
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
      const trees = this.index.data.trees[lang][of];
      for (const record of records) {
        const { first, end } = this.index.records[record];
        for (let one = first; one < end; one += 1) scores[one] = this.sum(trees, read(record, one));
      }
      return scores;
    }

    /** Gives the features of a passage of a record. */
    standing(signs, { scores, gains }, records, isHome) {
      const none = new Float64Array(this.recordOf.length);
      const rows = (names) => names.map((name) => signs[name] ?? none);
      const [own, all, its] = [rows(this.own), rows(this.besideAll), rows(this.besideItsOwn)];
      const greatest = (row, among) =>
        among.reduce((most, record) => Math.max(most, this.greatestOf(row, record)), -Infinity);
      const most = [...all, scores].map((row) => greatest(row, records));
      const mostOf = new Map(records.map((record) => [record, [...its, scores].map((row) => greatest(row, [record]))]));
      return (record, one) => {
        const { first, end } = this.index.records[record];
        const ofRecord = mostOf.get(record);
        return [
          ...own.map((row) => row[one]),
          ...all.map((row, at) => row[one] - most[at]),
          ...its.map((row, at) => row[one] - ofRecord[at]),
          end - first,
          (one - first) / (end - first),
          gains[one],
          isHome ? 1 : 0,
          scores[one] - most.at(-1),
          scores[one] - ofRecord.at(-1),
        ];
      };
    }

    greatestOf(row, record) {
      const { first, end } = this.index.records[record];
      let most = -Infinity;
      for (let one = first; one < end; one += 1) most = Math.max(most, row[one]);
      return most;
    }

    /** The gains of all trees, each of which asks until its questions are at an end. */
    sum(trees, features) {
      let total = 0;
      for (const [about, limits, gains] of trees) {
        let place = 0;
        while (place < about.length) place = 2 * place + (features[about[place]] > limits[place] ? 2 : 1);
        total += gains[place - about.length];
      }
      return total / this.grain;
    }
  }

  Object.assign(offline, { Reranker });
})();
