import type { Role } from '../access/role.ts';
import type { GivenTo, Named } from '../workflow/workflow.ts';

/** The panels that meet about children who come into care, or whose home may not last. */
export const PANELS = {
  'entry-to-care-panel': {
    title: 'Entry to Care Panel',
    about:
      'Looks at each child who may come into care before they do, or, after an emergency, at its next meeting.',
  },
  'access-to-resources-panel': {
    title: 'Access to Resources Panel',
    about:
      'Agrees support, a move or a way home for a child whose home may not last or for whom more is asked.',
  },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly about: string }>>;

/** A panel's own process has the same id. */
export type PanelId = keyof typeof PANELS;

export const ALL_PANELS = Object.keys(PANELS) as readonly PanelId[];

export const isPanelId = (text: string): text is PanelId => Object.hasOwn(PANELS, text);

/** Who puts a child before a panel: those who work with them, and their managers. */
export const REFERRERS = [
  'social-worker',
  'team-manager',
  'group-manager',
] as const satisfies readonly Role[];

/** Who may be named to chair a meeting. Members are recorded by name at each meeting. */
export const CHAIRS = ['group-manager', 'director', 'reviewing-officer'] as const satisfies readonly Role[];

/** Of those, only whoever is named for the meeting says what it decided. */
export const THE_CHAIR = { as: 'the chair of the meeting' } as const satisfies Named;

/** Who puts cases on agendas and sees them to their end. Not the director, whose list is for what needs a director. */
export const KEEPERS = [
  'placements-officer',
  'group-manager',
  'reviewing-officer',
] as const satisfies readonly Role[];

/** Of those, whoever puts a case on an agenda sees it to its end. */
export const KEPT_BY = { roles: KEEPERS, taken: 'list' } as const satisfies GivenTo;

/** What steps of a panel's case need besides the referral. */
export const PANEL_NEEDS = {
  'meeting-arranged': 'No meeting of this panel is arranged from today on. Arrange one first.',
  'meeting-held':
    'This cannot be heard yet. The meeting it is listed for has to have come, and to say who was there.',
} as const;

export type PanelNeed = keyof typeof PANEL_NEEDS;
