import type { Day } from '@rightplace/domain';

/** Whom an invented authority is held against: real authorities, and said to be chosen for the purpose. */
export interface DemoNeighbours {
  readonly codes: readonly string[];
  readonly source: string;
  readonly from: Day;
}

export interface DemoTarget {
  readonly measureId: string;
  readonly value: number;
  readonly tolerance: number;
  readonly direction: 'at-least' | 'at-most';
  readonly why: string;
  readonly from: Day;
}

/** Shire counties, as Northmarsh would be one: their published figures are real, and their likeness is not worked out. */
export const inventNeighbours = (): DemoNeighbours => ({
  codes: [
    'E10000003', // Cambridgeshire
    'E10000007', // Derbyshire
    'E10000008', // Devon
    'E10000018', // Leicestershire
    'E10000019', // Lincolnshire
    'E10000020', // Norfolk
    'E10000028', // Staffordshire
    'E10000029', // Suffolk
    'E10000031', // Warwickshire
    'E10000034', // Worcestershire
  ],
  source:
    'Chosen for the demonstration: ten real counties, so that there is something to compare with. No model chose them.',
  from: '2015-04-01' as Day,
});

const WHY = 'Invented for the demonstration.';

/** A few targets from the April before last, for a board to look at. */
export const inventTargets = (asOf: Day): readonly DemoTarget[] => {
  const year = Number(asOf.slice(0, 4)) - (asOf.slice(5) >= '04-01' ? 1 : 2);
  const from = `${year}-04-01` as Day;
  const target = (
    measureId: string,
    direction: DemoTarget['direction'],
    value: number,
    tolerance: number,
  ): DemoTarget => ({ measureId, direction, value, tolerance, why: WHY, from });
  return [
    target('stability-3plus', 'at-most', 9, 1),
    target('stability-2yr', 'at-least', 70, 2),
    target('foster-share', 'at-least', 70, 3),
    target('residential-share', 'at-most', 11, 1),
  ];
};
