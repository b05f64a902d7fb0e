import type { BridgeStepKind } from '@rightplace/domain';

const TITLES: Readonly<Record<BridgeStepKind, string>> = {
  'first-known': 'As it was known then',
  corrections: 'Learned since about that day',
  left: 'Gone: no longer among those counted from',
  joined: 'Come: newly among those counted from',
  changed: 'Still among them, and counted otherwise',
};
export const stepTitle = (kind: BridgeStepKind): string => TITLES[kind];

const BRIEFLY: Readonly<Record<BridgeStepKind, string>> = {
  'first-known': 'As then known',
  corrections: 'Learned since',
  left: 'Gone',
  joined: 'Come',
  changed: 'Counted otherwise',
};
/** Under a column of a picture there is little room. */
export const stepBriefly = (kind: BridgeStepKind): string => BRIEFLY[kind];

const MOVERS: Readonly<Record<BridgeStepKind, string>> = {
  'first-known': 'The first day',
  corrections: 'What was learned since',
  left: 'Those who went',
  joined: 'Those who came',
  changed: 'Those counted otherwise',
};
/** Who or what a step is, to begin a sentence. */
export const stepMoves = (kind: BridgeStepKind): string => MOVERS[kind];
