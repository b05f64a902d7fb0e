/** The product as a person meets it: started by its own command on a folder of its own, opened in a real browser. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const root = join(import.meta.dirname, '..');

export interface Product {
  readonly url: string;
  readonly folder: string;
  readonly stop: () => Promise<void>;
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });

/** `options` are those of `npm start`, such as `--empty`. */
export const startProduct = async (...options: readonly string[]): Promise<Product> => {
  const folder = mkdtempSync(join(tmpdir(), 'rp-e2e-'));
  const child = spawn(
    process.execPath,
    [join(root, 'packages/cli/src/main.ts'), 'serve', '--data', folder, ...options],
    {
      env: { ...process.env, PORT: '3400' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (part: Buffer): void => {
      said += part.toString();
      const match = /http:\/\/(?:localhost|127\.0\.0\.1):\d+/.exec(said);
      if (match !== null) resolve(match[0]);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', () => reject(new Error(`Rightplace did not start:\n${said}`)));
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended(child);
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, folder, stop };
};

export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
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

/** A fresh browser signed in as one of the demonstration's people. */
export const signedInAs = async (
  browser: Browser,
  product: Product,
  name: string,
  context: BrowserContextOptions = {},
): Promise<Page> => {
  const page = await (await browser.newContext(context)).newPage();
  await page.goto(product.url);
  // Long lists of one role are folded.
  const folded = page.locator('details:not([open]) > summary');
  while ((await folded.count()) > 0) await folded.first().click();
  await page
    .getByRole('button', { name: new RegExp(name) })
    .first()
    .click();
  await page.waitForURL((url) => !url.pathname.includes('sign-in'));
  return page;
};

/**
 * Axe, telling only what is wrong and asked in the page itself: what passes is not written out, and no frame of somebody
 * else's is looked into, for there is none. The same rules find the same faults in a third of the time.
 */
const axe = (page: Page, options: Parameters<AxeBuilder['options']>[0] = {}): AxeBuilder =>
  new AxeBuilder({ page }).setLegacyMode(true).options({ ...options, resultTypes: ['violations'] });

/** What axe finds wrong by WCAG 2.2 A and AA, each as a sentence with where. */
export const accessibilityFaults = async (page: Page): Promise<readonly string[]> => {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await axe(page).withTags(tags).analyze();
  return violations.flatMap(({ help, nodes }) => nodes.map((node) => `${help}: ${node.target.join(' ')}`));
};

/** What axe finds by all of its rules, the size of what is pressed among them, each rule with where; but no known one. */
export const everyFault = async (
  page: Page,
  known: Readonly<Record<string, unknown>> = {},
): Promise<readonly string[]> => {
  const { violations } = await axe(page, { rules: { 'target-size': { enabled: true } } }).analyze();
  return violations
    .filter(({ id }) => !(id in known))
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
};
