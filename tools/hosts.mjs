// What stands between a frame and the places where courses live: the script of SCORM packages, the page for Open edX, the module for
// notebooks. None of them is the page's own; each is small.
import {readFileSync} from 'node:fs';

const source = (/** @type {string} */ name) => readFileSync(new URL(`../web/hosts/${name}`, import.meta.url), 'utf8');
/** Inside a page's own script element. @param {string} code */
const inPage = (code) => code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');

/**
 * @param {(entry: string, more?: import('vite').InlineConfig, format?: 'iife' | 'es') => Promise<string>} script builds one without imports
 * @returns {Promise<Record<string, string>>} by name
 */
export async function hostFiles(script) {
  const jsinput = inPage(await script('hosts/jsinput_page.js'));
  return {
    'hosts/scorm.js': await script('hosts/scorm_page.js'),
    'hosts/jsinput.html': source('jsinput.html').replace('<!-- script -->', () => `<script>${jsinput}</script>`),
    'unrolled-lab.mjs': await script('hosts/anywidget.js', {}, 'es'),
  };
}
