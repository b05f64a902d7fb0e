import {
  type Answers,
  addWorkingDays,
  type ChildId,
  type ChildRecord,
  type Day,
  dayInWords,
  ENGLAND_BANK_HOLIDAYS,
  ENTRY_PANEL,
  type PanelId,
  questionsOf,
  RESOURCES_PANEL,
  type Role,
  readAnswers,
  socialWorkersOn,
  startOfLondonDay,
  type Workflow,
} from '@rightplace/domain';
import type { Colleague, InventedRequest } from '../requests/invent-requests.ts';
import { tellRequest } from '../requests/tell-request.ts';
import type { When } from '../requests/told-request.ts';
import { ENTRY_TOLD } from './entry-told.ts';
import { heardOfThoseWhoCame } from './heard-first.ts';
import { RESOURCES_TOLD } from './resources-told.ts';
import { MEETS, type ToldReferral } from './told-panel.ts';

/** A meeting, with who was there once it has met. */
export interface InventedMeeting {
  readonly panel: PanelId;
  readonly on: Day;
  readonly startsAt: string;
  readonly place: string;
  readonly chair: string;
  readonly members: readonly string[];
  readonly arrangedBy: string;
  readonly arrangedOn: Day;
}

/** A request for care there is, from which a referral is opened. */
export interface RequestThere {
  readonly id: number;
  readonly child: ChildId;
  readonly begunBy: string;
  readonly answers: Answers;
}

export interface InventedPanelCase extends InventedRequest {
  /** The request it was opened from; undefined where it stands by itself. */
  readonly from: number | undefined;
}

export interface InventedPanels {
  /** From when on the authority runs its panels. */
  readonly since: Day;
  readonly meetings: readonly InventedMeeting[];
  readonly cases: readonly InventedPanelCase[];
}

export interface PanelsAsked {
  readonly staff: readonly Colleague[];
  readonly children: readonly ChildRecord[];
  readonly requests: readonly RequestThere[];
  readonly asOf: Day;
}

const MEMBERS: Readonly<Record<PanelId, readonly string[]>> = {
  'entry-to-care-panel': [
    'Dr Imani Fell, health',
    'Piers Lockwood, virtual school',
    'Odile Marsh, edge of care',
  ],
  'access-to-resources-panel': [
    'Odile Marsh, edge of care',
    'Sunil Carr, commissioning',
    'Greta Holm, fostering',
  ],
};
const PLACES: Readonly<Record<PanelId, string>> = {
  'entry-to-care-panel': 'County Hall, Wharfby, room 4',
  'access-to-resources-panel': 'By video call',
};
const RUN_DAYS = 50;
const SETTLED_DAYS = 120;

