/* An emergency card: the people, places and numbers of the handbook that it is read for.

   Each stands in the option of its handbook. A link to `#in-<handbook>` shows that one; whoever chooses another finds it
   on the next card too. */
{
  const KEPT = "shouce-card-book";
  const select = document.querySelector("[data-card-book]");
  const headings = ["then", "places"].map((id) => document.getElementById(id)).filter(Boolean);

  /* A handbook need not say what comes then, nor have each of the places. */
  const showHeadings = () => {
    for (const heading of headings) {
      heading.hidden = !heading.nextElementSibling.querySelector(":scope > :not([hidden])");
    }
  };

  const show = (option) => {
    const fills = JSON.parse(option.dataset.fills);
    for (const place of document.querySelectorAll("[data-given]")) {
      place.textContent = fills[place.dataset.given] ?? "";
    }
    for (const link of document.querySelectorAll("[data-given-tel]")) {
      link.href = `tel:${(fills[link.dataset.givenTel] ?? "").replaceAll("-", "")}`;
    }
    for (const link of document.querySelectorAll("[data-given-href]")) {
      link.hidden = !fills[link.dataset.givenHref];
      link.href = fills[link.dataset.givenHref];
    }
    for (const box of document.querySelectorAll("[data-optional]")) box.hidden = !fills[box.dataset.optional];
    for (const link of document.querySelectorAll("[data-of]")) link.hidden = link.dataset.of !== option.value;
    showHeadings();
    option.selected = true;
  };

  const choose = (book) => {
    const option = [...(select?.options ?? [])].find((each) => each.value === book);
    if (option) show(option);
    return Boolean(option);
  };

  const fromAddress = () => location.hash.startsWith("#in-") && choose(location.hash.slice(4));

  const kept = () => {
    try {
      return sessionStorage.getItem(KEPT);
    } catch {
      return null; // a browser that keeps nothing
    }
  };

  if (select) {
    showHeadings();
    if (!fromAddress()) choose(kept());
    addEventListener("hashchange", fromAddress);
    select.addEventListener("change", () => {
      choose(select.value);
      try {
        sessionStorage.setItem(KEPT, select.value);
      } catch {
        // the next card begins with the default handbook
      }
    });
  }
}
