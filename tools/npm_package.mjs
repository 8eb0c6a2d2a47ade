// Puts the npm package of the element together: what stands in packages/unrolled-lab and the files of dist/ that it is made of, with the
// version of this project. node tools/npm_package.mjs [FOLDER]; npm pack or npm publish there does the rest.
import {copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const repo = fileURLToPath(new URL('..', import.meta.url));
const BUILT = ['unrolled-lab.js', 'unrolled-lab.mjs', 'embed.html', 'embed-chapters.html', 'THIRD-PARTY.txt'];

/** @param {string} folder is made anew @param {string} [dist] */
export function npmPackage(folder, dist = join(repo, 'dist')) {
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  cpSync(join(repo, 'packages/unrolled-lab'), folder, {recursive: true});
  for (const name of BUILT) copyFileSync(join(dist, name), join(folder, name));
  copyFileSync(join(repo, 'LICENSE'), join(folder, 'LICENSE'));
  const read = (/** @type {string} */ path) => JSON.parse(readFileSync(path, 'utf8'));
  const said = {...read(join(folder, 'package.json')), version: read(join(repo, 'package.json')).version};
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(said, null, 2)}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  npmPackage(process.argv[2] ?? join(repo, 'build/npm/unrolled-lab'));
