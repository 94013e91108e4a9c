// Makes the geometry of the dossier on Minsk II from that of the first: it takes what that dossier is about, and
// finds the stretch of state border along its two oblasts. Needs Node alone; the same files give the same bytes.
//
//     node minsk-2.mjs && cargo run --bin clausemap -- overview ../dossiers/minsk-2

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const FROM = join(HERE, '../public/dossier/geo');
const TO = join(HERE, '../dossiers/minsk-2/geo');

const OBLASTS = ['UA-09', 'UA-14'];
const RIVERS = ['dnipro', 'don'];
const TOWNS = ['kyiv', 'donetsk', 'luhansk', 'zaporizhzhia', 'dnipro', 'kharkiv', 'mariupol', 'kramatorsk', 'sloviansk',
  'pokrovsk', 'bakhmut', 'horlivka', 'kostiantynivka', 'siverskodonetsk', 'lysychansk'];

// Countries, units, lakes and rivers are Natural Earth's, towns those of GeoNames.
const NATURAL_EARTH = 'Natural Earth (public domain), as in public/dossier/geo';

function read(name) {
  return JSON.parse(readFileSync(join(FROM, name), 'utf8')).features;
}

function only(features, ids) {
  const found = features.filter(({ id }) => ids.includes(id));
  if (found.length !== ids.length) throw new Error(`not all of ${ids} are there`);
  return found;
}

// One feature a line, so that a change can be read.
function write(name, attribution, features) {
  const path = join(TO, name);
  mkdirSync(dirname(path), { recursive: true });
  const lines = features.map((feature) => JSON.stringify(feature)).join(',\n');
  writeFileSync(path, `{"type":"FeatureCollection","attribution":${JSON.stringify(attribution)},"features":[\n${lines}\n]}\n`);
}

// All steps along the outline of a feature, each from one position to the next.
function* steps({ geometry: { type, coordinates } }) {
  for (const polygon of type === 'Polygon' ? [coordinates] : coordinates) {
    for (const ring of polygon) {
      for (let at = 1; at < ring.length; at += 1) yield [String(ring[at - 1]), String(ring[at])];
    }
  }
}

// The steps that features share with a neighbour, as one line. Neighbours go around in one direction each, so a
// common step is taken the other way by the other.
function shared(features, neighbour) {
  const theirs = new Set([...steps(neighbour)].map(([from, to]) => `${to} ${from}`));
  const ours = features.flatMap((feature) => [...steps(feature)].filter(([from, to]) => theirs.has(`${from} ${to}`)));
  const next = new Map(ours);
  const ends = new Set(next.values());
  const starts = [...next.keys()].filter((from) => !ends.has(from));
  if (next.size !== ours.length || starts.length !== 1) throw new Error('the border is not one line');
  const line = [starts[0]];
  while (next.has(line.at(-1))) line.push(next.get(line.at(-1)));
  return line.map((position) => position.split(',').map(Number));
}

const countries = read('detail/countries.geojson');
const oblasts = only(read('detail/units.geojson'), OBLASTS)
  .map(({ properties: { iso, name, name_uk, kind }, ...rest }) => ({ ...rest, properties: { iso, name, name_uk, kind } }));
const [russia] = only(countries, ['RU']);
const border = {
  type: 'Feature',
  id: 'state-border',
  properties: { name: 'State border along the two oblasts', name_uk: 'Державний кордон уздовж двох областей' },
  geometry: { type: 'LineString', coordinates: shared(oblasts, russia) },
};

write('detail/countries.geojson', NATURAL_EARTH, countries);
write('detail/units.geojson', NATURAL_EARTH, oblasts);
write('detail/border.geojson', `${NATURAL_EARTH}: where the outlines of Ukraine's two oblasts and of Russia meet`, [border]);
write('detail/water.geojson', NATURAL_EARTH, only(read('detail/water.geojson'), RIVERS));
write('towns.geojson', 'GeoNames (CC BY 4.0), as in public/dossier/geo', only(read('towns.geojson'), TOWNS));
