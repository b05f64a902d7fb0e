import {
  type AgreementSaved,
  type AgreementView,
  agreementDocument,
  agreementFile,
  beginAgreement,
  makeAgreement,
  openAgreement,
  saveAgreementChange,
  type World,
} from '@rightplace/app';
import {
  AGREEMENT_QUESTIONS,
  changeQuestions,
  type FormQuestion,
  isAgreementChange,
} from '@rightplace/domain';
import { html } from '../../kit/index.ts';
import { typedAnswers } from '../../parts/question-fields.ts';
import { type Answer, download, notFound, redirect } from '../../server/answer.ts';
import { notRecordedPage } from '../../server/not-recorded-page.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { staffPaths } from '../paths.ts';
import { wholeNumber } from '../sign-in/sign-in-routes.ts';
import { changeAgreementPage, makeAgreementPage } from './agreement-form-page.ts';
import { agreementDocumentPage, agreementPage } from './agreement-page.ts';

type OfCase = Visit<{ readonly caseId: string }>;
type OfAgreement = Visit<{ readonly agreementId: string }>;
type OfChange = Visit<{ readonly agreementId: string; readonly change: string }>;

const OF_CASE = { caseId: '1' };
const OF_AGREEMENT = { agreementId: '1' };
const OF_CHANGE = { ...OF_AGREEMENT, change: 'addition' };
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const NOT_AS_APPROVED = 'Its price is not the one that was approved: what differs is named here.';
const APPROVED_BY_NOBODY = 'Its price is approved by nobody now.';

/** What is out of somebody's reach is as if it were not there. */
const instead = <R extends { readonly kind: 'refused'; readonly name: string }>(refusal: R) =>
  refusal.name === 'out-of-reach' ? notFound : refusal;

const toAgreement = ({ id, unlikeApproved }: AgreementSaved, done: string): Answer => {
  const unlike = unlikeApproved?.agreedOn === undefined ? APPROVED_BY_NOBODY : NOT_AS_APPROVED;
  return redirect(staffPaths.agreement({ agreementId: String(id) }), {
    notice: unlikeApproved === undefined ? done : `${done} ${unlike}`,
  });
};

/** One more entry of a list was asked for: what is typed stays, and nothing is checked yet. */
const addedTo = (
  form: URLSearchParams,
  typed: Readonly<Record<string, unknown>>,
): Readonly<Record<string, number>> | undefined => {
  const name = form.get('add');
  const entries = name === null ? undefined : typed[name];
  return name === null || !Array.isArray(entries) ? undefined : { [name]: entries.length + 1 };
};

const showOfCase = async ({ params, signedIn, csrf }: OfCase, world: World): Promise<Answer> => {
  const found = await beginAgreement(world, signedIn, wholeNumber(params.caseId));
  if (found.kind === 'refused') return instead(found);
  return found.existing === undefined
    ? makeAgreementPage(found, { csrf })
    : redirect(staffPaths.agreement({ agreementId: String(found.existing) }));
};

const make = async (visit: OfCase, world: World): Promise<Answer> => {
  const { params, signedIn, csrf, form } = visit;
  const caseId = wholeNumber(params.caseId);
  const given = typedAnswers(form, AGREEMENT_QUESTIONS);
  const key = form.get('_key') ?? '';
  const entries = addedTo(form, given);
  const again = { csrf, given, key };
  if (entries === undefined) {
    const made = await makeAgreement(world, signedIn, { caseId, key, typed: given });
    if (made.kind === 'agreement-saved') return toAgreement(made, 'The agreement is made.');
    if (made.name !== 'not-agreed')
      return notMade(made, visit, {
        href: staffPaths.case({ caseId: params.caseId }),
        asked: AGREEMENT_QUESTIONS,
      });
    const found = await beginAgreement(world, signedIn, caseId);
    return found.kind === 'refused'
      ? instead(found)
      : makeAgreementPage(found, { ...again, faults: made.faults });
  }
  const found = await beginAgreement(world, signedIn, caseId);
  return found.kind === 'refused' ? instead(found) : makeAgreementPage(found, { ...again, entries });
};

/** Refused for what is so by now: what was typed is shown, so that it is not lost. */
const notMade = (
  refusal: { readonly kind: 'refused'; readonly name: string; readonly sentence: string },
  { form }: Visit<unknown>,
  { href, asked }: { readonly href: string; readonly asked: readonly FormQuestion[] },
): Answer =>
  refusal.name === 'agreed-already' ||
  refusal.name === 'changed-meanwhile' ||
  refusal.name === 'no-such-change'
    ? notRecordedPage({
        title: 'It was not recorded',
        sentence: refusal.sentence,
        section: 'commitments',
        form,
        asked,
        goOn: html`<a class="govuk-link" href="${href}">Look at it as it is now</a>`,
      })
    : (instead(refusal as never) as Answer);

