import { answerFindings, approveProfile, downloadProfile, showProfile, type World } from '@rightplace/app';
import type { Refusal } from '@rightplace/domain';
import { html } from '../../kit/index.ts';
import { type Answer, download, notFound, redirect } from '../../server/answer.ts';
import { notRecordedPage } from '../../server/not-recorded-page.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { staffPaths } from '../paths.ts';
import { cameFrom } from '../search/came-from.ts';
import { wholeNumber } from '../sign-in/sign-in-routes.ts';
import { profilePage } from './profile-page.ts';

type OfCase = Visit<{ readonly caseId: string }>;

const EXAMPLE = { caseId: '1' };
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const isHidden = ({ name }: Refusal): boolean => name === 'out-of-reach' || name === 'no-profile';
const instead = (refusal: Refusal): Answer => (isHidden(refusal) ? notFound : refusal);

const back = (caseId: string, notice: string): Answer => redirect(staffPaths.profile({ caseId }), { notice });

const notRecorded = ({ form, params: { caseId } }: OfCase, sentence: string): Answer =>
  notRecordedPage({
    title: 'It was not recorded',
    sentence,
    section: 'my-work',
    form,
    goOn: html`<a class="govuk-link" href="${staffPaths.profile({ caseId })}">The profile as it is now</a>`,
  });

const IS_ACCESS = new Set(['not-your-role', 'conflict-of-interest', 'restricted']);

const answerWords = async (visit: OfCase, world: World): Promise<Answer> => {
  const { form, params, signedIn, csrf } = visit;
  const id = wholeNumber(params.caseId);
  const given = { findings: form.getAll('findings'), why: form.get('why') ?? '' };
  const answer = await answerFindings(world, signedIn, { id, key: form.get('_key') ?? '', ...given });
  if (answer.kind === 'findings-answered')
    return back(params.caseId, 'It is recorded, with your name and the time.');
  if (isHidden(answer) || IS_ACCESS.has(answer.name)) return instead(answer);
  if (answer.name === 'not-now') return notRecorded(visit, answer.sentence);
  const view = await showProfile(world, signedIn, id);
  if (view.kind === 'refused') return instead(view);
  const field = answer.name === 'no-reason' ? 'why' : 'findings';
  return profilePage(view, { csrf, given, fault: { field, sentence: answer.sentence } });
};

const approve = async (visit: OfCase, world: World): Promise<Answer> => {
  const { form, params, signedIn } = visit;
  const answer = await approveProfile(world, signedIn, {
    id: wholeNumber(params.caseId),
    key: form.get('_key') ?? '',
    basedOn: wholeNumber(form.get('revision') ?? ''),
  });
  if (answer.kind === 'profile-approved')
    return back(params.caseId, 'The profile is approved. What goes out is what you read.');
  if (isHidden(answer) || IS_ACCESS.has(answer.name)) return instead(answer);
  return notRecorded(visit, answer.sentence);
};

/** The profile of a request for a home. Each use case records who opened, answered, approved or took it away. */
export const profileRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.profile,
    example: EXAMPLE,
    action: 'see-profile',
    audit: 'profile-viewed',
    recordsItself: true,
    handler: async ({ signedIn, params, csrf, query }: OfCase, world) => {
      const view = await showProfile(world, signedIn, wholeNumber(params.caseId));
      return view.kind === 'refused'
        ? instead(view)
        : profilePage(view, { csrf }, cameFrom(params.caseId, query));
    },
  }),
  route({
    method: 'POST',
    path: staffPaths.profileWords,
    example: EXAMPLE,
    action: 'approve-profile',
    audit: 'profile-words-answered',
    recordsItself: true,
    handler: answerWords,
  }),
  route({
    method: 'POST',
    path: staffPaths.profileApprove,
    example: EXAMPLE,
    action: 'approve-profile',
    audit: 'profile-approved',
    recordsItself: true,
    handler: approve,
  }),
  route({
    method: 'GET',
    path: staffPaths.profileFile,
    example: EXAMPLE,
    action: 'see-profile',
    audit: 'profile-downloaded',
    recordsItself: true,
    handler: async ({ signedIn, params }: OfCase, world) => {
      const file = await downloadProfile(world, signedIn, wholeNumber(params.caseId));
      return file.kind === 'refused'
        ? instead(file)
        : download({ name: file.name, type: DOCX, body: file.bytes });
    },
  }),
];
