import { addDays, type ChildRecord, childId, type Day, type LegalStatus, type Sex } from '@rightplace/domain';

/** Children of families in pre-proceedings, most of whom never come into care; one is not born yet. */
const AT_HOME: readonly (readonly [
  id: string,
  givenName: string,
  familyName: string,
  sex: Sex,
  daysOld: number,
])[] = [
  ['NM920001', 'Posy', 'Farthingale', 'F', 2200],
  ['NM920002', 'Alder', 'Winterbourne', 'M', 3350],
  ['NM920003', '', 'Threlkeld', 'U', -40],
  ['NM920004', 'Maple', 'Threlkeld', 'F', 900],
  ['NM920005', 'Rowan', 'Castellan', 'M', 1460],
  ['NM920006', 'Tansy', 'Oakhanger', 'F', 4100],
  ['NM920007', 'Corin', 'Oakhanger', 'M', 2950],
  ['NM920008', 'Wilf', 'Penhallow', 'M', 620],
  ['NM920009', 'Bryony', 'Scarthwaite', 'F', 5020],
];

export const childrenAtHome = (asOf: Day): readonly ChildRecord[] =>
  AT_HOME.map(([id, givenName, familyName, sex, daysOld]) => ({
    id: childId(id),
    details: {
      ...(givenName === '' ? {} : { givenName }),
      familyName,
      sex,
      ...(daysOld < 0 ? { expectedOn: addDays(asOf, -daysOld) } : { dateOfBirth: addDays(asOf, -daysOld) }),
      siblingGroup: `family ${familyName}`,
    },
    periodsOfCare: [],
    needs: [],
    legalStatuses: [],
    placements: [],
    facts: [],
  }));

/** A child in care, and the legal statuses that hold and that held before it. */
export interface UnderStatus {
  readonly child: ChildRecord;
  readonly status: LegalStatus;
  readonly before: LegalStatus | undefined;
}

/** Those in care now under these statuses since days of a time, the latest first; of one day, by number. */
export const childrenUnder = (
  children: readonly ChildRecord[],
  statuses: readonly string[],
  { from, to }: { readonly from: Day; readonly to: Day },
): readonly UnderStatus[] =>
  children
    .flatMap((child): readonly UnderStatus[] => {
      const status = child.legalStatuses.at(-1);
      const isInCare = child.periodsOfCare.at(-1)?.ends === null;
      return status !== undefined &&
        status.ends === null &&
        status.began === 'changed' &&
        isInCare &&
        child.restricted !== true &&
        statuses.includes(status.status) &&
        status.starts >= from &&
        status.starts <= to
        ? [{ child, status, before: child.legalStatuses.at(-2) }]
        : [];
    })
    .toSorted((a, b) =>
      a.status.starts === b.status.starts
        ? a.child.id.localeCompare(b.child.id)
        : b.status.starts.localeCompare(a.status.starts),
    );
