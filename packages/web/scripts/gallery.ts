/**
 * Shows every part of the kit in a real browser: pictures of each sample page at desk width, on a phone (320 pixels),
 * on paper and with forced colours, and what axe finds wrong.
 *
 *     node packages/web/scripts/gallery.ts FOLDER [PAGE …]     pictures into FOLDER
 *     node packages/web/scripts/gallery.ts --serve             leave it running, to look around
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, chromium } from 'playwright-core';
import type { DistrictShapes } from '../src/charts/index.ts';
import { samplePages } from '../src/kit/gallery/sample-pages.ts';
import { findAsset, inlineScriptHashes } from '../src/kit/index.ts';

const districtsFile = join(import.meta.dirname, '../../app/data/reference/england_districts_2024.geojson');

const POLICY = `default-src 'none'; script-src 'self' ${inlineScriptHashes()
  .map((hash) => `'${hash}'`)
  .join(' ')}; style-src 'self'; img-src 'self'; form-action 'self'`;

/** Faults of the official components themselves, for the accessibility statement. */
const KNOWN: Readonly<Record<string, string>> = {
  'aria-allowed-attr': 'radios that open a further question carry aria-expanded, which radios may not',
  'label-content-name-mismatch':
    'the improved file upload is named by its label and state, not by its words alone',
};

const serve = async (pages: Readonly<Record<string, string>>): Promise<Server> => {
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0] ?? '/';
    const asset = findAsset(path);
    const page = pages[path.slice(1)];
    if (asset !== undefined) response.writeHead(200, { 'content-type': asset.type }).end(asset.body);
    else if (page !== undefined) {
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY })
        .end(page);
    } else response.writeHead(404).end();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return server;
};

const look = async (browser: Browser, address: string, name: string, folder: string): Promise<number> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const tab = await context.newPage();
  const complaints: string[] = [];
  tab.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  tab.on('pageerror', (error) => complaints.push(error.message));
  await tab.goto(`${address}/${name}`);
  await tab.waitForFunction(() => document.body.classList.contains('govuk-frontend-supported'));
  await tab.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  const axe = await new AxeBuilder({ page: tab }).analyze();
  for (const violation of axe.violations.filter(({ id }) => !(id in KNOWN))) {
    complaints.push(
      `axe ${violation.id}: ${violation.help} ${violation.nodes.map((node) => node.target.join(' ')).join(' | ')}`,
    );
  }
  await tab.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await tab.screenshot({ path: join(folder, `${name}-forced.png`), fullPage: true });
  await tab.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
  await tab.setViewportSize({ width: 320, height: 800 });
  await tab.screenshot({ path: join(folder, `${name}-320.png`), fullPage: true });
  const overflow = await tab.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (overflow > 0) complaints.push(`the page is ${overflow} pixels too wide at 320`);
  writeFileSync(
    join(folder, `${name}.pdf`),
    await tab.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: false }),
  );
  await context.close();
  for (const complaint of complaints) console.log(`${name}: ${complaint}`);
  return complaints.length;
};

const [folder = '--serve', ...names] = process.argv.slice(2);
const pages = samplePages(JSON.parse(readFileSync(districtsFile, 'utf8')) as DistrictShapes);
const server = await serve(pages);
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
if (folder === '--serve') {
  console.log(
    Object.keys(pages)
      .map((name) => `${address}/${name}`)
      .join('\n'),
  );
} else {
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  let complaints = 0;
  for (const name of names.length > 0 ? names : Object.keys(pages))
    complaints += await look(browser, address, name, folder);
  await browser.close();
  server.close();
  process.exitCode = complaints === 0 ? 0 : 1;
}
