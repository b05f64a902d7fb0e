import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Day, day } from '@rightplace/domain';
import { parse } from 'node-html-parser';
import { number, percent } from '../kit/index.ts';
import { type LineOptions, lineChart, lineView } from './line.ts';
import { boldWidth, textWidth } from './text-width.ts';

const quarter = (values: readonly (number | null)[]) =>
  values.map((value, i) => ({ on: `2026-0${i + 1}-28` as Day, value }));

const options = (series: LineOptions['series'], more: Partial<LineOptions> = {}): LineOptions => ({
  id: 'chart',
  finding: 'Fewer moved',
  subtitle: 'Percent who moved',
  format: percent,
  series,
  ...more,
});

test('the value axis starts at nought, whatever the values', () => {
  const view = lineView(options([{ label: 'Us', points: quarter([80, 82, 81]) }]));
  assert.equal(view.valueTicks[0]?.text, '0%');
  assert.equal(view.valueTicks[0]?.y, view.plot.bottom);
});

test('an axis that does not start at nought is asked for, and shows the lowest value', () => {
  const view = lineView(
    options([{ label: 'Us', points: quarter([898, 905, 912]) }], {
      zeroBaseline: false,
      format: (value) => number(value),
    }),
  );
  assert.ok(view.valueTicks.every(({ text }) => Number(text) >= 890));
});

test('a value that is not known is a gap in the line and says so in the table', () => {
  const chart = options([{ label: 'Us', points: quarter([9, null, 11, 12]) }]);
  const view = lineView(chart);
  assert.equal(view.lines[0]?.path.match(/M/g)?.length, 2);
  assert.equal(view.lines[0]?.markers.length, 3);
  const cells = parse(lineChart(chart).toString())
    .querySelectorAll('tbody td')
    .map((cell) => cell.textContent);
  assert.deepEqual(cells, ['9.0%', 'not known', '11.0%', '12.0%']);
});

test('lines that end together have names that do not lie on each other', () => {
  const view = lineView(
    options(
      ['Us', 'England', 'Neighbours', 'Region'].map((label) => ({ label, points: quarter([9, 9, 9]) })),
    ),
  );
  const heights = view.lines.map((line) => line.label?.y ?? 0).sort((a, b) => a - b);
  for (let i = 1; i < heights.length; i++) assert.ok((heights[i] ?? 0) - (heights[i - 1] ?? 0) > 19.8);
  assert.ok((heights.at(-1) ?? 0) <= view.plot.bottom && (heights[0] ?? 0) >= view.plot.top);
});

test('series differ in colour, dashes and markers', () => {
  const view = lineView(options(['a', 'b', 'c'].map((label) => ({ label, points: quarter([1, 2]) }))));
  for (const part of ['colour', 'dash', 'marker'] as const) {
    assert.equal(new Set(view.lines.map((line) => line.look[part])).size, 3, part);
  }
  assert.throws(
    () => lineView(options(['a', 'b', 'c', 'd', 'e'].map((label) => ({ label, points: quarter([1]) })))),
    /four/,
  );
});

test('the last day always has its mark, and marks do not crowd', () => {
  const points = Array.from({ length: 60 }, (_, i) => ({
    on: `20${20 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-01` as Day,
    value: i,
  }));
  const view = lineView(options([{ label: 'Us', points }]));
  assert.deepEqual(view.dayTicks.at(-1)?.lines, ['Dec 2024']);
  for (let i = 1; i < view.dayTicks.length; i++) {
    assert.ok((view.dayTicks[i]?.x ?? 0) - (view.dayTicks[i - 1]?.x ?? 0) > 70);
  }
});

test('nothing drawn lies outside the picture, with one point, none known, or values below nought', () => {
  for (const values of [[5], [null], [], [-3, 4], [0, 0]]) {
    const view = lineView(
      options([{ label: 'Us', points: quarter(values) }], { target: { label: 'Target', value: 2 } }),
    );
    for (const { x, y } of view.lines[0]?.markers ?? []) {
      assert.ok(x >= 0 && x <= view.width && y >= 0 && y <= view.height, JSON.stringify(values));
    }
    assert.doesNotMatch(
      lineChart(options([{ label: 'Us', points: quarter(values) }])).toString(),
      /NaN|Infinity/,
    );
  }
});

test('names at the ends of lines and days under the axis stay in the picture, however long they are', () => {
  for (const label of [
    'Errors among them',
    'Answered',
    'MMMM WWWW',
    'Wwwwwwwwwwwwwwwwwwww',
    'Neighbours like us now',
  ])
    for (const value of [0, 7, 104, 123_456]) {
      const points = [
        { on: '2026-06-20' as Day, value },
        { on: '2026-12-29' as Day, value },
      ];
      const chart = options([{ label, points }], {
        format: (each) => number(each),
        formatDay: (on) => `${on} in full`,
      });
      const view = lineView(chart);
      const texts = parse(lineChart(chart).toString()).querySelectorAll('text');
      for (const text of texts) {
        const width = (text.classList.contains('app-chart__text--bold') ? boldWidth : textWidth)(
          text.textContent,
        );
        const anchor = text.getAttribute('text-anchor');
        const x =
          Number(text.getAttribute('x')) - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
        assert.ok(x >= -0.1 && x + width <= view.width, `${text.textContent}: ${x} to ${x + width}`);
      }
    }
});

