// esbuild plugins that leave out what the course never draws. README.md says what is lost by each.
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'acorn';
import { simple } from 'acorn-walk';
import { smallD3 } from './d3.mjs';

// Packages that plotly requires whole. Only these names are exported, so that esbuild shakes off the rest.
const PARTS = {
  '@turf/area': ['area'],
  '@turf/centroid': ['centroid'],
  '@turf/meta': ['coordAll'],
  'd3-array': ['ascending', 'max', 'mean', 'min', 'sum'],
  'd3-collection': ['map', 'nest'],
  'd3-force': ['forceCollide', 'forceSimulation'],
  'd3-geo': [
    'geoBounds', 'geoDistance', 'geoPath', 'geoAlbers', 'geoAlbersUsa', 'geoAzimuthalEqualArea',
    'geoConicConformal', 'geoConicEqualArea', 'geoEqualEarth', 'geoEquirectangular', 'geoMercator',
    'geoNaturalEarth1', 'geoOrthographic',
  ],
  'd3-hierarchy': [
    'hierarchy', 'partition', 'stratify', 'treemap', 'treemapBinary', 'treemapDice', 'treemapSlice',
    'treemapSliceDice', 'treemapSquarify',
  ],
  'd3-interpolate': ['interpolate', 'interpolateNumber'],
  'd3-shape': ['linkHorizontal'],
  'd3-time-format': ['timeFormat', 'timeFormatLocale', 'utcFormat'],
  'topojson-client': ['feature'],
};

const STAND_INS = {
  // the names of countries in thirty languages: our maps name their places by code
  'country-iso-search': 'exports.COUNTRIES = []; exports.createLookup = () => ({ lookupAlpha3: () => false });',
  // sixty rarer projections; PROJECTIONS below takes their names out of plotly's list
  'd3-geo-projection': 'module.exports = {};',
  // every colour space there is: ours are written in hex, rgb, hsl, hwb or by name
  culori: `
    import { useMode, modeRgb, modeLrgb, modeHsl, modeHwb } from 'culori/fn';
    [modeRgb, modeLrgb, modeHsl, modeHwb].forEach(useMode);
    export { converter, formatHex, formatRgb, wcagContrast, wcagLuminance } from 'culori/fn';`,
  'gl-mat4': "exports.invert = require('gl-mat4/invert'); exports.multiply = require('gl-mat4/multiply');",
  // a polyfill of Promise, which every browser with DecompressionStream has
  'native-promise-only': '',
  // the style sheet of the map tiles that this bundle lacks
  'maplibre-gl/dist/maplibre-gl.css': '',
};

export const PROJECTIONS = {
  albers: 'albers', 'albers usa': 'albersUsa', 'azimuthal equal area': 'azimuthalEqualArea',
  'conic conformal': 'conicConformal', 'conic equal area': 'conicEqualArea', 'equal earth': 'equalEarth',
  equirectangular: 'equirectangular', mercator: 'mercator', 'natural earth': 'naturalEarth1',
  orthographic: 'orthographic',
};

// Plotly's own controls: an explorer has better ones, and they were never reachable by keyboard.
export const LEFT_OUT = ['annotations3d', 'updatemenus', 'sliders', 'rangeslider', 'rangeselector'];

// Small changes to plotly's sources; the last ones empty the addresses of its hosts.
const EDITS = {
  'core.js': LEFT_OUT.map((name) => [`    require('./components/${name}'),\n`, '']),
  'plots/geo/constants.js': [['\n// name of the axes\n', `\nexports.projNames = ${JSON.stringify(PROJECTIONS)};\n`]],
  'plot_api/plot_config.js': [
    ["dflt: 'https://cloud.plotly.com/newchart'", "dflt: ''"],
    ["dflt: 'https://cdn.plot.ly/un/'", "dflt: ''"],
  ],
};

const exactly = (names) => new RegExp(`^(${names.join('|')})$`);

// Two packages may need two versions of a third: the part of each is known by the file that it resolves to.
const parts = {
  name: 'parts',
  setup(build) {
    build.onResolve({ filter: exactly(Object.keys(PARTS)) }, async ({ path: name, kind, resolveDir }) => {
      if (kind !== 'require-call') return undefined;
      const { path: file } = await build.resolve(name, { kind: 'import-statement', resolveDir });
      return { path: file, namespace: 'part', pluginData: PARTS[name] };
    });
    build.onLoad({ filter: /./, namespace: 'part' }, ({ path: file, pluginData: names }) => (
      { contents: `export { ${names.join(', ')} } from ${JSON.stringify(file)};`, resolveDir: path.dirname(file) }));
  },
};

const standIns = {
  name: 'stand-ins',
  setup(build) {
    build.onResolve({ filter: exactly(Object.keys(STAND_INS)) }, ({ path: name, resolveDir }) => (
      { path: name, namespace: 'stand-in', pluginData: resolveDir }));
    build.onLoad({ filter: /./, namespace: 'stand-in' }, ({ path: name, pluginData }) => (
      { contents: STAND_INS[name], resolveDir: pluginData }));
  },
};

const d3 = {
  name: 'd3',
  setup(build) {
    build.onLoad({ filter: /@plotly\/d3\/d3\.js$/ }, ({ path: file }) => (
      { contents: smallD3(path.join(path.dirname(file), 'src')) }));
  },
};

function edited(file, source) {
  const [, name] = file.split('plotly.js/src/');
  return (EDITS[name] ?? []).reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`plotly's ${name} changed: it lacks ${JSON.stringify(from)}`);
    return text.replace(from, to);
  }, source);
}

// plotly's own releases leave out the descriptions of its thousands of attributes; the npm sources have them.
function withoutDescriptions(source) {
  const cuts = [];
  simple(parse(source, { ecmaVersion: 'latest' }), {
    ObjectExpression({ properties }) {
      properties.forEach(({ key, computed, start, end }, i) => {
        if (computed || key?.name !== 'description') return;
        const last = i === properties.length - 1;
        cuts.push(last ? [properties[i - 1]?.end ?? start, end] : [start, properties[i + 1].start]);
      });
    },
  });
  return cuts.sort((a, b) => b[0] - a[0]).reduce((text, [from, to]) => text.slice(0, from) + text.slice(to), source);
}

const plotlySources = {
  name: 'plotly-sources',
  setup(build) {
    build.onLoad({ filter: /plotly\.js\/src\/.*\.js$/ }, ({ path: file }) => (
      { contents: withoutDescriptions(edited(file, fs.readFileSync(file, 'utf8'))) }));
  },
};

export const SHRINK = [parts, standIns, d3, plotlySources];
