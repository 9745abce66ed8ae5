// Recordings that others keep: their host is asked for nothing until a reader presses the button. The words are the page's.
for (const place of document.querySelectorAll("[data-player]")) {
  const { player, playerTitle, playerPlay } = place.dataset;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button player__button";
  button.textContent = playerPlay;
  button.setAttribute("aria-label", `${playerPlay}: ${playerTitle}`);
  button.addEventListener("click", () => {
    const frame = document.createElement("iframe");
    frame.className = "player__frame";
    frame.title = playerTitle;
    frame.allow = "encrypted-media; fullscreen; picture-in-picture";
    frame.allowFullscreen = true;
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    frame.src = player;
    button.replaceWith(frame);
    frame.focus();
  });
  place.querySelector(".player__told").after(button);
}
