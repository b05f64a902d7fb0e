import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_CHECKS, ALL_ROLES, type ContractKey, day, POLICY } from '@rightplace/domain';
import { asTenantReading, listContractTerms } from '@rightplace/store';
import { AN_OFFER } from '../../../domain/test/search-cases.ts';
import { nameOf } from '../../test/name-of.ts';
import { aRegisterWorld, type RegisterWorld } from '../../test/register-world.ts';
import { APPROACHED, searching, TO_DIRECTOR } from '../../test/search-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { listContracts, tellContractTerms } from '../register/contract-terms.ts';
import { tellOfFramework } from '../register/save-provider.ts';
import { approachHomes } from '../search/approach-homes.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { agreementDocument } from './agreement-document.ts';
import { beginAgreement, makeAgreement } from './make-agreement.ts';

let world: RegisterWorld;
let hub: SignedIn;
let acting: ReturnType<typeof searching>;
let lodge: number;
before(async () => {
  world = await aRegisterWorld();
  hub = await world.hub();
  acting = searching(world, (await world.signIn(world.ana)).signedIn);
  lodge = await world.add({ name: 'Samphire Lodge', urn: 'SC990100', postcode: 'PE21 0AB' });
  await world.openHome(lodge, 3);
  const on = { name: 'Fenland Homes', placements: 'residential', from: day('2026-01-01') };
  const told = { providerId: world.zed, lastDay: undefined, ...on };
  assert.equal((await tellOfFramework(world, hub, told)).kind, 'provider-saved');
});
after(() => world.close());

const FENLAND: ContractKey = { placements: 'residential', framework: 'Fenland Homes' };
const SPOT_HOMES: ContractKey = { placements: 'residential', framework: '' };
const TERMS = {
  starts: '2026-04-01',
  covers: 'Board, care, a keyworker and 30 miles of driving a week.',
  notice: '28 days, in writing',
  away: 'All of it for 14 nights, then 60%.',
  fees: 'Once a year in April, by the vote of the members.',
};
let forms = 0;
const tell = (of: ContractKey, typed: Readonly<Record<string, unknown>>, who = hub, key?: string) => {
  forms += 1;
  return tellContractTerms(world, who, { of, key: key ?? `terms ${forms}`, typed });
};
const toldNow = async () =>
  asTenantReading(world.db, { authorityId: NORTHMARSH }, (tx) => listContractTerms(tx));

/** A home that the director approved, as it was priced, of whoever was called from the list or by a name. */
const approved = async (child: string, basis: string, provider?: string): Promise<number> => {
  const id = await acting.aSearch(child);
  await acting.takeAll(id, [['placements-officer', 'open-framework']]);
  const called = async (): Promise<number | undefined> => {
    const asked = { id, key: `call ${child}`, settings: [lodge], channel: 'phone', words: '' } as const;
    const answer = await approachHomes(world, hub, asked);
    assert.ok(answer.kind === 'homes-approached', JSON.stringify(answer));
    return answer.numbers[0];
  };
  const typed = { ...APPROACHED, tier: 'framework', provider };
  const approach =
    provider === undefined ? await called() : await acting.written(id, 'approach', null, typed);
  const { 'children-there': _, terms: __, ...said } = AN_OFFER as Record<string, string>;
  const offer = await acting.written(id, 'offer', approach, {
    ...said,
    home: 'Samphire Lodge',
    'home-kind': 'childrens-home',
    registered: 'yes',
    urn: 'SC990100',
    address: '4 Samphire Way, Wharfby',
    postcode: 'PE21 0AB',
    conditions: 'No more than two visits a week',
    staff: 'Five, of whom two at night',
    'price-basis': basis,
  });
  await acting.written(id, 'shared', offer);
  for (const check of ALL_CHECKS)
    await acting.written(id, 'check', offer, { check, result: 'passed', evidence: 'Seen in the file' });
  await acting.takeAll(id, [...TO_DIRECTOR, ['director', 'approve']]);
  return id;
};
const given = async (caseId: number) => {
  const begun = await beginAgreement(world, hub, caseId);
  assert.ok(begun.kind === 'to-agree', nameOf(begun));
  return begun.given;
};

test('whoever keeps the register tells the terms of a framework that a provider is on, and nobody else does', async () => {
  for (const role of ALL_ROLES) {
    const who = await world.as(role);
    const mayKeep = POLICY[role]['keep-register'] !== undefined;
    const answer = await tell(SPOT_HOMES, { ...TERMS, notice: `As ${role} says` }, who);
    assert.equal(answer.kind === 'terms-told', mayKeep, role);
    const seen = await listContracts(world, who);
    assert.equal(seen.kind === 'contracts', POLICY[role]['see-register'] !== undefined, role);
  }
  assert.equal(nameOf(await tell({ ...FENLAND, framework: 'Nowhere' }, TERMS)), 'no-such-contract');
  assert.equal(nameOf(await tell({ ...FENLAND, placements: 'fostering' }, TERMS)), 'no-such-contract');
});

