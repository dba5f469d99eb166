const people =
  'colleagues?|teams?|specialists?|experts?|fitters?|technicians?|warehouse|department|accounts|managers?|supervisors?|office|workshop|staff|engineers?|boss|directors?|people|assembler|installer|electrician|carpenter';

/** Those who speak for the firm. */
export const firm = new RegExp(
  `(?<![\\p{L}&])(?<!\\b(?:left|leaves?|leaving|at|in|to|from|with|of|for|tells?|asks?|asked|into|near|by) )(?:we|i|(?:an?|one of (?:my|our|the)|my|our|another|the|any) (?:[\\p{L}-]+ ){0,3}?(?:${people})|our (?:delivery )?(?:drivers?|couriers?|crew|driver's mate|(?:shop |sales )?assistants?|salesm[ae]n|saleswoman|salesperson)|(?:someone|somebody)(?! else)|one of us|colleagues|accounts|the firm|the company)(?!['’]s [\\p{L}]|\\.e| (?:team|department|colleague|manager|staff|office|people|specialist)s?\\b)(?![\\p{L}-])(?: (?:from|in|at|of|here) (?:the |our |my )?[\\p{L}]+(?: [\\p{L}]+)?(?= (?:will|can|is|are|has|have|would|may|should|shall|could|does|do|in|ha[sd])\\b|[,.;]|$))?`,
  'giu',
);
export const whoOfTheFirm = new RegExp(`(?:${people})[,\\s]+(?:who|which|that)$`, 'iu');

/** Forms of to be, after which a word is no deed of its own. */
export const being = /^(?:am|is|are|was|were|be|been|being|'m|'re|'s)$/;
export const cannot =
  /(?:\bcan['’]?t\b|\bcannot|\bcan not|\bcouldn't|\bcould not|\bunable|\bnot able|\bno longer|\bmay not|\bnot allowed|\bwouldn't|\bdo not know|\bnot sure|\brather not)/i;

/** Deeds of ordinary verbs that are about the letter or the question all the same. */
export const aboutTheLetter = new RegExp(
  `^(?:${[
    '(?:tak(?:e|es|ing|en)|took) (?:it|this|that|the matter|your|note|care of|an? (?:\\p{L}+ )?look|up|seriously|another|into|these|things|every|all|complaints|both|a moment)',
    'get(?:s|ting)? (?:back|in touch|in contact|round|to the bottom|hold of|you an answer|an answer)',
    'c[oa]m(?:e|es|ing) (?:back|straight back|to you)',
    '(?:mak(?:e|es|ing)|made) (?:\\p{L}+ )?(?:out|note|sense|sure (?:that )?(?:a|somebody|someone|the right|it gets|it is read|your|this|the right|it reaches))',
    'keep(?:s|ing)? (?:you (?:informed|posted|updated|up)|an eye|it in mind|this in mind|looking)',
    '(?:put|add|added|adding|attach|attached|note|noted) (?:it|them|this|your \\p{L}+) (?:with|to|in|on|under) (?:your|the|this) (?:order|file|record|case|request)',
    'mak(?:e|es|ing) (?:something|anything|things|it|that) up',
    'keep(?:s|ing)? (?:(?:our|my) (?:fingers|eyes)|track|in mind|in touch)',
    '(?:put|putting|puts) (?:this|that|your|it|you|the) (?:\\p{L}+ )?(?:to|before|past|forward|in front of|in touch|through to)',
    'pick(?:s|ing)? (?:this|that|it) up',
    '(?:giv(?:e|es|ing|en)|gave) (?:\\p{L}+ ){0,3}(?:answer|information|update|news|reply|details|reason|date)',
    '(?:send|sends|sending|sent) (?:(?:your|this|it|the|that|these|an?) (?:\\p{L}+ ){0,3})?(?:on|answer|reply|an e-?mail|e-?mail|response|to (?:a|my|our|the|accounts|sales))\\b',
    '(?:hand|handed|hands|handing|bring|brought|bringing) (?:your|this|it|the|that) (?:\\p{L}+ ){0,3}(?:on|over|to)\\b',
    'work(?:s|ing|ed)? (?:on (?:it|this|that|your)|through|with what)',
    'rais(?:e|es|ed|ing) (?:this|that|it|your|the)',
    'chas(?:e|es|ed|ing) (?:this|that|it|your|the) (?:up|question|answer)',
    'receiv(?:e|ed|ing) (?:your|this|the|an?|no|nothing|it) ?(?:\\p{L}+ )?(?:complaint|message|e-?mail|mail|letter|photos?|pictures?|order|questions?|request|enquiry|inquiry|note|feedback|reply|answer|details|form|information)',
    'be in touch',
    'sent (?:to )?you\\W*$',
    '(?:go|goes|going|gone|went) (?:back )?(?:over|through)',
    '(?:send|sending|sent) (?:it|them|this|your (?:\\p{L}+ )?(?:message|letter|e-?mail|request|question|photos|form|application|enquiry))(?! (?:again|by|with))',
    'offer(?:s|ed|ing)? (?:you )?(?:is|an apology|our apologies|my apologies|help|advice|information|for now)',
    '(?:giv(?:e|es|ing|en)|gave) (?:it|them|this|that|(?:your|the) (?:\\p{L}+ ){1,2})(?:on )?to\\b',
    'leav(?:e|es|ing) (?:your|this|it|the|that)',
    '(?:let|lets|letting) (?:you|me|us|them|him|her)',
  ].join('|')})`,
  'iu',
);

/** What a customer may be said to get. */
export const newsOnly =
  /\b(?:answer|reply|response|e-?mail|message|news|update|information|details|word from us|letter|explanation|every reason|confirmation)\b/i;
