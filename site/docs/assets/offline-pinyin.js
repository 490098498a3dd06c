/* A question without a server: pinyin turned into Chinese, by the rules of search/{sounds,decoding,pinyin}.py. */

(() => {
  const BEGINNINGS = 3; // of the pairs that sound alike; the others are ends
  const UMLAUTS = /[üǖǘǚǜ]/g;
  const WORD = /^[a-z]+$/;
  const PIECE = /[a-z0-9]+|[^a-z0-9]+/g;
  const { offline } = window.Shouce;
  const { stem, CHINESE } = offline;

  const pairsOf = (list) => list.slice(1).map((one, at) => list[at] + one);

  /** How the common characters sound. */
  class Sounds {
    constructor({ sounds, alike }) {
      this.characters = new Map();
      const [mostly, seldom] = [new Map(), new Map()];
      const add = (map, letter, syllable) => map.set(letter, [...(map.get(letter) ?? []), syllable]);
      for (const line of sounds.trimEnd().split("\n")) {
        const [syllable, often, notOften = ""] = line.split(" ");
        this.characters.set(syllable, [often, notOften]);
        for (const letter of often) add(mostly, letter, syllable);
        for (const letter of notOften) add(seldom, letter, syllable);
      }
      this.readings = new Map([...mostly].map(([letter, list]) => [letter, [...list, ...(seldom.get(letter) ?? [])]]));
      this.pairs = alike.split(" ").map((pair) => pair.split(":"));
    }

    changed(syllable, isAtEnd) {
      const changed = [];
      for (const [full, short] of isAtEnd ? this.pairs.slice(BEGINNINGS) : this.pairs.slice(0, BEGINNINGS)) {
        for (const [one, other] of [
          [full, short],
          [short, full],
        ]) {
          if (isAtEnd && syllable.endsWith(one)) changed.push(syllable.slice(0, -one.length) + other);
          else if (!isAtEnd && syllable.startsWith(one) && !(one === short && syllable.startsWith(full))) {
            changed.push(other + syllable.slice(one.length));
          }
        }
      }
      return changed;
    }

    /** The syllables that sound like one to many. */
    alike(syllable) {
      const beginnings = [...new Set([syllable, ...this.changed(syllable, false)])].sort();
      const all = beginnings.flatMap((one) => [one, ...this.changed(one, true).sort()]);
      return [...new Set(all)].filter((other) => other !== syllable && this.characters.has(other));
    }

    /** The syllables of a word, each as long as the rest allows; none when it cannot be cut. */
    cut(word, longest) {
      const rests = new Map([[word.length, []]]);
      for (let start = word.length - 1; start >= 0; start -= 1) {
        for (let end = Math.min(start + longest, word.length); end > start; end -= 1) {
          if (!rests.has(end) || !this.characters.has(word.slice(start, end))) continue;
          rests.set(start, [word.slice(start, end), ...rests.get(end)]);
          break;
        }
      }
      return rests.get(0) ?? [];
    }
  }

  const START = { likely: 0, text: "" };

  /** Turns pinyin into the Chinese that the index most likely has for it. */
  class Pinyin {
    constructor(index, reader) {
      this.index = index;
      this.reader = reader;
      this.rules = index.data.reading.pinyin;
      this.sounds = new Sounds(index.data.reading);
      this.rows = Math.max(1, index.owners.length);
      const known = this.sounds.readings;
      this.initials = index.records.map(({ zh }) => {
        const title = [...reader.normalize(zh)].filter((letter) => known.has(letter));
        return [title.map((letter) => known.get(letter)[0][0]).join(""), title.join("")];
      });
    }

    cut(word) {
      return this.sounds.cut(word, this.rules.longest);
    }

    often(token) {
      return this.reader.stopChinese.has(token) ? Math.floor(this.rows * this.rules.stop) : this.index.frequency(token);
    }

    /** How likely a path is with a letter after it. */
    next(path, letter) {
      const often = this.often(letter);
      if (!path.text) return path.likely + Math.log(often / this.rows);
      const before = path.text.at(-1);
      const first = this.often(before);
      return (
        path.likely + Math.log((this.often(before + letter) + (this.rules.apart * often * first) / this.rows) / first)
      );
    }

    readAs(syllable, cost) {
      const [mostly, seldom] = this.sounds.characters.get(syllable) ?? ["", ""];
      return [
        [mostly, cost],
        [seldom, cost + this.rules.seldom],
      ];
    }

    bySound(letters) {
      const isUmlaut = ["lu", "nu"].includes(letters.slice(0, 2));
      return [
        ...this.readAs(letters, 0),
        ...this.sounds.alike(letters).flatMap((other) => this.readAs(other, this.rules.alike)),
        ...(isUmlaut ? this.readAs(`${letters[0]}v${letters.slice(2)}`, this.rules.umlaut) : []),
      ];
    }

    follow(paths, choices, into) {
      for (const [letters, cost] of choices) {
        for (const letter of letters) {
          if (!this.index.isKnown(letter) && !this.reader.stopChinese.has(letter)) continue;
          let [best, likely] = [paths[0], this.next(paths[0], letter)];
          for (const path of paths.slice(1)) {
            if (!this.index.isKnown(path.text.at(-1) + letter)) continue;
            const value = this.next(path, letter);
            if (value > likely) [best, likely] = [path, value];
          }
          if (into.has(letter) && into.get(letter).likely >= likely + cost) continue;
          into.set(letter, { likely: likely + cost, text: best.text + letter });
        }
      }
    }

    /** The most likely reading of words, none of whose syllables goes on in the next; "" where there is none. */
    decode(words) {
      let paths = [START];
      for (const word of words) {
        const ends = Array.from({ length: word.length + 1 }, () => new Map());
        const starts = [paths];
        for (let at = 0; at < word.length; at += 1) {
          const last = starts[at].length ? Math.min(word.length, at + this.rules.longest) : 0;
          for (let end = at + 1; end <= last; end += 1) {
            this.follow(starts[at], this.bySound(word.slice(at, end)), ends[end]);
          }
          const best = [...ends[at + 1].values()].sort((one, other) => other.likely - one.likely);
          starts.push(best.slice(0, this.rules.kept));
        }
        paths = starts.at(-1);
      }
      return paths[0]?.text ?? "";
    }

    /** The characters of a title whose syllables begin with letters: those that most titles have, then the first. */
    begunBy(letters) {
      const found = new Map();
      for (const [initials, title] of this.initials) {
        for (let at = initials.indexOf(letters); at >= 0; at = initials.indexOf(letters, at + 1)) {
          const part = title.slice(at, at + letters.length);
          found.set(part, (found.get(part) ?? 0) + 1);
        }
      }
      return [...found].reduce((best, one) => (one[1] > best[1] ? one : best), ["", 0])[0];
    }

    isForeign(word) {
      return this.reader.stopEnglish.has(word) || this.index.isKnown(stem(word));
    }

    /** The Chinese for the syllables or initials of one word, where each pair of it is a frequent one; or nothing. */
    certain(word) {
      const { fewest, most, initials, certain } = this.rules;
      if (!WORD.test(word) || word.length < fewest || word.length > most || this.isForeign(word)) return "";
      if (!this.cut(word).length) return word.length <= initials ? this.begunBy(word) : "";
      const text = this.decode([word]);
      const pairs = pairsOf([...text]);
      return pairs.length && pairs.every((pair) => this.often(pair) >= certain) ? text : "";
    }

    /** Without tones, as marks or numbers; with `v` for `ü`, and none after j, q, x, y. */
    withoutTones(plain) {
      const toned = /([a-z]+)([1-5])(?![0-9.])/g;
      const bare = plain
        .replace(UMLAUTS, "v")
        .normalize("NFD")
        .replace(/[\u0300-\u036f]/g, "");
      const isToned = [...bare.matchAll(toned)].every(([, syllables]) => this.cut(syllables).length);
      return (isToned ? bare.replace(toned, "$1") : bare).replace(/([jqxy])v/g, "$1u");
    }

    /** A question, its pinyin turned into Chinese. */
    read(plain) {
      const text = this.withoutTones(plain);
      if (CHINESE.test(text)) {
        const inChinese = (piece) => (this.cut(piece).length ? this.certain(piece) : "") || piece;
        return (plain.match(PIECE) ?? []).map(inChinese).join("");
      }
      const begun = [...text].slice(0, this.rules.most).join("");
      const words = (begun.match(PIECE) ?? []).filter((piece) => WORD.test(piece));
      const read = words.filter((word) => !this.isForeign(word) && (this.cut(word).length || this.certain(word)));
      const size = read.reduce((sum, word) => sum + (this.cut(word).length || word.length), 0);
      return read.length * 2 < words.length || size < 2 ? plain : this.whole(begun);
    }

    whole(text) {
      const words = [];
      let chinese = "";
      const finish = () => {
        chinese += this.decode(words);
        words.length = 0;
      };
      for (const piece of text.match(PIECE) ?? []) {
        if (this.cut(piece).length) words.push(piece);
        else if (!/^[ '\u2019]*$/.test(piece)) {
          finish();
          chinese += this.certain(piece) || ` ${piece.trim()} `;
        }
      }
      finish();
      return chinese.split(/\s+/).filter(Boolean).join(" ");
    }
  }

  Object.assign(offline, { Pinyin });
})();
