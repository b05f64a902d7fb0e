import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day, moment } from '@rightplace/domain';
import { sql } from 'kysely';
import { createAuthority } from '../authority/authorities.ts';
import type { Tx } from '../connection/database.ts';
import { asTenant } from '../connection/tenant.ts';
import { findHolesInWalls } from '../connection/tenant-walls.ts';
import { addPerson } from '../people/people.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { listPanelMeetings, type PanelMeeting, savePanelMeeting } from './panel-meetings.ts';

let db: TestDatabase;
let paige: number;
const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  asTenant(db.app, { authorityId: 'X00000001' }, work);
const outside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  asTenant(db.app, { authorityId: 'X00000002' }, work);

before(async () => {
  db = await testDatabase();
  await inside((tx) => createAuthority(tx, { name: 'Testshire' }));
  await outside((tx) => createAuthority(tx, { name: 'Elsewhere' }));
  paige = (await inside((tx) => addPerson(tx, { name: 'Paige Marsh' }))).id;
});
after(() => db.close());

const MEETING: PanelMeeting = {
  panel: 'entry-to-care-panel',
  on: day('2026-11-24'),
  revision: 1,
  startsAt: '09:30',
  place: 'County Hall, room 4',
  chair: null,
  members: [],
  calledOff: false,
};
const save = (said: Partial<PanelMeeting>) =>
  inside((tx) =>
    savePanelMeeting(tx, {
      ...MEETING,
      ...said,
      savedBy: paige,
      savedAt: moment('2026-11-20T09:00:00.000000Z'),
    }),
  );

test('a meeting is read as it was last saved, and of two who save it at once the second is told', async () => {
  assert.equal(await save({}), true);
  const held = { revision: 2, members: ['Gwen Hale', 'Dr “Ash” O’Neill, {health}'], chair: paige };
  assert.equal(await save(held), true);
  assert.equal(await save({ revision: 2, place: 'Somewhere else' }), false);
  await save({ on: day('2026-11-10'), panel: 'access-to-resources-panel' });
  const meetings = await inside(listPanelMeetings);
  assert.deepEqual(meetings, [
    { ...MEETING, on: '2026-11-10', panel: 'access-to-resources-panel' },
    { ...MEETING, ...held },
  ]);
});

test('the database refuses a time that is none, a place without a name, and members at a meeting called off', async () => {
  for (const [wrong, said] of [
    [/starts_at/, { startsAt: '24:00' }],
    [/place/, { place: '' }],
    [/nobody_is_at_a_meeting_called_off/, { calledOff: true, members: ['Gwen Hale'] }],
    [/panel_check/, { panel: 'no-panel' as PanelMeeting['panel'] }],
  ] as const)
    await assert.rejects(save({ on: day('2026-12-01'), ...said }), wrong);
});

test('cross-authority: meetings are behind their authority’s wall, and never changed or removed', async () => {
  assert.deepEqual(await outside(listPanelMeetings), []);
  for (const statement of ['delete from panel_meeting', "update panel_meeting set place = 'x'"])
    await assert.rejects(
      inside((tx) => sql.raw(statement).execute(tx)),
      /permission denied/,
    );
  assert.deepEqual(await findHolesInWalls(db.owner), []);
});
