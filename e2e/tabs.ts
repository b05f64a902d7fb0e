/** Pages of a world of invented children, opened in a real browser by somebody who is signed in. */
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { aService, type Service, type TestWorld } from '../packages/web/test/service.ts';
import { startBrowser } from './product.ts';

export interface Tabs {
  readonly service: Service;
  readonly url: string;
  /** A page of a browser of its own, in which this person is signed in, or nobody is. */
  readonly tabOf: (person: number | undefined, options?: BrowserContextOptions) => Promise<Page>;
  readonly close: () => Promise<void>;
}

/** The narrowest that a page must fit, which is also a desk at 400%. */
export const PHONE: BrowserContextOptions = { viewport: { width: 320, height: 800 } };
export const NO_SCRIPT: BrowserContextOptions = { javaScriptEnabled: false };

/** The service of a world, listening, and a browser to look at it. Closing it closes the world. */
export const openTabs = async (world: TestWorld, service: Service = aService(world)): Promise<Tabs> => {
  const [browser]: readonly [Browser, unknown] = await Promise.all([
    startBrowser(),
    service.server.listen({ port: 0, host: '127.0.0.1' }),
  ]);
  const url = `http://127.0.0.1:${(service.server.server.address() as AddressInfo).port}`;
  return {
    service,
    url,
    tabOf: async (person, options = {}) => {
      const context = await browser.newContext({ baseURL: url, ...options });
      if (person !== undefined) {
        const { cookie } = await world.signIn(person);
        await context.addCookies([{ name: 'rightplace-session', value: cookie, url }]);
      }
      return context.newPage();
    },
    close: async () => {
      await browser.close();
      await service.server.close();
      await world.close();
    },
  };
};

export const RECORDED = 'It is recorded, with your name and the time';

export const typeDay = async (
  within: Page | Locator,
  question: string | RegExp,
  on: string,
): Promise<void> => {
  const group = within.getByRole('group', { name: question });
  const [year = '', month = '', dayOfMonth = ''] = on.split('-');
  await group.getByLabel('Day').fill(String(Number(dayOfMonth)));
  await group.getByLabel('Month').fill(String(Number(month)));
  await group.getByLabel('Year').fill(year);
};

const WAYS_IN = {
  request: { path: '/coming-into-care/begin', button: 'Begin the request' },
  emergency: { path: '/coming-into-care/emergency', button: 'Raise the emergency' },
} as const;

/** Begins a case for Lark, of eleven, who is new to the service, and gives its path. */
export const beginForLark = async (
  tab: Page,
  number: string,
  {
    way = 'request',
    givenName = 'Lark',
  }: { readonly way?: keyof typeof WAYS_IN; readonly givenName?: string } = {},
): Promise<string> => {
  const { path, button } = WAYS_IN[way];
  await tab.goto(path);
  await tab.getByLabel('The child’s number in your case system').fill(number);
  await tab.getByLabel('Given name').fill(givenName);
  await typeDay(tab, 'Date of birth', '2015-04-05');
  await tab.getByRole('button', { name: button }).click();
  await tab.waitForURL(/\/cases\/\d+$/);
  return new URL(tab.url()).pathname;
};

/** Goes to what is pressed by keyboard alone, and presses it. */
export const pressByKey = async (tab: Page, what: Locator): Promise<void> => {
  await what.focus();
  await tab.keyboard.press('Enter');
};

/** The same of a button by its name: of several, the last, which is the one that sends the form. */
export const pressButton = (tab: Page, name: string): Promise<void> =>
  pressByKey(tab, tab.getByRole('button', { name }).last());

/** By how much a page is wider than its window. */
export const tooWideBy = (tab: Page): Promise<number> =>
  tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
