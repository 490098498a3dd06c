/* A question without a server, last part: every passage that holds its words, with an excerpt. The rules are those of
   search/{fulltext,excerpts}.py; tests/data/search-cases.json holds both to them. */

(() => {
  const LONGEST = 78; // characters of an excerpt, without the marks that say where it was cut
  const BEFORE = 20;
  const CUT = "…";
  const SHOWN = 10;
  const LANGUAGES = ["zh", "en"];
  const { offline } = window.Shouce;
  const { spans, standsIn, CHINESE } = offline;

  /** For each character of a text whether it belongs to one of the words; one becomes several when it is normalised. */
  const markedIn = (reader, letters, words) => {
    const marked = letters.map(() => false);
    const places = [];
    let whole = "";
    letters.forEach((letter, at) => {
      const plain = reader.normalize(letter);
      for (let unit = 0; unit < plain.length; unit += 1) places.push(at);
      whole += plain;
    });
    for (const word of words) {
      for (const [start, end] of spans(word, whole)) {
        for (const place of places.slice(start, end)) marked[place] = true;
      }
    }
    return marked;
  };

  const isInsideWord = (letters, at) => [letters[at - 1], letters[at]].every((letter) => /^[a-z0-9]$/i.test(letter));

  /** The surroundings of the first of *words* in *text*, or its beginning where it has none: [text, is match] …. */
  const excerpt = (reader, text, words) => {
    const letters = [...text];
    const marked = markedIn(reader, letters, words);
    const first = Math.max(0, marked.indexOf(true));
    let start = Math.max(0, Math.min(first - BEFORE, letters.length - LONGEST));
    while (start > 0 && start < first && isInsideWord(letters, start)) start += 1;
    let end = Math.min(letters.length, start + LONGEST);
    while (first + 1 < end && end < letters.length && isInsideWord(letters, end) && !marked[end - 1]) end -= 1;
    const pieces = [];
    const add = (letter, isMatch) => {
      if (pieces.at(-1)?.[1] === isMatch) pieces.at(-1)[0] += letter;
      else pieces.push([letter, isMatch]);
    };
    if (start) add(CUT, false);
    for (let at = start; at < end; at += 1) add(letters[at], marked[at]);
    if (end < letters.length) add(CUT, false);
    return pieces;
  };

  const union = (lists) => [...new Set(lists.flat())].sort((one, other) => one - other);
  const common = (lists) => {
    const [shortest, ...others] = [...lists].sort((one, other) => one.length - other.length);
    const sets = others.map((list) => new Set(list));
    return shortest.filter((number) => sets.every((set) => set.has(number)));
  };

  class FullText {
    constructor(index) {
      this.index = index;
      this.reader = index.reader;
      this.plain = new Map();
    }

    /** Load the time limits, which have no tokens, and the passages that give each. */
    async loadTimes() {
      if (this.times) return;
      const { times } = await this.index.loadPart("times", ["times", "all"]);
      this.times = times.map(([time, ...numbers]) => [this.reader.normalize(time), numbers]);
    }

    /** The passages that can hold a word, ascending; null where tokens do not say. */
    candidates(word) {
      const grams = this.reader.grams(word);
      if (!grams.length) return null;
      const times = this.times.filter(([time]) => standsIn(word, time));
      return union([
        common(grams.map((gram) => this.index.passagesWith(gram))),
        ...times.map(([, numbers]) => numbers),
      ]);
    }

    headingOf(number) {
      const { record } = this.index.passages[number];
      const [zh, en] = LANGUAGES.map((lang) => this.index.textOf(number, lang).section);
      return this.reader.normalize([record.zh, zh, record.en, en, record.code].join("\n"));
    }

    textsOf(number, lang) {
      const { text, say, by, within, hints, forms } = this.index.textOf(number, lang);
      const { code } = this.index.passages[number].record;
      return [text, say, by, within, hints, [code, ...forms].filter(Boolean).join(" · ")];
    }

    textOf(number) {
      if (!this.plain.has(number)) {
        const texts = LANGUAGES.flatMap((lang) => this.textsOf(number, lang));
        this.plain.set(number, `${this.headingOf(number)}\n${this.reader.normalize(texts.join("\n"))}`);
      }
      return this.plain.get(number);
    }

    /** The passages that hold all words, once their texts are there. */
    async holding(words) {
      await this.loadTimes();
      const grams = words.flatMap((word) => this.reader.grams(word));
      await this.index.loadWords(grams.flatMap((gram) => this.index.termsOf(gram)));
      const lists = words.map((word) => this.candidates(word)).filter((list) => list !== null);
      const numbers = lists.length ? common(lists) : [...this.index.passages.keys()];
      await this.index.loadTexts(numbers, LANGUAGES);
      return numbers.filter((number) => words.every((word) => standsIn(word, this.textOf(number))));
    }

    /** The passages in the order in which they are shown. */
    ranked(numbers, words, tokens) {
      const scores = this.index.scores(tokens);
      const places = numbers.map((number) => {
        const heading = this.headingOf(number);
        return { number, isTitled: words.every((word) => standsIn(word, heading)) };
      });
      return places.sort(
        (one, other) =>
          other.isTitled - one.isTitled || scores[other.number] - scores[one.number] || one.number - other.number,
      );
    }

    /** From the first text that has one of the words, of *lang* if it can be; else the beginning of the passage. */
    excerptOf(number, words, lang) {
      const langs = [lang, ...LANGUAGES.filter((one) => one !== lang)];
      for (const text of langs.flatMap((one) => this.textsOf(number, one)).filter(Boolean)) {
        const pieces = excerpt(this.reader, text, words);
        if (pieces.some(([, isMatch]) => isMatch)) return pieces;
      }
      return excerpt(this.reader, this.index.textOf(number, lang).text, []);
    }

    place(number, words, lang) {
      const { handbook, kind, record, code, title, section, url } = this.index.shown(number, lang);
      return { handbook, kind, record, code, title, section, excerpt: this.excerptOf(number, words, lang), url };
    }

    async find(question, lang, top) {
      const plain = this.reader.normalize(question, this.index.data.longest);
      const words = this.reader.sought(plain, this.index.isKnown);
      const isEnglish =
        words.some((word) => word.way === "word" && word.text.length > 1) &&
        !words.some((word) => CHINESE.test(word.text));
      const worded = lang ?? (isEnglish ? "en" : "zh");
      const numbers = words.length ? await this.holding(words) : [];
      const tokens = this.reader.tokens(plain);
      await this.index.loadWords(tokens);
      const best = this.ranked(numbers, words, tokens).slice(0, top);
      const passages = best.map(({ number }) => this.place(number, words, worded));
      return { question, lang: worded, places: numbers.length, passages };
    }
  }

  let texts = null;
  /** The object of `/api/text`; `lang` words the result, where the question itself has no language. */
  offline.text = (question, lang = null, top = SHOWN) => {
    texts ??= new FullText(offline.index());
    return texts.find(question, lang, top);
  };
})();
