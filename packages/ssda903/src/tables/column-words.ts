import type { TableName } from './table.ts';

/** What people call a column, and what is to be put in it. */
export interface ColumnWords {
  readonly name: string;
  readonly meaning: string;
}

type WordsByColumn = Readonly<Record<string, readonly [name: string, meaning: string]>>;

/** The same in every table that has them. */
const EVERYWHERE: WordsByColumn = {
  CHILD: ['Child', 'The authority’s own identifier of the child, the same in every file.'],
  DOB: ['Date of birth', 'The child’s, the same in every file.'],
  SEX: ['Sex', 'As it was recorded at birth, or not known.'],
};

const WORDS: Readonly<Record<TableName, WordsByColumn>> = {
  Header: {
    ETHNIC: ['Ethnicity', 'As the child, or a parent, says.'],
    UPN: [
      'Unique pupil number',
      'A letter and twelve more signs; or UN1 to UN5, which say why the child has none.',
    ],
    MOTHER: ['Is she a mother?', 'For girls only: whether she has a child of her own.'],
    MC_DOB: ['Her child’s date of birth', 'Of the child that she is the mother of.'],
  },
  Episodes: {
    DECOM: ['First day of the episode', 'The day this legal status in this placement began.'],
    RNE: ['Why the episode began', 'A new time in care, or what changed from the episode before.'],
    LS: ['Legal status', 'By what law the child was looked after.'],
    CIN: ['Main need', 'Why the child came into care: the main reason, the same throughout a time in care.'],
    PLACE: ['Placement', 'What kind of place the child lived in.'],
    PLACE_PROVIDER: ['Who provided it', 'Whose placement it was. Blank for temporary ones.'],
    DEC: ['Last day of the episode', 'Blank while it goes on. The next episode begins on the same day.'],
    REC: ['Why the episode ended', 'Given exactly when the last day is; X1 when care goes on.'],
    REASON_PLACE_CHANGE: [
      'Why the placement ended',
      'When this episode ends because the child moves; else blank.',
    ],
    HOME_POST: ['Home postcode', 'Where the child lived when this time in care began.'],
    PL_POST: ['Placement postcode', 'Where the placement is.'],
    URN: ['Ofsted number', 'Of the home or the agency, on Ofsted’s lists; XXXXXXX where there can be none.'],
  },
  Reviews: {
    REVIEW: ['Day of the review', 'The day on which it was held.'],
    REVIEW_CODE: ['The child’s part in it', 'How the child took part, or was heard.'],
  },
  UASC: {
    DUC: [
      'Day the status ended',
      'When the child stopped being unaccompanied and seeking asylum; often the eighteenth birthday.',
    ],
  },
  OC2: {
    SDQ_SCORE: ['Strengths and difficulties score', 'From 0 to 40, for children aged 4 to 16.'],
    SDQ_REASON: ['Why there is no score', 'Only when the score is blank.'],
    CONVICTED: ['Convicted or warned', 'In the year, for children of ten and over.'],
    HEALTH_CHECK: ['Health checks up to date', 'For children of five and under.'],
    IMMUNISATIONS: ['Immunisations up to date', ''],
    TEETH_CHECK: ['Teeth checked by a dentist', 'In the year.'],
    HEALTH_ASSESSMENT: ['Health assessment held', 'In the year.'],
    SUBSTANCE_MISUSE: ['Problem with drugs or alcohol', 'Found in the year.'],
    INTERVENTION_RECEIVED: ['Help received', 'Only when there was a problem with drugs or alcohol.'],
    INTERVENTION_OFFERED: ['Help offered', 'Only when there was a problem and no help was received.'],
  },
  OC3: {
    IN_TOUCH: ['In touch', 'Whether the authority is in touch with the young person.'],
    ACTIV: ['Education, work or training', 'What the young person does; 0 when not in touch.'],
    ACCOM: ['Where they live', 'The kind of place, and whether it is suitable; 0 when not in touch.'],
  },
  AD1: {
    DATE_INT: ['Decision that adoption is best', 'The day the authority decided so.'],
    DATE_MATCH: ['Match with adopters', 'The day the authority decided that the two should be matched.'],
    FOSTER_CARE: ['Adopted by their foster carer', ''],
    NB_ADOPTR: ['How many adopters', ''],
    SEX_ADOPTR: ['Sex of the adopters', ''],
    LS_ADOPTR: ['Legal status of the adopters', 'Single, married, civil partners, or neither.'],
  },
  PlacedAdoption: {
    DATE_PLACED: ['Day of the decision', 'When it was decided that the child should be placed for adoption.'],
    DATE_PLACED_CEASED: ['Day it was reversed', 'When it stopped being the plan; blank while it is.'],
    REASON_PLACED_CEASED: ['Why it was reversed', 'Only when the day is given.'],
  },
  PrevPerm: {
    PREV_PERM: [
      'Permanence before',
      'Whether the child had been adopted, or had another permanent home, before this time in care.',
    ],
    LA_PERM: ['Authority that arranged it', 'Blank when there was none before.'],
    DATE_PERM: [
      'Day of that order',
      'ZZ for a part that is not known: ZZ/05/2019. Blank when there was none.',
    ],
  },
  Missing: {
    MISSING: ['Missing or away', 'Missing, or away from the placement without leave.'],
    MIS_START: ['From', 'The day it began.'],
    MIS_END: ['Until', 'The day it ended; blank while it goes on.'],
  },
  SWEpisodes: {
    SW_ID: ['Social Work England number', 'Of the social worker: SW and digits.'],
    SW_DECOM: ['From', 'The day this social worker took the case.'],
    SW_DEC: ['Until', 'The day the case passed on; blank while it goes on.'],
    SW_REASON: ['Why there was a change', 'Why this social worker took the case.'],
  },
  DoLo: {
    DOLO_START: ['From', 'The day the order began.'],
    DOLO_END: ['Until', 'The day the order ended; blank while it is in force.'],
  },
};

/** In plain words. A column that a table does not have is a mistake of ours. */
export const wordsOfColumn = (table: TableName, column: string): ColumnWords => {
  const [name, meaning] = WORDS[table][column] ?? EVERYWHERE[column] ?? [];
  if (name === undefined || meaning === undefined)
    throw new RangeError(`${table} has no words for ${column}`);
  return { name, meaning };
};
