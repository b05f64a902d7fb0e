import type { World } from '@rightplace/app';
import {
  addPerson,
  endRoleOf,
  giveRole,
  listPeople,
  makeLinkFor,
  openPerson,
  setAccess,
  setNumberOf,
} from '@rightplace/app';
import { addDays, type Day, findDay } from '@rightplace/domain';
import type { FieldError } from '../../kit/index.ts';
import { type Answer, redirect } from '../../server/answer.ts';
import { wholeAddress } from '../../server/reached-at.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { staffPaths } from '../paths.ts';
import { wholeNumber } from '../sign-in/sign-in-routes.ts';
import { addPersonPage, peoplePage } from './people-page.ts';
import { type PersonView, personPage } from './person-page.ts';
import { SOCIAL_WORK_NUMBER } from './social-work-number-input.ts';

type OfPerson = Visit<{ readonly personId: string }>;

const EXAMPLE = { personId: '1' };

const idOf = ({ params }: OfPerson): number => wholeNumber(params.personId);

/** The person's page again, with what was typed, what was wrong with it, or a link just made. */
const showPerson = async (
  visit: OfPerson,
  world: World,
  more: Partial<Pick<PersonView, 'typed' | 'typedNumber' | 'problems' | 'link'>> = {},
): Promise<Answer> => {
  const found = await openPerson(world, visit.signedIn, idOf(visit));
  if (found.kind === 'refused') return found.name === 'no-such-person' ? { kind: 'not-found' } : found;
  return personPage({
    ...found,
    ...more,
    csrf: visit.csrf,
    today: visit.today,
    hasPasswords: world.mode === 'live',
    isSelf: visit.signedIn.person.id === found.person.id,
  });
};

const back = (visit: OfPerson, notice: string): Answer =>
  redirect(staffPaths.person({ personId: visit.params.personId }), { notice });

const END_FIELDS = ['ends-day', 'ends-month', 'ends-year'] as const;

/** The first day without the role: the day after the last one typed. Null when none was typed. */
const endsOf = (form: URLSearchParams): Day | null | undefined => {
  const typed = END_FIELDS.map((name) => (form.get(name) ?? '').trim());
  if (typed.every((text) => text === '')) return null;
  if (!typed.every((text) => /^\d{1,4}$/.test(text))) return undefined;
  const [dayOfMonth = 0, month = 0, year = 0] = typed.map(Number);
  const last = findDay(year, month, dayOfMonth);
  return last === undefined || year < 2000 || year > 2200 ? undefined : addDays(last, 1);
};

/** Beside which field a refusal belongs. */
const FIELD_OF: Readonly<Record<string, string>> = {
  'name-needed': 'name',
  'email-not-right': 'email',
  'email-taken': 'email',
  'number-not-right': SOCIAL_WORK_NUMBER,
  'number-taken': SOCIAL_WORK_NUMBER,
  'role-needed': 'role',
  'role-held': 'role',
  'own-role': 'role',
  'no-such-team': 'team',
  'team-needed': 'team',
  'service-needed': 'team',
  'end-needed': 'ends-day',
  'ends-before-it-starts': 'ends-day',
};

const giveRoleTo = async (visit: OfPerson, world: World): Promise<Answer> => {
  const { form, signedIn, today } = visit;
  const field = (name: string): string => form.get(name) ?? '';
  const again = (problem: FieldError): Promise<Answer> =>
    showPerson(visit, world, {
      problems: [problem],
      typed: {
        role: field('role'),
        team: field('team'),
        'ends-day': field('ends-day'),
        'ends-month': field('ends-month'),
        'ends-year': field('ends-year'),
      },
    });
  const ends = endsOf(form);
  if (ends === undefined)
    return again({ field: 'ends-day', text: 'The last day must be a real day, such as 31 3 2027.' });
  const teamId = field('team') === '' ? null : wholeNumber(field('team'));
  const answer = await giveRole(
    world,
    { signedIn, personId: idOf(visit) },
    { role: field('role'), teamId, starts: today, ends },
  );
  if (answer.kind === 'role-given') return back(visit, 'The role has been given. It counts from now.');
  if (answer.name === 'no-such-person') return { kind: 'not-found' };
  const where = FIELD_OF[answer.name];
  return where === undefined ? answer : again({ field: where, text: answer.sentence });
};

