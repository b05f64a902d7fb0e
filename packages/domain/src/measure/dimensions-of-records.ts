import { SEARCH_TIERS } from '../search/tiers.ts';
import { toldByCase } from './dimensions-of-returns.ts';
import { REASONS_FOR_LEAVING } from './records/fostering.ts';
import { JUDGEMENTS } from './records/inspections.ts';
import { AVOIDANCE_FORUMS, PURCHASE_ROUTES } from './records/money.ts';
import { PALAC_OUTCOMES } from './records/palac.ts';
import { ENTRY_DECISIONS, PANEL_OUTCOMES, PANEL_REASONS } from './records/panel.ts';
import { PERMANENCE_MILESTONES } from './records/permanence.ts';
import { AUDIT_GRADES } from './records/practice.ts';
import { PLACEMENT_KINDS } from './records/search.ts';
import { PROGRESS } from './records/strategy.ts';
import { EDGE_OF_CARE_OUTCOMES } from './records/upstream.ts';
import { ASSESSMENT_FACTORS, REFERRAL_SOURCES } from './records/upstream-codes.ts';

/** A dimension whose keys are an authority's own words. */
const inOwnWords = (title: string) => ({
  ...toldByCase(title, {}),
  titleOf: (key: string) => (key === 'unknown' ? 'Not recorded' : key),
});

/** The same where some of the words are codes with words of ours. */
const inCodesOrWords = (title: string, codes: Readonly<Record<string, string>>) => ({
  ...toldByCase(title, codes),
  titleOf: (key: string) => codes[key] ?? (key === 'unknown' ? 'Not recorded' : key),
});

/** Ways to cut figures that are worked out from records besides children's time in care. */
export const RECORD_DIMENSIONS = {
  'panel-reason': toldByCase('Why the panel looks at it first', PANEL_REASONS),
  'entry-decision': toldByCase('Decision of the panel', ENTRY_DECISIONS),
  'panel-outcome': toldByCase('What the panel said', PANEL_OUTCOMES),
  'palac-outcome': toldByCase('Outcome of the request', PALAC_OUTCOMES),
  'palac-route': toldByCase('Route', { emergency: 'Emergency', usual: 'Not an emergency' }),
  'type-wanted': toldByCase('Type of placement wanted', PLACEMENT_KINDS),
  'search-tier': toldByCase('Tier of the search', SEARCH_TIERS),
  'provider-asked': inOwnWords('Provider asked'),
  milestone: toldByCase('Milestone', PERMANENCE_MILESTONES),
  'audit-grade': toldByCase('Grade', AUDIT_GRADES),
  'audit-theme': inOwnWords('Theme of the audit'),
  'edge-of-care-outcome': toldByCase('Outcome', EDGE_OF_CARE_OUTCOMES),
  'contact-source': inCodesOrWords('Who told', REFERRAL_SOURCES),
  'contact-outcome': inOwnWords('Outcome of the contact'),
  'contact-factor': inOwnWords('Risk factor'),
  factor: inCodesOrWords('Factor', ASSESSMENT_FACTORS),
  'reason-fostering-ended': toldByCase('Reason for leaving', REASONS_FOR_LEAVING),
  'place-use': toldByCase('Use of the place', {
    filled: 'Filled',
    vacant: 'Vacant',
    unavailable: 'Not to be had now',
  }),
  'placement-kind': toldByCase('Type of placement bought', PLACEMENT_KINDS),
  'purchase-route': toldByCase('How it was bought', PURCHASE_ROUTES),
  framework: inOwnWords('Framework'),
  'avoidance-forum': toldByCase('Forum', AVOIDANCE_FORUMS),
  'strategy-theme': inOwnWords('Theme of the strategy'),
  judgement: toldByCase('Judgement of Ofsted', JUDGEMENTS),
  progress: toldByCase('Progress', PROGRESS),
} as const;

export const OF_RECORDS = Object.keys(RECORD_DIMENSIONS) as readonly (keyof typeof RECORD_DIMENSIONS)[];
