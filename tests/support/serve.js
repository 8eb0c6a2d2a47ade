// A folder of the repository on a port of 127.0.0.1, for tests and measurements.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';

const repo = fileURLToPath(new URL('../..', import.meta.url));

/** Until close(). @param {string} folder @returns {Promise<{url: string, close: () => void}>} url ends in a slash */
export async function serve(folder) {
  const port = 20000 + (process.pid % 20000);
  const server = spawn(process.execPath, ['tools/serve.mjs', folder], {
    cwd: repo,
    env: {...process.env, PORT: String(port)},
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(server.stdout, 'data');
  return {url: `http://127.0.0.1:${port}/`, close: () => server.kill()};
}
