/** Providers are told, the agreement is made and signed, the child moves in, and everything that follows says so. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { fill, send, step } from './forms.ts';
import type { HomeJourney } from './home-journey.ts';
import { write } from './home-offered.ts';
import { RECORDED } from './tabs.ts';

const told = async (
  { look }: HomeJourney,
  {
    milo,
    search,
    kit,
    peg,
  }: { readonly milo: Page; readonly search: string; readonly kit: Page; readonly peg: Page },
): Promise<void> => {
  for (const [provider, said] of [
    ['Zed Homes', { outcome: 'chosen', more: 'She is looking forward to it.' }],
    ['Gull Care', { outcome: 'not-chosen', words: 'She goes to a home near her school.' }],
  ] as const) {
    await milo.goto(search);
    await milo.getByRole('link', { name: provider, exact: true }).click();
    await write(milo, 'Tell them what became of it', said);
  }
  await kit.goto('/provider');
  await kit.getByRole('link', { name: /^Request \d+\b/ }).click();
  await kit.getByText('She is looking forward to it.').waitFor();
  await look(kit);
  assert.equal(await kit.getByRole('button', { name: /offer/ }).count(), 0);
  await peg.goto('/provider');
  await peg.getByRole('link', { name: /^Request \d+\b/ }).click();
  await peg.getByText('She goes to a home near her school.').waitFor();
  assert.doesNotMatch(await peg.content(), /Samphire|Zed|Lark|Brindle|forward to it/);
  await step(milo, search, 'Record that they were told', {
    'provider-told': 'Kit Harrow, by the portal',
    'worker-told': 'Ana Fenwright',
    'others-told': 'Gull Care',
  });
};

/** Made of what the search says, taken away as a Word document, and signed by both; gives its address. */
const agreed = async ({ look }: HomeJourney, milo: Page, request: string): Promise<string> => {
  await milo.goto(request);
  await milo.getByRole('link', { name: 'What was agreed for this home, and what it costs' }).click();
  assert.equal(await milo.locator('#core-weekly').inputValue(), '4600.00');
  await look(milo);
  await fill(milo, {
    covers: 'Board, care and keywork',
    outcomes: 'School every day',
    notice: '28 days, in writing',
  });
  await send(milo, 'Make the placement agreement');
  await milo.waitForURL(/\/agreements\/\d+$/);
  await look(milo);
  const agreement = new URL(milo.url()).pathname;
  await look(milo, `${agreement}/document`);
  await milo.getByText('Two staff to one child').first().waitFor();
  const coming = milo.waitForEvent('download');
  await milo.getByRole('link', { name: 'Download it as a Word document' }).click();
  const file = await coming;
  assert.match(file.suggestedFilename(), /\.docx$/);
  assert.equal(
    readFileSync(await file.path())
      .subarray(0, 2)
      .toString(),
    'PK',
  );
  for (const [mark, given] of [
    ['Record that it was sent', { on: '2026-11-23', who: 'Kit Harrow' }],
    ['Record that the provider signed', { on: '2026-11-23', who: 'Kit Harrow, manager' }],
    ['Record that we signed', { on: '2026-11-23', who: 'Gwen Hale' }],
  ] as const) {
    await milo.goto(agreement);
    await milo.getByRole('link', { name: mark, exact: true }).click();
    await look(milo);
    await fill(milo, given);
    await send(milo, mark);
  }
  await milo.goto(agreement);
  await milo.getByText('23 November 2026, Gwen Hale').waitFor();
  return agreement;
};

const moved = async ({ as, look }: HomeJourney, milo: Page, search: string): Promise<void> => {
  await step(milo, search, 'Record that the contract was sent', {
    'contract-sent': '2026-11-23',
    'contract-to': 'Kit Harrow',
  });
  await step(milo, search, 'Confirm the date of the move', {
    'contract-signed': 'yes',
    'moves-on': '2026-11-23',
    'moves-how': 'Ana drives; her bed is made.',
  });
  const worker = await as('ana');
  await look(worker, search);
  await worker.getByRole('button', { name: 'Record that the child has moved in' }).click();
  await look(worker);
  await fill(worker, {
    'placed-on': '2026-11-23',
    home: 'Samphire Lodge',
    'home-type': 'K2',
    'home-provider': 'PR4',
    'home-postcode': 'PE21 0AB',
    need: 'N1',
    'began-under': 'V2',
  });
  await send(worker, 'Record that the child has moved in');
  await worker.getByText(RECORDED).waitFor();
};

/** Nobody types the move again: the child’s page, what is due, the searches and what placements cost have it. */
const follows = async ({ as, look }: HomeJourney, agreement: string): Promise<void> => {
  const ada = await as('ada');
  await look(ada, '/children/FH1');
  await ada.getByText('23 November 2026').first().waitFor();
  await look(ada, '/children/FH1/what-is-due');
  for (const due of [
    'Placement plan made',
    'Written notice of the placement given to all who must have it',
    'Independent reviewing officer named',
  ])
    await ada.getByRole('row').filter({ hasText: due }).getByText('30 Nov 2026').waitFor();
  const fin = await as('fin');
  await look(fin, '/commitments');
  await fin.getByText('Child FH1').first().waitFor();
  await fin.getByText('£6,000').first().waitFor();
  assert.doesNotMatch(await fin.content(), /Lark|Brindle/);
  await look(fin, agreement);
  await fin.getByText('Lives there').first().waitFor();
};

/** As it is read from the first day: each of these stands after the one before it. */
const STORY = [
  'Ana Fenwright, social worker, began the request for a home',
  'Paige Marsh, placements officer, returned the request to the social worker',
  'Paige Marsh, placements officer, found that there is permission to search',
  'gave the search to an officer',
  'began the search in house',
  'approached Our fostering team',
  'noted an offer of',
  'opened the tier',
  'approached Zed Homes',
  'asked a question for',
  'answered a question of',
  'made an offer for',
  'declined for',
  'shared with the social worker the offer of',
  'put offers to the social worker',
  'Ana Fenwright, social worker, chose an offer',
  'Tess Marlow, team manager, agreed to the choice',
  'noted a proposed price in the talks with',
  'recorded the price and what goes with it as agreed',
  'recorded a check of',
  'put a home to the director',
  'recorded what opens a gate for',
  'Ada Osei, director of children’s services, approved the home',
  'told the social worker and the provider',
  'sent the contract',
  'confirmed the date of the move',
  'Ana Fenwright, social worker, recorded that the child has moved in',
];

const readInOrder = async ({ look }: HomeJourney, milo: Page, search: string): Promise<void> => {
  await look(milo, `${search}/chronology`);
  const sentences = (await milo.locator('main h2').allInnerTexts()).toReversed();
  let from = 0;
  for (const told of STORY) {
    const at = sentences.findIndex((sentence, place) => place >= from && sentence.includes(told));
    assert.ok(at >= 0, `“${told}” after “${sentences[from - 1]}”: ${sentences.join('\n')}`);
    from = at + 1;
  }
};

export const movedIn = async (
  journey: HomeJourney,
  request: string,
  providers: { readonly kit: Page; readonly peg: Page },
): Promise<void> => {
  const search = request.replace('cases', 'searches');
  const milo = await journey.as('milo');
  await told(journey, { ...providers, milo, search });
  const agreement = await agreed(journey, milo, request);
  await moved(journey, milo, search);
  await follows(journey, agreement);
  await readInOrder(journey, milo, search);
  await step(milo, search, 'Write the outcome and close the search', {
    'where-wanted': 'yes',
    'same-school': 'yes',
    'siblings-together': 'none',
  });
};
