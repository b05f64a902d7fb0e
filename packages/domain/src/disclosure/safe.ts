/** The least width of what a reader can find out about a small count: one of 1 to 4 may then be any of four numbers. */
export const SAFE_WIDTH = 3;

/** A small count is one that tells of a few children: from one to the profile's last hidden number. */
export const isSmall = (value: number, hidesUpTo: number): boolean => value >= 1 && value <= hidesUpTo;
