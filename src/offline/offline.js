// Lets the browser keep this build, so that the page opens without a network, and says when there is a newer one.
// boot.js asks for this file once the program runs: on https, never in a frame. The page does not depend on it.
const WORDS = ⟦words⟧;
const keeper = navigator.serviceWorker;
let line = null;

// A new build waits, so that pages which are open go on with the files of their own, until its reader takes it.
function offer(worker) {
  if (line) return;
  const words = WORDS[document.documentElement.lang] ?? WORDS.en;
  line = document.createElement("aside");
  line.className = "newer";
  line.lang = document.documentElement.lang;
  line.setAttribute("role", "status");
  line.append(words.newer, " ");
  button(words.reload, () => worker.postMessage("take over"));
  button(words.later, () => line.remove());
  document.body.append(line);
}

function button(word, act) {
  const one = document.createElement("button");
  one.className = "button";
  one.textContent = word;
  one.addEventListener("click", act);
  line.append(one);
}

// The first worker has nobody to replace: what is on the screen is what it keeps.
function look(worker) {
  if (worker?.state === "installed" && keeper.controller) offer(worker);
}

// All pages that are open go over to the new build at once: no two builds are read side by side.
keeper.addEventListener("message", (event) => event.data === "taken over" && location.reload());

try {
  const kept = await keeper.register(new URL("sw.js", import.meta.url), { updateViaCache: "none" });
  look(kept.waiting);
  kept.addEventListener("updatefound", () => {
    const next = kept.installing;
    next.addEventListener("statechange", () => look(next));
  });
} catch (fault) {
  // Refused by the browser or by its reader: the page is as good without.
  console.info(String(fault));
}
