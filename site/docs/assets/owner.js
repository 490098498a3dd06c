/* The page of the handbook's owner: what was asked and not found, group by group, with the line that would settle it. */

(() => {
  const { lang, root, fill, make, icon, data, load, telling } = window.Shouce;
  const place = document.querySelector("[data-owner]");
  const word = (name, values = {}) => fill(data.owner[name], values);

  /** What the server says: `{groups}`, or why there is nothing to show. */
  const read = async () => {
    if (!location.protocol.startsWith("http")) return { why: "owner_only" };
    const reply = await fetch(`${root}/api/owner?lang=${lang}`).catch(() => null);
    if (reply?.status === 403 || reply?.status === 404) return { why: "owner_only" };
    const groups = reply?.ok ? (await reply.json().catch(() => null))?.groups : null;
    return groups ? { groups } : { why: "owner_failed" };
  };

  const link = ({ url, title, section }) => {
    const element = make("a", "", [...new Set([title, section])].join(" · "));
    element.href = `${root}/${url}`;
    return element;
  };
  const chip = (kind, text) => make("span", `chip chip--${kind}`, text);
  const counts = ({ asked, down, up, status, first, last }) =>
    make(
      "p",
      "chips",
      ...(asked ? [chip("who", word("owner_asked", { n: asked }))] : []),
      ...(down ? [chip("must", word("owner_down", { n: down }))] : []),
      ...(up ? [chip("plain", word("owner_up", { n: up }))] : []),
      ...(status ? [chip("time", `${word("owner_now")} ${word(`status_${status}`)}`)] : []),
      chip("plain", first === last ? first : word("owner_days", { first, last })),
    );

  const said = (title, texts) =>
    texts.length
      ? make("div", "owner__said", make("b", "", title), make("ul", "", ...texts.map((one) => make("li", "", one))))
      : null;
  const fix = ({ kind, file, place: at, yaml }) => {
    const line = make("code", "", yaml);
    const copying = telling.copyButton(() => yaml, word("owner_copy"), word("owner_copied"));
    copying.setAttribute("aria-label", `${word("owner_copy")}: ${yaml}`);
    return make(
      "div",
      "owner__fix",
      make("p", "", make("b", "", word(`fix_${kind}`)), " ", make("span", "soft", word("fix_at", { file, place: at }))),
      yaml ? make("p", "owner__line", line, copying) : null,
    );
  };

  const group = (one) => {
    const others = one.wordings.filter((wording) => wording !== one.question);
    const nearest = one.nearest
      ? make("p", "owner__near", make("b", "", word("owner_nearest")), " ", link(one.nearest))
      : null;
    const reasons = one.reasons.map((reason) => chip("must", word(`reason_${reason}`)));
    const parts = [
      counts(one),
      reasons.length ? make("p", "chips", ...reasons) : null,
      said(word("owner_wordings"), others),
      said(word("owner_notes"), one.notes),
      nearest,
      ...one.fixes.map(fix),
    ];
    return make("section", "owner__group", make("h2", "", one.question), ...parts.filter(Boolean));
  };

  const draw = ({ groups, why }) => {
    if (why) return [make("p", "banner banner--draft", icon("info"), make("span", "", word(why)))];
    if (!groups.length) return [make("p", "", word("owner_none"))];
    const n = groups.reduce((sum, one) => sum + one.asked + one.down, 0);
    return [make("p", "soft", word("owner_count", { groups: groups.length, n })), ...groups.map(group)];
  };

  load(`assets/owner.${lang}.js`).then(async () => {
    place.replaceChildren(make("p", "answer__wait", make("span", "spinner"), word("owner_wait")));
    place.replaceChildren(...draw(await read()));
    place.removeAttribute("aria-busy");
  });
})();
