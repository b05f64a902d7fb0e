import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { SaidByProvider } from '@rightplace/domain';
import { holdSearchLog, listSearchEntries } from '@rightplace/store';
import { sql } from 'kysely';
import { disclosing, PORTAL_OFFER } from '../../test/disclosing-stages.ts';
import { nameOf } from '../../test/name-of.ts';
import { aPortalWorld, type PortalWorld } from '../../test/portal-world.ts';
import { answerReferral } from './answer-referral.ts';
import type { PortalVisitor } from './portal-session.ts';

let world: PortalWorld;
let kit: PortalVisitor;
let nell: PortalVisitor;
let forms = 0;
before(async () => {
  world = await aPortalWorld();
  kit = (await world.someoneOf(world.zed, 'Kit Harrow')).visitor;
  nell = (await world.someoneOf(world.zed, 'Nell Voss')).visitor;
});
after(() => world.close());

type Sent = Awaited<ReturnType<PortalWorld['aReferral']>>;
type Form = {
  readonly kind?: SaidByProvider;
  readonly key?: string;
  readonly known?: number;
  readonly offer?: number;
  readonly who?: PortalVisitor;
};

const DEARER = { ...PORTAL_OFFER, 'core-weekly': '5100' };

const send = (
  sent: Sent,
  typed: Readonly<Record<string, unknown>> = PORTAL_OFFER,
  { kind = 'offer', key, known, offer, who = kit }: Form = {},
) =>
  answerReferral(world, who, {
    ...sent,
    kind,
    offer,
    known,
    key: key ?? `form ${(forms += 1)}`,
    typed,
  });

const written = async ({ caseId }: Sent, kind: SaidByProvider = 'offer') =>
  (await world.inside((tx) => listSearchEntries(tx, caseId))).filter((entry) => entry.kind === kind);
const count = async (sent: Sent, kind?: SaidByProvider) => (await written(sent, kind)).length;

test('the same offer from a second form is one offer, by whomever of the provider it is sent', async () => {
  const sent = await world.aReferral('T same');
  assert.equal(nameOf(await send(sent)), 'referral-answered');
  for (const who of [kit, nell]) {
    const again = await send(sent, PORTAL_OFFER, { who });
    assert.ok(again.kind === 'offer-sent-before', nameOf(again));
    assert.equal(again.offer.home, PORTAL_OFFER.home);
  }
  assert.equal(await count(sent), 1);
});

test('another offer from a form that did not know of the first is put back, and goes out once it does', async () => {
  const sent = await world.aReferral('T other');
  await send(sent);
  const other = await send(sent, DEARER, { known: 0 });
  assert.ok(other.kind === 'refused' && other.name === 'other-offers-sent', nameOf(other));
  assert.deepEqual(
    other.offers.map(({ core }) => core),
    [485_000],
  );
  assert.equal(await count(sent), 1);
  assert.equal(nameOf(await send(sent, DEARER, { known: other.known })), 'referral-answered');
  assert.equal(await count(sent), 2);
});

test('an offer that was withdrawn is in nobody’s way, and can be made again as it was', async () => {
  const sent = await world.aReferral('T withdrawn');
  await send(sent, PORTAL_OFFER, { key: 'first' });
  const [offer] = await written(sent);
  await send(sent, { words: 'Somebody else moves in' }, { kind: 'withdrawn', offer: offer?.number ?? 0 });
  assert.equal(nameOf(await send(sent, PORTAL_OFFER, { key: 'first' })), 'referral-answered');
  assert.equal(await count(sent), 2);
});

