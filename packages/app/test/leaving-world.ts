import { type ChildRecord, childId, day, EVERY_WORKFLOW, type Role } from '@rightplace/domain';
import { addReviewingAllocations, asTenant, asTenantReading } from '@rightplace/store';
import { answersTo } from '../../domain/test/cases.ts';
import { openCase } from '../src/cases/open-case.ts';
import { takeStep } from '../src/cases/take-step.ts';
import { beginLeaving } from '../src/leaving-care/begin-leaving.ts';
import type { SignedIn } from '../src/sign-in/visitor.ts';
import { aChild, anEpisode, worker } from './children-world.ts';
import { anEntryWorld, type EntryWorld } from './entry-world.ts';
import { NORTHMARSH } from './world.ts';

/** When the world's clock stands, on Monday 23 November 2026. */
export const TODAY = '2026-11-23';

export interface LeavingWorld extends EntryWorld {
  /** A young person of Ana's and of the one reviewing officer's, of that age today, in care by agreement since January. */
  readonly inCare: (id: string, age: number, status?: string) => Promise<string>;
  readonly beginFor: (id: string, workflow: string, who?: SignedIn) => Promise<number>;
  /** Takes a step of a case of leaving care with everything answered. */
  readonly step: (
    who: SignedIn,
    id: number,
    step: string,
    said?: Readonly<Record<string, unknown>>,
  ) => ReturnType<typeof takeStep>;
  /** An asking to leave care that the director has authorised. */
  readonly authorised: (id: string) => Promise<number>;
  /** The record as it is now. */
  readonly record: (id: string) => Promise<ChildRecord>;
}

export const aLeavingWorld = async (): Promise<LeavingWorld> => {
  const world = await anEntryWorld();
  const ana = async (): Promise<SignedIn> => (await world.signIn(world.ana)).signedIn;
  const inCare: LeavingWorld['inCare'] = async (id, age, ls = 'V2') => {
    const dateOfBirth = day(`${2026 - age}-05-01`);
    const child = aChild(id, {
      details: { givenName: 'Ash', familyName: 'Fenmere', sex: 'M', dateOfBirth, ethnicity: 'WBRI' },
      facts: [worker('SW1001')],
      episodes: [anEpisode({ decom: '2026-01-12', ls })],
    });
    await world.saveChildren([child], '2026-11-02T09:00:00Z');
    const officer = (await world.as('reviewing-officer')).person.id;
    const since = { child: childId(id), starts: day('2026-01-12'), person: officer };
    await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) =>
      addReviewingAllocations(tx, [since], { at: world.now(), by: 'Invented for a test' }),
    );
    return id;
  };
  const beginFor: LeavingWorld['beginFor'] = async (id, workflow, who) => {
    const begun = await beginLeaving(world, who ?? (await ana()), {
      key: `begin ${id} ${workflow}`,
      child: childId(id),
      workflow,
    });
    if (begun.kind !== 'leaving-begun') throw new Error(begun.sentence);
    return begun.id;
  };
  const step: LeavingWorld['step'] = async (who, id, name, said = {}) => {
    const view = await openCase(world, who, id);
    const seen = view.kind === 'case' ? view.seen : 0;
    return takeStep(world, who, {
      id,
      step: name,
      key: `${name} ${seen}`,
      seen,
      said: { ...answersTo(asksOf(name)), ...said },
    });
  };
  const authorised: LeavingWorld['authorised'] = async (child) => {
    const id = await beginFor(child, 'self-discharge');
    await world.fillIn(id, await ana());
    const ways: readonly (readonly [Role | 'ana', string])[] = [
      ['ana', 'give-view'],
      ['ana', 'offer-advocate'],
      ['reviewing-officer', 'review'],
      ['director', 'authorise'],
    ];
    for (const [role, name] of ways) {
      const answer = await step(role === 'ana' ? await ana() : await world.as(role), id, name);
      if (answer.kind !== 'step-taken') throw new Error(`${name}: ${answer.sentence}`);
    }
    return id;
  };
  const record: LeavingWorld['record'] = (id) =>
    asTenantReading(world.db, { authorityId: NORTHMARSH }, async (tx) => {
      const found = (await world.ledgers.load(tx, NORTHMARSH, undefined)).childById.get(childId(id));
      if (found === undefined) throw new Error(`There is no ${id}`);
      return found;
    });
  return { ...world, inCare, beginFor, step, authorised, record };
};

/** What a step of that name asks, in whichever process: more answers than are asked do no harm. */
const asksOf = (name: string) =>
  EVERY_WORKFLOW.flatMap(({ steps }) => steps.find(({ id }) => id === name)?.asks ?? []);
