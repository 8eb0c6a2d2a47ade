// Makes the icons of the installed page from web/offline/icon.svg: node tools/icons.mjs
import {readFileSync, writeFileSync} from 'node:fs';
import {chromium} from '@playwright/test';
import {LAUNCH_SHELL} from '../tests/support/chromium.js';

const folder = new URL('../web/offline/', import.meta.url);
const browser = await chromium.launch(LAUNCH_SHELL);
for (const size of [192, 512]) {
  const page = await browser.newPage({viewport: {width: size, height: size}});
  await page.setContent(`<style>body{margin:0}</style>${readFileSync(new URL('icon.svg', folder), 'utf8')}`);
  writeFileSync(new URL(`icon-${size}.png`, folder), await page.screenshot());
}
await browser.close();
