import { randomUUID } from 'node:crypto';
import { type ShownClock, sayOfClock, viewChild, viewClocks, type World } from '@rightplace/app';
import {
  type Action,
  CLOCK_ENTRIES,
  type ClockEntryKind,
  childId,
  mayAttempt,
  momentOnLondonClock,
} from '@rightplace/domain';
import { type FieldError, html } from '../../kit/index.ts';
import { type Answer, notFound, redirect } from '../../server/answer.ts';
import { notRecordedPage } from '../../server/not-recorded-page.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { readAskedMoment } from '../as-known.ts';
import { restrictedPage } from '../children/restricted-page.ts';
import { dayTyped } from '../day-fields.ts';
import { staffPaths } from '../paths.ts';
import { wholeNumber } from '../sign-in/sign-in-routes.ts';
import { saidText } from './clock-words.ts';
import { type ClocksPageParts, clocksPage } from './clocks-page.ts';
import { asksFor, type Saying, sayPage } from './say-page.ts';

type OfChild = Visit<{ readonly childId: string }>;
type OfRule = Visit<{ readonly childId: string; readonly ruleId: string }>;
type OfClock = Visit<{ readonly childId: string; readonly ruleId: string; readonly start: string }>;
type OfSaying = Visit<OfClock['params'] & { readonly kind: string }>;
type OfEntry = Visit<OfClock['params'] & { readonly entryNumber: string }>;

const CHILD = { childId: 'EXAMPLE1' };
const RULE = { ...CHILD, ruleId: 's20-objection' };
const CLOCK = { ...CHILD, ruleId: 'placement-plan', start: 'placement 2026-11-02' };

const may = ({ signedIn, today }: OfChild, action: Action): boolean =>
  mayAttempt({ actor: signedIn.actor, action, on: today }).kind === 'may';

/** Finds the child and the clocks, or says what a refusal about one child looks like. */
const onClocks = async (
  visit: OfChild,
  world: World,
  show: (parts: ClocksPageParts) => Answer | Promise<Answer>,
): Promise<Answer> => {
  const id = childId(visit.params.childId);
  const clocks = await viewClocks(world, visit.signedIn, id);
  const child =
    clocks.kind === 'refused'
      ? clocks
      : await viewChild(world, visit.signedIn, { id, asKnown: readAskedMoment(visit).asKnown });
  const refusal = clocks.kind === 'refused' ? clocks : child.kind === 'refused' ? child : undefined;
  if (refusal?.name === 'out-of-reach') return notFound;
  if (refusal?.name === 'restricted-record') return restrictedPage({ id, csrf: visit.csrf });
  if (refusal !== undefined) return refusal;
  if (clocks.kind !== 'clocks' || child.kind !== 'child') return notFound;
  return show({
    child,
    clocks,
    mayAudit: may(visit, 'view-child-audit'),
    mayCorrect: may(visit, 'correct-row'),
  });
};

const isEntryKind = (text: string): text is ClockEntryKind => Object.hasOwn(CLOCK_ENTRIES, text);

const findShown = (
  { clocks }: ClocksPageParts,
  { ruleId, start }: OfClock['params'],
): ShownClock | undefined =>
  [...clocks.open, ...clocks.over].findLast(
    ({ clock }) =>
      clock.rule.id === ruleId &&
      clock.start === start &&
      (clock.rule.repeats !== true || clock.done === undefined),
  );

/** Beside which field a refusal belongs; the sentence unless said, so that what was typed stays. */
const FIELDS: Readonly<Record<string, string>> = {
  'day-to-come': 'on-day',
  'time-to-come': 'time',
  'too-early': 'on-day',
  'until-needed': 'until-day',
  'too-long': 'until-day',
};

interface Said {
  readonly saying: Saying;
  readonly start: string | undefined;
  readonly takesBack: number | undefined;
  /** Whether the page is open for it. What was typed into one that was is taken in or answered, and not lost. */
  readonly isOpen: boolean;
  readonly action: string;
}

const record = async (visit: OfChild, world: World, parts: ClocksPageParts, asked: Said): Promise<Answer> => {
  const { form, csrf, signedIn, today } = visit;
  const { saying, start, takesBack, action } = asked;
  const { rule, kind, clock } = saying;
  const asks = asksFor(saying);
  const again = (problems: readonly FieldError[]): Answer =>
    sayPage(parts, saying, { action, csrf, typed: form, problems });
  const on = asks.day ? dayTyped(form, 'on') : (clock?.began.on ?? today);
  const time = (form.get('time') ?? '').trim();
  const at = asks.time && on !== undefined ? momentOnLondonClock(on, time) : undefined;
  const until = asks.until === undefined ? undefined : dayTyped(form, 'until');
  const hasUntil = ['day', 'month', 'year'].some((part) => (form.get(`until-${part}`) ?? '').trim() !== '');
  if (on === undefined) return again([{ field: 'on-day', text: 'Enter a day, with its month and year.' }]);
  if (asks.time && at === undefined)
    return again([{ field: 'time', text: 'Enter a time that the clock showed, for example 22:15.' }]);
  if (until === undefined && hasUntil)
    return again([{ field: 'until-day', text: 'Enter a day, with its month and year, or leave it empty.' }]);
  const answer = await sayOfClock(world, signedIn, {
    id: parts.clocks.id,
    rule: rule.id,
    start,
    seen: wholeNumber(form.get('seen')),
    key: form.get('_key') || randomUUID(),
    kind,
    on: takesBack === undefined ? on : today,
    at,
    until,
    said: form.get('said') ?? '',
    takesBack,
  });
  if (answer.kind === 'clock-said')
    return redirect(staffPaths.childDue({ childId: parts.clocks.id }), { notice: RECORDED });
  if (answer.name === 'not-your-role') return answer;
  const field = FIELDS[answer.name] ?? 'said';
  const isThere =
    field === 'said' ||
    (field === 'on-day' ? asks.day : field === 'time' ? asks.time : asks.until !== undefined);
  return again([{ field: isThere ? field : 'said', text: answer.sentence }]);
};

