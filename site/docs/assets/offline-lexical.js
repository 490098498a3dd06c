/* A question without a server: what stands where in the index beside the pages, and how much it weighs, by the rules of
   search/lexical.py. Postings come in shards; those of a question must have been loaded before it is weighed. */

(() => {
  const STEPS = 255;
  const { offline, data: given, load } = window.Shouce;
  const { bytesOf, numbersIn } = offline;

  /** The terms of a shard: `rows` and `often` of the one at a place lie from `starts[place]` to `starts[place + 1]`. */
  const readPostings = (packed, terms) => {
    const number = numbersIn(packed);
    const [rows, often, starts] = [[], [], [0]];
    for (let term = 0; term < terms; term += 1) {
      let row = -1;
      for (let left = number(); left > 0; left -= 1) {
        const step = number();
        row += step >>> 1;
        rows.push(row);
        often.push(step & 1 ? number() : 1);
      }
      starts.push(rows.length);
    }
    return { rows: Int32Array.from(rows), often: Uint16Array.from(often), starts };
  };

  /** The passages by the numbers of their asks. */
  const readAsked = ({ asked, asks }) => {
    const keys = new DataView(bytesOf(asked).buffer);
    const number = numbersIn(asks);
    const passages = new Map();
    for (let at = 0, passage = 0; at < keys.byteLength; at += 4) {
      passage += number();
      const key = keys.getUint32(at, true);
      if (!passages.has(key)) passages.set(key, new Set());
      passages.get(key).add(passage);
    }
    return passages;
  };

  /** To the nearest whole number; halves to the even one. */
  const rounded = (value) => {
    const nearestWhole = Math.round(value);
    return nearestWhole - value === 0.5 && nearestWhole % 2 ? nearestWhole - 1 : nearestWhole;
  };

  const NOTHING = { rows: [], steps: [] };

  /** `size` is how many passages there are. */
  class Lexical {
    constructor(data) {
      this.data = data;
      this.vocabulary = new offline.Vocabulary(data.units, data.seconds);
      this.isKnown = (token) => this.vocabulary.find(token) !== undefined;
      this.shards = new Map();
      this.steps = new Map();
      this.readRows();
    }

    readRows() {
      const [count, tokens] = [this.data.rows, this.data.lengths].map(numbersIn);
      this.size = this.data.records.reduce((sum, record) => sum + record.at(-1), 0);
      this.firsts = new Int32Array(this.size + 1);
      for (let passage = 0; passage < this.size; passage += 1) {
        this.firsts[passage + 1] = this.firsts[passage] + count();
      }
      this.owners = new Int32Array(this.firsts.at(-1));
      this.lengths = new Float64Array(this.owners.length);
      for (let passage = 0; passage < this.size; passage += 1) {
        const [own, end] = [this.firsts[passage], this.firsts[passage + 1]];
        this.owners.fill(passage, own, end);
        this.lengths[own] = tokens();
        for (let row = own + 1, length = 0; row < end; row += 1) {
          length += tokens();
          this.lengths[row] = length;
        }
      }
      this.average = this.lengths.reduce((sum, one) => sum + one, 0) / (this.lengths.length || 1);
    }

    /** Load a file of the index by its name and what holds it; one of another generation is none of it. */
    async loadPart(name, held) {
      await load(`assets/index-${name}.js`);
      const part = given[held[0]][held[1]];
      if (part.generation !== this.data.generation) throw new Error(`index-${name}.js: ${part.generation}`);
      return part;
    }

    async loadShard(number) {
      if (this.shards.has(number)) return;
      const shard = await this.loadPart(`words-${number}`, ["words", number]);
      const { postings, asked, asks } = shard;
      const read = readPostings(postings, this.vocabulary.sizes[number]);
      const gists = this.data.student ? offline.readTokens(shard, this.data.student) : new Map();
      this.shards.set(number, { ...read, gists, asked: readAsked({ asked, asks }) });
      delete given.words[number]; // read
    }

    /** The student; null where there is none. */
    get student() {
      this.pupil ??= this.data.student && offline.studentOf(this.data.student, this.size);
      return this.pupil;
    }

    /** What tokens mean for each passage: `standard` and the `nearest` cosine; all 0 where there is no student. Their
        meaning must have been loaded. */
    meant(tokens) {
      if (!this.student) return { standard: new Float64Array(this.firsts.length - 1), nearest: 0 };
      return this.student.meant(this.gistOf(tokens));
    }

    /** What tokens mean together. */
    gistOf(tokens) {
      const terms = [...new Set(tokens)].map((token) => this.vocabulary.find(token)).filter(Boolean);
      const vectors = terms.map(({ shard, place }) => this.shards.get(shard).gists.get(place)).filter(Boolean);
      return offline.gistOf(vectors, this.data.student.dimensions);
    }

    /** Load the postings of tokens. */
    async loadWords(tokens) {
      const shards = new Set(tokens.filter(this.isKnown).map((token) => this.vocabulary.find(token).shard));
      await Promise.all([...shards].map((shard) => this.loadShard(shard)));
    }

    /** Load what it takes to know what tokens mean, whose postings are there. */
    async loadMeaning(tokens) {
      const clusters = this.student ? this.student.needed(this.gistOf(tokens)) : [];
      const load = async (cluster) =>
        this.student.put(cluster, await this.loadPart(`vectors-${cluster}`, ["vectors", cluster]));
      await Promise.all(clusters.filter((cluster) => !this.student.read.has(cluster)).map(load));
    }

    frequency(token) {
      return this.vocabulary.find(token)?.often ?? 0;
    }

    wordsWith(letter) {
      return this.vocabulary.wordsWith(letter);
    }

    rarity(token) {
      const rows = this.frequency(token);
      return Math.log(1 + (this.owners.length - rows + 0.5) / (rows + 0.5));
    }

    /** The passages that have a normalised question for an ask, by its key; *tokens* are its first, if any. */
    askedBy(key, tokens) {
      const shard = tokens.length ? this.vocabulary.find(tokens[0])?.shard : undefined;
      return this.shards.get(shard)?.asked.get(key) ?? new Set();
    }

    /** The rows of a token, ascending, and its scores there, in whole steps so that sums are exact. */
    postingsOf(token) {
      if (this.steps.has(token)) return this.steps.get(token);
      const term = this.vocabulary.find(token);
      if (!term) return NOTHING;
      const { k1, b, step } = this.data.bm25;
      const { rows, often } = this.countsOf(term);
      const weight = Math.fround(this.rarity(token));
      const steps = new Uint8Array(rows.length);
      for (let at = 0; at < steps.length; at += 1) {
        const share = often[at] / (k1 * (1 - b + (b * this.lengths[rows[at]]) / this.average) + often[at]);
        steps[at] = Math.min(STEPS, Math.max(1, rounded(Math.fround(weight * share) / step)));
      }
      this.steps.set(token, { rows, steps });
      return this.steps.get(token);
    }

    /** The rows of a term, ascending, and how often it stands in each: a character as often as its pairs, and besides. */
    countsOf({ shard, place, pairs }) {
      const { rows: all, often: each, starts } = this.shards.get(shard);
      const [first, end] = [starts[place], starts[place + 1 + pairs]];
      if (!pairs) return { rows: all.subarray(first, end), often: each.subarray(first, end) };
      this.tally ??= new Uint16Array(this.owners.length);
      const found = [];
      for (let at = first; at < end; at += 1) {
        if (!this.tally[all[at]]) found.push(all[at]);
        this.tally[all[at]] += each[at];
      }
      const rows = Int32Array.from(found).sort();
      const often = Uint16Array.from(rows, (row) => this.tally[row]);
      for (const row of rows) this.tally[row] = 0;
      return { rows, often };
    }

    /** BM25 of each passage: the best of its rows. */
    scores(tokens) {
      const { owners } = this;
      this.sums ??= new Int32Array(owners.length); // all 0 between questions
      const { sums } = this;
      const postings = [...new Set(tokens)].map((token) => this.postingsOf(token));
      for (const { rows, steps } of postings) {
        for (let at = 0; at < steps.length; at += 1) sums[rows[at]] += steps[at];
      }
      const best = new Float64Array(this.size);
      for (const { rows } of postings) {
        for (const row of rows) {
          if (sums[row] > best[owners[row]]) best[owners[row]] = sums[row];
          sums[row] = 0;
        }
      }
      const { step } = this.data.bm25;
      for (let passage = 0; passage < best.length; passage += 1) best[passage] *= step;
      return best;
    }

    /** The passages that have a token, ascending, and its best score in each, in steps. */
    hits(token) {
      const { rows, steps } = this.postingsOf(token);
      const { owners } = this;
      const passages = new Int32Array(steps.length);
      const best = new Uint8Array(steps.length);
      let count = 0;
      for (let at = 0, before = -1; at < steps.length; at += 1) {
        const passage = owners[rows[at]];
        if (passage !== before) {
          passages[count] = passage;
          count += 1;
          before = passage;
        }
        if (steps[at] > best[count - 1]) best[count - 1] = steps[at];
      }
      return { passages: passages.subarray(0, count), best: best.subarray(0, count) };
    }

    /** The terms that a text with *gram* in it has one of: Latin words stand in the index without their endings. */
    termsOf(gram) {
      if (/[^\x20-\x7e]/.test(gram)) return [gram].filter(this.isKnown);
      const letters = [...gram];
      const stems = new Set(letters.slice(1).map((_, at) => gram.slice(0, at + 1)));
      letters.forEach((letter, at) => {
        if (letter === "i") stems.add(`${gram.slice(0, at)}y`);
      });
      return [...this.vocabulary.beginningWith(gram), ...[...stems].filter(this.isKnown)];
    }

    /** The passages whose own words, not their asks, have a token of *gram*. */
    passagesWith(gram) {
      const passages = new Set();
      for (const term of this.termsOf(gram)) {
        for (const row of this.postingsOf(term).rows) {
          const passage = this.owners[row];
          if (row === this.firsts[passage]) passages.add(passage);
        }
      }
      return [...passages];
    }
  }

  Object.assign(offline, { Lexical });
})();
