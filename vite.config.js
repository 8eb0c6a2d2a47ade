import {existsSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {defineConfig} from 'vite';

const repo = fileURLToPath(new URL('.', import.meta.url));
const web = join(repo, 'web');

/** Every HTML file in web/ is a page, except what public/ copies as it is. */
function pages() {
  if (!existsSync(web)) return [];
  const names = readdirSync(web, {recursive: true, encoding: 'utf8'});
  return names.filter((name) => name.endsWith('.html') && !name.startsWith('public')).map((name) => join(web, name));
}

export default defineConfig({
  root: web,
  base: './', // dist/ works in any folder of any host
  build: {
    outDir: join(repo, 'dist'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: {polyfill: false},
    assetsInlineLimit: (file) => (file.endsWith('.wasm') ? false : undefined),
    rollupOptions: {input: pages()},
  },
  worker: {format: 'iife'}, // a classic worker: module workers fail in sandboxed frames
  server: {fs: {allow: [repo]}},
});
