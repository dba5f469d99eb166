const wordsIn = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

/** What writing a letter is made of: who does only that has given nothing away, whatever it is about. */
export const lettersDo = wordsIn(`
  answer reply respond write wrote written ask check look see saw seen find found know knew known understand understood apologise apologize
  regret thank hope wish need require read help assist tell told say said inform explain clarify confirm note notice pass forward refer share
  think thought believe suppose expect estimate reckon anticipate like want love appreciate value enjoy welcome mean meant assume guess imagine
  remember review examine study consider verify investigate search try mind care trust suggest recommend advise mention describe locate identify
  deal handle attend listen feel felt hear heard wonder agree speak spoke spoken talk discuss learn learned learnt compare determine watch sympathise
  have has had having hold held got do did done contact sold sell reach belong deserve realise realize acknowledge summarise list show shown
  forgot forgotten miss missed count guess report suspect manage add decide recognise recognize register log record follow wait address quote name call called lack owe
`);

/** Verbs that say what a customer did, wants or can do for the matter. */
export const customersDo = wordsIn(`
  ask write wrote written want like wish need mention say said tell told send sent order buy bought place choose chose chosen pick see saw seen find found
  follow track trace reach reply answer contact check look have has had hope expect wait know knew known mean meant think thought feel felt try tried describe
  report notice raise complain hear heard use used let forward copy give gave given read understand understood believe enjoy love prefer require remember
  receive received got do did done decide include note provide show quote name call called live lived plan speak spoke work help come came go went fit
  notice recognise recognize attach add added point refer worry suppose deserve forget forgot mind care sound visit turn take took make made
  consider doubt wonder guess set log enter entered type typed spell spelled spelt start started confirm purchase agree compare inquire enquire
`);

/** What can be said of an order and its articles, which other finders hold against the record. */
export const thingsDo = wordsIn(`
  be is are was were been being have has had do does did arrive come came reach leave left ship dispatch despatch send sent post travel deliver expect
  pack cost total amount make made contain hold held include comprise consist concern cover show shown stand stood list mark record place order
  collect pick hand take took taken go went gone cancel delay schedule plan estimate anticipate receive process prepare wait await belong look appear seem read
  begin began start end carry carried transport bring brought get got say says tell told give gave given fall fell follow track mean meant need find found
  run ran running weigh confirm put print written write name call describe share date happen help apply break broke broken damage scratch bend bent split
  flicker wobble work rattle lean smell hum buzz tilt fit match miss missing annoy matter sound deserve suit please upset disappoint late due
  complete route move update register sit sat lie lay lain enter log bear bore state become became refer relate remain turn settle depend concern
  sell sold fetch stay keep kept decide ask check help let lead attach
`);

/** What is said of the firm itself with a form of to be. */
export const isOnly = wordsIn(`
  sorry afraid happy glad pleased delighted grateful aware unable able sure here open closed available reachable there back curious interested thankful
  not only very truly really so in on at from with of too also still always just to the a an your our this that it two three both as about for
  impressed touched honoured honored allowed permitted obliged unsure uncertain confused clear hopeful right keen
  given asked dealing ready waiting willing quite all more most extremely terribly awfully genuinely sincerely deeply nearly under
`);

/** Words that stand between a subject and what it does. */
export const inBetween = wordsIn(`
  will shall would can could may might must should do does did have has had am is are was were be been being going able about happy glad pleased sorry
  not never cannot to also already now then just still even gladly soon once always only both all very so too yet first again here ever hereby quite
  of course therefore simply rather really each much well either today of us in customer service at on this gladly then himself
  herself themselves ourselves myself if as who afraid delighted unable certainly be currently probably perhaps instead
`);
