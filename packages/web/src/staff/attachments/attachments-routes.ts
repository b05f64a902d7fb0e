import { randomUUID } from 'node:crypto';
import {
  attachDocument,
  type CaseDocument,
  type CaseView,
  LARGEST_MOST_MEGABYTES,
  mostBytesOf,
  openCase,
  openDocument,
  takeOffDocument,
  type World,
  whyActingIsOver,
} from '@rightplace/app';
import type { Refusal } from '@rightplace/domain';
import { html } from '../../kit/index.ts';
import { type Answer, download, notFound, redirect } from '../../server/answer.ts';
import { notRecordedPage } from '../../server/not-recorded-page.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { staffPaths } from '../paths.ts';
import { wholeNumber } from '../sign-in/sign-in-routes.ts';
import { actingOverPage } from '../standing-in/acting-over-page.ts';
import { attachPage, takeOffPage } from './attach-page.ts';

type OfCase = Visit<{ readonly caseId: string }>;
type OfDocument = Visit<{ readonly caseId: string; readonly documentId: string }>;

const EXAMPLE = { caseId: '1' };
const DOCUMENT = { ...EXAMPLE, documentId: '1' };

const isHidden = ({ name }: Refusal): boolean => name === 'out-of-reach' || name === 'no-such-document';

const onCase = async (
  { signedIn, params, form }: OfCase,
  world: World,
  show: (view: CaseView) => Answer | Promise<Answer>,
): Promise<Answer> => {
  const id = wholeNumber(params.caseId);
  const view = await openCase(world, signedIn, id);
  if (view.kind !== 'refused') return show(view);
  if (!isHidden(view)) return view;
  const over = await whyActingIsOver(world, signedIn, { id, key: form.get('_key') ?? '' });
  return over === undefined || over.kind === 'step-taken'
    ? notFound
    : actingOverPage(over.sentence, { form, params: {} });
};

const toCase = ({ params: { caseId } }: OfCase, notice?: string): Answer =>
  redirect(`${staffPaths.case({ caseId })}#documents`, notice === undefined ? {} : { notice });

const notRecorded = ({ form, params: { caseId } }: OfCase, sentence: string): Answer =>
  notRecordedPage({
    title: 'It was not recorded',
    sentence,
    section: 'my-work',
    form,
    goOn: html`<a class="govuk-link" href="${staffPaths.case({ caseId })}">The case as it is now</a>`,
  });

const blank = { about: '', section: '', faults: [] };

/** The one that was chosen. A browser sends one of no name where none was. */
const attachChosen = async (
  visit: OfCase,
  world: World,
  view: CaseView,
): ReturnType<typeof attachDocument> => {
  const { form, uploads, signedIn } = visit;
  const asked = {
    id: view.id,
    key: form.get('_key') || randomUUID(),
    about: form.get('about') ?? '',
    section: form.get('section') ?? '',
  };
  let answer: Awaited<ReturnType<typeof attachDocument>> | undefined;
  for await (const { name, content } of uploads) {
    if (name !== '') answer ??= await attachDocument(world, signedIn, { ...asked, file: { name, content } });
    // What was not read is let arrive, or the browser would not show the answer.
    content.resume();
  }
  return answer ?? attachDocument(world, signedIn, { ...asked, file: undefined });
};

const attach = (visit: OfCase, world: World): Promise<Answer> =>
  onCase(visit, world, async (view) => {
    const { form, csrf } = visit;
    const answer = await attachChosen(visit, world, view);
    if (answer.kind === 'document-attached') {
      const { name, scan, scannerSaid } = answer;
      if (scan === 'refused')
        return toCase(
          visit,
          `The virus scanner found something harmful in “${name}” (${scannerSaid}). Nobody can download it: take it off, and ask whoever sent it for another.`,
        );
      return toCase(
        visit,
        scan === 'unreachable'
          ? `“${name}” is attached. It can be downloaded once the virus scanner has looked at it.`
          : `“${name}” is attached.`,
      );
    }
    if (isHidden(answer)) return notFound;
    if (answer.name !== 'not-taken') return notRecorded(visit, answer.sentence);
    return attachPage(view, {
      csrf,
      key: form.get('_key') || randomUUID(),
      about: form.get('about') ?? '',
      section: form.get('section') ?? '',
      faults: 'faults' in answer ? answer.faults : [],
      mostBytes: world.files?.mostBytes ?? 0,
    });
  });

const onDocument = (
  visit: OfDocument,
  world: World,
  show: (view: CaseView, document: CaseDocument) => Answer | Promise<Answer>,
): Promise<Answer> =>
  onCase(visit, world, (view) => {
    const id = wholeNumber(visit.params.documentId);
    const document = view.attached.documents.find((one) => one.id === id);
    return document === undefined ? notFound : show(view, document);
  });

const takeOff = (visit: OfDocument, world: World): Promise<Answer> =>
  onDocument(visit, world, async (view, document) => {
    const why = visit.form.get('why') ?? '';
    const asked = { caseId: view.id, id: document.id, why };
    const answer = await takeOffDocument(world, visit.signedIn, asked);
    if (answer.kind === 'document-taken-off') return toCase(visit, `“${answer.name}” is taken off.`);
    if (isHidden(answer)) return notFound;
    if (answer.name !== 'not-said') return notRecorded(visit, answer.sentence);
    return takeOffPage(view, document, { csrf: visit.csrf, why, fault: answer.sentence });
  });

const handOut = async ({ signedIn, params }: OfDocument, world: World): Promise<Answer> => {
  const asked = { caseId: wholeNumber(params.caseId), id: wholeNumber(params.documentId) };
  const answer = await openDocument(world, signedIn, asked);
  if (answer.kind === 'refused') return isHidden(answer) ? notFound : answer;
  return download(answer);
};

export const attachmentsRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.attachDocument,
    example: EXAMPLE,
    action: 'act-on-cases',
    audit: 'case-viewed',
    handler: (visit: OfCase, world) =>
      onCase(visit, world, (view) =>
        view.attached.mayAttach && world.files !== undefined
          ? attachPage(view, {
              ...blank,
              csrf: visit.csrf,
              key: randomUUID(),
              mostBytes: world.files.mostBytes,
            })
          : toCase(visit),
      ),
  }),
  route({
    method: 'POST',
    path: staffPaths.attachDocument,
    example: EXAMPLE,
    action: 'act-on-cases',
    audit: 'case-document-attached',
    upload: { maxBytes: mostBytesOf(LARGEST_MOST_MEGABYTES), maxFiles: 1 },
    handler: attach,
  }),
  route({
    method: 'GET',
    path: staffPaths.caseDocument,
    example: DOCUMENT,
    action: 'open-cases',
    audit: 'case-document-downloaded',
    recordsItself: true,
    handler: handOut,
  }),
  route({
    method: 'GET',
    path: staffPaths.takeOffDocument,
    example: DOCUMENT,
    action: 'act-on-cases',
    audit: 'case-viewed',
    handler: (visit: OfDocument, world) =>
      onDocument(visit, world, (view, document) =>
        view.attached.mayAttach && document.removal === undefined
          ? takeOffPage(view, document, { csrf: visit.csrf, why: '', fault: undefined })
          : toCase(visit),
      ),
  }),
  route({
    method: 'POST',
    path: staffPaths.takeOffDocument,
    example: DOCUMENT,
    action: 'act-on-cases',
    audit: 'case-document-taken-off',
    handler: takeOff,
  }),
];
