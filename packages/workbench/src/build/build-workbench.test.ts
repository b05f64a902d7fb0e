import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { before, test } from 'node:test';
import { parse } from 'node-html-parser';
import { buildWorkbench, type Workbench } from './build-workbench.ts';

let workbench: Workbench;
before(async () => {
  workbench = await buildWorkbench();
});

const page = () =>
  parse(workbench.html, { blockTextElements: { script: true, style: true, noscript: true } });
const policy = (): string =>
  page().querySelector('meta[http-equiv=Content-Security-Policy]')?.getAttribute('content') ?? '';
const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('it is one file of less than a megabyte', () => {
  assert.equal(workbench.bytes, Buffer.byteLength(workbench.html));
  assert.ok(workbench.bytes < 1_000_000, `${workbench.bytes} bytes`);
});

test('its policy refuses everything but the one script, the one style sheet and the worker it holds', () => {
  const [script] = page().querySelectorAll('script:not([type])');
  const style = page().querySelector('style');
  assert.deepEqual(policy().split('; ').toSorted(), [
    "base-uri 'none'",
    "connect-src 'none'",
    "default-src 'none'",
    "form-action 'none'",
    `script-src ${hash(script?.innerHTML ?? '')}`,
    `style-src ${hash(style?.innerHTML ?? '')}`,
    'worker-src blob:',
  ]);
});

test('the policy stands before anything that it is to hold for', () => {
  const html = workbench.html;
  const at = html.indexOf('http-equiv="Content-Security-Policy"');
  for (const part of ['<style', '<script', '<link', '<img'])
    assert.ok(html.indexOf(part) === -1 || at < html.indexOf(part), part);
});

test('nothing in it is fetched from anywhere', () => {
  for (const attribute of ['src', 'href', 'action', 'srcset', 'data'])
    for (const element of page().querySelectorAll(`[${attribute}]`))
      assert.match(element.getAttribute(attribute) ?? '', /^#/, element.outerHTML.slice(0, 200));
  assert.doesNotMatch(page().querySelector('style')?.innerHTML ?? '', /@import|url\(/);
});

test('its worker can be read out of it again', () => {
  const text = page().querySelector('#worker')?.innerHTML ?? '';
  assert.doesNotMatch(text, /</);
  assert.match(JSON.parse(text) as string, /onmessage|addEventListener/);
});

test('those whose work is in it are named with their licences', () => {
  const text = page().querySelector('footer')?.text ?? '';
  for (const name of ['hucre', 'saxes', 'xmlchars']) assert.match(text, new RegExp(`${name} \\d`));
  assert.match(text, /Permission is hereby granted/);
});

test('the same sources give the same file', async () => {
  assert.equal((await buildWorkbench()).html, workbench.html);
});
