/**
 * What a service keeps besides children's time in care, as measures need it. A kind that is absent is not kept yet, and a
 * figure that needs it has no value; an empty list is kept, and counts nought. Each kind is told as values, by whatever
 * part of Rightplace comes to keep it.
 */
// biome-ignore lint/suspicious/noEmptyInterface: kinds are added subject by subject
export interface Records {}
