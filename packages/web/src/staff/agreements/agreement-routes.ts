import {
  type AgreementView,
  agreementDocument,
  agreementFile,
  beginAgreement,
  comparePayments,
  downloadPayments,
  listCommitments,
  loadPayments,
  makeAgreement,
  openAgreement,
  saveAgreementChange,
  type World,
  withdrawPayments,
} from '@rightplace/app';
import {
  type Action,
  AGREEMENT_QUESTIONS,
  addDays,
  changeQuestions,
  isAgreementChange,
  mayAttempt,
} from '@rightplace/domain';
import type { FieldError } from '../../kit/index.ts';
import { count, html } from '../../kit/index.ts';
import { typedAnswers } from '../../parts/question-fields.ts';
import { type Answer, download, notFound, redirect } from '../../server/answer.ts';
import { notRecordedPage } from '../../server/not-recorded-page.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { dayTyped } from '../day-fields.ts';
import { staffPaths } from '../paths.ts';
import { wholeNumber } from '../sign-in/sign-in-routes.ts';
import { changeAgreementPage, makeAgreementPage } from './agreement-form-page.ts';
import { agreementDocumentPage, agreementPage } from './agreement-page.ts';
import { commitmentsPage } from './commitments-page.ts';
import { downloadPaymentsPage, paymentsPage } from './payments-pages.ts';

type OfCase = Visit<{ readonly caseId: string }>;
type OfAgreement = Visit<{ readonly agreementId: string }>;
type OfChange = Visit<{ readonly agreementId: string; readonly change: string }>;
type OfFile = Visit<{ readonly fileId: string }>;

const OF_CASE = { caseId: '1' };
const OF_AGREEMENT = { agreementId: '1' };
const OF_CHANGE = { ...OF_AGREEMENT, change: 'addition' };
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const MEGABYTE = 1024 * 1024;

const may = ({ signedIn, today }: Visit<unknown>, action: Action): boolean => {
  const answer = mayAttempt({ actor: signedIn.actor, action, on: today });
  return answer.kind === 'may' || answer.name === 'purpose-needed';
};

/** What is out of somebody's reach is as if it were not there. */
const instead = <R extends { readonly kind: 'refused'; readonly name: string }>(refusal: R) =>
  refusal.name === 'out-of-reach' ? notFound : refusal;

const toAgreement = (id: number, notice: string): Answer =>
  redirect(staffPaths.agreement({ agreementId: String(id) }), { notice });

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
    if (made.kind === 'agreement-saved') return toAgreement(made.id, 'The agreement is made.');
    if (made.name !== 'not-agreed') return notMade(made, visit, staffPaths.case({ caseId: params.caseId }));
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
  href: string,
): Answer =>
  refusal.name === 'agreed-already' ||
  refusal.name === 'changed-meanwhile' ||
  refusal.name === 'no-such-change'
    ? notRecordedPage({
        title: 'It was not recorded',
        sentence: refusal.sentence,
        section: 'commitments',
        form,
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
    if (saved.kind === 'agreement-saved') return toAgreement(view.id, 'It is recorded.');
    return saved.name === 'not-agreed'
      ? changeAgreementPage(view, change, { ...again, faults: saved.faults })
      : notMade(saved, visit, staffPaths.agreement({ agreementId: String(view.id) }));
  });

const yearAsked = ({ query }: Visit<unknown>): number | undefined => {
  const typed = wholeNumber(query.get('year') ?? '');
  return typed >= 2000 && typed <= 2200 ? typed : undefined;
};

const showPayments = async (
  visit: Visit<unknown>,
  world: World,
  more: { readonly sentences?: readonly string[]; readonly problem?: FieldError } = {},
): Promise<Answer> => {
  const view = await comparePayments(world, visit.signedIn, { year: yearAsked(visit) });
  return view.kind === 'refused' ? view : paymentsPage(view, { csrf: visit.csrf, ...more });
};

