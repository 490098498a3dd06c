/* Who learns: nicknames on a computer that many use, chosen, left and deleted. Nobody proves who they are. */

(() => {
  const { learning, make, icon, button, fill } = window.Shouce;
  const { words } = learning;
  let gone = null; // whoever was deleted last, until the page is left
  let drawn = { state: "", node: null };
  let isOurs = false; // something was pressed here that draws the lines anew
  const ours = (act) => () => {
    isOurs = true;
    return act();
  };

  const nameOf = (text) => text.normalize("NFC").trim().replace(/\s+/g, " ");

  /** Somebody new: the nickname, typed. */
  const adding = (say) => {
    const input = make("input", "who__name");
    input.maxLength = learning.longestName;
    input.autocomplete = "off";
    input.placeholder = words.nickname;
    input.setAttribute("aria-label", words.nickname);
    const add = make("button", "mini", icon("plus"), make("span", "", words.add_nickname));
    const form = make("form", "who__add", input, add);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const name = nameOf(input.value);
      if (!name) say(words.nickname_empty);
      else if (!learning.isName(name)) say(words.nickname_unfit);
      else if (!ours(() => learning.add(name))()) say(fill(words.nickname_taken, { name }));
    });
    return form;
  };

  /** The present person: leaves in one tap, is deleted once that was asked. */
  const present = (name, say) => {
    const leave = button(words.leave, "return", ours(learning.leave));
    const remove = button(words.delete_nickname, "cross", () => {
      const yes = button(
        words.delete_yes,
        "cross",
        ours(() => {
          gone = learning.remove(name);
          learning.redraw();
        }),
      );
      const no = button(words.delete_no, "return", () => {
        say("");
        remove.focus();
      });
      say(fill(words.delete_ask, { name }), yes, no);
      no.focus();
    });
    const shown = make("b", "", name);
    shown.tabIndex = -1; // the keyboard comes here once somebody is chosen: no button is pressed by mistake
    return make("p", "who__line", icon("person"), shown, leave, remove);
  };

  const nobody = (say) =>
    make(
      "div",
      "who__line",
      make("span", "", words.guest),
      ...learning.names().map((name) =>
        button(
          name,
          "person",
          ours(() => learning.choose(name)),
        ),
      ),
      adding(say),
    );

  const undoing = () => {
    const { name } = gone;
    const undo = button(
      words.undo,
      "return",
      ours(() => {
        learning.restore(gone);
        gone = null;
        learning.redraw();
      }),
    );
    return make("p", "who__line", make("span", "", fill(words.deleted, { name })), undo);
  };

  /** What was done in this tab before one said who one is can be taken along. */
  const bringing = (name) => {
    const take = button(
      fill(words.guest_take, { name }),
      "plus",
      ours(() => {
        const before = learning.guest();
        learning.change((one) => learning.merge(one, before));
        learning.forgetGuest();
      }),
    );
    const drop = button(words.guest_drop, "cross", ours(learning.forgetGuest));
    return make("p", "who__line", make("span", "", words.guest_found), take, drop);
  };

  const problems = (problem) => {
    const texts = {
      none: words.problem_none,
      broken: words.problem_broken,
      other: words.problem_other,
      full: words.problem_full,
    };
    const anew = problem === "broken" ? button(words.start_over, "repeat", () => learning.startOver()) : "";
    return make("p", "who__line who__line--problem", icon("info"), make("span", "", texts[problem]), anew);
  };

  /** The lines about who learns, drawn anew when that changes: what is being typed stays otherwise. */
  const people = () => {
    const guest = learning.isEmpty(learning.guest());
    const state = JSON.stringify([learning.now().name, learning.names(), learning.problem(), gone?.name, guest]);
    if (drawn.state !== state) drawn = { state, node: draw() };
    return drawn.node;
  };
  /** The keyboard stays at these lines when what was pressed in them is gone. */
  const refocus = () => {
    if (isOurs && document.activeElement === document.body) drawn.node.querySelector("b, button, input").focus();
    isOurs = false;
  };

  const draw = () => {
    const said = make("p", "who__line who__said");
    said.setAttribute("role", "status");
    const say = (...children) => said.replaceChildren(...children);
    const { name } = learning.now();
    const problem = learning.problem();
    const canChoose = learning.isKept();
    return make(
      "div",
      "who",
      problem ? problems(problem) : "",
      name ? present(name, say) : canChoose ? nobody(say) : "",
      said,
      gone ? undoing() : "",
      name && !learning.isEmpty(learning.guest()) ? bringing(name) : "",
      make(
        "p",
        "soft",
        name ? words.no_record : canChoose ? `${words.guest_only} ${words.no_record}` : words.guest_only,
      ),
    );
  };

  Object.assign(learning, { people, refocus });
})();
