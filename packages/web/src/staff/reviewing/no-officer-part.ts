import type { CaseStep, CaseView } from '@rightplace/app';
import { ALL_ROLES, POLICY, roleTitle } from '@rightplace/domain';
import { type Html, html, warningText } from '../../kit/index.ts';
import { staffPaths } from '../paths.ts';

const ALLOCATE = 'allocate-reviewing-officer';

/** "Group manager, Director … or Performance …": those whom the policy lets say whose reviewing officer somebody is. */
export const whoAllocates = (): string => {
  const titles = ALL_ROLES.filter((role) => POLICY[role][ALLOCATE] !== undefined).map((role) =>
    roleTitle(role).toLowerCase(),
  );
  return `${titles.slice(0, -1).join(', ')} or ${titles.at(-1) ?? ''}`;
};

const part = ({ child, noOfficer }: Pick<CaseView, 'child' | 'noOfficer'>, what: string): Html =>
  html`${warningText({ text: `No reviewing officer is allocated to this child: ${what}`, iconFallbackText: 'Warning' })}
<p class="govuk-body">${
    noOfficer?.mayAllocate === true
      ? html`<a class="govuk-link" href="${staffPaths.reviewingOfficer({ childId: child.id })}">Allocate a reviewing officer</a>`
      : `Ask somebody who can allocate one: ${whoAllocates()}.`
  }</p>`;

/** A case that stands with the reviewing officer of a child who has none. */
export const noOfficerPart = (view: Pick<CaseView, 'child' | 'noOfficer'>): Html | false =>
  view.noOfficer?.stands === true && part(view, 'this waits for nobody until one is.');

/** Before a form is sent that would bring it there. */
export const sendsToNobodyPart = (
  view: Pick<CaseView, 'child' | 'noOfficer'>,
  { toOfficer }: Pick<CaseStep, 'toOfficer'>,
): Html | false =>
  view.noOfficer !== undefined &&
  toOfficer &&
  part(view, 'once you send this, it waits until one is. You can send it all the same.');
