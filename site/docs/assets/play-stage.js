/* Where one plays: on a phone it fills the screen and the page behind it stands still, at a desk it stands in the page. */

(() => {
  if (!window.Shouce.playing) return;
  const { make } = window.Shouce;
  const isSmall = () => matchMedia("(max-width: 700px), (max-height: 500px)").matches;
  const root = document.documentElement;

  /** Where there is no full screen, or nobody pressed for it, the window is filled. */
  const enterFullscreen = () => {
    const isAsked = navigator.userActivation?.isActive ?? true;
    if (isAsked) root.requestFullscreen?.({ navigationUI: "hide" }).catch(() => {});
  };
  const exitFullscreen = () => document.fullscreenElement && document.exitFullscreen().catch(() => {});

  /** A stage called *title*; *left* is called when the browser closes it: by Escape, its own back or the end of full
      screen. */
  const stageOf = (title, left) => {
    const element = make("dialog", "stage");
    element.setAttribute("aria-label", title);
    let isOpen = false;
    let opener = null;

    const isFull = () => element.open && root.classList.contains("has-stage");
    const close = () => {
      if (!isOpen) return;
      isOpen = false;
      exitFullscreen();
      if (element.open) element.close();
      root.classList.remove("has-stage");
      element.remove();
      opener?.focus({ preventScroll: true });
    };
    /** Open it in the *place* of what it takes in. */
    const open = (place, ...children) => {
      isOpen = true;
      opener = document.activeElement;
      place.before(element);
      element.append(...children);
      if (!isSmall()) {
        element.show();
        return;
      }
      element.showModal();
      root.classList.add("has-stage");
      enterFullscreen();
    };
    /* Paper has no screen to fill: the page is printed as it is at a desk. */
    let onPaper = [];
    addEventListener("beforeprint", () => {
      onPaper = isOpen && isFull() ? [...element.childNodes] : [];
      element.before(...onPaper);
    });
    addEventListener("afterprint", () => isOpen && element.append(...onPaper.splice(0)));
    element.addEventListener("close", () => isOpen && left());
    document.addEventListener("fullscreenchange", () => isOpen && isFull() && !document.fullscreenElement && left());
    return { element, open, close, isFull };
  };

  window.Shouce.playing.stageOf = stageOf;
})();
