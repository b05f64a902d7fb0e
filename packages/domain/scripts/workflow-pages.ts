/**
 * Writes a page on each workflow from its own table: `node packages/domain/scripts/workflow-pages.ts`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { roleTitle } from '../src/access/role.ts';
import { DUTIES } from '../src/entry-to-care/duties.ts';
import { EMERGENCY } from '../src/entry-to-care/emergency.ts';
import { EMERGENCY_CHECKS } from '../src/entry-to-care/emergency-checks.ts';
import { TRIGGERS } from '../src/entry-to-care/emergency-evidence.ts';
import { PALAC } from '../src/entry-to-care/palac.ts';
import type { Form, FormQuestion } from '../src/form/form.ts';
import { EXIT_PLAN } from '../src/leaving-care/exit-plan.ts';
import { RETURN_HOME } from '../src/leaving-care/return-home.ts';
import { SELF_DISCHARGE } from '../src/leaving-care/self-discharge.ts';
import { STAYING_PUT } from '../src/leaving-care/staying-put.ts';
import { ENTRY_PANEL } from '../src/panel/entry-panel.ts';
import { isPanelId } from '../src/panel/panels.ts';
import { RESOURCES_PANEL } from '../src/panel/resources-panel.ts';
import { PLACEMENT_REQUEST } from '../src/placement-request/placement-request.ts';
import { CARE_PROCEEDINGS } from '../src/proceedings/care-proceedings.ts';
import { PRE_PROCEEDINGS } from '../src/proceedings/pre-proceedings.ts';
import { SECTION_20 } from '../src/proceedings/section-20.ts';
import { diagramOf } from '../src/workflow/diagram.ts';
import { EVIDENCE, type Step, type Workflow } from '../src/workflow/workflow.ts';

export const COMMAND = 'node packages/domain/scripts/workflow-pages.ts';

const TICKS = '```';

const listed = (words: readonly string[]): string => (words.length === 0 ? '' : words.join('; '));

const needsOf = (workflow: Workflow, { needs = [] }: Step): string =>
  listed(
    needs.map((need) =>
      need === EVIDENCE ? 'the request is complete' : `not while: ${workflow.needs[need]}`,
    ),
  );

const byWhom = ({ who, only }: Step): string =>
  `${who.map(roleTitle).join(', ')}${only === undefined ? '' : `: only ${only.as}, or whoever stands in for them`}`;

const asked = ({ label, optional, ...question }: FormQuestion): string => {
  const options = 'options' in question ? `: ${Object.values(question.options).join(', ')}` : '';
  return `${label}${options}${optional === true ? ' (may be left open)' : ''}`;
};

/** A question that an answer brings stands under the one that brings it. */
const inForm = (question: FormQuestion): string =>
  question.when === undefined
    ? `- ${asked(question)}`
    : `  - if ${question.when.is.join(' or ')}: ${asked(question)}`;

const formPart = ({ sections }: Form): string =>
  sections.map(({ title, questions }) => `### ${title}\n\n${questions.map(inForm).join('\n')}\n`).join('\n');

/** What holds of approvals by word of mouth, for a process that has them. */
const wordsPart = ({ steps }: Workflow): string => {
  const spoken = steps.filter(({ word }) => word !== undefined);
  if (spoken.length === 0) return '';
  return `
An approval by word of mouth may be written down by somebody else, with whose it is, when it was given and how:

| what is written down | whose it can be |
|---|---|
${spoken.map(({ button, word = [] }) => `| ${button} | ${word.map(roleTitle).join(', ')} |`).join('\n')}

It counts at once. Until whoever it is said of has signed in and said whether it is theirs, it stands in red wherever the case is
named. Denied, it undoes what was decided. Whoever made the request gives no word on it, and nobody gives two; it was given in the
last three days, by somebody who could decide then.
`;
};

/** What becomes of a case by the one that is opened from it. */
const opensPart = ({ states }: Workflow): string => {
  const rows = Object.values(states).flatMap(({ title, opens }) =>
    (opens?.outcomes ?? []).map(
      ({ to, told }) => `| ${title} | whoever decides ${told} | ${states[to]?.title ?? to} |`,
    ),
  );
  return rows.length === 0
    ? ''
    : `
Another case is opened from it, with what was answered here offered again. What is decided there is what becomes of it here:

| where it is | what happens | then |
|---|---|---|
${rows.join('\n')}
`;
};

