import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'node-html-parser';
import { contrast, number, percent, signed } from '../kit/index.ts';
import { barChart, barView } from './bars.ts';
import { flowView } from './columns.ts';
import { shareView } from './shares.ts';
import { sparkline, sparklineView } from './sparkline.ts';
import { boldWidth, fitText, nameWithFigure, spread, textWidth, wrapText } from './text-width.ts';

const frame = { id: 'chart', finding: 'A finding', subtitle: 'A measure' };
const count = (value: number): string => number(value);

test('a bar’s length is its value, from nought', () => {
  const view = barView({
    ...frame,
    rowHeader: 'Kind',
    valueHeader: 'Children',
    format: count,
    bars: [
      { label: 'a', value: 200 },
      { label: 'b', value: 100 },
      { label: 'c', value: 0 },
    ],
  });
  const [a = 0, b = 0, c = 1] = view.rows.map((row) => row.length);
  assert.ok(Math.abs(a - 2 * b) < 0.2);
  assert.equal(c, 0);
});

test('a figure that may not be shown has no bar, and the same words in picture and table', () => {
  const chart = barChart({
    ...frame,
    rowHeader: 'Kind',
    valueHeader: 'Children',
    format: count,
    missing: 'fewer than 5',
    bars: [
      { label: 'Secure', value: null },
      { label: 'Foster', value: 9 },
    ],
  });
  const root = parse(chart.toString());
  assert.equal(root.querySelector('rect')?.getAttribute('width'), '0');
  assert.ok(root.querySelectorAll('text').some((text) => text.textContent === 'fewer than 5'));
  assert.equal(root.querySelector('td')?.textContent, 'fewer than 5');
});

test('no bar reaches past its room for the value, with all at nought or none at all', () => {
  for (const values of [[], [0, 0], [1e6, 1]]) {
    const view = barView({
      ...frame,
      rowHeader: 'Kind',
      valueHeader: 'Children',
      format: count,
      bars: values.map((value) => ({ label: 'A label', value })),
    });
    for (const row of view.rows) assert.ok(view.left + row.length + boldWidth(row.text) + 6 <= view.width);
  }
});

test('shares fill the bar exactly and each neighbour can be told from the next by brightness', () => {
  const view = shareView({
    ...frame,
    formatShare: (share) => percent(share, 0),
    formatCount: count,
    rows: [{ label: 'Us', parts: [5, 4, 3, 2, 1].map((part) => ({ label: `part ${part}`, count: part })) }],
  });
  const segments = view.rows[0]?.segments ?? [];
  assert.ok(Math.abs(segments.reduce((sum, segment) => sum + segment.width, 0) - view.width) < 0.5);
  for (let i = 1; i < segments.length; i++) {
    const [before, after] = [segments[i - 1]?.colour ?? '#000000', segments[i]?.colour ?? '#000000'] as const;
    assert.ok(contrast(before, after) >= 3, `${before} beside ${after}`);
  }
});

test('a share too small for its percent is numbered as in the key', () => {
  const view = shareView({
    ...frame,
    formatShare: (share) => percent(share, 0),
    formatCount: count,
    rows: [
      {
        label: 'Us',
        parts: [
          { label: 'most', count: 96 },
          { label: 'few', count: 4 },
          { label: 'none', count: 0 },
        ],
      },
    ],
  });
  assert.deepEqual(
    view.rows[0]?.segments.map((segment) => segment.text),
    ['96%', '2', ''],
  );
  assert.deepEqual(
    view.key.map((part) => part.number),
    [1, 2, 3],
  );
});

test('comings stand above the line, goings below, and the difference at their sum', () => {
  const view = flowView({
    ...frame,
    cameLabel: 'came',
    leftLabel: 'left',
    netLabel: 'net',
    periodHeader: 'Month',
    format: count,
    formatNet: signed,
    periods: [
      { label: 'May 2026', came: 10, left: 4 },
      { label: 'June 2026', came: 3, left: 9 },
    ],
  });
  const [may, june] = view.columns;
  assert.ok(may !== undefined && june !== undefined);
  assert.ok(may.cameTop < view.zero && may.leftBottom > view.zero);
  assert.ok(may.netY < view.zero && june.netY > view.zero);
  assert.equal(june.says, 'June 2026: came 3, left 9, net −6');
});

test('two points make no small trend', () => {
  assert.equal(sparkline({ values: [null, 1, 2], label: 'Rose from 1 to 2' }).toString(), '');
});

test('a level trend lies in the middle and an empty one is empty', () => {
  assert.equal(sparklineView({ values: [5, 5, 5], label: 'level' }).end?.y, 16);
  assert.equal(sparklineView({ values: [null, null], label: 'nothing' }).end, undefined);
  assert.match(
    sparkline({ values: [1, 2, 2], label: 'Rose <from> 1 to 2' }).toString(),
    /role="img" aria-label="Rose &lt;from&gt; 1 to 2"/,
  );
});

test('cut text fits and says that it is cut', () => {
  assert.equal(fitText('Hart', 100), 'Hart');
  const cut = fitText('Lane House (children’s home)', 100);
  assert.ok(cut.endsWith('…') && textWidth(cut) <= 100);
  assert.equal(fitText('Lane House', 10), '');
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.integer({ min: 0, max: 400 }), (text, width) => {
      assert.ok(textWidth(fitText(text, width)) <= width);
    }),
  );
});

test('wrapped text keeps to its lines and loses nothing when it fits', () => {
  assert.deepEqual(wrapText('Placed with parents or others', 150), ['Placed with parents', 'or others']);
  assert.equal(wrapText('one two three four five six seven eight nine', 60).length, 2);
});

test('a line’s latest figure is told whole, however long the name before it is', () => {
  assert.deepEqual(nameWithFigure('Of them, unaccompanied', '6,540'), ['Of them,', 'unaccompanied 6,540']);
  assert.deepEqual(nameWithFigure('England', '10.4%'), ['England 10.4%']);
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: 0, max: 9_999_999 }), (name, value) => {
      const figure = value.toLocaleString('en-GB');
      const lines = nameWithFigure(name, figure);
      assert.ok(lines.length <= 2 && lines.at(-1)?.endsWith(figure));
    }),
  );
});

test('names moved apart keep their order, their distance and the range', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 8 }), (wanted) => {
      const placed = spread(wanted, 20, 0, 300);
      const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
      for (let i = 1; i < order.length; i++) {
        assert.ok((placed[order[i] ?? 0] ?? 0) - (placed[order[i - 1] ?? 0] ?? 0) >= 20 - 1e-9);
      }
      assert.ok(placed.every((at) => at <= 300 && at >= 0));
    }),
  );
});
