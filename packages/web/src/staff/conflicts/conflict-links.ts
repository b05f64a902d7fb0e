import { type Action, mayAttempt } from '@rightplace/domain';
import { type Html, html } from '../../kit/index.ts';
import type { Visit } from '../../server/visit.ts';
import { staffPaths } from '../paths.ts';
import { COLLEAGUE_TITLE, OWN_TITLE } from './declare-pages.ts';

/** The ways to say of a child that somebody knows them outside work, for those whose role has them. */
export const conflictLinks = ({ signedIn: { actor }, today }: Visit, childId: string): Html => {
  const may = (action: Action): boolean => mayAttempt({ actor, action, on: today }).kind === 'may';
  return html`${may('declare-own-conflict') && html`<p class="govuk-body app-no-print"><a class="govuk-link" href="${staffPaths.childConflict({ childId })}">${OWN_TITLE}</a></p>`}
${may('keep-conflicts') && html`<p class="govuk-body app-no-print"><a class="govuk-link" href="${staffPaths.colleagueConflict({ childId })}">${COLLEAGUE_TITLE}</a></p>`}`;
};
