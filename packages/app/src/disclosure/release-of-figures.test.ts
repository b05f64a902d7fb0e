import assert from 'node:assert/strict';
import { before, test } from 'node:test';
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
import { prepareSolver, workedOut } from '../../test/disclosing.ts';
import { drawnFrom } from '../../test/made-up-tables.ts';
import { discloseRelease } from './disclose-release.ts';
import {
  countedAs,
  cutOneWay,
  cutTwoWays,
  type FigureToRelease,
  partOfRelease,
  printedAt,
  whyNotTold,
} from './release-of-figures.ts';

before(prepareSolver);

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

/** A child for each number of days since their last review, say: a figure of the catalogue with amounts of our own. */
const averaged = (id: string, amounts: readonly number[]): FigureToRelease['figure'] => {
  const measure = measureNamed(id);
  return {
    ...evaluate(inCare, prepared, on),
    id,
    version: measure.version,
    unit: measure.unit,
    numerator: amounts.reduce((a, b) => a + b, 0),
    denominator: amounts.length,
    children: { numerator: amounts.map((_, i) => childId(`INV${i}`)), denominator: [], amounts },
  };
};
const thirty = Array.from({ length: 30 }, (_, i) => 300 + i * 11);

const toldOf = async (figure: FigureToRelease['figure'], more: Partial<FigureToRelease> = {}) => {
  const release = releaseOf({ id: 'averages', title: 'Averages' }, [
    partOfRelease({ figure, title: figure.id, ...more }),
  ]);
  const answer = await discloseRelease({ release, published: [], now });
  assert.ok(answer.kind === 'disclosed' && answer.toRegister !== null);
  const text = (part: Readonly<Record<string, string>> = {}): string => {
    const cell = answer.printed.get(printedAt(figure, part));
    return cell === undefined ? 'none' : printedText(cell, answer.profile);
  };
  return { answer, text, register: answer.toRegister };
};

test('a mean, a median and a sum are published in steps, with the number of cases if asked', async () => {
  for (const [id, shown] of [
    ['fee-average', '500'],
    ['fee-median', '500'],
    ['weekly-cost-total', '14,000'],
  ] as const) {
    const { text, answer } = await toldOf(averaged(id, thirty), { printsCounts: true });
    assert.equal(text(), shown, id);
    assert.equal(answer.printed.size, 2);
    assert.equal(whyNotTold({ figure: averaged(id, thirty) }), undefined);
  }
});

test('of too few children it is a blank, and the reason says so', async () => {
  const figure = averaged('fee-average', thirty.slice(0, 9));
  assert.equal((await toldOf(figure)).text(), 'c');
  assert.match(whyNotTold({ figure }) ?? '', /too few children/);
});

test('averages of parts: what is hidden cannot be had from the whole and the rest', async () => {
  const figure = averaged('fee-average', thirty);
  const row = (key: string, from: number, to: number) => ({
    key,
    title: key,
    value: null,
    numerator: 0,
    denominator: to - from,
    children: {
      numerator: figure.children.numerator.slice(from, to),
      denominator: [],
      amounts: thirty.slice(from, to),
    },
  });
  const rows = [row('a', 0, 12), row('b', 12, 27), row('few', 27, 30)];
  const { text } = await toldOf(figure, cutOneWay('age', rows));
  assert.deepEqual(
    [text(), text({ age: 'few' }), text({ age: 'a' }), text({ age: 'b' })],
    ['500', 'c', 'c', '500'],
    'twelve are hidden with the three, for fifteen together may be told',
  );
});

test('that an average is told says that its count is ten or more, and the attack knows it', async () => {
  const { register } = await toldOf(averaged('fee-average', thirty));
  const bounds = [...knowledgeFrom([register]).numbers.values()].filter(({ as }) => as === 'bound');
  assert.deepEqual(
    bounds.map(({ range }) => range.lower),
    [10],
  );
  assert.deepEqual(workedOut(knowledgeFrom([register])), []);
});

test('a ratio of amounts, and a rate without a population, are blanks with a reason', async () => {
  const figure = averaged('attendance-cla', thirty);
  assert.equal((await toldOf(figure)).text(), 'none');
  assert.match(whyNotTold({ figure }) ?? '', /differs from child to child/);
  const rate = evaluate(measureNamed('cla-rate-10k'), prepared, on);
  assert.equal((await toldOf(rate)).text(), 'none');
  assert.match(whyNotTold({ figure: rate }) ?? '', /population/);
});

test('a rate is published, and its count is hidden behind it as far as the population tells it', async () => {
  const rate = evaluate(measureNamed('cla-rate-10k'), prepared, on);
  const { text, register } = await toldOf(rate, { population: 20_000 });
  assert.equal(text(), '80');
  assert.deepEqual(workedOut(knowledgeFrom([register])), []);
});
