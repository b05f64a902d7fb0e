import type { World } from '@rightplace/app';
import { mayAttempt } from '@rightplace/domain';
import { type Html, html } from '../../kit/index.ts';
import type { Visit } from '../../server/visit.ts';
import { staffPaths } from '../paths.ts';

/** A way to the workbench, for those who may have it, where there is one. */
export const workbenchLink = (
  { signedIn: { actor }, today }: Pick<Visit, 'signedIn' | 'today'>,
  { workbench }: World,
): Html | false =>
  workbench !== undefined &&
  mayAttempt({ actor, action: 'see-return-readiness', on: today }).kind === 'may' &&
  html`<p class="govuk-body"><a class="govuk-link" href="${staffPaths.workbench()}" download>Check files on your own computer</a>: a page to save and open from disk. Nothing given to it leaves your computer.</p>`;
