import {
  beginProceedings,
  downloadProceedings,
  listProceedings,
  PROCEEDINGS_TO_BEGIN,
  viewTimetable,
  type World,
} from '@rightplace/app';
import { type Action, childId, mayAttempt, type Sex } from '@rightplace/domain';
import { asAnotherForm } from '../../server/another-form.ts';
import { type Answer, download, notFound, redirect } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { caseBegunIn } from '../cases/begun-link.ts';
import { dayTyped } from '../day-fields.ts';
import { staffPaths } from '../paths.ts';
import { wholeNumber } from '../sign-in/sign-in-routes.ts';
import { beginPage } from './begin-page.ts';
import { downloadPage } from './download-page.ts';
import { hearingsPage } from './hearings-page.ts';
import { askedFrom } from './proceedings-words.ts';
import { timetablePage } from './timetable-page.ts';
import { trackerPage } from './tracker-page.ts';

type OfCase = Visit<{ readonly caseId: string }>;
type OfWhat = Visit<{ readonly what: string }>;

const EXAMPLE = { what: 'pre-proceedings' };

/** Beside which field a refusal belongs; the number unless said. */
const FIELDS: Readonly<Record<string, string>> = {
  'name-needed': 'given-name',
  'birth-needed': 'born-day',
  'birth-to-come': 'born-day',
};

const may = ({ signedIn, today }: Visit, action: Action): boolean => {
  const answer = mayAttempt({ actor: signedIn.actor, action, on: today });
  return answer.kind === 'may' || answer.name === 'purpose-needed';
};

const workflowIn = ({ what }: OfWhat['params']) => PROCEEDINGS_TO_BEGIN.find(({ id }) => id === what);

const showTracker = async (visit: Visit, world: World): Promise<Answer> => {
  const asked = askedFrom(visit.query);
  const list = await listProceedings(world, visit.signedIn, asked);
  if (list.kind === 'refused') return list;
  return trackerPage({
    list,
    asked,
    mayBegin: may(visit, 'begin-proceedings'),
    mayDownload: may(visit, 'download-proceedings'),
  });
};

const showHearings = async ({ signedIn }: Visit, world: World): Promise<Answer> => {
  const list = await listProceedings(world, signedIn, { what: undefined, team: undefined, over: false });
  return list.kind === 'refused' ? list : hearingsPage(list);
};

const showTimetable = async (visit: OfCase, world: World): Promise<Answer> => {
  const view = await viewTimetable(world, visit.signedIn, wholeNumber(visit.params.caseId));
  if (view.kind === 'refused') return view.name === 'out-of-reach' ? notFound : view;
  return timetablePage(view);
};

const begin = async (visit: OfWhat, world: World): Promise<Answer> => {
  const { form, signedIn, csrf } = visit;
  const workflow = workflowIn(visit.params);
  if (workflow === undefined) return notFound;
  const text = (name: string): string => (form.get(name) ?? '').trim();
  const number = text('number');
  const named = text('given-name') !== '' || text('family-name') !== '';
  const sex = text('sex');
  const answer = await beginProceedings(world, signedIn, {
    key: text('_key'),
    workflow: workflow.id,
    child: named
      ? {
          kind: 'new',
          number,
          givenName: text('given-name'),
          familyName: text('family-name'),
          dateOfBirth: dayTyped(form, 'born'),
          expectedOn: dayTyped(form, 'expected'),
          sex: sex === 'F' || sex === 'M' || sex === 'U' ? (sex satisfies Sex) : undefined,
        }
      : { kind: 'known', id: childId(number) },
  });
  if (answer.kind === 'proceedings-begun') return redirect(staffPaths.case({ caseId: String(answer.id) }));
  if (answer.name === 'not-your-role') return answer;
  const sentence =
    !named && answer.name === 'out-of-reach'
      ? 'No child you work with has this number. For a child who is new, enter their name and date of birth too.'
      : answer.sentence;
  return beginPage({
    csrf,
    workflow,
    typed: answer.name === 'said-otherwise' ? asAnotherForm(form) : form,
    problems: [{ field: FIELDS[answer.name] ?? 'number', text: sentence }],
    begun: caseBegunIn(answer),
  });
};

const sendList = async (visit: Visit, world: World): Promise<Answer> => {
  const asked = askedFrom(visit.query);
  const purpose = visit.form.get('purpose') ?? '';
  const file = await downloadProceedings(world, visit.signedIn, { asked, purpose });
  if (file.kind === 'file')
    return download({ name: file.name, type: 'text/csv; charset=utf-8', body: file.text });
  return file.name === 'purpose-needed'
    ? downloadPage(asked, { csrf: visit.csrf, problem: file.sentence })
    : file;
};

/** The tracker of proceedings, the diary of hearings, and where they begin. Each case has the pages of every case. */
export const proceedingsRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.proceedings,
    action: 'list-proceedings',
    audit: 'proceedings-listed',
    recordsItself: true,
    handler: showTracker,
  }),
  route({
    method: 'GET',
    path: staffPaths.hearings,
    action: 'list-proceedings',
    audit: 'proceedings-listed',
    recordsItself: true,
    handler: showHearings,
  }),
  route({
    method: 'GET',
    path: staffPaths.beginProceedings,
    example: EXAMPLE,
    action: 'begin-proceedings',
    audit: 'nothing',
    handler: ({ csrf, params }: OfWhat) => {
      const workflow = workflowIn(params);
      return workflow === undefined ? notFound : beginPage({ csrf, workflow });
    },
  }),
  route({
    method: 'POST',
    path: staffPaths.beginProceedings,
    example: EXAMPLE,
    action: 'begin-proceedings',
    audit: 'proceedings-begun',
    handler: begin,
  }),
  route({
    method: 'GET',
    path: staffPaths.downloadProceedings,
    action: 'download-proceedings',
    audit: 'nothing',
    handler: ({ csrf, query }) => downloadPage(askedFrom(query), { csrf }),
  }),
  route({
    method: 'POST',
    path: staffPaths.downloadProceedings,
    action: 'download-proceedings',
    audit: 'proceedings-downloaded',
    handler: sendList,
  }),
  route({
    method: 'GET',
    path: staffPaths.timetable,
    example: { caseId: '1' },
    action: 'see-proceedings',
    audit: 'case-viewed',
    handler: showTimetable,
  }),
];
