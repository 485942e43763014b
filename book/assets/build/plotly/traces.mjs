// The trace types of the course, and the source of the bundle's entry file.
export const TRACES = [
  'scatter', 'bar', 'heatmap', 'contour', 'pie', 'sankey', 'treemap', 'histogram', 'box', 'waterfall', 'choropleth',
  'scattergeo',
];

// A map whose places come from our own GeoJSON still asks plotly's host for a base map of the world. With an empty
// atlas in its place nothing is asked: every map of every scope is there, and has no land.
const EMPTY_ATLAS = `
  const none = { type: 'GeometryCollection', geometries: [] };
  const names = ['coastlines', 'land', 'ocean', 'lakes', 'rivers', 'countries', 'subunits'];
  const objects = Object.fromEntries(names.map((name) => [name, none]));
  const empty = { type: 'Topology', arcs: [], objects };
  const atlas = window.PlotlyGeoAssets = window.PlotlyGeoAssets || {};
  atlas.topojson = new Proxy(atlas.topojson || {}, { get: (maps, name) => maps[name] || empty });`;

export function entry(traces = TRACES) {
  const others = traces.filter((name) => name !== 'scatter').map((name) => `require('plotly.js/lib/${name}')`);
  return `'use strict';
  const Plotly = require('plotly.js/lib/core');
  Plotly.register([${others.join(', ')}]);
  ${EMPTY_ATLAS}
  module.exports = Plotly;`;
}
