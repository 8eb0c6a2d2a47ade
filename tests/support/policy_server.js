// The built page on sites with policies of their own: a folder of the server's is a site, whose every answer has its headers.
import {existsSync, readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {extname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const TYPES = /** @type {Record<string, string>} */ ({'.html': 'text/html; charset=utf-8', '.js': 'text/javascript'});

/**
 * lesson: the body of its lesson.html, a page around frames; files: another folder than dist/
 * @typedef {{headers?: Record<string, string>, lesson?: string, files?: string}} Site
 */

/**
 * The machine has two names, and so two sites that are strangers to each other: 127.0.0.1 and localhost.
 * @param {Record<string, Site>} sites by folder, read at each request
 */
export async function servePolicies(sites) {
  /** @type {string[]} */
  const asked = [];
  const server = createServer((request, response) => {
    const [, folder, ...path] = new URL(request.url ?? '/', 'http://localhost').pathname.split('/');
    const {headers = {}, lesson, files = dist} = sites[folder] ?? {};
    const name = path.join('/') || 'index.html';
    asked.push(`${folder}/${name}`);
    const file = join(files, name);
    const type = {'content-type': TYPES[extname(name)] ?? 'application/octet-stream'};
    if (name === 'lesson.html' && lesson)
      response
        .writeHead(200, {...type, ...headers})
        .end(`<!doctype html><title>Lesson</title><h1>Lesson</h1>${lesson}`);
    else if (sites[folder] && existsSync(file)) response.writeHead(200, {...type, ...headers}).end(readFileSync(file));
    else response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const {port} = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    /** Addresses of files. @param {string} folder @param {string} name */
    ours: (folder, name) => `http://127.0.0.1:${port}/${folder}/${name}`,
    /** @param {string} folder @param {string} name */
    theirs: (folder, name) => `http://localhost:${port}/${folder}/${name}`,
    origin: `http://127.0.0.1:${port}`,
    /** What was asked for so far. */
    asked,
    close: () => server.close(),
  };
}
