// Prints what each trace adds to the bundle, in gzipped bytes: the bundle's size less its size without that trace.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipped } from '../files.mjs';
import { bundle } from './bundle.mjs';
import { TRACES } from './traces.mjs';

const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const size = async (traces) => gzipped((await bundle(ROOT, traces)).code);

const whole = await size(TRACES);
console.log(`${String(whole).padStart(8)}  all ${TRACES.length} traces`);
console.log(`${String(await size(['scatter'])).padStart(8)}  scatter alone`);
for (const trace of TRACES.filter((name) => name !== 'scatter')) {
  const without = await size(TRACES.filter((name) => name !== trace));
  console.log(`${String(whole - without).padStart(8)}  ${trace}`);
}
const flat = TRACES.filter((name) => !['choropleth', 'scattergeo'].includes(name));
console.log(`${String(whole - (await size(flat))).padStart(8)}  both geo traces`);
