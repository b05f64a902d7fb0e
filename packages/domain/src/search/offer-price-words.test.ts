import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Day, day } from '../calendar/day.ts';
import { pencePerWeek } from '../money/weekly.ts';
import { additionsInShort, offerToChoose } from './offer-price-words.ts';

const addition = (ends?: Day) => ({
  what: 'Waking night',
  weekly: pencePerWeek(12000),
  starts: day('2026-11-23'),
  ends,
  why: 'She sleeps badly',
});
const shortly = (...additions: ReturnType<typeof addition>[]) => additionsInShort({ additions });

test('beside a core fee it is said that something is added, and for how long where it is one thing', () => {
  assert.equal(shortly(), '');
  assert.equal(shortly(addition()), ', and £120 a week');
  assert.equal(shortly(addition(day('2026-12-20'))), ', and £120 a week for 4 weeks');
  assert.equal(shortly(addition(day('2026-11-29'))), ', and £120 a week for 1 week');
  assert.equal(shortly(addition(day('2026-11-23'))), ', and £120 a week for 1 night');
  assert.equal(shortly(addition(), addition()), ' and additions');
});

test('two offers of one home are told apart where one is chosen: by price, what comes to it, and the first day', () => {
  const offer = {
    key: 'Offer 2: Erin Heathersby',
    core: pencePerWeek(90000),
    additions: [],
    startsOn: undefined,
  };
  assert.equal(offerToChoose(offer), 'Offer 2: Erin Heathersby, £900 a week');
  const fuller = { ...offer, additions: [addition(day('2026-12-20'))], startsOn: day('2026-11-24') };
  assert.equal(
    offerToChoose(fuller),
    'Offer 2: Erin Heathersby, £900 a week, and £120 a week for 4 weeks, from 24 November 2026',
  );
});
