/** One child’s search for a home, wholly in browsers: by everybody who has a part in it, staff and providers. */
import { after, before, test } from 'node:test';
import { askedFor } from './home-asked.ts';
import { decided } from './home-decided.ts';
import { aHomeJourney, type HomeJourney } from './home-journey.ts';
import { movedIn } from './home-moved.ts';
import { offered } from './home-offered.ts';

let journey: HomeJourney;
before(async () => {
  journey = await aHomeJourney('FH1');
});
after(() => journey.close());

test('a home is asked for, offered, chosen, approved and moved into, by each person in a browser of their own', async () => {
  const request = await askedFor(journey);
  const providers = await offered(journey, request);
  await decided(journey, request);
  await movedIn(journey, request, providers);
});
