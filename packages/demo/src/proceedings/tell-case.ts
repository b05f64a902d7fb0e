import {
  ageOn,
  type ChildRecord,
  type Day,
  type Moment,
  type Role,
  startOfLondonDay,
} from '@rightplace/domain';
import type { Colleague } from '../requests/invent-requests.ts';
import { tellRequest } from '../requests/tell-request.ts';
import type { InventedCase, ToldCase } from './told-case.ts';

/** Whose child it is, and who decides beside them. */
export interface Told {
  readonly child: ChildRecord;
  readonly isNew: boolean;
  readonly worker: Colleague;
  readonly team: string;
  readonly decider: (role: Role, team: string) => Colleague | undefined;
}

/** Makes a case of what is told of it; none where the authority is too small to have somebody for each part. */
export const tellCase = (
  { workflow, begun, form, steps: told }: ToldCase,
  { child, isNew, worker, team, decider }: Told,
  asOf: Day,
): InventedCase | undefined => {
  const steps = told.flatMap(([on, step, role, said = {}]) => {
    const by = role === 'social-worker' ? worker : decider(role, team);
    return by === undefined ? [] : [{ step, by, on, said }];
  });
  if (steps.length < told.length) return undefined;
  const until: Moment = startOfLondonDay(asOf);
  const { dateOfBirth } = child.details;
  const age = dateOfBirth === undefined ? undefined : ageOn(dateOfBirth, asOf);
  return {
    workflow,
    newChild: isNew ? child : undefined,
    child: child.id,
    begunBy: worker.id,
    team,
    isFromBefore: false,
    ...tellRequest({
      workflow,
      age,
      begunBy: worker,
      begun,
      written: [{ answers: form, on: begun }],
      steps,
      until,
    }),
  };
};
