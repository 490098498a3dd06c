// What of the scripts and styles of the site the oldest browser does not know: `make lint`. It is Chromium 92 (July 2021)
// and the Safari of iOS 15.4 (docs/administration.md). Whatever stands below is newer or was late in some browser, and a
// page does without it; anything else has to be written as these two know it.
import { createRequire } from "node:module";

const installed = createRequire(new URL("../../.venv/eslint/", import.meta.url));
const css = installed("@eslint/css").default;
const compat = installed("eslint-plugin-compat");
const es = installed("eslint-plugin-es-x");

const FLOOR = ["chrome >= 92", "ios_saf >= 15.4"];
const NEWER = new Set(["has"]);
const FORGIVING = new Set(["is", "where"]); // what is not known within is left out alone

const isPseudo = (node) => node.type === "PseudoClassSelector";
const isNewer = (node) =>
  isPseudo(node) && (NEWER.has(node.name) || (!FORGIVING.has(node.name) && (node.children ?? []).some(hasNewer)));
const hasNewer = (node) => isNewer(node) || (!isPseudo(node) && (node.children ?? []).some(hasNewer));

/** A list of selectors is dropped whole where one of them is not known: a newer one stands alone, or within `:is()`. */
const alone = {
  meta: { messages: { list: "A newer selector takes the others of its list with it: give it a rule of its own." } },
  create: (context) => ({
    "Rule > SelectorList"({ children }) {
      const newer = children.filter(hasNewer);
      if (newer.length < children.length) for (const node of newer) context.report({ node, messageId: "list" });
    },
  }),
};

export default [
  {
    files: ["**/*.css"],
    plugins: { css, floor: { rules: { alone } } },
    language: "css/css",
    languageOptions: { tolerant: true },
    rules: {
      "floor/alone": "error",
      "css/use-baseline": [
        "error",
        {
          available: 2021,
          allowSelectors: [
            "focus-visible", // both know it
            "backdrop", // both know it
            "selection", // colour of what is selected
            "marker", // both know it
            "has", // a page without it is plainer, but whole: every kind was gone through in Chromium 92
          ],
          allowAtRules: ["page"], // paper: both print, iOS on the paper that the printer has
          allowProperties: [
            "outline", // both know it; older ones of Safari draw no round corners
            "page", // paper
            "orphans", // paper
            "widows", // paper
            "print-color-adjust", // beside its name with -webkit-
            "mask", // beside its name with -webkit-
            "mask-image", // beside its name with -webkit-
            "appearance", // both know it
            "user-select", // both know it, or nothing but a selection comes of it
            "color-scheme", // both know it
            "accent-color", // a box to tick in the browser's own colour
            "overscroll-behavior", // the page behind scrolls on
            "scroll-behavior", // it jumps
            "scroll-snap-type", // both know it
            "scrollbar-width", // a broader bar
            "resize", // a corner that cannot be drawn
            "text-wrap", // a title breaks where it breaks
            "text-size-adjust", // letters as large as the browser likes
            "text-autospace", // no space between Chinese and Latin
            "text-spacing-trim", // marks as broad as the font has them
            "forced-color-adjust", // only where colours are forced
            "content-visibility", // drawn at once
            "contain-intrinsic-size", // with the former
          ],
          allowPropertyValues: {
            "overflow-wrap": ["anywhere"], // both know it
            "break-after": ["avoid"], // both know it
          },
        },
      ],
    },
  },
  {
    files: ["**/*.js"],
    plugins: { compat, "es-x": es },
    languageOptions: { ecmaVersion: 2021, sourceType: "script" },
    settings: {
      targets: FLOOR,
      "es-x": { aggressive: true },
      polyfills: [
        // asked for before it is used
        "document.fullscreenElement",
        "document.exitFullscreen",
        "navigator.userActivation",
        "requestIdleCallback",
      ],
    },
    rules: {
      ...es.configs["flat/restrict-to-es2021"].rules,
      "compat/compat": "error",
      "es-x/no-array-prototype-at": "off", // both know it
      "es-x/no-string-prototype-at": "off", // both know it
      "es-x/no-resizable-and-growable-arraybuffers": "off", // takes every `.grow()` for one
      "no-restricted-syntax": [
        "error",
        {
          selector: "Literal[value=/:(has|modal|popover-open)\\b/]",
          message: "A selector that the oldest browser does not know is an error in a script.",
        },
      ],
    },
  },
];
