// A static file server for trying the page: node tools/serve.mjs [FOLDER], on 127.0.0.1 and PORT (8080).
import {createReadStream, statSync} from 'node:fs';
import {createServer} from 'node:http';
import {extname, join, normalize} from 'node:path';

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

const root = process.argv[2] ?? 'dist';
const port = Number(process.env.PORT ?? 8080);

/** The file that a URL means, or null. @param {string} url */
function fileFor(url) {
  try {
    const path = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname)); // without any ..
    const file = join(root, path);
    const stats = statSync(file);
    if (!stats.isDirectory()) return {file, size: stats.size};
    const index = join(file, 'index.html');
    return path.endsWith('/') ? {file: index, size: statSync(index).size} : null;
  } catch {
    return null;
  }
}

const server = createServer((request, response) => {
  const found = request.method === 'GET' || request.method === 'HEAD' ? fileFor(request.url ?? '/') : null;
  if (!found) {
    response.writeHead(404, {'content-type': TYPES['.txt']}).end('Not found\n');
    return;
  }
  response.writeHead(200, {
    'content-type': TYPES[extname(found.file)] ?? 'application/octet-stream',
    'content-length': found.size,
    'cache-control': 'no-cache',
    // So that pages which are cross-origin isolated may have the frame and the element.
    'cross-origin-resource-policy': 'cross-origin',
    'cross-origin-embedder-policy': 'require-corp',
  });
  if (request.method === 'HEAD') response.end();
  else createReadStream(found.file).pipe(response);
});

server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
  const inUse = error.code === 'EADDRINUSE';
  console.error(
    inUse ? `unrolled: port ${port} is taken; choose another: PORT=8081 make serve` : `unrolled: ${error.message}`,
  );
  process.exit(1);
});
server.listen(port, '127.0.0.1', () => console.log(`Unrolled is at http://127.0.0.1:${port}/`));
