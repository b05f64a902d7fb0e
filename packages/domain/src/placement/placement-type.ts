import type { CodeList } from '../child/code-list.ts';

/**
 * PLACE. The sub-types of "other" (Z11 to Z14) are not told apart here: what each means could not be confirmed.
 * K3 took the place of H5 and P2 when supported accommodation came to be registered with Ofsted (October 2023).
 */
export const PLACEMENT_TYPES = {
  groups: {
    'foster-relative': 'Foster care with a relative or friend',
    'foster-other': 'Foster care with another carer',
    adoption: 'Placed for adoption',
    parents: 'With parents',
    secure: 'Secure children’s home',
    'childrens-home': 'Children’s home',
    supported: 'Supported or independent living',
    'residential-school': 'Residential school',
    'residential-other': 'Other residential setting',
    temporary: 'Temporary placement',
    other: 'Other',
  },
  codes: {
    U1: { title: 'Foster care, relative or friend, long term', group: 'foster-relative' },
    U2: { title: 'Foster care, relative or friend who may adopt', group: 'foster-relative' },
    U3: { title: 'Foster care, relative or friend, not long term', group: 'foster-relative' },
    U4: { title: 'Foster care, another carer, long term', group: 'foster-other' },
    U5: { title: 'Foster care, another carer who may adopt', group: 'foster-other' },
    U6: { title: 'Foster care, another carer, not long term', group: 'foster-other' },
    A1: { title: 'Placed for adoption (old code)', group: 'adoption' },
    A2: { title: 'Placed for adoption (old code)', group: 'adoption' },
    A3: { title: 'Placed for adoption by consent, with the foster carer', group: 'adoption' },
    A4: { title: 'Placed for adoption by consent, with new carers', group: 'adoption' },
    A5: { title: 'Placed for adoption under an order, with the foster carer', group: 'adoption' },
    A6: { title: 'Placed for adoption under an order, with new carers', group: 'adoption' },
    P1: { title: 'With parents or others with parental responsibility', group: 'parents' },
    K1: { title: 'Secure children’s home', group: 'secure' },
    K2: { title: 'Children’s home', group: 'childrens-home' },
    K3: { title: 'Supported accommodation registered with Ofsted', group: 'supported' },
    H5: { title: 'Semi-independent living (before registration)', group: 'supported' },
    P2: { title: 'Independent living', group: 'supported' },
    S1: { title: 'Residential school', group: 'residential-school' },
    R1: { title: 'Residential care home', group: 'residential-other' },
    R2: { title: 'Hospital or nursing care', group: 'residential-other' },
    R3: { title: 'Family centre or mother and baby unit', group: 'residential-other' },
    R5: { title: 'Young offender institution', group: 'residential-other' },
    P3: { title: 'Living where they work', group: 'other' },
    T0: { title: 'Temporary, of any kind', group: 'temporary' },
    T1: { title: 'Temporary: in hospital', group: 'temporary' },
    T2: { title: 'Temporary: child on holiday', group: 'temporary' },
    T3: { title: 'Temporary: carer on holiday', group: 'temporary' },
    T4: { title: 'Temporary: another reason, up to seven days', group: 'temporary' },
    Z1: { title: 'Other placement', group: 'other' },
    Z11: { title: 'Other placement (first kind)', group: 'other' },
    Z12: { title: 'Other placement (second kind)', group: 'other' },
    Z13: { title: 'Other placement (third kind)', group: 'other' },
    Z14: { title: 'Other placement (fourth kind)', group: 'other' },
  },
} as const satisfies CodeList;

// Sets, because every measure of ten years asks: to look a code up is several times quicker than to match it.
const FOSTER_CARE: ReadonlySet<string> = new Set(['U1', 'U2', 'U3', 'U4', 'U5', 'U6']);
const TEMPORARY: ReadonlySet<string> = new Set(['T0', 'T1', 'T2', 'T3', 'T4']);
const FOR_ADOPTION: ReadonlySet<string> = new Set(['A1', 'A2', 'A3', 'A4', 'A5', 'A6']);

/** U1 to U6. */
export const isFosterCare = (type: string): boolean => FOSTER_CARE.has(type);

/** T0 to T4: the child is expected back where they usually live. */
export const isTemporary = (type: string): boolean => TEMPORARY.has(type);

/** A3 to A6, and the codes before them. */
export const isPlacedForAdoption = (type: string): boolean => FOR_ADOPTION.has(type);
