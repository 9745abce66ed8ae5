// first_words.js: Wagtail begins to look for edits two seconds after a page was opened, and takes what is written until
// then for what was there. Here it is compared with what stood there when somebody first touched the form.

const untouched = new Map(); // forms that were touched before Wagtail watched them, and what they held until then

function watcher(form) {
  return window.wagtail?.app?.getControllerForElementAndIdentifier(form, "w-unsaved");
}

for (const kind of ["keydown", "pointerdown", "paste", "drop"]) {
  const note = ({ target, isTrusted }) => {
    const form = target.closest?.('form[data-controller~="w-unsaved"]');
    const watching = form && isTrusted && !untouched.has(form) && watcher(form);
    if (watching && !watching.initialFormData) untouched.set(form, watching.formData);
  };
  window.addEventListener(kind, note, { capture: true, passive: true });
}

document.addEventListener("w-unsaved:watch-edits", ({ target: form, detail }) => {
  const before = untouched.get(form);
  if (before !== undefined && before !== detail.initialFormData) watcher(form).initialFormData = before;
});

// Once it is saved, it begins anew with what was saved; Wagtail, too, hears of it at the form.
window.addEventListener("w-autosave:success", ({ target: form }) => untouched.delete(form), true);
