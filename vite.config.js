// The page. The embed and the element are built by tools/build_web.mjs, which also makes what this imports from build/.
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {defineConfig} from 'vite';
import {packed, withoutOwnWasm} from './tools/vite_packed.mjs';

const repo = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  root: join(repo, 'web'),
  base: './', // dist/ works in any folder of any host
  plugins: [packed()],
  build: {
    outDir: join(repo, 'dist'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: {polyfill: false},
    rollupOptions: {input: join(repo, 'web/index.html')},
  },
  worker: {format: 'iife', plugins: () => [withoutOwnWasm()]}, // classic: module workers fail in sandboxed frames
  server: {fs: {allow: [repo]}},
});