/** The panels of the demonstration: when they met and meet, and what was put before them. The same day gives the same. */
export const inventPanels = ({ staff, children, requests, asOf }: PanelsAsked): InventedPanels => {
  const day = (ago: number): Day => addWorkingDays(asOf, -ago, ENGLAND_BANK_HOLIDAYS);
  const when: When = { day, words: (ago) => dayInWords(day(ago)) };
  const first = (role: Role): Colleague | undefined => staff.find((one) => one.role === role);
  const [chair, hub] = [first('reviewing-officer'), first('placements-officer')];
  if (chair === undefined || hub === undefined) return { since: asOf, meetings: [], cases: [] };

  const tell = (
    workflow: Workflow,
    told: ToldReferral,
    worker: Colleague,
    answers: Answers,
  ): Pick<InventedRequest, 'workflow' | 'begunBy' | 'events' | 'evidence'> => ({
    workflow,
    begunBy: worker.id,
    ...tellRequest({
      workflow,
      begunBy: worker,
      begun: day(told.begun),
      written: [{ answers: { ...answers, ...told.answers(when) }, on: day(told.begun) }],
      steps: told.steps.map(([ago, step, role, said]) => ({
        step,
        by: role === 'social-worker' ? worker : role === 'placements-officer' ? hub : chair,
        on: day(ago),
        said: said?.(when) ?? {},
      })),
      until: startOfLondonDay(asOf),
      chair: chair.id,
    }),
  });

  const entry = requests.flatMap((request): readonly InventedPanelCase[] => {
    const told = ENTRY_TOLD[request.child];
    const worker = staff.find(({ id, role }) => id === request.begunBy && role === 'social-worker');
    if (told === undefined || worker === undefined) return [];
    const { answers } = readAnswers(questionsOf(ENTRY_PANEL.evidence), request.answers, asOf);
    const from = { from: request.id, child: request.child, newChild: undefined, team: worker.team ?? '' };
    return [{ ...from, ...tell(ENTRY_PANEL, told, worker, answers) }];
  });

  const requestOf = new Map(requests.map((request) => [request.child, request]));
  const came = heardOfThoseWhoCame(children, { day, asOf }).flatMap(
    ({ child, told }): readonly InventedPanelCase[] => {
      const numbers = socialWorkersOn(child.facts, asOf);
      const worker = staff.find(
        ({ role, team, socialWorkNumber }) =>
          role === 'social-worker' &&
          team !== null &&
          socialWorkNumber !== null &&
          numbers.includes(socialWorkNumber),
      );
      if (worker === undefined) return [];
      const from = requestOf.get(child.id)?.id;
      return [
        {
          from,
          child: child.id,
          newChild: undefined,
          team: worker.team ?? '',
          ...tell(ENTRY_PANEL, told, worker, {}),
        },
      ];
    },
  );

  const settled = settledIn(children, staff, asOf);
  const resources = RESOURCES_TOLD.flatMap((told, at): readonly InventedPanelCase[] => {
    const one = settled[at * 7];
    if (one === undefined) return [];
    const { child, worker } = one;
    const from = { from: undefined, child: child.id, newChild: undefined, team: worker.team ?? '' };
    return [{ ...from, ...tell(RESOURCES_PANEL, told, worker, {}) }];
  });

  const meetings = (Object.keys(MEETS) as readonly PanelId[]).flatMap((panel) =>
    MEETS[panel].map(
      (ago): InventedMeeting => ({
        panel,
        on: day(ago),
        startsAt: panel === 'entry-to-care-panel' ? '09:30' : '14:00',
        place: PLACES[panel],
        chair: chair.id,
        members: ago > 0 ? MEMBERS[panel] : [],
        arrangedBy: hub.id,
        arrangedOn: day(RUN_DAYS),
      }),
    ),
  );
  return { since: day(RUN_DAYS), meetings, cases: [...entry, ...came, ...resources] };
};

/** Children aged 8 to 17 who have lived with the same people for some time, each with the social worker the record names. */
const settledIn = (
  children: readonly ChildRecord[],
  staff: readonly Colleague[],
  asOf: Day,
): readonly { readonly child: ChildRecord; readonly worker: Colleague }[] => {
  const before = addWorkingDays(asOf, -SETTLED_DAYS, ENGLAND_BANK_HOLIDAYS);
  const born = { from: `${Number(asOf.slice(0, 4)) - 17}`, to: `${Number(asOf.slice(0, 4)) - 8}` };
  return children.flatMap((child) => {
    const year = child.details.dateOfBirth?.slice(0, 4) ?? '';
    const inCare = child.periodsOfCare.some(({ starts, ends }) => starts < before && ends === null);
    if (!inCare || child.restricted === true || year < born.from || year > born.to) return [];
    const numbers = socialWorkersOn(child.facts, asOf);
    const worker = staff.find(
      ({ role, socialWorkNumber }) =>
        role === 'social-worker' && socialWorkNumber !== null && numbers.includes(socialWorkNumber),
    );
    return worker === undefined ? [] : [{ child, worker }];
  });
};
