import { PALAC } from '@rightplace/domain';
import { dutiesTold } from './duties-told.ts';
import { support, type ToldRequest } from './told-request.ts';

/** Thirteen, and with the team manager since yesterday. */
const mason: ToldRequest = {
  workflow: PALAC,
  child: {
    id: 'NM910007',
    givenName: 'Mason',
    familyName: 'Lodeman',
    sex: 'M',
    daysOld: 4950,
    homeAddress: '9 Drove End, Ashlode',
  },
  team: 'Eastside',
  worker: 0,
  begun: 5,
  answers: ({ day, words }) => ({
    'at-their-best':
      'Mason is thirteen, loyal, and very good with engines. When he is not worried he is the one who makes the class laugh and then gets them back to work. He cooks for his little sister.',
    'child-view':
      '“I’m not a bad kid. I just can’t be there when he’s drinking.” He asks to stay near his nan and to keep going to the garage on Saturdays.',
    siblings: [{ name: 'Tia Lodeman', lives: 'With their nan, aged six', together: 'not-known' }],
    'parents-view':
      'His father says that Mason starts it, and also that he is sorry. He agreed to care for a while, “so we can both breathe”. His mother lives in Scotland, knows, and rings Mason on Sundays.',
    network:
      'His nan has Tia and one bedroom. The garage owner, whom Mason trusts, offered a meal every day. An uncle is being assessed and cannot begin before next month.',
    assessed: day(6),
    analysis:
      'There has been violence at home three times in a month, once with an injury to Mason’s hand. He has slept in the garage. Work with his father began and stopped. Mason no longer feels safe at home, and has said so plainly to three people.',
    risk: 'He will be hurt, or will hurt somebody. He is out at night where older boys have begun to give him things to carry.',
    chronology: `Known to the service since he was nine.\nHand injury seen by the school nurse on ${words(11)}.\nTwo nights in the garage on ${words(7)} and the day after.`,
    alternatives: ['early-help', 'edge-of-care', 'family-group-decision'],
    'alternatives-came-to':
      'The edge-of-care worker was there within the hour each time and is known to Mason. His father left the family meeting before the end.',
    'legal-basis': 'V2',
    consent: `His father, in writing on ${words(4)}, and his mother by video on the same day. Both were told that they can end it.`,
    'needed-from': day(-1),
    ...dutiesTold({
      'siblings-together': [
        'not-yet',
        'Tia is settled with their nan. They see each other every Saturday; whether they can live together depends on the uncle.',
      ],
      'health-consent': ['not-yet', 'His father has the form and signs it on Monday.'],
    }),
  }),
  steps: [[1, 'submit']],
};

/** Fifteen, and waiting too long for the group manager. */
const tommy: ToldRequest = {
  workflow: PALAC,
  child: {
    id: 'NM910008',
    givenName: 'Tommy',
    familyName: 'Wickstead',
    sex: 'M',
    daysOld: 5600,
    homeAddress: '33 Lock Cottages, Wharfby',
  },
  team: 'Westgate',
  worker: 1,
  begun: 8,
  answers: ({ day, words }) => ({
    'at-their-best':
      'Tommy is fifteen, thoughtful and dry. He boxes, reads everything about the sea, and looks after a younger lad at the club without making a show of it.',
    'child-view':
      '“If I stay round here they’ll find me.” He would go somewhere else for a while if he can box there and speak to his mum every day.',
    'parents-view':
      'His mother rang us. She has found money and two phones, and men she does not know wait outside. She wants him home, and alive. His father is in prison and wrote to say he agrees.',
    network:
      'An aunt in the north offered at once, and her home is being checked. The club’s coach can have him at weekends.',
    assessed: day(9),
    analysis:
      'Tommy is used by adults to carry drugs, and owes them for what was taken from him. He was named to the national referral mechanism as a victim. Home and school are known to them. His mother does all she can, and cannot be stronger than they are.',
    risk: 'Serious violence. He has been followed, and was cut on the arm.',
    chronology: `Missing three times since ${words(25)}.\nArrested with drugs on ${words(15)} and released.\nCut to the arm on ${words(10)}; strategy meeting on the next day.`,
    alternatives: ['edge-of-care', 'section-17', 'kinship'],
    'alternatives-came-to':
      'A locked door, cameras and a worker each evening. He was found all the same. The aunt is the plan; the check takes ten days.',
    'legal-basis': 'V2',
    consent: `His mother, in writing on ${words(7)}. Tommy, who is fifteen, read it with his advocate and agrees.`,
    'needed-from': day(0),
    ...dutiesTold({
      'near-home': ['does-not-apply', 'Away from home is what keeps him safe, and he asks for it himself.'],
      'siblings-together': ['does-not-apply', 'Tommy has no brothers or sisters.'],
      education: [
        'not-yet',
        'His school sends work, and the virtual school looks for a place once it is known where.',
      ],
    }),
  }),
  steps: [
    [6, 'submit'],
    [
      4,
      'support',
      support(
        5,
        'He is a victim and is treated as one here. Ten days away while the aunt is checked is what the police and his mother ask for as well.',
        'Tommy is out of reach of those who use him.',
        'He moves to his aunt as soon as the check is done.',
      ),
    ],
  ],
};

