import type { UpstreamReport } from '@rightplace/app';

export const SOURCE_TITLES: Readonly<Record<UpstreamReport['source'], string>> = {
  'annex-a': 'Child-level lists (Annex A)',
  'cin-census': 'Children in need census',
};

export const KIND_TITLES: Readonly<Record<UpstreamReport['kinds'][number], string>> = {
  child: 'Children',
  contact: 'Contacts',
  referral: 'Referrals',
  assessment: 'Assessments',
  factor: 'Factors found in assessments',
  'section-47': 'Section 47 enquiries',
  'in-need': 'Episodes of need',
  'protection-plan': 'Child protection plans',
  'edge-of-care': 'Edge-of-care cases closed',
};
