// Show more: a button before the ways to other pages brings the next page's entries onto this one. The link stays.
for (const pager of document.querySelectorAll("[data-more]")) {
  const list = document.querySelector("[data-list]");
  const button = document.createElement("button");
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  said.className = "pager__said";
  button.type = "button";
  button.className = "button pager__more";
  button.textContent = pager.dataset.more;
  pager.before(button, said);

  const older = () => pager.querySelector('a[rel="next"]');

  button.addEventListener("click", () => {
    const link = older();
    if (button.getAttribute("aria-disabled") === "true") return;
    button.setAttribute("aria-disabled", "true");
    said.textContent = pager.dataset.busy;
    fetch(link.href)
      .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(answer.status))))
      .then((text) => {
        const page = new DOMParser().parseFromString(text, "text/html");
        const entries = [...page.querySelectorAll("[data-list] > li")].map((entry) => document.importNode(entry, true));
        if (!entries.length) throw new Error("There is no list.");
        list.append(...entries);
        const next = page.querySelector('[data-more] a[rel="next"]');
        if (next) link.setAttribute("href", next.getAttribute("href"));
        else {
          link.remove();
          button.remove();
        }
        button.removeAttribute("aria-disabled");
        said.textContent = pager.dataset.shown;
        const first = entries[0].querySelector("a");
        if (first) first.focus();
      })
      .catch(() => { location.href = link.href; });
  });
}
