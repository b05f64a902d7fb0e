import type { CaseView } from '@rightplace/app';
import { PLACEMENT_REQUEST } from '@rightplace/domain';
import { type Html, heading, html } from '../../kit/index.ts';
import { staffPaths } from '../paths.ts';

/** From the director's approval on. */
const AGREED_IN: ReadonlySet<string> = new Set([
  'approved',
  'notified',
  'contract',
  'move-date-confirmed',
  'moved',
  'closed',
]);

/** Whether there may be an agreement: from the director’s approval on. */
export const mayBeAgreed = ({ state }: { readonly state: string }): boolean => AGREED_IN.has(state);

/** The way from a search to what was agreed for the home it came to. */
export const agreementLinkPart = (
  view: CaseView,
  maySee: boolean,
  moved: Html | false = false,
): Html | false =>
  maySee &&
  !view.isSealed &&
  view.title === PLACEMENT_REQUEST.title &&
  mayBeAgreed(view) &&
  html`<section class="app-evidence">${heading(2, 'The placement agreement')}
<p class="govuk-body"><a class="govuk-link" href="${staffPaths.agreementOfCase({ caseId: String(view.id) })}">What was agreed for this home, and what it costs</a></p>${moved}</section>`;

/** The way from a request that is with the director to all they decide on, on one page. */
export const approvalLinkPart = (view: CaseView, maySee: boolean): Html | false =>
  maySee &&
  !view.isSealed &&
  view.title === PLACEMENT_REQUEST.title &&
  view.state === 'with-director' &&
  html`<section class="app-evidence">${heading(2, 'The home that is put to the director')}
<p class="govuk-body"><a class="govuk-link" href="${staffPaths.homeForApproval({ caseId: String(view.id) })}">Read it on one page: the child, the options, the cost, checks and gates</a></p></section>`;
