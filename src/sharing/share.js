// A place's page is a part of the whole one, whose program runs there. Its links lead to sections of the whole page,
// in the language and the looks that this one was asked for.
const { whole: file, opens } = document.querySelector("script[data-opens]").dataset;
const home = new URL(file, location.href);
for (const link of document.querySelectorAll("#static a[href], link[href]:not([rel=stylesheet], [rel=preload])")) {
  const said = link.getAttribute("href");
  const to = new URL(said, location.href);
  if (link.matches("a") && said.includes("#") && to.origin === home.origin) to.search = location.search;
  // The program will have another address.
  link.setAttribute("href", to.href);
}

function whole() {
  return Object.assign(new URL(home), { search: location.search, hash: location.hash || opens });
}
// The address becomes the one that the whole page has at this place, so that it can be copied, reloaded and gone back
// to, and the program finds its files. A sandbox and a disk refuse it: there the whole page is gone to.
window.clausemapMove = () => {
  try {
    history.replaceState(null, "", whole());
    return true;
  } catch {
    location.replace(whole());
    return false;
  }
};

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
  location.replace(whole());
} else {
  import("../boot.js").catch(() => {
    document.documentElement.dataset.fault ??= "files";
    document.documentElement.dataset.app = "failed";
  });
}
