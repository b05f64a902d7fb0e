/**
 * What the Department for Education publishes of each area, under names made of our own: the measure it is of, then
 * the way it is cut and the part. `cla-number/age/10-15` is the children looked after who are aged 10 to 15. The keys are those
 * of our own breakdowns where the parts are the same. Where the Department drew its groups differently they have a name of
 * their own, so that two groupings are never taken for one.
 */
export const PUBLISHED_SERIES = {
  'cla-number': 'Children looked after on 31 March',
  'cla-rate-10k': 'Children looked after on 31 March per 10,000 children',
  'cla-started': 'Children who started to be looked after in the year',
  'cla-ceased': 'Children who ceased to be looked after in the year',
  'uasc-number': 'Unaccompanied asylum-seeking children looked after on 31 March',
  'uasc-in-year': 'Children looked after on 31 March who were unaccompanied and seeking asylum in the year',
  'population-0-17': 'Children aged 0 to 17 at the mid-year before',
  'cla-ceased/reason/adopted': 'Ceased to be looked after: adopted',
  'cla-ceased/reason/special-guardianship': 'Ceased to be looked after: special guardianship',

  'cla-number/age/0': 'Looked after on 31 March: under 1',
  'cla-number/age/1-4': 'Looked after on 31 March: 1 to 4',
  'cla-number/age/5-9': 'Looked after on 31 March: 5 to 9',
  'cla-number/age/10-15': 'Looked after on 31 March: 10 to 15',
  'cla-number/age/16+': 'Looked after on 31 March: 16 and over',

  'cla-number/placement/foster': 'Looked after on 31 March: foster placements',
  'cla-number/placement/adoption': 'Looked after on 31 March: placed for adoption',
  'cla-number/placement/parents': 'Looked after on 31 March: placed with parents',
  'cla-number/placement/secure-and-homes': 'Looked after on 31 March: secure homes and children’s homes',
  'cla-number/placement/supported':
    'Looked after on 31 March: independent, semi-independent and supported accommodation',
  'cla-number/placement/secure-homes-and-semi-independent':
    'Looked after on 31 March: secure units, children’s homes and semi-independent accommodation',
  'cla-number/placement/residential-school': 'Looked after on 31 March: residential schools',
  'cla-number/placement/residential-other': 'Looked after on 31 March: other residential settings',
  'cla-number/placement/community': 'Looked after on 31 March: other placements in the community',
  'cla-number/placement/missing': 'Looked after on 31 March: missing from placement',
  'cla-number/placement/other': 'Looked after on 31 March: other placements',
  'cla-number/placement/other-to-2017': 'Looked after on 31 March: other placements, as grouped to 2017',

  'cla-number/provider/PR0': 'Looked after on 31 March: parents',
  'cla-number/provider/PR1': 'Looked after on 31 March: own provision',
  'cla-number/provider/PR2': 'Looked after on 31 March: another authority’s provision',
  'cla-number/provider/PR3': 'Looked after on 31 March: other public provision',
  'cla-number/provider/PR4': 'Looked after on 31 March: private provision',
  'cla-number/provider/PR5': 'Looked after on 31 March: voluntary provision',
  'cla-number/provider/none': 'Looked after on 31 March: provider not reported',

  'cla-started/age/0': 'Started in the year: under 1',
  'cla-started/age/1-4': 'Started in the year: 1 to 4',
  'cla-started/age/5-9': 'Started in the year: 5 to 9',
  'cla-started/age/10-15': 'Started in the year: 10 to 15',
  'cla-started/age/16+': 'Started in the year: 16 and over',
  'cla-started/uasc/uasc': 'Started in the year: unaccompanied asylum-seeking',
  'cla-started/uasc/other': 'Started in the year: other children',

  'stability-3plus': 'Looked after on 31 March with three or more placements in the year',
  'stability-3plus-2yr': 'Looked after for two years, with three or more placements in them',
  'stability-3plus-2yr/of': 'Looked after for two years on 31 March',
  'stability-2yr': 'Under 16, looked after for two and a half years, with the same carer for two',
  'stability-2yr/of': 'Under 16, looked after for two and a half years on 31 March',
} as const satisfies Readonly<Record<string, string>>;

export type SeriesId = keyof typeof PUBLISHED_SERIES;

export const isSeries = (text: string): text is SeriesId => Object.hasOwn(PUBLISHED_SERIES, text);
