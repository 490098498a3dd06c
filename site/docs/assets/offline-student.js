/* A question without a server: what it means, roughly, as the sum of what its tokens mean, by the rules of
   search/{student,clusters}.py. The vectors of tokens come with their shards, those of passages with the index, or in a
   large library by cluster. */

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
    const numbers = numbersOf(offline.bytesOf(tokens), bits);
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

  const lengthOf = (vector) => Math.sqrt(vector.reduce((sum, number) => sum + number * number, 0)) || 1;

  /** Vectors one after another. */
  class Vectors {
    constructor(numbers, dimensions) {
      this.dimensions = dimensions;
      this.numbers = numbers;
      this.lengths = new Float64Array(numbers.length / dimensions);
      for (let at = 0; at < numbers.length; at += 1) {
        this.lengths[Math.floor(at / dimensions)] += numbers[at] * numbers[at];
      }
      this.lengths = this.lengths.map((square) => Math.sqrt(Math.max(square, 1)));
    }

    /** The cosine of each, in so many *parts* of one. */
    near(gist, parts) {
      const length = lengthOf(gist);
      const { dimensions, numbers: passages, lengths } = this;
      const cosines = new Float64Array(lengths.length);
      for (let passage = 0, from = 0; passage < cosines.length; passage += 1, from += dimensions) {
        let dot = 0; // a whole number, far below 2 ** 31
        for (let at = 0; at < dimensions; at += 1) dot = (dot + Math.imul(passages[from + at], gist[at])) | 0;
        cosines[passage] = Math.floor((dot * parts) / (lengths[passage] * length) + 0.5);
      }
      return cosines;
    }
  }

  /** Cosines as so many times their spread above their mean. */
  const standard = (cosines) => {
    const count = cosines.length || 1;
    let [sum, squares] = [0, 0];
    for (const one of cosines) {
      sum += one;
      squares += one * one;
    }
    const mean = sum / count;
    const spread = Math.sqrt(Math.max(squares / count - mean * mean, 0)) || 1;
    const scores = new Float64Array(cosines.length);
    for (let at = 0; at < scores.length; at += 1) scores[at] = (cosines[at] - mean) / spread;
    return scores;
  };

  /** All passages. */
  class Student {
    constructor({ dimensions, parts, passages }) {
      this.parts = parts;
      this.passages = new Vectors(offline.numbersInSigns(passages), dimensions);
    }

    /** The files that it takes to know what a gist means: none. */
    needed() {
      return [];
    }

    /** How near each passage is to a gist, and the best cosine. */
    meant(gist) {
      const cosines = this.passages.near(gist, this.parts);
      return { standard: standard(cosines), nearest: offline.greatestOf(cosines) / this.parts };
    }
  }

  /** The passages of a large library, of which the nearest clusters are looked at. */
  class Clusters {
    constructor({ dimensions, parts, clusters }, size) {
      Object.assign(this, { dimensions, parts, size, ...clusters });
      this.middles = new Int8Array(offline.bytesOf(clusters.middles).buffer);
      this.read = new Map();
    }

    /** The clusters to look at, nearest first. */
    needed(gist) {
      const near = new Float64Array(this.middles.length / this.dimensions);
      for (let at = 0; at < this.middles.length; at += 1) {
        near[Math.floor(at / this.dimensions)] += this.middles[at] * gist[at % this.dimensions];
      }
      const order = [...near.keys()].sort((one, other) => near[other] - near[one] || one - other);
      return order.slice(0, this.looked_at);
    }

    /** The file of a cluster. */
    put(cluster, { numbers, passages }) {
      const vectors = new Vectors(offline.numbersInSigns(passages), this.dimensions);
      const next = offline.numbersIn(numbers);
      let number = 0;
      const its = Int32Array.from(vectors.lengths, () => {
        number += next();
        return number;
      });
      this.read.set(cluster, { its, vectors });
    }

    /** The mean of the cosines of all passages, and their spread. */
    spread(gist) {
      const { dimensions, parts, unit, mean, square } = this;
      const length = lengthOf(gist);
      let [first, second] = [0, 0];
      for (let row = 0; row < dimensions; row += 1) {
        first += mean[row] * gist[row];
        for (let at = 0; at < dimensions; at += 1) second += gist[row] * square[row * dimensions + at] * gist[at];
      }
      const middle = (first * parts) / (unit * length);
      const squares = (second * parts * parts) / (unit * unit * length * length);
      return [middle, Math.sqrt(Math.max(squares - middle * middle, 0)) || 1];
    }

    meant(gist) {
      const looked = this.needed(gist).map((cluster) => {
        const { its, vectors } = this.read.get(cluster);
        return { its, cosines: vectors.near(gist, this.parts) };
      });
      const [mean, spread] = this.spread(gist);
      const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);
      const count = sum(looked.map(({ its }) => its.length));
      const total = sum(looked.map(({ cosines }) => sum(cosines)));
      const others = (this.size * mean - total) / Math.max(1, this.size - count);
      const scores = new Float64Array(this.size).fill((others - mean) / spread);
      for (const { its, cosines } of looked) {
        its.forEach((number, at) => {
          scores[number] = (cosines[at] - mean) / spread;
        });
      }
      const nearest = Math.max(0, ...looked.map(({ cosines }) => offline.greatestOf(cosines)));
      return { standard: scores, nearest: nearest / this.parts };
    }
  }

  /** What the vectors of tokens mean together. */
  const gistOf = (vectors, dimensions) => {
    const sum = new Int32Array(dimensions);
    for (const vector of vectors) {
      for (let at = 0; at < sum.length; at += 1) sum[at] += vector[at];
    }
    return sum;
  };

  /** The student of an index with so many passages. */
  const studentOf = (data, size) => (data.clusters ? new Clusters(data, size) : new Student(data));

  Object.assign(offline, { studentOf, gistOf, readTokens });
})();
