/** What can be said of where an order is. */
export type Said =
  | 'received'
  | 'in-work'
  | 'packed'
  | 'awaiting-carrier'
  | 'to-be-shipped'
  | 'shipped'
  | 'in-transit'
  | 'to-be-delivered'
  | 'delivered'
  | 'delayed'
  | 'on-time'
  | 'cancelled'
  | 'elsewhere';

/** How each is said, the first that fits a clause first. A no in the clause turns those around that can be turned. */
export const sayings: readonly { said: Said; pattern: RegExp }[] = [
  {
    said: 'to-be-shipped',
    pattern:
      /(?:(?:will|to|'ll|shall|can) (?:be |soon |then |also |shortly )*(?:ship(?:ped)?|dispatch(?:ed)?|despatch(?:ed)?|sent(?: out| off)?|handed (?:over )?to|leave us|posted|go out)|(?:waiting|ready) (?:to (?:be shipped|ship|be sent|leave)|for dispatch|for shipping)|yet to (?:be shipped|ship|leave|be sent|be dispatched)|(?:wird|werden)(?! \p{L}+ zugestellt) (?:\p{L}+ ){0,6}(?:verschickt|versandt|versendet|abgeschickt|losgeschickt|verlassen)|still (?:here|with us|in our (?:warehouse|hands|stock))|noch bei uns|versandbereit|versandfertig|steht (?:noch )?(?:zum|vor dem) versand|wartet auf (?:den|ihren) versand)/iu,
  },
  {
    said: 'to-be-delivered',
    pattern:
      /(?:(?:will|to|'ll|should|still to) (?:\p{L}+ ){0,2}(?:be delivered|arrive|reach you|be with you|get to you)\b|(?:to see|to have|to get) (?:it|them|everything) delivered|still (?:being delivered|coming)|(?:wird|werden|soll|sollte|dürfte) (?:[\p{L}-]+ ){0,7}(?:zugestellt|geliefert|ausgeliefert|ankommen|eintreffen|bei Ihnen (?:sein|ankommen|eintreffen)))/iu,
  },
  {
    said: 'elsewhere',
    pattern:
      /(?:out for delivery|(?<!you(?:'ve| have)? )(?:gave|brought) (?:it|them|the \p{L}+) back|zurückgebracht|only (?:the \p{L}+|one|two|half|part)(?: of \p{L}+)? (?:has|have|is|are|was|were) (?:gone|shipped|sent|left|packed|delivered)|nur (?:die|der|das|eine?) \p{L}+ (?:ist|wurde) (?:raus|verschickt|versandt|gepackt|unterwegs)|(?:is|'s|are|now|still) (?:\p{L}+ )?(?:active|reinstated)(?!\p{L})|gehen (?:\p{L}+ ){0,4}gesondert|gesondert zu|niemanden? angetroffen|(?:as|als) (?:lost|stolen|missing|damaged|returned|refused|verloren|vermisst|gestohlen|beschädigt)(?!\p{L})|received by (?:a|the|your) (?:\p{L}+ )?neighbou?r|(?:nachbar(?:in)?|mitbewohner(?:in)?) hat (?:\p{L}+ ){0,3}(?:angenommen|genommen)|packstation|(?:tried|attempted|attempts?) (?:\p{L}+ ){0,4}to deliver|(?:could ?n[o'’]t|was unable to|were unable to|failed to|did ?n[o'’]t manage to) (?:deliver|hand)|(?:failed|unsuccessful|missed|first|second|another) (?:delivery )?attempt|delivery attempt|nicht zustellen k(?:o|ö)nn\p{L}*|nicht zugestellt werden|zustellversuch\p{L}*|zustellung (?:\p{L}+ ){0,3}(?:gescheitert|fehlgeschlagen)|vergeblich|(?:is|was|been|got|gone) (?:lost|missing|damaged|stolen|destroyed|returned|sent back|held (?:up )?(?:at|in|by) customs|refused)|at (?:the|your|a|our) (?:\p{L}+ )?(?:depot|post office|pick-?up point|parcel shop|neighbou?r(?:'s)?|sorting (?:centre|center))|(?:left|is|was|it|parcel) (?:\p{L}+ ){0,3}with (?:a|your|the) neighbou?rs?|left (?:in|at|with|on) (?:the|your|a) (?:porch|door(?:step)?|garage|safe place|neighbou?r|reception|hallway)|in customs|(?:out of|back in|in) stock|back-?ordered|sold out|discontinued|in der zustellung|(?:verloren|abhanden|beschädigt worden|beschädigt wurde|gestohlen|zurückgeschickt|retourniert)|(?:in (?:der|einer|ihrer)|zur) (?:post)?filiale|payment (?:\p{L}+ ){0,2}(?:failed|received|declined|went|arrived|cleared)|(?:you|was|is|been) (?:\p{L}+ )?paid (?:by|with|in|for|on)|zahlung (?:\p{L}+ ){0,4}(?:eingegangen|erhalten|fehlgeschlagen)|bezahlt|(?:ist|liegt|wurde|steht|hängt) (?:\p{L}+ ){0,3}(?:beim (?:nachbarn|zoll|paketshop)|bei (?:ihrem|einem|ihrer) nachbar\p{L}*|im (?:paketshop|depot|zoll))|(?:nicht (?:mehr )?|wieder )?(?:auf lager|vorrätig|lieferbar|verfügbar)|ausverkauft|signed for|waiting for (?:more )?(?:stock|parts|goods|materials?|(?:a|the|new|our) (?:delivery|supply|supplier|shipment))|warten (?:\p{L}+ )?auf (?:\p{L}+ )?(?:ware|teile|nachschub|material|lieferanten|lieferung)|(?:technician|fitter|driver|colleague|monteur|techniker|fahrer|kollege|kollegin) (?:is|ist) (?:\p{L}+ )?(?:on (?:the|his|her|their) way|auf dem weg|unterwegs)|unterschrieben|(?:second|another|separate|further|two|three|several) (?:parcels?|packages?|shipments?|deliveries)|separately|zweite[nsr]? (?:paket|sendung|lieferung)|(?:zwei|drei|mehrere) (?:pakete|sendungen|lieferungen)|teillieferung|getrennt|(?:kommt|kommen|folgt|folgen) (?:\p{L}+ ){0,2}(?:nach|separat)(?=[\s.,;!]*$)|follows? (?:later|on)|(?:you|we|i)(?: have|'ve)? (?:\p{L}+ )?cancell?ed|cancell?ed (?:by|at) (?:you|us|your|our)|(?:sie|wir|ich) (?:haben? )?(?:\p{L}+ ){0,4}(?:selbst|wunsch) storniert|auf ihren wunsch|(?<!you(?:'ve| have)? )(?:told|informed|assured|notified) us|(?:first|second|failed|another|delivery) attempts?|deliver(?:y|ed) (?:attempt|was attempted)|attempted (?:to deliver|delivery)|tried to deliver|zustellversuch|nicht angetroffen|to the back door|no longer (?:in our range|made|sold|produced))/iu,
  },
  {
    said: 'awaiting-carrier',
    pattern:
      /(?:(?:waiting|waits|ready) (?:for|to be) (?:the |its |a )?(?:carrier|collect\p{L}*|pick(?:ed)?[ -]?up|[A-Z][\p{L}]+(?: [A-Z&][\p{L}]*)* to (?:collect|pick))|awaiting (?:collection|pick[ -]?up|the carrier)|wartet (?:\p{L}+ ){0,3}(?:auf|zur) (?:die |den |das )?(?:abholung|abholer|paketdienst|zusteller|spedit\p{L}*|transport\p{L}*)|abholbereit|bereit zur abholung|steht zur abholung bereit)/iu,
  },
  {
    said: 'in-work',
    pattern:
      /(?:(?:is|are|still|currently|now)(?: \p{L}+){0,2} (?:being (?:processed|prepared|packed|picked|handled|made ready|put together)|in (?:process|preparation|progress))|processing your order|(?:waiting|waits|queued) to be (?:packed|picked|prepared|processed)|will (?:be |soon be |shortly be )?(?:packed|prepared)|(?:to be|being) packed|in (?:bearbeitung|vorbereitung)|wird (?:[\p{L}-]+ ){0,5}(?:gepackt|verpackt|vorbereitet|bearbeitet|zusammengestellt|kommissioniert)|wartet (?:[\p{L}]+ ){0,3}(?:darauf|aufs) (?:,? ?gepackt|packen))/iu,
  },
  {
    said: 'in-transit',
    pattern:
      /(?:on (?:its|the|their) way|in transit|under ?way|en route|half ?way|auf (?:der|ihrer) reise(?! geschickt)|auf reisen|travelling|traveling|(?:is|are|'s|'re|now|currently|already) (?:\p{L}+ ){0,2}with (?:the|our) (?:carrier|courier)|on the road|unterwegs|auf dem weg|(?<!(?:frag|erkundig|meld|klär|wend|forsch|hak)\p{L}* (?:[\p{L}-]+ ){0,4})(?:beim|bei dem|bei der) (?:versender|paketdienst|zusteller|versanddienst\p{L}*|spediteur|spedition|transporteur)|(?:in|into) the hands of|(?:on|in) (?:the|a|its) (?:van|truck|lorry)|im (?:lkw|lieferwagen|zustellfahrzeug)|(?:ist|liegt|befindet) (?:\p{L}+ ){0,5}beim (?:paketdienst|zusteller|versanddienst\p{L}*|spediteur|fahrer|boten|kurier))/iu,
  },
  {
    said: 'cancelled',
    pattern:
      /(?:(?:the|your|this|die|ihre) (?:cancell?ed|stornierte)(?:[nrs])? (?:order|parcel|goods|bestellung|sendung)|(?:is|was|been|were|got|stands|as) (?:\p{L}+ ){0,2}(?:cancell?ed|called off)|we (?:have )?(?:\p{L}+ )?cancell?ed|cancellation (?:\p{L}+ ){0,3}(?:go through|went through|succeed(?:ed)?)|cancell?ed (?:and|on|as|at|by|order|your|the|it)|status:? cancell?ed|(?:storniert|annulliert|gestrichen)(?! werden)|stornierung (?:ist|wurde|liegt))/iu,
  },
  {
    said: 'on-time',
    pattern:
      /(?:on (?:time|schedule|track)|as planned|without (?:any )?delay|pünktlich|planmäßig|ohne verzögerung|ohne verspätung|nach plan|im zeitplan)/iu,
  },
  {
    said: 'delayed',
    pattern:
      /(?:(?:there is|there['’]s|there was|there will be|es gibt|gibt es|ohne) (?:no|keine?) (?:\p{L}+ )?(?:delay|verzögerung|verspätung)|(?:is|'s|was|been|are|running|being|got|run|has run) (?:(?!too )\p{L}+ ){0,3}(?:delayed|late\b|behind (?:schedule)?|held up)|delayed\b|(?:a|the|this|some|slight|further) delay(?! in (?:repl|answer|respon|gett|writ|com))|taking longer|takes longer|verspätet|verzögert|verspätung|verzögerung|später als geplant|länger als)/iu,
  },
  {
    said: 'delivered',
    pattern:
      /(?:(?:the|your|this|die|ihre) (?:delivered|zugestellte|gelieferte)(?:[nrs])? (?:order|parcel|goods|bestellung|sendung)|dropped (?:it )?off|put through your (?:door|letterbox)|handed (?:it )?(?:over )?to you|in your hands|landed (?:with|at)|at your (?:door|place) (?:since|already|now)|(?:ist|sind) (?:\p{L}+ ){0,2}(?:bei ihnen abgegeben|(?:schon|längst|bereits) da(?! drin))|(?:bei ihnen )abgegeben|(?:bereits|schon) (?:\p{L}+ )?bei ihnen(?= *[.,;!]|$)|(?:was|were|been|is|as|already|got|shows?|status:?|has) (?:\p{L}+ ){0,4}delivered|delivered (?:on|to|by|at|it|your|yesterday|today|last)|delivery (?:was|has been) (?:completed|made)|(?:has|have|already|it|order|parcel|they) (?:\p{L}+ ){0,2}(?:arrived(?! (?:here|with us|at our|in our))|reached you)|(?:did(?:n['’]t| not) (?:\p{L}+ )?(?:arrive|reach you)|never (?:arrived|reached you|came))\b|(?:zugestellt|ausgeliefert|geliefert)(?! (?:werden|wird))|(?<!(?:bei|zu) uns (?:[\p{L}]+ ){0,2})(?:angekommen|eingetroffen)(?! bei uns)|zustellung (?:wurde|erfolgte|ist (?:\p{L}+ ){0,3}erfolgt)|shows as delivered|you (?:should )?(?:have|already have) (?:received|it))/iu,
  },
  {
    said: 'shipped',
    pattern:
      /(?:(?:the|your|this|die|ihre) (?:shipped|dispatched|versandte|verschickte)(?:[nrs])? (?:order|parcel|goods|bestellung|sendung)|^\W*(?:and |und )?(?:already |now |schon |bereits )*(?:shipped|dispatched|sent|posted|verschickt|versandt|versendet)\b(?! (?:you|us|me|by you))|(?:has|have|was|were|been|already) (?!to )(?:\p{L}+ ){0,2}(?:collected|picked up)(?! (?:your|the) )|(?:courier|carrier|driver) (?:has |have )?(?:\p{L}+ )?(?:collected|picked up|took|taken)|out (?:of )?the door|left the (?:building|house|depot|premises)|aus dem haus|(?:was|were|been|is|has|have|already|we|it|order|yet|status:?|they|got) (?:\p{L}+ ){0,4}(?:shipped|dispatched|despatched|posted|sent out|sent off|left (?:us|our|the warehouse|here)|gone out|(?<!(?:is|are|you were|you are|you've been) )left)|(?:shipped|dispatched|despatched) (?:on|with|via|by|from|your|it|to)|\b(?:sent|handed) (?:it |your \p{L}+ |them |everything |(?:the|all|both) (?:\p{L}+ ){1,2})?(?:out|off|over to|to) (?!(?:a|my|our|the|one of) (?:colleague|team|accounts|right|specialist)|colleague|accounts|sales|someone|somebody)|(?:versandt|versendet|verschickt|abgeschickt|losgeschickt|rausgegangen|hinausgegangen|auf den weg gebracht|auf die reise geschickt)(?! (?:werden|wird))|(?:uns|lager|haus) (?:[\p{L}\d.]+ ){0,6}(?:verlassen|verließ)|an (?:den |die |das )?[\p{L}& ]+ übergeben|went out|go(?:ne|es) out|(?:ist|sind) (?:\p{L}+ ){0,4}raus\b|(?:been|was|were) sent\b(?! (?:you|to us|by you))|(?:paketdienst|zusteller|fahrer|bote|kurier) hat (?:es|sie|ihn|das paket|die sendung|alles) (?:[\p{L}\d.]+ ){0,4}(?:abgeholt|mitgenommen))/iu,
  },
  {
    said: 'packed',
    pattern:
      /(?:(?:the|your|this|die|ihre) (?:packed|gepackte)(?:[nrs])? (?:order|parcel|goods|bestellung|sendung)|^\W*(?:and |und )?(?:already |now |schon |bereits |fertig )*(?:packed|boxed up|wrapped|gepackt|verpackt)\b|all packed|boxed up|wrapped(?! in)|(?:we|i|'ve|have|has|had) (?:\p{L}+ ){0,3}packed|(?:is|are|was|been|were|already|has|stands) (?:\p{L}+ ){0,3}packed|packed (?:and|on|up)|(?:gepackt|verpackt)(?! werden)|fertig gepackt|status:? packed)/iu,
  },
  {
    said: 'received',
    pattern:
      /(?:(?:received|have|got|found|located) your order(?! number)|one order is on (?:record|file)|(?:bei|zu) uns (?:[\p{L}]+ ){0,2}(?:angekommen|eingetroffen)|order arrived (?:here|with us)|order (?:has )?(?:been |was |is )?(?:received|found|located|confirmed|reached us|with us)|bestellung (?:[\p{L}\d-]+ ){0,5}(?:eingegangen|erhalten|angekommen|bestätigt)|(?:eingegangen))/iu,
  },
];

/** Whether it holds of an order with a status, where it was shipped or not, overdue or not. */
export function holds(said: Said, is: { status: string; isShipped: boolean; isOverdue: boolean }): boolean {
  const { status, isShipped, isOverdue } = is;
  const isGone = isShipped || status === 'shipped' || status === 'delivered';
  switch (said) {
    case 'received':
      return true;
    case 'in-work':
      return status === 'received' || status === 'processing' || (status === 'delayed' && !isGone);
    case 'packed':
      return status === 'packed' || (isGone && status !== 'cancelled');
    case 'awaiting-carrier':
      return status === 'packed';
    case 'to-be-shipped':
      return !isGone && status !== 'cancelled';
    case 'shipped':
      return isGone && status !== 'cancelled';
    case 'in-transit':
      return isGone && (status === 'shipped' || status === 'delayed');
    case 'to-be-delivered':
      return status !== 'delivered' && status !== 'cancelled';
    case 'delivered':
      return status === 'delivered';
    case 'delayed':
      return status === 'delayed' || (isOverdue && status !== 'delivered' && status !== 'cancelled');
    case 'on-time':
      return status !== 'delayed' && !isOverdue && status !== 'cancelled';
    case 'cancelled':
      return status === 'cancelled';
    case 'elsewhere':
      return false;
  }
}
