// Digests, sizes and licences of what was built.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
export const gzipped = (bytes) => gzipSync(bytes, { level: 9 }).length;
export const describe = (bytes) => ({ bytes: bytes.length, gz: gzipped(bytes), sha256: sha256(bytes) });

export const readJson = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));
export const writeJson = (file, value) => fs.writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);

/** The folders of the packages whose code is in a bundle, from esbuild's metafile. */
export function packagesIn(metafile) {
  const [output] = Object.values(metafile.outputs);
  const used = Object.entries(output.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  // "part:..." is no file; a package may lie inside another, and the last node_modules of a path holds the file's own
  const folders = used.map(([file]) => /^([^:]*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]);
  return [...new Set(folders.filter(Boolean))].sort();
}

function licenceOf(folder) {
  const { name, version, license } = readJson(path.join(folder, 'package.json'));
  const file = fs.readdirSync(folder).find((entry) => /^(licen[cs]e|copying)(\.|$)/i.test(entry));
  const text = file ? fs.readFileSync(path.join(folder, file), 'utf8').trim()
    : 'The package ships no licence file: the licence above is what its package.json states.';
  return `${name} ${version} (${license})\n\n${text}`;
}

/** One text with the licence of every package whose code is in a bundle, its main package first. */
export function licences(root, main, folders) {
  const first = folders.filter((folder) => folder === `node_modules/${main}`);
  const ordered = [...first, ...folders.filter((folder) => !first.includes(folder))];
  const texts = [...new Set(ordered.map((folder) => licenceOf(path.join(root, folder))))];
  return `${texts.join(`\n\n${'-'.repeat(79)}\n\n`)}\n`;
}
