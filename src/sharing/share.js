// A place's page is a part of the whole one, whose program runs there. Its links lead to sections of the whole page,
// in the looks that this one was asked for.
const { dataset } = document.querySelector("script[data-opens]");
const from = location.href;
const home = () => new URL(dataset.whole, from);

// Written out, since the program will have another address; within a site without its name, as links to elsewhere are
// not (look.js).
function lead() {
  for (const link of document.querySelectorAll("#static a[href], link[href]:not([rel=stylesheet], [rel=preload])")) {
    const said = link.getAttribute("href");
    const to = new URL(said, from);
    const isOwn = to.origin === home().origin;
    if (link.matches("a") && said.includes("#") && isOwn) to.search = location.search;
    link.setAttribute("href", isOwn ? to.pathname + to.search + to.hash : to.href);
  }
}

// The address becomes the one that the whole page has where the reader is, so that it can be copied, reloaded and gone
// back to, and the program finds its files. A sandbox and a disk refuse it: then the whole page is gone to, with what
// is asked for, and has its program at once.
function move(here, asked, lang) {
  const to = Object.assign(home(), { search: location.search, hash: here });
  try {
    history.replaceState(null, "", to);
    return true;
  } catch {
    to.hash = asked;
    to.searchParams.set("more", 1);
    if (lang) to.searchParams.set("lang", lang);
    location.replace(to);
    return false;
  }
}

// Where no program comes, what the links lead to is on the whole page, which this is not.
function stay() {
  try {
    history.replaceState(null, "", from);
  } catch {}
}

// Where the browser keeps the whole page (src/offline), what it keeps may be of another build than this one, and no two
// builds are mixed.
function isKept() {
  try {
    return !!navigator.serviceWorker?.controller;
  } catch {
    return false;
  }
}

if (isKept()) {
  location.replace(Object.assign(home(), { search: location.search, hash: dataset.opens }));
} else {
  lead();
  window.clausemapPlace = { lead, move, stay };
  import("../boot.js").catch(() => {
    document.documentElement.dataset.fault ??= "files";
    document.documentElement.dataset.app = "failed";
  });
}
