import { roleTitle } from '../access/role.ts';
import type { Workflow } from './workflow.ts';

/** The table as a Mermaid state diagram, for the documentation. What it draws is what the product does. */
export const diagramOf = ({ states, steps, begins }: Workflow): string => {
  const name = (state: string): string => state.replaceAll('-', '_');
  const meanings = Object.entries(states);
  const lines = [
    'stateDiagram-v2',
    ...meanings.map(([id, { title }]) => `  state "${title}" as ${name(id)}`),
    `  [*] --> ${name(begins.in)}`,
    // A step by which a case stays where it is stands in the table and not here.
    ...steps.flatMap(({ from, to, button, who }) =>
      (to === undefined ? [] : from).map(
        (state) =>
          `  ${name(state)} --> ${name(to ?? state)}: ${button} (${who.map((role) => roleTitle(role).toLowerCase()).join(', ')})`,
      ),
    ),
    ...meanings.flatMap(([id, { lapses }]) =>
      lapses === undefined
        ? []
        : [`  ${name(id)} --> ${name(lapses.to)}: after ${lapses.workingDays} working days`],
    ),
    ...meanings.flatMap(([id, { opens }]) =>
      (opens?.outcomes ?? []).map(({ to, told }) => `  ${name(id)} --> ${name(to)}: who decides ${told}`),
    ),
    ...meanings.filter(([, { ended }]) => ended === true).map(([id]) => `  ${name(id)} --> [*]`),
  ];
  return `${lines.join('\n')}\n`;
};
