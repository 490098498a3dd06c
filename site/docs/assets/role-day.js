/* The first page as the day of a role, and how far one is in the course of a role. */

(() => {
  const { data, lang, load, make, icon, button, fill, me, role } = window.Shouce;
  const { words, pageOf } = role;

  const fileOf = (address) => `assets/roles/${address.replace("/roles/", ".")}.${lang}.js`;
  /** What the page of a role says: `{title, book, url, body (elements, their links right wherever they stand)}`. */
  const dayOf = async (address) => {
    await load(fileOf(address));
    const { title, book, url, html } = data.days[`${address} ${lang}`];
    const { body } = new DOMParser().parseFromString(html, "text/html");
    const home = new URL(pageOf(url), location.href);
    for (const link of body.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), home).href;
    return { title, book, url, body };
  };

  /* What is due in a course. */
  const due = async (place) => {
    await load("learning.js");
    const { learning } = window.Shouce;
    await Promise.all([load(`assets/learning.${lang}.js`), role.ready()]);
    const said = { ...data.learning };
    const course = place.dataset.learn;
    const plan = await learning.planOf(course);
    const line = make("p", "mylearn__now");
    const draw = () => line.replaceChildren(...whatIsDue(learning, plan, said));
    place.append(line);
    draw();
    learning.onChange(draw);
  };
  const whatIsDue = (learning, plan, said) => {
    const { percent, hours, next } = learning.progressOf(plan);
    const cards = learning.due(plan.course).length;
    const { name } = learning.now();
    const state = [
      name ? fill(words.learn_for, { name }) : words.learn_guest,
      percent ? fill(said.percent, { n: percent }) : words.learn_start,
      hours ? fill(said.hours_left, { n: hours }) : "",
    ];
    const verbs = { read: said.do_read, practise: said.do_practise, fill: said.do_fill, test: said.do_test };
    const onward = make("a", "button button--first", icon("arrow"));
    onward.append(make("span", "", next ? fill(verbs[next.act], { title: next.title }) : said.all_done));
    onward.href = next && next.act !== "test" ? learning.toward(plan.course, next).href : pageOf(next?.url ?? plan.url);
    const review = make("a", "button", icon("repeat"), make("span", "", fill(said.review_today, { n: cards })));
    review.href = pageOf(plan.url);
    return [make("span", "soft", state.filter(Boolean).join(" · ")), onward, cards ? review : ""].filter(Boolean);
  };
  const showDue = (within) => {
    for (const place of within.querySelectorAll("[data-learn]")) due(place).catch(() => {}); // the link to it stays
  };

  /* The first page. */
  const holder = document.querySelector("[data-day]");
  const head = (day) => {
    const title = make("h2", "day__title", fill(words.day_title, { role: day.title }));
    title.tabIndex = -1;
    const other = button(words.change_person, "repeat", role.ask);
    const off = button(words.off_duty, "return", () => {
      me.forget();
      me.focus();
    });
    const own = make("a", "mini", icon("person"), make("span", "", words.role_page));
    own.href = pageOf(day.url);
    const until = make("p", "soft day__until", role.untilWhen());
    return make("div", "day__head", title, make("p", "soft", day.book), make("p", "day__ways", other, off, own), until);
  };
  let drawn = "";
  let isFirst = true; // what stands there when the page opens takes no keyboard
  const draw = async () => {
    const now = me.now();
    if (!now) {
      holder.replaceChildren();
      holder.classList.remove("is-there");
      drawn = "";
      isFirst = false;
      return;
    }
    if (drawn === now.role) return;
    drawn = now.role;
    const names = await role.ready().catch(() => null);
    if (names && !role.named(now.role)) return gone(now);
    const day = await dayOf(now.role).catch(() => null);
    if (me.now()?.role !== now.role) return; // somebody else meanwhile
    if (!day || !names) return failed();
    holder.replaceChildren(head(day), ...day.body.childNodes);
    holder.classList.add("is-there");
    showDue(holder);
    if (!isFirst) holder.querySelector(".day__title").focus({ preventScroll: true });
    isFirst = false;
  };
  const report = (text) => {
    const said = make("p", "day__said", icon("info"), make("span", "", text));
    said.setAttribute("role", "status");
    holder.before(said);
  };
  const gone = (now) => {
    me.forget();
    report(fill(words.role_gone, { role: now.titles[lang] ?? now.role }));
  };
  const failed = () => {
    holder.classList.add("is-there");
    report(words.roles_failed ?? "");
  };

  Object.assign(role, { dayOf, showDue });
  if (holder) {
    me.onChange(draw);
    draw();
  }
  showDue(document.querySelector(".sheet") ?? document);
})();