test('the picture has a name and a description in words, unique to it', () => {
  const chart = parse(
    lineChart(options([{ label: 'Us', points: [{ on: day('2026-01-31'), value: 9 }] }])).toString(),
  );
  const svg = chart.querySelector('svg[role=img]');
  assert.equal(svg?.getAttribute('aria-labelledby'), 'chart-title chart-desc');
  assert.equal(chart.querySelector('#chart-title')?.textContent, 'Fewer moved');
  assert.match(chart.querySelector('#chart-desc')?.textContent ?? '', /Us: 9.0% \(January 2026\)/);
});

test('what is told on days of its own has marks and no line between them, and dashes in the table elsewhere', () => {
  const chart = options([
    { label: 'Us', points: quarter([9, 10, 11]) },
    { label: 'England', points: [quarter([1, 2])[1] ?? { on: day('2026-02-28'), value: 2 }], isApart: true },
  ]);
  const [, england] = lineView(chart).lines;
  assert.equal(england?.path, '');
  assert.equal(england?.markers.length, 1);
  assert.deepEqual(england?.label?.lines, ['England 2.0%']);
  const page = parse(lineChart(chart).toString());
  assert.deepEqual(
    page.querySelectorAll('tbody tr td:last-child').map((cell) => cell.textContent),
    ['–', '2.0%', '–'],
  );
  assert.match(page.querySelector('#chart-desc')?.textContent ?? '', /England: 2.0% \(February 2026\)/);
});

test('a target that began within the picture is drawn from its day, and its words stay inside', () => {
  const at = (from: string | undefined) => {
    const target = { label: 'Target', value: 9, from: from === undefined ? undefined : day(from) };
    const view = lineView(options([{ label: 'Us', points: quarter([9, 10, 11]) }], { target }));
    return { x: view.target?.x ?? 0, plot: view.plot };
  };
  assert.equal(at(undefined).x, at(undefined).plot.left);
  assert.equal(at('2020-01-01').x, at('2020-01-01').plot.left);
  const within = at('2026-02-28');
  assert.ok(within.x > within.plot.left + 100 && within.x < within.plot.right - 100);
  assert.ok(at('2030-01-01').x < at('2030-01-01').plot.right);
});

test('what is usual is a band that the axis holds, and points that are not are ringed and said in the table', () => {
  const chart = options([{ label: 'Us', points: quarter([9, null, 30, 12]) }], {
    limits: {
      lower: 5,
      centre: 10,
      upper: 40,
      marked: [undefined, 'A point that is not there', 'Outside its usual range', undefined],
      format: percent,
    },
  });
  const { limits, lines, plot } = lineView(chart);
  assert.ok(limits !== undefined && limits.top < limits.middle && limits.middle < limits.bottom);
  assert.ok(limits.top >= plot.top && limits.bottom <= plot.bottom);
  const [, marker] = lines[0]?.markers ?? [];
  assert.deepEqual(
    limits.rings.map(({ x, y, says }) => [x, y, says]),
    [[marker?.x, marker?.y, 'Outside its usual range']],
  );
  const drawn = parse(lineChart(chart).toString());
  assert.match(
    drawn.querySelector('.app-chart__key')?.text ?? '',
    /5\.0% to 40\.0%, about an average of 10\.0%/,
  );
  assert.match(drawn.querySelectorAll('tbody tr')[2]?.text ?? '', /Outside its usual range/);
});

test('where what is usual depends on the month before, the band moves with the line', () => {
  const chart = options([{ label: 'Us', points: quarter([10, 14, null, 30]) }], {
    limits: {
      lower: 12,
      centre: 14,
      upper: 16,
      bands: [undefined, { lower: 8, upper: 12 }, { lower: 1, upper: 2 }, { lower: 12, upper: 50 }],
      marked: [undefined, undefined, undefined, 'Further from the month before than is usual'],
      format: percent,
    },
  });
  const { limits, lines, plot } = lineView(chart);
  const xs = lines[0]?.markers.map(({ x }) => x) ?? [];
  assert.deepEqual(
    limits?.steps.map(({ x }) => x),
    [xs[1], xs[2]],
    'a point without a value or a range has no step',
  );
  for (const { top, bottom } of limits?.steps ?? [])
    assert.ok(plot.top <= top && top < bottom && bottom <= plot.bottom);
  const drawn = parse(lineChart(chart).toString());
  assert.equal(drawn.querySelectorAll('path.app-chart__band').length, 1);
  assert.match(drawn.querySelector('.app-chart__key')?.text ?? '', /usually follows the month before/);
});