test('terms that lack their first day, what they cover or notice are not taken, and each fault says where', async () => {
  const answer = await tell(FENLAND, { away: 'Nothing' });
  assert.ok('faults' in answer);
  assert.deepEqual(
    answer.faults.map(({ question }) => question),
    ['starts', 'covers', 'notice'],
  );
});

test('a form sent twice is told once, what was told before stays', async () => {
  const before = (await toldNow()).length;
  assert.equal((await tell(FENLAND, TERMS, hub, 'twice')).kind, 'terms-told');
  assert.equal((await tell(FENLAND, TERMS, hub, 'twice')).kind, 'terms-told');
  assert.equal(
    (await tell(FENLAND, { ...TERMS, starts: '2027-04-01', notice: '42 days' })).kind,
    'terms-told',
  );
  assert.equal((await toldNow()).length, before + 2);
  const found = await listContracts(world, hub);
  assert.ok(found.kind === 'contracts');
  const contract = found.contracts.find(({ framework }) => framework === 'Fenland Homes');
  assert.deepEqual(
    [contract?.inForce?.starts, contract?.told.map(({ starts }) => starts), contract?.providers?.length],
    ['2026-04-01', ['2027-04-01', '2026-04-01'], 1],
  );
});

test('a provider who was approached by the whole of its name has its own terms, and nobody else’s name has', async () => {
  const begun = await given(await approved('C name', 'framework', ' zed  Homes '));
  assert.deepEqual([begun['bought-under'], begun['notice']], ['Fenland Homes', '28 days, in writing']);
  const other = await given(await approved('C part', 'framework', 'Zed'));
  assert.deepEqual([other['bought-under'], other['notice']], [undefined, undefined]);
});

test('the agreement of a home bought by a framework begins with its terms and what was offered, and keeps them when others are told', async () => {
  const caseId = await approved('C1', 'framework');
  const begun = await given(caseId);
  assert.equal(begun['bought-under'], 'Fenland Homes');
  assert.equal(begun['notice'], '28 days, in writing');
  assert.equal(begun['covers'], 'Board, care, a keyworker and 30 miles of driving a week.');
  assert.equal(
    begun['conditions'],
    'No more than two visits a week',
    'beside the terms, under their own name',
  );
  assert.match(
    begun['contract-terms'] as string,
    /^While the child is away: All of it for 14 nights, then 60%\.\n\nFees: Once/,
  );
  const made = await makeAgreement(world, hub, {
    caseId,
    key: 'agreed',
    typed: { ...begun, 'starts-on': '2026-12-01', 'core-weekly': '450', outcomes: 'School every day' },
  });
  assert.ok(made.kind === 'agreement-saved', JSON.stringify(made));
  await tell(FENLAND, { ...TERMS, notice: '7 days' });
  const written = await agreementDocument(world, hub, made.id);
  assert.ok(written?.kind === 'agreement-document');
  const text = JSON.stringify(written.document.blocks);
  for (const said of [
    'Fenland Homes',
    '28 days, in writing',
    '4 Samphire Way, Wharfby, PE21 0AB',
    'SC990100',
    'Zed Homes',
    'Five, of whom two at night',
    'then 60%',
  ])
    assert.ok(text.includes(said), said);
  assert.ok(!text.includes('7 days'), 'what is told later is for agreements made later');
});

test('an agreement says once how it is bought: by its framework or contract, or else on which terms it is priced', async () => {
  await tell(SPOT_HOMES, { ...TERMS, notice: '14 days' });
  const saidOf = async (child: string, basis: string): Promise<readonly string[]> => {
    const caseId = await approved(child, basis);
    const typed = { ...(await given(caseId)), 'starts-on': '2026-12-01', 'core-weekly': '450' };
    const made = await makeAgreement(world, hub, {
      caseId,
      key: `agreed ${child}`,
      typed: { covers: 'Board', notice: '28 days', ...typed, outcomes: 'School every day' },
    });
    assert.ok(made.kind === 'agreement-saved', JSON.stringify(made));
    const written = await agreementDocument(world, hub, made.id);
    assert.ok(written?.kind === 'agreement-document');
    return written.document.blocks.flatMap((block) =>
      block.kind === 'facts'
        ? block.facts.flatMap(({ label, paragraphs }) =>
            /priced|bought under/.test(label) ? [`${label}: ${paragraphs.join(' ')}`] : [],
          )
        : [],
    );
  };
  assert.deepEqual(await saidOf('C4', 'spot'), [
    'Framework or contract that it is bought under: Spot purchase',
  ]);
  assert.deepEqual(await saidOf('C5', 'in-house'), ['On which terms it is priced: The authority’s own']);
});

test('a home bought spot has the terms of spot purchase, and one’s own has none', async () => {
  await tell(SPOT_HOMES, { ...TERMS, notice: '14 days' });
  const spot = await given(await approved('C2', 'spot'));
  assert.deepEqual([spot['bought-under'], spot['notice']], ['Spot purchase', '14 days']);
  const own = await given(await approved('C3', 'in-house'));
  assert.deepEqual([own['bought-under'], own['notice']], [undefined, undefined]);
  assert.equal(own['conditions'], 'No more than two visits a week', 'what was offered is there all the same');
});
