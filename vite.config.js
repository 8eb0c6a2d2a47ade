// The page. The embed and the element are built by tools/build_web.mjs, which also makes what this imports from build/.
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {defineConfig} from 'vite';
import {describedBriefly} from './tools/vite_describe.mjs';
import {drawn} from './tools/vite_drawn.mjs';
import {packed, withoutOwnWasm} from './tools/vite_packed.mjs';
import {withoutSpaces} from './tools/vite_styles.mjs';
import {APART, terseWords} from './tools/vite_words.mjs';
import {trustedWorkers} from './tools/vite_worker.mjs';

const repo = fileURLToPath(new URL('.', import.meta.url));

/** What is fetched late needs only what is there by then: nothing is to be fetched ahead of it. @type {import('vite').Plugin} */
const withoutPreloads = {
  name: 'unrolled-without-preloads',
  apply: 'build',
  transform: (_, id) =>
    id.includes('vite/preload-helper') ? {code: 'export const __vitePreload = (load) => load();', map: null} : null,
};

export default defineConfig({
  root: join(repo, 'web'),
  base: './', // dist/ works in any folder of any host
  plugins: [
    withoutPreloads,
    describedBriefly({apart: true}),
    packed(),
    drawn(),
    terseWords({apart: APART, without: ['page']}),
    trustedWorkers(),
    withoutSpaces(),
  ],
  build: {
    outDir: join(repo, 'dist'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    rollupOptions: {
      input: join(repo, 'web/index.html'),
      // What several parts need is one file instead of seven: it packs better, and is one request.
      output: {
        // What belongs to a chapter says to which.
        chunkFileNames: ({facadeModuleId}) =>
          `assets/${/web\/learn\/(\w+)\//.exec(facadeModuleId ?? '')?.[1].concat('-') ?? ''}[name]-[hash].js`,
        codeSplitting: {
          groups: [
            {
              name: 'shared',
              priority: 1,
              test: /web\/styles\/|web\/elements\/parts\/(?!menu_button|unsettled|second_click|locked|latest|formulas)|web\/shape\/(where|written|shape|parts|page|show)\.js|web\/state\/kept\.js|web\/words\/(?!late|guide|lab|links|frames|story|teach|prompt|chart|course|course_more|exercise|class|make|hosts|embed|described|long|(?!en\.)[a-z]{2,3}\.)[\w-]+\.js$|web\/charts\/(grid|colour)\.js|node_modules\/(lit|@lit|@fluent)/,
            },
            // The first beat of a chapter, which its later ones and what lies behind it are written with, too.
            {
              name: 'guide',
              test: /web\/(elements\/learn\/(choices|course_words)|learn\/(beats|words)|words\/course)\.js$/,
            },
            // A chapter with what was recorded of it.
            {
              name: (id) => `${/learn\/(\w+)\//.exec(id)?.[1]}-chapter`,
              test: /web\/learn\/\w+\/(chapter\.js|recorded\.json)$/,
            },
            // What pictures of any kind are drawn and read with.
            {
              name: 'drawing',
              test: /web\/charts\/(legend|places|ticks)\.js|web\/elements\/inside\/(moves|prepared)\.js/,
            },
            // What shows what a model is given, which chapters begin with.
            {
              name: 'given',
              test: /web\/elements\/answers\/(given|item|pixel|tokens)_|web\/charts\/(waves|pixels|cloud)\.js/,
            },
            // What shows answers, which a race of texts does without.
            {name: 'answers', test: /web\/elements\/answers\/results_/},
            {name: 'late', test: /web\/words\/(late\.js|en\.js\?late)$/},
            // Exercises are one piece for whoever makes, does or checks them, but for what tells that an address has one.
            {
              name: 'exercises',
              test: /web\/(elements\/)?exercise\/(?!address)\w+\.js$/,
              priority: -1,
              includeDependenciesRecursively: false,
            },
            // What chapters and the lab run with, though other rooms need parts of it, too.
            {name: 'race', test: /web\/(runtime\/race|shape\/show|state\/view|elements\/lab\/late_news)\.js$/},
          ],
        },
      },
    },
  },
  worker: {format: 'iife', plugins: () => [withoutOwnWasm()]}, // classic: module workers fail in sandboxed frames
  server: {fs: {allow: [repo]}},
});
