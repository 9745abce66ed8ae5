// Before anything is drawn: says that there are scripts, and sets type and colours as this reader chose them before.
const page = document.documentElement;
const known = { text: ["small", "large", "larger"], spacing: ["wide"], theme: ["light", "dark"] };
page.dataset.scripts = "";

let kept = {};
try {
  kept = JSON.parse(localStorage.getItem("reading")) || {};
} catch (refused) {
  // A reader who lets nothing be kept reads as usual.
}
for (const name of Object.keys(known)) {
  if (known[name].includes(kept[name])) page.dataset[name] = kept[name];
}
