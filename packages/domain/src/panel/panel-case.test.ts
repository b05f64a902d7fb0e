import assert from 'node:assert/strict';
import { test } from 'node:test';
import { after, answersTo, attempt, commandTo, nameOf, withNamed } from '../../test/cases.ts';
import { entryPanelIn, resourcesPanelIn } from '../../test/panel-cases.ts';
import { ENGLAND_BANK_HOLIDAYS } from '../calendar/bank-holidays.ts';
import { day } from '../calendar/day.ts';
import { moment } from '../calendar/moment.ts';
import { ENTRY_EVIDENCE } from '../entry-to-care/evidence.ts';
import { questionsOf } from '../form/form.ts';
import { readAnswers } from '../form/read-answers.ts';
import { formatMoney } from '../money/format-money.ts';
import type { CaseNow } from '../workflow/case.ts';
import { chronologyOf } from '../workflow/chronology.ts';
import { dueDay } from '../workflow/in-time.ts';
import { waitingFor } from '../workflow/work-list.ts';
import type { Workflow } from '../workflow/workflow.ts';
import { ENTRY_PANEL } from './entry-panel.ts';
import { ENTRY_PANEL_EVIDENCE } from './entry-panel-evidence.ts';
import { MEETING, SUPPORT } from './hearing.ts';
import {
  askedOfCase,
  chairedOfCase,
  hearingsOf,
  listedFor,
  supportAgreed,
  weeklyCost,
} from './panel-case.ts';
import { panelViewOf } from './panel-view.ts';
import { RESOURCES_PANEL } from './resources-panel.ts';

const CLOCK = { calendar: ENGLAND_BANK_HOLIDAYS, spanOf: () => undefined };
const MEETINGS = [day('2026-11-10'), day('2026-11-24')];
const HUB = { by: 'paige', parts: [{ role: 'placements-officer' as const }] };
const CHAIR = { by: 'rob', parts: [{ role: 'reviewing-officer' as const }] };

const take = (
  workflow: Workflow,
  now: CaseNow,
  step: string,
  who:
    | { readonly by: string; readonly parts: readonly { readonly role: never }[] }
    | typeof HUB
    | typeof CHAIR,
  said?: Readonly<Record<string, unknown>>,
): CaseNow => {
  const named = chairedOfCase(
    workflow,
    now,
    MEETINGS.map((on) => ({ on, chair: CHAIR.by })),
  );
  const asked = askedOfCase(named, now, MEETINGS);
  const command = commandTo(asked, now, step, who, said === undefined ? {} : { said });
  const answer = attempt(asked, now, command);
  if (answer.kind === 'refused') throw new Error(answer.sentence);
  return after(now, answer.event);
};

const support = [
  { what: 'A family worker', weekly: '£1,210.50', starts: '2026-11-16', owner: 'Ola Brandt' },
  { what: 'Football on Saturdays', weekly: '12', starts: '2026-11-14', ends: '2027-03-27', owner: 'Jo Park' },
];
const supported = (): CaseNow =>
  take(
    RESOURCES_PANEL,
    take(RESOURCES_PANEL, resourcesPanelIn('referred'), 'list', HUB, { [MEETING]: '2026-11-10' }),
    'agree-support',
    CHAIR,
    { reason: 'It is what Tam asked for.', [SUPPORT]: support },
  );

test('a case is listed for a meeting that is arranged, and for no other day', () => {
  const now = entryPanelIn('referred');
  const asked = askedOfCase(ENTRY_PANEL, now, MEETINGS);
  const list = (on: string) =>
    attempt(asked, now, commandTo(asked, now, 'list', HUB, { said: { [MEETING]: on } }));
  assert.equal(list('2026-11-11').kind, 'refused');
  const listed = list('2026-11-24');
  assert.ok(listed.kind === 'decided');
  assert.equal(listedFor(after(now, listed.event)), '2026-11-24');
  assert.equal(listedFor(now), undefined);
});

test('a case whose meeting has gone by is overdue, and one listed again is due at the later meeting', () => {
  const first = take(ENTRY_PANEL, entryPanelIn('referred'), 'list', HUB, { [MEETING]: '2026-11-10' });
  assert.equal(dueDay(ENTRY_PANEL, first, CLOCK), '2026-11-10');
  const asked = (at: string) => ({ ...CHAIR, at: moment(at), ...CLOCK });
  assert.equal(waitingFor(ENTRY_PANEL, first, asked('2026-11-10T18:00:00Z'))?.overdue, false);
  assert.equal(waitingFor(ENTRY_PANEL, first, asked('2026-11-11T09:00:00Z'))?.overdue, true);
  const again = take(ENTRY_PANEL, first, 'list', HUB, { [MEETING]: '2026-11-24' });
  assert.equal(dueDay(ENTRY_PANEL, again, CLOCK), '2026-11-24');
  assert.equal(waitingFor(ENTRY_PANEL, again, asked('2026-11-11T09:00:00Z'))?.overdue, false);
});

