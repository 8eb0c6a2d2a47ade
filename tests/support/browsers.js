// Debian's two browsers behind one interface. In Firefox a condition that throws while it is waited for is never asked again: what may not be
// there yet is asked for with `?.`.
import puppeteer from 'puppeteer-core';
import {LAUNCH} from './chromium.js';

/** @type {Record<string, import('puppeteer-core').LaunchOptions>} */
const BROWSERS = {
  chromium: {browser: 'chrome', executablePath: LAUNCH.executablePath, args: LAUNCH.args},
  firefox: {browser: 'firefox', executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr'},
};

/** So long a page may take to answer: a Firefox that starts beside others needs more than the thirty seconds that puppeteer waits. */
const PATIENCE = 120_000;

/** @param {'chromium' | 'firefox'} name @param {import('puppeteer-core').LaunchOptions} [more] */
export async function launch(name, more = {}) {
  const browser = await puppeteer.launch({
    ...BROWSERS[name],
    headless: true,
    protocolTimeout: 300_000,
    timeout: PATIENCE,
    ...more,
  });
  const {newPage} = browser;
  browser.newPage = async (...options) => {
    const page = await newPage.apply(browser, options);
    page.setDefaultTimeout(PATIENCE);
    page.setDefaultNavigationTimeout(PATIENCE);
    return page;
  };
  return browser;
}
