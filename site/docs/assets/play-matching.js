/* What somebody typed, held against a line of the script: by characters and their pairs in Chinese, by words in English.

   No model reads it: another way to say the same is recognised as far as it has the same words. The terminal matches alike
   (`training/study/matching.py`, `never_said.py`); `tests/data/role-play.json` holds both to the same. */

(() => {
  if (!window.Shouce.playing) return;
  const { SAID, NEARLY, LEFT_OUT, SHORT } = window.Shouce.playing.thresholds;

  const RUNS = /[\u3400-\u9fff]+|[a-z0-9][a-z0-9']*/g;
  const SMALL = new Set(
    "a an the to of for in on at and or is are was am be do does did it this that i you your we our us my me so".split(
      " ",
    ),
  );
  const plain = (text) => text.normalize("NFKC").toLowerCase().replaceAll("’", "'");
  const stem = (word) => word.replace(/'(?:s|re|ve|ll|d|m)$/, "").replace(/(..)(?:ing|ed|es|s)$/, "$1");

  /** The tokens of a text: Chinese characters and their pairs, English words without their endings. */
  const tokens = (text) => {
    const runs = plain(text).match(RUNS) ?? [];
    const telling = runs.filter((run) => !SMALL.has(run)); // small words count only where there are no others
    return (telling.length ? telling : runs).flatMap((run) => {
      if (run[0] < "\u3400") return [stem(run)];
      const letters = [...run];
      return [...letters, ...letters.slice(1).map((letter, at) => letters[at] + letter)];
    });
  };
  const counted = (items) => {
    const counts = new Map();
    for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
    return counts;
  };
  const common = (one, other) => {
    const theirs = counted(other);
    let count = 0;
    for (const [item, times] of counted(one)) count += Math.min(times, theirs.get(item) ?? 0);
    return count;
  };

  /** How much of *line* is in *typed*, from 0 to 1; what is said beyond it counts a little against it. */
  const likeness = (typed, line) => {
    const [mine, its] = [tokens(typed), tokens(line)];
    if (!mine.length || !its.length) return 0;
    const both = common(mine, its);
    const [recall, precision] = [both / its.length, both / mine.length];
    return recall + precision ? (5 * precision * recall) / (4 * precision + recall) : 0;
  };

  const clauses = (line) => line.match(/[^。！？；，：.!?;,:…]+/g) ?? [];

  /** The clauses of *line* of which next to nothing is in *typed*. */
  const leftOut = (typed, line) => {
    const mine = tokens(typed);
    return clauses(line)
      .map((clause) => ({ clause: clause.trim(), its: tokens(clause) }))
      .filter(({ its }) => its.length >= SHORT && common(mine, its) / its.length < LEFT_OUT)
      .map(({ clause }) => clause);
  };

  /** How a line was said: `said`, `nearly` or `missed`, and which of its clauses were left out. */
  const matched = (typed, line) => {
    const share = likeness(typed, line);
    const missing = leftOut(typed, line);
    if (share < NEARLY) return { level: "missed", share, missing };
    return { level: share >= SAID && !missing.length ? "said" : "nearly", share, missing };
  };

  /* Words never said: `不知道、我也不清楚`, `“Soon”, “in a few days”`; what stands in brackets is when they are not. */
  const BRACKETS = /[（(]([^）)]*)[）)]/g;
  const QUOTED = /“([^”]+)”/g;
  const bare = (text) => (plain(text).match(RUNS) ?? []).join(" ");
  const phrasesOf = (never) => {
    const said = never.replace(BRACKETS, "");
    const quoted = [...said.matchAll(QUOTED)].map((match) => match[1]);
    return (quoted.length ? quoted : said.split(/[、；;]/)).map((phrase) => phrase.trim()).filter(Boolean);
  };
  const holds = (typed, phrase) => {
    const [text, sought] = [bare(typed), bare(phrase)];
    if (!sought || !text) return false;
    if (sought < "\u3400") return ` ${text} `.includes(` ${sought} `);
    const [letters, wanted] = [text.replaceAll(" ", ""), sought.replaceAll(" ", "")];
    // a single sound is one only where it stands alone: 恩, not 感恩
    return wanted.length > 1
      ? letters.includes(wanted)
      : text.split(" ").some((run) => run && run === wanted.repeat(run.length));
  };

  /** Which of the words never said stand in *typed*: `{phrase, when}`; those of *line* itself are no fault. */
  const forbidden = (typed, never, line) =>
    never.flatMap((item) =>
      phrasesOf(item)
        .filter((phrase) => holds(typed, phrase) && !holds(line, phrase))
        .map((phrase) => ({ phrase, when: [...item.matchAll(BRACKETS)].map((match) => match[1]).join(" ") })),
    );

  Object.assign(window.Shouce.playing, { likeness, matched, forbidden, plainWords: bare });
})();
