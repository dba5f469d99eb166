/** Where the words stand that a number marks. */
export function markId(number: number): string {
  return `claim-${number}`;
}

/** Where it stands why they are marked. */
export function reasonId(number: number): string {
  return `claim-${number}-why`;
}

export function focusOnMark(number: number): void {
  document.getElementById(markId(number))?.focus();
}

export function focusOnReason(number: number): void {
  document.getElementById(reasonId(number))?.focus();
}