test('a form sent twice is one answer, and what was changed in it after going back is not lost', async () => {
  const sent = await world.aReferral('T back');
  const twice = async (typed: Readonly<Record<string, unknown>>, form: Form) => {
    for (const _ of [1, 2]) assert.equal(nameOf(await send(sent, typed, form)), 'referral-answered');
  };
  await twice({ words: 'Is there a dog?' }, { kind: 'question', key: 'asked' });
  assert.equal(await count(sent, 'question'), 1);
  await twice({ words: 'Is there a cat?' }, { kind: 'question', key: 'asked' });
  assert.equal(await count(sent, 'question'), 2);
  await twice(PORTAL_OFFER, { key: 'offered' });
  assert.equal(await count(sent), 1);
  assert.equal(nameOf(await send(sent, DEARER, { key: 'offered' })), 'other-offers-sent');
  assert.equal(nameOf(await send(sent, DEARER, { key: 'offered', known: 1 })), 'referral-answered');
  assert.equal(await count(sent), 2);
});

test('who has an offer that stands does not decline beside it, and declines once it is withdrawn', async () => {
  const sent = await world.aReferral('T declines');
  await send(sent);
  const decline = () => send(sent, { reason: 'no-place' }, { kind: 'declined' });
  assert.equal(nameOf(await decline()), 'offer-stands');
  const [offer] = await written(sent);
  await send(sent, { words: 'No place now' }, { kind: 'withdrawn', offer: offer?.number ?? 0 });
  assert.equal(nameOf(await decline()), 'referral-answered');
});

test('whatever a form says of itself, an answer is written or refused: none is lost to another form, answer or home', async () => {
  const sent = await world.aReferral('T forms');
  const second = await world.add({ name: 'Second Lodge' });
  await world.openHome(second, 2);
  const home = { ...sent, referral: await disclosing(world).askAlso(sent.caseId, second) };
  const ask = (words: string, key: string, of: Sent = sent) => send(of, { words }, { kind: 'question', key });
  for (const [words, key, of] of [
    ['Without a number?', '', sent],
    ['One home?', 'forms', sent],
    ['One home?', 'forms', home],
    ['A second number?', 'other 2', sent],
    ['A first number?', 'other', sent],
    ['Another number?', 'other', sent],
  ] as const)
    assert.equal(nameOf(await ask(words, key, of)), 'referral-answered', words);
  assert.equal(await count(sent, 'question'), 6);
  await send(sent, PORTAL_OFFER, { key: 'offers' });
  const [offer] = await written(sent);
  assert.equal(nameOf(await ask('No place now', 'offers')), 'referral-answered');
  const withdrawal = { kind: 'withdrawn', offer: offer?.number ?? 0, key: 'offers' } as const;
  assert.equal(nameOf(await send(sent, { words: 'No place now' }, withdrawal)), 'referral-answered');
  assert.equal(await count(sent, 'withdrawn'), 1, 'a question in the same words is no withdrawal');
});

const waiting = async (): Promise<number> => {
  const { rows } = await sql<{ waiting: number }>`select count(*)::integer as waiting from pg_locks
    where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())`.execute(
    world.database.owner,
  );
  return rows[0]?.waiting ?? 0;
};

/** Both are sent before either can be written: the log is held until both wait for it. */
const atOnce = async <T>({ caseId }: Sent, sends: readonly (() => Promise<T>)[]): Promise<readonly T[]> => {
  const both = await world.inside(async (tx) => {
    await holdSearchLog(tx, caseId);
    const sending = sends.map((one) => one());
    const ends = Date.now() + 20_000;
    while ((await waiting()) < sends.length)
      assert.ok(
        Date.now() < ends,
        'saboteur: an offer that does not wait for the log is sent beside another',
      );
    return { sending };
  });
  return Promise.all(both.sending);
};

test('of the same offer twice at once one is sent, and of two others one is put back', async () => {
  const same = await world.aReferral('T at once');
  const answers = await atOnce(same, [() => send(same), () => send(same, PORTAL_OFFER, { who: nell })]);
  assert.deepEqual(answers.map(nameOf).toSorted(), ['offer-sent-before', 'referral-answered']);
  assert.equal(await count(same), 1);
  const other = await world.aReferral('T others at once');
  const others = await atOnce(other, [() => send(other), () => send(other, DEARER)]);
  assert.deepEqual(others.map(nameOf).toSorted(), ['other-offers-sent', 'referral-answered']);
  assert.equal(await count(other), 1);
});
