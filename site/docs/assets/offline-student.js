/* A question without a server: what it means, roughly, as the sum of what its tokens mean, by the rules of
   search/student.py. The vectors of tokens come with their shards, those of passages with the index. */

(() => {
  const { offline } = window.Shouce;

  /** Numbers of so many bits each, half of them below 0, as search/packed.py writes them. */
  const numbersOf = (bytes, bits) => {
    const numbers = new Int8Array((8 * bytes.length) / bits);
    let [held, size, next] = [0, 0, 0];
    for (let at = 0; at < numbers.length; at += 1) {
      if (size < bits) {
        held |= bytes[next] << size;
        size += 8;
        next += 1;
      }
      numbers[at] = (held & ((1 << bits) - 1)) - (1 << (bits - 1));
      held >>= bits;
      size -= bits;
    }
    return numbers;
  };

  /** The vectors of tokens of a shard, by the places of their terms. */
  const readTokens = ({ places, shifts, tokens }, { dimensions, bits }) => {
    const next = offline.numbersIn(places);
    const shift = offline.bytesOf(shifts);
    const numbers = numbersOf(offline.bytesOf(tokens), bits[1]);
    const vectors = new Map();
    let place = 0;
    for (let at = 0; at < shift.length; at += 1) {
      place += next();
      const vector = numbers.subarray(at * dimensions, (at + 1) * dimensions);
      vectors.set(
        place,
        Int16Array.from(vector, (number) => number * 2 ** shift[at]),
      );
    }
    return vectors;
  };

  class Student {
    constructor({ dimensions, bits, passages }) {
      this.dimensions = dimensions;
      this.passages = numbersOf(offline.bytesOf(passages), bits[0]);
      this.lengths = new Float64Array(this.passages.length / dimensions);
      for (let at = 0; at < this.passages.length; at += 1) {
        this.lengths[Math.floor(at / dimensions)] += this.passages[at] * this.passages[at];
      }
      this.lengths = this.lengths.map((square) => Math.sqrt(Math.max(square, 1)));
    }

    /** What the vectors of tokens mean together. */
    gist(vectors) {
      const sum = new Int32Array(this.dimensions);
      for (const vector of vectors) {
        for (let at = 0; at < sum.length; at += 1) sum[at] += vector[at];
      }
      return sum;
    }

    /** The cosine of each passage, in so many *parts* of one. */
    near(gist, parts) {
      const length = Math.sqrt(gist.reduce((sum, number) => sum + number * number, 0)) || 1;
      const { dimensions, passages, lengths } = this;
      const cosines = new Float64Array(lengths.length);
      for (let passage = 0, from = 0; passage < cosines.length; passage += 1, from += dimensions) {
        let dot = 0;
        for (let at = 0; at < dimensions; at += 1) dot += passages[from + at] * gist[at];
        cosines[passage] = Math.floor((dot * parts) / (lengths[passage] * length) + 0.5);
      }
      return cosines;
    }
  }

  /** Cosines as so many times their spread above their mean. */
  const standard = (cosines) => {
    const count = cosines.length || 1;
    const mean = cosines.reduce((sum, one) => sum + one, 0) / count;
    const squares = cosines.reduce((sum, one) => sum + one * one, 0);
    const spread = Math.sqrt(Math.max(squares / count - mean * mean, 0)) || 1;
    return cosines.map((one) => (one - mean) / spread);
  };

  Object.assign(offline, { Student, readTokens, standard });
})();
