import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { COMMAND, PAGES, workflowPage } from '../../scripts/workflow-pages.ts';
import { PALAC } from '../entry-to-care/palac.ts';

test('the pages on workflows, with their diagrams, say what the tables of the workflows say', () => {
  for (const [path, text] of PAGES) assert.equal(readFileSync(path, 'utf8'), text, `run: ${COMMAND}`);
});

test('a step that is added to a table changes its page', () => {
  const [submit] = PALAC.steps;
  assert.ok(submit !== undefined);
  const more = {
    ...PALAC,
    steps: [...PALAC.steps, { ...submit, id: 'another', button: 'Do another thing' }],
  };
  assert.notEqual(workflowPage(more), workflowPage(PALAC));
  assert.match(workflowPage(more), /draft --> with_team_manager: Do another thing \(social worker\)/);
});
