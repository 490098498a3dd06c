/* A question without a server, second part: the index beside the pages, as search/browser.py describes it, and answers
   by words. The rules are those of search/{lexical,ranking,confidence,blank}.py; tests/data/search-cases.json holds both
   to them. */

(() => {
  const SHOWN = 5;
  const NARROW = 64; // so many of the best are looked at first; all of them only where that is not enough
  const STEPS = 255;
  const { languages, offline } = window.Shouce;
  const { Reader } = offline;

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

  const bestOf = (scores) => scores.reduce((best, score, number) => (score > scores[best] ? number : best), 0);

  /** The numbers of *scores* from the greatest on, equal ones in their order. */
  const bestFirst = function* bestFirst(scores) {
    const best = [];
    for (let number = 0; number < scores.length; number += 1) {
      if (best.length === NARROW && scores[number] <= scores[best.at(-1)]) continue;
      let at = best.length;
      while (at > 0 && scores[number] > scores[best[at - 1]]) at -= 1;
      best.splice(at, 0, number);
      if (best.length > NARROW) best.pop();
    }
    yield* best;
    if (scores.length <= NARROW) return;
    const all = [...scores.keys()].sort((one, other) => scores[other] - scores[one] || one - other);
    yield* all.slice(NARROW);
  };

  const worded = ([section = "", text = "", by = "", within = "", say = "", hints = ""]) => ({
    section,
    text,
    by,
    within,
    say,
    hints,
  });

  class Index {
    constructor(data) {
      this.data = data;
      this.reader = new Reader(data);
      this.terms = data.terms.split("\n");
      this.numbers = new Map(this.terms.map((term, number) => [term, number]));
      this.isKnown = (token) => this.numbers.has(token);
      this.postings = readPostings(data.postings, this.terms.length, data.size);
      this.readRecords();
      this.readRows();
    }

    readRecords() {
      this.records = this.data.records.map(([handbook, folder, id, code, zh, en, edition, effective, status]) => ({
        handbook,
        folder,
        id,
        code,
        zh,
        en,
        edition,
        effective,
        status,
      }));
      this.passages = [];
      this.data.records.forEach((fields, number) => {
        const record = this.records[number];
        record.first = this.passages.length;
        record.end = record.first + fields.at(-1);
        for (const [part, anchor, starts, forms, zh, en] of this.data.passages.slice(record.first, record.end)) {
          this.passages.push({ record, part, anchor, starts, forms, zh: worded(zh), en: worded(en) });
        }
      });
    }

    readRows() {
      const { rows, often } = this.postings;
      this.firsts = new Int32Array(this.passages.length + 1);
      this.data.rows.forEach((count, passage) => {
        this.firsts[passage + 1] = this.firsts[passage] + count;
      });
      this.owners = new Int32Array(this.firsts.at(-1));
      for (let passage = 0; passage < this.passages.length; passage += 1) {
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

    /** BM25 of each passage: the best of its rows, in whole steps until the end, so that sums are exact. */
    scores(tokens) {
      const { k1, b, step } = this.data.bm25;
      const { rows, often, starts } = this.postings;
      const sums = new Int32Array(this.owners.length);
      for (const token of new Set(tokens)) {
        const term = this.numbers.get(token);
        if (term === undefined) continue;
        const weight = Math.fround(this.rarity(token));
        for (let at = starts[term]; at < starts[term + 1]; at += 1) {
          const share = often[at] / (k1 * (1 - b + (b * this.lengths[rows[at]]) / this.average) + often[at]);
          sums[rows[at]] += Math.min(STEPS, Math.max(1, rounded(Math.fround(weight * share) / step)));
        }
      }
      const best = new Float64Array(this.passages.length);
      sums.forEach((sum, row) => {
        best[this.owners[row]] = Math.max(best[this.owners[row]], sum);
      });
      return best.map((score) => score * step);
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

    /** What every answer shows of a passage. */
    shown(number, lang) {
      const {
        record,
        anchor,
        [lang]: { section },
      } = this.passages[number];
      const { at, prefix } = languages[lang];
      const [kind, ...called] = this.data.kinds[record.folder];
      const folder = record.handbook ? `${record.handbook}/${record.folder}` : record.folder;
      const page = `${folder}/${record.id}.html${anchor ? `#${anchor}` : ""}`;
      return {
        handbook: record.handbook || null,
        kind,
        record: record.id,
        code: record.code || null,
        title: record[lang],
        section: section || called[at],
        url: prefix + page,
      };
    }
  }

  const namesOf = (tokens) => new Set(tokens.filter((token) => /^[\x20-\x7e]*$/.test(token) || token.length === 1));

  class Search {
    constructor(index) {
      this.index = index;
      this.data = index.data;
      this.reader = index.reader;
      this.titled = new Map();
      this.codes = new offline.Codes(index, this.reader);
      this.questions = new offline.Questions(index, this.reader);
      for (const record of index.records) {
        const title = namesOf(this.reader.tokens(this.reader.normalize(`${record.zh} ${record.en}`)));
        for (const name of title) {
          if (!this.titled.has(name)) this.titled.set(name, []);
          this.titled.get(name).push(record);
        }
      }
    }

    read(question) {
      const read = this.questions.read(question);
      return { ...read, coded: this.codes.given(read.typed, read.tokens) };
    }

    /** The records that the question names by their title. */
    named(read, scores) {
      if (read.pinyin) {
        const best = bestOf(scores);
        const { record } = this.index.passages[best];
        return new Set(record.first === best ? [record] : []);
      }
      const lists = [...namesOf(read.tokens)].map((name) => this.titled.get(name) ?? []);
      const [shortest = [], ...others] = lists
        .sort((one, other) => one.length - other.length)
        .map((list) => new Set(list));
      return new Set([...shortest].filter((record) => others.every((list) => list.has(record))));
    }

    factOf(passage, fact) {
      return fact === "forms" ? passage.forms.length > 0 : Boolean(passage.zh[fact]);
    }

    weighed(words, fact, coded) {
      const { rank } = this.data;
      const least = words.reduce((one, other) => Math.min(one, other), Infinity);
      const spread = words.reduce((one, other) => Math.max(one, other), -Infinity) - least;
      return words.map((word, number) => {
        const passage = this.index.passages[number];
        const lexical = spread ? (rank.lexical * (word - least)) / spread : 0;
        const gain = fact && this.factOf(passage, fact) ? rank.fact : 0;
        return lexical + gain + (coded.has(passage.record) ? rank.code : 0);
      });
    }

    choose(scores, named, top) {
      const chosen = [];
      const count = new Map();
      for (const number of bestFirst(scores)) {
        if (chosen.length === top) break;
        const { record } = this.index.passages[number];
        const had = count.get(record) ?? 0;
        if (had >= this.data.rank.per_record) continue;
        const answer = had ? number : this.standsFor(number, scores, named);
        if (chosen.includes(answer)) continue;
        chosen.push(answer);
        count.set(record, had + 1);
      }
      return chosen;
    }

    standsFor(number, scores, named) {
      const { record } = this.index.passages[number];
      const numbers = Array.from({ length: record.end - record.first }, (_, at) => record.first + at);
      if (named.has(record)) return numbers.find((one) => this.index.passages[one].starts) ?? record.first;
      const parts = numbers.filter((one) => this.index.passages[one].anchor);
      if (number !== record.first || !this.data.rank.parts.includes(record.folder) || !parts.length) return number;
      return parts.reduce((best, one) => (scores[one] > scores[best] ? one : best));
    }

    coverage(tokens, passage) {
      const weigh = (some) => some.reduce((sum, token) => sum + this.index.rarity(token), 0);
      return weigh(tokens.filter((token) => this.index.has(token, passage))) / (weigh(tokens) || 1);
    }

    says(passage, fact) {
      const { section, text, say } = passage.zh;
      return (
        this.factOf(passage, fact) ||
        new RegExp(this.data.said[fact], "u").test(this.reader.normalize(section + text + say))
      );
    }

    isBlank(chosen, fact) {
      const { record, part } = chosen[0];
      if (!fact || !part || !this.data.rank.blank.includes(record.folder)) return false;
      return !chosen.some((passage) => passage.record === record && this.says(passage, fact));
    }

    /** How likely it is that the handbook answers, 0 to 1. */
    sure(read, words, scores) {
      const [coverage, strength, bias] = this.data.weights[read.lang];
      const covered = this.coverage(read.tokens, bestOf(scores));
      const greatest = words.reduce((one, other) => Math.max(one, other), 0);
      const weighed = coverage * covered + (strength * greatest) / Math.log(1 + this.index.owners.length) + bias;
      return 1 / (1 + Math.exp(-weighed));
    }

    judge(read, words, scores, titled) {
      const chosen = this.choose(scores, new Set([...read.coded, ...titled]), SHOWN).map(
        (number) => this.index.passages[number],
      );
      if (!chosen.length || !read.tokens.length) return "not_in_handbook";
      const { record } = chosen[0];
      if (read.coded.has(record)) return "answered";
      const [answered, unsure] = this.data.levels;
      const isNamed = titled.has(record) && namesOf(read.tokens).size > 1 && !read.pinyin;
      const sure = Math.max(this.sure(read, words, scores), isNamed ? answered : 0);
      if (sure < unsure) return "not_in_handbook";
      if (sure < answered) return "unsure";
      return this.isBlank(chosen, read.fact) ? "blank_in_handbook" : "answered";
    }

    /** The closest passages, whatever they amount to. */
    near(question, lang, top) {
      const read = this.read(question);
      const words = this.index.scores(read.tokens);
      const scores = this.weighed(words, read.fact, read.coded);
      const named = new Set([...read.coded, ...this.named(read, scores)]);
      return this.choose(scores, named, top).map((number) => this.hit(number, lang));
    }

    ask(question, lang, top) {
      const began = performance.now();
      const read = this.read(question);
      const words = this.index.scores(read.tokens);
      const scores = this.weighed(words, read.fact, read.coded);
      const titled = this.named(read, scores);
      const status = this.judge(read, words, scores, titled);
      const chosen = status === "not_in_handbook" ? [] : this.choose(scores, new Set([...read.coded, ...titled]), top);
      const wording = lang ?? read.lang;
      const answers = chosen.map((number) => this.hit(number, wording));
      return { question, lang: wording, status, answers, took_ms: performance.now() - began };
    }

    hit(number, lang) {
      const { url, ...shown } = this.index.shown(number, lang);
      const {
        record,
        part,
        forms,
        [lang]: { text, by, within, say },
      } = this.index.passages[number];
      return {
        ...shown,
        step: part || null,
        text,
        by: by || null,
        within: within || null,
        forms,
        say: say || null,
        url,
        edition: record.edition,
        effective: record.effective || null,
        status: record.status,
        also: [],
      };
    }
  }

  let index = null;
  let search = null;
  const opened = () => {
    index ??= new Index(window.Shouce.data.index);
    search ??= new Search(index);
    return search;
  };
  Object.assign(offline, {
    /** The index of `window.Shouce.data.index`, which must have been loaded. */
    index: () => opened().index,
    /** A question as it is read: tokens, the fact and the records it asks for. */
    read: (question) => opened().read(question),
    /** The object of `/api/ask`; `lang` words the answers, where the question itself has no language. */
    ask: (question, lang = null, top = SHOWN) => opened().ask(question, lang, top),
    /** The answers closest to a question, whether they answer it or not. */
    near: (question, lang, top = SHOWN) => opened().near(question, lang, top),
  });
})();