const onAgreement = async (
  { params, signedIn }: OfAgreement,
  world: World,
  show: (view: AgreementView) => Answer | Promise<Answer>,
): Promise<Answer> => {
  const view = await openAgreement(world, signedIn, wholeNumber(params.agreementId));
  if (view === undefined) return notFound;
  return view.kind === 'refused' ? instead(view) : show(view);
};

const isOffered = (view: AgreementView, change: string): boolean =>
  change === 'corrected' ? view.mayCorrect : view.changes.some((one) => one === change);

const showChange = (visit: OfChange, world: World): Promise<Answer> =>
  onAgreement(visit, world, (view) => {
    const { change } = visit.params;
    if (!isOffered(view, change) || (change !== 'corrected' && !isAgreementChange(change))) return notFound;
    return changeAgreementPage(view, change, { csrf: visit.csrf });
  });

const sendChange = (visit: OfChange, world: World): Promise<Answer> =>
  onAgreement(visit, world, async (view) => {
    const { params, signedIn, csrf, form } = visit;
    const { change } = params;
    if (change !== 'corrected' && !isAgreementChange(change)) return notFound;
    const questions = change === 'corrected' ? AGREEMENT_QUESTIONS : changeQuestions(change, view.terms);
    const given = typedAnswers(form, questions);
    const entries = addedTo(form, given);
    const [key, basedOn] = [form.get('_key') ?? '', form.get('seen') ?? ''];
    const again = { csrf, given, key, basedOn };
    if (entries !== undefined) return changeAgreementPage(view, change, { ...again, entries });
    const asked = { id: view.id, what: change, basedOn: wholeNumber(basedOn), key, typed: given };
    const saved = await saveAgreementChange(world, signedIn, asked);
    if (saved === undefined) return notFound;
    if (saved.kind === 'agreement-saved') return toAgreement(saved, 'It is recorded.');
    return saved.name === 'not-agreed'
      ? changeAgreementPage(view, change, { ...again, faults: saved.faults })
      : notMade(saved, visit, {
          href: staffPaths.agreement({ agreementId: String(view.id) }),
          asked: questions,
        });
  });

/** Agreements of placements. Each use case records who saw or changed what. */
export const agreementRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.agreementOfCase,
    example: OF_CASE,
    action: 'see-agreement',
    audit: 'case-viewed',
    handler: showOfCase,
  }),
  route({
    method: 'POST',
    path: staffPaths.agreementOfCase,
    example: OF_CASE,
    action: 'make-agreement',
    audit: 'placement-agreement-made',
    handler: make,
  }),
  route({
    method: 'GET',
    path: staffPaths.agreement,
    example: OF_AGREEMENT,
    action: 'see-agreement',
    audit: 'placement-agreement-viewed',
    recordsItself: true,
    handler: (visit: OfAgreement, world) => onAgreement(visit, world, agreementPage),
  }),
  route({
    method: 'GET',
    path: staffPaths.agreementDocument,
    example: OF_AGREEMENT,
    action: 'see-agreement',
    audit: 'placement-agreement-viewed',
    recordsItself: true,
    handler: async ({ signedIn, params }: OfAgreement, world) => {
      const made = await agreementDocument(world, signedIn, wholeNumber(params.agreementId));
      if (made === undefined) return notFound;
      return made.kind === 'refused' ? instead(made) : agreementDocumentPage(made);
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.agreementFile,
    example: OF_AGREEMENT,
    action: 'see-agreement',
    audit: 'placement-agreement-viewed',
    recordsItself: true,
    handler: async ({ signedIn, params }: OfAgreement, world) => {
      const file = await agreementFile(world, signedIn, wholeNumber(params.agreementId));
      if (file === undefined) return notFound;
      return file.kind === 'refused'
        ? instead(file)
        : download({ name: file.name, type: DOCX, body: file.bytes });
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.changeAgreement,
    example: OF_CHANGE,
    action: 'make-agreement',
    audit: 'placement-agreement-viewed',
    recordsItself: true,
    handler: showChange,
  }),
  route({
    method: 'POST',
    path: staffPaths.changeAgreement,
    example: OF_CHANGE,
    action: 'make-agreement',
    audit: 'placement-agreement-changed',
    handler: sendChange,
  }),
];
