import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claNumber } from '../catalogue/numbers.ts';
import { fosterShare } from '../catalogue/placements.ts';
import { levelLimits } from './level-limits.ts';
import { type ProcessLimits, processLimits } from './process-limits.ts';
import { readChange } from './read-change.ts';

const points = (values: readonly (number | null)[]) => values.map((value) => ({ value }));
const say = (value: number): string => value.toFixed(0);

/** Chance that is the same every time the tests run (mulberry32). */
const chance = (seed: number) => {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    normal: (): number => Array.from({ length: 12 }, next).reduce((a, b) => a + b, -6),
    /** How many of so many happen. */
    of: (many: number, likely: number): number =>
      Array.from({ length: many }, next).filter((n) => n < likely).length,
  };
};

const MONTHS = 25;
type Chance = ReturnType<typeof chance>;

/** Each month keeps so much of how far the last was from its level, and adds chance; 1 forgets nothing. */
const carrying =
  (kept: number) =>
  ({ normal }: Chance): readonly number[] => {
    let away = 0;
    // One that forgets nothing has no level to have come to.
    const before = kept < 1 ? 60 : 0;
    for (let i = 0; i < before; i++) away = kept * away + normal();
    return Array.from({ length: MONTHS }, () => {
      away = kept * away + normal();
      return 1000 + 5 * away;
    });
  };

/** Children of whom each month a share leave, and about as many come as leave: nothing ever changes. */
const inCare =
  (usual: number, leaving: number) =>
  ({ of }: Chance): readonly number[] => {
    let now = usual;
    return Array.from({ length: MONTHS }, () => {
      now += of(Math.round(usual * leaving * 10), 1 / 10) - of(now, leaving);
      return now;
    });
  };

/** What part of readings call the last month changed, of series in which nothing happens but chance. */
const falseAlarms = (
  make: (chance: Chance) => readonly number[],
  limitsOf: (series: readonly number[]) => ProcessLimits | undefined,
): number => {
  const luck = chance(20_261_122);
  const trials = 400;
  let alarms = 0;
  for (let i = 0; i < trials; i++) if ((limitsOf(make(luck))?.marks.at(-1)?.length ?? 0) > 0) alarms++;
  return alarms / trials;
};

const NOTHING_HAPPENS: readonly [
  what: string,
  make: (chance: Chance) => readonly number[],
  smallest: number,
][] = [
  ['nothing carries over', carrying(0), 0],
  ['half carries over', carrying(0.5), 0],
  ['nearly all carries over', carrying(0.95), 0],
  ['all carries over', carrying(1), 0],
  ['400 in care, one in twenty leaves', inCare(400, 0.05), 1],
  ['40 in care, one in twenty leaves', inCare(40, 0.05), 1],
  ['3 in care, one in ten leaves', inCare(3, 0.1), 1],
];

for (const [what, make, smallest] of NOTHING_HAPPENS)
  test(`where nothing happens but chance, at most one reading in forty says that something did: ${what}`, () => {
    const alarms = falseAlarms(make, (series) => levelLimits(series, { smallest }));
    assert.ok(alarms <= 1 / 40, `${alarms}`);
  });

test('the rules for independent points would have called most such series changed', () => {
  for (const make of [carrying(0.95), carrying(1), inCare(400, 0.05), inCare(40, 0.05)])
    assert.ok(falseAlarms(make, (series) => processLimits(series)) > 0.4);
  assert.ok(
    falseAlarms(carrying(0), (series) => processLimits(series)) < 0.05,
    'of independent ones they are sound',
  );
});

test('a real jump and a real drift are told', () => {
  const luck = chance(7);
  const found = { jump: 0, drift: 0 };
  const trials = 300;
  for (let i = 0; i < trials; i++) {
    const usual = carrying(1)(luck);
    const jumped = usual.map((value, at) => (at === MONTHS - 1 ? value + 25 : value));
    const drifted = usual.map((value, at) => value + 7 * Math.max(0, at - 12));
    if (levelLimits(jumped)?.marks.at(-1)?.includes('jump-up')) found.jump++;
    if ((levelLimits(drifted)?.marks.at(-1)?.length ?? 0) > 0) found.drift++;
  }
  assert.ok(found.jump / trials > 0.8, `${found.jump}`);
  assert.ok(found.drift / trials > 0.8, `${found.drift}`);
});

const LEVEL = [400, 403, 401, 404, 402, 405, 404, 402, 403, 406, 404, 405, 403];

test('what stands on a day is read against the month before it, in words', () => {
  const usual = readChange(claNumber, points([...LEVEL, 404]), say);
  assert.equal(usual.verdict, 'usual');
  assert.match(
    usual.sentence,
    /No further from the month before than is usual: after 403 the month before, between 39\d and 4\d\d\. Nor in twelve months: from 403, anywhere between 3\d\d and 4\d\d can/,
  );
  const jumped = readChange(claNumber, points([...LEVEL, 440]), say);
  assert.equal(jumped.verdict, 'changed');
  assert.match(jumped.sentence, /Further up from the month before than is usual: after 403/);
  const rising = readChange(claNumber, points([...LEVEL, 404, 405, 406, 407, 408, 409, 410, 411]), say);
  assert.match(rising.sentence, /Up eight times or more in a row|From 40\d to 411 in twelve months/);
  const better = readChange(fosterShare, points([...LEVEL.map((n) => n - 350), 90]), say);
  assert.equal(better.verdict, 'better');
});

test('a child or two more or less is never news, and a share of few moves by more than that', () => {
  const still = [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2];
  assert.equal(readChange(claNumber, points([...still, 4]), say).verdict, 'usual');
  assert.equal(readChange(claNumber, points([...still, 5]), say).verdict, 'changed');
  const ofTen = [...still.map(() => ({ value: 20, denominator: 10 })), { value: 40, denominator: 10 }];
  assert.equal(readChange(fosterShare, ofTen, say).verdict, 'usual');
  const ofHundred = ofTen.map(({ value }) => ({ value, denominator: 100 }));
  assert.equal(readChange(fosterShare, ofHundred, say).verdict, 'better');
});

test('months not known are passed over, and each known one has its own usual range', () => {
  const level = levelLimits([...LEVEL, null, 404], { smallest: 1 });
  assert.equal(level?.bands.length, LEVEL.length + 2);
  assert.deepEqual([level?.bands[0], level?.bands[LEVEL.length]], [undefined, undefined]);
  const last = level?.bands.at(-1);
  assert.ok(last !== undefined && last.lower < 403 && last.upper > 403);
  assert.deepEqual([level?.lower, level?.upper], [last.lower, last.upper]);
  assert.equal(levelLimits(LEVEL.slice(2)), undefined);
});

test('what seldom happens is not called changed for not happening', () => {
  const seldom =
    (often: number) =>
    ({ of }: Chance): readonly number[] =>
      Array.from({ length: 24 }, () => of(100, often / 100));
  for (const often of [0.2, 0.5, 1, 3]) {
    const alarms = falseAlarms(seldom(often), (series) => processLimits(series, { isCount: true }));
    assert.ok(alarms <= 0.04, `${often}: ${alarms}`);
  }
  assert.ok(
    falseAlarms(seldom(0.2), (series) => processLimits(series)) > 0.2,
    'without its own rule it would be',
  );
});
