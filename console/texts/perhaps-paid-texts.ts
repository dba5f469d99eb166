export const perhapsPaidTexts = {
  title: 'Perhaps paid twice',
  about:
    'Nobody heard what came of these calls of a model. The provider may charge for each, besides the call that was answered.',
  someModel: 'A model',
  doubts: {
    'not-recorded': 'the program that asked ended before it wrote down what came back',
    'timed-out': 'no answer came in time',
    'connection-lost': 'the connection broke',
    cancelled: 'the call was broken off here',
    'too-large': 'more came back than is read',
    'wrong-type': 'what came back was no answer',
  },
} as const;
