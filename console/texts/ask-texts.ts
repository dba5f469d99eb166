export const askTexts = {
  title: 'Ask a model',
  about:
    'One question about a text, answered at once. The answer is for you alone: nothing is sent, and no process begins.',
  wish: 'What do you want?',
  wishHint: 'A question about the text, or what to make of it: sum it up, what does the customer want?',
  text: 'The text',
  textHint:
    'Paste it as it is. Personal data is taken out before a model sees it, where the rules of the firm want that.',
  whom: 'Whom is it about?',
  whomHint: 'The e-mail address of the customer. What is kept of the question goes when they are erased.',
  submit: 'Ask',
  stop: 'Stop',
  answer: 'The answer',
  refused: 'The model declined',
  unsure: (reason: string) => `Not sure: ${reason}. Look into the text yourself.`,
  rehearsal: 'rehearsal',
  by: (model: string, version: string, sure: string) => `${model}, version ${version}, ${sure} sure.`,
  kept: 'What is on record of it',
};
