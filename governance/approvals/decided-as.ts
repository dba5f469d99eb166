/** What somebody did, in a sentence: "ada approved this". */
export function decidedAs(state: string): string {
  switch (state) {
    case 'edited':
      return 'edited and approved';
    case 'clarified':
      return 'asked a question about';
    case 'taken-over':
      return 'took over';
    default:
      return state;
  }
}
