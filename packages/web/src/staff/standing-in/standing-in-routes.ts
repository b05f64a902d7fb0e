import {
  endDelegation,
  findDelegationForm,
  makeDelegation,
  type SignedIn,
  showDelegations,
  type World,
} from '@rightplace/app';
import { type Day, type Moment, mayAttempt, momentOnLondonClock } from '@rightplace/domain';
import type { FieldError } from '../../kit/index.ts';
import { type Answer, notFound, redirect } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { dayTyped } from '../day-fields.ts';
import { staffPaths } from '../paths.ts';
import { wholeNumber } from '../sign-in/sign-in-routes.ts';
import { makeDelegationPage } from './make-delegation-page.ts';
import { standingInPage } from './standing-in-page.ts';

type OfDelegation = Visit<{ readonly delegationId: string }>;

/** Those who have a list of work come from it; an administrator from the people. */
const sectionFor = ({ actor }: SignedIn, on: Day): string =>
  mayAttempt({ actor, action: 'list-my-work', on }).kind === 'may' ? 'my-work' : 'people';

const show = async (
  { signedIn, today, csrf }: Visit<unknown>,
  world: World,
  problem?: string,
): Promise<Answer> => {
  const delegations = await showDelegations(world, signedIn);
  if (delegations.kind === 'refused') return delegations;
  return standingInPage({
    delegations,
    section: sectionFor(signedIn, today),
    csrf,
    ...(problem === undefined ? {} : { problem }),
  });
};

const showForm = async (
  { signedIn, today, csrf }: Visit,
  world: World,
  again: { readonly typed?: URLSearchParams; readonly problems?: readonly FieldError[] } = {},
): Promise<Answer> => {
  const choices = await findDelegationForm(world, signedIn);
  if (choices.kind === 'refused') return choices;
  return makeDelegationPage({ choices, section: sectionFor(signedIn, today), csrf, ...again });
};

const isEmpty = (form: URLSearchParams, names: readonly string[]): boolean =>
  names.every((name) => (form.get(name) ?? '').trim() === '');

const partsOf = (prefix: string) => ['day', 'month', 'year'].map((part) => `${prefix}-${part}`);

type Typed = { readonly at: Moment | undefined } | { readonly problem: FieldError };

/** A day and a time typed beside each other; nothing at all where that may be left empty. */
const momentTyped = (form: URLSearchParams, prefix: 'from' | 'until'): Typed => {
  const time = `${prefix}-time`;
  if (prefix === 'from' && isEmpty(form, [...partsOf(prefix), time])) return { at: undefined };
  const day = dayTyped(form, prefix);
  if (day === undefined) {
    const text =
      prefix === 'until' && isEmpty(form, partsOf(prefix))
        ? 'Enter the day until which they stand in'
        : 'Enter a real day, such as 23 11 2026';
    return { problem: { field: `${prefix}-day`, text } };
  }
  const typed = (form.get(time) ?? '').trim();
  const clock = /^\d:\d\d$/.test(typed) ? `0${typed}` : typed;
  const at = /^\d\d:\d\d$/.test(clock) ? momentOnLondonClock(day, clock) : undefined;
  return at === undefined
    ? { problem: { field: time, text: 'Write a time of the day, such as 08:00 or 17:30' } }
    : { at };
};

/** Beside which field a refusal belongs. */
const FIELD_OF: Readonly<Record<string, string>> = {
  'stood-in-for-needed': 'stood-in-for',
  'not-yours-to-appoint': 'stood-in-for',
  'role-not-held': 'stood-in-for',
  'stood-in-for-already': 'stood-in-for',
  'stand-in-needed': 'stands-in',
  'for-themselves': 'stands-in',
  'appoints-themselves': 'stands-in',
  'not-senior-enough': 'stands-in',
  'reason-needed': 'reason',
  'begins-in-the-past': 'from-day',
  'ends-before-it-begins': 'until-day',
  'too-long': 'until-day',
};

const CHOICES: readonly FieldError[] = [
  { field: 'stood-in-for', text: 'Choose who is stood in for' },
  { field: 'stands-in', text: 'Choose who stands in' },
  { field: 'reason', text: 'Choose why' },
];

const make = async (visit: Visit, world: World): Promise<Answer> => {
  const { form, signedIn } = visit;
  const [from, until] = [momentTyped(form, 'from'), momentTyped(form, 'until')];
  const problems = [
    ...CHOICES.filter(({ field }) => isEmpty(form, [field])),
    ...[from, until].flatMap((typed) => ('problem' in typed ? [typed.problem] : [])),
  ];
  const again = (found: readonly FieldError[]): Promise<Answer> =>
    showForm(visit, world, { typed: form, problems: found });
  if (problems.length > 0 || 'problem' in from || 'problem' in until || until.at === undefined)
    return again(problems);
  const [forPerson = '', role = ''] = (form.get('stood-in-for') ?? '').split(':');
  const answer = await makeDelegation(world, signedIn, {
    forPerson,
    role,
    standsIn: form.get('stands-in') ?? '',
    reason: form.get('reason') ?? '',
    starts: from.at,
    ends: until.at,
  });
  if (answer.kind === 'delegation-made')
    return redirect(staffPaths.standingIn(), {
      notice: `It is recorded that ${answer.standsInName} stands in.`,
    });
  const field = FIELD_OF[answer.name];
  return field === undefined ? answer : again([{ field, text: answer.sentence }]);
};

const end = async (visit: OfDelegation, world: World): Promise<Answer> => {
  const answer = await endDelegation(world, visit.signedIn, wholeNumber(visit.params.delegationId));
  if (answer.kind === 'delegation-ended')
    return redirect(staffPaths.standingIn(), { notice: 'It has ended, from now on.' });
  if (answer.name === 'no-such-delegation') return notFound;
  return answer.name === 'over-already' ? show(visit, world, answer.sentence) : answer;
};

/** Who stands in for whom: for those who decide, those who may stand in, and those who look after people. */
export const standingInRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.standingIn,
    action: 'see-delegations',
    audit: 'nothing',
    handler: (visit, world) => show(visit, world),
  }),
  route({
    method: 'GET',
    path: staffPaths.makeDelegation,
    action: 'make-delegation',
    audit: 'nothing',
    handler: (visit, world) => showForm(visit, world),
  }),
  route({
    method: 'POST',
    path: staffPaths.makeDelegation,
    action: 'make-delegation',
    audit: 'delegation-made',
    handler: make,
  }),
  route({
    method: 'POST',
    path: staffPaths.endDelegation,
    example: { delegationId: '1' },
    action: 'end-delegation',
    audit: 'delegation-ended',
    handler: end,
  }),
];
