import { PALAC, type Workflow } from '@rightplace/domain';

/** Every working process there is, by its id. */
const WORKFLOWS: ReadonlyMap<string, Workflow> = new Map([PALAC].map((workflow) => [workflow.id, workflow]));

export const findWorkflow = (id: string): Workflow | undefined => WORKFLOWS.get(id);
