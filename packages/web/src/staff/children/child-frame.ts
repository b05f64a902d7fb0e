import type { OpenGlass } from '@rightplace/app';
import { londonTimeOf } from '@rightplace/domain';
import { type Crumb, type Html, html, identityBar, subNavigation, warningText } from '../../kit/index.ts';
import { staffPaths } from '../paths.ts';
import { childName, type Named } from './child-words.ts';

export type ChildPart = 'overview' | 'journey' | 'facts' | 'looks';

type Carried = Readonly<Record<string, string>>;

/** Who the pages are about, on each of them in the same place. */
export const childIdentity = (child: Named, facts: readonly string[]): Html =>
  identityBar({
    title: {
      html: html`<strong>${childName(child)}</strong>${facts.map((fact) => html`<span class="app-identity__fact">${fact}</span>`)}`,
    },
  });

export const childParts = (id: string, here: ChildPart, carried: Carried, mayAudit: boolean): Html => {
  const params = { childId: id };
  return subNavigation({
    label: 'This child',
    items: [
      { text: 'Overview', href: staffPaths.child(params, carried), active: here === 'overview' },
      { text: 'Journey', href: staffPaths.childJourney(params, carried), active: here === 'journey' },
      { text: 'Record', href: staffPaths.childFacts(params, carried), active: here === 'facts' },
      mayAudit && {
        text: 'Who has looked',
        href: staffPaths.childLooks(params, carried),
        active: here === 'looks',
      },
    ],
  });
};

export const childCrumbs = (carried: Carried): readonly Crumb[] => [
  { text: 'Children', href: staffPaths.children(carried) },
];

/** Says that the record is open by a reason, which one, and for how long. */
export const glassNotice = (glass: OpenGlass | undefined): Html =>
  glass === undefined
    ? html``
    : warningText({
        text: `This record is restricted. It is open to you until ${londonTimeOf(glass.until)} because you wrote: “${glass.reason}”`,
        iconFallbackText: 'Restricted',
      });
