// Starts the program. A file of its own, so that a strict content security policy allows it. Until the program has
// drawn its map, and wherever it does not start, the page that was made beforehand is what is read.
const root = document.documentElement;
const made = document.getElementById("static");
const { dataset: its } = document.querySelector("script[data-wasm]");
// A packed file has its program in it (src/pack/unpack.js).
const pack = window.clausemapPack;
const beside = (file) => new URL(file, pack ? document.baseURI : import.meta.url).href;
const query = new URLSearchParams(location.search);
// Another dossier than the page's own, of which nothing has been made beforehand.
const other = query.get("dossier");
// What the page made beforehand is about, if not the whole (src/sharing).
const opens = document.querySelector("script[data-opens]")?.dataset.opens;

// The section that the address names: by its fragment, also where that says more, or in the query.
function section() {
  const exact = document.getElementById(decode(location.hash.slice(1)));
  if (exact) return exact;
  const pairs = `${location.hash.slice(1)}&${location.search.slice(1)}`.split("&").filter((pair) => pair.includes("="));
  return pairs.map((pair) => document.getElementById(pair)).find(Boolean);
}
function isExact() {
  return section()?.id === decode(location.hash.slice(1));
}
// The browser lands by itself on what a fragment names and nothing else.
function land(isNew) {
  if (!made.isConnected || (!isNew && root.dataset.app !== "static" && isExact())) return;
  root.dataset.lands = "";
  section()?.scrollIntoView();
}
// What a frame's address asks for is read first, below the map: a frame that scrolled to it would have no map, and
// may move the article around.
function open() {
  const one = section();
  if (!one || one.id === opens?.slice(1)) return;
  if (one.matches(".made-clause")) {
    const plan = Object.assign(document.createElement("p"), { className: "of-plan" });
    plan.append(one.closest(".made-part").querySelector("h2 > .meta").cloneNode(true));
    one.prepend(plan);
  }
  one.classList.add("made-opened");
  made.querySelector(".made-text").prepend(one);
}

// Back to the map. In an article's frame it is not the window that scrolls, and an empty address moves nothing else.
function rise() {
  delete root.dataset.reading;
  for (const one of [made, document.body, window]) one.scrollTo(0, 0);
}
function isAtMap() {
  return location.hash.length < 2 || location.hash === opens;
}
function back() {
  if (isAtMap()) rise();
  else location.hash = opens ?? "";
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
    if (held || pressed) hold(pressed || held);
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

// Whoever was here by keyboard goes on where they were; what the page only showed is done now.
function hold(one) {
  const { brings } = one.closest("[data-brings]")?.dataset ?? {};
  const own = ["region", "key"].find((name) => one.closest(`[data-${name}]`));
  const css = brings ?? (own && `[data-${own}="${one.closest(`[data-${own}]`).dataset[own]}"]`);
  const all = css ? Array.from(document.querySelectorAll(`#app ${css}`)) : [];
  const same = all.find((one) => one.getClientRects().length);
  (same || document.getElementById("pane"))?.focus({ preventScroll: true });
  if (one !== pressed || !same) return;
  if (same.matches("button")) same.click();
  if (same.matches(".language")) {
    same.value = one.value;
    same.dispatchEvent(new Event("change", { bubbles: true }));
  }
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
  if (!its.style) return;
  const link = document.createElement("link");
  const worn = new Promise((go, stop) => Object.assign(link, { onload: go, onerror: () => stop(new Error(its.style)) }));
  Object.assign(link, { rel: "stylesheet", href: beside(its.style) });
  document.querySelector("link[rel=stylesheet]").after(link);
  return worn;
}

// The dossier is on its way while the program is: the program finds it here when it asks.
function send(file) {
  const link = document.createElement("link");
  Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: file });
  document.head.append(link);
}

// What an address may ask for (src/route). One section of the page made beforehand can be read in that; for anything
// else the program is fetched without being waited for. What stands after the # counts.
const ASKS = /^(view|region|clause|claim|source|who|plan|from|lens|open|order|asof|q|list|party|stance|topic|evidence|change|overlay|dossier)$/;
function isAsked() {
  const before = [...query].filter(([name]) => !/^(source|from)$/.test(name));
  const all = new Map([...before, ...new URLSearchParams(location.hash.slice(1))]);
  if (all.get("view") === "map") all.delete("view");
  const asks = [...all].filter(([name]) => ASKS.test(name));
  return asks.length > 1 || asks.some(([name, value]) => name === "view" || !document.getElementById(`${name}=${value}`));
}

