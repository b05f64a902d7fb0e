import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Answers, type EntryKind, textSaid } from '@rightplace/domain';
import { addSearchEntry, asTenant } from '@rightplace/store';
import { type AgreementWorld, anAgreementWorld, plainFrom } from '../../test/agreement-world.ts';
import { agreementsIn } from '../../test/agreements-in.ts';
import { nameOf as name } from '../../test/name-of.ts';
import { NORTHMARSH } from '../../test/world.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { beginAvoidance, draftAvoidance } from './draft-avoidance.ts';

let world: AgreementWorld;
let officer: SignedIn;
before(async () => {
  world = await anAgreementWorld();
  officer = await world.as('placements-officer');
});
after(() => world.close());

const MOVED = '2026-07-01';
const STAFFING = { what: '2:1 staffing', starts: MOVED, why: 'The first months' };

interface Offered {
  readonly home?: string;
  readonly core: string;
  readonly staffing?: string;
  readonly withdrawn?: true;
}

/** A search in which its second offer was chosen and agreed at £5,600, with what was offered in it; each on a day of its own. */
const offeredIn = async (child: string, offers: readonly Offered[]): Promise<number> => {
  const caseId = await world.search(child, MOVED);
  const by = { person: String(officer.person.id), part: { role: 'placements-officer' } } as const;
  await asTenant(world.db, { authorityId: NORTHMARSH }, async (tx) => {
    const write = (kind: EntryKind, about: number | null, said: Answers, key: string): Promise<number> =>
      addSearchEntry(tx, caseId, { at: world.now(), by, kind, about, said, key: `${kind} ${key}` });
    const approach = await write('approach', null, { tier: 'framework', provider: 'Saltings Homes' }, '');
    for (const [place, { home = 'Lane House', core, staffing, withdrawn }] of offers.entries()) {
      const additions = staffing === undefined ? [] : [{ ...STAFFING, weekly: staffing }];
      const said = { home, 'home-kind': 'childrens-home', 'core-weekly': core, additions };
      const offer = await write('offer', approach, said, String(place));
      if (withdrawn) await write('withdrawn', offer, {}, String(place));
    }
  });
  return agreementsIn(world, officer).made(caseId, plainFrom(MOVED));
};
const begun = async (agreement: number, of = 'Core fee') => {
  const form = await beginAvoidance(world, officer, { agreement, of });
  assert.ok(form?.kind === 'to-draft', name(form));
  return form;
};
const toDraft = async (agreement: number) => {
  const { avoided } = await agreementsIn(world, officer).seen(agreement);
  return {
    told: avoided.toDraft?.map(({ of, before: first, after: paid }) => [of, first, paid]),
    kept: avoided.neverFell,
  };
};
const LINE = {
  of: 'Core fee',
  forum: 'placements-forum',
  category: 'rate',
  'agreed-on': '2026-06-20',
  before: '5900',
  after: '5600',
  first: MOVED,
  last: '2026-09-30',
  'why-weeks': 'Until it is looked at again',
  evidence: 'E-mails',
};

test('a price that was raised before it was agreed came down from nothing: no line is begun or invited, and it is said why', async () => {
  const agreement = await offeredIn('NM1', [
    { core: '5500.00', withdrawn: true },
    { core: '5900.00' },
    { home: 'Mill Cottage', core: '4000.00' },
  ]);
  const { told, kept } = await toDraft(agreement);
  assert.deepEqual(told, []);
  assert.equal(kept?.length, 1);
  assert.match(
    kept?.[0] ?? '',
    /^Core fee: £5,600 a week was agreed, and the same home was offered at £5,500 a week on \d+ \w+ \d{4} \(withdrawn\)\./,
  );
  const form = await begun(agreement);
  assert.deepEqual(form.given, {});
  assert.deepEqual(form.neverFell, kept);
  const typed = await draftAvoidance(world, officer, {
    agreement,
    insteadOf: undefined,
    key: 'a raised price',
    typed: LINE,
  });
  assert.ok(typed?.kind === 'refused' && typed.name === 'not-drafted', name(typed));
  assert.equal(typed.faults[0]?.question, 'before');
  assert.match(typed.faults[0]?.sentence ?? '', /offered at £5,500 a week on .* Enter that, or less/);
});

test('a line begins with the lowest price at which its home was offered, and its evidence names every offer of it', async () => {
  const agreement = await offeredIn('NM6', [
    { core: '5800.00', withdrawn: true },
    { core: '5900.00' },
    { home: 'lane  house', core: '6000.00' },
    { home: 'Mill Cottage', core: '4000.00' },
  ]);
  assert.deepEqual((await toDraft(agreement)).told, [['Core fee', 580_000, 560_000]]);
  const { given, neverFell } = await begun(agreement);
  assert.deepEqual(neverFell, []);
  assert.equal(given.before, '5800.00');
  const evidence = textSaid(given.evidence);
  assert.match(evidence, /^Offered at £5,800 a week on \d+ \w+ \d{4}, and withdrawn on \d+ \w+ \d{4}\./);
  assert.match(evidence, /\nOffered at £5,900 a week on \d+ \w+ \d{4}: this offer was agreed\./);
  assert.match(evidence, /\nOffered at £6,000 a week on \d+ \w+ \d{4}\./);
  assert.doesNotMatch(evidence, /4,000/, 'another home is another price');
  const line = { ...LINE, before: '5800' };
  const answer = await draftAvoidance(world, officer, {
    agreement,
    insteadOf: undefined,
    key: 'the lowest',
    typed: line,
  });
  assert.equal(name(answer), 'avoidance-drafted');
});

test('an addition that one offer of the home came without was never brought down from what another asked for it', async () => {
  const agreement = await offeredIn('NM2', [
    { core: '5600.00', withdrawn: true },
    { core: '5600.00', staffing: '2800.00' },
  ]);
  const { told, kept } = await toDraft(agreement);
  assert.deepEqual(told, []);
  assert.match(kept?.[0] ?? '', /^2:1 staffing: .* came without it/);
  const cheaper = await offeredIn('NM4', [
    { core: '5600.00', staffing: '700.00' },
    { core: '5600.00', staffing: '2800.00' },
  ]);
  assert.deepEqual((await toDraft(cheaper)).told, [['2:1 staffing', 70_000, 0]]);
});
