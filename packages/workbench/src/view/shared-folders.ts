/** Paths without the folders that all of them lie in: those say nothing that tells one file from another. */
export const withoutSharedFolders = (paths: readonly string[]): readonly string[] => {
  const folders = paths.map((path) => path.split('/').slice(0, -1));
  const [first = []] = folders;
  let shared = first.findIndex((name, i) => folders.some((other) => other[i] !== name));
  if (shared < 0) shared = first.length;
  return paths.map((path) => path.split('/').slice(shared).join('/'));
};
