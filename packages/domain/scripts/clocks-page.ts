/**
 * Writes the page on what is due for a child from the tables of its clocks: `node packages/domain/scripts/clocks-page.ts`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { roleTitle } from '../src/access/role.ts';
import { dayInWords } from '../src/calendar/words.ts';
import { AT_HOME_CLOCKS } from '../src/timer/at-home-clocks.ts';
import { CASE_CLOCKS, type CaseClock, FOLLOWS } from '../src/timer/case-clocks.ts';
import { CLOCK_ENTRIES } from '../src/timer/clock-entry.ts';
import {
  allowedInWords,
  CLOCK_CERTAINTIES,
  type ClockRule,
  clockSpanInWords,
  STOPS,
  startInWords,
} from '../src/timer/clock-rule.ts';
import { LOOKED_AFTER_CLOCKS, NOT_CLOCKS } from '../src/timer/looked-after-clocks.ts';
import { VISIT_AND_REVIEW_CLOCKS } from '../src/timer/visit-and-review-clocks.ts';
import { EVERY_WORKFLOW } from '../src/workflow/every-workflow.ts';

export const COMMAND = 'node packages/domain/scripts/clocks-page.ts';

const forceOf = ({ effective }: ClockRule): string =>
  effective === null
    ? 'not yet: its day is not known'
    : `from ${dayInWords(effective.starts)}${effective.ends === null ? '' : ` to before ${dayInWords(effective.ends)}`}`;

const timeOf = ({ allowed, repeats, later, extension, reminders, mayShorten }: ClockRule): string =>
  [
    allowedInWords(allowed),
    repeats && 'again each time, from when it was done',
    later
      ?.map(
        ({ title, allowed: time }) =>
          `${time === undefined ? 'no time set here' : allowedInWords(time)}: ${title}`,
      )
      .join('; '),
    extension &&
      `a court may give up to ${clockSpanInWords(extension.longest)} more${extension.times === 1 ? ', once' : ', more than once'}`,
    reminders && `reminder after ${reminders.map(clockSpanInWords).join(', ')}`,
    mayShorten && 'an authority may allow less',
  ]
    .filter(Boolean)
    .join('; ');

const endOf = ({ doneBy, start }: ClockRule): string =>
  doneBy === 'status-ends'
    ? 'done when the legal status ends'
    : doneBy === 'officer-allocated'
      ? `done when the record has a reviewing officer; stops when ${STOPS[start.kind]}`
      : doneBy === 'review-held'
        ? `done when the record has a review, or somebody says so; stops when ${STOPS[start.kind]}`
        : `done when somebody says so; stops when ${STOPS[start.kind]}`;

const row = (rule: ClockRule): string =>
  `| \`${rule.id}\` v${rule.version} | ${rule.title}${rule.note === undefined ? '' : `. ${rule.note}`} | ${startInWords(rule.start)} | ${timeOf(rule)} | ${endOf(rule)} | ${roleTitle(rule.owner)} | ${rule.source} | ${rule.basis} | ${rule.certainty} | ${forceOf(rule)} |`;

/** A row of the table of what cases say, in the words of the process. */
const caseRow = ({ workflow: id, step, into, rule, kind }: CaseClock): string => {
  const workflow = EVERY_WORKFLOW.find((one) => one.id === id);
  const told = Object.values(workflow?.states ?? {}).flatMap(({ opens }) =>
    (opens?.outcomes ?? []).flatMap((outcome) => (outcome.to === into ? [outcome.told] : [])),
  );
  const taken =
    step === FOLLOWS
      ? `The case opened from it ${told.join(', or ')}`
      : workflow?.steps.find((one) => one.id === step)?.button;
  return `| ${workflow?.title} | ${taken ?? 'What is written in the form'} | \`${rule}\` | ${CLOCK_ENTRIES[kind]} |`;
};

/** The page for these rules. */
export const clocksPage = (rules: readonly ClockRule[]): string =>
  `<!-- Written by \`${COMMAND}\` from the tables of the clocks. Do not edit: change the table and run it again. A test
     fails until you do. -->

# What is due, and when

Each row of a table in \`packages/domain/src/timer\` starts a clock. Clocks are worked out from a child's record whenever somebody
looks; what people say of them is kept (decision 19).

## How days are counted

- A working day is not a Saturday, a Sunday, Christmas Day, Good Friday or a bank holiday in England, as the authority's settings
  have them. A holiday proclaimed since moves every open clock.
- The day it began is day 0. Within 20 working days of Monday 4 December 2023 is Thursday 4 January 2024.
- A week is seven days. A month is the corresponding day, or the end of a month that has none.
- Hours run on real time, over weekends and over the change of the clocks. Where only the day is known on which they began, they are
  counted in whole days.
- What is due again is counted from when it was done, not from when it was due.
- A day that is due stays where it is on a weekend or bank holiday. Only a court's extension moves it.
- What may lawfully be later is allowed by a manager who does not work with the child, with a reason. It is quiet until then, and it
  is late all the same if it is done after the day it was due.
- What has lost its reason is stopped, with why, and kept.

## How it becomes pressing

A reminder at three quarters of the time; “due soon” five working days before, or when a fifth of the time is left if that is less; red
on the day; with the team manager on the next working day; with the head of service after five, and with the independent reviewing
officer where the law is not kept. Nobody is written to yet: the lists of work say it.

## Becoming looked after, planning, at home after care, visits and reviews

Visits and reviews are kept where the authority says so, for placements and care that begin from that day on.

| rule | what | starts when | how long | ends | whose | source | basis | certainty | in force |
|---|---|---|---|---|---|---|---|---|---|
${rules.map(row).join('\n')}

Rows of the same list that start no clock:

${Object.entries(NOT_CLOCKS)
  .map(([id, why]) => `- \`${id}\`: ${why}`)
  .join('\n')}

## What cases say by themselves

Whatever is said in taking a step of a case is not typed a second time: the step says it of the clock. What the record has begun
already the case only times. Whatever no case says, somebody may still say by hand.

| process | step | rule | what it says |
|---|---|---|---|
${CASE_CLOCKS.map(caseRow).join('\n')}

## How sure it is

${Object.entries(CLOCK_CERTAINTIES)
  .map(([mark, says]) => `- **${mark}**: ${says}`)
  .join('\n')}
`;

const PATH = join(import.meta.dirname, '../../../docs/clocks.md');

export const PAGE: readonly [path: string, text: string] = [
  PATH,
  clocksPage([...LOOKED_AFTER_CLOCKS, ...AT_HOME_CLOCKS, ...VISIT_AND_REVIEW_CLOCKS]),
];

if (import.meta.main) writeFileSync(...PAGE);
