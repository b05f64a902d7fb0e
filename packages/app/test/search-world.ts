import assert from 'node:assert/strict';
import { ALL_CHECKS, type EntryKind, londonDayOf, PLACEMENT_REQUEST, type Role } from '@rightplace/domain';
import { AN_OFFER } from '../../domain/test/search-cases.ts';
import { openFromCase } from '../src/cases/open-from-case.ts';
import { writeSearchEntry } from '../src/search/write-search-entry.ts';
import type { SignedIn } from '../src/sign-in/visitor.ts';
import type { EntryWorld } from './entry-world.ts';
import { nameOf } from './name-of.ts';

export const APPROACHED = {
  tier: 'in-house',
  provider: 'Our fostering team',
  channel: 'phone',
  'sent-on': '2026-11-23',
};

/** Ways of acting on searches in a world of entries to care. */
export const searching = (world: EntryWorld, ana: SignedIn) => {
  const who = (role: Role): Promise<SignedIn> | SignedIn => (role === 'social-worker' ? ana : world.as(role));

  const takeAll = async (id: number, steps: readonly (readonly [Role, string, object?])[]): Promise<void> => {
    for (const [role, step, said = {}] of steps) {
      const taken = await world.take(await who(role), id, step, { said: { ...said } });
      assert.equal(nameOf(taken), 'step-taken', `${step}: ${'sentence' in taken ? taken.sentence : ''}`);
    }
  };
  /** A request for care of a child new to the record, authorised. */
  const authorised = async (number: string): Promise<number> => {
    const id = await world.begin(number, ana);
    await world.fillIn(id, ana);
    await takeAll(id, [
      ['social-worker', 'submit'],
      ['team-manager', 'support'],
      ['group-manager', 'authorise'],
      ['director', 'director-authorise'],
    ]);
    return id;
  };
  const asked = async (entry: number): Promise<number> => {
    const opened = await openFromCase(world, ana, {
      id: entry,
      key: `home ${entry}`,
      to: PLACEMENT_REQUEST.id,
    });
    assert.ok(opened.kind === 'opened-from', nameOf(opened));
    return opened.id;
  };
  /** From a request that is filled in to the first tier. */
  const toSearch = async (home: number): Promise<void> => {
    await world.fillIn(home, ana);
    await takeAll(home, [
      ['social-worker', 'submit'],
      ['placements-officer', 'permit'],
      ['placements-officer', 'take-on'],
      ['placements-officer', 'ready'],
    ]);
  };
  const aSearch = async (number: string): Promise<number> => {
    const home = await asked(await authorised(number));
    await toSearch(home);
    return home;
  };

  let keys = 0;
  const write = async (
    id: number,
    kind: EntryKind,
    about: number | null = null,
    typed: Readonly<Record<string, unknown>> = {},
    role: Role | SignedIn = 'placements-officer',
  ) => {
    keys += 1;
    const person = typeof role === 'string' ? await who(role) : role;
    return writeSearchEntry(world, person, { id, kind, about, key: `entry ${keys}`, typed });
  };
  const written = async (...given: Parameters<typeof write>): Promise<number> => {
    const answer = await write(...given);
    assert.ok(
      answer.kind === 'entry-written',
      `${given[1]}: ${'sentence' in answer ? answer.sentence : ''} ${JSON.stringify('faults' in answer ? answer.faults : '')}`,
    );
    return answer.number;
  };
  /** An approach with an offer that is shared, and all of its checks where they are wanted; gives the offer’s number. */
  const anOffer = async (
    id: number,
    said: Readonly<Record<string, unknown>> = {},
    { isChecked = true }: { readonly isChecked?: boolean } = {},
  ): Promise<number> => {
    const asked = { ...APPROACHED, 'sent-on': londonDayOf(world.now()) };
    const first = await write(id, 'approach', null, asked);
    const another = { ...asked, 'about-home': `Another, ${keys}` };
    const approach =
      first.kind === 'entry-written' ? first.number : await written(id, 'approach', null, another);
    const offer = await written(id, 'offer', approach, { ...AN_OFFER, ...said });
    await written(id, 'shared', offer);
    for (const check of isChecked ? ALL_CHECKS : [])
      await written(id, 'check', offer, { check, result: 'passed', evidence: 'Seen in the file' });
    return offer;
  };
  return { who, nameOf, takeAll, authorised, asked, toSearch, aSearch, write, written, anOffer };
};

/** From a request that was sent to the placements team to one for which homes are asked as spot purchases. */
export const TO_SPOT: readonly (readonly [Role, string])[] = [
  ['placements-officer', 'permit'],
  ['placements-officer', 'take-on'],
  ['placements-officer', 'ready'],
  ['placements-officer', 'open-spot'],
];

/** From offers that are shared to one put to the director. */
export const TO_DIRECTOR: readonly (readonly [Role, string])[] = [
  ['placements-officer', 'share-offers'],
  ['social-worker', 'choose'],
  ['team-manager', 'agree-choice'],
  ['placements-officer', 'agree-terms'],
  ['placements-officer', 'propose'],
];

/** From there to the day of the move. */
export const TO_THE_MOVE: readonly (readonly [Role, string])[] = [
  ['director', 'approve'],
  ['placements-officer', 'notify'],
  ['placements-officer', 'send-contract'],
  ['placements-officer', 'confirm-move'],
];

/** From the approval on, where an agreement was made that nobody has signed yet. */
export const TO_AN_UNSIGNED_MOVE: readonly (readonly [Role, string, object?])[] = [
  ...TO_THE_MOVE.slice(1, 3),
  [
    'placements-officer',
    'confirm-move',
    { 'contract-signed': 'no', 'not-signed-why': 'Both sign next week.' },
  ],
];
