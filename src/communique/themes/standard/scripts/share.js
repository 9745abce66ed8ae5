// Sharing: beside the plain links, what only a script can do. The words are the page's.
function copied(address) {
  if (navigator.clipboard) return navigator.clipboard.writeText(address);
  // Without https there is no clipboard but the one of old.
  const field = document.createElement("textarea");
  field.value = address;
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done ? Promise.resolve() : Promise.reject(new Error("Nothing was copied."));
}

for (const share of document.querySelectorAll("[data-share]")) {
  const { address, title, copy, copied: done, print, send } = share.dataset;
  const link = share.querySelector("[data-share-link]");
  const said = share.querySelector("[role=status]");

  const offer = (words, deed, before) => {
    const way = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "share__way";
    button.textContent = words;
    button.addEventListener("click", () => deed(button));
    way.append(button);
    share.querySelector("ul").insertBefore(way, before);
    return way;
  };

  // Where nothing can be copied for them, readers do it by hand.
  offer(copy, () => copied(address).then(() => { said.textContent = done; }, () => prompt(copy, address)), link);
  link.remove();
  if (navigator.share) offer(send, () => navigator.share({ title, url: address }).catch(() => {}), null);
  offer(print, () => window.print(), null);
}
