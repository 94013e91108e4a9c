import { geoMercator } from "d3-geo";
import { devDependencies } from "../package.json";
import { MARGIN, VIEW, bytes } from "./contract.js";

/** D3 does not tell it at run time. */
export const version = devDependencies["d3-geo"];

const [west, south, east, north] = VIEW;
const corners = [[west, south], [east, south], [east, north], [west, north]];
const room = [[MARGIN, MARGIN], [innerWidth - MARGIN, innerHeight - MARGIN]];

export const projection = geoMercator().fitExtent(room, { type: "MultiPoint", coordinates: corners });

/** The features, wound as d3-geo wants them: the other way round than RFC 7946 has it. */
export async function features() {
  const { features } = JSON.parse(await bytes());
  for (const { geometry: { type, coordinates } } of features) {
    const polygons = type === "Polygon" ? [coordinates] : coordinates;
    for (const rings of polygons) for (const ring of rings) ring.reverse();
  }
  return features;
}
