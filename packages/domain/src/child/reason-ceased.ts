import { type CodeList, findCodeGroup } from './code-list.ts';

/** REC: why an episode ended, in the groups that the Department for Education reports leavers by. */
export const REASONS_CEASED = {
  groups: {
    'still-looked-after': 'Still looked after',
    adopted: 'Adopted',
    'special-guardianship': 'Special guardianship order',
    'child-arrangements': 'Child arrangements or residence order',
    'returned-home': 'Returned home',
    'independent-living': 'Independent living',
    'staying-put': 'Stayed with carers at 18 or over',
    'adult-services': 'Adult social care',
    custody: 'Custody',
    transferred: 'Care taken over by another authority',
    abroad: 'Moved abroad',
    'assessed-adult': 'Found to be an adult',
    'remand-ended': 'Remand ended',
    died: 'Died',
    other: 'Another reason',
  },
  codes: {
    X1: { title: 'The next episode begins the same day', group: 'still-looked-after' },
    E1: { title: 'Adopted (old code)', group: 'adopted' },
    E11: { title: 'Adopted, unopposed', group: 'adopted' },
    E12: { title: 'Adopted, parents’ consent dispensed with', group: 'adopted' },
    E2: { title: 'Died', group: 'died' },
    E3: { title: 'Care taken over by another UK authority', group: 'transferred' },
    E4A: { title: 'Went home to parents or relatives, as planned', group: 'returned-home' },
    E4B: { title: 'Went home to parents or relatives, not as planned', group: 'returned-home' },
    E13: { title: 'Went to live with someone without parental responsibility', group: 'returned-home' },
    E41: { title: 'Child arrangements or residence order', group: 'child-arrangements' },
    E43: { title: 'Special guardianship, former foster carer (old code)', group: 'special-guardianship' },
    E44: { title: 'Special guardianship, someone else (old code)', group: 'special-guardianship' },
    E45: {
      title: 'Special guardianship, former foster carer who is a relative or friend',
      group: 'special-guardianship',
    },
    E46: { title: 'Special guardianship, another former foster carer', group: 'special-guardianship' },
    E47: {
      title: 'Special guardianship, a relative or friend who had not fostered',
      group: 'special-guardianship',
    },
    E48: { title: 'Special guardianship, someone else who had not fostered', group: 'special-guardianship' },
    E5: { title: 'Independent living with formal support', group: 'independent-living' },
    E6: { title: 'Independent living without formal support', group: 'independent-living' },
    E7: { title: 'Residential care paid for by adult social care', group: 'adult-services' },
    E8: { title: 'Another reason', group: 'other' },
    E9: { title: 'Sentenced to custody', group: 'custody' },
    E14: { title: 'Accommodation on remand ended', group: 'remand-ended' },
    E15: { title: 'Found by age assessment to be 18 or over', group: 'assessed-adult' },
    E16: { title: 'Moved abroad', group: 'abroad' },
    E17: { title: 'Stayed with the same carers at 18 or over', group: 'staying-put' },
  },
} as const satisfies CodeList;

/**
 * Whether an episode's ending ended care: any REC but X1. An ending without a reason counts as one, since nobody said
 * that care went on.
 */
export const ceasedCare = (reason: string | null): boolean => reason !== 'X1';

export type LeftFor = keyof (typeof REASONS_CEASED)['groups'];

/** What an ending was to; undefined when no reason was recorded. */
export const leftFor = (reason: string | null): LeftFor | undefined =>
  reason === null ? undefined : findCodeGroup(REASONS_CEASED, reason);
