import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  authorityOnDay,
  breakDown,
  type ChildRecord,
  childId,
  countKey,
  crossBreakdowns,
  day,
  evaluate,
  findMeasure,
  knowledgeFrom,
  moment,
  prepare,
  printedText,
  releaseOf,
  timelinesFromEpisodes,
} from '@rightplace/domain';
import { anEpisode } from '../../test/children-world.ts';
import { workedOut } from '../../test/disclosing.ts';
import { drawnFrom } from '../../test/made-up-tables.ts';
import { discloseRelease } from './disclose-release.ts';
import { countedAs, cutOneWay, cutTwoWays, partOfRelease, printedAt } from './release-of-figures.ts';

const on = day('2030-03-31');
const now = moment('2030-05-01T09:00:00Z');

const draw = drawnFrom(7);
const pick = <T>(...from: readonly T[]): T => from[Math.floor(draw() ** 3 * from.length)] as T;

const children = Array.from(
  { length: 160 },
  (_, i): ChildRecord => ({
    id: childId(`INV${i}`),
    details: {
      dateOfBirth: day(pick('2016-05-01', '2014-05-01', '2023-05-01', '2021-05-01', '2029-05-01')),
      sex: pick('M', 'F'),
    },
    facts: [],
    ...timelinesFromEpisodes([anEpisode({ decom: '2029-06-01', place: pick('U6', 'K2', 'U1', 'P1', 'H5') })]),
  }),
);
const prepared = prepare({ authority: 'E10000901', children });
const authority = authorityOnDay(prepared, on);

const measureNamed = (id: string) => {
  const measure = findMeasure(id);
  assert.ok(measure !== undefined);
  return measure;
};
const inCare = measureNamed('cla-number');
const fostered = measureNamed('foster-share');

test('a figure, its breakdown and its table are published together without telling of anybody', async () => {
  const figure = evaluate(inCare, prepared, on);
  const title = inCare.title;
  const table = cutTwoWays(
    ['age', 'placement-type'],
    crossBreakdowns(inCare, ['age', 'placement-type'], authority),
  );
  const release = releaseOf({ id: 'spring', title: 'Spring' }, [
    partOfRelease({ figure, title }),
    partOfRelease({ figure, title, ...cutOneWay('sex', breakDown(inCare, 'sex', authority)) }),
    partOfRelease({ figure, title, ...table }),
  ]);
  const answer = await discloseRelease({ release, published: [], now });
  assert.ok(answer.kind === 'disclosed' && answer.toRegister !== null);
  assert.ok(answer.small.length > 2);
  assert.deepEqual(workedOut(knowledgeFrom([answer.toRegister])), []);
  const cell = answer.printed.get(printedAt(figure));
  assert.ok(cell !== undefined);
  assert.equal(printedText(cell, answer.profile), '160');
  assert.equal(answer.toRegister.publishedAt, now);
});

test('a share by age is published with whole percentages, none of them of a few', async () => {
  const figure = evaluate(fostered, prepared, on);
  const asked = {
    figure,
    title: fostered.title,
    ...cutOneWay('age', breakDown(fostered, 'age', authority)),
  };
  for (const printsCounts of [true, false]) {
    const part = partOfRelease({
      ...asked,
      printsCounts,
      denominatorIs: countedAs(evaluate(inCare, prepared, on)),
    });
    const answer = await discloseRelease({
      release: releaseOf({ id: 'shares', title: 'Shares' }, [part]),
      published: [],
      now,
    });
    assert.ok(answer.kind === 'disclosed' && answer.toRegister !== null);
    assert.deepEqual(workedOut(knowledgeFrom([answer.toRegister])), []);
    const whole = answer.printed.get(printedAt(figure));
    assert.ok(whole?.kind === 'exact' || whole?.kind === 'hidden');
    if (whole.kind === 'exact') assert.equal(whole.value, Math.floor((figure.value ?? 0) + 0.5));
    for (const { numerator, denominator, key } of part.ratios) {
      const valueOf = (of: string | number) => part.counts.find((count) => count.key === of)?.value ?? 0;
      const sides = [valueOf(numerator), valueOf(denominator) - valueOf(numerator)];
      if (sides.some((side) => side >= 1 && side <= 4))
        assert.deepEqual(answer.printed.get(key), { kind: 'hidden' });
    }
  }
});

test('the same figure on another day, or over another time, is another count', () => {
  const figure = evaluate(inCare, prepared, on);
  const later = evaluate(inCare, prepared, day('2030-04-30'));
  assert.notEqual(countedAs(figure), countedAs(later));
  const started = evaluate(measureNamed('cla-started'), prepared, on);
  assert.match(countedAs(started), /from 2029-04-01 to before 2030-04-01|on 2030-03-31/);
  assert.equal(printedAt(figure, { age: '5-9' }), countKey(countedAs(figure), { age: '5-9' }));
});

test('what is no count of children is not published this way', () => {
  const figure = { ...evaluate(inCare, prepared, on), unit: 'days' as const };
  assert.throws(() => partOfRelease({ figure, title: 'Days to something' }), /no disclosure rule/);
});