// The page made beforehand in the language that is wanted, where that is another page (look.js). What cannot be had
// the program can say.
async function speak() {
  const lang = root.dataset.wanted;
  if (!lang) return true;
  if (opens) return false;
  try {
    const answer = await fetch(document.querySelector(`link[hreflang="${lang}"]`).href);
    const own = new DOMParser().parseFromString(await answer.text(), "text/html");
    const page = own.getElementById("static");
    if (!page?.hasChildNodes() || own.documentElement.lang !== lang || !made.isConnected) return false;
    if (root.dataset.links) page.querySelectorAll("a[href^='http']").forEach((link) => link.removeAttribute("href"));
    made.replaceChildren(...page.childNodes);
    document.title = own.title;
    root.lang = root.dataset.lang = lang;
    its.files = own.querySelector("script[data-wasm]").dataset.files;
  } catch {
    return false;
  }
  arrive(true);
  return true;
}

// Whoever only passes by is spared all of it: nothing is fetched before the reader does anything with the page. Until
// then the page made beforehand answers. A finger or a wheel that moves an article may well begin over a frame in it.
const always = () => true;
const ACTS = {
  pointermove: ({ pointerType }) => pointerType !== "touch",
  pointerdown: ({ pointerType }) => pointerType !== "touch",
  touchstart: ({ touches }) => parent === window || touches.length > 1,
  wheel: ({ ctrlKey, metaKey }) => parent === window || ctrlKey || metaKey,
  click: always,
  keydown: always,
  focusin: always,
  hashchange: always,
  dragenter: always,
};
function acted() {
  root.dataset.app = "waiting";
  window.clausemapFrame?.tell("ready", { lang: root.lang, view: "map" });
  const act = new AbortController();
  const until = (acts) => new Promise((go) => {
    const on = (kind, isMeant) =>
      addEventListener(kind, (event) => isMeant(event) && go(), { capture: true, passive: true, signal: act.signal });
    for (const [kind, isMeant] of Object.entries(acts)) on(kind, isMeant);
  });
  for (const kind of ["click", "focusin"]) addEventListener(kind, read, { signal: act.signal });
  return Promise.race([until(MORE), until(ACTS).then(hand)]).then(() => act.abort());
}

// In a frame that shows the beginning of the text, it scrolls for who reads it (style/frame.css).
function read({ type, target }) {
  const isButton = target.closest?.(".made-on");
  if (!target.closest?.(".made-text") || (isButton && type !== "click")) return;
  root.dataset.reading = "";
  if (isButton) document.getElementById("all").scrollIntoView();
}

