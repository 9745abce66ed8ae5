// Reading settings: a button where the head of the page has room for it, and the panel that it opens.
const page = document.documentElement;
const panel = document.querySelector("[data-reading-panel]");
const place = document.querySelector("[data-reading]");

function keep() {
  const chosen = {};
  for (const radio of panel.elements) {
    if (radio.type !== "radio" || !radio.checked) continue;
    if (radio.value) page.dataset[radio.name] = chosen[radio.name] = radio.value;
    else delete page.dataset[radio.name];
  }
  try {
    localStorage.setItem("reading", JSON.stringify(chosen));
  } catch (refused) {
    // It holds for this page, then.
  }
}

function show(open, button) {
  panel.hidden = !open;
  button.setAttribute("aria-expanded", String(open));
  if (open) (panel.querySelector(":checked") || panel).focus();
}

if (panel && place) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button reading__button";
  button.textContent = "Aa";
  button.title = panel.getAttribute("aria-label");
  button.setAttribute("aria-label", panel.getAttribute("aria-label"));
  button.setAttribute("aria-controls", panel.id);
  place.append(button, panel);

  for (const radio of panel.elements) {
    if (radio.type === "radio") radio.checked = radio.value === (page.dataset[radio.name] || "");
  }
  show(false, button);

  button.addEventListener("click", () => show(panel.hidden, button));
  panel.addEventListener("change", keep);
  panel.addEventListener("reset", () => setTimeout(keep));
  panel.addEventListener("submit", (event) => {
    event.preventDefault();
    show(false, button);
    button.focus();
  });
  place.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    show(false, button);
    button.focus();
  });
  document.addEventListener("click", (event) => {
    if (!panel.hidden && !place.contains(event.target)) show(false, button);
  });
  // Who goes on with the keyboard has no further use for it.
  place.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !place.contains(event.relatedTarget)) show(false, button);
  });
}
