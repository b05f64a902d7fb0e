import { EMERGENCY } from '@rightplace/domain';
import type { ToldRequest } from './told-request.ts';

/** Eight, taken into police protection and placed the same day; the director has not confirmed, and the full request is due. */
const bryn: ToldRequest = {
  workflow: EMERGENCY,
  child: {
    id: 'NM910011',
    givenName: 'Bryn',
    familyName: 'Sallowby',
    sex: 'M',
    daysOld: 3090,
    homeAddress: '2 Staithe Row, Wharfby',
  },
  team: 'Eastside',
  worker: 0,
  begun: 2,
  answers: ({ day, words }) => ({
    trigger: 'police-protection',
    'power-on': day(2),
    'power-at': '07:40',
    chronology: `A neighbour rang the police at seven in the morning of ${words(2)}: Bryn was on the step in his pyjamas and nobody answered the door.\nHis mother was found unwell and taken to hospital. No other adult was there.`,
    'why-now':
      'There is nobody at home, his mother cannot be spoken to before tonight, and police protection ends within 72 hours.',
    'child-view':
      '“I want my rabbit to have its breakfast.” He asks whether his mum will be all right, and to sleep where there is a light on.',
    'at-their-best':
      'Bryn is eight and notices everything. He knows the name of every bird on the marsh and tells you which is cross.',
    siblings: [],
    risk: 'He would be alone in the house with the front door open, as he was last night.',
    'parents-view':
      'His mother said to the ambulance crew that he must not be left alone, and gave his grandmother’s name. She could not be asked more.',
    network:
      'His grandmother is abroad until Friday and was reached by telephone. A friend’s parents from school offered the afternoons.',
    'legal-basis': 'L1',
    'needed-tonight':
      'An inhaler twice a day, from the school. He goes to Wharfby Primary and would like to be there in the morning. No pork.',
    'carer-must-know':
      'He wanders when he cannot sleep. His mother may telephone; nobody else may collect him.',
    where: 'Within half an hour of Wharfby Primary',
  }),
  steps: [
    [
      2,
      'write-down-manager',
      ({ day }) => ({
        'given-on': day(2),
        'given-at': '10:45',
        means: 'in-person',
        words: 'Agreed: nobody at home and no family before Friday. A foster home near the school.',
      }),
      'team-manager',
    ],
    [
      2,
      'write-down-director',
      ({ day }) => ({
        'given-on': day(2),
        'given-at': '11:50',
        means: 'call',
        words:
          'Agreed for as long as his mother is in hospital. His grandmother is to be assessed when she is back.',
      }),
      'director',
    ],
    [
      2,
      'placed',
      ({ day }) => ({
        'placed-on': day(2),
        'placed-at': '13:05',
        home: 'Foster carers of the authority’s own, twelve minutes from the school',
        'home-type': 'U6',
        'home-provider': 'PR1',
        need: 'N3',
        'under-16': 'so',
        'terms-of-approval': 'so',
        'connected-person': 'does-not-apply',
        'out-of-area': 'does-not-apply',
        'secure-limit': 'does-not-apply',
        'secure-under-13': 'does-not-apply',
        'carer-told': 'so',
      }),
    ],
  ],
};

export const EMERGENCIES: readonly ToldRequest[] = [bryn];
