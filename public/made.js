// The page that was made beforehand, as long as it is what is read: which of its sections the address or the article asks
// for, how it comes to be seen, and what the map shows of it. boot.js says when; a packed file has both in one.
export const root = document.documentElement;
export const made = document.getElementById("static");
// What it is about, if not the whole (src/sharing/share.js).
export const opens = document.querySelector("script[data-opens]")?.dataset.opens;

// What an address may ask for (src/route). What stands after the # counts; before it, newsletters use two of the names for
// their own ends.
const ASKS = /^(view|region|clause|claim|source|who|plan|from|lens|open|order|asof|q|list|party|stance|topic|evidence|change|overlay|dossier)$/;
function asks(text) {
  return [...new URLSearchParams(text.slice(1))].filter(([name]) => ASKS.test(name));
}
export function asked() {
  const own = asks(location.hash);
  return own.length ? own : asks(location.search).filter(([name]) => name !== "source" && name !== "from");
}
// The same as a fragment: where the reader is, and how the page looks.
export function here() {
  const theme = [...new URLSearchParams(location.hash.slice(1))].filter(([name]) => name === "theme");
  const all = told ? asks(`#${told}`) : asked();
  return new URLSearchParams([...(all.length ? all : asks(opens ?? "")), ...theme]);
}

// The section that the article has asked for, or the address names: by its fragment, also where that says more, or in
// the query.
let told;
function section() {
  const exact = document.getElementById(told ?? decode(location.hash.slice(1)));
  if (exact) return exact;
  const pairs = `${location.hash.slice(1)}&${location.search.slice(1)}`.split("&").filter((pair) => pair.includes("="));
  return pairs.map((pair) => document.getElementById(pair)).find(Boolean);
}
export function isExact() {
  return section()?.id === decode(location.hash.slice(1));
}
// The browser lands by itself on what a fragment names and nothing else.
function land(isNew) {
  const one = section();
  if (!one || !made.isConnected || (!isNew && root.dataset.app !== "static" && isExact())) return;
  root.dataset.lands = "";
  reach(one);
}
// In a frame it is not the window that scrolls, and the article around is left where it is.
export function reach(one) {
  if (parent === window) return one.scrollIntoView();
  for (const box of [made, document.body]) {
    box.scrollTop += one.getBoundingClientRect().top - parseFloat(getComputedStyle(one).scrollMarginBlockStart);
  }
}
// What a frame is to show is read first, below the map: a frame that scrolled to it would have no map, and may move the
// article around. What stood there goes back.
let opened, gap;
function open() {
  const one = section();
  if (!made.isConnected || one === opened) return;
  const held = document.activeElement;
  opened?.classList.remove("made-opened");
  gap?.replaceWith(opened);
  opened = gap = undefined;
  if (one && one.id !== opens?.slice(1)) {
    opened = one;
    gap = document.createComment("");
    one.replaceWith(gap);
    if (one.matches(".made-clause") && !one.querySelector(".its-plan")) {
      const plan = Object.assign(document.createElement("p"), { className: "its-plan" });
      plan.append(gap.parentElement.closest(".made-part").querySelector("h2 > .meta").cloneNode(true));
      one.prepend(plan);
    }
    one.classList.add("made-opened");
    made.querySelector(".made-text").prepend(one);
  }
  if (held !== document.activeElement && held.isConnected) held.focus({ preventScroll: true });
}

// Back to the map: an empty address moves nothing but the window.
function rise() {
  delete root.dataset.reading;
  for (const one of [made, document.body, window]) one.scrollTo(0, 0);
}
// What others write into a fragment leads nowhere.
function isAtMap() {
  const { hash } = location;
  return hash === opens || !(asks(hash).length || document.getElementById(decode(hash.slice(1))));
}
export function back() {
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
export function mark() {
  if (marking || !made.isConnected) return;
  marking = true;
  requestAnimationFrame(() => {
    marking = false;
    if (!made.isConnected) return;
    const text = made.querySelector(".made-text").getBoundingClientRect();
    const middle = text.left + text.width / 2;
    const there = scrollY > 80 && document.elementFromPoint(middle, innerHeight / 3)?.closest("#static [id*='=']");
    if (there) root.dataset.read = `#${there.id}`;
    else delete root.dataset.read;
  });
}

// Shows on the map which place is read of, or the ground of which clause.
export function show(id) {
  told = id;
  if (id) {
    open();
    rise();
  }
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
export function arrive(isNew) {
  if (parent !== window && isAtMap()) open();
  else if (!told) land(isNew);
  show(told);
}
// What the program would say of it.
function tell() {
  const [, kind, id] = /^#(region|clause)=([\w.-]+)$/.exec(location.hash) ?? [];
  if (kind && root.dataset.app === "waiting") window.clausemapFrame?.tell(`${kind}.select`, { [kind]: id });
}
// After a step of the reader's. In a frame what is no step of the browser's own is read first.
export function step() {
  tell();
  show();
  if (parent !== window && (isAtMap() || !isExact())) open();
  else if (!isAtMap()) land();
  if (isAtMap()) rise();
}
// The page has been exchanged for another one.
export function renew() {
  opened = gap = undefined;
  arrive(true);
}
