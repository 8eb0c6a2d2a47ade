// Debian's two browsers behind one interface, and a server of this folder for them.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';
import puppeteer from 'puppeteer-core';
import {LAUNCH} from './chromium.js';

const repo = fileURLToPath(new URL('../..', import.meta.url));

/** @type {Record<string, import('puppeteer-core').LaunchOptions>} */
const BROWSERS = {
  chromium: {browser: 'chrome', executablePath: LAUNCH.executablePath, args: LAUNCH.args},
  firefox: {browser: 'firefox', executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr'},
};

/** @param {'chromium' | 'firefox'} name */
export const launch = (name) => puppeteer.launch({...BROWSERS[name], headless: true, protocolTimeout: 300_000});

/** Serves the repository until close(). @returns {Promise<{url: string, close: () => void}>} */
export async function serveRepository() {
  const port = 20000 + (process.pid % 20000);
  const server = spawn('node', ['tools/serve.mjs', '.'], {cwd: repo, env: {...process.env, PORT: String(port)}});
  await once(server.stdout, 'data');
  return {url: `http://127.0.0.1:${port}/`, close: () => server.kill()};
}
