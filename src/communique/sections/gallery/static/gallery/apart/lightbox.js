// The pictures of an album at large, on the album's own page: by arrow keys, fingers and wheel, until Escape.
// Without it, or if PhotoSwipe doesn't come, each picture leads to a page of its own.
const list = document.querySelector("[data-lightbox]");

if (list) {
  const words = list.dataset;
  const links = [...list.querySelectorAll("a.album__picture")];
  // PhotoSwipe has its next picture to the right; where one reads from the right, the first stands there.
  const fromRight = getComputedStyle(list).direction === "rtl";
  const placed = (at) => (fromRight ? links.length - 1 - at : at);

  // The same format that the browser chose for the small picture, from the widths there are.
  const shown = (link) => {
    const small = link.querySelector("img");
    const sources = [...link.querySelectorAll("source")];
    const name = small.currentSrc.split("/").pop();
    const source = sources.find((one) => name && one.srcset.includes(name)) || sources[sources.length - 1];
    const widths = source ? source.srcset.split(",").map((one) => parseInt(one.trim().split(" ").pop(), 10)) : [];
    const width = Math.max(small.width, small.naturalWidth, ...widths);
    const ratio = small.getAttribute("height") / small.getAttribute("width");
    return {
      src: small.getAttribute("src"),
      srcset: source ? source.srcset : "",
      msrc: small.currentSrc,
      width,
      height: Math.round(width * ratio),
      alt: small.alt,
      element: link,
      thumbCropped: true,
    };
  };

  const said = (link) => {
    const caption = link.parentElement.querySelector("figcaption");
    const alone = document.createElement("a");
    alone.href = link.href;
    alone.textContent = words.alone;
    return [...(caption ? caption.cloneNode(true).childNodes : []), " ", alone];
  };

  // Tab goes round within it: from the last place to the first, and back.
  const stay = (box, event) => {
    if (event.key !== "Tab") return;
    const stops = [...box.querySelectorAll("button:not(:disabled), a")].filter((one) => one.getClientRects().length);
    const [from, to] = event.shiftKey ? [0, stops.length - 1] : [stops.length - 1, 0];
    const atTheEnd = event.shiftKey && document.activeElement === box;
    if (document.activeElement !== stops[from] && !atTheEnd) return;
    event.preventDefault();
    stops[to].focus();
  };

  const open = (PhotoSwipe, link) => {
    const order = fromRight ? [...links].reverse() : links;
    const [left, right] = fromRight ? [words.next, words.previous] : [words.previous, words.next];
    const box = new PhotoSwipe({
      dataSource: order.map(shown),
      index: placed(links.indexOf(link)),
      loop: false,
      counter: false,
      closeTitle: words.close,
      zoomTitle: words.zoom,
      arrowPrevTitle: left,
      arrowNextTitle: right,
      errorMsg: words.failed,
      paddingFn: ({ x }) => ({ top: 60, bottom: 96, left: x < 700 ? 0 : 72, right: x < 700 ? 0 : 72 }),
      bgOpacity: 0.94,
    });
    box.on("uiRegister", () => {
      box.ui.registerElement({
        name: "place",
        order: 5,
        onInit: (place) => {
          const numbers = document.createElement("bdi");
          numbers.dir = "ltr";
          place.append(numbers);
          box.on("change", () => { numbers.textContent = `${placed(box.currIndex) + 1} / ${links.length}`; });
        },
      });
      box.ui.registerElement({
        name: "caption",
        order: 9,
        appendTo: "root",
        onInit: (caption) => {
          caption.setAttribute("aria-live", "polite");
          box.on("change", () => caption.replaceChildren(...said(order[box.currIndex])));
        },
      });
    });
    box.on("firstUpdate", () => {
      box.element.dataset.theme = "dark";
      box.element.setAttribute("aria-modal", "true");
      box.element.setAttribute("aria-label", document.querySelector("h1").textContent);
      box.element.lang = list.closest("[lang]").lang;
      box.element.addEventListener("keydown", (event) => stay(box.element, event));
    });
    box.init();
  };

  const styled = (address) => new Promise((done, failed) => {
    const styles = document.createElement("link");
    styles.rel = "stylesheet";
    styles.href = address;
    styles.onload = done;
    styles.onerror = failed;
    document.head.append(styles);
  });

  // Fetched when a reader comes near, so that those who only look at the page pay nothing for it.
  let coming = null;
  const fetched = () => {
    coming = coming || Promise.all([import(words.lightbox), ...words.styles.split(" ").map(styled)]);
    return coming;
  };
  list.addEventListener("pointerenter", () => fetched().catch(() => {}), { once: true });
  list.addEventListener("focusin", () => fetched().catch(() => {}), { once: true });
  list.addEventListener("click", (event) => {
    const link = event.target.closest("a.album__picture");
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    fetched().then(([found]) => open(found.default, link), () => { location.href = link.href; });
  });
}
