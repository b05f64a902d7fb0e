/** Groups of codes that several rules speak of. */
const codes = (...of: readonly string[]): ReadonlySet<string> => new Set(of);

export const TEMPORARY = codes('T0', 'T1', 'T2', 'T3', 'T4');
export const FOSTERING = codes('U1', 'U2', 'U3', 'U4', 'U5', 'U6');
export const ADOPTION_PLACEMENT = codes('A3', 'A4', 'A5', 'A6');
export const OTHER_PLACEMENT = codes('Z11', 'Z12', 'Z13', 'Z14');
export const ADOPTED = codes('E11', 'E12');
