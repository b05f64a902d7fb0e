/**
 * The codes of one column of the return in plain English, sorted into the groups people report by. Historic codes are
 * among them: a record of ten years holds them. `ssda903` says which code is valid in which collection year.
 */
export interface CodeList<Group extends string = string> {
  readonly groups: Readonly<Record<Group, string>>;
  readonly codes: Readonly<Record<string, CodeMeaning<Group>>>;
}

export interface CodeMeaning<Group extends string = string> {
  readonly title: string;
  readonly group: Group;
}

/** What a code means in words; the code itself when the list does not have it. */
export const codeTitle = (list: CodeList, code: string): string => list.codes[code]?.title ?? code;

export const findCodeGroup = <Group extends string>(list: CodeList<Group>, code: string): Group | undefined =>
  list.codes[code]?.group;

/** The codes of a group, in the order of the list. */
export const codesInGroup = <Group extends string>(list: CodeList<Group>, group: Group): readonly string[] =>
  Object.entries(list.codes)
    .filter(([, meaning]) => meaning.group === group)
    .map(([code]) => code);
