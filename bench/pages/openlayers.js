import GeoJSON from "ol/format/GeoJSON.js";
import VectorLayer from "ol/layer/Vector.js";
import Map from "ol/Map.js";
import { fromLonLat, transformExtent } from "ol/proj.js";
import VectorSource from "ol/source/Vector.js";
import { Fill, Stroke, Style } from "ol/style.js";
import { VERSION } from "ol/util.js";
import View from "ol/View.js";
import "ol/ol.css";
import { COLOURS, LINE, MARGIN, VIEW, bytes, found, frame, offer } from "./contract.js";

const stroke = new Stroke({ color: LINE, width: 1 });
// One style per class, so that equal ones are drawn together.
const styles = COLOURS.map((color) => new Style({ fill: new Fill({ color }), stroke }));
const source = new VectorSource();
const layer = new VectorLayer({ source, style: (feature) => styles[feature.get("v")] });
const view = new View();
const map = new Map({ layers: [layer], target: "map", view });
view.fit(transformExtent(VIEW, "EPSG:4326", "EPSG:3857"), { padding: Array(4).fill(MARGIN) });
const rendered = () => new Promise((done) => { map.once("rendercomplete", done); });

async function draw() {
  await frame();
  const geojson = JSON.parse(await bytes());
  const features = new GeoJSON().readFeatures(geojson, { featureProjection: "EPSG:3857" });
  source.addFeatures(features);
  await rendered();
}

// Its R-tree and the exact geometry. The other question, `forEachFeatureAtPixel`, draws what is
// near the point and takes a thousand times as long.
const at = (pixel) => source.getFeaturesAtCoordinate(map.getCoordinateFromPixel(pixel))[0];
map.on("click", ({ pixel }) => {
  const feature = at(pixel);
  if (feature) found(feature.getId());
});
offer({
  name: "openlayers",
  version: VERSION,
  ready: draw(),
  project: (lon, lat) => map.getPixelFromCoordinate(fromLonLat([lon, lat])),
  hit: (x, y) => at([x, y])?.getId() ?? null,
  async settled() {
    while (view.getAnimating() || view.getInteracting()) await frame();
    // The last frame of a motion is still the old picture, moved.
    const done = rendered();
    map.render();
    await done;
  },
});
