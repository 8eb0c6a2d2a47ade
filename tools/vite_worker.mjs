// A Vite plugin: `worker.js?worker&inline` starts its worker from a blob by the page's own policy for scripts. Vite's own
// wrapper hands over a plain address, which sites that demand trusted types refuse, and then tries one as data.
import {fileURLToPath} from 'node:url';

const policy = fileURLToPath(new URL('../web/embed/script_url.js', import.meta.url));

/** The blob's address is given up once its script runs, or never will. */
const wrapper = (/** @type {string} */ source) => `import {scriptUrl} from ${JSON.stringify(policy)};
${source}
const blob = new Blob(['URL.revokeObjectURL(self.location.href);', jsContent], {type: 'text/javascript;charset=utf-8'});
export default function InlineWorker() {
  const url = URL.createObjectURL(blob);
  try {
    const worker = new Worker(scriptUrl(url));
    worker.addEventListener('error', () => URL.revokeObjectURL(url));
    return worker;
  } catch (error) {
    URL.revokeObjectURL(url);
    throw error;
  }
}
`;

/** @returns {import('vite').Plugin} */
export function trustedWorkers() {
  return {
    name: 'unrolled-trusted-workers',
    apply: 'build',
    transform(code, id) {
      if (!/\?worker&inline$/.test(id)) return null;
      const source = /^const jsContent = ".*";$/m.exec(code)?.[0];
      if (!source) throw new Error(`${id}: Vite writes inline workers otherwise now; see tools/vite_worker.mjs`);
      return {code: wrapper(source), map: null};
    },
  };
}
