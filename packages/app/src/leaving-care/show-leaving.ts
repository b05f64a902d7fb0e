import {
  type ChildId,
  type ChildRecord,
  type ChildRefusal,
  type CollectionYear,
  codeTitle,
  collectionYearOf,
  type Day,
  findFactYear,
  findWatched,
  leftFor,
  londonDayOf,
  mayAttempt,
  REASONS_CEASED,
  type Refusal,
  refused,
  stateMeaning,
  type Watched,
  type Workflow,
} from '@rightplace/domain';
import { asTenantReading, listCasesOf } from '@rightplace/store';
import { caseNow, clockOf } from '../cases/find-case.ts';
import { findChildFor } from '../child/view-child.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { findNotFor, LEAVING } from './begin-leaving.ts';

/** A case of leaving care of one child. */
export interface LeavingCase {
  readonly id: number;
  readonly stateTitle: string;
  readonly since: Day;
  readonly isOver: boolean;
}

/** One of the ways, as it is for this child today. */
export interface LeavingWay {
  readonly workflow: Pick<Workflow, 'id' | 'title'>;
  /** Newest first. */
  readonly cases: readonly LeavingCase[];
  /** Why it cannot be begun now; undefined when it can, and by whoever looks. */
  readonly refusal: Refusal | undefined;
}

export interface ChildLeaving {
  readonly kind: 'child-leaving';
  readonly ways: readonly LeavingWay[];
  readonly mayBegin: boolean;
  readonly watched: (Watched & { readonly why: string }) | undefined;
  /** How care ended, of a child who is not in care now and was. */
  readonly left: Left | undefined;
}

interface Left {
  readonly on: Day;
  /** In words; undefined where none is recorded. */
  readonly reason: string | undefined;
  /** The collection year whose return asks about the adoption that ended care, where nothing of it is entered. */
  readonly adoptionToTell: CollectionYear | undefined;
}

const findLeft = (
  { periodsOfCare, facts }: Pick<ChildRecord, 'periodsOfCare' | 'facts'>,
  today: Day,
): Left | undefined => {
  const last = periodsOfCare.at(-1);
  if (last === undefined || last.ends === null || last.ends > today) return undefined;
  const { ends: on, endReason } = last;
  const year = collectionYearOf(on);
  const isTold = facts.some((fact) => fact.kind === 'ad1' && findFactYear(fact) === year);
  return {
    on,
    reason: endReason === null ? undefined : codeTitle(REASONS_CEASED, endReason),
    adoptionToTell: leftFor(endReason) === 'adopted' && !isTold ? year : undefined,
  };
};

/** How a child may leave care, what was begun of it, and whether they came back. */
export const showLeaving = (
  world: World,
  signedIn: SignedIn,
  id: ChildId,
): Promise<ChildLeaving | ChildRefusal> =>
  asTenantReading(
    world.db,
    { authorityId: signedIn.authority.id, personId: signedIn.person.id },
    async (tx) => {
      const at = world.now();
      const today = londonDayOf(at);
      const asked = { id, action: 'see-leaving-care', asKnown: { asOf: today, knownAt: undefined } } as const;
      const found = await findChildFor(tx, { world, signedIn }, asked);
      if (found.kind === 'refused') return found;
      const clock = await clockOf(tx, today);
      const stored = await listCasesOf(tx, id);
      const ways = LEAVING.map((workflow): LeavingWay => {
        const cases = stored
          .filter((one) => one.workflow === workflow.id)
          .map((one): LeavingCase => {
            const now = caseNow(workflow, one, [], { clock, at });
            const { title, ended } = stateMeaning(workflow, now.state);
            return {
              id: one.id,
              stateTitle: title,
              since: londonDayOf(now.since),
              isOver: ended === true,
            };
          })
          .toReversed();
        const isOpen = cases.some(({ isOver }) => !isOver);
        const refusal = isOpen
          ? refused('begun-already', 'It is open already.')
          : findNotFor(found.present, workflow, today);
        return { workflow: { id: workflow.id, title: workflow.title }, cases, refusal };
      });
      const watched = findWatched(found.present, today);
      const begin = mayAttempt({ actor: signedIn.actor, action: 'begin-leaving-care', on: today });
      return {
        kind: 'child-leaving',
        ways,
        mayBegin: begin.kind === 'may',
        left: findLeft(found.present, today),
        watched: watched && { ...watched, why: codeTitle(REASONS_CEASED, watched.reason) },
      };
    },
  );
