import { PALAC } from '@rightplace/domain';
import { dutiesTold } from './duties-told.ts';
import { changes, support, type ToldRequest } from './told-request.ts';

/** Seven weeks old, and with the director: the court has made an interim care order. */
const ivy: ToldRequest = {
  workflow: PALAC,
  child: {
    id: 'NM910001',
    givenName: 'Ivy',
    familyName: 'Sedgely',
    sex: 'F',
    daysOld: 51,
    homeAddress: '8 Eel Row, Gullholme',
  },
  team: 'Court work south',
  worker: 0,
  begun: 6,
  answers: ({ day, words }) => ({
    'at-their-best':
      'Ivy is seven weeks old. She turns to voices, settles quickly when she is held close, and is beginning to smile. She feeds well and has put on weight since she left hospital.',
    'child-view':
      'Seen three times, awake and asleep. She is calm in her grandmother’s arms. With both parents in the room and voices raised she stiffens, and cries until she is taken out.',
    'parents-view':
      'Her mother wants Ivy with her and says she would go to a parent and child home. Her father does not accept that what happened at home frightens her. Both have solicitors.',
    network:
      'The maternal grandmother was asked on two visits: she can have Ivy in the day and not at night, because of her own health. An aunt in the next county is being assessed and has no room before the spring.',
    assessed: day(8),
    analysis:
      'Ivy cannot keep herself safe and depends wholly on adults. There have been four police call-outs since she was born. Her mother left with her twice and went back. Both times Ivy was in the room. The plan agreed before her birth has been tried and has not kept her safe.',
    risk: 'She could be hurt without anybody meaning to hurt her, as she is carried or held when there is violence. Her mother may again go home from fear of losing her.',
    chronology: `Pre-birth assessment and a child protection plan before she was born.\nPolice call-outs in each of the last four weeks.\nMother and Ivy at the refuge for two nights, then home.\nLegal meeting on ${words(9)}; the court made an interim care order on ${words(6)}.`,
    alternatives: ['edge-of-care', 'family-group-decision', 'kinship'],
    'alternatives-came-to':
      'The family met and offered care by day. The edge-of-care worker came daily until the third call-out. Nobody in the family can have her at night now.',
    'legal-basis': 'C1',
    'needed-from': day(-1),
    ...dutiesTold({
      'siblings-together': ['does-not-apply', 'Ivy is an only child.'],
      education: ['does-not-apply', 'She is seven weeks old.'],
      'virtual-school': ['does-not-apply', 'She is seven weeks old.'],
      contact: [
        'not-yet',
        'The court asked for time with her mother three times a week. The centre confirms the hours tomorrow.',
      ],
    }),
  }),
  steps: [
    [4, 'submit'],
    [
      3,
      'support',
      support(
        4,
        'I have read the police reports and met Ivy’s mother. She loves her daughter and cannot protect her while she lives there. The analysis is balanced and the order has been made.',
        'Ivy sleeps and feeds in a calm home, and her weight goes on rising.',
        'Her mother has a real chance to show what she can do apart from the father, with the aunt assessed beside her.',
      ),
    ],
    [
      1,
      'authorise',
      () => ({
        quality:
          'Assessment, police log, court order and the record of the family meeting. Clear about what is known and what is feared. The father’s view is there in his own words. I asked for a foster home where the mother could later join her, and it is in the request.',
      }),
    ],
  ],
};

