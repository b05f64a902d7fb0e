/** Forms of the product as a person fills them in, by the names of their fields, and going about between them. */
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { accessibilityFaults } from './product.ts';
import { RECORDED } from './tabs.ts';

/** What is typed or chosen, by field: a day as 2026-11-23, of several choices each in an own word. */
export type Given = Readonly<Record<string, string | readonly string[]>>;

const byId = (tab: Page, id: string): Locator => tab.locator(`[id="${id}"]`);

const fillOne = async (tab: Page, name: string, given: string | readonly string[]): Promise<void> => {
  const choices = tab.locator(`input[name="${name}"][type=radio], input[name="${name}"][type=checkbox]`);
  if ((await choices.count()) > 0) {
    for (const value of [given].flat()) await tab.locator(`input[name="${name}"][value="${value}"]`).check();
    return;
  }
  const text = [given].flat().join(' ');
  if ((await byId(tab, `${name}-day`).count()) === 0) return byId(tab, name).fill(text);
  const [year = '', month = '', date = ''] = text.split('-');
  await byId(tab, `${name}-day`).fill(date);
  await byId(tab, `${name}-month`).fill(month);
  await byId(tab, `${name}-year`).fill(year);
};

export const fill = async (tab: Page, given: Given): Promise<void> => {
  for (const [name, value] of Object.entries(given)) await fillOne(tab, name, value);
};

/** Presses a button of a form, which is the last of its name, and waits for the page that comes. */
export const send = async (tab: Page, button: string): Promise<void> => {
  const came = tab.waitForEvent('domcontentloaded');
  await tab.locator('main').getByRole('button', { name: button, exact: true }).last().click();
  await came;
};

/** Takes a step from the page of a case or a search, and sees that it is recorded. */
export const step = async (tab: Page, page: string, button: string, given: Given = {}): Promise<void> => {
  await tab.goto(page);
  await tab.locator('main').getByRole('button', { name: button, exact: true }).first().click();
  await tab.waitForURL(/\/steps\//);
  await fill(tab, given);
  await send(tab, button);
  await tab.getByText(RECORDED).waitFor();
};

/** Goes on by Tab alone until it is there, as somebody does who has no mouse. */
export const tabTo = async (tab: Page, to: Locator): Promise<void> => {
  const isThere = (): Promise<boolean> => to.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 120 && !(await isThere()); presses += 1) await tab.keyboard.press('Tab');
  assert.ok(await isThere(), `${to.toString()} cannot be reached by Tab`);
};

/** By Tab and Enter alone. */
export const enterOn = async (tab: Page, what: Locator): Promise<void> => {
  await tabTo(tab, what);
  const came = tab.waitForEvent('domcontentloaded');
  await tab.keyboard.press('Enter');
  await came;
};

/** Looks at pages with axe: at each that is of another kind or says something else at its head, once. */
export const looker = () => {
  const seen = new Set<string>();
  const look = async (tab: Page, page = ''): Promise<void> => {
    if (page !== '') await tab.goto(page);
    const { pathname } = new URL(tab.url());
    const kind = `${pathname.replaceAll(/\d+/g, 'n')} ${await tab.title()}`;
    if (seen.has(kind)) return;
    seen.add(kind);
    assert.deepEqual(await accessibilityFaults(tab), [], `${pathname}: ${await tab.title()}`);
  };
  return look;
};
