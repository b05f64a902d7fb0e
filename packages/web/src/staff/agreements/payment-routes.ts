import {
  comparePayments,
  downloadPayments,
  listCommitments,
  loadPayments,
  type World,
  withdrawPayments,
} from '@rightplace/app';
import { type Action, addDays, mayAttempt } from '@rightplace/domain';
import { count, type FieldError } from '../../kit/index.ts';
import { type Answer, download, notFound, redirect } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { dayTyped } from '../day-fields.ts';
import { staffPaths } from '../paths.ts';
import { wholeNumber } from '../sign-in/sign-in-routes.ts';
import { commitmentsPage } from './commitments-page.ts';
import { downloadPaymentsPage, paymentsPage } from './payments-pages.ts';

type OfFile = Visit<{ readonly fileId: string }>;

const MEGABYTE = 1024 * 1024;

const may = ({ signedIn, today }: Visit<unknown>, action: Action): boolean => {
  const answer = mayAttempt({ actor: signedIn.actor, action, on: today });
  return answer.kind === 'may' || answer.name === 'purpose-needed';
};

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

/** What placements cost, and what was paid. Each use case records who saw or changed what. */
export const paymentRoutes: readonly Route[] = [
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
