import {
  type AttemptRefusal,
  answersInWords,
  chronologyOf,
  type Day,
  hearingsOf,
  isPanelId,
  listedFor,
  mayAttempt,
  type PanelId,
  type Pence,
  questionsOf,
  type Refusal,
  refused,
  type Said,
  type SupportItem,
  supportAgreed,
  weeklyCost,
} from '@rightplace/domain';
import {
  appendAudit,
  asTenant,
  findEvidence,
  listPanelMeetings,
  type PanelMeeting,
  type Tx,
} from '@rightplace/store';
import { namesIn } from '../cases/find-case.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { loadPanelCases, namedIn, type PanelCase, type PanelLine } from './panel-cases.ts';

export const AGENDA_VIEWED = 'panel-agenda-viewed';

/** One child on an agenda. */
export interface AgendaItem extends PanelLine {
  /** Why they are put before the panel, and what it is asked, in short. */
  readonly asked: readonly Said[];
  /** What this meeting made of it, and why; undefined while it has not been heard here. */
  readonly outcome:
    | { readonly sentence: string; readonly said: readonly Said[]; readonly isView: boolean }
    | undefined;
  readonly support: readonly SupportItem[];
  readonly weekly: Pence;
  /** The papers, part by part. Nothing of a restricted record. */
  readonly papers: readonly { readonly title: string; readonly said: readonly Said[] }[];
}

export interface Agenda {
  readonly kind: 'agenda';
  readonly panel: PanelId;
  readonly meeting: PanelMeeting;
  readonly chair: string | undefined;
  /** In the order in which they were listed. */
  readonly items: readonly AgendaItem[];
  /** How many more there are that this person may not see, for whatever reason. */
  readonly notShown: number;
  readonly mayArrange: boolean;
  readonly today: Day;
}

export type NoSuchMeeting = Refusal<'no-such-meeting'>;
const NO_SUCH_MEETING = refused('no-such-meeting', 'There is no such meeting.');

/** The questions of both referrals that say it in short. */
const ASKED = new Set(['in-care', 'referral-kind', 'ask']);

/** When a case came onto an agenda: the last listing for it. */
const listedAt = ({ now }: PanelCase, on: Day): string =>
  now.events.findLast(({ step, said }) => step === 'list' && said['meeting-on'] === on)?.at ?? '';

const itemOf = async (
  tx: Tx,
  { stored, workflow, now, line }: PanelCase & { readonly line: PanelLine },
  on: Day,
  nameOf: (person: string) => string,
): Promise<AgendaItem> => {
  const nothing = { ...line, asked: [], outcome: undefined, support: [], weekly: weeklyCost([]), papers: [] };
  if (line.child === undefined) return nothing;
  const hearing = hearingsOf(now).findLast((one) => one.on === on);
  const told =
    hearing === undefined
      ? undefined
      : chronologyOf(workflow, now, nameOf).find(({ number }) => number === hearing.event.number);
  const evidence = await findEvidence(tx, stored.id, hearing?.event.evidence ?? undefined);
  const isView = hearing !== undefined && hearing.event.kind !== 'return';
  const support = isView ? supportAgreed({ events: now.events.slice(0, hearing.event.number) }) : [];
  const answers = evidence?.answers ?? {};
  return {
    ...line,
    asked: answersInWords(
      questionsOf(workflow.evidence).filter(({ name }) => ASKED.has(name)),
      answers,
    ),
    outcome:
      told === undefined
        ? undefined
        : {
            sentence: told.sentence,
            // The support has a table of its own, with what it comes to.
            said: told.said.filter(({ label }) => support.length === 0 || label !== 'Support that is agreed'),
            isView,
          },
    support,
    weekly: weeklyCost(support),
    papers: workflow.evidence.sections.flatMap(({ title, questions }) => {
      // What is said in short above is not said twice.
      const said = answersInWords(
        questions.filter(({ name }) => !ASKED.has(name)),
        answers,
      );
      return said.length === 0 ? [] : [{ title, said }];
    }),
  };
};

/** A meeting with everybody on its agenda whom this person may see, and how many more there are. Who is named is recorded. */
export const openAgenda = (
  world: World,
  signedIn: SignedIn,
  { panel, on }: { readonly panel: string; readonly on: string },
): Promise<Agenda | AttemptRefusal | NoSuchMeeting> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    const panels = await loadPanelCases(tx, world, signedIn);
    if (panels.kind === 'refused') return panels;
    const { cases, loaded, today, at } = panels;
    const meeting = (await listPanelMeetings(tx)).find((one) => one.panel === panel && one.on === on);
    if (!isPanelId(panel) || meeting === undefined) return NO_SUCH_MEETING;
    const here = cases
      .filter(({ workflow }) => workflow.id === panel)
      .filter(
        ({ now }) => listedFor(now) === meeting.on || hearingsOf(now).some((one) => one.on === meeting.on),
      )
      .toSorted((a, b) => (listedAt(a, meeting.on) < listedAt(b, meeting.on) ? -1 : 1));
    const nameOf = namesIn(loaded);
    const seen = here.flatMap(({ line, ...one }) => (line === undefined ? [] : [{ ...one, line }]));
    const items: AgendaItem[] = [];
    for (const one of seen) items.push(await itemOf(tx, one, meeting.on, nameOf));
    await appendAudit(tx, {
      at,
      actor: String(signedIn.person.id),
      action: AGENDA_VIEWED,
      subject: { kind: 'authority', id: signedIn.authority.id },
      detail: { panel, meeting: meeting.on, children: namedIn(items) },
    });
    return {
      kind: 'agenda',
      panel,
      meeting,
      chair: meeting.chair === null ? undefined : nameOf(String(meeting.chair)),
      items,
      notShown: here.length - items.length,
      mayArrange: mayAttempt({ actor: signedIn.actor, action: 'arrange-panels', on: today }).kind === 'may',
      today,
    };
  });
