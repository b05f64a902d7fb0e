/** Words of everyday English that are given or family names too. Found as a name they want to be looked at, and no more. */
export const ORDINARY_WORDS: ReadonlySet<string> = new Set(
  `amber angel april art ash august autumn baker bank barber bay bean bear beck bell berry bill bird bishop black blue bob bond
  book boon booth bow bread bridge bright brook brooks brown buck bull burn bush butler cane carpenter carter cash castle chance
  charity chase cherry church clay clover cliff coal cole cook cooper coral cross crow daisy dale dawn day dean dee dell destiny
  dove drew duke early east eden eve faith farmer fern field finch fish fisher flint flower ford forest fox frank frost gale
  garden gardener gene gill glass goodwin grace grant gray green grey guy hall hand harbour hardy harmony harper hart hazel heath
  heather heaven henry hill holly hood hope horn house hunt hunter hill iris ivy jack jade jasmine jay jewel joy june kay king
  kit knight lake lamb lance land lane lark lea lee levy lily little long love luck lucky lord major marsh mark mason may meadow
  melody mercy merry miles miller mills misty moon moor moss myrtle nelson nick noble north nova ocean olive page paige paris park
  parker parsons patience pat pearl penny peace piper pitt poppy porter potter precious price pride prince queen rain ray rayne
  reed reid rich river rivers rob robin rock rose rosemary rowan ruby rush sage sandy sally savage scarlet sea self sharp shepherd
  short silver skip skye sky smith snow sparrow spring star stone storm strange strong sue summer sunny swan swift taylor terry
  thatcher thorn tiger tim tom trinity turner van victor vine violet walker wall ward waters weaver webb wells west wheeler white
  will willow winter wise wolf wood woods wren wright young`.split(/\s+/),
);

/** What stands in names beside others and says nothing by itself. */
export const NO_NAME: ReadonlySet<string> = new Set(
  `a al an and at aunt auntie aunty bin boy brother by child dad daddy dr el family father for friend from girl grandad
  grandfather grandma grandmother granny gran her his in is la le miss mother mr mrs ms mum mummy mx nan nana no of on or sister
  step the their to uncle was what who with years old young s st de da du der den von san saint house home academy school
  primary college high infant infants junior secondary nursery street road lane close avenue`.split(/\s+/),
);
