/** How people write when they speak to the model and not to the shop. */
export const ordersToTheModel: readonly RegExp[] = [
  /ignore (all |any )?(the |your |my )?(previous |earlier |above )?(instructions|rules)/i,
  /ignorier\w* (alle |deine |ihre |die )?(vorherigen |bisherigen )?(anweisungen|regeln)/i,
  /you are now (in|a|an|the) /i,
  /^\s*(system|assistant|developer)\s*:/im,
  /(set|use) (the )?confidence/i,
  /(<|&lt;)\/?(customer_message|facts|system)>/i,
];
