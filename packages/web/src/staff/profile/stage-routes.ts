import {
  answerFindings,
  approveProfile,
  discloseProfile,
  downloadProfile,
  type ProfileView,
  showProfile,
  type World,
  writeForStage,
} from '@rightplace/app';
import { isLaterStage, type LaterStage, type Refusal, stageQuestions } from '@rightplace/domain';
import { html, link } from '../../kit/index.ts';
import { typedAnswers } from '../../parts/question-fields.ts';
import { type Answer, download, notFound, redirect } from '../../server/answer.ts';
import { notRecordedPage } from '../../server/not-recorded-page.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { staffPaths } from '../paths.ts';
import { wholeNumber } from '../sign-in/sign-in-routes.ts';
import { stagePage, writeStagePage } from './stage-page.ts';

type OfStage = Visit<{ readonly caseId: string; readonly stage: string }>;

const EXAMPLE = { caseId: '1', stage: 'shortlist' };
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const HIDDEN = new Set(['out-of-reach', 'no-profile']);
const IS_ACCESS = new Set(['not-your-role', 'conflict-of-interest', 'restricted', 'not-your-entry']);
const instead = (refusal: Refusal): Answer => (HIDDEN.has(refusal.name) ? notFound : refusal);

const addressOf = ({ params: { caseId } }: OfStage, stage: LaterStage): string =>
  staffPaths.profileStage({ caseId, stage });

const notRecorded = (visit: OfStage, stage: LaterStage, sentence: string): Answer =>
  notRecordedPage({
    title: 'It was not recorded',
    sentence,
    section: 'my-work',
    form: visit.form,
    goOn: link(addressOf(visit, stage), html`The profile as it is now`),
  });

const onStage = async (
  visit: OfStage,
  world: World,
  show: (view: ProfileView, stage: LaterStage) => Answer,
): Promise<Answer> => {
  const { stage, caseId } = visit.params;
  if (!isLaterStage(stage)) return notFound;
  const view = await showProfile(world, visit.signedIn, wholeNumber(caseId), stage);
  return view.kind === 'refused' ? instead(view) : show(view, stage);
};

const answerWords = async (visit: OfStage, world: World): Promise<Answer> => {
  const { form, params, signedIn, csrf } = visit;
  if (!isLaterStage(params.stage)) return notFound;
  const { stage } = params;
  const given = { findings: form.getAll('findings'), why: form.get('why') ?? '' };
  const asked = { id: wholeNumber(params.caseId), stage, key: form.get('_key') ?? '', ...given };
  const answer = await answerFindings(world, signedIn, asked);
  if (answer.kind === 'findings-answered')
    return redirect(addressOf(visit, stage), { notice: 'It is recorded, with your name and the time.' });
  if (HIDDEN.has(answer.name) || IS_ACCESS.has(answer.name)) return instead(answer);
  if (answer.name === 'not-now') return notRecorded(visit, stage, answer.sentence);
  const fault = {
    field: answer.name === 'no-reason' ? ('why' as const) : ('findings' as const),
    sentence: answer.sentence,
  };
  return onStage(visit, world, (view) => stagePage(view, stage, { csrf, given, fault }));
};

const approve = async (visit: OfStage, world: World): Promise<Answer> => {
  const { form, params, signedIn } = visit;
  if (!isLaterStage(params.stage)) return notFound;
  const { stage } = params;
  const answer = await approveProfile(world, signedIn, {
    id: wholeNumber(params.caseId),
    stage,
    key: form.get('_key') ?? '',
    basedOn: wholeNumber(form.get('revision') ?? ''),
    addedOn: wholeNumber(form.get('added') ?? ''),
  });
  if (answer.kind === 'profile-approved')
    return redirect(addressOf(visit, stage), { notice: 'It is approved. Nobody has been sent it yet.' });
  return HIDDEN.has(answer.name) || IS_ACCESS.has(answer.name)
    ? instead(answer)
    : notRecorded(visit, stage, answer.sentence);
};

