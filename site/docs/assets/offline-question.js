/* A question without a server: what is meant by it, by the rules of search/{dialect,sentences,question}.py. */

(() => {
  const RUN = /[\u3400-\u9fff]+/g;
  const WORD = /[a-z0-9-]+(?:[.][a-z0-9-]+)*/g;
  const UNIT = /[\u3400-\u9fff]|[a-z0-9]{1,4}/g;
  const { offline } = window.Shouce;
  const { stem, CHINESE } = offline;

  class Questions {
    constructor(index, reader) {
      const { dialect, sentences } = index.data.reading;
      this.index = index;
      this.reader = reader;
      this.pinyin = new offline.Pinyin(index, reader);
      this.slips = new offline.Slips(index, this.pinyin.sounds, reader.stopChinese);
      this.spelling = new offline.Spelling(index);
      this.standard = dialect.map(([, standard]) => standard);
      this.said = new RegExp(dialect.map(([words]) => `(${words})`).join("|"), "gu");
      this.sentences = sentences;
      this.asking = new RegExp(sentences.asking, "u");
      this.facts = index.data.facts.map(([name, pattern]) => [name, new RegExp(pattern, "u")]);
    }

    inStandardWords(plain) {
      return plain.replace(this.said, (_, ...groups) => this.standard[groups.findIndex(Boolean)]);
    }

    /** What asks of a long message, and what stands before it as far as that can be read. */
    askingPart(plain) {
      const { most, sentence, clause } = this.sentences;
      const units = (text) => text.match(UNIT)?.length ?? 0;
      const cut = (text, pattern) => text.match(new RegExp(pattern, "gu")) ?? [];
      if (units(plain) <= most) return plain;
      const pieces = cut(plain, sentence).flatMap((text) => (units(text) <= most >> 1 ? [text] : cut(text, clause)));
      const rank = (place) => (this.asking.test(pieces[place]) ? 0 : 1);
      let left = most;
      const kept = [];
      for (const place of [...pieces.keys()].sort((one, other) => rank(one) - rank(other) || one - other)) {
        if (units(pieces[place]) > left) continue;
        kept.push(place);
        left -= units(pieces[place]);
      }
      const chosen = kept.sort((one, other) => one - other).map((place) => pieces[place]);
      return chosen.join("") || this.window(plain);
    }

    /** As much of one long sentence as can be read, from where it asks last, or before that to its end. */
    window(plain) {
      const { most, asking } = this.sentences;
      const found = [...plain.matchAll(UNIT)].map(({ index, 0: text }) => ({ start: index, end: index + text.length }));
      const asked = [...plain.matchAll(new RegExp(asking, "gu"))].at(-1)?.index ?? 0;
      const at = found.filter(({ end }) => end <= asked).length;
      const first = Math.min(at, found.length - most);
      return plain.slice(found[first].start, found[first + most - 1].end);
    }

    /** A word, or the word of the index that was meant, with the ending that was typed. */
    corrected(word) {
      const root = stem(word);
      if (!/^[a-z]+$/.test(word) || this.reader.stopEnglish.has(word) || this.index.isKnown(root)) return word;
      const meant = this.spelling.nearest(root);
      return meant ? meant + word.slice(root.length) : word;
    }

    read(question) {
      const typed = this.reader.normalize(question, this.index.data.longest);
      const chinese = this.pinyin.read(this.askingPart(this.inStandardWords(typed)));
      const putRight = chinese.replace(RUN, (run) => this.slips.without(run));
      const text = putRight.replace(WORD, (word) => this.corrected(word));
      const asTyped = this.reader.tokens(chinese).filter(this.index.isKnown);
      const isLatin = !CHINESE.test(text);
      return {
        typed,
        text,
        first: this.reader.tokens(typed).slice(0, 1),
        tokens: [...new Set([...this.reader.tokens(text), ...asTyped])],
        fact: this.facts.find(([, pattern]) => pattern.test(text))?.[0] ?? "",
        lang: isLatin && this.reader.hasWord(text) ? "en" : "zh",
      };
    }
  }

  Object.assign(offline, { Questions });
})();
