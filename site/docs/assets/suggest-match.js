/* Suggestions, first part: what fits the letters typed so far. The data are those of search/suggestions.py. */

(() => {
  const SHOWN = 8;
  const MOST_TITLES = 5;
  const MOST_TERMS = 2;
  const LATIN = /^[a-z' ]+$/;
  const FEWEST_INITIALS = 2;
  const FEWEST_LETTERS = 2; // of a question that may have other words between
  const KINDS = { title: 0, term: 1, ask: 2 };
  const bare = (text) => text.replace(/[^a-z0-9]/g, "");
  const withoutZeros = (code) => code.replace(/(^|[^0-9])0+(?=[0-9])/g, "$1");

  /** Whether letters stand in a text, in their order. */
  const areWithin = (letters, text) => {
    let at = -1;
    for (const letter of letters) {
      at = text.indexOf(letter, at + 1);
      if (at < 0) return false;
    }
    return true;
  };

  class Suggestions {
    constructor(data) {
      this.handbooks = data.handbooks;
      this.simple = new Map();
      const letters = [...data.t2s];
      for (let at = 0; at < letters.length; at += 2) this.simple.set(letters[at], letters[at + 1]);
      this.sounds = new Map();
      for (const line of data.sounds.split("\n")) {
        const [syllable, often] = line.split(" ");
        for (const letter of often) this.sounds.set(letter, syllable);
      }
      this.entries = [];
      this.texts = new Set();
      for (const [handbook, code, title, other] of data.records) this.add("title", title, { handbook, code, other });
      for (const words of data.terms) this.add("term", words[0], { other: words.slice(1).join(" ") });
      for (const [handbook, , , , ask] of data.records) if (ask) this.add("ask", ask, { handbook });
    }

    /** The questions of one handbook, which come in a file of their own. */
    addQuestions(handbook, asks) {
      for (const ask of asks) this.add("ask", ask, { handbook });
    }

    add(kind, text, { handbook = "", code = "", other = "" }) {
      const key = `${kind} ${kind === "title" ? handbook : ""} ${text}`;
      if (this.texts.has(key)) return;
      this.texts.add(key);
      const plain = this.normalize(text);
      const syllables = [...plain].map((letter) => this.sounds.get(letter)).filter(Boolean);
      this.entries.push({
        kind,
        text,
        handbook,
        code,
        plain,
        other: this.normalize(other),
        bare: withoutZeros(bare(code.toLowerCase())),
        syllables,
        initials: syllables.map(([first]) => first).join(""),
      });
    }

    normalize(text) {
      return [...text.normalize("NFKC").toLowerCase()].map((letter) => this.simple.get(letter) ?? letter).join("");
    }

    /** What fits *typed*, best first: titles, terms, questions; those of *handbook* before the others. */
    find(typed, handbook) {
      const plain = this.normalize(typed).trim().replace(/\s+/g, " ");
      if (!plain) return [];
      const asked = this.read(plain);
      const found = [];
      for (const entry of this.entries) {
        const rank = this.rank(entry, asked);
        if (rank < Infinity) found.push({ entry, rank: rank + (entry.handbook === handbook ? 0 : 0.5) });
      }
      found.sort(
        (one, other) =>
          KINDS[one.entry.kind] - KINDS[other.entry.kind] ||
          one.rank - other.rank ||
          one.entry.plain.length - other.entry.plain.length,
      );
      return this.mixed(found.map(({ entry }) => entry));
    }

    /** So many of each kind that no other is crowded out. */
    mixed(entries) {
      const of = (kind) => entries.filter((entry) => entry.kind === kind);
      const asks = of("ask");
      const terms = of("term").slice(0, MOST_TERMS);
      const titles = of("title").slice(0, Math.max(MOST_TITLES, SHOWN - terms.length - asks.length));
      return [...titles, ...terms, ...asks].slice(0, SHOWN);
    }

    read(plain) {
      const latin = LATIN.test(plain) ? plain.replace(/[' ]/g, "") : "";
      const code = bare(plain) === plain.replace(/[^a-z0-9\u3400-\u9fff]/g, "") ? withoutZeros(bare(plain)) : "";
      const letters = latin ? [] : [...plain.replaceAll(" ", "")]; // of Latin words too many questions have
      return { plain, parts: plain.split(" "), latin, letters, code: /[0-9]/.test(code) ? code : "" };
    }

    /** How well an entry fits, 0 best; Infinity where it does not. */
    rank(entry, { plain, parts, latin, letters, code }) {
      if (code && entry.bare.endsWith(code)) return 0;
      if (entry.plain.startsWith(plain)) return 1;
      if (entry.plain.includes(plain)) return 2;
      if (code && entry.bare.includes(code)) return 2;
      if (parts.length > 1 && parts.every((part) => entry.plain.includes(part))) return 3;
      if (entry.kind === "ask" && letters.length > FEWEST_LETTERS && areWithin(letters, entry.plain)) return 3;
      if (latin && this.sounds.size && this.isSpelt(entry, latin)) return 4;
      return entry.other.includes(plain) ? 5 : Infinity;
    }

    /** Whether the syllables, from one of them on, begin with letters, in full or by their initials. */
    isSpelt({ initials, syllables }, letters) {
      if (letters.length < FEWEST_INITIALS) return false;
      if (initials.includes(letters)) return true;
      for (let at = initials.indexOf(letters[0]); at >= 0; at = initials.indexOf(letters[0], at + 1)) {
        let rest = letters;
        for (let next = at; rest && next < syllables.length && rest.startsWith(syllables[next]); next += 1) {
          rest = rest.slice(syllables[next].length);
          if (syllables[next + 1]?.startsWith(rest)) return true;
        }
        if (!rest || syllables[at].startsWith(letters)) return true;
      }
      return false;
    }
  }

  window.Shouce.Suggestions = Suggestions;
})();
