/* A question without a server: which records answer it, and which part of each stands for it, by the rules of
   search/{ranking,blank}.py. */

(() => {
  const { offline } = window.Shouce;

  /** The tokens that a title is recognised by: single characters and words, without pairs. */
  const namesOf = (tokens) => new Set(tokens.filter((token) => /^[\x20-\x7e]*$/.test(token) || token.length === 1));

  const PRIME = 0x01000193;
  const BASIS = 0x811c9dc5;

  /** The number that search/asked.py gives a normalised question. */
  const keyOf = (plain) => {
    let number = BASIS;
    const letters = plain.replace(/[^\p{L}\p{N}]+/gu, "");
    for (let at = 0; at < letters.length; at += 1) number = Math.imul(number ^ letters.charCodeAt(at), PRIME);
    return number >>> 0;
  };

  class Ranker {
    constructor(index) {
      const { reader, records, data } = index;
      this.index = index;
      this.rank = data.rank;
      this.signs = new offline.Signs(index);
      this.reranker = new offline.Reranker(index, this.signs.recordOf);
      this.codes = new offline.Codes(index, reader);
      this.titles = new Map();
      for (const record of records) {
        for (const name of namesOf(reader.tokens(reader.normalize(`${record.zh} ${record.en}`)))) {
          if (!this.titles.has(name)) this.titles.set(name, new Set());
          this.titles.get(name).add(record);
        }
      }
    }

    /** What is found for a question that was read; *handbook* is the only one to look in. */
    weigh(read, handbook) {
      const { records } = this.index;
      const allowed = records.map((record) => !handbook || !record.handbook || record.handbook === handbook);
      const words = this.index.scores(read.tokens);
      const { standard, nearest } = this.index.meant(read.tokens);
      const signs = this.signs.read(read, words, standard, allowed);
      const aim = handbook ? "home" : "library";
      const byRecord = this.signs.weigh(signs, read.lang, aim);
      const byPart = this.signs.weigh(signs, read.lang, "part");
      const asked = this.index.askedBy(keyOf(read.typed), read.first);
      const coded = this.codes.given(read.typed, read.tokens, handbook);
      const meant = { allowed, asked, coded };
      const summed = this.withMeant(byRecord.scores, meant);
      const bests = records.map((record) => this.bestOf(record, { scores: summed }));
      const near = this.reranker.nearest(bests);
      const again = (of, weighed) =>
        this.reranker.scores(of, read.lang, { signs, weighed, records: near, isHome: Boolean(handbook) });
      const scores = this.beforeTheOthers(this.withMeant(again("record", byRecord), meant), near);
      const parts = this.withAsked(again("part", byPart), asked);
      const names = namesOf(read.tokens);
      const titled = this.titled(names);
      const lead = this.leadOf(bests);
      return { aim, fact: read.fact, words, nearest, signs, scores, parts, summed, lead, asked, coded, titled, names };
    }

    /** *scores* with what is added where an ask or a code says what is meant; `-Infinity` where nothing may answer. */
    withMeant(scores, { allowed, asked, coded }) {
      const given = this.withAsked(scores, asked);
      this.index.records.forEach((record, number) => {
        for (let one = record.first; one < record.end; one += 1) {
          if (!allowed[number]) given[one] = -Infinity;
          else if (coded.has(record)) given[one] += this.rank.code;
        }
      });
      return given;
    }

    withAsked(scores, asked) {
      const given = scores.slice();
      for (const one of asked) given[one] += this.rank.asked;
      return given;
    }

    /** *scores* with no record before those that are *near*. */
    beforeTheOthers(scores, near) {
      const { records } = this.index;
      const least = near.reduce((some, record) => Math.min(some, this.bestOf(records[record], { scores })), Infinity);
      const isNear = new Set(near);
      const given = scores.slice();
      records.forEach(({ first, end }, record) => {
        if (isNear.has(record)) return;
        for (let one = first; one < end; one += 1) given[one] = Math.min(given[one], least - this.rank.behind);
      });
      return given;
    }

    /** How far the best record is before the mean of those that follow; 0 where there is no other. */
    leadOf(bests) {
      const [first, ...others] = [...bests].sort((one, other) => other - one).slice(0, this.rank.following + 1);
      const there = others.filter((score) => score > -Infinity);
      return there.length ? first - there.reduce((sum, score) => sum + score, 0) / there.length : 0;
    }

    /** The records whose title has every word of the question. */
    titled(names) {
      const sets = [...names].map((name) => this.titles.get(name) ?? new Set());
      const [least = new Set(), ...others] = sets.sort((one, other) => one.size - other.size);
      return new Set([...least].filter((record) => others.every((set) => set.has(record))));
    }

    /** What speaks for a record. */
    bestOf(record, { scores }) {
      let most = -Infinity;
      for (let one = record.first; one < record.end; one += 1) most = Math.max(most, scores[one]);
      return most;
    }

    /** The passages to answer with, best first: the best part of each of the best records. */
    choose(found, top) {
      const ranked = this.index.records
        .map((record) => [this.bestOf(record, found), record])
        .filter(([score]) => score > -Infinity);
      ranked.sort(([one], [other]) => other - one);
      return ranked.slice(0, top).map(([, record]) => this.standsFor(record, found));
    }

    /** Whether a question gives the title or the code of a record, and asks for none of its parts besides. */
    isOnlyNamed(record, numbers, { fact, asked, coded, titled, names }) {
      if (numbers.some((one) => asked.has(one))) return false;
      const code = record.code.toLowerCase();
      const others = [...names].filter((name) => !this.titles.get(name)?.has(record));
      const besides = others.filter((name) => !code.includes(name) && /^\p{L}+$/u.test(name));
      return titled.has(record) || (coded.has(record) && !fact && besides.length < this.rank.more);
    }

    /** What of a record answers: its best part, or where it is named by code or title, where it begins. */
    standsFor(record, found) {
      const { fact, parts } = found;
      const { passages } = this.index;
      const numbers = Array.from({ length: record.end - record.first }, (_, at) => record.first + at);
      if (this.isOnlyNamed(record, numbers, found)) return numbers.find((one) => passages[one].starts) ?? record.first;
      const asWhole = !this.rank.parts.includes(record.folder);
      const may = numbers.filter((one) => (one === record.first ? asWhole : passages[one].isAnchored));
      const ranked = (may.length ? may : numbers).sort((one, other) => parts[other] - parts[one] || one - other);
      const isNear = (one) => parts[one] >= parts[ranked[0]] - this.rank.reach;
      return ranked.find((one) => !fact || (isNear(one) && passages[one].gives(fact))) ?? ranked[0];
    }
  }

  Object.assign(offline, { Ranker, namesOf });
})();
