// What the article around asks for while there is no program (in the program: src/app/host/asked.rs), and the page made
// beforehand in another language. Who stands alone is led to that page (look.js); a frame's address stays.
const root = document.documentElement;

// Says whether nothing is left to do.
export async function obey({ type, value }, { read, speak }) {
  if (type === "theme") root.dataset.theme = value;
  else if (type === "lang") return turn(value, speak);
  // What a place's page lacks, the whole one may have.
  else if (!document.getElementById(`${type}=${value}`)) return false;
  else read(`${type}=${value}`);
  if (type !== "theme") window.clausemapFrame?.tell(`${type}.select`, { [type]: value });
  return true;
}

async function turn(lang, speak) {
  root.dataset.wanted = lang;
  if (!(await speak())) return false;
  if (root.lang === lang) window.clausemapFrame?.tell("ready", { lang, view: "map" });
  return true;
}

// Fetches the page in the language that is wanted into this one. Says whether it could be had: nothing, if by then
// another is wanted.
export async function fetched(lang, made) {
  const link = document.querySelector(`link[hreflang="${lang}"]`);
  const answer = await fetch(link.href, { signal: AbortSignal.timeout(10000) });
  const own = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (root.dataset.wanted !== lang) return undefined;
  const page = own.getElementById("static");
  // The hand has the map in its grip, and the program has taken the page away.
  const isTaken = root.dataset.hand || !made.isConnected;
  if (!page?.hasChildNodes() || own.documentElement.lang !== lang || isTaken) return false;
  // As look.js leaves them.
  if (root.dataset.links) page.querySelectorAll("a[href^='http']").forEach((link) => link.removeAttribute("href"));
  made.replaceChildren(...page.childNodes);
  document.querySelectorAll("link[hreflang]").forEach((link) => link.remove());
  document.head.append(...own.querySelectorAll("link[hreflang]"));
  document.title = own.title;
  root.lang = root.dataset.lang = lang;
  const [here, there] = [document, own].map((one) => one.querySelector("script[data-wasm]").dataset);
  for (const name of ["files", "whole"]) if (there[name]) here[name] = there[name];
  window.clausemapPlace?.lead();
  return true;
}
