// plotly uses less than half of d3 3. d3's own sources are made to be cut: each file names what it needs with
// `import "other"`, to be replaced by the other file where it stands, each once. This does what d3's `smash` does.
import fs from 'node:fs';
import path from 'node:path';

const WANTED = [
  'start', 'compat/', 'arrays/extent', 'arrays/max', 'arrays/min', 'behavior/drag', 'behavior/zoom', 'core/rebind',
  'event/', 'format/', 'math/', 'scale/linear', 'selection/', 'transition/', 'xhr/json', 'end',
];

const IMPORT = /^import "([^"]+)";$/gm;

function fileOf(folder, name) {
  const found = path.join(folder, name.endsWith('/') ? `${name}index` : name);
  return found.endsWith('.js') ? found : `${found}.js`;
}

function smash(file, seen) {
  if (seen.has(file)) return '';
  seen.add(file);
  const text = fs.readFileSync(file, 'utf8');
  return text.replace(IMPORT, (_, name) => smash(fileOf(path.dirname(file), name), seen));
}

export function smallD3(sources) {
  const seen = new Set();
  return WANTED.map((name) => smash(fileOf(sources, name), seen)).join('\n');
}
