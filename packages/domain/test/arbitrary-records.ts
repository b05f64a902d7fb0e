import fc from 'fast-check';
import { addDays, type Day, day } from '../src/calendar/day.ts';
import { endOfLondonDay } from '../src/calendar/london-time.ts';
import { type Moment, moment } from '../src/calendar/moment.ts';
import { childId } from '../src/child/record.ts';
import type { SearchApproach } from '../src/measure/records/search.ts';
import type { RecordKind, Records } from '../src/measure/records.ts';

/**
 * Any records at all of every kind that measures know, not always sense, and the same as an earlier day would have had
 * them. A new kind of record has to be described here: the types see to it.
 *
 * `first` is the day from which a record is there; what is `later` is blank until its day; what lies `ahead` is known
 * from the first, such as the day on which something is due.
 */
type Field =
  | 'child'
  | 'children'
  | 'first'
  | 'first-moment'
  | 'later'
  | 'later-moment'
  | 'ahead'
  | 'ahead?'
  | 'days'
  | 'name'
  | 'names'
  | 'plans?'
  | 'number'
  | 'yes'
  | 'yes?'
  | 'every'
  | 'progress'
  | 'approaches'
  | { readonly toldWith: string; readonly of: readonly string[] }
  | readonly (string | null)[];
type Shape = Readonly<Record<string, Field>>;

const period: Shape = { starts: 'first', ends: 'later' };
const ofChild: Shape = { child: 'child', on: 'first' };
const timeOfChild: Shape = { child: 'child', ...period };
const kinds = ['fostering', 'residential', 'supported'];

