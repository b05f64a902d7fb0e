import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day } from '@rightplace/domain';
import { asTenant, asTenantReading, createAuthority, listPanelMeetings } from '@rightplace/store';
import { aPanelWorld, type PanelWorld, TODAY } from '../../test/panel-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { panelsRun } from '../panel/panels-run.ts';
import { givePanels } from './give-panels.ts';

const REAL = 'E10000097';
let world: PanelWorld;
before(async () => {
  world = await aPanelWorld();
  await asTenant(world.db, { authorityId: REAL }, (tx) => createAuthority(tx, { name: 'A real one' }));
});
after(() => world.close());

type Invent = Parameters<typeof givePanels>[1];

/** A meeting of last week and one of next week, by the first person there is; nothing where there is nobody. */
const invent: Invent = ({ staff }) => ({
  since: day('2026-10-01'),
  meetings: (staff.length === 0 ? [] : ['2026-11-20', '2026-11-30']).map((on) => ({
    panel: 'entry-to-care-panel',
    on: day(on),
    startsAt: '09:30',
    place: 'Room 4',
    chair: staff[0]?.id ?? '',
    members: on < TODAY ? ['Gwen Hale'] : [],
    arrangedBy: staff[0]?.id ?? '',
    arrangedOn: day('2026-10-02'),
  })),
  cases: [],
});

test('a demonstration that never said whether it runs panels runs both, with meetings, once; no real authority does', async () => {
  const runIn = (authorityId: string) =>
    asTenantReading(world.db, { authorityId }, async (tx) => [
      (await panelsRun(tx, TODAY)).size,
      (await listPanelMeetings(tx)).length,
    ]);
  await world.as('placements-officer');
  await givePanels(world, invent);
  await givePanels(world, invent);
  assert.deepEqual(
    [await runIn(NORTHMARSH), await runIn(REAL)],
    [
      [2, 2],
      [0, 0],
    ],
  );
  const meetings = await asTenantReading(world.db, { authorityId: NORTHMARSH }, listPanelMeetings);
  assert.deepEqual(
    meetings.map(({ members }) => members),
    [['Gwen Hale'], []],
  );
});

test('an authority that has said whether it runs panels keeps to what it has', async () => {
  const none = await aPanelWorld();
  try {
    await none.runPanels();
    await givePanels(none, invent);
    assert.deepEqual(await asTenantReading(none.db, { authorityId: NORTHMARSH }, listPanelMeetings), []);
  } finally {
    await none.close();
  }
});
