import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SearchView } from '@rightplace/app';
import { day, type Moment, moment, type StoryLine } from '@rightplace/domain';
import { parse } from 'node-html-parser';
import { storyFrom, storyPage } from './story-page.ts';

const AT: Moment = moment('2026-11-23T09:00:00Z');
const LINES = Array.from(
  { length: 120 },
  (_, number): StoryLine =>
    ({ of: number % 2 === 0 ? 'approach' : 'check', sentence: `Entry ${number}`, said: [], at: AT }) as never,
);
const VIEW = {
  id: 7,
  child: { id: 'K1', name: 'Kit', age: 9, dateOfBirth: undefined },
  story: LINES,
  today: day('2026-11-23'),
} as unknown as SearchView;
const shown = (query: string) => parse(String(storyPage(VIEW, storyFrom(new URLSearchParams(query))).main));
const entriesAt = (query: string): readonly string[] => shown(query).text.match(/Entry \d+/g) ?? [];
const all = (lines: readonly StoryLine[]): readonly string[] => lines.map(({ sentence }) => sentence);

test('the pages of a long chronology have every entry once, and one page has the whole of it to print', () => {
  const pages = ['', 'page=2', 'page=3'].flatMap(entriesAt);
  assert.deepEqual(pages, all(LINES));
  assert.deepEqual(entriesAt('whole=yes'), all(LINES));
  const way = shown('')
    .querySelectorAll('a')
    .find((link) => link.text.includes('to print'));
  assert.equal(way?.getAttribute('href'), '/searches/7/chronology?whole=yes');
});

test('a part of a chronology keeps to itself from page to page', () => {
  const checks = LINES.filter(({ of }) => of === 'check');
  assert.deepEqual([...entriesAt('only=checks'), ...entriesAt('only=checks&page=2')], all(checks));
  for (const link of shown('only=checks').querySelectorAll('nav a'))
    assert.match(link.getAttribute('href') ?? '', /only=checks/);
});
