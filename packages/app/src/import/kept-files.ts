/** The files of an import as they are kept: by names that tell, when they are read again, which return each belonged to. */
import { yearOfPath } from '@rightplace/ssda903';
import { type Given, type GivenFile, type GivenReturn, sortIntoReturns } from './given-files.ts';

/** As kept: with the year it was given for, so that it reads the same when it is read again. */
export const keptName = (collectionYear: number | undefined, name: string): string =>
  collectionYear === undefined || yearOfPath(name) === collectionYear ? name : `${collectionYear}/${name}`;

/** The same name in no year's folder. */
export const nameWithoutYear = (name: string): string =>
  name
    .split('/')
    .filter((part, i, parts) => i === parts.length - 1 || yearOfPath(`${part}/x`) === undefined)
    .join('/');

/** The folder that a return of several is kept in. */
const OWN_FOLDER = /^(return \d+)\/(.+)$/s;

/** Two returns of one year, or of none, are not told apart by it; nor from a folder that is only called as ours are. */
const needFolders = (returns: readonly GivenReturn[]): boolean =>
  new Set(returns.map(({ collectionYear }) => collectionYear)).size < returns.length ||
  returns.some(({ files }) => files.some(({ name }) => OWN_FOLDER.test(name)));

export const keptFiles = ({ returns }: Pick<Given, 'returns'>): readonly GivenFile[] => {
  const hasFolders = needFolders(returns);
  return returns.flatMap(({ collectionYear, files }, i) =>
    files.map(({ name, bytes }) => {
      const kept = keptName(collectionYear, name);
      return { name: hasFolders ? `return ${i + 1}/${kept}` : kept, bytes };
    }),
  );
};

/** The returns that the files were kept of; each for the year given, where one is, whatever it was taken for before. */
export const givenFromKept = async (files: readonly GivenFile[], collectionYear?: number): Promise<Given> => {
  const byFolder = Map.groupBy(files, ({ name }) => OWN_FOLDER.exec(name)?.[1]);
  const given: Given[] = [];
  for (const ofFolder of byFolder.values())
    given.push(
      await sortIntoReturns(
        ofFolder.map(({ name, bytes }) => {
          const own = OWN_FOLDER.exec(name)?.[2] ?? name;
          return { name: collectionYear === undefined ? own : nameWithoutYear(own), bytes };
        }),
        collectionYear,
      ),
    );
  return {
    returns: given.flatMap(({ returns }) => returns),
    notRead: given.flatMap(({ notRead }) => notRead),
  };
};
