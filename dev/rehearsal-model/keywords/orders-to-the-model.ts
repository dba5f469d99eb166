/** How people write when they speak to the model and not to the shop. */
const ordersToTheModel: readonly RegExp[] = [
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
  /(for|to|an|für) (your|the|ihre?|das|die) (software|system|computer|machine|programme?|maschine)( only| alone)?\b.{0,40}(:|-{2,}|\n)/i,
  /(note|message|instructions?|hinweis|nachricht) (for|to|an|für) (the|your|any|den|die|ihre[n]?) (assistant|system|software|ai|ki|model|machine|assistenten)/i,
  /\b(print|reveal|show|output) (me )?(your|the) (configuration|instructions|prompt|rules)/i,
  /(^|\n)\W*#{2,}\s*(admin|system|override)/i,
  /["']?(situation|reviewerNote)["']?\s*:\s*["']?order-/i,
];

/** Whether a text speaks to the model that reads it. */
export function addressesTheModel(text: string): boolean {
  return ordersToTheModel.some((pattern) => pattern.test(text));
}
