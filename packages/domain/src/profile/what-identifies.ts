import { type ChildDetails, type ChildRecord } from '../child/record.ts';
import type { Answers } from '../form/form.ts';
import { SCHOOL_POSTCODE } from '../placement-request/evidence.ts';
import type { Identifying } from './detectors/finding.ts';
import { entriesIn, wordIn } from './profile-facts.ts';

export interface KnownOfChild {
  readonly child: Pick<ChildRecord, 'id' | 'details' | 'facts' | 'placements'>;
  /** Brothers and sisters in the record, whether or not whoever looks may open theirs. */
  readonly siblings: readonly Pick<ChildRecord, 'id' | 'details'>[];
  readonly answers: Answers;
  /** Who works with the child, or has had a part in the request. */
  readonly staff: readonly string[];
  /** Carers and homes in which the child has lived, as they are called. */
  readonly homes: readonly string[];
  /** Of these, where the child lives now. */
  readonly homeNow?: readonly string[];
}

const some = (texts: readonly (string | null | undefined)[]): readonly string[] => [
  ...new Set(texts.flatMap((text) => (typeof text === 'string' && text.trim() !== '' ? [text.trim()] : []))),
];

const named = ({ givenName, familyName }: ChildDetails): readonly (string | undefined)[] => [
  givenName,
  familyName,
];

/** UN1 to UN5 stand for no number. */
const isNumber = (upn: string | undefined): boolean => upn !== undefined && upn.length > 3;

/** Columns of the return in which another body’s number for the child stands. */
const REFERENCES = ['UPN', 'HO_REF', 'NHS_NUMBER'];

/** What must not stand in a profile, from all that is known: the record, the family’s records and the request. */
export const whatIdentifies = ({
  child,
  siblings,
  answers,
  staff,
  homes,
  homeNow = homes,
}: KnownOfChild): Identifying => {
  const { details, facts, placements } = child;
  return {
    givenName: details.givenName,
    familyName: details.familyName,
    family: some([
      ...siblings.flatMap((sibling) => named(sibling.details)),
      ...entriesIn(answers, 'siblings').map((one) => wordIn(one, 'name')),
      ...entriesIn(answers, 'people').map((one) => wordIn(one, 'name')),
    ]),
    siblings: some([
      ...siblings.map(({ details: { givenName } }) => givenName),
      ...entriesIn(answers, 'siblings').map((one) => /^\S+/u.exec(wordIn(one, 'name'))?.[0]),
    ]),
    staff: some(staff),
    carers: some(homes),
    homeNow: some(homeNow),
    schools: some([wordIn(answers, 'school-name')]),
    addresses: some([details.homeAddress, ...siblings.map((sibling) => sibling.details.homeAddress)]),
    postcodes: some([
      details.homePostcode,
      wordIn(answers, SCHOOL_POSTCODE),
      ...siblings.map((sibling) => sibling.details.homePostcode),
      ...placements.flatMap(({ postcode, homePostcode }) => [postcode, homePostcode]),
    ]),
    numbers: some([
      child.id,
      isNumber(details.upn) ? details.upn : undefined,
      ...facts.flatMap(({ fields }) => REFERENCES.map((column) => fields[column])),
      ...siblings.flatMap(({ id, details: { upn } }) => [id, isNumber(upn) ? upn : undefined]),
    ]),
    born: details.dateOfBirth,
    alsoBorn: [
      ...siblings.flatMap((sibling) => sibling.details.dateOfBirth ?? []),
      ...(details.motherChildBornOn === undefined ? [] : [details.motherChildBornOn]),
    ],
  };
};