const SHAPES: Readonly<Record<RecordKind, Shape>> = {
  emergencyStarts: ofChild,
  selfDischarges: { ...ofChild, authorisedOn: 'later' },
  longTermFosterDecisions: ofChild,
  siblingPlans: { group: 'name', together: 'yes', ...period },
  moveOnPlans: { child: 'child', agreedOn: 'first', takenBackOn: 'later' },
  returnHomePlans: { child: 'child', agreedOn: 'first', takenBackOn: 'later' },
  protectionPlans: { ...timeOfChild, previousPlans: 'plans?' },
  returnsFromMissing: {
    child: 'child',
    returnedAt: 'first-moment',
    offeredOn: 'later',
    answer: { toldWith: 'offeredOn', of: ['accepted', 'refused'] },
    interviewedAt: 'later-moment',
  },
  adopters: { household: 'name', approvedOn: 'first', matchedOn: 'later', ceasedOn: 'later' },
  educationPlans: { ...ofChild, rating: ['red', 'amber', 'green', null] },
  schoolTerms: { starts: 'first', ends: 'ahead' },
  attendance: { child: 'child', starts: 'first', ends: 'ahead', attended: 'number', possible: 'number' },
  suspensions: ofChild,
  schoolPlaces: { ...timeOfChild, school: 'name', weeklyHours: 'number' },
  youngPersonsActivities: { ...timeOfChild, activity: ['education', 'none'] },
  fosterEnquiries: { household: 'name', on: 'first', assessmentOn: 'later', approvedOn: 'later' },
  fosterHouseholds: {
    household: 'name',
    approvedOn: 'first',
    ceasedOn: 'later',
    ceasedWhy: { toldWith: 'ceasedOn', of: ['retired', 'other'] },
    specialist: 'yes',
  },
  fosterPlaces: { household: 'name', on: 'first', filled: 'number', vacant: 'number', unavailable: 'number' },
  fosterContacts: { household: 'name', on: 'first', kind: ['review', 'visit'] },
  fosterExemptions: { household: 'name', ...period },
  healthAssessments: { ...ofChild, kind: ['initial', 'review'] },
  healthPassports: { child: 'child', issuedOn: 'first' },
  bedsOfHomes: {
    home: 'name',
    kind: ['childrens-home', 'supported-accommodation'],
    ...period,
    registered: 'number',
    commissioned: 'number',
    staffed: 'number',
  },
  bedStays: { home: 'name', ...period },
  placedHere: { notification: 'name', by: 'name', ...period, notifiedOn: 'first' },
  inspections: { urn: 'name', on: 'first', outcome: ['good', 'inadequate'] },
  placementPrices: {
    ...timeOfChild,
    kind: [...kinds, null],
    route: ['framework', 'spot', null],
    core: 'number',
    additional: 'number',
    expectedEnd: 'ahead?',
  },
  uplifts: { placement: 'name', framework: 'name', on: 'first', before: 'number', after: 'number' },
  costAvoidance: {
    ...ofChild,
    placement: 'name',
    forum: ['panel', 'placements-forum'],
    before: 'number',
    after: 'number',
    weeksInYear: 'number',
    weeksInFull: 'number',
  },
  placementContracts: { child: 'child', placementStarts: 'first', signedOn: 'later' },
  paymentsSetUp: { child: 'child', moveConfirmedOn: 'first', setUpOn: 'later' },
  palacRequests: {
    child: 'child',
    submittedAt: 'first-moment',
    decidedAt: 'later-moment',
    outcome: { toldWith: 'decidedAt', of: ['authorised', 'returned', 'rejected'] },
    emergency: 'yes',
    movedAt: 'later-moment',
  },
  panelListings: { child: 'child', meetingOn: 'first', reasons: [null] },
  entryDecisions: { ...ofChild, decision: ['kept-at-home', 'reunited', 'came-into-care'] },
  panelHearings: {
    ...ofChild,
    panel: ['entry-to-care-panel', 'access-to-resources-panel'],
    outcome: ['care-agreed', 'diverted', 'more-information', 'support-agreed', 'refused'],
  },
  panelSupport: {
    ...timeOfChild,
    agreedOn: 'first',
    panel: ['entry-to-care-panel', 'access-to-resources-panel'],
    weekly: 'number',
  },
  needsAssessments: ofChild,
  pathwayPlans: ofChild,
  careLeavers: timeOfChild,
  personalAdvisers: timeOfChild,
  stayingClose: timeOfChild,
  permanencePlans: ofChild,
  permanenceMilestones: {
    child: 'child',
    milestone: ['plan', 'adoption-match'],
    setOn: 'first',
    dueOn: 'ahead',
    metOn: 'later',
  },
  careProceedings: { case: 'name', children: 'children', issuedOn: 'first', finalOrderOn: 'later' },
  preProceedings: { family: 'name', children: 'children', ...period },
  tripleCarePlans: { ...ofChild, ifGranted: 'yes', ifRefused: 'yes', ifReunited: 'yes' },
  disruptionMeetings: { ...ofChild, endedOn: 'first' },
  consolidationMeetings: ofChild,
  placementsAtRisk: { ...timeOfChild, noticeOn: 'later' },
  homesUnderNotice: timeOfChild,
  caseAudits: { ...ofChild, theme: 'name', grade: ['good', 'inadequate'] },
  surveyAnswers: { answer: 'name', on: 'first', happyAndHealthy: 'yes?' },
  casesHeld: { ...timeOfChild, worker: 'name' },
  supervisions: { worker: 'name', on: 'first' },
  knownRisks: { ...timeOfChild, risk: ['exploitation', 'genital-mutilation'], planOn: 'later' },
  placementSearches: {
    search: 'name',
    child: 'child',
    readyAt: 'first-moment',
    wanted: [...kinds, null],
    approaches: 'approaches',
    offeredOn: 'days',
    allTiersOn: 'later',
    closedOn: 'later',
    movedAt: 'later-moment',
    placed: { toldWith: 'movedAt', of: kinds },
    chosenOfferOn: 'later',
  },
  otherTypeReasons: { search: 'name', on: 'first', because: ['availability', 'choice'] },
  strategyActions: { action: 'name', theme: 'name', agreedOn: 'first', dueOn: 'ahead', progress: 'progress' },
  projections: { madeOn: 'first', forDay: 'ahead', children: 'number' },
  contacts: { ...ofChild, source: ['6', 'School', ''], outcome: 'name', factors: 'names' },
  referrals: { ...ofChild, source: ['1A', ''], noFurtherAction: 'yes?' },
  assessments: { child: 'child', startedOn: 'first', authorisedOn: 'later' },
  childrenInNeed: timeOfChild,
  section47Enquiries: { ...ofChild, conferenceOn: 'later' },
  initialConferences: { ...ofChild, strategyOn: 'first' },
  edgeOfCareClosures: { ...ofChild, outcome: ['improved', 'care'] },
  assessmentFactors: { ...ofChild, factor: 'name' },
  familySupport: { ...timeOfChild, weekly: 'number' },
  visits: { ...ofChild, seenAlone: 'yes?' },
  visitIntervals: { ...timeOfChild, every: 'every' },
};

type Made = Readonly<Record<string, unknown>>;

const child = fc.nat(5).map((n) => childId(`C${n}`));
const hour = fc.nat(23).map((n) => `T${String(n).padStart(2, '0')}:30:00Z`);
const after = (first: Day) => fc.nat(300).map((days) => addDays(first, days));
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 3 });

