import { askForCheck, listOwnWork, returnReadiness, type World } from '@rightplace/app';
import { type Action, collectionYearLabel, mayAttempt } from '@rightplace/domain';
import { type Answer, notFound, redirect } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { staffPaths } from '../paths.ts';
import { whileWorking } from '../work/while-working.ts';
import { workbenchLink } from '../workbench/workbench-link.ts';
import { readYear } from './readiness-links.ts';
import { readinessPage } from './readiness-page.ts';

/** Whether a link to it is worth drawing. A purpose is asked for on the next page. */
export const may = ({ signedIn: { actor }, today }: Visit, action: Action): boolean => {
  const answer = mayAttempt({ actor, action, on: today });
  return answer.kind === 'may' || answer.name === 'purpose-needed';
};

const showReadiness = async (visit: Visit, world: World, problem?: string): Promise<Answer> => {
  const collectionYear = readYear(visit.query, visit.today);
  const readiness = await returnReadiness(world, visit.signedIn, { collectionYear });
  if (readiness.kind === 'refused') return readiness.name === 'no-such-year' ? notFound : readiness;
  return readinessPage({
    readiness,
    csrf: visit.csrf,
    authority: visit.signedIn.authority.name,
    mayExport: may(visit, 'export-return'),
    mayLoad: may(visit, 'preview-import'),
    workbench: workbenchLink(visit, world),
    works: await listOwnWork(world, visit.signedIn),
    problem,
  });
};

const checkNow = async (visit: Visit, world: World): Promise<Answer> => {
  const collectionYear = readYear(visit.query, visit.today);
  const to = staffPaths.returnReadiness({ year: collectionYear });
  const notice = 'The return has been checked just now.';
  return whileWorking<CheckOutcome>(visit, world, {
    action: 'check-return',
    title: `Checking the return of ${collectionYearLabel(collectionYear)}`,
    sameness: `check ${collectionYear}`,
    job: (telling) => askForCheck(telling, visit.signedIn, { collectionYear }),
    endOf: (outcome) =>
      outcome.kind === 'checked'
        ? { kind: 'go', to, notice }
        : { kind: 'refused', sentence: outcome.sentence, back: to },
    answer: (outcome) =>
      outcome.kind === 'checked' ? redirect(to, { notice }) : notChecked(visit, world, outcome),
  });
};

type CheckOutcome = Awaited<ReturnType<typeof askForCheck>>;

const notChecked = (
  visit: Visit,
  world: World,
  outcome: Extract<CheckOutcome, { kind: 'refused' }>,
): Answer | Promise<Answer> => {
  switch (outcome.name) {
    case 'no-such-year':
      return notFound;
    case 'nothing-to-check':
    case 'too-large':
      return showReadiness(visit, world, outcome.sentence);
    default:
      return outcome;
  }
};

export const readinessRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.returnReadiness,
    action: 'see-return-readiness',
    audit: 'return-readiness-viewed',
    recordsItself: true,
    handler: (visit, world) => showReadiness(visit, world),
  }),
  route({
    method: 'POST',
    path: staffPaths.checkReturn,
    action: 'check-return',
    audit: 'return-checked',
    handler: checkNow,
  }),
];
