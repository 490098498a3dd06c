/* A question without a server, first part: how its text becomes tokens and words to look for. The rules are those of
   search/{normalize,tokens,spelling,pinyin,sought}.py; tests/data/search-cases.json holds both to them. */

(() => {
  const INVISIBLE = /[\u200b-\u200d\ufeff]/g;
  const CHINESE = /[\u3400-\u9fff]/;
  const LATIN = /^[a-z0-9]$/;
  const DIGIT = /^[0-9]$/;
  const MARK = "py:";
  const LONGEST_SYLLABLE = 6;
  const SHORTEST_WORD = 5; // shorter words are one letter from too many others
  const LONG_WORD = 8; // from here on two slips are put right
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

  /** Which of *others*, which begin like *word* and are in order, was meant by it; "" if none. */
  const nearest = (word, others) => {
    if (word.length < SHORTEST_WORD) return "";
    const allowed = word.length >= LONG_WORD ? 2 : 1;
    let best = "";
    let least = allowed + 1;
    for (const other of others) {
      if (Math.abs(other.length - word.length) > allowed) continue;
      const slips = distance(word, other);
      if (slips < least) [least, best] = [slips, other];
    }
    return best;
  };

  /** Reads texts by the rules that *data*, the index, hands over. */
  class Reader {
    constructor(data) {
      this.data = data;
      this.simple = new Map();
      const letters = [...data.t2s];
      for (let at = 0; at < letters.length; at += 2) this.simple.set(letters[at], letters[at + 1]);
      this.stopEnglish = new Set(data.stop_en.split(" "));
      this.stopChinese = new Set(data.stop_zh.split(" "));
      this.runs = new RegExp(data.runs, "gu");
      this.parts = new RegExp(data.parts, "gu");
      this.pieces = new RegExp(`${data.runs}|${data.other}`, "gu");
      this.syllable = new RegExp(`^(?:${data.syllable})$`, "u");
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
    pinyin(plain, isKnown) {
      const words = plain.match(/[a-z]+/g) ?? [];
      if (!words.length || CHINESE.test(plain)) return [];
      const cut = new Map();
      for (const word of words) {
        if (!this.stopEnglish.has(word) && !isKnown(stem(word))) cut.set(word, this.cutSyllables(word));
      }
      const read = words.filter((word) => cut.get(word)?.length);
      const count = read.reduce((sum, word) => sum + cut.get(word).length, 0);
      if (read.length * 2 < words.length || count < 2) return [];
      const all = words.flatMap((word) => (cut.get(word)?.length ? cut.get(word) : this.cutSyllables(word)));
      return all.slice(1).map((syllable, at) => MARK + all[at] + syllable);
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

  window.Shouce.offline = { Reader, nearest, spans, standsIn, CHINESE };
})();
