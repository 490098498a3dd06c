/* A question without a server: numbers that come as text, as search/packed.py writes them. */

(() => {
  const { offline } = window.Shouce;

  const bytesOf = (text) => {
    const letters = atob(text);
    const bytes = new Uint8Array(letters.length);
    for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
    return bytes;
  };

  const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const DIGITS = new Uint8Array(128);
  [...SIGNS].forEach((sign, digit) => {
    DIGITS[sign.charCodeAt(0)] = digit;
  });

  /** What gives the next number each time, of numbers in digits of five bits, low ones first. */
  const numbersIn = (text) => {
    let place = 0;
    return () => {
      let value = 0;
      for (let factor = 1; ; factor *= 32) {
        const digit = DIGITS[text.charCodeAt(place)];
        place += 1;
        value += (digit & 31) * factor;
        if (digit < 32) return value;
      }
    };
  };

  /** Numbers from -4 to 3, two in each sign. */
  const numbersInSigns = (text) => {
    const numbers = new Int8Array(2 * text.length);
    for (let at = 0; at < text.length; at += 1) {
      const digit = DIGITS[text.charCodeAt(at)];
      numbers[2 * at] = (digit >> 3) - 4;
      numbers[2 * at + 1] = (digit & 7) - 4;
    }
    return numbers;
  };

  Object.assign(offline, { bytesOf, numbersIn, numbersInSigns });
})();
