/**
 * What the law asks of an authority that receives a child, each with where it says so: the record that it was done is
 * part of the request, so that nobody has to put it together afterwards.
 */
export const DUTIES = {
  basis: {
    title: 'Agreement under section 20 recorded, or order made',
    source: 'Children Act 1989, section 20(7) and (11), Parts 4 and 5',
  },
  consultation: {
    title: 'Child, parents and others who matter asked what they wish',
    source: 'Children Act 1989, section 22(4)',
  },
  preference: {
    title: 'Parents, then relatives and friends, considered before anybody else',
    source: 'Children Act 1989, section 22C(2) to (7)',
  },
  'siblings-together': {
    title: 'Brothers and sisters together',
    source: 'Children Act 1989, section 22C(8)(c)',
  },
  'near-home': { title: 'Near home', source: 'Children Act 1989, section 22C(8)(a) and (9)' },
  education: { title: 'School not disrupted', source: 'Children Act 1989, section 22C(8)(b)' },
  identity: {
    title: 'Language, religion, race and culture considered',
    source: 'Children Act 1989, section 22(5)(c)',
  },
  'health-consent': {
    title: 'Consent to health assessment and treatment',
    source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 7',
  },
  contact: {
    title: 'Time with family agreed',
    source: 'Children Act 1989, section 34 and Schedule 2, paragraph 15',
  },
  'reviewing-officer': {
    title: 'Independent reviewing officer asked for',
    source: 'Children Act 1989, section 25A',
  },
  notifications: {
    title: 'Those who must be told are told',
    source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 13',
  },
  'virtual-school': { title: 'Virtual school told', source: 'Children Act 1989, section 22(3A) to (3C)' },
  asylum: {
    title: 'Whether the child is an unaccompanied asylum-seeking child',
    source: 'Care of unaccompanied migrant children and child victims of modern slavery, 2017',
  },
  'short-breaks': {
    title: 'Whether a series of short breaks would do',
    source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 48',
  },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly source: string }>>;

export type Duty = keyof typeof DUTIES;
