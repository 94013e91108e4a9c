// Starts the program. A file of its own, so that a strict content security policy allows it. Until the program has
// drawn its map, and wherever it does not start, the page that was made beforehand is what is read.
import { root, made, opens, asked, here, isExact, back, reach, mark, show, arrive, step, renew } from "./made.js";

const { dataset: its } = document.querySelector("script[data-wasm]");
// A packed file has its program in it (src/pack/unpack.js).
const pack = window.clausemapPack;
const beside = (file) => new URL(file, import.meta.url).href;
const query = new URLSearchParams(location.search);
// Another dossier than the page's own, of which nothing has been made beforehand.
const other = query.get("dossier");
// A place's page (src/sharing/share.js).
const place = window.clausemapPlace;

// What the page is shows on <html>: `ready` once the program has drawn its map, `failed` when it cannot go on.
function turn() {
  const state = root.dataset.app;
  if (state === "ready" && made.isConnected) {
    const held = made.contains(document.activeElement) && document.activeElement;
    made.remove();
    delete root.dataset.read;
    // What the reader did last goes before what the article asked for.
    pass();
    if (held || pressed) hold(pressed || held);
    keep();
  } else if (state === "failed") {
    if (!made.isConnected && !("brought" in root.dataset)) document.body.append(made);
    place?.stay();
    wishes.forEach(obey);
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

// One section of the page made beforehand can be read in that; for anything else the program is fetched without being
// waited for.
function isAsked() {
  const all = asked().filter((pair) => pair.join("=") !== "view=map");
  const isRead = ([name, value]) => !/view|plan/.test(name) && document.getElementById(`${name}=${value}`);
  return query.has("more") || all.length > 1 || !all.every(isRead);
}

// The page made beforehand in the language that is wanted, where that is another page (look.js). What cannot be had
// the program can say.
async function speak() {
  const { wanted } = root.dataset;
  if (!wanted || wanted === root.lang) return true;
  try {
    const { fetched } = await import(beside("asked.js"));
    const isHere = await fetched(wanted, made);
    if (isHere) renew();
    return isHere !== false;
  } catch {
    return false;
  }
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
  const act = new AbortController();
  const until = (acts) => new Promise((go) => {
    const on = (kind, isMeant) =>
      addEventListener(kind, (event) => isMeant(event) && go(), { capture: true, passive: true, signal: act.signal });
    for (const [kind, isMeant] of Object.entries(acts)) on(kind, isMeant);
  });
  for (const kind of ["click", "focusin"]) addEventListener(kind, read, { signal: act.signal });
  const spoken = speak().then((isSpoken) => {
    if (isSpoken) return window.clausemapFrame?.tell("ready", { lang: root.lang, view: "map" });
    more();
    return new Promise(() => {});
  });
  return Promise.race([until(MORE), until(ACTS).then(() => spoken).then(hand)]).then(() => act.abort());
}

// In a frame that shows the beginning of the text, it scrolls for who reads it (style/frame.css).
function read({ type, target }) {
  const isButton = target.closest?.(".made-on");
  if (!target.closest?.(".made-text") || (isButton && type !== "click")) return;
  root.dataset.reading = "";
  if (isButton) reach(document.getElementById("all"));
}

// The first act brings the hand (src/hand), which moves the map and is a twentieth of the program. That comes when
// something is asked for that neither has: by one of the choices that only it has (src/statics/choices.rs), by an
// address, by who types, drops a file, or comes closer than the drawing is good for.
const MORE = {
  hashchange: () => isView(location.hash) || (isAsked() && !isExact()),
  click: (event) => isPlain(event) && (brings(event.target) || isView(event.target.closest?.("a")?.hash ?? "")),
  change: ({ target }) => target.value[0] === "#" || parent !== window,
  keydown: (event) => isPlain(event) && /^[^-+=_0 ]$/.test(event.key) && !event.target.closest?.("select"),
  dragenter: always,
  "clausemap-more": always,
};
function more() {
  dispatchEvent(new Event("clausemap-more"));
}
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
  // Where the reader is already, though the article has asked for something else since: no step of the browser's.
  if (isBack || target.closest?.("a")?.getAttribute("href") === location.hash) stepped();
}
// With one of these keys a link is for another window.
function isPlain({ ctrlKey, metaKey, shiftKey, altKey, key }) {
  return !(ctrlKey || metaKey || altKey || (shiftKey && !key));
}

// Of what is read: the place that it is about stays, and how the page looks.
function go(hash) {
  const [now, all] = [here(), here()];
  for (const [name, value] of new URLSearchParams(hash.slice(1))) all.set(name, value);
  if (!place || place.move(now, all)) location.hash = all;
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

// The reader's own step goes before what the article asked for.
function stepped() {
  wishes = wishes.filter(({ data }) => !/region|clause/.test(data.type));
  step();
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

// What the page around may ask for (src/route/command.rs), of what is here; of a place's page, what may be on the whole.
const WISHES = {
  theme: (value) => /^(light|dark|auto)$/.test(value),
  lang: (value) => pack || value === root.lang || Array.from(document.querySelectorAll("link[hreflang]")).some((link) => link.hreflang === value),
  region: (value) => opens || document.getElementById(`region=${value}`),
  clause: (value) => opens || document.getElementById(`clause=${value}`),
};
function heard({ data, source }) {
  const isHost = parent !== window && source === parent && data?.source === "clausemap-host";
  return isHost && typeof data.value === "string" && Object.keys(WISHES).includes(data.type) && WISHES[data.type](data.value);
}
// The last of each kind is kept until there is a program to hear it (src/app/host).
let wishes = [];
function note(event) {
  if (!heard(event)) return;
  const kind = ({ data: { type } }) => (type === "clause" ? "region" : type);
  wishes = [...wishes.filter((one) => kind(one) !== kind(event)), event];
  if (/waiting|failed/.test(root.dataset.app)) obey(event);
}
// The same for a page that has to be gone to.
function wished() {
  const all = here();
  for (const { data: { type, value } } of wishes) {
    if (type !== "theme" && type !== "lang") ["region", "clause"].forEach((name) => all.delete(name));
    if (type !== "lang") all.set(type, value);
  }
  const lang = pressed?.matches(".language") ? pressed.value : wishes.find(({ data }) => data.type === "lang")?.data.value;
  return [all, lang];
}

async function obey(event) {
  try {
    const { obey } = await import(beside("asked.js"));
    // By then something else may be wished for.
    if (!wishes.includes(event) || (await obey(event.data, { read: show, speak }))) return;
  } catch {}
  more();
}

function pass() {
  removeEventListener("message", note);
  for (const { data, source, origin } of wishes) dispatchEvent(new MessageEvent("message", { data, source, origin }));
}

async function start() {
  try {
    if (!pack && !other && made?.hasChildNodes() && !isAsked()) await acted();
    if (place && !place.move(here(), ...wished())) return;
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
if (made) {
  addEventListener("hashchange", stepped);
  made.addEventListener("click", press);
  made.addEventListener("change", choose);
  addEventListener("scroll", mark, { passive: true });
  if (parent !== window) addEventListener("message", note);
  new MutationObserver(turn).observe(root, { attributeFilter: ["data-app"] });
  arrive();
}
