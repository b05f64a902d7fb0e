import {
  CARE_PROCEEDINGS,
  type ChildRefusal,
  type Day,
  refused,
  type TimetableMark,
  timetableMarks,
} from '@rightplace/domain';
import { asTenantReading } from '@rightplace/store';
import { findCaseFor } from '../cases/find-case.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { type ProceedingsLine, proceedingsLine } from './proceedings-line.ts';

export interface TimetableView {
  readonly kind: 'timetable';
  readonly line: ProceedingsLine;
  /** Undefined while no application has been issued. */
  readonly marks: readonly TimetableMark[] | undefined;
  readonly today: Day;
}

/** Care proceedings as a line of weeks. The page records that the child was seen. */
export const viewTimetable = (
  world: World,
  signedIn: SignedIn,
  id: number,
): Promise<TimetableView | ChildRefusal> =>
  asTenantReading(
    world.db,
    { authorityId: signedIn.authority.id, personId: signedIn.person.id },
    async (tx) => {
      const found = await findCaseFor(tx, { world, signedIn }, { id, to: 'see' });
      if (found.kind === 'refused') return found;
      const { workflow, stored, now, evidence, loaded } = found;
      const line = proceedingsLine(workflow, stored, { now, form: evidence?.answers, loaded });
      return line === undefined || workflow.id !== CARE_PROCEEDINGS.id
        ? refused('out-of-reach', 'There are no such proceedings among those of the children you work with.')
        : { kind: 'timetable', line, marks: timetableMarks(now.events, loaded.today), today: loaded.today };
    },
  );
