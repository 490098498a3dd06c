/* A question without a server: which records it gives the code of, by the rules of search/codes.py. */

(() => {
  const { offline } = window.Shouce;
  const bare = (number) => number.replace(/^0+(?=.)/, "");
  const NUMBER = /^[0-9]/;

  /** Whether parts, in any order and run together or not, are parts of a code, each used once. */
  const areOf = (parts, code) => {
    if (!parts.length) return true;
    const [first, ...rest] = parts;
    return code.some((part, place) => {
      if (!first.startsWith(part)) return false;
      const left = first.slice(part.length);
      return areOf(left ? [left, ...rest] : rest, [...code.slice(0, place), ...code.slice(place + 1)]);
    });
  };

  class Codes {
    constructor(index, reader) {
      const { atom, joint, unit, numbered, numbers, most } = index.data.reading.codes;
      this.atom = new RegExp(atom, "gu");
      this.joint = new RegExp(`^${joint}$`, "u");
      this.unit = new RegExp(`^(?:${unit})`, "u");
      this.numbered = new RegExp(numbered, "gu");
      this.numberWords = new Set(numbers.split(" "));
      this.most = most;
      this.stopEnglish = reader.stopEnglish;
      const coded = index.records.filter(({ code }) => code && !code.includes("XX"));
      this.codes = coded.map((record) => this.read(record, reader.normalize(record.code)));
      this.byNumber = new Map();
      for (const code of this.codes) {
        if (!code.number) continue;
        const number = bare(code.number);
        this.byNumber.set(number, [...(this.byNumber.get(number) ?? []), code]);
      }
    }

    read(record, plain) {
      const atoms = plain.match(this.atom) ?? [];
      const isNumbered = NUMBER.test(atoms.at(-1) ?? "");
      const [parts, number] = isNumbered ? [atoms.slice(0, -1), atoms.at(-1)] : [atoms, ""];
      return { record, parts, number, whole: atoms.join("") };
    }

    /** The records whose code a question gives; where several fit, those of *handbook*, otherwise all of them. */
    given(plain, tokens, handbook) {
      const own = (codes) => {
        const some = codes.filter(({ record }) => record.handbook === handbook);
        return some.length ? some : codes;
      };
      let found = own(this.codes.filter(({ whole }) => this.gives(tokens, whole)));
      if (!found.length) found = this.withLetters(plain).flatMap((mention) => this.meant(mention, own));
      if (!found.length) found = [...plain.matchAll(this.numbered)].flatMap((match) => own(this.withNumber(match)));
      return new Set(found.map(({ record }) => record));
    }

    gives(tokens, code) {
      const isSure = /[a-z]/.test(code) || code.split(".").length > 2;
      return isSure ? tokens.includes(code) : tokens.length === 1 && tokens[0] === code;
    }

    withNumber([, ...groups]) {
      const at = groups.findIndex(Boolean);
      const codes = this.byNumber.get(bare(groups[at])) ?? [];
      const forms = at === groups.length - 1 ? [] : codes.filter(({ record }) => record.folder === "forms");
      return forms.length ? forms : codes;
    }

    meant({ parts, number }, own) {
      const codes = this.byNumber.get(bare(number)) ?? [];
      const says = (part) => /^[a-z]{2,}$/.test(part) && !this.stopEnglish.has(part);
      for (let start = 0; start < parts.length; start += 1) {
        const left = parts.slice(start);
        if (!left.some(says)) break;
        const fits = own(codes.filter((code) => areOf(left, code.parts)));
        const exact = fits.filter((code) => code.number === number);
        if (fits.length) return exact.length ? exact : fits;
      }
      return [];
    }

    /** The numbers of a question that have Latin letters before them, and count nothing. */
    withLetters(plain) {
      const atoms = [...plain.matchAll(this.atom)].map((match) => ({
        text: match[0],
        start: match.index,
        end: match.index + match[0].length,
      }));
      const mentions = [];
      atoms.forEach(({ text, start, end }, place) => {
        if (!NUMBER.test(text) || /[a-z]/.test(plain[end] ?? "")) return;
        let first = place;
        const isJoined = () => this.joint.test(plain.slice(atoms[first - 1].end, atoms[first].start));
        while (first > Math.max(0, place - this.most) && isJoined()) first -= 1;
        const parts = atoms.slice(first, place).map((atom) => atom.text);
        if (this.numberWords.has(parts.at(-1))) parts.pop();
        const isApart = place > 0 && atoms[place - 1].end < start;
        if (parts.length && !(isApart && this.unit.test(plain.slice(end)))) mentions.push({ parts, number: text });
      });
      return mentions;
    }
  }

  Object.assign(offline, { Codes });
})();
