import {defineConfig} from '@playwright/test';
import {LAUNCH_SHELL} from '../support/chromium.js';

// Workers read this file again: the environment hands them the port that the first reading chose.
process.env.E2E_PORT ??= String(20000 + (process.pid % 20000));
const port = process.env.E2E_PORT;

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.js',
  outputDir: '../../test-results',
  timeout: 60_000,
  expect: {timeout: 15_000}, // a busy machine is slow, not wrong
  workers: 2,
  retries: 1, // what fails once and then passes is named and counted (tools/test.mjs, docs/decisions/0027)
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    viewport: {width: 1280, height: 900},
    screenshot: 'only-on-failure',
    serviceWorkers: 'block', // a page that stores itself asks for all of itself: offline.spec has it
    launchOptions: LAUNCH_SHELL,
  },
  webServer: {
    command: 'node tools/serve.mjs dist',
    cwd: '../..',
    env: {PORT: port},
    url: `http://127.0.0.1:${port}/`,
  },
});
