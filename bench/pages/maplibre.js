import { Map, getVersion, setWorkerUrl } from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import { COLOURS, LINE, MARGIN, SEA, VIEW, bytes, found, offer } from "./contract.js";

setWorkerUrl(new URL("/node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs", location).href);

const [west, south, east, north] = VIEW;
const map = new Map({
  container: "map",
  attributionControl: false,
  bounds: [[west, south], [east, north]],
  fitBoundsOptions: { padding: MARGIN },
  // Nothing here has labels to fade.
  fadeDuration: 0,
  style: {
    version: 8,
    sources: {},
    layers: [{ id: "sea", type: "background", paint: { "background-color": SEA } }],
  },
});
const styled = new Promise((done) => { map.once("load", done); });
const byClass = COLOURS.slice(1).flatMap((colour, at) => [at + 1, colour]);

async function draw() {
  // Waiting for the empty map is not part of drawing: the data is fetched behind it.
  await styled;
  const text = await bytes();
  // By an address, the worker parses; as an object, it would be parsed here and copied there.
  const data = URL.createObjectURL(new Blob([text], { type: "application/geo+json" }));
  map.addSource("land", { type: "geojson", data });
  map.addLayer({
    id: "areas", type: "fill", source: "land",
    paint: { "fill-color": ["match", ["get", "v"], ...byClass, COLOURS[0]] },
  });
  map.addLayer({
    id: "lines", type: "line", source: "land", paint: { "line-color": LINE, "line-width": 1 },
  });
  await map.once("idle");
}

map.on("click", "areas", (event) => found(event.features[0].id));
offer({
  name: "maplibre",
  version: getVersion(),
  ready: draw(),
  project(lon, lat) {
    const { x, y } = map.project([lon, lat]);
    return [x, y];
  },
  hit: (x, y) => map.queryRenderedFeatures([x, y], { layers: ["areas"] })[0]?.id ?? null,
  async settled() {
    if (map.isMoving() || !map.loaded()) await map.once("idle");
  },
});
