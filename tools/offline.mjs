// What makes the site one that can be installed and works without a network: its service worker, told what there is to store, its
// manifest and icons. Frames and the element for other pages are not stored: they are other sites' affair.
import {createHash} from 'node:crypto';
import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {say} from '../web/words/words.js';

const ICONS = ['icon-192.png', 'icon-512.png'];
/** Nothing that the page itself asks for. */
const APART =
  /^(embed.*\.html|unrolled-lab\.m?js|hosts\/.*|sbom\.cdx\.json|THIRD-PARTY\.txt|service_worker\.js|.*\.png)$/;

/** @param {Buffer} content */
const digest = (content) => createHash('sha256').update(content).digest('base64');

/** All that is stored of a built page, in the order of their names. @param {string} dist @returns {import('../web/offline/stored.js').Contents} */
export function contentsOf(dist) {
  const names = readdirSync(dist, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map(({parentPath, name}) =>
      join(parentPath, name)
        .slice(dist.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((name) => !APART.test(name))
    .sort();
  const files = names.map((name) => ({name, hash: digest(readFileSync(join(dist, name)))}));
  return {
    version: digest(Buffer.from(JSON.stringify(files)))
      .replace(/\W/g, '')
      .slice(0, 12),
    files,
  };
}

/** @param {string} dist a page as it was built @param {string} code of the service worker @returns {Record<string, string | Buffer>} by name */
export function offlineFiles(dist, code) {
  const icon = (/** @type {string} */ name) => readFileSync(new URL(`../web/offline/${name}`, import.meta.url));
  return {
    'manifest.webmanifest': manifest(),
    ...Object.fromEntries(ICONS.map((name) => [name, icon(name)])),
    'service_worker.js': `globalThis.UNROLLED_CONTENTS=${JSON.stringify(contentsOf(dist))};\n${code}`,
  };
}

function manifest() {
  const icons = ICONS.map((src) => ({src, type: 'image/png', sizes: /\d+/.exec(src)?.[0].replace(/.*/, '$&x$&')}));
  return JSON.stringify({
    name: say('lab.name'),
    description: say('lab.motto'),
    start_url: './index.html',
    scope: './',
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: '#ffffff',
    icons: [...icons, {...icons[1], purpose: 'maskable'}],
  });
}
