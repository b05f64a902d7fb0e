import { ENTRY_PANEL, type EntryPanelState } from '../src/panel/entry-panel.ts';
import { RESOURCES_PANEL, type ResourcesPanelState } from '../src/panel/resources-panel.ts';
import type { CaseNow } from '../src/workflow/case.ts';
import { caseOf, type Taken, withNamed } from './cases.ts';

const REFERRED: readonly Taken[] = [['refer', 'jo', 'social-worker']];
const LISTED: readonly Taken[] = [...REFERRED, ['list', 'paige', 'placements-officer']];
const heard = (step: string): readonly Taken[] => [...LISTED, [step, 'gwen', 'group-manager']];

const ENTRY_WAYS: Readonly<Record<EntryPanelState, readonly Taken[]>> = {
  draft: [],
  referred: REFERRED,
  listed: LISTED,
  'more-information': heard('ask-more'),
  'care-agreed': heard('agree-care'),
  diverted: heard('divert'),
  'legal-gateway': heard('to-legal-gateway'),
  reviewed: [...heard('divert'), ['review', 'gwen', 'group-manager']],
  withdrawn: [...REFERRED, ['withdraw', 'jo', 'social-worker']],
};

const FOLLOWED: readonly Taken[] = [...heard('agree-support'), ['follow-up', 'jo', 'social-worker']];
const RESOURCES_WAYS: Readonly<Record<ResourcesPanelState, readonly Taken[]>> = {
  draft: [],
  referred: REFERRED,
  listed: LISTED,
  'support-agreed': heard('agree-support'),
  'move-agreed': heard('agree-move'),
  'return-planned': heard('plan-return'),
  refused: heard('refuse'),
  'followed-up': FOLLOWED,
  closed: [...FOLLOWED, ['close', 'paige', 'placements-officer']],
  withdrawn: [...REFERRED, ['withdraw', 'jo', 'social-worker']],
};

export const ENTRY_PANEL_STATES = Object.keys(ENTRY_WAYS) as readonly EntryPanelState[];
export const RESOURCES_PANEL_STATES = Object.keys(RESOURCES_WAYS) as readonly ResourcesPanelState[];

/** A child whom Jo referred, in each state. */
export const entryPanelIn = (state: EntryPanelState): CaseNow =>
  caseOf(withNamed(ENTRY_PANEL, 'gwen'), 'jo', ENTRY_WAYS[state]);
export const resourcesPanelIn = (state: ResourcesPanelState): CaseNow =>
  caseOf(withNamed(RESOURCES_PANEL, 'gwen'), 'jo', RESOURCES_WAYS[state]);
