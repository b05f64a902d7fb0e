/**
 * Photographs every part of the kit in a real browser, to be looked at: each sample page at a desk, on a phone (320
 * pixels wide), on paper and with forced colours. (e2e/kit.test.ts checks the same pages.)
 *
 *     node packages/web/scripts/gallery.ts FOLDER [PAGE …]     pictures into FOLDER
 *     node packages/web/scripts/gallery.ts                     leave it running, to look around
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { serveGallery } from './gallery-server.ts';

const photograph = async (browser: Browser, url: string, file: string): Promise<void> => {
  const tab = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await tab.goto(url, { waitUntil: 'networkidle' });
  await tab.screenshot({ path: `${file}.png`, fullPage: true });
  await tab.pdf({ path: `${file}.pdf`, format: 'A4', preferCSSPageSize: true });
  await tab.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await tab.screenshot({ path: `${file}-forced.png`, fullPage: true });
  await tab.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
  await tab.setViewportSize({ width: 320, height: 800 });
  await tab.screenshot({ path: `${file}-320.png`, fullPage: true });
  await tab.close();
};

const [folder, ...names] = process.argv.slice(2);
const gallery = await serveGallery();
if (folder === undefined) console.log(gallery.names.map(gallery.urlOf).join('\n'));
else {
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-sync',
    ],
  });
  for (const name of names.length > 0 ? names : gallery.names) {
    await photograph(browser, gallery.urlOf(name), join(folder, name));
  }
  await browser.close();
  gallery.close();
}