const valueOf = (field: Field, first: Day): fc.Arbitrary<unknown> => {
  if (typeof field === 'object')
    return 'toldWith' in field ? fc.constantFrom(...field.of, null) : fc.constantFrom(...field);
  switch (field) {
    case 'child':
      return child;
    case 'children':
      return fc.array(child, { maxLength: 3 });
    case 'first':
      return fc.constant(first);
    case 'first-moment':
      return hour.map((time) => moment(`${first}${time}`));
    case 'later':
    case 'ahead?':
      return orNull(after(first));
    case 'later-moment':
      return orNull(fc.tuple(after(first), hour).map(([on, time]) => moment(`${on}${time}`)));
    case 'ahead':
      return after(first);
    case 'days':
      return fc.array(after(first), { maxLength: 3 });
    case 'name':
      return fc.constantFrom('Alder', 'Birch', 'Cedar');
    case 'names':
      return fc.uniqueArray(fc.constantFrom('Alder', 'Birch'), { maxLength: 2 });
    case 'plans?':
      return orNull(fc.nat(3));
    case 'number':
      return fc.nat(2_000_000);
    case 'yes':
      return fc.boolean();
    case 'yes?':
      return orNull(fc.boolean());
    case 'every':
      return fc.constantFrom({ weeks: 6 }, { months: 3 });
    case 'approaches':
      return fc.array(
        fc.record({
          tier: fc.constantFrom('in-house', 'framework', 'spot'),
          provider: fc.constantFrom('', 'Alder'),
          sentOn: after(first),
          offeredOn: orNull(after(first)),
        }),
        { maxLength: 3 },
      );
    case 'progress':
      return fc.array(
        fc.record({ on: after(first), state: fc.constantFrom('on-track', 'done', 'off-track') }),
        {
          maxLength: 3,
        },
      );
  }
};

const ofShape = (shape: Shape, from: Day): fc.Arbitrary<Made> =>
  fc
    .nat(1200)
    .map((days) => addDays(from, days))
    .chain((first) =>
      fc.record(
        Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, valueOf(field, first)])),
      ),
    )
    .map((made) => ('reasons' in made ? { ...made, reasons: ['high-cost'] } : made));

const allKinds = Object.keys(SHAPES) as readonly RecordKind[];

export const arbitraryRecords = (from: Day = day('2020-01-31')): fc.Arbitrary<Records> => {
  const lists = allKinds.map(
    (kind) => [kind, fc.array(ofShape(SHAPES[kind], from), { maxLength: 4 })] as const,
  );
  return fc.record(Object.fromEntries<fc.Arbitrary<unknown>>(lists)) as fc.Arbitrary<Records>;
};

export const noRecordsOfAnyKind: Records = Object.fromEntries(allKinds.map((kind) => [kind, []]));

/** The records as someone could have written them down at the end of a day. */
export const recordsAsOf = (records: Records, asOf: Day): Records =>
  Object.fromEntries(
    allKinds.map((kind) => [
      kind,
      ((records[kind] ?? []) as unknown as readonly Made[]).flatMap((made) =>
        asOfDay(made, SHAPES[kind], asOf),
      ),
    ]),
  );

const approachesBy = (approaches: readonly SearchApproach[], asOf: Day): readonly SearchApproach[] =>
  approaches
    .filter(({ sentOn }) => sentOn <= asOf)
    .map((each) => (each.offeredOn !== null && each.offeredOn > asOf ? { ...each, offeredOn: null } : each));

const asOfDay = (made: Made, shape: Shape, asOf: Day): readonly Made[] => {
  const end = endOfLondonDay(asOf);
  const isLater = (field: Field | undefined, value: unknown): boolean => {
    if (value === null) return false;
    if (field === 'first' || field === 'later') return (value as Day) > asOf;
    if (field === 'first-moment' || field === 'later-moment') return (value as Moment) >= end;
    return false;
  };
  const fields = Object.entries(made);
  const isToCome = fields.some(([name, value]) => {
    const field = shape[name];
    return (field === 'first' || field === 'first-moment') && isLater(field, value);
  });
  if (isToCome) return [];
  const known = fields.map(([name, value]): readonly [string, unknown] => {
    const field = shape[name];
    if (isLater(field, value)) return [name, null];
    if (field === 'days') return [name, (value as readonly Day[]).filter((on) => on <= asOf)];
    if (field === 'progress') return [name, (value as readonly { on: Day }[]).filter(({ on }) => on <= asOf)];
    if (field === 'approaches') return [name, approachesBy(value as readonly SearchApproach[], asOf)];
    const goesWith = typeof field === 'object' && 'toldWith' in field ? field.toldWith : undefined;
    const isTold = goesWith === undefined || !isLater(shape[goesWith], made[goesWith]);
    return [name, isTold ? value : null];
  });
  return [Object.fromEntries(known)];
};
