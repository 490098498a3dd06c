/* A question without a server: the vocabulary of the index, and in which shard the postings of each term are, as
   search/page_words.py describes it. */

(() => {
  const WORD = /^[a-z]+$/;
  const { offline } = window.Shouce;

  class Vocabulary {
    constructor(units, seconds) {
      this.characters = new Map();
      this.words = new Map();
      this.seconds = seconds;
      this.pairs = []; // by turns the place of the second character and in how many rows they stand
      this.sizes = units.map(([characters, numbers, words], shard) => {
        const first = this.readCharacters(characters, offline.numbersIn(numbers), shard);
        return this.readWords(words, shard, first);
      });
    }

    readCharacters(characters, number, shard) {
      let place = 0;
      for (const letter of characters) {
        const [own, count] = [number(), number()];
        this.characters.set(letter, { shard, place, own, count, from: this.pairs.length });
        place += (own ? 1 : 0) + count;
        for (let left = count, second = -1; left > 0; left -= 1) {
          second += 1 + number();
          this.pairs.push(second, number());
        }
      }
      return place;
    }

    readWords(text, shard, first) {
      let place = first;
      for (const group of text.split(";").filter(Boolean)) {
        const [often, ...words] = group.split(",");
        for (const word of words) {
          this.words.set(word, { shard, place, often: Number(often), pairs: 0 });
          place += 1;
        }
      }
      return place;
    }

    /** The pairs that begin with a character, by the second; read when one of them is asked for. */
    pairsOf(unit) {
      if (!unit.pairs) {
        unit.pairs = new Map();
        const { shard, from } = unit;
        const first = unit.place + (unit.own ? 1 : 0);
        for (let nth = 0; nth < unit.count; nth += 1) {
          const [second, often] = [this.pairs[from + 2 * nth], this.pairs[from + 2 * nth + 1]];
          unit.pairs.set(this.seconds[second], { shard, place: first + nth, often, pairs: 0 });
        }
      }
      return unit.pairs;
    }

    /** Where the postings of a token are, in how many rows it stands, and how many pairs follow that begin with it;
        undefined where it is unknown. */
    find(token) {
      const unit = this.characters.get(token[0]);
      if (!unit) return this.words.get(token);
      if (token.length > 1) return this.pairsOf(unit).get(token[1]);
      const { shard, place, own, count } = unit;
      return own ? { shard, place, often: own, pairs: count } : undefined;
    }

    /** The words and codes, in order. */
    get sorted() {
      this.inOrder ??= [...this.words.keys()].sort();
      return this.inOrder;
    }

    /** The words and codes that begin so, in order. */
    beginningWith(letters) {
      let [low, high] = [0, this.sorted.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (this.sorted[middle] < letters) low = middle + 1;
        else high = middle;
      }
      const found = [];
      for (; this.sorted[low]?.startsWith(letters); low += 1) found.push(this.sorted[low]);
      return found;
    }

    /** The stems that begin with a letter, in order. */
    wordsWith(letter) {
      return this.beginningWith(letter).filter((word) => WORD.test(word));
    }
  }

  Object.assign(offline, { Vocabulary });
})();
