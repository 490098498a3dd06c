/* Scripts and fault trees, one moment at a time: choose what happened, go on, go back. Without scripts it stays a list. */

(() => {
  const list = document.querySelector("[data-play]");
  if (!list) return;
  const { does, say, make, button } = window.Shouce;
  const nodes = [...list.querySelectorAll("[data-node]")];
  const start = nodes.find((node) => "start" in node.dataset) ?? nodes[0];
  const titleOf = (node) => (node.querySelector("h3, .bubble p, .node__do, .node__ask") ?? node).textContent.trim();
  let path = [];
  let bar = null;

  const draw = () => {
    const here = path.at(-1);
    for (const node of nodes) node.classList.toggle("is-playing", node === here.node);
    const trail = bar.querySelector("ol");
    trail.replaceChildren(
      ...path.slice(0, -1).map((visit, index) => {
        const back = button(titleOf(visit.node), "", () => {
          path = path.slice(0, index + 1);
          draw();
        });
        return make("li", "", back, make("b", "", path[index + 1].by));
      }),
    );
    bar.querySelector("[data-back]").disabled = path.length === 1;
  };
  const go = (node, by) => {
    path.push({ node, by });
    draw();
    here().focus({ preventScroll: true });
    bar.scrollIntoView({ block: "start", behavior: "smooth" });
  };
  const here = () => {
    const node = path.at(-1).node;
    node.tabIndex = -1;
    return node;
  };

  const open = (first = start) => {
    const back = button(say("play_back"), "return", () => {
      path.pop();
      draw();
    });
    back.dataset.back = "";
    bar = make(
      "div",
      "player",
      make("ol", "player__trail"),
      make(
        "p",
        "player__buttons",
        back,
        button(say("play_again"), "repeat", () => {
          path = [{ node: start, by: "" }];
          draw();
        }),
        button(say("play_all"), "list", close),
      ),
    );
    list.before(bar);
    list.classList.add("is-played");
    path = [{ node: first, by: "" }];
    draw();
  };
  const close = () => {
    bar.remove();
    bar = null;
    list.classList.remove("is-played");
  };

  does.play = () => {
    if (bar) {
      close();
      return;
    }
    open();
    bar.scrollIntoView({ block: "start", behavior: "smooth" });
  };
  list.addEventListener("click", (event) => {
    const exit = event.target.closest("[data-exit], .goto a");
    const target = bar && exit && document.getElementById(exit.hash.slice(1));
    if (!target) return;
    event.preventDefault();
    go(target, exit.dataset.exit ?? "");
  });
  /* A link to one moment (from an answer or the chart) shows that moment. */
  addEventListener("hashchange", () => {
    const target = nodes.find((node) => `#${node.id}` === location.hash);
    if (bar && target) go(target, "");
  });
})();
