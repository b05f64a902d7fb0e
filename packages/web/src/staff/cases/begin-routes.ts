import { beginEntry, type World } from '@rightplace/app';
import { childId, type Sex } from '@rightplace/domain';
import { asAnotherForm } from '../../server/another-form.ts';
import { type Answer, redirect } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { dayTyped } from '../day-fields.ts';
import { staffPaths } from '../paths.ts';
import { beginPage } from './begin-page.ts';
import { caseBegunIn } from './begun-link.ts';

/** Beside which field a refusal belongs; the number unless said. */
const FIELDS: Readonly<Record<string, string>> = {
  'name-needed': 'given-name',
  'birth-needed': 'born-day',
  'birth-to-come': 'born-day',
};

const begin = async (visit: Visit, world: World, emergency: boolean): Promise<Answer> => {
  const { form, signedIn, csrf } = visit;
  const text = (name: string): string => (form.get(name) ?? '').trim();
  const number = text('number');
  const named = text('given-name') !== '' || text('family-name') !== '';
  const sex = text('sex');
  const born = dayTyped(form, 'born');
  const answer = await beginEntry(world, signedIn, {
    key: text('_key'),
    emergency,
    child: named
      ? {
          kind: 'new',
          number,
          givenName: text('given-name'),
          familyName: text('family-name'),
          dateOfBirth: born,
          expectedOn: dayTyped(form, 'expected'),
          sex: sex === 'F' || sex === 'M' || sex === 'U' ? (sex satisfies Sex) : undefined,
        }
      : { kind: 'known', id: childId(number) },
  });
  if (answer.kind === 'entry-begun') return redirect(staffPaths.case({ caseId: String(answer.id) }));
  if (answer.name === 'not-your-role') return answer;
  const field = FIELDS[answer.name] ?? 'number';
  const sentence =
    !named && answer.name === 'out-of-reach'
      ? 'No child you work with has this number. For a child who is new, enter their name and date of birth too.'
      : answer.sentence;
  return beginPage({
    csrf,
    emergency,
    typed: answer.name === 'said-otherwise' ? asAnotherForm(form) : form,
    problems: [{ field, text: sentence }],
    begun: caseBegunIn(answer),
  });
};

/** The two ways into care: where there is time to ask first, and where there is none. */
export const beginRoutes: readonly Route[] = [
  { path: staffPaths.beginEntry, emergency: false },
  { path: staffPaths.beginEmergency, emergency: true },
].flatMap(({ path, emergency }) => [
  route({
    method: 'GET',
    path,
    action: 'begin-entry-to-care',
    audit: 'nothing',
    handler: ({ csrf }) => beginPage({ csrf, emergency }),
  }),
  route({
    method: 'POST',
    path,
    action: 'begin-entry-to-care',
    audit: 'entry-to-care-begun',
    handler: (visit, world) => begin(visit, world, emergency),
  }),
]);
