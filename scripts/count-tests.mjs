/** A reporter for Node's test runner that writes only how many tests passed and failed, for the whole run. */
export default async function* countTests(source) {
  let counts;
  for await (const event of source) {
    if (event.type === 'test:summary' && event.data.file === undefined) counts = event.data.counts;
  }
  if (counts !== undefined) {
    const failed = counts.failed + counts.cancelled + counts.skipped + counts.todo;
    yield JSON.stringify({ passed: counts.passed, failed });
  }
}
