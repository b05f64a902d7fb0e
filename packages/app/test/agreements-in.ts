import assert from 'node:assert/strict';
import type { Answers, EntryKind } from '@rightplace/domain';
import { addSearchEntry, asTenant } from '@rightplace/store';
import { type AgreementView, openAgreement } from '../src/payment/agreement-view.ts';
import { makeAgreement, saveAgreementChange } from '../src/payment/make-agreement.ts';
import type { SignedIn } from '../src/sign-in/visitor.ts';
import { type AgreementWorld, TYPED } from './agreement-world.ts';
import { nameOf } from './name-of.ts';
import { NORTHMARSH } from './world.ts';

type Typed = Readonly<Record<string, unknown>>;

/** Agreements made, seen and changed by an officer. */
export const agreementsIn = (world: AgreementWorld, officer: SignedIn) => {
  const made = async (caseId: number, typed: Typed = TYPED): Promise<number> => {
    const answer = await makeAgreement(world, officer, { caseId, key: `make ${caseId}`, typed });
    assert.ok(answer.kind === 'agreement-saved', JSON.stringify(answer));
    return answer.id;
  };
  const seen = async (id: number, who = officer): Promise<AgreementView> => {
    const view = await openAgreement(world, who, id);
    assert.ok(view?.kind === 'agreement', nameOf(view));
    return view;
  };
  let changes = 0;
  const change = async (id: number, what: string, typed: Typed) => {
    changes += 1;
    const { version: basedOn } = await seen(id);
    return saveAgreementChange(world, officer, { id, what, basedOn, key: `change ${changes}`, typed });
  };
  return { made, seen, change };
};

/**
 * Lane House as the second home that is offered in a search, which is the one that was chosen; and a figure that somebody proposed
 * since, where one is given. Written down by somebody, whoever may.
 */
export const laneHouseOffered = (
  world: AgreementWorld,
  who: SignedIn,
  { caseId, said, figure }: { readonly caseId: number; readonly said: Answers; readonly figure?: Answers },
): Promise<void> =>
  asTenant(world.db, { authorityId: NORTHMARSH }, async (tx) => {
    const by = { person: String(who.person.id), part: { role: 'placements-officer' } } as const;
    const write = (kind: EntryKind, about: number | null, answers: Answers): Promise<number> =>
      addSearchEntry(tx, caseId, {
        at: world.now(),
        by,
        kind,
        about,
        said: answers,
        key: `${kind} ${JSON.stringify(answers)}`,
      });
    const approach = await write('approach', null, { tier: 'framework', provider: 'Saltings Homes' });
    await write('offer', approach, { home: 'Mill Cottage', 'core-weekly': '4000.00' });
    const offer = await write('offer', approach, { home: 'Lane House', ...said });
    if (figure !== undefined) await write('figure', offer, figure);
  });

/** The rows of a CSV without quoted cells, below its first line. */
export const rowsOf = (text: string): readonly (readonly string[])[] =>
  text
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(','));
