/** How people write when they speak to the model and not to the shop. */
export const ordersToTheModel: readonly RegExp[] = [
  /ignore (all |any |everything )?(of )?(the |your |my |that )?(previous |earlier |above |stands |prior |other )?(instructions|rules|above|prompts?)/i,
  /ignore everything/i,
  /(forget|disregard) (all |any |everything |your )?(the |previous |earlier |above |prior )*(instructions|rules|prompts?)/i,
  /ignorier\w* (sie )?(alle |alles |deine |ihre |die )?(vorherigen |bisherigen |obigen )?(anweisungen|regeln)?/i,
  /(vergiss|vergessen sie) (alle |deine |ihre |die )?(vorherigen |bisherigen )?(anweisungen|regeln)/i,
  /you are now (in|a|an|the|\w+bot)/i,
  /^\W*(system|assistant|developer|admin)\W*:/im,
  /(begin|end|new|override|system|hidden) (of )?(instructions?|prompt|override)/i,
  /(to|for|dear|an|liebe) (the |any |die )?(ai|ki|a\.i\.|assistant|language model|sprachmodell|classifier|bot|llm)\b/i,
  /(set|use|give|answer with) (the |a )?confidence/i,
  /confidence (of |to |= ?|: ?|is )?"?(1|0\.9|100)/i,
  /(category|kategorie)\W{0,3}(is |to |= ?|: ?)?\W?(complaint|order-status|refund|billing|sales|support|other|spam)\b/i,
  /(output|return|respond with|reply with|print) (only )?(the )?(json|\{)/i,
  /(<|&lt;)\/?(customer_message|facts|system)>/i,
];
