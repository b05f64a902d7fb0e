import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day, type FormQuestion, readAnswers } from '@rightplace/domain';
import { questionFields, typedAnswers } from './question-fields.ts';

const QUESTIONS: readonly FormQuestion[] = [
  { kind: 'day', name: 'reply-by', label: 'By which day should they answer?', optional: true },
  {
    kind: 'list',
    name: 'visits',
    label: 'Visits',
    entry: 'Visit',
    of: [{ kind: 'day', name: 'on', label: 'On which day?' }],
  },
];
const PARTS = ['day', 'month', 'year'] as const;

const sent = (field: string, parts: readonly string[]): URLSearchParams =>
  new URLSearchParams(PARTS.map((part, at): [string, string] => [`${field}-${part}`, parts[at] ?? '']));

/** What stands in the three boxes of a day when its form is shown again. */
const shownAgain = (form: URLSearchParams, field: string): readonly string[] => {
  const given = typedAnswers(form, QUESTIONS);
  const { faults } = readAnswers(QUESTIONS, given, day('2026-11-23'));
  const markup = questionFields(QUESTIONS, { given, faults }).toString();
  return PARTS.map((part) => {
    const [input = ''] = new RegExp(`<input[^>]*name="${field}-${part}"[^>]*>`).exec(markup) ?? [];
    assert.notEqual(input, '', `${field}-${part}`);
    return / value="([^"]*)"/.exec(input)?.[1] ?? '';
  });
};

test('what was typed of a day that is none comes back as it was typed, box by box', () => {
  for (const parts of [
    ['1', '', ''],
    ['', '', '26'],
    ['', '02', ''],
    ['31', '02', '2026'],
    ['01', '1', '26'],
    ['Monday', '11', '2026'],
    ['23-11-2026', '', ''],
    ['1/2', '-', '0'],
    ['00', '00', '0000'],
  ])
    for (const field of ['reply-by', 'visits.0.on'])
      assert.deepEqual(shownAgain(sent(field, parts), field), parts, `${field}: ${parts.join(' ')}`);
});

test('a day with a box left empty is said to be wrong, and one of empty boxes is none', () => {
  const faultsOf = (parts: readonly string[]) =>
    readAnswers(
      QUESTIONS.slice(0, 1),
      typedAnswers(sent('reply-by', parts), QUESTIONS.slice(0, 1)),
      day('2026-11-23'),
    ).faults.map(({ sentence }) => sentence);
  assert.deepEqual(faultsOf(['1', '', '']), ['Enter a real day, such as 3 March 2026']);
  assert.deepEqual(faultsOf(['', '', '2026']), ['Enter a real day, such as 3 March 2026']);
  assert.deepEqual(faultsOf(['', ' ', '']), []);
});

test('a day is read with or without the noughts before its numbers', () => {
  for (const parts of [
    ['3', '1', '2026'],
    ['03', '01', '2026'],
    [' 3', '1 ', '2026'],
  ])
    assert.equal(typedAnswers(sent('reply-by', parts), QUESTIONS)['reply-by'], '2026-01-03');
});
