/* Days, months and times as people write them (11月2日 9:15, 下午3点半, 5 Nov 2026), read where they have one meaning: a
   twin of `schemas.written_days`, `_clock`, `_figures` and `schemas.understood`, held against them by a test. */

(() => {
  const NEAR = 183; // days: what is farther from all dates of a sheet may be of the year before or after
  const MOST = 60;
  const [FIRST_YEAR, LAST_YEAR, LEAP] = [1900, 2199, 2024]; // the years that a form takes, and one that has every day
  const DASH = "[-/.]";
  const MONTHS = "January February March April May June July August September October November December".split(" ");
  const NAMES = `${MONTHS.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join("|")}|sept`;
  const CHINESE = "一二三四五六日";
  const ENGLISH = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
  const WEEKDAY = new RegExp(
    `[ ,(\\[]*(?:(?:星期|周|礼拜)(?<chinese>[${CHINESE}天])` +
      `|(?<![\\p{L}\\p{N}_])(?<english>${ENGLISH.join("|")})(?:[a-z]*day|s|rs)?(?![\\p{L}\\p{N}_])\\.?)[ ,)\\]]*`,
    "iu",
  );
  const TH = "(?:st|nd|rd|th)?";
  const readers = (list) => list.map(([pattern, orders]) => [new RegExp(`^(?:${pattern})$`, "i"), orders.split(" ")]);
  const DAYS = readers([
    [`(\\d{4}) ?(?:${DASH}|年) ?(\\d{1,2}) ?(?:${DASH}|月) ?(\\d{1,2}) ?[日号]?`, "ymd"],
    ["(\\d{4})(\\d{2})(\\d{2})", "ymd"],
    ["(\\d{2}) ?年 ?(\\d{1,2}) ?月 ?(\\d{1,2}) ?[日号]?", "ymd"],
    ["(\\d{1,2}) ?月 ?(\\d{1,2}) ?[日号]?", "md"],
    [`(\\d{1,2})${DASH}(\\d{1,2})${DASH}(\\d{4})`, "dmy mdy"],
    [`(\\d{2})${DASH}(\\d{1,2})${DASH}(\\d{1,2})`, "ymd dmy mdy"],
    [`(\\d{1,2})${DASH}(\\d{1,2})`, "md dm"],
    [`(\\d{1,2})${TH}[ -](?:of )?(${NAMES})\\.?,?(?:[ -](\\d{4}))?`, "dmy"],
    [`(${NAMES})\\.? (\\d{1,2})${TH}(?:,? (\\d{4}))?`, "mdy"],
  ]);
  const MONTH_READERS = readers([
    [`(\\d{4}) ?(?:${DASH}|年) ?(\\d{1,2}) ?(?:月份?)?`, "ym"],
    ["(\\d{4})(\\d{2})", "ym"],
    ["(\\d{2}) ?年 ?(\\d{1,2}) ?月份?", "ym"],
    ["(\\d{1,2}) ?月份?", "m"],
    [`(\\d{1,2})${DASH}(\\d{4})`, "my"],
    [`(${NAMES})\\.?,?(?: (\\d{4}))?`, "my"],
  ]);

  const refused = (rule, values = {}) => ({ rule, values });
  const two = (number) => String(number).padStart(2, "0");
  const said = ({ year, month, day }) => `${year}-${two(month)}-${two(day)}`;
  const DAY = 86_400_000;
  /** A day of the calendar, in the years that a form takes; null where there is none. */
  const dayOf = (year, month, day) => {
    const at = new Date(Date.UTC(year, month - 1, day));
    const isReal = year >= FIRST_YEAR && year <= LAST_YEAR && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
    return isReal ? { year, month, day, at: at.getTime() } : null;
  };

  /**
   * What the values of a sheet tell of its time.
   * @param {[string, boolean][]} values days and months, each with whether it stands beside the one that is read
   */
  const sheetOf = (values) => {
    const parts = values.map(([value, isBeside]) => [value.slice(0, 10).split("-").map(Number), isBeside]);
    const days = parts.filter(([{ length }]) => length === 3);
    return {
      months: parts.filter(([{ length }]) => length === 2).map(([[year, month]]) => dayOf(year, month, 15)),
      row: days.filter(([, isBeside]) => isBeside).map(([day]) => dayOf(...day)),
      days: days.map(([day]) => dayOf(...day)),
    };
  };
  const groupsOf = ({ months, row, days }) => [months, row, days];
  /** The year of a day that is written without one; null where the sheet has none, several, or a far one. */
  const yearOn = (sheet, month, day) => {
    const known = groupsOf(sheet).find(({ length }) => length) ?? [];
    const [year, ...others] = new Set(known.map((one) => one.year));
    const meant = year && !others.length ? dayOf(year, month, day) : null;
    return meant && Math.min(...known.map(({ at }) => Math.abs(meant.at - at) / DAY)) <= NEAR ? year : null;
  };
  /** The one of *days* that is of the months or years that the sheet is of; undefined where several are, or none. */
  const onlyOne = (sheet, days) => {
    const isOfMonth = (day) => sheet.months.some(({ year, month }) => year === day.year && month === day.month);
    const isOfYear = (day) =>
      groupsOf(sheet)
        .flat()
        .some(({ year }) => year === day.year);
    return [days.filter(isOfMonth), days.filter(isOfYear)].find(({ length }) => length === 1)?.[0];
  };

  const numberOf = (text) =>
    /^\d+$/.test(text)
      ? Number(text)
      : MONTHS.findIndex((name) => name.slice(0, 3).toLowerCase() === text.slice(0, 3).toLowerCase()) + 1;
  /** What *text* may mean, by every reader that takes it. */
  const meaningsIn = (text, list) =>
    list.flatMap(([pattern, orders]) => {
      const match = text.match(pattern);
      return (match ? orders : []).map((order) => {
        const parts = Object.fromEntries([...order].map((part, at) => [part, match[at + 1]]).filter(([, one]) => one));
        const { y, m, d = "1" } = parts;
        const year = y && Number(y) + (y.length === 2 ? 2000 : 0);
        return { year, month: numberOf(m), day: numberOf(d) };
      });
    });
  const withoutWeekday = (text) => {
    const match = text.match(WEEKDAY);
    if (!match) return [text.trim(), null];
    const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`.trim();
    const { chinese, english } = match.groups;
    return [
      rest,
      chinese ? CHINESE.indexOf(chinese === "天" ? "日" : chinese) : ENGLISH.indexOf(english.toLowerCase()),
    ];
  };
  /** The day, if it is the *weekday*, counted from Monday, that is written beside it. */
  const checked = (found, weekday, lang) => {
    if (found.rule || weekday === null || (new Date(found.at).getUTCDay() + 6) % 7 === weekday) return found;
    const name = new Intl.DateTimeFormat(lang, { weekday: "long", timeZone: "UTC" }).format(found.at);
    return refused("other-weekday", { day: said(found), weekday: name });
  };
  /** Why the calendar has no such day. */
  const noSuchDay = ({ year, month }, lang) => {
    if (month < 1 || month > 12) return refused("no-such-month");
    if (year !== undefined && (year < FIRST_YEAR || year > LAST_YEAR)) {
      return refused("no-such-year", { first: FIRST_YEAR, last: LAST_YEAR });
    }
    const length = new Date(Date.UTC(year || LEAP, month, 0)).getUTCDate();
    const parts = year === undefined ? { month: "long" } : { month: "long", year: "numeric" };
    const said = new Intl.DateTimeFormat(lang, { ...parts, timeZone: "UTC" }).format(Date.UTC(year || LEAP, month - 1));
    return refused("no-such-day", { month: said, length });
  };
  /** The day that *text* says, or the rule by which it is none. */
  const readDay = (text, sheet, unfit, lang) => {
    const meanings = meaningsIn(text, DAYS);
    const isDay = (one) => dayOf(LEAP, one.month, one.day);
    const days = meanings
      .map(({ year, month, day }) => [year ?? yearOn(sheet, month, day), month, day])
      .map(([year, month, day]) => year && dayOf(year, month, day))
      .filter(Boolean);
    if (!days.length) {
      if (meanings.some((one) => one.year === undefined && isDay(one))) return refused("no-year");
      return meanings.length ? noSuchDay(meanings[0], lang) : refused(unfit);
    }
    const names = [...new Set(days.map(said))];
    const day =
      names.length === 1
        ? days[0]
        : onlyOne(
            sheet,
            days.filter((one, at) => days.findIndex((other) => other.at === one.at) === at),
          );
    return day ?? refused("several-days", { days: names.join(" / ") });
  };
  const readMonth = (text, sheet, lang) => {
    const meanings = meaningsIn(text, MONTH_READERS);
    for (const { year: written, month } of meanings) {
      if (month < 1 || month > 12) continue;
      const year = written ?? yearOn(sheet, month, 15);
      if (year === null) return refused("no-year");
      if (dayOf(year, month, 1)) return { value: `${year}-${two(month)}` };
    }
    return meanings.length ? noSuchDay(meanings[0], lang) : refused("bad-month");
  };

  /* Hours and minutes. The hours that each part of a day has, and what is added to them. */
  const MORNING = [[0, 11, 0]];
  const AFTERNOON = [
    [1, 11, 12],
    [12, 23, 0],
  ];
  const EVENING = [
    [5, 11, 12],
    [17, 23, 0],
  ];
  const MIDNIGHT = [12, 12, -12];
  const NOON = [
    [1, 2, 12],
    [11, 14, 0],
  ];
  const each = (names, spans) => names.map((name) => [name, spans]);
  const PARTS = new Map([
    ...each(["上午", "早上", "早晨", "清晨", "早"], MORNING),
    ["凌晨", [[0, 6, 0], MIDNIGHT]],
    ["中午", NOON],
    ...each(["下午", "午后", "傍晚"], AFTERNOON),
    ...each(["晚上", "夜里", "夜间", "晚"], EVENING),
    ["am", [...MORNING, MIDNIGHT]],
    ["pm", AFTERNOON],
  ]);
  const MINUTES = { 半: 30, 一刻: 15, 三刻: 45, 整: 0 };
  const PART = [...PARTS.keys()]
    .filter((name) => /[^a-z]/.test(name))
    .sort((one, other) => other.length - one.length)
    .join("|");
  const CLOCK = new RegExp(
    `^(?:(?<part>${PART})? ?(?<hour>\\d{1,2}) ?` +
      "(?:[:.] ?(?<minute>\\d{2})(?: ?: ?[0-5]\\d)?" +
      `|[时点] ?(?:(?<minutes>\\d{1,2}) ?分? ?(?:\\d{1,2} ?秒)?|(?<quarter>${Object.keys(MINUTES).join("|")}))?)?` +
      "(?<english> ?[ap]\\.?m\\.?)?|(?<compact>\\d{4})(?: ?h| hrs)?)$",
    "i",
  );
  const asClock = (hour, minute) => {
    if (hour === 24 && minute === 0) return "23:59"; // the last minute of its day, so that the day stays
    return hour <= 23 && minute <= 59 ? `${two(hour)}:${two(minute)}` : null;
  };
  const isBareNumber = (text) => !/[:.时点hm]/i.test(text);
  /** By which rule *text* is no time: one that no day has is told from what is none at all. */
  const noClock = (text, unfit) => {
    const found = text.trim().match(CLOCK)?.groups;
    if (!found || (!found.compact && isBareNumber(text))) return refused(unfit);
    const { compact, hour = compact?.slice(0, 2), minute = found.minutes ?? compact?.slice(2) ?? 0 } = found;
    return refused(Number(hour) > 23 || Number(minute) > 59 ? "no-such-time" : unfit);
  };
  const readClock = (text) => {
    const found = text.trim().match(CLOCK)?.groups;
    if (!found) return null;
    if (found.compact) return asClock(Number(found.compact.slice(0, 2)), Number(found.compact.slice(2)));
    if (isBareNumber(text)) return null;
    const english = (found.english ?? "").replace(/\./g, "").trim().toLowerCase();
    if (found.part && english) return null;
    const minute = MINUTES[found.quarter] ?? Number(found.minute ?? found.minutes ?? 0);
    const hour = Number(found.hour);
    const spans = found.part || english ? PARTS.get(found.part || english) : [[0, 23, 0]];
    const span = spans.find(([first, last]) => first <= hour && hour <= last);
    return span ? asClock(hour + span[2], minute) : null;
  };
  const AT = /^(?<day>.*?(?:[日号]|[ T,]+)) ?(?<clock>[^ ]+(?: ?[ap]\.?m\.?)?)$/i;
  const spaced = (text) =>
    text
      .replace(new RegExp(`(${PART}) ?`, "g"), " $1")
      .replace(/ ?([时点分]) ?/g, "$1")
      .split(/\s+/)
      .filter(Boolean)
      .join(" ");
  const readMoment = (text, sheet, lang) => {
    const [bare, weekday] = withoutWeekday(spaced(text));
    const match = bare.split(/\s+/).join(" ").match(AT)?.groups;
    if (!match) return refused("bad-datetime");
    const clock = readClock(match.clock);
    if (!clock) return noClock(match.clock, "bad-datetime");
    const [written] = withoutWeekday(match.day.replace(/^[ T,]+|[ T,]+$/g, ""));
    const day = checked(readDay(written, sheet, "bad-datetime", lang), weekday, lang);
    return day.rule ? day : { value: `${said(day)} ${clock}` };
  };

  /* Chinese numerals, with figures in their place: 十一月二日; 一刻, 三刻 and weekdays stay. */
  const DIGITS = {
    ...Object.fromEntries([..."〇一二三四五六七八九"].map((sign, at) => [sign, at])),
    零: 0,
    "○": 0,
    两: 2,
  };
  const DIGIT = `[${Object.keys(DIGITS).join("")}]`;
  const NUMERALS = new RegExp(
    `((?:星期|周|礼拜)${DIGIT}|[一三]刻)|(${DIGIT}?)十(${DIGIT}?)|([廿卅])(${DIGIT}?)|${DIGIT}+`,
    "g",
  );
  const inFigures = (text) =>
    text.replace(NUMERALS, (whole, kept, tens, one, old, more) => {
      if (kept) return whole;
      if (whole.includes("十")) return `${DIGITS[tens] ?? 1}${DIGITS[one] ?? 0}`;
      if (old) return `${old === "廿" ? 2 : 3}${DIGITS[more] ?? 0}`;
      return [...whole].map((sign) => DIGITS[sign]).join("");
    });

  const READERS = {
    date: (text, sheet, lang) => {
      const [bare, weekday] = withoutWeekday(text);
      const day = checked(readDay(bare, sheet, "bad-date", lang), weekday, lang);
      return day.rule ? day : { value: said(day) };
    },
    month: readMonth,
    datetime: readMoment,
    time: (text) => {
      const value = readClock(text);
      return value ? { value } : noClock(text, "bad-time");
    },
  };

  /**
   * What a day or a time means that is written in another way than its field takes.
   * @param {string} type of the field
   * @param {string} text
   * @param {object} sheet as `sheetOf` gives it
   * @param {string} lang the tag of the language that a weekday is said in
   * @returns {{value: string}|{rule: string, values: object}|null} null for fields of other types
   */
  const understood = (type, text, sheet, lang) => {
    const dashed = text.normalize("NFKC").replace(/[–—−‒]/g, "-");
    const plain = inFigures(dashed.split(/\s+/).filter(Boolean).join(" "));
    return READERS[type] && plain.length <= MOST ? READERS[type](plain, sheet, lang) : null;
  };

  Object.assign(window.Shouce.filling, { understood, sheetOf });
})();
