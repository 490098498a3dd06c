/* A question without a server: numbers that come as text, as search/packed.py writes them. */

(() => {
  const { offline } = window.Shouce;

  const bytesOf = (text) => {
    const letters = atob(text);
    const bytes = new Uint8Array(letters.length);
    for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
    return bytes;
  };

  /** What gives the next number each time, of unsigned LEB128 numbers in base64. */
  const numbersIn = (text) => {
    const bytes = bytesOf(text);
    let place = 0;
    return () => {
      let value = 0;
      for (let factor = 1; ; factor *= 0x80) {
        const byte = bytes[place];
        place += 1;
        value += (byte & 0x7f) * factor;
        if (byte < 0x80) return value;
      }
    };
  };

  Object.assign(offline, { bytesOf, numbersIn });
})();
