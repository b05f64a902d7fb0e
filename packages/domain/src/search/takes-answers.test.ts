import assert from 'node:assert/strict';
import { test } from 'node:test';
import { logOf } from '../../test/search-cases.ts';
import { PLACEMENT_REQUEST_STATES } from '../placement-request/states.ts';
import { SAID_BY_PROVIDERS, takesAnswers } from './referral.ts';
import { searchFrom } from './search.ts';
import { findEntryFault } from './write-entry.ts';

test('a provider is asked for an answer exactly where the log takes it', () => {
  const search = searchFrom(logOf(['approach', null], ['offer', 1]));
  const by = { person: 'portal 1', part: { role: 'external-provider' } } as const;
  for (const state of Object.keys(PLACEMENT_REQUEST_STATES))
    for (const kind of SAID_BY_PROVIDERS) {
      const entry = { kind, about: kind === 'withdrawn' ? 2 : 1, said: {}, by };
      const now = { state, events: [], writers: [] } as never;
      assert.equal(
        findEntryFault(now, search, entry) === undefined,
        takesAnswers(state),
        `${kind}: ${state}`,
      );
    }
});
