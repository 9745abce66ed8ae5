// many_of.js: where many are offered, puts those chosen first and a field above that leaves only what fits the words.
const MANY = 15;

for (const offered of document.querySelectorAll("[data-many-of]")) {
  const list = offered.querySelector(":scope > div");
  const choices = [...list.children];
  if (choices.length <= MANY) continue;
  list.prepend(...choices.filter((choice) => choice.querySelector(":checked")));
  const search = Object.assign(document.createElement("input"), { type: "search", className: "many-of__search" });
  search.placeholder = offered.dataset.manyOf;
  search.setAttribute("aria-label", offered.dataset.manyOf);
  search.addEventListener("input", () => {
    const words = search.value.trim().toLocaleLowerCase();
    for (const choice of choices) {
      choice.hidden = !choice.textContent.toLocaleLowerCase().includes(words) && !choice.querySelector(":checked");
    }
  });
  search.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
  offered.prepend(search);
}
