import type { OpenGlass } from '@rightplace/app';
import { londonTimeOf } from '@rightplace/domain';
import { type Html, html, identityBar, subNavigation, warningText } from '../../kit/index.ts';
import { type Query, queryText } from '../../server/path.ts';
import { staffPaths } from '../paths.ts';
import { childName, type Named } from './child-words.ts';

export type ChildPart = 'overview' | 'journey' | 'facts' | 'due' | 'return' | 'looks';

/** Who the pages are about and where the other pages are, on each of them in the same place. */
export const childIdentity = (
  child: Named,
  { facts, parts }: { readonly facts: readonly string[]; readonly parts: Html },
): Html =>
  html`${identityBar({
    title: {
      html: html`<strong>${childName(child)}</strong>${facts.map((fact) => html`<span class="app-identity__fact">${fact}</span>`)}`,
    },
  })}
<div class="govuk-width-container app-identity__parts">${parts}</div>`;

export const childParts = (
  id: string,
  {
    here,
    carried,
    mayAudit,
    mayCorrect,
  }: {
    readonly here: ChildPart;
    readonly carried: Query;
    readonly mayAudit: boolean;
    readonly mayCorrect: boolean;
  },
): Html => {
  const params = { childId: id };
  return subNavigation({
    label: 'This child',
    items: [
      { text: 'Overview', href: staffPaths.child(params, carried), active: here === 'overview' },
      { text: 'Journey', href: staffPaths.childJourney(params, carried), active: here === 'journey' },
      { text: 'Record', href: staffPaths.childFacts(params, carried), active: here === 'facts' },
      // What is due, and what is corrected, is of the record as it is now: a page that looks at another day does not lead there.
      queryText(carried) === '' && {
        text: 'What is due',
        href: staffPaths.childDue(params),
        active: here === 'due',
      },
      mayCorrect &&
        queryText(carried) === '' && {
          text: 'Return',
          href: staffPaths.childReturn(params),
          active: here === 'return',
        },
      mayAudit && {
        text: 'Who has looked',
        href: staffPaths.childLooks(params, carried),
        active: here === 'looks',
      },
    ],
  });
};

/** Says that the record is open by a reason, which one, and for how long. */
export const glassNotice = (glass: OpenGlass | undefined): Html =>
  glass === undefined
    ? html``
    : warningText({
        text: `This record is restricted. It is open to you until ${londonTimeOf(glass.until)} because you wrote: “${glass.reason}”`,
        iconFallbackText: 'Restricted',
      });
