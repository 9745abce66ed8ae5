// Letters: whoever begins to write gets a token, so that the letter is sent in one go. Without it, it is shown once more.
for (const form of document.querySelectorAll("[data-letter]")) {
  const field = form.elements.namedItem("token");
  const ask = () => fetch(`${form.getAttribute("action")}token/`)
    .then((answer) => answer.json())
    .then((told) => { field.value = field.value || told.token; })
    .catch(() => {});
  if (!field.value) form.addEventListener("input", ask, { once: true });
}
