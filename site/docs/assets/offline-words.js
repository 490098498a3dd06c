/* A question without a server, first part: how its text becomes tokens and words to look for. The rules are those of
   search/{normalize,tokens,sought}.py; tests/data/search-cases.json holds both to them. */

(() => {
  const INVISIBLE = /[\u200b-\u200d\ufeff]/g;
  const CHINESE = /[\u3400-\u9fff]/;
  const LATIN = /^[a-z0-9]$/;
  const DIGIT = /^[0-9]$/;
  const LONGEST_CODE = 6; // pieces of a question that are tried as one code
  const MOST_PARTS = 64; // of a code: letters, numbers

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

  /** Reads texts by the rules that *data*, the index, hands over. */
  class Reader {
    constructor(data, traditional) {
      this.data = data;
      this.simple = new Map();
      const letters = [...traditional];
      for (let at = 0; at < letters.length; at += 2) this.simple.set(letters[at], letters[at + 1]);
      if (data) this.readRules(data);
    }

    readRules(data) {
      this.stopEnglish = new Set(data.stop_en.split(" "));
      this.stopChinese = new Set(data.stop_zh.split(" "));
      this.runs = new RegExp(data.runs, "gu");
      this.parts = new RegExp(data.parts, "gu");
      this.pieces = new RegExp(`${data.runs}|${data.other}`, "gu");
    }

    /** A text in the spelling that is indexed; of its first *most* characters, and as many of what they become. */
    normalize(text, most = Infinity) {
      const cut = (letters) => (letters.length > most ? [...letters].slice(0, most).join("") : letters);
      const folded = cut(cut(text).normalize("NFKC")).toLowerCase().replace(INVISIBLE, "");
      return [...folded].map((letter) => this.simple.get(letter) ?? letter).join("");
    }

    partsOf(run) {
      return run.match(this.parts);
    }

    tokens(plain) {
      const tokens = [];
      for (const [run] of plain.matchAll(this.runs)) {
        if (run[0] >= "\u3400") {
          const pairs = [...run].slice(1).map((letter, at) => run[at] + letter);
          tokens.push(...[...run, ...pairs].filter((token) => !this.stopChinese.has(token)));
        } else if (/[0-9]/.test(run)) {
          const parts = this.partsOf(run).slice(0, MOST_PARTS);
          parts.forEach((part, at) => {
            if (at === 0 || !this.stopEnglish.has(part)) tokens.push(parts.slice(at).join(""));
          });
        } else {
          const words = run.split(/[-.']/).filter((word) => word.length > 1 && !this.stopEnglish.has(word));
          tokens.push(...words.map(stem));
        }
      }
      return tokens;
    }

    hasWord(plain) {
      return (plain.match(this.runs) ?? []).some((run) => run[0] < "\u3400" && run.length > 1 && !/[0-9]/.test(run));
    }

    /** The words of a question as full text looks for them: `{text, way}`. */
    sought(plain, isKnown) {
      const pieces = [...plain.matchAll(this.pieces)].map((match) => ({
        text: match[0],
        start: match.index,
        end: match.index + match[0].length,
      }));
      const words = new Map();
      for (let at = 0; at < pieces.length; ) {
        const spelled = this.spelledCode(plain, pieces.slice(at, at + LONGEST_CODE), isKnown);
        const read = spelled ? [{ text: spelled.code, way: "code" }] : this.soughtIn(pieces[at].text);
        for (const word of read) words.set(`${word.way} ${word.text}`, word);
        at += spelled?.count ?? 1;
      }
      return [...words.values()];
    }

    soughtIn(piece) {
      if (!LATIN.test(piece[0])) return [{ text: piece, way: "literal" }];
      if (/[0-9]/.test(piece)) return [{ text: this.partsOf(piece).join(""), way: "code" }];
      return piece.split(/[-.']/).map((text) => ({ text, way: "word" }));
    }

    /** The longest code with spaces in it that the pieces begin with and the index has: `GT R KF 26`. */
    spelledCode(plain, pieces, isKnown) {
      let count = 1;
      while (count < pieces.length && plain.slice(pieces[count - 1].end, pieces[count].start) === " ") count += 1;
      for (; count > 1; count -= 1) {
        const code = pieces
          .slice(0, count)
          .flatMap((piece) => this.partsOf(piece.text) ?? [])
          .join("");
        if (/^[a-z]/.test(code) && /[0-9]/.test(code) && isKnown(code)) return { count, code };
      }
      return null;
    }

    /** Whether every text that holds *part* has a token of it: not so words of asking, single letters, other scripts. */
    isIndexed(part) {
      if (LATIN.test(part[0])) {
        return (part.length > 1 || DIGIT.test(part)) && ![...this.stopEnglish].some((word) => word.startsWith(part));
      }
      return part[0] >= "\u3400" && part[0] <= "\u9fff" && !this.stopChinese.has(part);
    }

    /** What each text that holds a word has a token of, or one that begins so; empty where tokens say nothing. */
    grams({ text, way }) {
      let parts = [text];
      if (way === "code") parts = this.partsOf(text);
      if (way === "literal") {
        const letters = [...text];
        const pairs = letters
          .slice(1)
          .map((letter, at) => letters[at] + letter)
          .filter((pair) => this.isIndexed(pair));
        parts = pairs.length ? pairs : letters;
      }
      return parts.filter((part) => this.isIndexed(part));
    }
  }

  const begins = (plain, at) => {
    if (!DIGIT.test(plain[at])) return !LATIN.test(plain[at - 1] ?? "");
    return !DIGIT.test(plain[at - 1] ?? "") && !(plain[at - 1] === "." && DIGIT.test(plain[at - 2] ?? ""));
  };
  const ends = (plain, end) => {
    if (!DIGIT.test(plain[end - 1])) return true;
    return !DIGIT.test(plain[end] ?? "") && !(plain[end] === "." && DIGIT.test(plain[end + 1] ?? ""));
  };

  /** Where a code ends that begins at *at*; -1 where that is something else. */
  const endOfCode = (code, plain, at) => {
    let before = "";
    let end = at;
    for (const letter of code) {
      const isNumber = DIGIT.test(before) && DIGIT.test(letter);
      while (before && !isNumber && (plain[end] === "-" || plain[end] === " ")) end += 1;
      if (plain[end] !== letter) return -1;
      before = letter;
      end += 1;
    }
    return begins(plain, at) && ends(plain, end) ? end : -1;
  };

  const endOf = ({ text, way }, plain, at) => {
    if (way === "code") return endOfCode(text, plain, at);
    return way === "word" && LATIN.test(plain[at - 1] ?? "") ? -1 : at + text.length;
  };

  /** Where a word stands in normalised text, as [start, end] in UTF-16. */
  const spans = function* spans(word, plain) {
    const first = word.way === "code" ? word.text[0] : word.text;
    for (let at = plain.indexOf(first); at >= 0; ) {
      const end = endOf(word, plain, at);
      if (end > at) yield [at, end];
      at = plain.indexOf(first, Math.max(end, at + 1));
    }
  };
  const standsIn = (word, plain) => !spans(word, plain).next().done;

  window.Shouce.offline = { Reader, stem, spans, standsIn, CHINESE };
})();
