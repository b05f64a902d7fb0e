import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, addMonths, type Day, day } from '@rightplace/domain';
import { parse } from 'node-html-parser';
import { dayAxis } from './day-axis.ts';
import { type JourneyOptions, journeyPicture } from './journey.ts';
import { journeyView } from './journey-view.ts';

const TODAY = day('2026-11-21');
const journey = (more: Partial<JourneyOptions>): JourneyOptions => ({
  id: 'journey',
  finding: 'One home',
  subtitle: 'Where Kofi lived',
  lanes: [],
  events: [],
  today: TODAY,
  ...more,
});
const home = (stretches: JourneyOptions['lanes'][number]['stretches']) => [{ label: 'home', stretches }];

test('the first day in care can be seen, and its name stands beside it', () => {
  const view = journeyView(
    journey({ lanes: home([{ starts: TODAY, ends: null, label: 'Mrs Hart', isMove: true }]) }),
  );
  const bar = view.lanes[0]?.bars[0];
  assert.ok(bar !== undefined && bar.width >= 3 && bar.goesOn);
  assert.deepEqual([bar.text, bar.isTextAfter], ['Mrs Hart', true]);
});

test('a night in eighteen years can be seen', () => {
  const born = addMonths(TODAY, -216);
  const view = journeyView(
    journey({
      lanes: home([
        { starts: born, ends: addDays(born, 1), label: 'Emergency' },
        { starts: addDays(born, 1), ends: null, label: 'Lowe' },
      ]),
    }),
  );
  assert.equal(view.lanes[0]?.bars[0]?.width, 3);
  assert.equal(view.lanes[0]?.bars[0]?.text, '');
});

test('marks of the axis are days, months or years, never crowded and never outside', () => {
  for (const days of [0, 1, 5, 14, 40, 100, 200, 400, 800, 2000, 4000, 6570, 7000]) {
    const axis = dayAxis(addDays(TODAY, -days), TODAY, 80, 940);
    assert.ok(axis.marks.length >= 1, `${days} days`);
    for (const [i, mark] of axis.marks.entries()) {
      assert.ok(mark.x >= 80 && mark.x <= 940);
      const before = axis.marks[i - 1];
      if (before) assert.ok(mark.x - before.x >= 60, `${days} days: ${before.text} and ${mark.text}`);
    }
  }
  assert.deepEqual(
    dayAxis(day('2024-01-01'), day('2026-12-31'), 0, 900)
      .marks.map(({ text }) => text)
      .slice(0, 2),
    ['Jan 2024', 'Jul 2024'],
  );
});

test('moves are numbered in order, in the picture and in the table', () => {
  const stretches = ['a', 'b', 'c'].map((label, i) => ({
    starts: addMonths(TODAY, i * 4 - 12),
    ends: i === 2 ? null : addMonths(TODAY, i * 4 - 8),
    label,
    isMove: true,
    why: `because of ${label}`,
  }));
  const options = journey({ lanes: home(stretches) });
  assert.deepEqual(
    journeyView(options).moves.map((move) => move.number),
    [1, 2, 3],
  );
  const cells = parse(journeyPicture(options).toString()).querySelectorAll('tbody tr td:last-child');
  assert.deepEqual(
    cells.map((cell) => cell.textContent),
    ['Move 1 because of a', 'Move 2 because of b', 'Move 3 because of c'],
  );
});

test('numbers of moves close together lie on two levels, and beyond that are left to the table', () => {
  const starts = addMonths(TODAY, -200);
  const nights = Array.from({ length: 6 }, (_, i) => ({
    starts: addDays(starts, i * 3),
    ends: i === 5 ? null : addDays(starts, i * 3 + 3),
    label: `Night ${i}`,
    isMove: true,
  }));
  const { moves } = journeyView(journey({ lanes: home(nights) }));
  assert.deepEqual(
    moves.map((move) => (move.numbered ? move.level : 'mark')),
    [0, 1, 'mark', 'mark', 'mark', 'mark'],
  );
});

test('time between two periods of care is shown as such', () => {
  const periods = [
    { starts: day('2020-01-01'), ends: day('2021-01-01') },
    { starts: day('2023-01-01'), ends: null },
  ];
  const stretches = periods.map((period) => ({ ...period, label: 'Home' }));
  const view = journeyView(journey({ lanes: home(stretches), periodsOfCare: periods }));
  assert.equal(view.gaps.length, 1);
  assert.equal(view.gaps[0]?.text, 'not in care');
  assert.ok((view.gaps[0]?.x ?? 0) >= (view.lanes[0]?.bars[0]?.x ?? 0));
  const following = [
    { starts: day('2020-01-01'), ends: day('2021-01-01') },
    { starts: day('2021-01-01'), ends: null },
  ];
  assert.deepEqual(journeyView(journey({ lanes: home(stretches), periodsOfCare: following })).gaps, []);
});

test('events on one day are drawn one under another; those there is no room for are counted and in the table', () => {
  const events = Array.from({ length: 7 }, (_, i) => ({
    on: day('2025-05-01'),
    label: `Event ${i}`,
    symbol: 'circle' as const,
    kind: 'review',
  }));
  const options = journey({
    lanes: home([{ starts: day('2025-01-01'), ends: null, label: 'Lowe' }]),
    events,
  });
  const view = journeyView(options);
  assert.equal(new Set(view.points.map((point) => point.y)).size, view.points.length);
  assert.equal(view.points.length + view.notDrawn, 7);
  const rows = parse(journeyPicture(options).toString()).querySelectorAll('tbody tr');
  assert.equal(rows.length, 8);
});

test('a name cut in the picture is whole in its tooltip and in the table', () => {
  const full = 'Lane House, a children’s home in Eastmere';
  const stretches = [
    { starts: day('2006-01-01'), ends: day('2007-06-01'), label: 'Lane House', full },
    { starts: day('2007-06-01'), ends: null, label: 'Lowe' },
  ];
  const drawn = parse(journeyPicture(journey({ lanes: home(stretches) })).toString());
  assert.ok(drawn.querySelectorAll('svg path title').some((title) => title.textContent?.includes(full)));
  assert.ok(drawn.querySelectorAll('th[scope=row]').some((cell) => cell.textContent === full));
});

test('nothing is drawn outside the picture, even when the record goes beyond today', () => {
  const later: Day = addMonths(TODAY, 3);
  const view = journeyView(
    journey({
      lanes: home([
        { starts: addMonths(TODAY, -1), ends: later, label: 'Until then' },
        { starts: later, ends: null, label: 'Planned' },
      ]),
      events: [{ on: addMonths(TODAY, 4), label: 'Review', symbol: 'circle', kind: 'review' }],
    }),
  );
  for (const bar of view.lanes.flatMap((lane) => lane.bars))
    assert.ok(bar.x >= view.left && bar.x + bar.width <= view.width);
  for (const point of view.points) assert.ok(point.x <= view.right && point.y < view.axisY);
});
