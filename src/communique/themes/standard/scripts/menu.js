// The menu says where the reader is: at a page of it, or at one that stands under it.
const here = location.pathname;
const home = document.querySelector("[data-home]");
const links = [...document.querySelectorAll("[data-menu] a")].filter((link) => link.origin === location.origin);
const above = links
  .filter((link) => here.startsWith(link.pathname) && !(home && link.pathname === home.pathname))
  .sort((one, other) => other.pathname.length - one.pathname.length);
const current = links.find((link) => link.pathname === here) || above[0];

if (current) {
  for (const link of links) link.removeAttribute("aria-current");
  current.setAttribute("aria-current", current.pathname === here ? "page" : "true");
}