test('more information brings a case back, to be referred, listed and heard again by the same chair', () => {
  const listed = take(ENTRY_PANEL, entryPanelIn('referred'), 'list', HUB, { [MEETING]: '2026-11-10' });
  const asked = take(ENTRY_PANEL, listed, 'ask-more', CHAIR);
  assert.equal(asked.state, 'more-information');
  assert.equal(panelViewOf(asked, nameOf), undefined, 'a question is no view');
  const again = after(
    asked,
    (() => {
      const who = { by: 'jo', parts: [{ role: 'social-worker' as const }] };
      const answer = attempt(ENTRY_PANEL, asked, commandTo(ENTRY_PANEL, asked, 'refer', who));
      assert.ok(answer.kind === 'decided');
      return answer.event;
    })(),
  );
  const heard = take(
    ENTRY_PANEL,
    take(ENTRY_PANEL, again, 'list', HUB, { [MEETING]: '2026-11-24' }),
    'divert',
    CHAIR,
  );
  assert.deepEqual(
    hearingsOf(heard).map(({ on, event }) => [on, event.to]),
    [
      ['2026-11-10', 'more-information'],
      ['2026-11-24', 'diverted'],
    ],
  );
  const view = panelViewOf(heard, nameOf);
  assert.deepEqual([view?.on, view?.title], ['2026-11-24', 'Heard: support instead of care']);
  assert.equal(
    panelViewOf(heard, nameOf, { until: listed.events[0].at }),
    undefined,
    'it was not given by then',
  );
});

test('what is agreed has a cost in whole pence, an owner and an end, and each is asked after', () => {
  const now = supported();
  const items = supportAgreed(now);
  assert.deepEqual(items, [
    { what: 'A family worker', weekly: 121050, starts: '2026-11-16', ends: undefined, owner: 'Ola Brandt' },
    {
      what: 'Football on Saturdays',
      weekly: 1200,
      starts: '2026-11-14',
      ends: '2027-03-27',
      owner: 'Jo Park',
    },
  ]);
  assert.equal(formatMoney(weeklyCost(items)), '£1,222.50');
  const asked = askedOfCase(RESOURCES_PANEL, now, []);
  const followUp = asked.steps.find(({ id }) => id === 'follow-up')?.asks ?? [];
  assert.deepEqual(
    followUp.slice(-2).map(({ name, label }) => [name, label]),
    [
      ['result-1', 'What came of this: A family worker (£1,210.50 a week, Ola Brandt)?'],
      ['result-2', 'What came of this: Football on Saturdays (£12 a week, Jo Park)?'],
    ],
  );
  const said = answersTo(followUp);
  const { 'result-2': _, ...halfSaid } = said;
  const who = { by: 'jo', parts: [{ role: 'social-worker' as const }] };
  const half = attempt(asked, now, commandTo(asked, now, 'follow-up', who, { said: halfSaid }));
  assert.ok(half.kind === 'refused' && half.name === 'not-said');
  assert.deepEqual(
    half.faults.map(({ question }) => question),
    ['result-2'],
  );
  const told = attempt(asked, now, commandTo(asked, now, 'follow-up', who, { said }));
  assert.ok(told.kind === 'decided');
  const followed = after(now, told.event);
  const [line] = chronologyOf(askedOfCase(RESOURCES_PANEL, followed, []), followed, nameOf);
  assert.match(line?.said.at(-1)?.label ?? '', /Football on Saturdays/);
});

test('support does not end before it begins, and costs an amount', () => {
  const now = take(RESOURCES_PANEL, resourcesPanelIn('referred'), 'list', HUB, { [MEETING]: '2026-11-10' });
  const wrong = [{ what: 'Help', weekly: 'a lot', starts: '2026-11-16', ends: '2026-11-15', owner: 'Jo' }];
  const panel = withNamed(RESOURCES_PANEL, CHAIR.by);
  const asked = commandTo(panel, now, 'agree-support', CHAIR, { said: { reason: 'Why', [SUPPORT]: wrong } });
  const answer = attempt(panel, now, asked);
  assert.ok(answer.kind === 'refused' && answer.name === 'not-said');
  assert.deepEqual(
    answer.faults.map(({ entry }) => entry?.question),
    ['weekly', 'ends'],
  );
});

test('what was agreed is followed up in four weeks, or in the authority’s own span', () => {
  const now = supported();
  const heardOn = now.since.slice(0, 10);
  assert.equal(heardOn, '2026-11-02');
  assert.equal(dueDay(RESOURCES_PANEL, now, CLOCK), '2026-11-30');
  const own = {
    ...CLOCK,
    spanOf: (setting: string) => (setting === 'resources-panel-follow-up' ? 5 : undefined),
  };
  assert.equal(dueDay(RESOURCES_PANEL, now, own), '2026-11-09');
});

test('what the request for care answered is offered to the panel, and the way home is always asked', () => {
  const request = answersTo(questionsOf(ENTRY_EVIDENCE));
  const { answers } = readAnswers(questionsOf(ENTRY_PANEL_EVIDENCE), request, day('2026-11-20'));
  for (const name of ['at-their-best', 'child-view', 'parents-view', 'analysis', 'risk', 'legal-basis'])
    assert.deepEqual(answers[name], request[name], name);
  const asked = questionsOf(RESOURCES_PANEL.evidence);
  const could = (answer: string) =>
    readAnswers(
      asked,
      { ...answersTo(asked), 'could-return': answer, 'parallel-plan': '' },
      day('2026-11-20'),
    );
  for (const answer of ['yes', 'in-time'])
    assert.deepEqual(
      could(answer).faults.map(({ question }) => question),
      ['parallel-plan'],
    );
});
