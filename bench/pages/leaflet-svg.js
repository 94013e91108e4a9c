import * as L from "leaflet/dist/leaflet-src.esm.js";
import { leaflet } from "./leaflet.js";

// The browser knows which path lies under the point, Leaflet which layer the path is of.
leaflet("leaflet-svg", L.svg(), (map, x, y) => {
  const path = document.elementFromPoint(x, y);
  return path ? map._targets[L.stamp(path)] : undefined;
});
