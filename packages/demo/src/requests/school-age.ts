import { PALAC } from '@rightplace/domain';
import { dutiesTold } from './duties-told.ts';
import { changes, support, type ToldRequest } from './told-request.ts';

/** Nine, and half written. */
const rosa: ToldRequest = {
  workflow: PALAC,
  child: {
    id: 'NM910004',
    givenName: 'Rosa',
    familyName: 'Tidewell',
    sex: 'F',
    daysOld: 3480,
    homeAddress: '61 Staithe Street, Ashlode',
  },
  team: 'Eastside',
  worker: 0,
  begun: 2,
  answers: ({ day }) => ({
    'at-their-best':
      'Rosa is nine and the fastest runner in her year. She is patient with little ones, knows her own mind, and keeps a notebook of birds she has seen on the marsh.',
    'child-view':
      '“I don’t want to go far, because of athletics and because of Mum.” She asked whether she would be told before it happens. She will be.',
    siblings: [
      { name: 'Nell Tidewell', lives: 'At home, aged two', together: 'yes' },
      { name: 'Ash Tidewell', lives: 'In his own flat, aged nineteen', together: 'no' },
    ],
    'parents-view':
      'Her mother is frightened of her partner and frightened of losing the girls. She asked what would happen if she left. Her stepfather would not speak with me.',
    network: 'Ash would have Rosa at weekends. The grandmother is to be visited this week.',
    assessed: day(3),
    analysis:
      'Rosa has begun to stand between the adults when they argue. She says she can hear from the tone of the first word how the evening will be.',
  }),
  steps: [],
};

/** Eleven, authorised, and waiting for a home. */
const ollie: ToldRequest = {
  workflow: PALAC,
  child: {
    id: 'NM910005',
    givenName: 'Ollie',
    familyName: 'Skelpwick',
    sex: 'M',
    daysOld: 4230,
    homeAddress: '14 Windpump Close, Ashlode',
  },
  team: 'Eastside',
  worker: 0,
  begun: 10,
  answers: ({ day, words }) => ({
    'at-their-best':
      'Ollie is eleven, has just begun at the academy, and is the kind of boy who thanks the bus driver. He can mend a bicycle by himself. He is gentle with his grandfather’s dog and would like one day to be a vet.',
    'child-view':
      '“Somewhere I can still see Grandad on Saturdays and not have to change schools again.” He wants to choose the colour of his room.',
    'parents-view':
      'His mother died two years ago. His father has not been in touch since. His grandfather, who has parental responsibility under a special guardianship order, asked for this himself and cried when he signed.',
    network:
      'Two uncles and a former neighbour were asked. One uncle will have him for holidays. Nobody can offer a home: the uncles work at sea, and the neighbour is moving away.',
    assessed: day(12),
    analysis:
      'Ollie’s grandfather has looked after him well for six years and now has dementia. He forgets the stove, and twice went out at night to look for Ollie, who was in bed. Ollie has become the carer and hides it so as not to be taken away.',
    risk: 'A fire or a fall with only a child in the house. He gives up what other boys of eleven have, to keep watch.',
    chronology: `The school asked after him on ${words(34)}, when he began to sleep in lessons.\nHospital diagnosis for his grandfather on ${words(22)}.\nFamily meeting on ${words(13)}.`,
    alternatives: ['early-help', 'section-17', 'family-group-decision', 'kinship'],
    'alternatives-came-to':
      'Young carers’ support, meals and a night sitter for four weeks. The sitter could not be kept, and the illness goes faster than was hoped. The family meeting agreed that he should come into care near by.',
    'legal-basis': 'V2',
    consent: `His grandfather, in writing on ${words(9)}, with his own doctor’s view that he understood it that day and with the uncle beside him. Ollie read it as well.`,
    'needed-from': day(-2),
    ...dutiesTold({
      'siblings-together': ['does-not-apply', 'Ollie has no brothers or sisters.'],
      'virtual-school': ['not-yet', 'They are told the day he moves; the academy already knows.'],
    }),
  }),
  steps: [
    [8, 'submit'],
    [
      7,
      'support',
      support(
        8,
        'I have met Ollie and his grandfather. This is a family that did everything right and needs us now. It must not feel to him like a punishment.',
        'Ollie stays at the academy and is with his grandfather every Saturday.',
        'He is a boy of eleven again: sleeps at night, sees friends, mends bicycles.',
        'He knows what happens to his grandfather, from somebody he trusts.',
      ),
    ],
    [
      5,
      'authorise',
      () => ({
        quality:
          'Assessment, the doctor’s letter, the family meeting and Ollie’s own letter. Thorough, and written so that he can read it one day. The agreement is sound: capacity was looked at on the day.',
      }),
    ],
    [
      3,
      'director-authorise',
      () => ({
        conditions:
          'A foster home within reach of the academy, and not a move of school.\nTime with his grandfather every Saturday from the first week, with transport paid.\nThe uncle is told of the plan and keeps the holidays.',
      }),
    ],
  ],
};

