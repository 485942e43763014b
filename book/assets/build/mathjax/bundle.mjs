// Bundles MathJax 3 for TeX on a page, and names the fonts that go with it.
import { build } from 'esbuild';
import path from 'node:path';

export const FONTS = 'es5/output/chtml/fonts/woff-v2';

export async function bundle(root, banner) {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [path.join(root, 'mathjax/entry.mjs')],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2020',
    charset: 'utf8',
    legalComments: 'none',
    banner: { js: banner },
    // node.js has a folder where a page has its script's address
    define: { global: 'window', __dirname: '""' },
    outfile: 'tex-chtml.js',
    logLevel: 'warning',
  });
  return { code: outputFiles[0].contents, metafile };
}