// The first act brings the hand (src/hand), which moves the map and is a twentieth of the program. That comes when
// something is asked for that neither has: by one of the choices that only it has (src/statics/choices.rs), by the
// page around, by an address, by who types, drops a file, or comes closer than the drawing is good for.
const MORE = {
  message: heard,
  hashchange: () => isView(location.hash) || (isAsked() && !isExact()),
  click: (event) => isPlain(event) && (brings(event.target) || isView(event.target.closest?.("a")?.hash ?? "")),
  change: ({ target }) => target.value[0] === "#" || parent !== window,
  keydown: (event) => isPlain(event) && /^[^-+=_0 ]$/.test(event.key) && !event.target.closest?.("select"),
  dragenter: always,
  "clausemap-more": always,
};
function isView(hash) {
  return /[#&]view=(?!map)/.test(hash);
}

// What has been asked for last, and is done when somebody has come who can: for the program, or the hand. A list is not
// chosen from before it has changed, and what is chosen already is no choice.
let pressed;
function brings(target) {
  return target.closest?.("select, [aria-current]") ? null : target.closest?.("[data-brings]");
}
function press(event) {
  if (!isPlain(event)) return;
  const { target } = event;
  pressed = brings(target) ?? (root.dataset.hand ? null : target.closest?.("[data-key]")) ?? pressed;
  // Where no program comes, a view is a section of the page.
  const link = /waiting|loading/.test(root.dataset.app) && target.closest?.(".choices a, .views a");
  const isBack = target.closest?.(".made-back, .views [aria-current], a[href='#']");
  if (link || isBack) event.preventDefault();
  if (isBack) back();
  else if (link && !link.matches("[aria-current]")) go(link.hash);
}
// With one of these keys a link is for another window.
function isPlain({ ctrlKey, metaKey, shiftKey, altKey, key }) {
  return !(ctrlKey || metaKey || altKey || (shiftKey && !key));
}

// Of what is read: the place that it is about stays, and how the page looks.
function go(hash) {
  const all = new URLSearchParams((location.hash || opens || "").slice(1));
  for (const name of [...all.keys()]) if (!ASKS.test(name) && name !== "theme") all.delete(name);
  for (const [name, value] of new URLSearchParams(hash.slice(1))) all.set(name, value);
  location.hash = all;
}

// A list leads to the address that is chosen in it, or to the page in another language; in a frame, whose address is
// the article's, the program turns to that. Who comes back finds the list as the page is.
function choose(event) {
  const { value } = (pressed = event.target);
  if (value[0] === "#") return go(value);
  const other = document.querySelector(`link[hreflang="${value}"]`);
  if (!other || parent !== window) return;
  event.target.value = root.lang;
  query.set("lang", value);
  location.href = Object.assign(new URL(other.href), { search: query, hash: location.hash });
}

// Goes on only where there can be none: then the act was for the program.
async function hand() {
  try {
    await painted();
    const bytes = fetch(beside("clausemap-hand_bg.wasm"));
    bytes.catch(() => {});
    const { default: init } = await import(beside("clausemap-hand.js"));
    await init({ module_or_path: bytes });
  } catch {}
  if (!root.dataset.hand) return;
  if (pressed?.dataset.key) {
    const early = pressed;
    pressed = null;
    early.click();
  }
  await new Promise(() => {});
}

// What the page around asks for before there is a program to hear it (src/app/host).
const asked = [];
function heard({ data, source }) {
  return parent !== window && source === parent && data?.source === "clausemap-host";
}
function note(event) {
  if (heard(event) && asked.length < 99) asked.push(event);
}

function pass() {
  removeEventListener("message", note);
  for (const { data, source, origin } of asked) dispatchEvent(new MessageEvent("message", { data, source, origin }));
}

async function start() {
  try {
    if (!pack && !other && made?.hasChildNodes() && (await speak()) && !isAsked()) await acted();
    // A place's page (src/sharing/share.js).
    if (window.clausemapMove && !clausemapMove()) return;
    root.dataset.app = "loading";
    await painted();
    const program = pack ? { default: pack.begin } : import(beside(its.js));
    const bytes = pack ? pack.program() : fetch(beside(its.wasm));
    const layers = pack ? null : import(beside("overlay-start.js"));
    const worn = dress();
    bytes.catch(() => {});
    if (!other) (its.files ?? "").split(" ").filter(Boolean).forEach(send);
    const [{ default: init }] = await Promise.all([program, worn, layers]);
    await init({ module_or_path: bytes });
  } catch (fault) {
    console.error(fault);
    // The program never arrived, so its words did not either: frame.js says why, in words of its own.
    // Each browser says in its own way that the policy of the page lets no program start.
    const isPolicy = /unsafe-eval|content security|\bCSP\b/i.test(fault?.message);
    // A program that has begun, and broken off, has told so by itself.
    root.dataset.fault ??= isPolicy ? "policy" : "files";
    root.dataset.app = "failed";
  }
}

if (other) made?.remove();
if (!other && /^(1|true)$/.test(query.get("static") ?? "")) {
  root.dataset.app = "static";
  speak();
} else {
  start();
}
// A file that is dropped before the program is there to take it does not take the place of the page.
for (const kind of ["dragover", "drop"]) {
  addEventListener(kind, (event) => event.dataTransfer?.types.includes("Files") && event.preventDefault());
}
// Shows on the map which place is read of, or the ground of which clause.
function show() {
  const one = section();
  const ground = Array.from(one?.querySelectorAll("[data-ground] a") ?? [], ({ hash }) => hash.slice(1));
  const named = location.hash === opens ? [] : [one?.id, ...ground];
  for (const region of made.querySelectorAll(".made-mat [data-region]")) {
    const isHere = named.includes(`region=${region.dataset.region}`);
    region.toggleAttribute("data-here", isHere);
    if (isHere && !ground.length) region.setAttribute("aria-current", "true");
    else if (!opens) region.removeAttribute("aria-current");
  }
}
function arrive(isNew) {
  if (parent !== window && location.hash.length < 2) open();
  else land(isNew);
  show();
}
// What the program would say of it.
function tell() {
  const [, kind, id] = /^#(region|clause)=([\w.-]+)$/.exec(location.hash) ?? [];
  if (kind && root.dataset.app === "waiting") window.clausemapFrame?.tell(`${kind}.select`, { [kind]: id });
}
if (made) {
  addEventListener("hashchange", () => (isAtMap() ? rise() : land()));
  made.addEventListener("click", press);
  made.addEventListener("change", choose);
  addEventListener("hashchange", tell);
  addEventListener("hashchange", show);
  addEventListener("scroll", mark, { passive: true });
  if (parent !== window) addEventListener("message", note);
  new MutationObserver(turn).observe(root, { attributeFilter: ["data-app"] });
  arrive();
}
