// Bundles plotly.js, from its npm sources, with the traces that are asked for.
import { build } from 'esbuild';
import { SHRINK } from './shrink.mjs';
import { entry } from './traces.mjs';

// The oldest browser that has DecompressionStream and so shows an explorer reads ES2020.
const TARGET = 'es2020';

export async function bundle(root, traces, banner = '') {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    stdin: { contents: entry(traces), resolveDir: root, loader: 'js' },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'iife',
    globalName: 'Plotly',
    platform: 'browser',
    target: TARGET,
    charset: 'utf8',
    legalComments: 'none',
    banner: { js: banner },
    define: { global: 'window', 'define.amd': 'false', 'process.env.NODE_DEBUG': 'false' },
    outfile: 'plotly-course.min.js',
    plugins: SHRINK,
    logLevel: 'warning',
  });
  return { code: outputFiles[0].contents, metafile };
}