/** Fourteen: rejected, because there is something better. */
const summer: ToldRequest = {
  workflow: PALAC,
  child: {
    id: 'NM910009',
    givenName: 'Summer',
    familyName: 'Netherby-Cross',
    sex: 'F',
    daysOld: 5300,
    homeAddress: '5 Orchard Bank, Wharfby',
  },
  team: 'Fenside',
  worker: 0,
  begun: 15,
  answers: ({ day, words }) => ({
    'at-their-best':
      'Summer is fourteen. She plays the cornet in the town band, is fierce about fairness, and writes letters to people who matter to her.',
    'child-view':
      '“I want Mum to stop shouting and I want to stop shouting.” Asked about living elsewhere, she said she would miss the band and her bed.',
    'parents-view':
      'Her mother says that she cannot go on and that Summer should learn what care is like. A week later she said she did not mean it. Her father lives near by and was not asked by anybody before.',
    network:
      'Her father was asked last and offers weekends, and more when his shifts change. Her godmother offers the holidays.',
    assessed: day(17),
    analysis:
      'Summer and her mother have argued to the point of blows twice. There is warmth between them when they are apart. What is wrong is between the two of them, and began when her stepfather left.',
    risk: 'That one of them is hurt, or that Summer leaves in the night.',
    chronology: `Police called by a neighbour on ${words(24)}.\nSummer stayed with the godmother for three nights on ${words(18)}.`,
    alternatives: ['early-help'],
    'alternatives-came-to': 'Six meetings with a family worker, of which they came to two.',
    'legal-basis': 'V2',
    consent: `Her mother, in writing on ${words(14)}. Her father has not been asked.`,
    'needed-from': day(5),
    ...dutiesTold({
      'siblings-together': ['does-not-apply', 'Summer has no brothers or sisters.'],
      preference: ['not-yet', 'Her father is to be asked whether she could live with him.'],
    }),
  }),
  steps: [
    [12, 'submit'],
    [
      11,
      'support',
      support(
        12,
        'They cannot go on as they are, and I would rather it were agreed than that it broke.',
        'Summer and her mother have time apart, and come back together.',
      ),
    ],
    [
      9,
      'reject',
      () => ({
        reason:
          'Her father has parental responsibility, lives two streets away and has not been asked. Edge of care has not been tried. Care would cost her the band, her school friends and her mother’s hope, for something that can be mended.',
        instead:
          'With her father from Friday to Monday, and at her godmother’s on the two evenings that go wrong. The edge-of-care team begins on Thursday, three visits a week for eight weeks. The social worker looks at it again with all of them after four.',
        'who-tells':
          'Her social worker, tomorrow after school, with her mother there; I ring her father today',
      }),
    ],
  ],
};

/** Sixteen: authorised, then not needed in time. */
const jada: ToldRequest = {
  workflow: PALAC,
  child: {
    id: 'NM910010',
    givenName: 'Jada',
    familyName: 'Linwood',
    sex: 'F',
    daysOld: 6010,
    homeAddress: '18 Beacon Terrace, Ashlode',
  },
  team: 'Eastside',
  worker: 2,
  begun: 24,
  answers: ({ day, words }) => ({
    'at-their-best':
      'Jada is sixteen, at college for hairdressing, and already has customers. She is warm, quick, and hard to fool.',
    'child-view':
      '“I need somewhere that’s mine and someone who answers the phone.” She would rather not be in care, and would rather that than her mum’s sofa.',
    'parents-view':
      'Her mother’s new tenancy is for one person. She wants Jada safe and says that she cannot have her. Her father died when she was small.',
    network:
      'Her aunt in the town has said perhaps, and waits for the landlord. Her boss has offered a room for a week.',
    assessed: day(26),
    analysis:
      'Jada has nowhere of her own to live and is sixteen. She has stayed in four places in six weeks. She was told of both ways, as a homeless young person and as a child in care, and chose care.',
    risk: 'That she stays with somebody who wants something for it.',
    chronology: `Came to us by herself on ${words(30)}.\nJoint housing assessment on ${words(26)}.`,
    alternatives: ['section-17', 'kinship'],
    'alternatives-came-to': 'Two weeks of a room paid for. The aunt is willing if the landlord is.',
    'legal-basis': 'V2',
    consent: `Jada herself, who is sixteen, in writing on ${words(23)}, after a talk with an advocate about both ways.`,
    'needed-from': day(16),
    ...dutiesTold({ 'siblings-together': ['does-not-apply', 'Jada has no brothers or sisters.'] }),
  }),
  steps: [
    [21, 'submit'],
    [
      20,
      'support',
      support(
        21,
        'She has chosen with open eyes. It is our duty, and a good choice.',
        'Jada has a room of her own and one adult who answers the phone.',
        'She finishes her college year.',
      ),
    ],
    [
      19,
      'authorise',
      () => ({ quality: 'Joint assessment, advocate’s note, Jada’s own words. Lawful and careful.' }),
    ],
    [
      17,
      'director-authorise',
      () => ({ conditions: 'If the aunt’s landlord says yes, it is her aunt and not us.' }),
    ],
  ],
};

export const TEENAGERS: readonly ToldRequest[] = [mason, tommy, summer, jada];
