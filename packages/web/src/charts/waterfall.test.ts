import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html } from '../kit/html.ts';
import { type WaterfallColumn, waterfallChart, waterfallView } from './waterfall.ts';

const options = (columns: readonly WaterfallColumn[]) => ({
  id: 'steps',
  finding: 'Those who went moved it most',
  subtitle: 'Children looked after',
  columns,
  format: String,
  formatStep: (value: number) => (value > 0 ? `+${value}` : String(value)),
  figures: html`<table></table>`,
});
const level = (label: string, value: number | null): WaterfallColumn => ({ kind: 'level', label, value });
const step = (label: string, value: number | null): WaterfallColumn => ({ kind: 'step', label, value });

test('each step begins where the one before ended', () => {
  const { columns } = waterfallView(
    options([level('Then', 900), step('Gone', 880), step('Come', 910), level('Now', 910)]),
  );
  const [then, gone, come, now] = columns.map(({ bar }) => bar);
  assert.deepEqual(
    columns.map(({ text }) => text),
    ['900', '-20', '+30', '910'],
  );
  assert.deepEqual([gone?.way, come?.way], ['down', 'up']);
  assert.equal(gone?.top, ((then?.top ?? 0) + (then?.bottom ?? 0)) / 2);
  assert.equal(come?.bottom, gone?.bottom);
  assert.equal(come?.top, ((now?.top ?? 0) + (now?.bottom ?? 0)) / 2);
});

test('a step of nothing can still be seen, and one that leaves nobody has no bar', () => {
  const [, same, nobody] = waterfallView(
    options([level('Then', 5), step('Gone', 5), step('Come', null)]),
  ).columns;
  assert.ok(same?.bar !== undefined && same.bar.bottom > same.bar.top);
  assert.equal(nobody?.bar, undefined);
  assert.match(nobody?.says ?? '', /nobody to count/);
});

test('the picture says every step to those who do not see it', () => {
  const drawn = waterfallChart(options([level('Then', 5), step('Gone', 3), level('Now', 3)])).toString();
  assert.match(drawn, /Then: 5\. Gone: -2, to 3\. Now: 3\./);
});
