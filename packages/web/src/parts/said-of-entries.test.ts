import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answersInWords, OFFER_QUESTIONS, type Said } from '@rightplace/domain';
import { parse } from 'node-html-parser';
import { offerSaid } from '../provider/offer-said.ts';
import { saidInWords } from '../staff/cases/case-page.ts';

const ADDITIONS = {
  additions: [
    { what: 'Waking night', weekly: '120', starts: '2026-11-23', why: 'She sleeps badly' },
    { what: 'School run', weekly: '30.50', starts: '2026-11-23', why: 'It is far' },
  ],
};
const rowsOf = (html: unknown): readonly (readonly string[])[] =>
  parse(String(html))
    .querySelectorAll('.app-brief')
    .map((list) =>
      list.querySelectorAll('.govuk-summary-list__row').map((row) => row.text.trim().replaceAll(/\s+/g, ' ')),
    );
const WANTED = [
  [
    'What is added Waking night',
    'What it costs a week £120',
    'From which day 23 November 2026',
    'Why She sleeps badly',
  ],
  [
    'What is added School run',
    'What it costs a week £30.50',
    'From which day 23 November 2026',
    'Why It is far',
  ],
];

test('what is added to an offer is read back answer by answer, and not as one line', () => {
  assert.deepEqual(rowsOf(saidInWords(answersInWords(OFFER_QUESTIONS, ADDITIONS))), WANTED);
  assert.deepEqual(rowsOf(offerSaid({ said: ADDITIONS }, [])), WANTED);
});

test('what is typed into an entry is shown as text', () => {
  const said: Said = {
    label: 'Brothers and sisters',
    isBrief: false,
    paragraphs: [],
    entries: [[{ label: 'Name', text: '<b>Max</b>' }]],
  };
  assert.equal(parse(String(saidInWords([said]))).querySelector('b'), null);
});
