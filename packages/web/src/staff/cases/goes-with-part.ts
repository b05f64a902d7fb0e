import type { CaseStep, CaseView } from '@rightplace/app';
import { roleTitle } from '@rightplace/domain';
import { bulletList, count, type Html, heading, html } from '../../kit/index.ts';
import { staffPaths } from '../paths.ts';

type Shown = Pick<CaseView, 'title' | 'waiting' | 'hasCertificate' | 'linked' | 'attached'>;

const noLongerWaits = ({ waiting }: Shown): readonly string[] =>
  waiting === undefined || waiting.for === 'me' || waiting.roles.length === 0
    ? []
    : [
        `It no longer waits for the ${waiting.roles.map((role) => roleTitle(role).toLowerCase()).join(' or ')}.`,
      ];

const certificate = ({ hasCertificate }: Shown): readonly string[] =>
  hasCertificate ? ['The authorisation no longer stands, and its certificate says so.'] : [];

/** Cases opened from it, which nobody ends by ending this one. */
const beside = ({ linked }: Shown): readonly Html[] =>
  linked
    .filter(({ isOver, isBefore }) => !isOver && !isBefore)
    .map(
      ({ id, title, stateTitle }) =>
        html`<a class="govuk-link" href="${staffPaths.case({ caseId: String(id) })}">${title}</a> (${stateTitle}) stays open. Withdraw it as well if it is no longer wanted.`,
    );

const kept = ({ attached: { documents } }: Shown): string =>
  documents.length === 0
    ? 'What was written stays on record.'
    : `What was written stays on record, with ${count(documents.length, 'document', 'documents')}.`;

/** Before a case is withdrawn, which ends it for good: what goes with it, and what does not. */
export const goesWithPart = (view: Shown, { kind }: Pick<CaseStep, 'kind'>): Html | false =>
  kind === 'withdraw' &&
  html`<section class="app-evidence">${heading(2, 'What goes with it', { size: 'm' })}
${bulletList([
  `“${view.title}” is over. If it is wanted after all, it is begun anew.`,
  ...noLongerWaits(view),
  ...certificate(view),
  ...beside(view),
  kept(view),
])}</section>`;