const RECORDED = 'It is recorded, with your name and the time.';

/** A form that says something of a clock: shown, and taken in. */
const saying =
  <V extends OfChild>(
    find: (visit: V, parts: ClocksPageParts) => Omit<Said, 'action'> | undefined,
    send: boolean,
  ) =>
  (visit: V, world: World): Promise<Answer> =>
    onClocks(visit, world, (parts) => {
      const found = find(visit, parts);
      // What begins it is gone from the record, or somebody took it back: what was typed is not lost with it.
      if (found === undefined && send) return goneWith(visit, parts);
      if (found === undefined || (!found.isOpen && !send))
        return redirect(staffPaths.childDue({ childId: parts.clocks.id }), { notice: GONE });
      const action = visit.address.split('?')[0] ?? '';
      return send
        ? record(visit, world, parts, { ...found, action })
        : sayPage(parts, found.saying, { action, csrf: visit.csrf });
    });

const GONE = 'That can’t be recorded now. This is how it stands.';

const goneWith = ({ form }: OfChild, { clocks: { id } }: ClocksPageParts): Answer =>
  notRecordedPage({
    title: 'It was not recorded',
    sentence:
      'This is not due for the child any more: the record has changed since you opened the page, or somebody else recorded it. Nothing of yours was recorded.',
    section: 'children',
    form,
    goOn: html`<a class="govuk-link" href="${staffPaths.childDue({ childId: id })}">What is due for the child now</a>`,
  });

const findSaying = ({ params }: OfSaying, parts: ClocksPageParts): Omit<Said, 'action'> | undefined => {
  const { kind, start } = params;
  const shown = findShown(parts, params);
  if (shown === undefined || !isEntryKind(kind)) return undefined;
  return {
    saying: { rule: shown.clock.rule, kind, clock: shown.clock, takesBack: undefined },
    start,
    takesBack: undefined,
    isOpen: shown.may.includes(kind),
  };
};

const findBeginning = ({ params }: OfRule, { clocks }: ClocksPageParts): Omit<Said, 'action'> | undefined => {
  const rule = clocks.beginnings.find(({ id }) => id === params.ruleId);
  return (
    rule && {
      saying: { rule, kind: 'began', clock: undefined, takesBack: undefined },
      start: undefined,
      takesBack: undefined,
      isOpen: true,
    }
  );
};

const findTakenBack = (
  { params }: OfEntry,
  { clocks }: ClocksPageParts,
): Omit<Said, 'action'> | undefined => {
  const number = wholeNumber(params.entryNumber);
  for (const { clock, said } of [...clocks.open, ...clocks.over].toReversed()) {
    if (clock.rule.id !== params.ruleId || clock.start !== params.start) continue;
    const found = said.find(({ entry, mayTakeBack }) => mayTakeBack && entry.number === number);
    if (found === undefined) return undefined;
    const takesBack = `${saidText(found.who, found.entry)}: “${found.entry.said}”`;
    return {
      saying: { rule: clock.rule, kind: 'taken-back', clock, takesBack },
      start: params.start,
      takesBack: number,
      isOpen: true,
    };
  }
  return undefined;
};

const SAYING = { ...CLOCK, kind: 'done' };
const ENTRY = { ...CLOCK, entryNumber: '1' };

export const clocksRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.childDue,
    action: 'see-what-is-due',
    audit: 'child-due-viewed',
    example: CHILD,
    handler: (visit: OfChild, world) => onClocks(visit, world, clocksPage),
  }),
  route({
    method: 'GET',
    path: staffPaths.beginDue,
    action: 'say-of-what-is-due',
    audit: 'child-due-viewed',
    example: RULE,
    handler: saying<OfRule>(findBeginning, false),
  }),
  route({
    method: 'POST',
    path: staffPaths.beginDue,
    action: 'say-of-what-is-due',
    audit: 'clock-said',
    example: RULE,
    handler: saying<OfRule>(findBeginning, true),
  }),
  route({
    method: 'GET',
    path: staffPaths.sayOfDue,
    action: 'say-of-what-is-due',
    audit: 'child-due-viewed',
    example: SAYING,
    handler: saying<OfSaying>(findSaying, false),
  }),
  route({
    method: 'POST',
    path: staffPaths.sayOfDue,
    action: 'say-of-what-is-due',
    audit: 'clock-said',
    example: SAYING,
    handler: saying<OfSaying>(findSaying, true),
  }),
  route({
    method: 'GET',
    path: staffPaths.takeBackDue,
    action: 'say-of-what-is-due',
    audit: 'child-due-viewed',
    example: ENTRY,
    handler: saying<OfEntry>(findTakenBack, false),
  }),
  route({
    method: 'POST',
    path: staffPaths.takeBackDue,
    action: 'say-of-what-is-due',
    audit: 'clock-said',
    example: ENTRY,
    handler: saying<OfEntry>(findTakenBack, true),
  }),
];