const afterChange = async (
  visit: OfPerson,
  world: World,
  answer: { readonly kind: string } | Extract<Answer, { kind: 'refused' }>,
  notice: string,
): Promise<Answer> => {
  if (answer.kind !== 'refused') return back(visit, notice);
  const refusal = answer as Extract<Answer, { kind: 'refused' }>;
  if (refusal.name === 'no-such-person' || refusal.name === 'no-such-role') return { kind: 'not-found' };
  if (refusal.name === 'last-administrator')
    return showPerson(visit, world, { problems: [{ field: 'role', text: refusal.sentence }] });
  return refusal;
};

/** Looking after people: for administrators. */
export const peopleRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.people,
    action: 'manage-people',
    audit: 'people-listed',
    handler: async ({ signedIn, today }, world) => {
      const answer = await listPeople(world, signedIn);
      return answer.kind === 'refused' ? answer : peoplePage(answer.people, today);
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.addPerson,
    action: 'manage-people',
    audit: 'nothing',
    handler: ({ csrf }) => addPersonPage({ csrf }),
  }),
  route({
    method: 'POST',
    path: staffPaths.addPerson,
    action: 'manage-people',
    audit: 'person-added',
    handler: async ({ signedIn, form, csrf }, world) => {
      const typed = {
        name: form.get('name') ?? '',
        email: form.get('email') ?? '',
        socialWorkNumber: form.get(SOCIAL_WORK_NUMBER) ?? '',
      };
      const answer = await addPerson(world, signedIn, typed);
      if (answer.kind === 'person-added')
        return redirect(staffPaths.person({ personId: String(answer.personId) }), {
          notice: `${typed.name.trim()} has been added. Now give them a role.`,
        });
      const field = FIELD_OF[answer.name];
      if (field === undefined) return answer;
      return addPersonPage({ csrf, typed, problem: { field, text: answer.sentence } });
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.person,
    action: 'manage-people',
    audit: 'person-opened',
    example: EXAMPLE,
    handler: (visit, world) => showPerson(visit, world),
  }),
  route({
    method: 'POST',
    path: staffPaths.giveRole,
    action: 'manage-people',
    audit: 'role-given',
    example: EXAMPLE,
    handler: giveRoleTo,
  }),
  route({
    method: 'POST',
    path: staffPaths.endRole,
    action: 'manage-people',
    audit: 'role-ended',
    example: { personId: '1', assignmentId: '1' },
    handler: async (visit, world) => {
      const who = { signedIn: visit.signedIn, personId: idOf(visit) };
      const answer = await endRoleOf(world, who, wholeNumber(visit.params.assignmentId));
      return afterChange(visit, world, answer, 'The role has ended.');
    },
  }),
  route({
    method: 'POST',
    path: staffPaths.socialWorkNumber,
    action: 'manage-people',
    audit: 'social-work-number-set',
    example: EXAMPLE,
    handler: async (visit, world) => {
      const typedNumber = visit.form.get(SOCIAL_WORK_NUMBER) ?? '';
      const who = { signedIn: visit.signedIn, personId: idOf(visit) };
      const answer = await setNumberOf(world, who, typedNumber);
      const field = answer.kind === 'refused' ? FIELD_OF[answer.name] : undefined;
      if (answer.kind === 'refused' && field !== undefined)
        return showPerson(visit, world, { typedNumber, problems: [{ field, text: answer.sentence }] });
      const isGone = answer.kind === 'number-set' && answer.socialWorkNumber === null;
      const notice = isGone
        ? 'They have no number now, so no cases of their own.'
        : 'Their number has been saved.';
      return afterChange(visit, world, answer, notice);
    },
  }),
  route({
    method: 'POST',
    path: staffPaths.setAccess,
    action: 'manage-people',
    audit: 'access-changed',
    example: EXAMPLE,
    handler: async (visit, world) => {
      const who = { signedIn: visit.signedIn, personId: idOf(visit) };
      const active = visit.form.get('active') === 'yes';
      const answer = await setAccess(world, who, active);
      const notice = active ? 'Their access has been restored.' : 'Their access has ended, everywhere.';
      return afterChange(visit, world, answer, notice);
    },
  }),
];

/** Live only: in a demonstration nobody has a password. */
export const passwordLinkRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: staffPaths.passwordLink,
    action: 'manage-people',
    audit: 'password-link-made',
    example: EXAMPLE,
    handler: async (visit, world) => {
      const answer = await makeLinkFor(world, { signedIn: visit.signedIn, personId: idOf(visit) });
      if (answer.kind === 'link-made') {
        const path = staffPaths.setPassword({ linkKey: answer.linkKey });
        return showPerson(visit, world, { link: wholeAddress(path, world, visit) });
      }
      return afterChange(visit, world, answer, '');
    },
  }),
];
