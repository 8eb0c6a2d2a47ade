// Debian's two browsers behind one interface. In Firefox a condition that throws while it is waited for is never asked again: what may not be
// there yet is asked for with `?.`.
import puppeteer from 'puppeteer-core';
import {LAUNCH} from './chromium.js';

/** @type {Record<string, import('puppeteer-core').LaunchOptions>} */
const BROWSERS = {
  chromium: {browser: 'chrome', executablePath: LAUNCH.executablePath, args: LAUNCH.args},
  firefox: {browser: 'firefox', executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr'},
};

/** @param {'chromium' | 'firefox'} name @param {import('puppeteer-core').LaunchOptions} [more] */
export const launch = (name, more = {}) =>
  puppeteer.launch({...BROWSERS[name], headless: true, protocolTimeout: 300_000, ...more});
