import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '@rightplace/domain';
import { collectionDaysSoFar } from './collection.ts';
import { eachRow, LAST_DAY, type Rule } from './rule.ts';
import { dayLookedUpTo, ruleWords } from './rule-words.ts';
import { RULES } from './rules/rules.ts';
import { findRule } from './ruleset.ts';
import { validate } from './validate.ts';

/** Words that are only true once the collection year is over; last year is. */
const OF_A_YEAR_OVER =
  /31 March|(?<!last )year(?: was)? (?:has )?ended|the end of the (?:collection )?year|last day of the collection year|next year/;
/** Not run while the year runs: the last days of March have not come. */
const ONLY_OF_A_WHOLE_YEAR = new Set(['SW11bSTG2']);

const falseBefore31March = (rules: readonly Rule[]): readonly string[] =>
  rules
    .filter(({ code }) => !ONLY_OF_A_WHOLE_YEAR.has(code))
    .flatMap((rule) => {
      const { title, wrong, todo } = ruleWords(rule, day('2026-11-22'));
      return [title, wrong, todo].filter((text) => OF_A_YEAR_OVER.test(text) || text.includes(LAST_DAY));
    });

test('no rule speaks of the end of a year that is not over', () => {
  assert.deepEqual(falseBefore31March(RULES), []);
});

test('saboteur: a rule that speaks of 31 March in all weathers is noticed', () => {
  const rule = eachRow('Header', {
    code: '9999',
    title: 'Invented',
    fields: ['DOB'],
    wrong: 'The child was 10 on 31 March.',
    todo: 'Wait.',
    fails: () => true,
  });
  assert.deepEqual(falseBefore31March([rule]), ['The child was 10 on 31 March.']);
});

test('a year that is over, or looked at to its end, is told of in the rule’s own words', () => {
  for (const rule of RULES) {
    const { title, wrong, todo } = rule;
    assert.deepEqual(ruleWords(rule, undefined), { title, wrong, todo });
    assert.equal(rule.message, `${wrong} ${todo}`);
    assert.ok(!rule.message.includes(LAST_DAY), rule.code);
  }
  const { END } = collectionDaysSoFar(2027, day('2027-03-31'));
  assert.equal(dayLookedUpTo(2027, END), undefined);
  assert.equal(dayLookedUpTo(2027, END - 1), '2027-03-30');
});

test('a child still looked after when the year has come to a day is told of as on that day', () => {
  const tables = {
    Episodes: [{ CHILD: 'A', DECOM: '01/05/2026', RNE: 'S', LS: 'C2', PLACE: 'U1' }],
    SWEpisodes: [{ CHILD: 'A', SW_ID: 'S1', SW_DECOM: '01/05/2026', SW_DEC: '01/06/2026' }],
  };
  const messages = (end: string) =>
    validate({
      collectionYear: '2026-27',
      period: { start: '2026-04-01', end },
      tables,
      rules: ['SW17STG2'],
    }).findings.map(({ message }) => message);
  assert.deepEqual(messages('2026-11-22'), [
    'The child’s last social worker has an SW_DEC, though the child was still looked after on 22 November 2026. Remove SW_DEC, or add the social worker who came after.',
  ]);
  assert.deepEqual(messages('2027-03-31'), [findRule('SW17STG2', 2027)?.message]);
});
