/* Which questions a self-test has, and in what order their answers stand: all of it follows from one number, so that
   a test that was left half done goes on as it was. */

(() => {
  const SEEDS = 2 ** 32;

  /** Numbers from 0 to 1, the same for the same seed (mulberry32). */
  function random(seed) {
    let state = seed >>> 0;
    return () => {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) / SEEDS;
    };
  }

  function shuffled(number, seed) {
    const next = random(seed);
    const order = Array.from({ length: number }, (_, index) => index);
    for (let last = number - 1; last > 0; last--) {
      const other = Math.floor(next() * (last + 1));
      [order[last], order[other]] = [order[other], order[last]];
    }
    return order;
  }

  /** The numbers of the questions of a test, in the order they are asked. */
  const questions = (lesson, seed) => shuffled(lesson.items.length, seed).slice(0, lesson.count);

  /** The letters of the answers of a question, in the order they stand. */
  const answers = (item, seed) => shuffled(item.options.length, seed).map(letterOf);

  const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
  const letterOf = (index) => LETTERS[index];
  const textOf = (item, letter) => item.options[LETTERS.indexOf(letter)];

  const newSeed = () => Math.floor(Math.random() * SEEDS);

  /** What is right, as it is reported: a list of letters; only of an order their order says something. */
  const pattern = (item) => (item.how === "order" ? item.right : [...item.right].sort()).join(",");

  Object.assign(window.Shouce, { draw: { questions, answers, textOf, newSeed, pattern } });
})();