const send = async (visit: OfStage, world: World): Promise<Answer> => {
  const { form, params, signedIn, csrf } = visit;
  if (!isLaterStage(params.stage)) return notFound;
  const { stage } = params;
  const answer = await discloseProfile(world, signedIn, {
    id: wholeNumber(params.caseId),
    stage,
    key: form.get('_key') ?? '',
    approaches: form.getAll('approaches').map(wholeNumber),
  });
  if (answer.kind === 'profile-disclosed')
    return redirect(addressOf(visit, stage), {
      notice: answer.to.length === 0 ? 'It was sent already.' : `Sent to ${answer.to.join(', ')}.`,
    });
  if (HIDDEN.has(answer.name) || IS_ACCESS.has(answer.name)) return instead(answer);
  return answer.name === 'nobody-chosen'
    ? onStage(visit, world, (view) => stagePage(view, stage, { csrf, sendFault: answer.sentence }))
    : notRecorded(visit, stage, answer.sentence);
};

const write = async (visit: OfStage, world: World): Promise<Answer> => {
  const { form, params, signedIn, csrf } = visit;
  if (!isLaterStage(params.stage)) return notFound;
  const { stage } = params;
  const key = form.get('_key') ?? '';
  const given = typedAnswers(form, stageQuestions(stage));
  const answer = await writeForStage(world, signedIn, {
    id: wholeNumber(params.caseId),
    stage,
    key,
    basedOn: wholeNumber(form.get('added') ?? ''),
    typed: given,
  });
  if (answer.kind === 'stage-written')
    return redirect(addressOf(visit, stage), { notice: 'Saved. Read the profile before you approve it.' });
  if (HIDDEN.has(answer.name) || IS_ACCESS.has(answer.name)) return instead(answer);
  return 'faults' in answer
    ? onStage(visit, world, (view) =>
        writeStagePage(view, stage, { csrf, given, faults: answer.faults, key }),
      )
    : notRecorded(visit, stage, answer.sentence);
};

/** The later stages of the profile of a request. Each use case records who opened, wrote, approved or sent it. */
export const stageRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.profileStage,
    example: EXAMPLE,
    action: 'see-profile',
    audit: 'profile-viewed',
    recordsItself: true,
    handler: (visit: OfStage, world) =>
      onStage(visit, world, (view, stage) => stagePage(view, stage, { csrf: visit.csrf })),
  }),
  route({
    method: 'GET',
    path: staffPaths.writeProfileStage,
    example: EXAMPLE,
    action: 'approve-profile',
    audit: 'profile-viewed',
    recordsItself: true,
    handler: (visit: OfStage, world) =>
      onStage(visit, world, (view, stage) =>
        view.mayApprove
          ? writeStagePage(view, stage, {
              csrf: visit.csrf,
              given: view.added.answers,
              faults: [],
              key: undefined,
            })
          : notFound,
      ),
  }),
  route({
    method: 'POST',
    path: staffPaths.writeProfileStage,
    example: EXAMPLE,
    action: 'approve-profile',
    audit: 'profile-written',
    recordsItself: true,
    handler: write,
  }),
  route({
    method: 'POST',
    path: staffPaths.profileStageWords,
    example: EXAMPLE,
    action: 'approve-profile',
    audit: 'profile-words-answered',
    recordsItself: true,
    handler: answerWords,
  }),
  route({
    method: 'POST',
    path: staffPaths.profileStageApprove,
    example: EXAMPLE,
    action: 'approve-profile',
    audit: 'profile-approved',
    recordsItself: true,
    handler: approve,
  }),
  route({
    method: 'POST',
    path: staffPaths.profileStageSend,
    example: EXAMPLE,
    action: 'see-profile',
    audit: 'profile-disclosed',
    recordsItself: true,
    handler: send,
  }),
  route({
    method: 'GET',
    path: staffPaths.profileStageFile,
    example: EXAMPLE,
    action: 'see-profile',
    audit: 'profile-downloaded',
    recordsItself: true,
    handler: async (visit: OfStage, world) => {
      const { stage, caseId } = visit.params;
      if (!isLaterStage(stage)) return notFound;
      const file = await downloadProfile(world, visit.signedIn, wholeNumber(caseId), stage);
      return file.kind === 'refused'
        ? instead(file)
        : download({ name: file.name, type: DOCX, body: file.bytes });
    },
  }),
];
