import { EVERY_WORKFLOW, type Workflow } from '@rightplace/domain';

const BY_ID: ReadonlyMap<string, Workflow> = new Map(
  EVERY_WORKFLOW.map((workflow): [string, Workflow] => [workflow.id, workflow]),
);

export const findWorkflow = (id: string): Workflow | undefined => BY_ID.get(id);
