import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, childId, day, POLICY, type Scope } from '@rightplace/domain';
import { type AgreementWorld, anAgreementWorld, TYPED } from '../../test/agreement-world.ts';
import { aChild, anEpisode, worker } from '../../test/children-world.ts';
import { openRestrictedRecord } from '../child/open-restricted.ts';
import { makeAgreement } from '../payment/make-agreement.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { placementPanelOfChild } from './placement-panel-of-child.ts';

const JUNO = childId('PP1');
const HELD = childId('PP2');
let world: AgreementWorld;
let ana: SignedIn;
before(async () => {
  world = await anAgreementWorld();
  ana = (await world.signIn(world.ana)).signedIn;
  const juno = aChild('PP1', {
    details: { givenName: 'Juno', familyName: 'Saltby', dateOfBirth: day('2014-05-03') },
    facts: [worker('SW1001')],
    episodes: [anEpisode({ decom: '2024-02-01' })],
  });
  await world.saveChildren([juno, { ...juno, id: HELD, restricted: true }], '2026-11-20T09:00:00Z');
});
after(() => world.close());

const told = async (who: SignedIn, id = JUNO): Promise<string> => {
  const found = await placementPanelOfChild(world, who, id);
  return found === undefined
    ? 'not told'
    : `${found.isExternal ? 'external' : 'own'}: ${found.first.join(' ')}`;
};

/** To a children's home, with everything that the agreement for it asks a week. */
const move = async (): Promise<void> => {
  await world.saveChildren(
    [
      aChild('PP1', {
        details: { givenName: 'Juno', familyName: 'Saltby', dateOfBirth: day('2014-05-03') },
        facts: [worker('SW1001')],
        episodes: [
          anEpisode({ decom: '2024-02-01', dec: '2026-11-01', reasonPlaceChange: 'CREQB' }),
          anEpisode({ decom: '2026-11-01', rne: 'P', place: 'K2', provider: 'PR4', postcode: 'PE21 0AB' }),
        ],
      }),
    ],
    '2026-11-21T09:00:00Z',
  );
  const caseId = await world.search('PP1', '2026-11-01');
  const officer = await world.as('placements-officer');
  const typed = { ...TYPED, 'core-weekly': '7000' };
  const made = await makeAgreement(world, officer, { caseId, key: 'agree', typed });
  assert.equal(made.kind, 'agreement-saved', JSON.stringify(made));
};

test('as soon as a move is recorded, those who see what is put before panels are told that its panel looks at it, and why first', async () => {
  assert.equal(await told(ana), 'own: ');
  await move();
  assert.equal(await told(ana), 'external: high-cost young-in-residential additional-cost');
});

/** East is Ana’s team and service; the roles in tests are of it, or of the authority. */
const reaches = (scope: Scope | undefined): boolean =>
  scope === 'authority' || scope === 'team' || scope === 'service';

test('each role is told as the policy has it, and of what follows from a price only where it sees prices', async () => {
  for (const role of ALL_ROLES) {
    const policy = POLICY[role];
    const expected = !reaches(policy['see-panel-case'])
      ? 'not told'
      : reaches(policy['see-agreement'])
        ? 'external: high-cost young-in-residential additional-cost'
        : 'external: young-in-residential';
    assert.equal(await told(await world.as(role)), expected, role);
  }
  assert.equal(await told((await world.signIn(world.ben)).signedIn), 'not told');
});

test('of a restricted record nothing is told until it is opened with a reason', async () => {
  assert.equal(await told(ana, HELD), 'not told');
  const opened = await openRestrictedRecord(world, ana, { id: HELD, reason: 'To prepare for the panel' });
  assert.notEqual(opened.kind, 'refused', JSON.stringify(opened));
  assert.equal(await told(ana, HELD), 'own: ');
});
