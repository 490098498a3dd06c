/* Danger first, without a server: whether somebody who asks is in danger, by the words of the question. The rules are
   those of search/danger/{signs,words,watch}.py; tests/data/search-cases.json holds both to them. */

(() => {
  const RUN = /[\u3400-\u9fff]+|[a-z0-9]+(?:[-.'][a-z0-9]+)*/g;
  const LETTER = /^[a-z0-9]$/;
  const { languages, offline, load } = window.Shouce;
  const { stem, CHINESE } = offline;

  /** Chinese characters and pairs, English stems and pairs of them, each once. */
  const signsOf = (plain) => {
    const found = new Set();
    let before = "";
    for (const [run] of plain.matchAll(RUN)) {
      if (CHINESE.test(run)) {
        for (const letter of run) found.add(letter);
        for (let at = 0; at + 1 < run.length; at += 1) found.add(run.slice(at, at + 2));
        before = "";
        continue;
      }
      for (const word of run.split(/[-.']/).filter(Boolean)) {
        const root = stem(word);
        found.add(root);
        if (before) found.add(`${before} ${root}`);
        before = root;
      }
    }
    return [...found];
  };

  /** Whether a word stands in a text; one of Latin letters as a whole word or several. */
  const standsIn = (word, plain) => {
    for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + 1)) {
      const around = [plain[at - 1] ?? "", plain[at + word.length] ?? ""];
      if (!LETTER.test(word[0]) || !around.some((letter) => LETTER.test(letter))) return true;
    }
    return false;
  };

  class Danger {
    constructor(data) {
      this.data = data;
      this.signs = this.readSigns(data.words);
    }

    /** The signs of its language: of each its weight, and by turns a card and how often it stands there. */
    readSigns({ signs, weights, sizes, cards, counts }) {
      const [weight, size, step, count] = [weights, sizes, cards, counts].map(offline.numbersIn);
      const found = new Map();
      for (const sign of signs.split(",").filter(Boolean)) {
        const doubled = weight();
        const numbers = [doubled % 2 ? -(doubled + 1) / 2 : doubled / 2];
        for (let left = size(), card = 0; left > 0; left -= 1) {
          card += step();
          numbers.push(card, count());
        }
        found.set(sign, numbers);
      }
      return found;
    }

    /** How much a sentence sounds like a cry, and like those of each card. */
    hear(plain) {
      const { unit, rare, signs: share, meant, named: bonus, words } = this.data;
      const { bias, totals, lexicon } = words;
      const vocabulary = this.signs;
      const known = signsOf(plain)
        .map((sign) => vocabulary.get(sign))
        .filter(Boolean);
      const length = Math.sqrt(Math.max(1, known.length));
      const named = lexicon.map((some) => some.some((word) => standsIn(word, plain)));
      const cards = totals.map((total) => known.length * Math.log(rare / (total + rare * vocabulary.size)));
      for (const [, ...counted] of known) {
        for (let at = 0; at < counted.length; at += 2) cards[counted[at]] += Math.log(1 + counted[at + 1] / rare);
      }
      const weighs = (known.reduce((sum, [weight]) => sum + weight, 0) / length + bias) / unit;
      return {
        weighs: weighs + (named.includes(true) ? bonus : 0),
        cards: cards.map((sum, card) => (share * sum) / length + (named[card] ? meant : 0)),
      };
    }

    /** The numbers of the perils that somebody is in who asks; mostly none, one, or two. */
    look({ typed, text }) {
      if (!this.data.perils.length) return [];
      const heard = [...new Set([typed, text])].map((plain) => this.hear(plain));
      const { weighs, cards } = heard.reduce((most, one) => (one.weighs > most.weighs ? one : most));
      if (weighs < this.data.threshold) return [];
      const [first, second] = [...cards.keys()].sort((one, other) => cards[other] - cards[one] || one - other);
      const total = cards.reduce((sum, card) => sum + Math.exp(card - cards[first]), 0);
      const isLikely = second !== undefined && Math.exp(cards[second] - cards[first]) / total >= this.data.second;
      return isLikely ? [first, second] : [first];
    }

    /** The addresses of the cards of perils. */
    cards(perils) {
      return perils.map((number) => this.data.perils[number][0]);
    }

    /** What to do about perils: the object `danger` of an answer. */
    answer(perils, lang, handbook = "") {
      if (!perils.length) return null;
      const { at, prefix } = languages[lang];
      const numbersOf = ([, , , numbers]) => numbers[handbook] ?? numbers[""];
      const named = ([card, ...titles]) => ({ card, title: titles[at], url: `${prefix}${card}.html` });
      const chosen = perils.map((number) => this.data.perils[number]);
      const called = new Map();
      for (const call of chosen.flatMap(numbersOf).map((number) => this.data.calls[number])) {
        if (!called.has(call[0])) called.set(call[0], { number: call[0], who: call[1 + at], when: call[3 + at] });
      }
      const [first, ...others] = chosen.map(named);
      return { ...first, numbers: [...called.values()], also: others };
    }
  }

  const watches = new Map();
  Object.assign(offline, {
    /** In which language a question is listened to. */
    heardIn: (text) => (CHINESE.test(text.normalize("NFKC")) ? "zh" : "en"),
    /** Whoever looks in a language whether somebody is in danger, once its file is there. */
    watch: async (lang) => {
      await load(`assets/danger-${lang}.js`);
      if (!watches.has(lang)) watches.set(lang, new Danger(window.Shouce.data.danger[lang]));
      return watches.get(lang);
    },
  });
})();
