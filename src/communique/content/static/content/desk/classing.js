// classing.js: shows only what the chosen kind of change needs, and takes over the words that were changed.
const NEEDED = { typo: [], update: ["note"], correction: ["wrong", "right", "note"], retraction: ["note"] };

for (const place of document.querySelectorAll("[data-classing]")) {
  const field = (name) => place.querySelector(`[name$="${name}"]`);
  const room = (name) => field(name)?.closest(".w-panel, .w-field__wrapper, [data-contentpath]");

  const show = () => {
    const kind = place.querySelector("[name$=kind]:checked")?.value;
    for (const name of ["wrong", "right", "note"]) {
      const around = room(name);
      if (around) around.hidden = !(NEEDED[kind] ?? []).includes(name);
    }
  };

  place.addEventListener("change", show);
  for (const button of place.querySelectorAll("[data-wrong]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const correction = place.querySelector("[name$=kind][value=correction]");
      if (correction) correction.checked = true;
      field("wrong").value = button.dataset.wrong;
      field("right").value = button.dataset.right;
      show();
    });
  }
  show();
}
