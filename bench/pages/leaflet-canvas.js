import * as L from "leaflet/dist/leaflet-src.esm.js";
import { leaflet } from "./leaflet.js";

const renderer = L.canvas();

// Leaflet has no public question for this; it is the walk that its renderer does for a click: the
// last one drawn that holds the point.
leaflet("leaflet-canvas", renderer, (map, x, y) => {
  const at = map.containerPointToLayerPoint([x, y]);
  let last;
  for (let one = renderer._drawFirst; one; one = one.next) {
    if (one.layer._containsPoint(at)) last = one.layer;
  }
  return last;
});