/** What may be put before others from it. */
const refersPart = ({ refers = [], states }: Workflow): string =>
  refers
    .map(
      ({ workflow, button, from, who }) => `
“${button}”${isPanelId(workflow) ? ', where the authority runs it' : ''}: ${from.map((state) => states[state]?.title ?? state).join('; ')}. By: ${who.map(roleTitle).join(', ')}.
What was answered here is offered there.
`,
    )
    .join('');

/** What may be written down beside it. */
const notesPart = ({ notes = [] }: Workflow): string =>
  notes
    .map(
      ({ told, asks }) => `
Wherever it stands, and without moving it on, somebody may have ${told}: ${listed(asks.map(asked))}.
`,
    )
    .join('');

/** The page of one workflow; what is local to it comes at its end. */
export const workflowPage = (workflow: Workflow, rest = ''): string => {
  const { title, source, states, steps, version } = workflow;
  const inState = (id: string): string => states[id]?.title ?? id;
  const spans = Object.values(states).flatMap(({ title: where, target, lapses, dueAsSaid }) => [
    ...(dueAsSaid === undefined ? [] : [`| ${where} | late after the day that was said in coming there | |`]),
    ...(target === undefined
      ? []
      : [`| ${where} | late after ${target.workingDays} | \`${target.setting}\` |`]),
    ...(lapses === undefined
      ? []
      : [`| ${where} | over after ${lapses.workingDays} | \`${lapses.setting}\` |`]),
  ]);
  return `<!-- Written by \`${COMMAND}\` from the table of the workflow. Do not edit: change the table and run it
     again. A test fails until you do. -->

# ${title}

${source}. Version ${version} of the table.

${TICKS}mermaid
${diagramOf(workflow)}${TICKS}

## Who does what

| where it is | what is done | by whom | must say | only when | then |
|---|---|---|---|---|---|
${steps
  .flatMap((step) =>
    step.from.map(
      (from) =>
        `| ${inState(from)} | ${step.button} | ${byWhom(step)} | ${listed(step.asks.filter(({ carried }) => carried !== true).map(asked))} | ${needsOf(workflow, step)} | ${step.to === undefined ? 'stays there' : inState(step.to)} |`,
    ),
  )
  .join('\n')}

Nobody decides on a request they made, nor twice on the same request, nor for somebody who did.
${wordsPart(workflow)}${opensPart(workflow)}${refersPart(workflow)}${notesPart(workflow)}
## How long

Working days; each is a setting of the authority, and what stands here holds until it is set.

| where it is | working days | setting |
|---|---|---|
${spans.join('\n')}

## What the request holds

${formPart(workflow.evidence)}${rest}`;
};

const sources = (
  title: string,
  of: string,
  rows: Readonly<Record<string, { readonly title: string; readonly source: string }>>,
): string => `
## ${title}

| ${of} | source |
|---|---|
${Object.values(rows)
  .map((row) => `| ${row.title} | ${row.source} |`)
  .join('\n')}
`;

const duties = sources('Where the duties come from', 'duty', DUTIES);
const night = `${sources('What makes it an emergency', 'what', TRIGGERS)}${sources('What holds at night as by day', 'check', EMERGENCY_CHECKS)}`;

const page = (name: string): string => join(import.meta.dirname, '../../../docs/workflows', `${name}.md`);

export const PAGES: readonly (readonly [path: string, text: string])[] = [
  [page('coming-into-care'), workflowPage(PALAC, duties)],
  [page('coming-into-care-in-an-emergency'), workflowPage(EMERGENCY, night)],
  [page('finding-a-home'), workflowPage(PLACEMENT_REQUEST)],
  [page('plan-for-leaving-care'), workflowPage(EXIT_PLAN)],
  [page('going-home'), workflowPage(RETURN_HOME)],
  [page('leaving-care-at-16-or-17'), workflowPage(SELF_DISCHARGE)],
  [page('staying-put'), workflowPage(STAYING_PUT)],
  [page('entry-to-care-panel'), workflowPage(ENTRY_PANEL)],
  [page('access-to-resources-panel'), workflowPage(RESOURCES_PANEL)],
  [page('legal-gateway-and-pre-proceedings'), workflowPage(PRE_PROCEEDINGS)],
  [page('care-proceedings'), workflowPage(CARE_PROCEEDINGS)],
  [page('section-20-agreement'), workflowPage(SECTION_20)],
];

if (import.meta.main) for (const [path, text] of PAGES) writeFileSync(path, text);
