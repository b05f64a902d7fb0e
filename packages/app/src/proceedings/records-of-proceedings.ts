import {
  CARE_PROCEEDINGS,
  type ChildId,
  type Day,
  type Ledger,
  PRE_PROCEEDINGS,
  type Records,
} from '@rightplace/domain';
import { dayOf, type EventsOfProcess, type ToldByCases, wordOf } from '../ledger/told-by-cases.ts';

type Told = Pick<Records, 'careProceedings' | 'preProceedings'>;

const COURT = { workflow: CARE_PROCEEDINGS.id, states: ['before-court', 'ended'] };
const BEFORE_COURT = {
  workflow: PRE_PROCEEDINGS.id,
  states: ['in-pre-proceedings', 'stepped-out', 'to-issue', 'ended-otherwise'],
};

/** What these records are made of. */
export const PROCEEDINGS_TOLD: ToldByCases = {
  states: [COURT, BEFORE_COURT],
  said: ['issued-on', 'made-on', 'decided-on', 'court', 'case-number'],
};

/**
 * Proceedings and pre-proceedings as measures take them, from the cases: brothers and sisters under one court's number are one
 * case, and those of one family are one family. Where nobody has kept any, there is none.
 */
export const recordsOfProceedings = (eventsOf: EventsOfProcess, ledger: Ledger): Told => {
  const careProceedings = proceedingsIn(eventsOf(COURT.workflow));
  const preProceedings = preProceedingsIn(eventsOf(BEFORE_COURT.workflow), ledger);
  return {
    ...(careProceedings.length === 0 ? {} : { careProceedings }),
    ...(preProceedings.length === 0 ? {} : { preProceedings }),
  };
};

type Events = ReturnType<EventsOfProcess>;

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

/**
 * From the first decision to enter to the decision that ended it; sent back to go on, it has not ended. An application that was
 * decided on and then not made ends nothing a second time.
 */
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
    const since = own.slice(own.findLastIndex(({ to }) => to === 'in-pre-proceedings') + 1);
    const ends = since.flatMap(({ said }) => dayOf(said, 'decided-on') ?? [])[0] ?? null;
    return [{ family: groups.get(last.child) ?? last.child, children: [last.child], starts, ends }];
  });
};
