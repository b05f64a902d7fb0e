import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  entryMeaning,
  LATE_WHY,
  LONGEST_MESSAGE,
  londonDayOf,
  OUTSIDE_TIERS_WHY,
  PASSED_OVER_WHY,
  READ_BY_PROVIDERS,
  TELLS_NOBODY,
} from '@rightplace/domain';
import { listSearchEntries } from '@rightplace/store';
import { askForHome } from '../../test/home-requests.ts';
import { nameOf } from '../../test/name-of.ts';
import { aPortalWorld, type PortalWorld } from '../../test/portal-world.ts';
import { profileApproved } from '../../test/profile-approved.ts';
import { TO_SPOT } from '../../test/search-world.ts';
import { answerReferral } from '../portal/answer-referral.ts';
import { openReferral } from '../portal/referrals.ts';
import { approachHomes, type HomesToApproach } from '../search/approach-homes.ts';
import { type EntryToWrite, writeSearchEntry } from '../search/write-search-entry.ts';
import { answerFindings } from './approve-profile.ts';
import { showProfile } from './show-profile.ts';

let world: PortalWorld;
let id: number;
let referral: number;
let question: number;
let home: number;
let forms = 0;
const key = (): string => `words ${(forms += 1)}`;
before(async () => {
  world = await aPortalWorld();
  ({ caseId: id, referral } = await world.aReferral('NM100879'));
  home = await world.add({ name: 'Gull House', providerId: String(world.other) });
  await world.openHome(home, 4);
  const { visitor } = await world.someoneOf(world.zed, 'Kit Harrow');
  const asked = { caseId: id, referral, kind: 'question', offer: undefined, key: key() } as const;
  await answerReferral(world, visitor, { ...asked, typed: { words: 'Is there a school nearby?' } });
  question = (await entries()).find(({ kind }) => kind === 'question')?.number ?? 0;
});
after(() => world.close());

const entries = () => world.inside((tx) => listSearchEntries(tx, id));

type Said = Pick<HomesToApproach, 'channel' | 'words' | 'lookedAt'>;
const approach = (said: Said) =>
  approachHomes(world, world.officer, { id, key: key(), settings: [home], ...said });
const write = (entry: Pick<EntryToWrite, 'kind' | 'about' | 'typed' | 'lookedAt'>) =>
  writeSearchEntry(world, world.officer, { id, key: key(), ...entry });

/** Every way in which somebody writes what a provider reads. */
const WAYS = {
  'an approach by the portal': (words: string) => approach({ channel: 'portal', words }),
  'an approach by e-mail': (words: string) => approach({ channel: 'email', words }),
  'an approach by e-mail that is logged': (words: string) =>
    write({
      kind: 'approach',
      about: null,
      typed: {
        tier: 'spot',
        provider: 'Fen Homes',
        channel: 'email',
        'sent-on': londonDayOf(world.now()),
        words,
      },
    }),
  'an answer to a question': (words: string) => write({ kind: 'answer', about: question, typed: { words } }),
  'an outcome': (words: string) =>
    write({ kind: 'outcome', about: referral, typed: { outcome: 'not-chosen', words } }),
  'what else they are told': (words: string) =>
    write({ kind: 'outcome', about: referral, typed: { outcome: 'shortlisted', more: words } }),
} as const;

const NEVER = [
  'Number NM100879',
  'She lives at 8 Punt Yard',
  '3 The Green',
  'NHS number 943 476 5919',
  'She is of PE34 4BO',
];
const LOOKED_AT = [
  'Her mum Jane',
  'Her mother Jane Doe is ill',
  'She goes to Lanternby village school',
  'close to Tyler Oldsluice',
  'a home near Saltmere',
  'Brindle likes it',
];

for (const [way, say] of Object.entries(WAYS))
  test(`words in ${way} that may tell who the child is are refused, whichever they are`, async () => {
    const before = (await entries()).length;
    for (const words of [...NEVER, ...LOOKED_AT]) {
      const answer = await say(words);
      assert.equal(nameOf(answer), 'tells-who', `${words}: ${JSON.stringify(answer)}`);
      assert.equal('toLookAt' in answer && answer.toLookAt.length > 0, LOOKED_AT.includes(words), words);
    }
    assert.equal((await entries()).length, before, 'nothing was written');
  });

test('words that were looked at go out, and who said why they tell nobody is in the log and in the audit', async () => {
  const words = 'She would like a home near Saltmere';
  const refused = await approach({ channel: 'portal', words });
  assert.ok('toLookAt' in refused);
  const keys = refused.toLookAt;
  assert.equal(
    nameOf(await approach({ channel: 'portal', words, lookedAt: { keys, words, why: ' ' } })),
    'tells-who',
  );
  const why = 'A town of many thousands';
  const of = { channel: 'portal', lookedAt: { keys, words, why } } as const;
  const other = await approach({ ...of, words: 'Her aunt lives near Saltmere' });
  assert.equal(nameOf(other), 'tells-who', 'the reason was said of other words');
  const sent = await approach({ ...of, words });
  assert.ok(sent.kind === 'homes-approached', JSON.stringify(sent));
  const entry = (await entries()).find(({ number }) => number === sent.numbers[0]);
  assert.equal(entry?.said[TELLS_NOBODY], `“Saltmere”: ${why}`);
  const [audit] = await world.audited('provider-words-answered');
  assert.equal(audit?.subject?.id, 'NM100879');
  assert.match(JSON.stringify(audit?.detail), /"words":\["Saltmere"\]/);
  const { visitor } = await world.someoneOf(world.other, 'Peg Tolland');
  const seen = await openReferral(world, visitor, { caseId: id, referral: sent.numbers[0] ?? 0 });
  assert.ok(seen.kind === 'referral' && seen.referral.words === words);
  assert.doesNotMatch(JSON.stringify(seen), /A town of many/, 'the reason is the staff’s own');
});

