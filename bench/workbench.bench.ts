/**
 * The workbench: how large the file is, and how long an analyst waits from dropping a return's files to seeing what was found,
 * in Chromium with no network. Between the files and the findings lie reading them, a check by every rule in the page's
 * worker, and drawing.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { readReturn, validateReturn } from '@rightplace/ssda903';
import { buildWorkbench } from '@rightplace/workbench';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../e2e/product.ts';
import { type FaultyReturn, faultyReturn } from './faulty-return.ts';
import { best, say } from './report.ts';
import { emptyFolder } from './served.ts';

const SHARE_LOOKED_AFTER = 85_000 / 145_728;
const TIMES = 7;

/** Times are taken in the page: from the files' arriving in it to the end of the first picture with findings. */
const WATCH = `
new MutationObserver(() => {
  if (window.seen === undefined && document.querySelector('.grid tbody tr') !== null)
    requestAnimationFrame(() => setTimeout(() => { window.seen ??= performance.now(); }));
}).observe(document.body, { childList: true, subtree: true });
document.addEventListener('change', () => { window.began ??= performance.now(); }, true);`;

const waited = async (
  browser: Browser,
  address: string,
  files: readonly string[],
  before: number,
): Promise<number> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, offline: true });
  const page = await context.newPage();
  await page.goto(address);
  await page.evaluate(WATCH);
  await page.waitForTimeout(before);
  await page.locator('#this-year-files').setInputFiles([...files]);
  await page.locator('.grid tbody tr').first().waitFor({ timeout: 120_000 });
  await page.waitForTimeout(200);
  const ms = await page.evaluate<number>('window.seen - window.began');
  await context.close();
  return ms;
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const folder = emptyFolder();
const browser = await startBrowser();
try {
  const { html, bytes } = await buildWorkbench();
  const file = join(folder.path, 'workbench.html');
  writeFileSync(file, html);
  const address = pathToFileURL(file).href;
  say(
    'the file',
    bytes / 1000,
    'KB',
    `${(gzipSync(html).length / 1000).toFixed(0)} KB gzipped; the aim is under 1,000 KB`,
  );

  const onDisk = (name: string, { files }: FaultyReturn): readonly string[] => {
    mkdirSync(join(folder.path, name));
    return files.map((one) => {
      const path = join(folder.path, name, one.name);
      writeFileSync(path, one.bytes);
      return path;
    });
  };
  for (const size of [1500, 20_000]) {
    const made = faultyReturn(Math.round(size * SHARE_LOOKED_AFTER));
    const files = onDisk(String(size), made);
    const times: number[] = [];
    for (let i = 0; i < (size > 10_000 ? 3 : TIMES); i++)
      times.push(await waited(browser, address, files, 1500));
    const { tables } = readReturn(made.files);
    const inNode = best(3, () =>
      validateReturn({ collectionYear: 2027, tables: readReturn(made.files).tables }),
    );
    const { findings } = validateReturn({ collectionYear: 2027, tables });
    const what = `${made.children.toLocaleString('en-GB')} children, ${made.rows.toLocaleString('en-GB')} rows, ${findings.length.toLocaleString('en-GB')} findings`;
    say(
      `from drop to findings, ${what}`,
      median(times),
      'ms',
      `median of ${times.length}, quickest ${Math.min(...times).toFixed(0)}; reading and checking the same again and again in Node, ${inNode.ms.toFixed(0)} ms${size === 1500 ? '; the aim is under 500' : ''}`,
    );
    if (size > 1500) continue;
    for (const [when, before] of [
      ['the moment the page opens', 0],
      ['half a second after the page opens', 500],
    ] as const) {
      const early: number[] = [];
      for (let i = 0; i < TIMES; i++) early.push(await waited(browser, address, files, before));
      say(
        `the same, dropped ${when}`,
        median(early),
        'ms',
        `median of ${early.length}, quickest ${Math.min(...early).toFixed(0)}`,
      );
    }
  }

  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(address);
  const header = Array.from({ length: 100_000 }, (_, i) => `C${i},,04/05/2014,,UN1,,`);
  await page.evaluate(
    "document.getElementById('only').value = '101 103'; document.getElementById('year').value = '2027';",
  );
  await page.locator('#this-year-files').setInputFiles([
    {
      name: 'header.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB', ...header].join('\n')),
    },
  ]);
  await page.locator('.grid tbody tr').first().waitFor({ timeout: 120_000 });
  const typed = await page.evaluate<number[]>(`['c', 'c9', 'c99', 'c999', 'c99 blank'].map((text) => {
    const input = document.getElementById('filter-words');
    input.value = text;
    const began = performance.now();
    input.dispatchEvent(new Event('input', { bubbles: true }));
    document.body.offsetHeight;
    return performance.now() - began;
  })`);
  const scrolled = await page.evaluate<number>(`(() => {
    const box = document.querySelector('.grid-box');
    const began = performance.now();
    for (let i = 0; i < 100; i++) { box.scrollTop = i * 1000; box.dispatchEvent(new Event('scroll')); box.offsetHeight; }
    return (performance.now() - began) / 100;
  })()`);
  say(
    'a letter typed, among 200,000 findings',
    Math.max(...typed),
    'ms',
    `the slowest of ${typed.length}; a picture takes 16.7`,
  );
  say('a step of scrolling, among 200,000 findings', scrolled, 'ms', 'the same');
} finally {
  await browser.close();
  folder.remove();
}
