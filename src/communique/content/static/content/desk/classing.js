// classing.js: shows only what the chosen kind of change needs, takes over the words that were changed, and comes to the
// front when publishing was refused for want of a kind.
const NEEDED = { typo: [], update: ["note"], correction: ["wrong", "right", "note"], retraction: ["note"] };

for (const place of document.querySelectorAll("[data-classing]")) {
  const field = (name) => place.querySelector(`[name$="${name}"]`);
  const room = (name) => field(name)?.closest(".w-panel__wrapper, .w-field__wrapper");

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

  const refused = document.querySelector(".w-field__errors .error-message, .error-message");
  const tab = document.getElementById(place.closest("[role=tabpanel]")?.getAttribute("aria-labelledby"));
  if (refused && place.contains(refused)) window.addEventListener("load", () => tab?.click());
}