/** Twelve, disabled, with the director again after she asked for more. */
const zoya: ToldRequest = {
  workflow: PALAC,
  child: {
    id: 'NM910006',
    givenName: 'Zoya',
    familyName: 'Kapoorani',
    sex: 'F',
    daysOld: 4610,
    homeAddress: '2 Causeway Gardens, Saltmere',
  },
  team: 'Disabled children',
  worker: 0,
  begun: 16,
  answers: ({ day, words }) => ({
    'at-their-best':
      'Zoya is twelve and tells you exactly what she thinks, with her tablet and with her eyebrows. She loves swimming, her brother’s drumming, and being outdoors in the wind. She knows who is kind.',
    'child-view':
      'With her tablet and her teacher beside her: “Home and school. Not hospital. Mum sleeps.” She chose the picture of a house with a garden.',
    siblings: [{ name: 'Kabir Kapoorani', lives: 'At home, aged fifteen', together: 'no' }],
    'parents-view':
      'Both parents have cared for her day and night for twelve years. Her father’s back no longer lets him lift. They ask for a home near by, for most of the week, and to go on being her parents in everything.',
    network:
      'An aunt gives Saturdays. Friends from the temple bring meals. Nobody else has been trained for her breathing at night.',
    assessed: day(18),
    analysis:
      'Zoya needs two adults awake at night. Night care at home has been cut short eleven times in two months because no nurse came. Her parents take turns and are worn out. What she needs is more than short breaks and cannot be kept up at home.',
    risk: 'That at night nobody is awake who can clear her airway. That her parents fall ill, and she goes to hospital because there is nowhere else.',
    chronology: `Short breaks since she was six.\nContinuing care agreed on ${words(60)}, with gaps since.\nTwo nights in hospital without a medical need on ${words(21)}.`,
    alternatives: ['section-17', 'kinship', 'other'],
    'alternatives-came-to':
      'Direct payments, a second agency, and night care by the hospice. Each was good while it lasted.',
    'legal-basis': 'V2',
    consent: `Both parents, in writing on ${words(15)}, with an interpreter for her grandmother, who asked to be there.`,
    'needed-from': day(-5),
    ...dutiesTold({
      'short-breaks': [
        'does-not-apply',
        'Considered at each review since she was six, and again now: seventeen nights a month would not be enough.',
      ],
    }),
  }),
  putRight: ({ words }) => ({
    'alternatives-came-to': `Direct payments, a second agency, and night care by the hospice. Each was good while it lasted.\nHealth wrote on ${words(6)} that it pays for the nights from the first of next month; the letter is on the file. Of the two homes near by, the one in Saltmere has nurses at night, and a place.`,
  }),
  steps: [
    [13, 'submit'],
    [
      12,
      'support',
      support(
        13,
        'Her parents are the experts and have never asked for more than she needed. I support a home near by, with them in it as much as they can.',
        'Zoya is safe at night, every night.',
        'She swims every week and goes on at her school.',
        'Her parents and Kabir sleep, and see her when they like.',
      ),
    ],
    [
      10,
      'authorise',
      () => ({
        quality:
          'Nursing assessment, log of missed nights, school report and Zoya’s own words. The best account of a child’s wishes that I have read this year.',
      }),
    ],
    [
      8,
      'director-return',
      () =>
        changes(
          'What has health offered to pay, and from when? I need the letter, not the phone call.',
          'Say in the request which of the two homes near by have nurses at night.',
        ),
    ],
    [5, 'submit'],
    [
      4,
      'support',
      support(
        5,
        'Health’s letter is there now, and both homes were asked. Everything else stands as it was.',
        'Zoya is safe at night, every night.',
        'She swims every week and goes on at her school.',
      ),
    ],
    [
      2,
      'authorise',
      () => ({
        quality:
          'The letter is clear: health pays for the nights from the first of the month. One home has nurses at night and a place.',
      }),
    ],
  ],
};

export const SCHOOL_AGE: readonly ToldRequest[] = [rosa, ollie, zoya];
