import { stepsFrom, type Workflow } from './workflow.ts';

/**
 * Whether a case in a state goes on only by the child's own reviewing officer. Where nobody is that child's, it stands there, and
 * nobody's list has it.
 */
export const goesOnByOfficer = (workflow: Workflow, state: string): boolean => {
  const decisions = stepsFrom(workflow, state).filter(
    ({ kind }) => kind === 'support' || kind === 'authorise',
  );
  return (
    decisions.length > 0 && decisions.every(({ who }) => who.every((role) => role === 'reviewing-officer'))
  );
};
