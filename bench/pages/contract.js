// What all pages here have in common: what they are asked to draw, its look, and how they tell of it.
const asked = new URLSearchParams(location.search);

/** West, south, east, north in degrees: to be fitted into the window with MARGIN px around it. */
export const VIEW = asked.get("view").split(",").map(Number);
export const MARGIN = 20;
/** By the property `v`. */
export const COLOURS = ["#1b4f72", "#2e86c1", "#48c9b0", "#f4d03f", "#ca6f1e"];
export const SEA = "#dde6ee";
export const LINE = "#ffffff";

/** Resolves in the next animation frame. */
export const frame = () => new Promise(requestAnimationFrame);

/** The GeoJSON as text, with the mark from which drawing is timed: nothing is parsed yet. */
export async function bytes() {
  const text = await (await fetch(asked.get("data"))).text();
  performance.mark("bytes");
  return text;
}

/** Tells that a click found a feature. */
export const found = (id) => dispatchEvent(new CustomEvent("bench:hit", { detail: { id } }));

/** Offers the page to the harness; README.md says what each member means. */
export const offer = (bench) => { window.mapBench = bench; };
