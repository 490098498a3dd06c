/* What is written into a form on its page: typed as the files have it, and checked by the rules that files are read by.

   The wording of every rule, the patterns and how long a text may be come with the definition of the form, from the same
   place as those of `handbook read`. */

(() => {
  /* What counts as space and as a line break is what `schemas.values.clean` takes for it: browsers draw the line elsewhere. */
  const SPACES = "[ \\n\\x1c-\\x1f\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
  const AROUND = new RegExp(`^${SPACES}+|${SPACES}+$`, "g");
  const WITHIN = new RegExp(SPACES, "g");
  const tidy = (text) =>
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what ends a line
      .replace(/\r\n|[\r\x0b\x0c\x85\u2028\u2029]/g, "\n")
      .replace(/[\t\u00a0\u202f]/g, " ")
      .replace(/\u2011/g, "-")
      .replace(/[\u00ad\u200b\u2060\ufeff]/g, "")
      .replace(AROUND, "");
  const narrow = (text) => tidy(text).normalize("NFKC");

  const UNFIT = /[^\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufff8\ufffd\u{10000}-\u{10ffff}]/u;
  const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3}){1,3}|\d{1,12})(?:\.\d{1,6})?$/;

  /* Dates: the browser gives ISO ones; where it has no picker, people type what the files may say too. */
  const DAY = "(\\d{4}) ?[-/.年] ?(\\d{1,2}) ?[-/.月] ?(\\d{1,2}) ?日?";
  const CLOCK = "(\\d{1,2}) ?[:时点] ?(\\d{1,2}) ?分?(?::00)?";
  const two = (number) => String(number).padStart(2, "0");
  const isDay = (year, month, day) => {
    const at = new Date(Date.UTC(year, month - 1, day));
    return year >= 1900 && year <= 2199 && at.getUTCMonth() === month - 1 && at.getUTCDate() === Number(day);
  };
  const isClock = (hour, minute) => hour <= 23 && minute <= 59;

  /* Numbers on identity documents: GB 11643 for people, GB 32100 for organisations. */
  const SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  const PROVINCES = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/;
  const weigh = (text, base, of) =>
    [...text.slice(0, 17)].reduce((sum, sign, place) => {
      let weight = 1;
      for (let power = 0; power < (of === 11 ? 17 - place : place); power += 1) weight = (weight * base) % of;
      return sum + SIGNS.indexOf(sign) * weight;
    }, 0);
  const identityRule = (number) => {
    if (/^\d{17}[\dX]$/.test(number)) {
      if (!PROVINCES.test(number)) return "bad-id-number";
      const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)];
      const born = new Date(Date.UTC(year, month - 1, day));
      const real =
        year >= 1850 && year <= 2199 && born.getUTCMonth() === month - 1 && born.getUTCDate() === Number(day);
      if (!real) return "bad-id-birthday";
      return "10X98765432"[weigh(number, 2, 11) % 11] === number[17] ? "" : "bad-id-check";
    }
    if (/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(number)) {
      return SIGNS[(31 - (weigh(number, 3, 31) % 31)) % 31] === number[17] ? "" : "bad-id-check";
    }
    return /^(?:[A-Z]{1,3}\d{6,12}|[A-Z]\d{6}\([0-9A]\))$/.test(number) ? "" : "bad-id-number";
  };

  /** A number as plain digits: no sign for plus, no commas, no zeros before it. */
  const plainNumber = (text) => {
    const [, sign, whole, rest = ""] = text.replace(/,/g, "").match(/^([+-]?)0*(\d+)(\.\d+)?$/);
    return (sign === "-" ? "-" : "") + whole + rest;
  };

  /** Spaces may stand between thousands (1 234) and around a number, while 12 34 is two numbers. */
  const closeUp = (text) =>
    text
      .replace(/(^|[^\d,.])(\d{1,3}(?: \d{3})+)(?!\d)/g, (_whole, before, digits) => before + digits.replace(/ /g, ""))
      .replace(/ {2,}/g, "")
      .replace(/(^|[^\d]) /g, "$1")
      .replace(/ (?!\d)/g, "");

  const PROBLEM = (rule, values = {}) => ({ rule, values });

  const inRange = (blank, value) => {
    const below = blank.min !== undefined && Number(value) < Number(blank.min);
    const above = blank.max !== undefined && Number(value) > Number(blank.max);
    return below || above ? PROBLEM("out-of-range", { range: blank.range }) : { value };
  };

  const anything = (blank, text, definition) => {
    const most = definition.longest[blank.type];
    return [...text].length > most ? PROBLEM("too-long", { most }) : { value: text };
  };
  const picked = (_blank, id) => ({ value: id });
  const dated = (pattern, rule, say) => (_blank, text) => {
    const match = narrow(text).match(new RegExp(`^${pattern}$`));
    const said = match && say(match.slice(1));
    return said ? { value: said } : PROBLEM(rule);
  };
  const matching = (rule, compact) => (blank, text, definition) => {
    const said = compact(narrow(text));
    return new RegExp(`^(?:${definition.patterns[blank.type]})$`, "i").test(said) ? { value: said } : PROBLEM(rule);
  };
  const squeeze = (text) => text.replace(WITHIN, "");
  const hyphened = (text) => text.replace(/[\u2010-\u2015\u2212]+/g, "-");
  const halfWidth = (text) =>
    text.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  const roomIn = (text) => {
    const plain = hyphened(halfWidth(text));
    return /^[0-9A-Za-z]{1,5}(?:-[0-9A-Za-z]{1,5}){1,3}$/.test(plain) ? plain : text;
  };
  const SHORT_PHONE = /^(?:[2-8]\d{2,5}|9\d{2,3}|(?:转|分机|内线|短号|x|ext\.?)\d{2,6})$/i;
  const readPhone = matching("bad-phone", (text) => hyphened(squeeze(text)));
  const MOST_NUMBERS = 4;

  /* How each type of field is read; several choices and ticks are never typed. */
  const READERS = {
    text: anything,
    longtext: anything,
    serial: anything,
    sequence: anything,
    room: (blank, text, definition) => anything(blank, roomIn(text), definition),
    date: dated(
      DAY,
      "bad-date",
      ([year, month, day]) => isDay(year, month, day) && `${year}-${two(month)}-${two(day)}`,
    ),
    month: dated(
      "(\\d{4}) ?[-/.年] ?(\\d{1,2}) ?月?",
      "bad-month",
      ([year, month]) => isDay(year, month, 1) && `${year}-${two(month)}`,
    ),
    datetime: dated(
      `${DAY}[ T]?${CLOCK}`,
      "bad-datetime",
      ([year, month, day, hour, minute]) =>
        isDay(year, month, day) &&
        isClock(hour, minute) &&
        `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`,
    ),
    time: dated(CLOCK, "bad-time", ([hour, minute]) => isClock(hour, minute) && `${two(hour)}:${two(minute)}`),
    number: (blank, text) => {
      const said = closeUp(narrow(text));
      if (!NUMBER.test(said)) return PROBLEM("bad-number");
      return inRange(blank, plainNumber(said));
    },
    money: (blank, text) => {
      const said = closeUp(narrow(text).replace(/^[¥￥]/, "")).replace(/元$/, "");
      if (!NUMBER.test(said) || !/^[^.]*(\.\d{1,2}0*)?$/.test(said)) return PROBLEM("bad-money");
      return inRange(blank, plainNumber(said).replace(/(\.\d\d)0+$/, "$1"));
    },
    phone: (blank, text, definition) => {
      const one = readPhone(blank, text, definition);
      if (!one.rule) return one;
      const parts = [narrow(text).split(/[、,;/\n]|或| or | and /), narrow(text).split(WITHIN).filter(Boolean)];
      const [listed, spaced] = parts.map((list) => list.map((part) => readPhone(blank, part, definition)));
      const isShort = spaced.some(({ value }) => SHORT_PHONE.test(value));
      const all = (isShort ? [listed] : [listed, spaced]).find(
        (list) => list.length > 1 && list.length <= MOST_NUMBERS && !list.some(({ rule }) => rule),
      );
      return all ? { value: all.map(({ value }) => value).join("、") } : one;
    },
    "id-number": (_blank, text) => {
      const said = squeeze(narrow(text)).toUpperCase();
      const rule = identityRule(said);
      return rule ? PROBLEM(rule) : { value: said };
    },
    choice: picked,
    rating: picked,
    signature: anything,
  };

  /** What stands in the place of a value where the field allows it: N/A is 无. */
  const standInFor = (allowed, text, { stand_ins: words }) =>
    allowed.map((word) => words[word][text.toLowerCase()]).find(Boolean);

  /**
   * The value that is written, or what is wrong with it.
   * @param {object} blank of the form's definition
   * @param {string|string[]|boolean} written what the input holds; ids for choices
   * @param {object} definition of the form
   * @returns {{value: string|string[]|boolean}|{rule: string, values: object}|null} null for nothing
   */
  const read = (blank, written, definition) => {
    if (typeof written === "boolean") return written ? { value: true } : null;
    if (Array.isArray(written)) return written.length ? { value: written } : null;
    const said = tidy(written);
    if (!said) return null;
    const unfit = said.match(UNFIT);
    if (unfit)
      return PROBLEM("bad-character", {
        character: `U+${unfit[0].codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`,
      });
    const found = READERS[blank.type](blank, said, definition);
    const standIn = found.rule && standInFor(blank.allows ?? [], said, definition);
    return standIn ? { value: standIn } : found;
  };

  /** Whether the date or time *one* lies before *other*; what only one of them says (the hour, the day) does not count. */
  const comesBefore = (one, other) => {
    if (!/^\d/.test(one) || !/^\d/.test(other)) return false; // 无 is no day
    if ((one.length === 5) !== (other.length === 5)) return false;
    const length = Math.min(one.length, other.length);
    return one.slice(0, length) < other.slice(0, length);
  };

  /** An amount of yuan in capital characters, as `schemas.capitals` writes it: 1005.30 is 壹仟零伍元叁角整. */
  const capitals = (amount) => {
    const digits = "零壹贰叁肆伍陆柒捌玖";
    const match = amount.match(/^(-?)(\d+)(?:\.(\d{1,2}))?$/);
    if (!match) return amount; // 无
    const [, minus, whole, rest = ""] = match;
    const [jiao, fen] = rest.padEnd(2, "0");
    const yuan = String(BigInt(whole));
    let said = "";
    let gap = false;
    [...yuan].forEach((digit, index) => {
      const position = yuan.length - 1 - index;
      const place = position % 4;
      if (digit !== "0") said += (gap ? "零" : "") + digits[digit] + ["", "拾", "佰", "仟"][place];
      gap = digit === "0";
      if (place === 0 && Number(yuan.slice(Math.max(0, index - 3), index + 1))) said += ["", "万", "亿"][position / 4];
    });
    const nothing = yuan === "0" && jiao === "0" && fen === "0";
    said = yuan !== "0" || nothing ? `${said || "零"}元` : "";
    if (jiao !== "0") said += `${digits[jiao]}角`;
    else if (fen !== "0" && yuan !== "0") said += "零";
    said += fen === "0" ? "整" : `${digits[fen]}分`;
    return (minus && !nothing ? "负" : "") + said;
  };

  window.Shouce.filling = { read, comesBefore, capitals, tidy };
})();
