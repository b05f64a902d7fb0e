import {
  CARE_PROCEEDINGS,
  type ChildId,
  type Day,
  type Ledger,
  type Moment,
  PRE_PROCEEDINGS,
  parseDay,
  type Records,
} from '@rightplace/domain';
import { listEventsInto, type Tx } from '@rightplace/store';

type Told = Pick<Records, 'careProceedings' | 'preProceedings'>;
type Said = Readonly<Record<string, unknown>>;

const wordOf = (said: Said | undefined, name: string): string => {
  const word = said?.[name];
  return typeof word === 'string' ? word.trim() : '';
};
const dayOf = (said: Said | undefined, name: string): Day | null => parseDay(wordOf(said, name)) ?? null;

const COURT = { workflow: CARE_PROCEEDINGS.id, states: ['before-court', 'ended'] };
const BEFORE_COURT = {
  workflow: PRE_PROCEEDINGS.id,
  states: ['in-pre-proceedings', 'stepped-out', 'to-issue', 'ended-otherwise'],
};

/** What these records are made of: it comes without a change of any child's record. */
export const STATES_RECORDED = [COURT, BEFORE_COURT];

/**
 * Proceedings and pre-proceedings as measures take them, from the cases: brothers and sisters under one court's number are one
 * case, and those of one family are one family. As far as it was so at a moment; where nobody has kept any, there is none.
 */
export const recordsOfProceedings = async (
  tx: Tx,
  ledger: Ledger,
  until: Moment | undefined,
): Promise<Told> => {
  const court = await listEventsInto(tx, { ...COURT, until });
  const before = await listEventsInto(tx, { ...BEFORE_COURT, until });
  const careProceedings = proceedingsIn(court);
  const preProceedings = preProceedingsIn(before, ledger);
  return {
    ...(careProceedings.length === 0 ? {} : { careProceedings }),
    ...(preProceedings.length === 0 ? {} : { preProceedings }),
  };
};

type Events = Awaited<ReturnType<typeof listEventsInto>>;

/** Under one number: issued with the first of them, and ended with the last, once all have. */
const proceedingsIn = (events: Events): NonNullable<Told['careProceedings']> => {
  const cases = [...Map.groupBy(events, (event) => event.case)].flatMap(([id, own]) => {
    const issued = own.find(({ to }) => to === 'before-court');
    const issuedOn = dayOf(issued?.said, 'issued-on');
    if (issued === undefined || issuedOn === null) return [];
    const name = [wordOf(issued.said, 'court'), wordOf(issued.said, 'case-number')].join(' ').toLowerCase();
    const finalOrderOn = dayOf(own.find(({ to }) => to === 'ended')?.said, 'made-on');
    return [{ name: name.trim() === '' ? `case ${id}` : name, child: issued.child, issuedOn, finalOrderOn }];
  });
  return [...Map.groupBy(cases, ({ name }) => name)].map(([name, own]) => {
    const ends = own.flatMap(({ finalOrderOn }) => finalOrderOn ?? []);
    return {
      case: name,
      children: [...new Set(own.map(({ child }) => child))],
      issuedOn: own.map(({ issuedOn }) => issuedOn).toSorted()[0] as Day,
      finalOrderOn: ends.length < own.length ? null : (ends.toSorted().at(-1) ?? null),
    };
  });
};

/** From the first decision to enter to the decision that ended it; sent back to go on, it has not ended. */
const preProceedingsIn = (events: Events, { children }: Ledger): NonNullable<Told['preProceedings']> => {
  const groups = new Map<ChildId, string>(
    children.flatMap(({ id, details: { siblingGroup } }) =>
      siblingGroup === undefined ? [] : [[id, siblingGroup] as const],
    ),
  );
  return [...Map.groupBy(events, (event) => event.case).values()].flatMap((own) => {
    const starts = dayOf(own.find(({ to }) => to === 'in-pre-proceedings')?.said, 'decided-on');
    const last = own.at(-1);
    if (starts === null || last === undefined) return [];
    const ends = last.to === 'in-pre-proceedings' ? null : dayOf(last.said, 'decided-on');
    return [{ family: groups.get(last.child) ?? last.child, children: [last.child], starts, ends }];
  });
};
