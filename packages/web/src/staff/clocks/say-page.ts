import { randomUUID } from 'node:crypto';
import {
  type ChildClock,
  type ClockEntryKind,
  type ClockRule,
  clockSpanInWords,
  type Day,
  dayInWords,
  isInHours,
  startInWords,
} from '@rightplace/domain';
import {
  button,
  type FieldError,
  form,
  formErrors,
  type Html,
  heading,
  html,
  input,
  insetText,
  textarea,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { named } from '../children/child-page.ts';
import { childName } from '../children/child-words.ts';
import { dayAsTyped, dayFields } from '../day-fields.ts';
import { staffPaths } from '../paths.ts';
import { dueText, sayLink } from './clock-words.ts';
import { type ClocksPageParts, clocksFrame } from './clocks-page.ts';

/** What is being said, and of what. */
export interface Saying {
  readonly rule: ClockRule;
  readonly kind: ClockEntryKind;
  /** Undefined where it is said that something began. */
  readonly clock: ChildClock | undefined;
  /** What is taken back, in words. */
  readonly takesBack: string | undefined;
}

export interface SayForm {
  readonly action: string;
  readonly csrf: string;
  readonly typed?: URLSearchParams;
  readonly problems?: readonly FieldError[];
}

/** What is asked besides a sentence. */
export const asksFor = ({ rule, kind, clock }: Saying) => ({
  day: kind !== 'taken-back' && !(kind === 'began' && clock !== undefined),
  time: kind === 'began' && isInHours(rule),
  until:
    kind === 'extended' || kind === 'allowed' || (kind === 'began' && rule.allowed === 'day-said')
      ? { needed: kind !== 'allowed' }
      : undefined,
});

const TITLES: Readonly<Record<ClockEntryKind, string>> = {
  done: 'Record that it was done',
  began: 'Record that it began',
  extended: 'Record more time from the court',
  allowed: 'Allow it to be later',
  stopped: 'Record that it no longer applies',
  'taken-back': 'Take back what was recorded',
};

const DAYS: Readonly<Record<Exclude<ClockEntryKind, 'taken-back'>, string>> = {
  done: 'On which day was it done?',
  began: 'On which day did it begin?',
  extended: 'On which day did the court decide?',
  allowed: 'On which day was it allowed?',
  stopped: 'Since which day does it no longer apply?',
};

const WORDS: Readonly<Record<ClockEntryKind, string>> = {
  done: 'How it was done, in a sentence',
  began: 'What happened, in a sentence',
  extended: 'What the court decided, in a sentence',
  allowed: 'Why it may lawfully be later, or need not be done',
  stopped: 'Why it no longer applies',
  'taken-back': 'Why it is taken back',
};

const titleOf = ({ kind, clock }: Saying): string =>
  kind === 'began' && clock !== undefined ? sayLink(clock, kind) : TITLES[kind];

const about = ({ rule, clock, kind, takesBack }: Saying): Html =>
  html`${insetText({
    html: html`<p class="govuk-body"><strong>${rule.title}</strong></p>
<p class="govuk-body">${clock === undefined ? `The clock starts when ${startInWords(rule.start)}.` : `Due: ${dueText(clock)}. It began on ${dayInWords(clock.began.on)}.`}</p>
${rule.note !== undefined && html`<p class="govuk-body">${rule.note}</p>`}
${takesBack !== undefined && html`<p class="govuk-body">${takesBack}</p>`}`,
  })}
${kind === 'allowed' && html`<p class="govuk-body">Your name is recorded as that of the person who allowed it. Nobody is reminded until then. The day it was due stays, and if it is done after that day it counts as late.</p>`}
${kind === 'extended' && rule.extension !== undefined && html`<p class="govuk-body">The law lets a court give up to ${clockSpanInWords(rule.extension.longest)}${rule.extension.times === 1 ? ', once' : ' at a time'}.</p>`}
${kind === 'taken-back' && html`<p class="govuk-body">It stays on record, with your name and why it was taken back.</p>`}`;

export const sayPage = (
  parts: ClocksPageParts,
  saying: Saying,
  { action, csrf, typed, problems = [] }: SayForm,
): Page => {
  const errors = formErrors(problems);
  const { today, id } = parts.clocks;
  const asks = asksFor(saying);
  const value = (name: string): string | undefined => typed?.get(name) ?? undefined;
  const shown = { ...(typed === undefined ? {} : { typed }), problems };
  const example = (day: Day): string => `For example ${dayAsTyped(day)}`;
  return page({
    title: `${titleOf(saying)} – ${childName(named(parts.child))}`,
    ...clocksFrame(parts),
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    childrenNamed: [id],
    main: readingWidth(html`${errors.summary}
${heading(1, titleOf(saying), { caption: childName(named(parts.child)) })}
${about(saying)}
${form({
  action,
  csrfToken: csrf,
  main: html`<input type="hidden" name="_key" value="${value('_key') ?? randomUUID()}">
<input type="hidden" name="seen" value="${value('seen') ?? String(saying.clock?.seen ?? 0)}">
${asks.day && saying.kind !== 'taken-back' && dayFields(shown, { prefix: 'on', legend: DAYS[saying.kind], hint: example(today) })}
${
  asks.time &&
  input({
    id: 'time',
    name: 'time',
    classes: 'govuk-input--width-5',
    label: { text: 'At what time?', classes: 'govuk-label--s' },
    hint: { text: 'By the clock of 24 hours, for example 22:15' },
    value: value('time'),
    errorMessage: errors.of('time'),
  })
}
${
  asks.until !== undefined &&
  dayFields(shown, {
    prefix: 'until',
    legend: asks.until.needed
      ? 'Until which day is there time?'
      : 'Until which day may it be later? (optional)',
    hint: asks.until.needed ? example(today) : `${example(today)}. Leave it empty if it need not be done.`,
  })
}
${textarea({
  id: 'said',
  name: 'said',
  rows: '4',
  label: { text: WORDS[saying.kind], classes: 'govuk-label--s' },
  value: value('said'),
  errorMessage: errors.of('said'),
})}
${button({ text: titleOf(saying), preventDoubleClick: true, classes: saying.kind === 'taken-back' ? 'govuk-button--warning' : '' })}`,
})}
<p class="govuk-body"><a class="govuk-link" href="${staffPaths.childDue({ childId: id })}">Back to what is due</a></p>`),
  });
};
