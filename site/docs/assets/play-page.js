/* The buttons, keys and addresses of playing: `#practise` opens the practice, a number chooses, Backspace goes back. */

(() => {
  const { playing, does, load } = window.Shouce;
  if (!playing) return;
  const { lookup, talk, card } = playing;
  const practice = talk ?? card;
  load("practice.css").catch(() => {});

  does.play = () => {
    practice.close();
    if (lookup.isOpen()) lookup.close();
    else lookup.open();
  };
  does.practise = () => {
    lookup?.close();
    if (practice.isOpen()) practice.close();
    else practice.open();
  };

  const isTyping = (target) =>
    target.closest?.("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    if (isTyping(event.target) && !(event.key === "Escape" && event.target.closest(".practice"))) return;
    const isTaken = lookup?.isOpen() ? lookup.press(event.key) : practice.isOpen() && practice.press(event.key);
    if (isTaken) event.preventDefault();
  });

  const fromAddress = () => {
    if (location.hash === "#practise" && !practice.isOpen()) {
      lookup?.close();
      practice.open();
    }
  };
  addEventListener("hashchange", fromAddress);
  fromAddress();
  lookup?.follow();
})();