/** Three, and no longer needed: the grandparents have him. */
const leo: ToldRequest = {
  workflow: PALAC,
  child: {
    id: 'NM910002',
    givenName: 'Leo',
    familyName: 'Garrowby',
    sex: 'M',
    daysOld: 1310,
    homeAddress: '27 Tannery Walk, Saltmere',
  },
  team: 'Court work north',
  worker: 1,
  begun: 12,
  answers: ({ day, words }) => ({
    'at-their-best':
      'Leo is three, quick and funny. He knows the name of every digger and will tell you. He likes to be first down the slide, and to be read to before he sleeps.',
    'child-view':
      'He says “Nana’s house” when asked where he would like to sleep. At nursery he asks who is coming for him.',
    'parents-view':
      'His mother goes into hospital for treatment that may last three months. She asked for help herself and has thought about what he needs. His father’s whereabouts are not known.',
    network:
      'Grandparents, two friends of his mother and his nursery key worker were asked. The grandparents wanted time to think about work and money.',
    assessed: day(13),
    analysis:
      'His mother is a warm and careful parent who is too unwell to look after him for now. Without somebody in the family there would be nobody to care for him from the day she is admitted.',
    risk: 'He would be without an adult who may decide for him, and moved between friends.',
    chronology: `Referred by the hospital on ${words(16)}.\nAssessment finished on ${words(13)}.\nAdmission planned within the fortnight.`,
    alternatives: ['section-17', 'family-group-decision'],
    'alternatives-came-to':
      'Family support can pay for nursery and for travel. The family meeting asked the grandparents for an answer within the week.',
    'legal-basis': 'V2',
    consent: `His mother, in writing on ${words(11)}, with an advocate beside her. She read it back in her own words.`,
    'needed-from': day(4),
    ...dutiesTold({ 'siblings-together': ['does-not-apply', 'Leo is an only child.'] }),
  }),
  steps: [
    [10, 'submit'],
    [
      9,
      'support',
      support(
        10,
        'His mother asked in good time and has planned with us. Care would be for a short while and by agreement, if the family cannot.',
        'Leo knows who looks after him while his mother is unwell, and sees her every week.',
      ),
    ],
    [
      8,
      'withdraw',
      () => ({
        reason:
          'His grandparents have said yes, and moved in with him yesterday. Support under section 17 is agreed for as long as his mother is in hospital. He keeps his home and his nursery.',
      }),
    ],
  ],
};

/** Five, and back with her social worker: two relatives have not been asked. */
const isla: ToldRequest = {
  workflow: PALAC,
  child: {
    id: 'NM910003',
    givenName: 'Isla',
    familyName: 'Fenwright',
    sex: 'F',
    daysOld: 1990,
    homeAddress: '3 Reedcutter Lane, Ashlode',
  },
  team: 'Eastside',
  worker: 0,
  begun: 9,
  answers: ({ day, words }) => ({
    'at-their-best':
      'Isla is five and in her first year at school. She sings while she draws, holds the door for smaller children, and is proud of her new reading book.',
    'child-view':
      '“I like it when Mummy is up.” She would like to sleep at her friend Poppy’s, and wants the cat to come too.',
    siblings: [{ name: 'Jude Fenwright', lives: 'With his father, since the spring', together: 'not-known' }],
    'parents-view':
      'Her mother says she is too tired to go on and is afraid of drinking again. She would agree to care for some weeks. Her father, who lives abroad, was written to and has not answered.',
    network:
      'A neighbour collects Isla from school twice a week. The maternal aunt was asked and has three children in two rooms.',
    assessed: day(12),
    analysis:
      'On most mornings Isla wakes herself, and on some she does not get to school. Her mother knows this and is ashamed of it. Support at home has helped in the day and not at night.',
    risk: 'She is alone with an adult who cannot be woken. A pan was left on the stove last month.',
    chronology: `Referred by the school on ${words(30)}.\nChild in need plan since then.\nFire service called on ${words(14)}; nobody was hurt.`,
    alternatives: ['early-help', 'section-17'],
    'alternatives-came-to':
      'The morning worker got Isla to school on every day she came. It stops at noon, and what frightens us is the night.',
    'legal-basis': 'V2',
    consent: `Her mother, in writing on ${words(9)}. She was sober, had read it the day before, and was told that she can end it at any time.`,
    'needed-from': day(-3),
    ...dutiesTold({
      'siblings-together': [
        'not-yet',
        'Jude’s father will be asked whether Isla could stay there for a while.',
      ],
      'near-home': ['not-yet', 'Depends on the home that is found; her school is named in the request.'],
    }),
  }),
  steps: [
    [6, 'submit'],
    [
      5,
      'support',
      support(
        6,
        'The nights are not safe and her mother says so herself. I want her to stay at her school.',
        'Isla sleeps through and is at school every day.',
        'Her mother begins treatment, and knows what would bring Isla home.',
      ),
    ],
    [
      2,
      'return',
      () =>
        changes(
          'Jude’s father has not been asked whether Isla could stay with him. Speak with him before this goes on; see “The family”.',
          'Say what the father abroad was sent, when, and in which language.',
          'What would the treatment need, for Isla to be at home with somebody there at night? See “What was tried”.',
        ),
    ],
  ],
};

export const YOUNGEST: readonly ToldRequest[] = [ivy, leo, isla];
