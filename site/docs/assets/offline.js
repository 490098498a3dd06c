/* Answers without a server, by words, from the index beside the pages. The search is that of search/browser_search.py,
   over the data that search/browser.py describes; a test asks both the same questions. */
"use strict";

(() => {
  const INVISIBLE = /[\u200b-\u200d\ufeff]/g;
  const CHINESE = /[\u3400-\u9fff]/;
  const MARK = "py:";
  const LONGEST_SYLLABLE = 6;
  const SHORTEST_WORD = 5; // shorter words are one letter from too many others
  const LONG_WORD = 8; // from here on two slips are put right
  const { languages } = window.Shouce; // `at` is where the index has the words of each, counted from the Chinese ones

  /** `handles`, `handled` and `handling` are all `handl`. */
  const stem = (given) => {
    let word = given;
    if (word.length > 4 && word.endsWith("ies")) word = `${word.slice(0, -3)}y`;
    else if (word.length > 4 && /(?:sses|shes|ches|xes)$/.test(word)) word = word.slice(0, -2);
    else if (word.length > 3 && word.endsWith("s") && !/(?:ss|us|is)$/.test(word)) word = word.slice(0, -1);
    for (const ending of ["ing", "ed"]) {
      const root = word.slice(0, -ending.length);
      if (!word.endsWith(ending) || root.length < 3 || !/[aeiouy]/.test(root)) continue;
      const last = root.at(-1);
      word = last === root.at(-2) && !"lsz".includes(last) ? root.slice(0, -1) : root;
      break;
    }
    return word.length > 3 && word.endsWith("e") ? word.slice(0, -1) : word;
  };

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

  const nearest = (word, known) => {
    if (word.length < SHORTEST_WORD) return "";
    const allowed = word.length >= LONG_WORD ? 2 : 1;
    let best = "";
    let least = allowed + 1;
    for (const other of known) {
      if (other[0] !== word[0] || Math.abs(other.length - word.length) > allowed) continue;
      const slips = distance(word, other);
      if (slips < least || (slips === least && best && other < best)) [least, best] = [slips, other];
    }
    return best;
  };

  /** For each term the place of its postings; decoded when the term is asked for. */
  const readPostings = (packed, terms) => {
    const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
    let place = 0;
    const number = () => {
      let value = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[place];
        place += 1;
        value += (byte & 0x7f) * 2 ** shift;
        if (byte < 0x80) return value;
      }
    };
    const found = new Map();
    for (const term of terms) {
      const rows = [];
      let row = -1;
      for (let left = number(); left > 0; left -= 1) {
        row += number();
        rows.push(row, bytes[place]);
        place += 1;
      }
      found.set(term, rows);
    }
    return found;
  };

  const bestOf = (scores) => scores.reduce((best, score, number) => (score > scores[best] ? number : best), 0);

  class Search {
    constructor(data) {
      this.data = data;
      this.simple = new Map();
      const letters = [...data.t2s];
      for (let at = 0; at < letters.length; at += 2) this.simple.set(letters[at], letters[at + 1]);
      this.stopEnglish = new Set(data.stop_en.split(" "));
      this.stopChinese = new Set(data.stop_zh.split(" "));
      this.terms = readPostings(data.postings, data.terms.split("\n"));
      this.words = [...this.terms.keys()].filter((term) => /^[a-z]+$/i.test(term));
      this.owner = data.rows.flatMap((count, passage) => Array(count).fill(passage));
      this.syllable = new RegExp(`^(?:${data.syllable})$`, "u");
      this.titles = data.records.map((record) => this.names(this.tokens(`${record[4]} ${record[5]}`)));
      this.codes = data.records.map((record) => (record[3] && !record[3].includes("XX") ? this.tokens(record[3])[0] : ""));
    }

    normalize(text) {
      const folded = text.normalize("NFKC").toLowerCase().replace(INVISIBLE, "");
      return [...folded].map((letter) => this.simple.get(letter) ?? letter).join("");
    }

    tokens(text) {
      const found = [];
      for (const [run] of this.normalize(text).matchAll(new RegExp(this.data.runs, "gu"))) {
        if (run[0] >= "\u3400") {
          const pairs = [...run].slice(1).map((letter, at) => run[at] + letter);
          found.push(...[...run, ...pairs].filter((token) => !this.stopChinese.has(token)));
        } else if (/[0-9]/.test(run)) {
          const parts = run.match(new RegExp(this.data.parts, "gu"));
          parts.forEach((part, at) => {
            if (at === 0 || !this.stopEnglish.has(part)) found.push(parts.slice(at).join(""));
          });
        } else {
          const words = run.split(/[-.']/).filter((word) => word.length > 1 && !this.stopEnglish.has(word));
          found.push(...words.map(stem));
        }
      }
      return found;
    }

    names(tokens) {
      return new Set(tokens.filter((token) => /^[\x20-\x7e]*$/.test(token) || token.length === 1));
    }

    /** The syllables of a word, each as long as the rest allows; none when it cannot be cut. */
    cutSyllables(word) {
      const rests = new Map([[word.length, []]]);
      for (let start = word.length - 1; start >= 0; start -= 1) {
        for (let end = Math.min(start + LONGEST_SYLLABLE, word.length); end > start; end -= 1) {
          if (!rests.has(end) || !this.syllable.test(word.slice(start, end))) continue;
          rests.set(start, [word.slice(start, end), ...rests.get(end)]);
          break;
        }
      }
      return rests.get(0) ?? [];
    }

    /** The pinyin tokens of a Latin question, or none when it does not look like pinyin. */
    pinyin(plain) {
      const words = plain.match(/[a-z]+/g) ?? [];
      if (!words.length || CHINESE.test(plain)) return [];
      const cut = new Map();
      for (const word of words) {
        if (!this.stopEnglish.has(word) && !this.terms.has(stem(word))) cut.set(word, this.cutSyllables(word));
      }
      const read = words.filter((word) => cut.get(word)?.length);
      const count = read.reduce((sum, word) => sum + cut.get(word).length, 0);
      if (read.length * 2 < words.length || count < 2) return [];
      const all = words.flatMap((word) => (cut.get(word)?.length ? cut.get(word) : this.cutSyllables(word)));
      return all.slice(1).map((syllable, at) => MARK + all[at] + syllable);
    }

    corrected(token) {
      if (this.terms.has(token) || !/^[a-z]+$/.test(token)) return token;
      return nearest(token, this.words) || token;
    }

    scores(tokens) {
      const rows = new Float64Array(this.owner.length);
      for (const token of tokens) {
        const postings = this.terms.get(token) ?? [];
        for (let at = 0; at < postings.length; at += 2) rows[postings[at]] += postings[at + 1];
      }
      const best = new Float64Array(this.data.passages.length);
      rows.forEach((score, row) => { best[this.owner[row]] = Math.max(best[this.owner[row]], score); });
      return best.map((score) => score * this.data.step);
    }

    factOf(passage, fact) {
      return fact === "forms" ? passage[5].length > 0 : Boolean(passage[6][{ by: 2, within: 3 }[fact]]);
    }

    weighed(words, fact, coded) {
      const { rank, passages } = this.data;
      const least = Math.min(...words);
      const spread = Math.max(...words) - least;
      return [...words].map((word, number) => {
        const passage = passages[number];
        const lexical = spread ? (rank.lexical * (word - least)) / spread : 0;
        const gain = fact && this.factOf(passage, fact) ? rank.fact : 0;
        return lexical + gain + (coded.has(passage[0]) ? rank.code : 0);
      });
    }

    coded(tokens) {
      const gives = (code) =>
        /[a-z]/.test(code) || code.split(".").length > 2 ? tokens.includes(code) : tokens.length === 1 && tokens[0] === code;
      const numbers = [...this.codes.keys()];
      const whole = numbers.filter((record) => this.codes[record] && gives(this.codes[record]));
      if (whole.length) return new Set(whole);
      const tails = tokens.filter((token) => /^[a-z]/.test(token) && /[0-9]/.test(token));
      const ended = numbers.filter((record) => tails.some((tail) => this.codes[record].endsWith(tail)));
      return new Set(ended.length === 1 ? ended : []);
    }

    choose(scores, named, top) {
      const { passages, rank } = this.data;
      const chosen = [];
      const count = new Map();
      for (const number of [...scores.keys()].sort((one, other) => scores[other] - scores[one] || one - other)) {
        const record = passages[number][0];
        if (chosen.length === top) break;
        const had = count.get(record) ?? 0;
        if (had >= rank.per_record) continue;
        const answer = had ? number : this.standsFor(number, scores, named);
        if (chosen.includes(answer)) continue;
        chosen.push(answer);
        count.set(record, had + 1);
      }
      return chosen;
    }

    standsFor(number, scores, named) {
      const { passages, records, rank } = this.data;
      const [record, key] = passages[number];
      const numbers = [...passages.keys()].filter((one) => passages[one][0] === record);
      if (named.has(record)) return numbers.find((one) => passages[one][4]) ?? numbers[0];
      const parts = numbers.filter((one) => passages[one][3]);
      if (key || !rank.parts.includes(records[record][1]) || !parts.length) return number;
      return parts.reduce((best, one) => (scores[one] > scores[best] ? one : best));
    }

    rarity(token) {
      const rows = (this.terms.get(token)?.length ?? 0) / 2;
      return Math.log(1 + (this.owner.length - rows + 0.5) / (rows + 0.5));
    }

    coverage(tokens, passage) {
      const has = (token) => (this.terms.get(token) ?? []).some((row, at) => at % 2 === 0 && this.owner[row] === passage);
      const total = tokens.reduce((sum, token) => sum + this.rarity(token), 0);
      return tokens.filter(has).reduce((sum, token) => sum + this.rarity(token), 0) / (total || 1);
    }

    says(passage, fact) {
      const [section, text, , , say] = passage[6];
      return this.factOf(passage, fact) || new RegExp(this.data.said[fact], "u").test(this.normalize(section + text + say));
    }

    isBlank(chosen, fact) {
      const [record, , part] = chosen[0];
      if (!fact || !part || !this.data.rank.blank.includes(this.data.records[record][1])) return false;
      return !chosen.some((passage) => passage[0] === record && this.says(passage, fact));
    }

    /** How likely it is that the handbook answers, 0 to 1. */
    sure(read, words, scores) {
      const [coverage, strength, bias] = this.data.weights[read.lang];
      const covered = this.coverage(read.tokens, bestOf(scores));
      const weighed = coverage * covered + (strength * Math.max(...words)) / Math.log(1 + this.owner.length) + bias;
      return 1 / (1 + Math.exp(-weighed));
    }

    judge(read, words, scores, titled, chosen) {
      const record = chosen[0][0];
      if (read.coded.has(record)) return "answered";
      if (!read.tokens.length) return "not_in_handbook";
      const [answered, unsure] = this.data.levels;
      const isNamed = titled.has(record) && this.names(read.tokens).size > 1 && !read.pinyin;
      const sure = Math.max(this.sure(read, words, scores), isNamed ? answered : 0);
      if (sure < unsure) return "not_in_handbook";
      if (sure < answered) return "unsure";
      return this.isBlank(chosen, read.fact) ? "blank_in_handbook" : "answered";
    }

    read(question) {
      const plain = this.normalize(question);
      const pinyin = this.pinyin(plain);
      const tokens = [...new Set([...pinyin, ...this.tokens(question).map((token) => this.corrected(token))])];
      const fact = this.data.facts.find(([, pattern]) => new RegExp(pattern, "u").test(plain))?.[0] ?? "";
      const runs = plain.match(new RegExp(this.data.runs, "gu")) ?? [];
      const hasWord = runs.some((run) => run[0] < "\u3400" && run.length > 1 && !/[0-9]/.test(run));
      const lang = hasWord && !CHINESE.test(plain) && !pinyin.length ? "en" : "zh";
      return { tokens, fact, coded: this.coded(tokens), pinyin: pinyin.length > 0, lang };
    }

    /** The records that the question names by their title. */
    titled(read, scores) {
      if (read.pinyin) {
        const [record, key] = this.data.passages[bestOf(scores)];
        return new Set(key ? [] : [record]);
      }
      const asked = [...this.names(read.tokens)];
      const has = (record) => asked.length && asked.every((name) => this.titles[record].has(name));
      return new Set([...this.titles.keys()].filter(has));
    }

    /** The object of `/api/ask`; `lang` words the answers, where the question itself has no language. */
    ask(question, lang, top = 5) {
      const began = performance.now();
      const read = this.read(question);
      const words = this.scores(read.tokens);
      const scores = this.weighed(words, read.fact, read.coded);
      const titled = this.titled(read, scores);
      const chosen = this.choose(scores, new Set([...read.coded, ...titled]), top);
      const status = this.judge(read, words, scores, titled, chosen.map((number) => this.data.passages[number]));
      const worded = lang ?? read.lang;
      const answers = status === "not_in_handbook" ? [] : chosen.map((number) => this.found(number, worded));
      return { question, lang: worded, status, answers, took_ms: performance.now() - began };
    }

    found(number, lang) {
      const passage = this.data.passages[number];
      const { at, prefix } = languages[lang];
      const [handbook, folder, id, code, zh, en, edition, effective, status] = this.data.records[passage[0]];
      const [name, ...kind] = this.data.kinds[folder];
      const [section, text, by, within, say] = passage[6 + at];
      const page = `${handbook}/${folder}/${id}.html${passage[3] ? `#${passage[3]}` : ""}`;
      return {
        handbook, kind: name, record: id, step: passage[2] || null, code: code || null,
        title: [zh, en][at], section: section || kind[at], text,
        by: by || null, within: within || null, forms: passage[5], say: say || null,
        url: prefix + page, edition, effective: effective || null, status,
      };
    }
  }

  let search = null;
  window.Shouce.offline = {
    /** Answer from `window.Shouce.data.index`, which must have been loaded. */
    ask(question, lang) {
      search ??= new Search(window.Shouce.data.index);
      return search.ask(question, lang);
    },
  };
})();
