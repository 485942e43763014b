// Builds ../plotly, ../mathjax and ../reveal from the npm packages that package.json pins. See README.md.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, licences, packagesIn, readJson, writeJson } from './files.mjs';
import { bundle as bundleMathjax, FONTS } from './mathjax/bundle.mjs';
import { bundle as bundlePlotly } from './plotly/bundle.mjs';
import { LEFT_OUT, PROJECTIONS } from './plotly/shrink.mjs';
import { TRACES } from './plotly/traces.mjs';

const ROOT = path.dirname(fileURLToPath(import.meta.url));
const versionOf = (name) => readJson(path.join(ROOT, 'node_modules', name, 'package.json')).version;

async function plotly() {
  const out = path.join(ROOT, '../plotly');
  const version = versionOf('plotly.js');
  const banner = `/*! plotly.js ${version}, cut for this course. MIT: see LICENSE */`;
  const { code, metafile } = await bundlePlotly(ROOT, TRACES, banner);
  fs.mkdirSync(out, { recursive: true });
  fs.writeFileSync(path.join(out, 'plotly-course.min.js'), code);
  fs.writeFileSync(path.join(out, 'LICENSE'), licences(ROOT, 'plotly.js', packagesIn(metafile)));
  writeJson(path.join(out, 'bundle.json'), {
    plotly: version,
    esbuild: versionOf('esbuild'),
    traces: TRACES,
    left_out: LEFT_OUT,
    projections: Object.keys(PROJECTIONS),
    files: { 'plotly-course.min.js': describe(code) },
  });
}

async function mathjax() {
  const out = path.join(ROOT, '../mathjax');
  const version = versionOf('mathjax-full');
  const banner = `/*! MathJax ${version}, cut for this course. Apache-2.0: see LICENSE */`;
  const { code, metafile } = await bundleMathjax(ROOT, banner);
  const fonts = path.join(out, 'output/chtml/fonts/woff-v2');
  fs.rmSync(out, { recursive: true, force: true });
  fs.mkdirSync(fonts, { recursive: true });
  fs.writeFileSync(path.join(out, 'tex-chtml.js'), code);
  fs.writeFileSync(path.join(out, 'LICENSE'), licences(ROOT, 'mathjax-full', packagesIn(metafile)));
  const files = { 'tex-chtml.js': describe(code) };
  for (const name of fs.readdirSync(path.join(ROOT, 'node_modules/mathjax-full', FONTS)).sort()) {
    const font = fs.readFileSync(path.join(ROOT, 'node_modules/mathjax-full', FONTS, name));
    fs.writeFileSync(path.join(fonts, name), font);
    files[`output/chtml/fonts/woff-v2/${name}`] = describe(font);
  }
  writeJson(path.join(out, 'bundle.json'), { mathjax: version, esbuild: versionOf('esbuild'), files });
}

/** reveal.js is taken as its package ships it, built and minified; themes and plugins stay behind. */
async function reveal() {
  const out = path.join(ROOT, '../reveal');
  fs.mkdirSync(out, { recursive: true });
  const files = {};
  for (const name of ['reveal.js', 'reveal.css']) {
    const code = fs.readFileSync(path.join(ROOT, 'node_modules/reveal.js/dist', name));
    fs.writeFileSync(path.join(out, name), code);
    files[name] = describe(code);
  }
  fs.writeFileSync(path.join(out, 'LICENSE'), licences(ROOT, 'reveal.js', ['node_modules/reveal.js']));
  writeJson(path.join(out, 'bundle.json'), { reveal: versionOf('reveal.js'), files });
}

const BUILDS = { plotly, mathjax, reveal };
for (const name of process.argv.length > 2 ? process.argv.slice(2) : Object.keys(BUILDS)) await BUILDS[name]();