const load = async (visit: Visit, world: World): Promise<Answer> => {
  const { uploads, signedIn } = visit;
  let answer: Awaited<ReturnType<typeof loadPayments>> | undefined;
  for await (const { name, content } of uploads) {
    if (name !== '' && answer === undefined) {
      const bytes = Buffer.concat(await content.toArray());
      answer = await loadPayments(world, signedIn, { name, bytes });
    }
    content.resume();
  }
  if (answer === undefined)
    return showPayments(visit, world, { problem: { field: 'file', text: 'Choose a file' } });
  if (answer.kind === 'payments-loaded')
    return redirect(staffPaths.payments(), {
      notice: `${count(answer.lines, 'line is', 'lines are')} loaded, and ${answer.lines === 1 ? 'counts' : 'count'}.`,
    });
  if (answer.name === 'file-unreadable')
    return showPayments(visit, world, {
      problem: { field: 'file', text: `${answer.sentence} What is wrong is said beside the file.` },
      sentences: 'sentences' in answer ? answer.sentences : [],
    });
  return answer.name === 'loaded-already'
    ? showPayments(visit, world, { problem: { field: 'file', text: answer.sentence } })
    : answer;
};

const withdraw = async (visit: OfFile, world: World): Promise<Answer> => {
  const id = wholeNumber(visit.params.fileId);
  const answer = await withdrawPayments(world, visit.signedIn, { id, why: visit.form.get('why') ?? '' });
  if (answer.kind === 'payments-withdrawn')
    return redirect(staffPaths.payments(), { notice: 'The file is taken back: nothing in it counts.' });
  if (answer.name === 'no-such-file') return notFound;
  return answer.name === 'reason-needed'
    ? showPayments(visit, world, { problem: { field: `why-${id}`, text: answer.sentence } })
    : answer;
};

const sendPayments = async (visit: Visit, world: World): Promise<Answer> => {
  const { form, signedIn, csrf } = visit;
  const [first, last] = [dayTyped(form, 'from'), dayTyped(form, 'to')];
  const purpose = form.get('purpose') ?? '';
  const again = (problems: readonly FieldError[]): Answer =>
    downloadPaymentsPage({ typed: form, problems, purpose }, { csrf });
  const problems: FieldError[] = [];
  if (first === undefined) problems.push({ field: 'from-day', text: 'Enter a real day, such as 1 11 2026' });
  if (last === undefined) problems.push({ field: 'to-day', text: 'Enter a real day, such as 30 11 2026' });
  if (first !== undefined && last !== undefined && last < first)
    problems.push({ field: 'to-day', text: 'Enter the first night or a later one' });
  if (problems.length > 0 || first === undefined || last === undefined) return again(problems);
  const within = { starts: first, ends: addDays(last, 1) };
  const file = await downloadPayments(world, signedIn, { within, purpose });
  if (file.kind === 'file')
    return download({ name: file.name, type: 'text/csv; charset=utf-8', body: file.text });
  if (file.name === 'purpose-needed') return again([{ field: 'purpose', text: file.sentence }]);
  return file.name === 'too-long' ? again([{ field: 'to-day', text: file.sentence }]) : file;
};

/** Agreements of placements, what they cost, and what was paid. Each use case records who saw or changed what. */
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
  route({
    method: 'GET',
    path: staffPaths.commitments,
    action: 'list-commitments',
    audit: 'commitments-listed',
    recordsItself: true,
    handler: async (visit, world) => {
      const list = await listCommitments(world, visit.signedIn, { year: yearAsked(visit) });
      return list.kind === 'refused'
        ? list
        : commitmentsPage(list, {
            maySeePayments: may(visit, 'see-payments'),
            mayDownload: may(visit, 'download-payments'),
          });
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.downloadPayments,
    action: 'download-payments',
    audit: 'nothing',
    handler: ({ csrf }) => downloadPaymentsPage({}, { csrf }),
  }),
  route({
    method: 'POST',
    path: staffPaths.downloadPayments,
    action: 'download-payments',
    audit: 'payments-downloaded',
    handler: sendPayments,
  }),
  route({
    method: 'GET',
    path: staffPaths.payments,
    action: 'see-payments',
    audit: 'payment-differences-listed',
    recordsItself: true,
    handler: (visit, world) => showPayments(visit, world),
  }),
  route({
    method: 'POST',
    path: staffPaths.payments,
    action: 'load-payments',
    audit: 'payments-loaded',
    upload: { maxBytes: 20 * MEGABYTE, maxFiles: 1 },
    handler: load,
  }),
  route({
    method: 'POST',
    path: staffPaths.withdrawPayments,
    example: { fileId: '1' },
    action: 'load-payments',
    audit: 'payments-withdrawn',
    handler: withdraw,
  }),
];
