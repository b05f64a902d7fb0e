import type { CodeList } from './code-list.ts';

/** LS: the legal basis on which a child is looked after. A child under both a care and a placement order is E1. */
export const LEGAL_STATUSES = {
  groups: {
    'care-order': 'Care order',
    'placement-order': 'Placement order or freed for adoption',
    'section-20': 'Accommodated by agreement (section 20)',
    'youth-justice': 'Youth justice',
    'emergency-protection': 'Emergency protection',
    'short-breaks': 'Series of short breaks',
  },
  codes: {
    C1: { title: 'Interim care order', group: 'care-order' },
    C2: { title: 'Full care order', group: 'care-order' },
    D1: { title: 'Freed for adoption (no longer granted)', group: 'placement-order' },
    E1: { title: 'Placement order', group: 'placement-order' },
    V2: { title: 'Accommodated under section 20', group: 'section-20' },
    V3: { title: 'Short breaks, each recorded', group: 'short-breaks' },
    V4: { title: 'Short breaks, the agreement recorded', group: 'short-breaks' },
    L1: { title: 'Police protection', group: 'emergency-protection' },
    L2: { title: 'Emergency protection order', group: 'emergency-protection' },
    L3: { title: 'Child assessment order', group: 'emergency-protection' },
    J1: { title: 'On remand', group: 'youth-justice' },
    J2: { title: 'Detained under the Police and Criminal Evidence Act', group: 'youth-justice' },
    J3: { title: 'Youth rehabilitation order with residence or intensive fostering', group: 'youth-justice' },
  },
} as const satisfies CodeList;

/**
 * Care only under an agreed series of short breaks. Every headline of the Department for Education leaves these
 * children out (Children looked after in England, methodology).
 */
export const isShortBreaks = (legalStatus: string): boolean => legalStatus === 'V3' || legalStatus === 'V4';
