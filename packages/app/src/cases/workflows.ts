import { EMERGENCY, PALAC, type Workflow } from '@rightplace/domain';

/** Every working process there is, by its id. */
const WORKFLOWS: ReadonlyMap<string, Workflow> = new Map(
  ([PALAC, EMERGENCY] satisfies readonly Workflow[]).map((workflow): [string, Workflow] => [
    workflow.id,
    workflow,
  ]),
);

export const findWorkflow = (id: string): Workflow | undefined => WORKFLOWS.get(id);
