/**
 * Writes a page on each workflow from its own table: `node packages/domain/scripts/workflow-pages.ts`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { roleTitle } from '../src/access/role.ts';
import { DUTIES } from '../src/entry-to-care/duties.ts';
import { PALAC } from '../src/entry-to-care/palac.ts';
import type { Form, FormQuestion } from '../src/form/form.ts';
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

/** The page of one workflow; what is local to it comes at its end. */
export const workflowPage = (workflow: Workflow, rest = ''): string => {
  const { title, source, states, steps, version } = workflow;
  const inState = (id: string): string => states[id]?.title ?? id;
  const spans = Object.values(states).flatMap(({ title: where, target, lapses }) => [
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
        `| ${inState(from)} | ${step.button} | ${step.who.map(roleTitle).join(', ')} | ${listed(step.asks.map(asked))} | ${needsOf(workflow, step)} | ${step.to === undefined ? 'stays there' : inState(step.to)} |`,
    ),
  )
  .join('\n')}

Nobody decides on a request they made, nor twice on the same request, nor for somebody who did.

## How long

Working days; each is a setting of the authority, and what stands here holds until it is set.

| where it is | working days | setting |
|---|---|---|
${spans.join('\n')}

## What the request holds

${formPart(workflow.evidence)}${rest}`;
};

const duties = `
## Where the duties come from

| duty | source |
|---|---|
${Object.values(DUTIES)
  .map(({ title, source }) => `| ${title} | ${source} |`)
  .join('\n')}
`;

const page = (name: string): string => join(import.meta.dirname, '../../../docs/workflows', `${name}.md`);

export const PAGES: readonly (readonly [path: string, text: string])[] = [
  [page('coming-into-care'), workflowPage(PALAC, duties)],
];

if (import.meta.main) for (const [path, text] of PAGES) writeFileSync(path, text);
