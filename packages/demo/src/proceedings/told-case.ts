import type { Answers, ChildRecord, Day, Role, Workflow } from '@rightplace/domain';
import type { Told } from '../requests/tell-request.ts';

/** A step on a day, in whose part, and what was said in taking it. */
export type CaseStep = readonly [on: Day, step: string, by: Role, said?: Readonly<Record<string, unknown>>];

/** A case as it is told, before anybody in particular takes its steps. */
export interface ToldCase {
  readonly workflow: Workflow;
  readonly begun: Day;
  readonly form: Answers;
  readonly steps: readonly CaseStep[];
}

/** A case with all that happened to it, ready to be kept. */
export interface InventedCase extends Told {
  readonly workflow: Pick<Workflow, 'id' | 'version'>;
  /** The child it is for, where the record does not have them. */
  readonly newChild: ChildRecord | undefined;
  readonly child: ChildRecord['id'];
  readonly begunBy: string;
  readonly team: string;
  /** Whether it was opened from the case of the same child that stands before it. */
  readonly isFromBefore: boolean;
}
