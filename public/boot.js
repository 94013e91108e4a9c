// Starts the program. A file of its own, so that a strict content security policy allows it. Until the program has
// drawn its map, and wherever it does not start, the page that was made beforehand is what is read.
const root = document.documentElement;
const made = document.getElementById("static");
const { js, wasm, files, style } = document.querySelector("script[data-wasm]").dataset;
// A packed file has its program in it (src/pack/unpack.js).
const pack = window.clausemapPack;
const query = new URLSearchParams(location.search);
// Another dossier than the page's own, of which nothing has been made beforehand.
const other = query.get("dossier");

// Lands on a section also where the address says more than its name, or says it in the query.
function land() {
  const exact = document.getElementById(decode(location.hash.slice(1)));
  if (!made.isConnected || exact) return root.dataset.app === "static" && exact?.scrollIntoView();
  for (const pair of `${location.hash.slice(1)}&${location.search.slice(1)}`.split("&")) {
    const section = pair.includes("=") && document.getElementById(pair);
    if (section) return section.scrollIntoView();
  }
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// Which section the reader has come to, for the program to open at.
let marking = false;
function mark() {
  if (marking || !made.isConnected) return;
  marking = true;
  requestAnimationFrame(() => {
    marking = false;
    if (!made.isConnected) return;
    const text = made.querySelector(".made-text").getBoundingClientRect();
    const middle = text.left + text.width / 2;
    const here = scrollY > 80 && document.elementFromPoint(middle, innerHeight / 3)?.closest("#static [id*='=']");
    if (here) root.dataset.read = `#${here.id}`;
    else delete root.dataset.read;
  });
}

// What the page is shows on <html>: `ready` once the program has drawn its map, `failed` when it cannot go on.
function turn() {
  const state = root.dataset.app;
  if (state === "ready" && made.isConnected) {
    const held = made.contains(document.activeElement) && document.activeElement;
    made.remove();
    delete root.dataset.read;
    if (held) hold(held.closest("[data-region]")?.dataset.region);
    pass();
    keep();
  } else if (state === "failed" && !made.isConnected && !("brought" in root.dataset)) {
    document.body.append(made);
  }
}

// The browser may keep the page for when there is no network (src/offline): one that comes safely and stands alone.
function keep() {
  const safe = location.protocol === "https:" || location.hostname === "localhost";
  if (pack || top !== window || !safe || !("serviceWorker" in navigator) || navigator.connection?.saveData) return;
  (window.requestIdleCallback ?? setTimeout)(() => import("./offline.js").catch(() => {}));
}

// Whoever was here by keyboard goes on where they were.
function hold(region) {
  const same = region && document.querySelector(`#app [data-region="${region}"]`);
  (same || document.getElementById("pane"))?.focus({ preventScroll: true });
}

// The first screen is painted before the program is asked for: all of it, which by now has been read. The first paint
// may have been of a part, so frames are waited for: a fourth is not begun before the first was shown. A page that
// nobody sees is not painted, and does not wait for it.
function painted() {
  return new Promise((go) => {
    if (document.visibilityState === "hidden") return go();
    const after = (frames) => (frames ? requestAnimationFrame(() => after(frames - 1)) : setTimeout(go));
    try {
      new PerformanceObserver((list) => list.getEntriesByName("first-contentful-paint").length && after(4))
        .observe({ type: "paint", buffered: true });
    } catch {
      after(4);
    }
    document.addEventListener("visibilitychange", go, { once: true });
    setTimeout(go, 4000);
  });
}

// What nothing but the program's views need has a style sheet of its own, which goes before print alone
// (src/statics/styles.rs). Nothing is drawn without it.
function dress() {
  if (!style) return;
  const link = document.createElement("link");
  const worn = new Promise((go, stop) => Object.assign(link, { onload: go, onerror: () => stop(new Error(style)) }));
  Object.assign(link, { rel: "stylesheet", href: new URL(style, document.baseURI) });
  document.querySelector("link[rel=stylesheet]").after(link);
  return worn;
}

// The dossier is on its way while the program is: the program finds it here when it asks.
function send(file) {
  const link = document.createElement("link");
  Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: file });
  document.head.append(link);
}

// What an address may ask for that the page made beforehand does not show (src/route): then the program is fetched
// without being waited for. So it is where that page is not in the reader's language.
const ASKS = /^(view|region|clause|claim|source|who|plan|from|lens|open|order|asof|q|list|party|stance|topic|evidence|change|overlay|dossier)$/;
function isAsked() {
  const names = [query, new URLSearchParams(location.hash.slice(1))].flatMap((part) => [...part.keys()]);
  if (names.some((name) => ASKS.test(name))) return true;
  const spoken = [root.lang, ...Array.from(document.querySelectorAll("link[hreflang]"), (link) => link.hreflang)];
  const wanted = [query.get("lang"), root.dataset.lang, ...navigator.languages].map((tag) => tag?.slice(0, 2));
  return root.lang !== (wanted.find((lang) => spoken.includes(lang)) ?? root.lang);
}

// Whoever only passes by an article is spared the program: it is fetched when its reader does anything at all, or the
// page around asks for something. Until then the page made beforehand answers.
const ACTS = ["pointermove", "pointerdown", "touchstart", "wheel", "keydown", "focusin", "hashchange", "dragenter"];
function acted() {
  root.dataset.app = "waiting";
  window.clausemapFrame?.tell("ready", { lang: root.lang, view: "map" });
  return new Promise((go) => {
    ACTS.forEach((act) => addEventListener(act, go, { capture: true, passive: true, once: true }));
    addEventListener("message", (event) => heard(event) && go());
  });
}

// What the page around asks for before there is a program to hear it (src/app/host).
const asked = [];
const heard = ({ data, source }) => source === parent && data?.source === "clausemap-host";
function note(event) {
  if (heard(event) && asked.length < 99) asked.push(event);
}

function pass() {
  removeEventListener("message", note);
  for (const { data, source, origin } of asked) dispatchEvent(new MessageEvent("message", { data, source, origin }));
}

async function start() {
  try {
    if (!pack && !other && made?.hasChildNodes() && !isAsked()) await acted();
    root.dataset.app = "loading";
    await painted();
    const program = pack ? { default: pack.begin } : import(new URL(js, document.baseURI));
    const bytes = pack ? pack.program() : fetch(new URL(wasm, document.baseURI));
    const worn = dress();
    bytes.catch(() => {});
    if (!other) (files ?? "").split(" ").filter(Boolean).forEach(send);
    const [{ default: init }] = await Promise.all([program, worn]);
    await init({ module_or_path: bytes });
  } catch (fault) {
    console.error(fault);
    // The program never arrived, so its words did not either: frame.js says why, in words of its own.
    const isPolicy = fault instanceof WebAssembly.CompileError && /unsafe-eval|content security/i.test(fault.message);
    // A program that has begun, and broken off, has told so by itself.
    root.dataset.fault ??= isPolicy ? "policy" : "files";
    root.dataset.app = "failed";
  }
}

if (other) made?.remove();
if (!other && /^(1|true)$/.test(query.get("static") ?? "")) root.dataset.app = "static";
else start();
// A file that is dropped before the program is there to take it does not take the place of the page.
for (const kind of ["dragover", "drop"]) {
  addEventListener(kind, (event) => event.dataTransfer?.types.includes("Files") && event.preventDefault());
}
if (made) {
  addEventListener("hashchange", land);
  addEventListener("scroll", mark, { passive: true });
  if (parent !== window) addEventListener("message", note);
  new MutationObserver(turn).observe(root, { attributeFilter: ["data-app"] });
  land();
}
