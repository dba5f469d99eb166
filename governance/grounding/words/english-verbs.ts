const wordsIn = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

/** What writing a letter is made of: who does only that has given nothing away, whatever it is about. */
export const lettersDo = wordsIn(`
  packed mislead misled lie lied answer reply respond write wrote written ask check look see saw seen find found know knew known understand understood apologise apologize
  regret thank hope wish need require read help assist tell told say said inform explain clarify confirm note notice pass forward refer share
  think thought believe suppose expect estimate reckon anticipate like want love appreciate value enjoy welcome mean meant assume guess imagine
  remember review examine study consider verify investigate search try mind care trust suggest recommend advise mention describe locate identify
  deal handle attend listen feel felt hear heard wonder agree speak spoke spoken talk discuss learn learned learnt compare determine watch sympathise
  have has had having hold held got do did done contact sold sell reach belong deserve realise realize acknowledge summarise list show shown
  forgot forgotten miss missed count guess report suspect manage add decide recognise recognize register log record follow wait address quote name call called lack owe
`);

/** What a firm does where it gives, changes or takes on something, whatever it is done to. */
export const firmsDeal = wordsIn(`
  refund reimburse repay pay paid transfer wire credit charge debit deduct book compensate cover bear waive drop discount reduce lower halve knock cut shave throw
  offer grant give gave given gift donate award reward extend prolong guarantee promise warrant ensure commit pledge undertake swear vow vouch insist
  replace exchange swap substitute resend reship send sent ship dispatch despatch post deliver redeliver collect pick fetch bring bought buy purchase order reserve hold held
  cancel amend change alter adjust correct redirect reroute divert rebook reschedule postpone advance move shift split combine merge prioritise prioritize expedite rush
  speed accelerate hurry repair fix mend rebuild build make made install assemble mount dispose remove delete erase add include enclose attach throw issue activate unlock
  unblock block lock open close accept approve authorise authorize allow permit admit concede confess instruct direct command call ring phone telephone visit come came meet met
  drive drove inspect test produce manufacture negotiate sue report fire dismiss sack suspend discipline train warn stop start begin release free exempt excuse
  upgrade treat spoil surprise organise organize arrange set pack finish insure save return reinstate reactivate restore renew invite unsubscribe subscribe match stock plant withdraw hire employ settle square saved keep kept put place pop slip slipped tuck knock
`);

/** What a customer gains or has to give. */
export const customersGain = wordsIn(`
  get got receive keep kept pay paid owe save earn qualify gain win won return exchange swap cancel claim deduct withhold redeem collect withdraw benefit profit
  enjoy deserve expect pocket bag spend apply subtract
`);

/** What a customer is said to be who gets or has to give something. */
export const customersAre =
  /^(?:\p{L}+ly )?(?:entitled|eligible|covered|insured|refunded|reimbursed|credited|compensated|charged|billed|debited|paid|upgraded|guaranteed|exempt|enrolled|owed|given|sent|offered|granted|called|phoned|rung|getting|receiving|paying|saving|free to (?:return|keep|cancel|exchange)|due an?|in for|within your rights|welcome to (?:return|keep|cancel|exchange))\b/u;

/** What can be said of an order and its articles, which other finders hold against the record. */
export const thingsDo = wordsIn(`
  be is are was were been being have has had do does did arrive come came reach leave left ship dispatch despatch send sent post travel deliver expect
  pack cost total amount make made contain hold held include comprise consist concern cover show shown stand stood list mark record place order
  collect pick hand take took taken go went gone cancel delay schedule plan estimate anticipate receive process prepare wait await belong look appear seem read
  begin began start end carry carried transport bring brought get got say says tell told give gave given fall fell follow track mean meant need find found
  run ran running weigh confirm put print written write name call describe share date happen help apply break broke broken damage scratch bend bent split
  flicker wobble work rattle lean smell hum buzz tilt fit match miss missing annoy matter sound deserve suit please upset disappoint late due
  complete route move update register sit sat lie lay lain enter log bear bore state become became refer relate remain turn settle depend concern
  sell sold fetch stay keep kept decide ask check help let lead attach brighten cheer
`);

/** Words that stand between a subject and what it does. */
export const inBetween = wordsIn(`
  will shall would can could may might must should do does did have has had am is are was were be been being going able about happy glad pleased sorry
  not never cannot to also already now then just still even gladly soon once always only both all very so too yet first again here ever hereby quite
  of course therefore simply rather really each much well either today of us in customer service at on this gladly then himself
  herself themselves ourselves myself if as who afraid delighted unable certainly be currently probably perhaps instead
`);
