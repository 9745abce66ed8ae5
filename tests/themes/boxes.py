"""What is wrong with where things stand on a page: by the boxes that a browser gives them."""

from __future__ import annotations

from .browsers import View

# What reaches out over the right or left edge of the page; what scrolls in its own region may be wider.
TOO_WIDE = """() => {
  const room = document.documentElement.clientWidth;
  const scrolls = (node) => node.closest('.table, .menu, .skip');
  return [...document.querySelectorAll('body *')].filter((node) => {
    const box = node.getBoundingClientRect();
    return box.width > 0 && !scrolls(node) && (box.right > room + 1 || box.left < -1);
  }).map((node) => `${node.tagName} ${node.className}`).concat(
    document.documentElement.scrollWidth > room ? [`page ${document.documentElement.scrollWidth}`] : []);
}"""
# Blocks that hold words, and pictures: any two of them where neither is in the other, and that share room.
OVERLAPS = """() => {
  const block = (node) => (getComputedStyle(node).display.startsWith('inline') ? block(node.parentElement) : node);
  const seen = new Set();
  const words = document.createTreeWalker(document.querySelector('body'), NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    if (words.currentNode.data.trim()) seen.add(block(words.currentNode.parentElement));
  }
  document.querySelectorAll('img').forEach((image) => seen.add(image));
  // The box of a line in a drawing is as high as its font can reach; what is seen of it is lower.
  const room = (node) => {
    const box = node.getBoundingClientRect();
    const less = node instanceof SVGElement ? box.height / 4 : 0;
    return new DOMRect(box.x, box.y + less, box.width, box.height - 2 * less);
  };
  const boxes = [...seen].filter((node) => node.checkVisibility() && !node.closest('.skip, [popover], .table'))
    .map((node) => [node, room(node)]).filter(([, box]) => box.width > 1 && box.height > 1)
    .sort(([, one], [, other]) => one.top - other.top);
  const found = [];
  boxes.forEach(([node, box], at) => {
    for (const [other, next] of boxes.slice(at + 1)) {
      if (next.top > box.bottom) break;
      const across = Math.min(box.right, next.right) - Math.max(box.left, next.left);
      const down = Math.min(box.bottom, next.bottom) - Math.max(box.top, next.top);
      if (across > 1 && down > 1 && !node.contains(other) && !other.contains(node)) {
        found.push([node, other].map((one) => `${one.tagName}.${one.getAttribute('class')}`).join(' and '));
      }
    }
  });
  return found;
}"""
# Words that don't fit into a box which hides what sticks out. What is typed into a field scrolls in it.
CUT_OFF = """() => [...document.querySelectorAll('body *')].filter((node) => {
  const style = getComputedStyle(node);
  return node.checkVisibility() && !node.closest('.skip') && !node.matches('input') && style.clipPath === 'none'
    && (style.overflowX === 'hidden' || style.overflowX === 'clip')
    && (node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1);
}).map((node) => `${node.tagName}.${node.className}`)"""

# A date or a name whose parts stand apart, with other words between: what happens to a number beside letters of the
# other direction that nothing isolates (UAX #9; W3C, "Inline markup and bidirectional text in HTML").
TORN = """() => [...document.querySelectorAll('body :is(time, cite, bdi, a, span, b, strong, em)')].filter((node) => {
  if (getComputedStyle(node).display !== 'inline' || !node.checkVisibility()) return false;
  const boxes = [...node.getClientRects()].filter((box) => box.width > 0).sort((one, other) => one.left - other.left);
  return boxes.some((box, at) => {
    const next = boxes.slice(at + 1).find((one) => Math.abs(one.top - box.top) < box.height / 2);
    return next && next.left - box.right > 2;
  });
}).map((node) => `${node.tagName}.${node.className} is torn: ${node.textContent.trim().slice(0, 60)}`)"""
LOOKED_AT = (TOO_WIDE, OVERLAPS, CUT_OFF, TORN)


def wrong(seen: View) -> list[str]:
    """What overlaps, is cut off, torn apart or leaves the screen; the first of it."""
    return [told for what in LOOKED_AT for told in seen.page.evaluate(what)][:5]
