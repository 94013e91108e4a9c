import * as L from "leaflet/dist/leaflet-src.esm.js";
import "leaflet/dist/leaflet.css";
import { COLOURS, LINE, MARGIN, VIEW, bytes, found, frame, offer } from "./contract.js";

/** Leaflet with one of its two renderers; `find` is how that one finds a feature under a point. */
export function leaflet(name, renderer, find) {
  const [west, south, east, north] = VIEW;
  const map = L.map("map", { attributionControl: false, zoomSnap: 0 });
  map.fitBounds([[south, west], [north, east]], { animate: false, padding: [MARGIN, MARGIN] });
  const style = ({ properties }) => ({
    color: LINE, fillColor: COLOURS[properties.v], fillOpacity: 1, opacity: 1, weight: 1,
  });
  const onEachFeature = (feature, shape) => shape.on("click", () => found(feature.id));
  const draw = async () => {
    const geojson = JSON.parse(await bytes());
    L.geoJSON(geojson, { onEachFeature, renderer, style }).addTo(map);
    await frame();
  };
  offer({
    name,
    version: L.version,
    ready: draw(),
    project(lon, lat) {
      const { x, y } = map.latLngToContainerPoint([lat, lon]);
      return [x, y];
    },
    hit: (x, y) => find(map, x, y)?.feature?.id ?? null,
    // Turns of the wheel are first gathered, for 40 ms or longer, then followed by an animation.
    async settled() {
      const gathers = () => map.scrollWheelZoom._delta !== 0;
      do {
        await frame();
        await frame();
      } while (gathers() || map._animatingZoom || map._panAnim?._inProgress);
    },
  });
}
