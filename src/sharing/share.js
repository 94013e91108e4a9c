// A place's page is a part of the whole one, and its program runs there: the address becomes the one that the whole
// page has at this place, so that it can be copied, reloaded and gone back to, and the program finds its files.
const root = document.documentElement;
const { opens } = document.querySelector("script[data-opens]").dataset;
const query = new URLSearchParams(location.search);
if (root.dataset.lang && !query.has("lang")) query.set("lang", root.dataset.lang);
const whole = Object.assign(new URL("../", location.href), { search: query, hash: opens });

// What the page refers to by its own address goes on leading there. Sections of the whole page are places of the
// program, which comes when one is asked for; where it does not, they are on that page.
function hold() {
  const from = location.href;
  const links = Array.from(document.querySelectorAll("a[href], link[href]:not([rel=stylesheet], [rel=preload])"), (link) =>
    [link, new URL(link.getAttribute("href"), from)]);
  const lead = (isHere) => links.forEach(([link, { href, hash }]) =>
    link.setAttribute("href", isHere && link.matches("#static a") && hash ? hash : href));
  lead(true);
  new MutationObserver(() => /failed|static/.test(root.dataset.app) && lead(false)).observe(root, { attributeFilter: ["data-app"] });
}

// A sandbox and a disk refuse it. Where the browser keeps the whole page (src/offline), what it keeps may be of
// another build than this one, and no two builds are mixed.
function move() {
  try {
    if (navigator.serviceWorker?.controller) return false;
    hold();
    history.replaceState(null, "", whole);
    return true;
  } catch {
    return false;
  }
}

if (move()) {
  import("../boot.js").catch(() => {
    root.dataset.fault ??= "files";
    root.dataset.app = "failed";
  });
} else {
  location.replace(whole);
}
