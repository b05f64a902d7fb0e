import type { Ages } from '../form/form.ts';

/**
 * What holds for a home found at night as for any other: no emergency lifts it. Each is answered when the child is
 * placed, and one that is not done says why, so that it is seen the next morning. Some hold at some ages alone.
 */
export const EMERGENCY_CHECKS = {
  'under-16': {
    title: 'Under 16: not in a home that has to be registered with Ofsted and is not',
    source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 27A',
    ages: { below: 16 },
  },
  'supported-16': {
    title: 'At 16 or 17 in supported accommodation: the provider is registered',
    source: 'Supported Accommodation (England) Regulations 2023',
    ages: { from: 16 },
  },
  'terms-of-approval': {
    title: 'Foster carers: approved for this child, or for at most six working days beyond their approval',
    source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 23',
  },
  'connected-person': {
    title: 'Relatives or friends: assessed and approved for the time being',
    source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 24',
  },
  'out-of-area': {
    title: 'Outside the area: approved as such, and the other authority told',
    source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulations 11 to 13',
  },
  'secure-limit': {
    title: 'Secure accommodation: at most 72 hours without an order of a court',
    source: 'Children (Secure Accommodation) Regulations 1991, regulation 10',
  },
  'secure-under-13': {
    title: 'Under 13 in secure accommodation: approved by the Secretary of State first',
    source: 'Children (Secure Accommodation) Regulations 1991, regulation 4',
    ages: { below: 13 },
  },
  'carer-told': {
    title: 'Whoever takes the child was told of health, risk and who may see them',
    source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 9',
  },
} as const satisfies Readonly<
  Record<string, { readonly title: string; readonly source: string; readonly ages?: Ages }>
>;
