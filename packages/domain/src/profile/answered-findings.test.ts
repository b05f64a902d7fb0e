import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerOf, findingKey, inTheWay, mayAnswer } from './answered-findings.ts';
import { NOTHING_KNOWN } from './detectors/finding.ts';
import { findIdentifying } from './find-identifying.ts';

const find = (text: string) =>
  findIdentifying([{ question: 'likes', label: 'Likes', paragraphs: [text] }], {
    ...NOTHING_KNOWN,
    givenName: 'Kofi',
    familyName: 'Rose',
  });
const TEXT = 'Kofi Annan is his hero. A rose in PE21 0ZZ. Kofi Rose.';

const nameOf = (answer: ReturnType<typeof mayAnswer>): string => ('kind' in answer ? answer.name : 'may');

test('whoever says why may say of a name that it tells nobody apart; of an ordinary word no reason is wanted', () => {
  const found = find(TEXT);
  const key = (words: string) => findingKey(found.find((one) => one.words === words) ?? assert.fail(words));
  assert.equal(nameOf(mayAnswer(found, [key('Kofi')], 'He means a footballer')), 'may');
  assert.equal(nameOf(mayAnswer(found, [key('Kofi')], '  ')), 'no-reason');
  assert.equal(nameOf(mayAnswer(found, [key('rose')], '')), 'may');
  assert.equal(nameOf(mayAnswer(found, [key('Kofi'), key('rose')], '')), 'no-reason');
  assert.equal(nameOf(mayAnswer(found, [key('rose')], 'x'.repeat(501))), 'no-reason');
});

test('of a postcode or the full name nobody may, whatever the reason, nor of what is not there', () => {
  const found = find(TEXT);
  for (const words of ['PE21 0ZZ', 'Kofi Rose']) {
    const one = found.find((each) => each.words === words) ?? assert.fail(words);
    assert.equal(nameOf(mayAnswer(found, [findingKey(one)], 'It has to be there')), 'never');
    assert.equal(answerOf(one, [{ ...one, why: 'Slipped in past the rule' }]), undefined);
  }
  assert.equal(nameOf(mayAnswer(found, ['likes/name/Ama'], 'Why')), 'not-found-there');
});

test('who chose no words is asked to choose some, and is told of no change, with a reason or without', () => {
  for (const why of ['', 'He means a footballer']) {
    const answer = mayAnswer(find(TEXT), [], why);
    assert.equal(nameOf(answer), 'none-chosen');
    assert.doesNotMatch('sentence' in answer ? answer.sentence : '', /changed/);
  }
});

test('what was said holds for as long as the answer stands letter by letter', () => {
  const [finding] = find('Kofi Annan is his hero');
  assert.ok(finding);
  const answer = { ...finding, why: 'He means somebody famous' };
  assert.deepEqual(
    inTheWay(find('Kofi Annan is his hero'), [answer]).map(({ kind }) => kind),
    ['may-be-name'],
  );
  assert.equal(inTheWay(find('Kofi Annan is his hero, and so is mum'), [answer])[0]?.words, 'Kofi');
  assert.deepEqual(inTheWay([finding], [{ ...answer, question: 'health' }]), [finding]);
});