test('no reason lets out what tells who the child is', async () => {
  const words = 'She lives at 8 Punt Yard';
  const typed = { words, [TELLS_NOBODY]: 'They know already' };
  const lookedAt = { keys: ['words/address/8 Punt Yard'], words };
  assert.equal(nameOf(await write({ kind: 'answer', about: question, typed, lookedAt })), 'tells-who');
});

test('a reason that nobody needs is not kept', async () => {
  const typed = { words: 'Yes, two miles away.', [TELLS_NOBODY]: 'It is nothing' };
  const answer = await write({ kind: 'answer', about: question, typed });
  assert.ok(answer.kind === 'entry-written');
  const entry = (await entries()).find(({ number }) => number === answer.number);
  assert.deepEqual(entry?.said, { words: 'Yes, two miles away.' });
});

test('a provider is written to by its own name and that of its home, and a telephone call is the staff’s own note', async () => {
  const words = 'Is there a place at Gull House? Please answer by 3 December 2026.';
  assert.equal(nameOf(await approach({ channel: 'email', words })), 'homes-approached');
  const said = { channel: 'phone', words: 'Spoke of her mum Jane' } as const;
  assert.equal(nameOf(await approach(said)), 'homes-approached');
});

test('an ordinary word that was let by in the approved profile is not asked about again', async () => {
  const search = await askForHome(world, world.ana_, {
    number: 'NM100880',
    changes: { 'school-name': 'Hill Grange School', likes: 'Runs up the hill.' },
  });
  await world.acting.takeAll(search, TO_SPOT);
  const view = await showProfile(world, world.officer, search);
  assert.ok(view.kind === 'profile');
  const of = { id: search, channel: 'email', settings: [home] } as const;
  const ask = (words: string) => approachHomes(world, world.officer, { ...of, key: key(), words });
  const answered = await answerFindings(world, world.officer, {
    id: search,
    key: key(),
    findings: view.findings.map((one) => one.key),
    why: '',
  });
  assert.ok(answered.kind === 'findings-answered' && answered.count === 1, JSON.stringify(answered));
  await profileApproved(world, world.officer, search);
  for (const words of ['Is there a Hill?', 'She goes to hill'])
    assert.equal(nameOf(await ask(words)), 'tells-who', words);
  assert.equal(nameOf(await ask('A garden with a hill would be good.')), 'homes-approached');
  const elsewhere = await write({
    kind: 'answer',
    about: question,
    typed: { words: 'A garden with a hill.' },
  });
  assert.equal(nameOf(elsewhere), 'entry-written', 'no school is so called there');
});

test('each of several who are asked at once is written to by its own name, and reads no other’s', async () => {
  const [tern, wren] = [
    await world.add({ name: 'Tern Lodge', providerId: String(world.other), urn: 'SC981001' }),
    await world.add({ name: 'Wren Hall', providerId: String(world.other), urn: 'SC981002' }),
  ];
  for (const home of [tern, wren]) await world.openHome(home, 2);
  const words = 'Is one of the 3 Tern Lodge places free?';
  const ask = (settings: readonly number[]) =>
    approachHomes(world, world.officer, { id, key: key(), settings, channel: 'email', words });
  const both = await ask([tern, wren]);
  assert.ok('toLookAt' in both, JSON.stringify(both));
  assert.match(both.sentence, /“3 Tern Lodge”/);
  assert.equal(nameOf(await ask([tern])), 'homes-approached');
});

test('somebody’s name is theirs though the home that is asked is called the same', async () => {
  const home = await world.add({ name: 'Sarah Whitby', providerId: String(world.other), urn: 'SC981003' });
  await world.openHome(home, 2);
  const ask = (words: string) =>
    approachHomes(world, world.officer, { id, key: key(), settings: [home], channel: 'email', words });
  for (const words of ['Her aunt Sarah Whitby is near', 'Sarah Whitby is her aunt'])
    assert.equal(nameOf(await ask(words)), 'tells-who', words);
  assert.equal(nameOf(await ask('Does Sarah Whitby have a place?')), 'homes-approached');
});

/** Words of every day, as many characters as asked. */
const long = (characters: number): string =>
  'and so on '
    .repeat(characters / 10 + 1)
    .slice(0, characters - 1)
    .concat('.');

for (const [way, say] of Object.entries(WAYS))
  test(`words in ${way} of more than 2,000 characters are refused, and told how many they are`, async () => {
    const before = (await entries()).length;
    const answer = await say(long(2001));
    assert.match(JSON.stringify(answer), /Use at most 2,000 characters\. You wrote 2,001/);
    assert.equal((await entries()).length, before, 'nothing was written');
  });

test('2,000 characters go', async () => {
  const words = long(2000);
  const answer = await write({ kind: 'answer', about: question, typed: { words } });
  assert.equal(nameOf(answer), 'entry-written', JSON.stringify(answer).slice(0, 400));
});

test('everything that a provider reads or writes as a message is as short', () => {
  const unread = [TELLS_NOBODY, OUTSIDE_TIERS_WHY, PASSED_OVER_WHY, LATE_WHY];
  for (const kind of [...READ_BY_PROVIDERS, 'question', 'declined', 'withdrawn'] as const)
    for (const ask of entryMeaning(kind).asks)
      if (ask.kind === 'text' && !unread.includes(ask.name))
        assert.equal(ask.atMost, LONGEST_MESSAGE, `${kind}: ${ask.label}`);
});
